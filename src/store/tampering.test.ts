import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cosign } from '../log/cosignature.ts';
import { parseNote } from '../log/note.ts';
import { parsePolicy } from '../log/policy.ts';
import { signCheckpoint } from '../log/checkpoint.ts';
import { ed25519Signer } from '../log/signature.ts';
import { verifyLog, type Verification } from '../log/verify.ts';
import { notes, ScratchCasebook } from './scratch-casebook.test-data.ts';

let casebook: ScratchCasebook;
/** The checkpoint of the first five entries, as a reader may hold it. */
let held: string;

beforeEach(async () => {
  casebook = await ScratchCasebook.make();
  const log = await casebook.log();
  await log.append(notes(5));
  held = (await log.head()).note;
  await log.append(notes(7));
});
afterEach(() => casebook.remove());

const verify = (options: { readonly held?: readonly string[] } = {}): Promise<Verification> =>
  verifyLog(casebook.store.log, { log: casebook.store.verifier, ...options });

const wrong = (found: Verification): Readonly<Record<string, string>> =>
  Object.fromEntries(found.checks.filter(({ ok }) => !ok).map(({ name, detail }) => [name, detail]));

describe('verification', () => {
  test('of a sound log passes every check, and says that nobody outside vouches', async () => {
    const found = await verify();
    expect(found.ok).toBe(true);
    expect(found.checks.map(({ name }) => name)).toEqual(['checkpoint', 'entries', 'tree', 'root', 'payloads', 'erasures']);
    expect(found.standing).toBe('no outside witness: this shows consistency, not age');
  });

  test.each([
    [
      "an entry's bytes",
      `UPDATE log_entries SET envelope = replace(envelope, 'note.made', 'note.made2') WHERE position = 3`,
      'entries',
      'altered, as their bytes do not lead to the signed root: 3',
    ],
    ['a payload', `UPDATE log_entries SET payload = '{"text":"number 9"}' WHERE position = 3`, 'payloads', 'payload or salt altered: entries 3'],
    ['a salt', `UPDATE log_entries SET salt = replace(salt, substr(salt, 1, 1), '-') WHERE position = 4`, 'payloads', 'payload or salt altered: entries 4'],
    [
      'a kept leaf',
      `UPDATE log_entries SET hashes = (SELECT hashes FROM log_entries WHERE position = 0) WHERE position = 4`,
      'tree',
      'the hashes kept with entries 4 were altered; the entries are as signed',
    ],
    [
      'a kept node',
      `UPDATE log_entries SET hashes = substr(hashes, 1, 64) || substr(hashes, 1, 64) WHERE position = 5`,
      'tree',
      'hashes of subtrees were altered, or what is under them: 1/2 (entries 4 to 5)',
    ],
    [
      'the checkpoint',
      `UPDATE log_head SET note = replace(note, char(10) || '12' || char(10), char(10) || '11' || char(10))`,
      'checkpoint',
      /^the signature of onrecord\.invalid\/\w+ is wrong$/,
    ],
    [
      'the id that an entry is filed under',
      `UPDATE log_entries SET id = 'e_aaaaaaaaaaaaaaaa' WHERE position = 2`,
      'entries',
      'not of the form of an envelope, or filed under another id: 2',
    ],
    [
      'the last entries by cutting them off',
      `DELETE FROM log_entries WHERE position >= 9`,
      'entries',
      'cut short: the checkpoint is of 12 entries, and 9 are there',
    ],
    ['an entry in the middle by removing it', `DELETE FROM log_entries WHERE position = 6`, 'entries', 'missing: 6'],
    [
      'the order of two entries',
      `CREATE TEMP TABLE old AS SELECT * FROM log_entries; UPDATE log_entries SET id = position WHERE position IN (2, 7); UPDATE log_entries SET (id, envelope, salt, payload) = (SELECT id, envelope, salt, payload FROM old WHERE old.position = 9 - log_entries.position) WHERE position IN (2, 7)`,
      'entries',
      'reordered: the entry at 2 was at 7, the entry at 7 was at 2',
    ],
    [
      'a payload by removing it',
      `UPDATE log_entries SET salt = NULL, payload = NULL WHERE position = 8`,
      'erasures',
      'gone, and no entry says that they were erased: the payloads of entries 8',
    ],
  ])('names %s, when altered', async (_, sql, check, detail) => {
    casebook.meddle(sql);
    expect(wrong(await verify())).toMatchObject({ [check]: typeof detail === 'string' ? detail : expect.stringMatching(detail) });
  });

  test('names two whole entries that changed places, by the subtrees they are under', async () => {
    casebook.meddle(
      'UPDATE log_entries SET position = 100 WHERE position = 2; UPDATE log_entries SET position = 2 WHERE position = 8; UPDATE log_entries SET position = 8 WHERE position = 100',
    );
    expect(wrong(await verify())).toMatchObject({ tree: expect.stringContaining('1/1 (entries 2 to 3)'), root: expect.stringContaining('reordered') });
  });

  test('names an entry that was slipped in at the end', async () => {
    casebook.meddle(
      `INSERT INTO log_entries SELECT 12, 'e_bbbbbbbbbbbbbbbb', replace(envelope, id, 'e_bbbbbbbbbbbbbbbb'), hashes, salt, payload FROM log_entries WHERE position = 0`,
    );
    expect(wrong(await verify())).toMatchObject({ entries: expect.stringContaining('1 entries follow that the checkpoint does not cover') });
  });

  test('holds the log to a checkpoint that the reader holds', async () => {
    const found = await verify({ held: [held] });
    expect(found.checks).toContainEqual({ name: 'checkpoint held 1', ok: true, detail: 'the first 5 entries are as they were' });
    expect(found.standing).toBe('whoever gave the checkpoint held for the first 5 entries holds this log to it');
  });

  test('finds a fork by a checkpoint that is held of the other branch', async () => {
    const { signer } = casebook.store;
    const other = signer && signCheckpoint({ size: 5, root: 'ab'.repeat(32) }, signer).note;
    expect(wrong(await verify({ held: [other ?? ''] }))).toEqual({
      'checkpoint held 1': 'the first 5 entries are not those that were signed: the log was forked or altered',
    });
  });

  test('finds an older copy, or one cut short and signed anew, by a checkpoint that is held from later', async () => {
    const { signer } = casebook.store;
    const later = signer && signCheckpoint({ size: 20, root: 'ab'.repeat(32) }, signer).note;
    expect(wrong(await verify({ held: [later ?? ''] }))).toEqual({
      'checkpoint held 1': 'it is of 20 entries, and 12 are here: the log was cut short, or is an older copy',
    });
  });

  test('says which witness vouches since when, once the reader trusts it', async () => {
    const witness = ed25519Signer('witness.example/w', new Uint8Array(32).fill(3), 'cosignature');
    const parsed = parseNote(held);
    const note = parsed.ok ? cosign({ verbatim: held, parsed: parsed.value }, witness, new Date('2026-11-21T09:00:00Z')) : expect.fail();
    await casebook.store.log.write((writer) => writer.keepAnchor({ size: 5, note, timestamp: null }));
    const policy = parsePolicy(`witness archive ${witness.vkey}\nquorum archive\n`);
    const trusting = await verifyLog(casebook.store.log, { log: casebook.store.verifier, policy: policy.ok ? policy.value : null });
    expect(trusting.standing).toBe('archive vouches that the first 5 entries were there on 2026-11-21T09:00:00.000Z');
    expect(trusting.checks.at(-1)).toEqual({ name: 'policy', ok: true, detail: 'archive vouched' });
    expect((await verify()).standing).toBe('no outside witness: this shows consistency, not age');
  });

  test('finds any bit flipped in any column of the log', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('id', 'envelope', 'hashes', 'salt', 'payload'), fc.nat(11), fc.nat(), async (column, position, seed) => {
        const before = await casebook.store.log.row(position);
        if (!before) expect.fail();
        const text = before[column] ?? '';
        const bytes = Buffer.from(text);
        const bit = seed % (bytes.length * 8);
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const put = (value: Buffer): void =>
          casebook.meddle(`UPDATE log_entries SET ${column} = CAST(x'${value.toString('hex')}' AS TEXT) WHERE position = ${position}`);
        put(bytes);
        expect((await verify()).ok).toBe(false);
        put(Buffer.from(text));
      }),
      { numRuns: 60 },
    );
    expect((await verify()).ok).toBe(true);
  });

  test('finds any bit flipped in the checkpoint', async () => {
    const note = (await casebook.store.log.head()) ?? '';
    const put = (value: Buffer): void => casebook.meddle(`UPDATE log_head SET note = CAST(x'${value.toString('hex')}' AS TEXT)`);
    await fc.assert(
      fc.asyncProperty(fc.nat(Buffer.byteLength(note) * 8 - 1), async (bit) => {
        const bytes = Buffer.from(note);
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        put(bytes);
        const found = wrong(await verify());
        expect(found).toHaveProperty('checkpoint');
      }),
      { numRuns: 60 },
    );
    put(Buffer.from(note));
    expect((await verify()).ok).toBe(true);
  });

  test('finds an old checkpoint that was put back over a longer log, and nothing more is signed', async () => {
    casebook.meddle(`UPDATE log_head SET note = '${held}'`);
    expect(wrong(await verify())).toMatchObject({ entries: expect.stringContaining('7 entries follow that the checkpoint does not cover') });
    await expect(casebook.log()).rejects.toMatchObject({ code: 'casebook-damaged' });
  });
});

