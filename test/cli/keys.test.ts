// The signing key as the people who keep a record and those who check it meet it: shown, changed, stolen, lost.
import { execFile, execFileSync } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3-multiple-ciphers';
import { describe, expect, it } from 'vitest';
import type { Rotated, KeyOfLog } from '../../src/desk/rotate-key.ts';
import { signCheckpoint } from '../../src/log/checkpoint.ts';
import { ed25519Signer, type Signer } from '../../src/log/signature.ts';
import type { Verification } from '../../src/model/answers.ts';
import { folderWith, json, onrecord } from './onrecord.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

/** A folder with a casebook `book`, and the checkpoint `held.txt` that somebody was handed of it. */
async function casebook(): Promise<string> {
  const folder = await folderWith({ 'a.txt': 'Kamran Sohrabzadeh was arrested by Vestmark police on 14 November 2018.\n' });
  await json(folder, 'init', 'book');
  await json(folder, 'add', '--casebook', 'book', 'a.txt');
  await writeFile(`${folder}/held.txt`, (await onrecord(folder, 'log', 'head', '--casebook', 'book')).out);
  return folder;
}

const rotate = async (folder: string, ...args: readonly string[]): Promise<Rotated> => {
  const [rotated] = await json<Rotated>(folder, 'key', 'rotate', '--casebook', 'book', '--reason', 'its time', ...args);
  return rotated ?? expect.fail();
};

async function verify(folder: string, ...args: readonly string[]): Promise<Verification> {
  return JSON.parse((await onrecord(folder, 'verify', ...args, '--json')).out) as Verification;
}

const wrong = ({ checks }: Verification): readonly string[] => checks.filter(({ ok }) => !ok).map(({ name, detail }) => `${name}: ${detail}`);

/** The key as a thief of the files has it. */
function stolen(folder: string): Signer {
  const db = new Database(`${folder}/book/record.db`, { readonly: true });
  const seed = db.prepare<[], Uint8Array>(`SELECT value FROM store_settings WHERE name = 'signing-key'`).pluck().get() ?? expect.fail();
  const note = db.prepare<[], string>('SELECT note FROM log_head').pluck().get() ?? expect.fail();
  db.close();
  return ed25519Signer(note.split('\n')[0] ?? '', seed);
}

function lose(folder: string): void {
  const db = new Database(`${folder}/record.db`);
  db.exec(`DELETE FROM store_settings WHERE name = 'signing-key'`);
  db.close();
}

