import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3-multiple-ciphers';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { signCheckpoint } from '../log/checkpoint.ts';
import { keyName, lastTerm } from '../log/key-chain.ts';
import type { Log } from '../log/log.ts';
import type { LogStore, LogWriter } from '../log/log-store.ts';
import { ed25519Signer, type Signer } from '../log/signature.ts';
import { verifyLog, type Verification, type VerifyOptions } from '../log/verify.ts';
import { restore } from './restore.ts';
import { rotate } from './rotate.test-data.ts';
import { notes, ScratchCasebook, type Views } from './scratch-casebook.test-data.ts';
import type { Store } from './store.ts';

let casebook: ScratchCasebook;
/** The checkpoint of the first three entries, under the first key. */
let held: string;
let old: Signer;

beforeEach(async () => {
  casebook = await ScratchCasebook.make();
  const log = await casebook.log();
  await log.append(notes(3));
  held = (await log.head()).note;
  old = casebook.store.signer ?? expect.fail();
});
afterEach(() => casebook.remove());

const verify = (options: Partial<VerifyOptions> = {}, store: Store<Views> = casebook.store): Promise<Verification> =>
  verifyLog(store.log, { log: store.verifier, ...options });

const wrong = (found: Verification): Readonly<Record<string, string>> =>
  Object.fromEntries(found.checks.filter(({ ok }) => !ok).map(({ name, detail }) => [name, detail]));

const rotated = async () => rotate(casebook.store, await casebook.log());

const seedOf = (): string => {
  const db = new Sqlite(join(casebook.folder, 'record.db'), { readonly: true });
  const seed = db.prepare<[], Uint8Array>(`SELECT value FROM store_settings WHERE name = 'signing-key'`).pluck().get() ?? expect.fail();
  db.close();
  return Buffer.from(seed).toString('latin1');
};

describe('a change of key', () => {
  test('ends the old key with a checkpoint that both signed; the next is signed by the new one alone', async () => {
    const log = await casebook.log();
    const { note, size } = await rotate(casebook.store, log);
    expect([size, note.split('\n').filter((line) => line.startsWith('— ')).length]).toEqual([4, 2]);
    await log.append(notes(2));
    expect((await log.head()).note.split('\n').filter((line) => line.startsWith('— '))).toHaveLength(1);
    expect(await verify({ held: [held, note] })).toMatchObject({ ok: true });
    await casebook.close();
    const again = await casebook.open({ mode: 'write' });
    await (await casebook.log(again)).append(notes(1));
    expect(await verify({ held: [held, note] }, again)).toMatchObject({ ok: true });
  });

  test('can be followed by who knows the first key, the one between, or the last', async () => {
    const log = await casebook.log();
    await rotate(casebook.store, log);
    await log.append(notes(2));
    await rotate(casebook.store, log);
    const terms = await casebook.store.terms();
    expect(terms.map(({ begin, end }) => [begin, end])).toEqual([[0, 4], [4, 7], [7, Infinity]]); // prettier-ignore
    for (const { key } of terms) expect(wrong(await verify({ log: key, held: [held] }))).toEqual({});
  });

  test('leaves no byte of the old secret key in any file', async () => {
    const seed = seedOf();
    const reading = await casebook.open({ mode: 'read' });
    await rotated();
    await reading.close();
    await casebook.store.scrub();
    for (const name of (await readdir(casebook.folder)).filter((each) => each.startsWith('record'))) {
      expect((await readFile(join(casebook.folder, name))).toString('latin1')).not.toContain(seed);
    }
    expect(seedOf()).not.toBe(seed);
  });

  test('that another process made is not gone against by one that still has the old key', async () => {
    const before = await casebook.log();
    const other = await casebook.open({ mode: 'write' });
    await rotate(other, await casebook.log(other));
    await expect(before.append(notes(1))).rejects.toMatchObject({ code: 'conflict' });
    await expect(rotate(casebook.store, before)).rejects.toMatchObject({ code: 'conflict' });
    expect(await casebook.store.log.size()).toBe(4);
    expect(await verify()).toMatchObject({ ok: true });
  });

  test('stays: the entry cannot be erased', async () => {
    const log = await casebook.log();
    await rotate(casebook.store, log);
    const entry = await log.entry(3);
    const erasure = { kind: 'payload.erased', actor: 'p_1', payload: { entries: [entry?.envelope.id ?? ''] } };
    await expect(log.append([erasure])).rejects.toMatchObject({ code: 'not-allowed' });
  });

  test('is refused where the entry names another key than the one that takes over', async () => {
    const log = await casebook.log();
    const [next, other] = [casebook.store.newSigningKey(), casebook.store.newSigningKey()];
    const payload = { from: old.vkey, to: other.signer.vkey, lost: false, reason: 'its time' };
    const drafts = [{ kind: 'key.rotated', actor: 'p_1', payload }];
    await expect(log.rotate(next.signer, drafts, async () => casebook.store.keepSigningKey(next))).rejects.toMatchObject({ code: 'casebook-damaged' });
    await expect(log.rotate(next.signer, notes(1), async () => casebook.store.keepSigningKey(next))).rejects.toMatchObject({ code: 'casebook-damaged' });
    await log.append(notes(1));
    expect(await verify({ held: [held] })).toMatchObject({ ok: true });
  });

  test('is for a transaction only', () => {
    expect(() => casebook.store.keepSigningKey(casebook.store.newSigningKey())).toThrow(/outside a transaction/);
  });

  test('of an encrypted casebook keeps the new key encrypted with the record', async () => {
    const sealed = await ScratchCasebook.make({ key: 'a passphrase' });
    try {
      await rotate(sealed.store, await sealed.log());
      await sealed.close();
      const again = await sealed.open({ mode: 'write', key: 'a passphrase' });
      await (await sealed.log(again)).append(notes(1));
      expect(await verify({}, again)).toMatchObject({ ok: true });
    } finally {
      await sealed.remove();
    }
  });
});