describe('a log whose right edge was altered', () => {
  test('is not opened for writing, and nothing more is signed', async () => {
    const log = await casebook.log();
    const before = await casebook.store.log.head();
    casebook.meddle(`UPDATE log_entries SET hashes = replace(hashes, 'a', 'b') WHERE position = 11`);
    await expect(log.append(notes(1))).rejects.toMatchObject({ code: 'casebook-damaged' });
    await expect(casebook.log()).rejects.toMatchObject({ code: 'casebook-damaged' });
    expect(await casebook.store.log.head()).toBe(before);
    expect(await casebook.store.log.size()).toBe(12);
  });

  test('is not signed either where an older database was put in its place while the program ran', async () => {
    const log = await casebook.log();
    casebook.meddle('DELETE FROM log_entries WHERE position >= 5');
    await expect(log.append(notes(1))).rejects.toMatchObject({ code: 'casebook-damaged' });
  });
});

describe('erasure', () => {
  test('destroys payload and salt in the transaction that records it, and every proof still holds', async () => {
    const log = await casebook.log();
    const doomed = await log.entry(3);
    const [erasure] = await log.append([
      { kind: 'payload.erased', actor: 'p_1', payload: { entries: [doomed?.envelope.id ?? ''], reason: 'a witness in danger' } },
    ]);
    expect(await log.entry(3)).toMatchObject({ payload: null, salt: null, envelope: doomed?.envelope });
    const found = await verify({ held: [held] });
    expect(found.ok).toBe(true);
    expect(found.checks).toContainEqual({
      name: 'erasures',
      ok: true,
      detail: `erased, with their proofs intact: the payloads of entries 3 (by ${erasure?.envelope.id})`,
    });
  });

  test('of an entry that is not there, or of an erasure, is refused and leaves nothing', async () => {
    const log = await casebook.log();
    const erase = (id: string) => log.append([{ kind: 'payload.erased', actor: 'p_1', payload: { entries: [id] } }]);
    await expect(erase('e_aaaaaaaaaaaaaaaa')).rejects.toMatchObject({ code: 'not-found' });
    const [erasure] = await erase((await log.entry(0))?.envelope.id ?? '');
    await expect(erase(erasure?.envelope.id ?? '')).rejects.toMatchObject({ code: 'not-allowed' });
    expect((await log.head()).size).toBe(13);
  });

  test('that was undone by hand is found', async () => {
    const log = await casebook.log();
    const doomed = await casebook.store.log.row(3);
    await log.append([{ kind: 'payload.erased', actor: 'p_1', payload: { entries: [doomed?.id ?? ''] } }]);
    casebook.meddle(`UPDATE log_entries SET payload = '${doomed?.payload}', salt = '${doomed?.salt}' WHERE position = 3`);
    expect(wrong(await verify())).toEqual({ erasures: `to be erased, and still there: ${doomed?.id}` });
  });
});