describe('a change of the signing key', () => {
  it('is checked by who holds a checkpoint or the key from before, on the casebook, an exhibit and a bundle', async () => {
    const folder = await casebook();
    const { key, retired, size, tied, destroyed } = await rotate(folder);
    expect([size, tied, destroyed]).toEqual([5, true, true]);
    await writeFile(`${folder}/b.txt`, 'A second document.\n');
    await json(folder, 'add', '--casebook', 'book', 'b.txt');
    await json(folder, 'log', 'prove', '2', '--casebook', 'book', '--to', 'exhibit');
    await json(folder, 'export', '--format', 'bundle', 'out', '--casebook', 'book');
    for (const told of [retired, key]) {
      for (const what of ['book', 'out']) expect(wrong(await verify(folder, what, '--checkpoint', 'held.txt', '--log-key', told))).toEqual([]);
      expect(wrong(await verify(folder, 'exhibit/entry-2.tlog-proof', '--log-key', told))).toEqual([]);
    }
    expect((await json<readonly KeyOfLog[]>(folder, 'key', 'show', '--casebook', 'book'))[0]).toMatchObject([
      { key: retired, from: 0, until: 5 },
      { key, from: 5, until: null, tied: true },
    ]);
  });

  it('is followed by a policy that names the old key, and by a checkpoint that a mail program gave other line ends', async () => {
    const folder = await casebook();
    const { retired } = await rotate(folder);
    const other = ed25519Signer('other.example/log', new Uint8Array(32).fill(5)).vkey;
    await writeFile(`${folder}/mine.txt`, `log ${retired}\nquorum none\n`);
    await writeFile(`${folder}/other.txt`, `log ${other}\nquorum none\n`);
    await writeFile(`${folder}/mailed.txt`, `\r\n${(await readFile(`${folder}/held.txt`, 'utf8')).replaceAll('\n', '\r\n')}`);
    expect(wrong(await verify(folder, 'book', '--policy', 'mine.txt', '--checkpoint', 'mailed.txt'))).toEqual([]);
    expect(wrong(await verify(folder, 'book', '--policy', 'other.txt'))).toEqual([expect.stringMatching(/^log of the policy: the policy names other logs/)]);
  });

  it('goes with a bundle, for openssl and the checker inside', async () => {
    const folder = await casebook();
    const { retired } = await rotate(folder);
    await json(folder, 'export', '--format', 'bundle', 'out', '--casebook', 'book');
    await rm(`${folder}/book`, { recursive: true });
    const readme = await readFile(`${folder}/out/data/verify/README.txt`, 'utf8');
    // The commands of the file itself: of the checkpoint under the key of today, and of the old key's last one.
    const commands = readme.split('\n').filter((line) => /^ {5}(?:head|tail|sed|openssl)/.test(line));
    expect(commands).toHaveLength(6);
    const out = execFileSync('bash', ['-e', '-c', commands.join('\n')], { cwd: `${folder}/out`, encoding: 'utf8' });
    expect(out).toBe('Signature Verified Successfully\nSignature Verified Successfully\n');
    for (const left of ['signed.txt', 'signature.bin']) await rm(`${folder}/${left}`);
    const checker = execFileSync(process.execPath, ['out/data/verify/verify.mjs', 'out', '--log-key', retired, '--checkpoint', 'held.txt'], { cwd: folder });
    expect(checker.toString()).toMatch(/^ok +keys: at 5 entries the key before handed over/m);
  });

  it('wants a reason, and is refused as lost while the key is there', async () => {
    const folder = await casebook();
    expect(await onrecord(folder, 'key', 'rotate', '--casebook', 'book')).toMatchObject({ status: 2, err: expect.stringContaining('--reason') });
    expect(await onrecord(folder, 'key', 'rotate', '--lost', '--reason', 'x', '--casebook', 'book')).toMatchObject({ status: 11 });
    expect(await onrecord(folder, 'key', 'turn', '--casebook', 'book')).toMatchObject({ status: 2, err: expect.stringContaining('rotate') });
    expect(await verify(folder, 'book', '--checkpoint', 'held.txt')).toMatchObject({ ok: true });
  });

  it('is made in an encrypted casebook too', async () => {
    const folder = await folderWith({ 'pass.txt': 'a passphrase\n' });
    const key = ['--passphrase-file', 'pass.txt'];
    await json(folder, 'init', 'book', '--encrypt', ...key);
    const rotated = await rotate(folder, ...key);
    expect(wrong(await verify(folder, 'book', ...key, '--log-key', rotated.retired))).toEqual([]);
  });
});

describe('a thief of the signing key', () => {
  it('is named where a checkpoint is shown that the key signed after it was retired', async () => {
    const folder = await casebook();
    const thief = stolen(folder);
    const { size } = await rotate(folder);
    await writeFile(`${folder}/forged.txt`, signCheckpoint({ size: size + 3, root: 'ab'.repeat(32) }, thief).note);
    const found = await verify(folder, 'book', '--checkpoint', 'forged.txt');
    expect(wrong(found)).toEqual([expect.stringMatching(/^checkpoint held 1: it is of 8 entries, signed by the key \w{8}, which was retired at 5/)]);
    await json(folder, 'log', 'prove', '2', '--casebook', 'book');
    const proof = await readFile(`${folder}/entry-2.tlog-proof`, 'utf8');
    await writeFile(`${folder}/entry-2.tlog-proof`, proof.slice(0, proof.indexOf('\n\n') + 2) + signCheckpoint({ size: 9, root: 'ab'.repeat(32) }, thief).note);
    expect(wrong(await verify(folder, 'entry-2.tlog-proof'))[0]).toMatch(/^checkpoint: it is of 9 entries, signed by the key \w{8}, which was retired at 5/);
  });
});