class Broken extends Error {}
const STEPS = ['write', 'add', 'seal', 'keepAnchor', 'size', 'anchors'] as const;
type Step = (typeof STEPS)[number];

/** The real store, one step of which fails: before it does anything, or after it has done it. */
function failing(store: LogStore, step: Step, moment: 'before' | 'after'): LogStore {
  const around = <T extends object>(inner: T, over: object): T =>
    new Proxy(inner, {
      get: (_, name) => {
        if (name in over) return Reflect.get(over, name);
        const member: unknown = Reflect.get(inner, name);
        if (typeof member !== 'function') return member;
        return async (...words: readonly unknown[]) => {
          if (name === step && moment === 'before') throw new Broken();
          const result: unknown = await Reflect.apply(member, inner, words);
          if (name === step) throw new Broken();
          return result;
        };
      },
    });
  const write = async (work: (writer: LogWriter) => Promise<unknown>): Promise<unknown> => {
    if (step === 'write' && moment === 'before') throw new Broken();
    const result = await store.write((writer) => work(around(writer, {})));
    if (step === 'write') throw new Broken();
    return result;
  };
  return new Proxy(store, { get: (_, name) => (name === 'write' ? write : Reflect.get(store, name).bind(store)) });
}

describe('a change of key that fails', () => {
  test.each(STEPS.flatMap((step) => (['before', 'after'] as const).map((moment) => ({ step, moment }))))(
    'at the step $step ($moment it happens) is made whole or not at all, and the casebook goes on',
    async ({ step, moment }) => {
      const log = await casebook.log(casebook.store, failing(casebook.store.log, step, moment));
      await expect(rotate(casebook.store, log)).rejects.toBeInstanceOf(Broken);
      // A commit that is reported to have failed though it happened.
      const happened = step === 'write' && moment === 'after';
      const reopened = await casebook.open({ mode: 'write' });
      expect([await reopened.log.size(), (await reopened.terms()).length]).toEqual(happened ? [4, 2] : [3, 1]);
      const mine = (await casebook.log()).append(notes(1));
      if (happened) await expect(mine).rejects.toMatchObject({ code: 'conflict' });
      else await mine;
      await (await casebook.log(reopened)).append(notes(1));
      expect(await verify({ held: [held] }, reopened)).toMatchObject({ ok: true });
    },
  );

  test('because the new key cannot be kept, is not made', async () => {
    const log = await casebook.log();
    const next = casebook.store.newSigningKey();
    const drafts = [{ kind: 'key.rotated', actor: 'p_1', payload: { from: old.vkey, to: next.signer.vkey, lost: false, reason: 'its time' } }];
    await expect(log.rotate(next.signer, drafts, () => Promise.reject(new Broken()))).rejects.toBeInstanceOf(Broken);
    await log.append(notes(1));
    expect([await casebook.store.log.size(), (await casebook.store.terms()).length]).toEqual([4, 1]);
  });

  test('by kill -9 leaves a casebook that opens, signs and says nothing false', async () => {
    await casebook.close();
    for (let kill = 0; kill < 12; kill++) {
      const writer = spawn(process.execPath, [fileURLToPath(new URL('./rotation-writer.test-data.ts', import.meta.url)), casebook.folder], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const ended = once(writer, 'close');
      let said = '';
      const spoke = new Promise<void>((resolve) => writer.stdout.on('data', (piece: Buffer) => ((said += piece.toString()), resolve())));
      await Promise.race([spoke, ended]);
      await sleep(Math.random() * 40);
      writer.kill('SIGKILL');
      expect((await ended)[0], 'the writer ended by itself').toBeNull();
      const store = await casebook.open({ mode: 'write' });
      const log = await casebook.log(store);
      expect((await log.head()).size).toBeGreaterThanOrEqual(Number(said.trim().split('\n').at(-1)));
      await log.append(notes(1));
      expect(wrong(await verify({ held: [held] }, store))).toEqual({});
      await casebook.close();
    }
  }, 120_000);
});

describe('a thief of the old key', () => {
  let log: Log;
  beforeEach(async () => {
    log = await casebook.log();
    await rotate(casebook.store, log);
    await log.append(notes(4));
  });

  test('whose checkpoint a reader was handed is found, and named', async () => {
    const forged = signCheckpoint({ size: 6, root: 'ab'.repeat(32) }, old).note;
    expect(wrong(await verify({ held: [forged] }))).toEqual({
      'checkpoint held 1': `it is of 6 entries, signed by the key ${keyName(old.verifier)}, which was retired at 4: whoever signed it had a key that was no longer the log’s`,
    });
  });

  test('is found also where it is of the true entries', async () => {
    const { root } = await log.head();
    expect(wrong(await verify({ held: [signCheckpoint({ size: 8, root }, old).note] }))['checkpoint held 1']).toMatch(/which was retired at 4/);
  });

  test('who signed another end of the old key’s time is a fork', async () => {
    const forged = signCheckpoint({ size: 4, root: 'ab'.repeat(32) }, old).note;
    expect(wrong(await verify({ held: [forged] }))['checkpoint held 1']).toMatch(/forked or altered$/);
  });

  test('who puts the last checkpoint under the old key is named, and nothing more is signed', async () => {
    const { root, size } = await log.head();
    casebook.meddle(`UPDATE log_head SET note = '${signCheckpoint({ size, root }, old).note}'`);
    expect(wrong(await verify())['checkpoint']).toMatch(/which was retired at 4/);
    await expect(log.append(notes(1))).rejects.toMatchObject({ code: 'conflict' });
    const store = await casebook.open({ mode: 'write' });
    await expect(casebook.log(store)).rejects.toMatchObject({ code: 'casebook-damaged' });
  });

  test('who puts the old secret key back cannot make the casebook sign with it', async () => {
    casebook.meddle(`UPDATE store_settings SET value = zeroblob(32) WHERE name = 'signing-key'`);
    await expect(casebook.open({ mode: 'write' })).rejects.toMatchObject({ code: 'casebook-damaged' });
  });
});

describe('a forged link', () => {
  const thief = (): Signer => ed25519Signer(old.verifier.name, new Uint8Array(32).fill(9));

  test.each([
    ['whose checkpoint was taken away', `DELETE FROM log_anchors`, /names the key \w{8}, and there is no checkpoint of 4 entries/],
    [
      'whose checkpoint lost the old key’s line',
      `UPDATE log_anchors SET note = replace(note, substr(note, instr(note, '— '), instr(substr(note, instr(note, '— ')), char(10))), '')`,
      /the change of key is forged$/,
    ],
    ['whose payload was taken away', `UPDATE log_entries SET salt = NULL, payload = NULL WHERE position = 3`, /what it says is not here/],
  ])('%s is named, and the casebook is not opened for writing', async (_, sql, reason) => {
    await rotated();
    casebook.meddle(sql);
    expect(wrong(await verify())['keys']).toMatch(reason);
    await expect(casebook.open({ mode: 'write' })).rejects.toMatchObject({ code: 'casebook-damaged' });
  });

  test('by somebody who has the files and not the key is refused by who knows the key, though it says that the key was lost', async () => {
    casebook.meddle(`DELETE FROM store_settings WHERE name = 'signing-key'`);
    const store = await casebook.open({ mode: 'rescue' });
    await rotate(store, await casebook.log(store), true);
    expect(wrong(await verify({ log: old.verifier }))['keys']).toMatch(/^no key that you trust signed for the key \w{8}, which signs from 4 entries on/);
    expect(wrong(await verify({ log: thief().verifier }))['keys']).toMatch(/is none of this log’s/);
  });

  test('is found by any bit that is flipped in its checkpoint', async () => {
    await rotated();
    const [anchor] = await casebook.store.log.anchors();
    const bytes = Buffer.from(anchor?.note ?? '');
    const put = (value: Buffer): void => casebook.meddle(`UPDATE log_anchors SET note = CAST(x'${value.toString('hex')}' AS TEXT)`);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length * 8 - 1), async (bit) => {
        const flipped = Buffer.from(bytes);
        flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        put(flipped);
        expect(Object.keys(wrong(await verify()))).toContainEqual(expect.stringMatching(/^(?:keys|checkpoint kept 1)$/));
      }),
      { numRuns: 60 },
    );
    put(bytes);
    expect(await verify()).toMatchObject({ ok: true });
  });
});