describe('an exhibit of a log whose key was changed', () => {
  it('is refused by who knows the old key, where the change was left out, altered or is no JSON; it never ends in a crash', async () => {
    const folder = await casebook();
    const { retired } = await rotate(folder);
    await json(folder, 'check', '--casebook', 'book'); // an entry under the new key alone
    await json(folder, 'log', 'prove', '2', '--casebook', 'book');
    const keys = `${folder}/entry-2.keys.json`;
    const whole = await readFile(keys, 'utf8');
    for (const altered of [
      '[]',
      '{',
      '[{"envelope":1}]',
      whole.replace('its time', 'no time!'),
      whole.replace(/\\n— \S+ \S+?\\n/, '\\n'),
      whole.replace('"e_', '"e_a'),
      JSON.stringify([...(JSON.parse(whole) as unknown[]), ...(JSON.parse(whole) as unknown[])]),
    ]) {
      await writeFile(keys, altered);
      expect(await onrecord(folder, 'verify', 'entry-2.tlog-proof', '--log-key', retired)).toMatchObject({ status: 1, out: expect.stringContaining('WRONG') });
    }
    await writeFile(keys, whole);
    expect(wrong(await verify(folder, 'entry-2.tlog-proof', '--log-key', retired))).toEqual([]);
  });

  it('is proved under the checkpoint that the reader holds, which no other proof can stand for', async () => {
    const folder = await casebook();
    await rotate(folder);
    await json(folder, 'log', 'prove', '2', '--casebook', 'book', '--to', 'today');
    expect(wrong(await verify(folder, 'today/entry-2.tlog-proof', '--checkpoint', 'held.txt'))[0]).toMatch(
      /^checkpoint held 1: it is of 4 entries, and the proof is of 5/,
    );
    await json(folder, 'log', 'prove', '2', '--casebook', 'book', '--to', 'then', '--checkpoint', 'held.txt');
    expect(await verify(folder, 'then/entry-2.tlog-proof', '--checkpoint', 'held.txt')).toMatchObject({
      ok: true,
      vouched: 'whoever gave the checkpoint held for the first 4 entries holds this log to it',
    });
    await writeFile(`${folder}/held.txt`, (await readFile(`${folder}/held.txt`, 'utf8')).replace('\n4\n', '\n3\n'));
    expect(await onrecord(folder, 'log', 'prove', '2', '--casebook', 'book', '--checkpoint', 'held.txt')).toMatchObject({ status: 11 });
  });
});

describe('a casebook whose signing key was lost', () => {
  it('is read, refuses to write and says how to go on; then every report says that nothing ties the new key to the old', async () => {
    const folder = await casebook();
    lose(`${folder}/book`);
    expect(await onrecord(folder, 'add', 'a.txt', '--casebook', 'book')).toMatchObject({ status: 7, err: expect.stringContaining('key rotate --lost') });
    expect((await onrecord(folder, 'documents', '--casebook', 'book')).status).toBe(0);
    const { key, retired, tied } = await rotate(folder, '--lost');
    expect(tied).toBe(false);
    const found = await verify(folder, 'book', '--checkpoint', 'held.txt');
    expect([wrong(found), found.checks.find(({ name }) => name === 'keys')?.detail]).toEqual([
      [],
      expect.stringContaining('nothing but outside witnesses ties the two'),
    ]);
    expect(wrong(await verify(folder, 'book', '--log-key', retired))).toEqual([expect.stringMatching(/^keys: no key that you trust signed for the key/)]);
    expect(wrong(await verify(folder, 'book', '--log-key', key))).toEqual([]);
    await writeFile(`${folder}/b.txt`, 'A second document.\n');
    await json(folder, 'add', '--casebook', 'book', 'b.txt');
  });
});

it('the commands of docs/keys.md run, in their order', async () => {
  const folder = await casebook();
  await writeFile(`${folder}/passphrase.txt`, 'a passphrase\n');
  await writeFile(`${folder}/new-passphrase.txt`, 'another one\n');
  const page = await readFile(new URL('../../docs/keys.md', import.meta.url), 'utf8');
  const sections = page.split(/^## /m).map((text) => ({ text, commands: [...text.matchAll(/```sh\n([^`]+)```/g)].map(([, block = '']) => block).join('') }));
  const ran: string[] = [];
  let variables = '';
  for (const { text, commands } of sections.filter((section) => section.commands !== '')) {
    if (text.startsWith('When it is lost')) lose(`${folder}/book`);
    const script = `set -e\nonrecord() { "${process.execPath}" "${MAIN}" "$@"; }\n${variables}\n${commands}\ndeclare -p OLD_KEY > ../variables`;
    await promisify(execFile)('bash', ['-c', script], { cwd: `${folder}/book` });
    variables = await readFile(`${folder}/variables`, 'utf8');
    ran.push(text.split('\n')[0] ?? '');
  }
  expect(ran).toHaveLength(6);
}, 300_000);