describe('a casebook whose signing key was lost', () => {
  beforeEach(() => casebook.meddle(`DELETE FROM store_settings WHERE name = 'signing-key'`));

  test('is not written to, until a new key goes on alone; and every report says so', async () => {
    await expect(casebook.open({ mode: 'write' })).rejects.toMatchObject({ code: 'casebook-damaged', hint: expect.stringContaining('--lost') });
    const store = await casebook.open({ mode: 'rescue' });
    const log = await casebook.log(store);
    await expect(log.append(notes(1))).rejects.toMatchObject({ code: 'not-allowed' });
    await rotate(store, log, true);
    await log.append(notes(1));
    const found = await verify({ untied: true, held: [held] }, store);
    expect(found.ok).toBe(true);
    expect(found.checks).toContainEqual({ name: 'keys', ok: true, detail: expect.stringContaining('nothing but outside witnesses ties the two') });
    expect(await verify({ log: lastTerm(await store.terms()).key, held: [held] }, store)).toMatchObject({ ok: true });
  });
});

describe('a backup', () => {
  test('from after the change is restored against a checkpoint of the old key; one from before is refused against one of the new', async () => {
    const file = (name: string): string => join(casebook.folder, '..', name);
    await casebook.store.backup(file('before'));
    const log = await casebook.log();
    await rotate(casebook.store, log);
    await log.append(notes(2));
    await casebook.store.backup(file('after'));
    expect(await restore(file('after'), file('one'), { held: [held] })).toMatchObject({ ok: true });
    const later = await restore(file('before'), file('two'), { held: [(await log.head()).note] });
    expect(wrong(later)['checkpoint held 1']).toMatch(/after a change of key that this copy does not have$/);
    const handover = (await casebook.store.log.anchors())[0]?.note ?? '';
    expect(wrong(await restore(file('before'), file('two'), { held: [handover] }))['checkpoint held 1']).toMatch(/is an older copy$/);
  });
});
