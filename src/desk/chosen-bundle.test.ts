// A bundle of chosen claims: what they rest on, and what speaks against them; nobody discloses one side only without saying so.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { describe, expect, it } from 'vitest';
import { parseVkey, type Verifier } from '../log/signature.ts';
import { contentOf } from '../model/claim.ts';
import { verifyBundle } from '../exchange/verify-bundle.ts';
import { stateCare } from './care.ts';
import { Casebook, surroundings } from './casebook.ts';
import { amendClaim } from './claim-new.ts';
import { exportBundle, type Asked } from './export.ts';
import { rotateKey } from './rotate-key.ts';
import { story } from './story.test-data.ts';

const READER = { held: [], policy: null, authorities: null, key: null };
const PUBLIC = { disclosure: { most: 'public', people: false }, purpose: 'disclosure to the defence' } as const;

/** A beating, a denial of it, a conviction and an acquittal of one man, and a protest that has nothing to do with either. */
async function record() {
  const { casebook, claims } = await story([
    {
      text: 'Guards beat Homayun Rastegar at Sangtarash prison.',
      claims: [{ kind: 'torture', words: 'beat Homayun Rastegar', roles: { target: ['Homayun Rastegar'] } }],
    },
    {
      text: 'Nobody beat Rastegar, the ministry said.',
      claims: [{ kind: 'torture', words: 'Nobody beat Rastegar', modality: 'denied', roles: { target: ['Rastegar'] } }],
    },
    {
      text: 'A court convicted Kamran Sohrabzadeh.',
      claims: [{ kind: 'conviction', words: 'convicted Kamran Sohrabzadeh', roles: { target: ['Kamran Sohrabzadeh'] } }],
    },
    {
      text: 'Kamran Sohrabzadeh was acquitted.',
      claims: [{ kind: 'acquittal', words: 'Kamran Sohrabzadeh was acquitted', roles: { target: ['Kamran Sohrabzadeh'] } }],
    },
    {
      text: 'Students of Norvale marched on Friday.',
      claims: [{ kind: 'protest', words: 'Students of Norvale marched', roles: { actor: ['Students of Norvale'] } }],
    },
  ]);
  const [beating = '', denial = '', conviction = ''] = claims.map(({ id }) => id);
  const out = join(casebook.folder, '..', 'out');
  const make = (asked: Partial<Asked> & { readonly ids: readonly string[] }) =>
    exportBundle(casebook, out, { ...PUBLIC, ...asked, choice: { ids: asked.ids, filter: {} } });
  return { casebook, claims, beating, denial, conviction, out, make };
}

/** All bytes of a folder, names included. */
async function everything(folder: string): Promise<string> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((file) => file.isFile());
  return (await Promise.all(files.map(async (file) => `${file.name}\n${await readFile(join(file.parentPath, file.name), 'latin1')}`))).join('\n');
}

const page = (out: string): Promise<string> => readFile(join(out, 'data', 'index.html'), 'utf8');

it('a bundle of what was known by a day holds what stood in the record then, of what stands today', async () => {
  const beating = (known: string, words: string) => ({ text: `${words}.`, known, claims: [{ kind: 'torture' as const, words, roles: { place: [words.split(' ').at(-1) ?? ''] } }] }); // prettier-ignore
  const { casebook } = await story([beating('2024-01-01', 'Guards beat prisoners at Sangtarash'), beating('2024-03-01', 'Guards beat porters at Holmvik')]);
  const out = join(casebook.folder, '..', 'out');
  const made = await exportBundle(casebook, out, { ...PUBLIC, choice: { ids: [], filter: { knownBy: '2024-02' } } });
  expect(made).toMatchObject({ chosen: { claims: 1, against: 0 } });
  expect((await everything(out)).includes('porters')).toBe(false);
});

describe('a bundle of chosen claims', () => {
  it('carries what they rest on and what speaks against them, and nothing else of the record', async () => {
    const { beating, denial, out, make } = await record();
    expect(await make({ ids: [beating] })).toMatchObject({ chosen: { claims: 1, against: 1, withheld: {} } });
    const all = await everything(out);
    const searched = ['Guards beat Homayun', 'Nobody beat Rastegar', 'Sohrabzadeh', 'Norvale', 'Mina Farhadi', 'A story'];
    // The record's name is on its page.
    expect(searched.filter((words) => all.includes(words))).toEqual(['Guards beat Homayun', 'Nobody beat Rastegar', 'A story']);
    expect(JSON.parse(await readFile(join(out, 'data', 'selection.json'), 'utf8'))).toMatchObject({
      claims: [
        { id: beating, chosen: true },
        { id: denial, chosen: false, against: [{ claim: beating, rule: 'counter.denied@1' }] },
      ],
    });
    expect(await page(out)).toContain('The other side');
  });

  it('carries what a chosen claim was before it was amended', async () => {
    const { casebook, claims, beating, out, make } = await record();
    const [claim] = claims;
    if (claim) await amendClaim(casebook, beating, contentOf(claim), 'he was named in full');
    await make({ ids: [beating] });
    const all = await everything(out);
    expect(all).toContain('he was named in full');
    const { claims: chosen } = JSON.parse(await readFile(join(out, 'data', 'selection.json'), 'utf8'));
    expect(all).toContain(`"id":"${chosen[0].entry}"`);
  });

  it('holds the acquittal with the conviction, whichever was chosen', async () => {
    const { conviction, out, make } = await record();
    await make({ ids: [conviction] });
    expect(await page(out)).toContain('Kamran Sohrabzadeh was acquitted');
  });

  it('says that something speaks against them where that is hidden, and nothing of what it is', async () => {
    const { casebook, beating, denial, out, make } = await record();
    await stateCare(casebook, denial, { sensitivity: 'hidden' }, 'asked for');
    expect(await make({ ids: [beating] })).toMatchObject({ chosen: { against: 0, withheld: { hidden: 1 } } });
    expect(await page(out)).toContain('1 claim that contradicts these is withheld: hidden.');
    const all = await everything(out);
    expect([denial, 'Nobody', 'ministry'].filter((words) => all.includes(words))).toEqual([]);
    expect(await readFile(join(out, 'data', 'ro-crate-metadata.json'), 'utf8')).toContain('1 claim that contradicts these is withheld: hidden.');
  });

  it('refuses what may not go out where it is named, and what nobody has accepted', async () => {
    const { casebook, beating, make } = await record();
    await stateCare(casebook, beating, { retention: '2020' }, 'as agreed');
    await expect(make({ ids: [beating] })).rejects.toMatchObject({ code: 'bad-usage', message: expect.stringContaining('kept is over') });
    await expect(make({ ids: ['s_aaaaaaaaaaaaaaaa'] })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('wants a purpose where a document in it has one, and says it on its page', async () => {
    const { casebook, claims, beating, out, make } = await record();
    await stateCare(casebook, claims[0]?.document ?? '', { purpose: 'the court of Vestmark alone' }, 'as agreed');
    await expect(make({ ids: [beating], purpose: null })).rejects.toMatchObject({ code: 'bad-usage' });
    expect(await make({ ids: [beating] })).toMatchObject({ purposes: ['the court of Vestmark alone'] });
    expect(await page(out)).toContain('May be used for: the court of Vestmark alone');
  });

  it('names who reviewed only where that was asked for', async () => {
    const { beating, out, make } = await record();
    await make({ ids: [beating], disclosure: { most: 'public', people: true } });
    expect(await everything(out)).toContain('Mina Farhadi');
    expect(await verifyBundle(out, READER)).toMatchObject({ ok: true });
  });
});

describe('a bundle of chosen claims of a log whose key was changed', () => {
  it.each([false, true])('carries the change, and is checked in full with either key and a checkpoint from before (lost: %s)', async (lost) => {
    const { casebook: first, beating, out } = await record();
    const { folder } = first;
    const [retired, { note }] = [await first.vkey(), await first.log.head()];
    await first.close();
    if (lost) loseKey(folder);
    const casebook = await Casebook.open(folder, lost ? 'rescue' : 'write', surroundings('Mina Farhadi'));
    await rotateKey(casebook, { reason: 'it is time', lost });
    await exportBundle(casebook, out, { ...PUBLIC, choice: { ids: [beating], filter: {} } });
    await casebook.close();
    const payloads = await Promise.all((await readdir(join(out, 'data/payloads'))).map((name) => readFile(join(out, 'data/payloads', name), 'utf8')));
    expect(payloads.filter((each) => each.includes('it is time'))).toHaveLength(1);
    await writeFile(join(out, '..', 'held.txt'), note);
    const check = (...args: readonly string[]) => spawnSync(process.execPath, ['data/verify/verify.mjs', '.', ...args], { cwd: out, encoding: 'utf8' });
    expect(check('--checkpoint', '../held.txt')).toMatchObject({ status: 0, stdout: expect.stringContaining('checkpoint held 1: the first') });
    const told = check('--log-key', retired);
    expect(told.status).toBe(lost ? 1 : 0);
    expect(await readFile(join(out, 'data/log/retired/1.txt'), 'utf8')).toBe(`${retired}\n`);
  });

  it('is refused by who was told the key before, where the change was taken out of it', async () => {
    const { casebook, beating, denial, out, make } = await record();
    const key = keyOf(await casebook.vkey());
    await rotateKey(casebook, { reason: 'it is time', lost: false });
    const { size } = await casebook.log.head();
    // The old key signed the checkpoint of the change itself; what comes after it has the new one's word alone.
    await stateCare(casebook, denial, { consent: 'given' }, 'so that the log goes on');
    await make({ ids: [beating] });
    expect(await verifyBundle(out, { ...READER, key })).toMatchObject({ ok: true });
    for (const file of [`payloads/${size - 1}.json`, `entries/${size - 1}.json`, `entries/${size - 1}.tlog-proof`]) await rm(join(out, 'data', file));
    await sealAgainWithout(out);
    expect(await verifyBundle(out, { ...READER, key })).toMatchObject({ ok: false });
  });
});

function keyOf(vkey: string): Verifier {
  const key = parseVkey(vkey);
  return key.ok ? key.value : expect.fail(key.reason);
}

function loseKey(folder: string): void {
  const db = new Database(join(folder, 'record.db'));
  db.exec(`DELETE FROM store_settings WHERE name = 'signing-key'`);
  db.close();
}

/** Makes the manifests fit what is there, as somebody would who takes files out. */
async function sealAgainWithout(out: string): Promise<void> {
  for (const file of ['manifest-sha256.txt', 'manifest-sha512.txt']) {
    const lines = (await readFile(join(out, file), 'utf8')).split('\n').filter((line) => line === '' || existsSync(join(out, line.replace(/^\S+ +/, ''))));
    await writeFile(join(out, file), lines.join('\n'));
  }
  await sealAgain(out);
}

/** Makes the manifests fit again, as somebody would who alters a bundle and knows the format. */
async function sealAgain(out: string): Promise<void> {
  for (const file of ['manifest-sha256.txt', 'manifest-sha512.txt', 'tagmanifest-sha512.txt']) {
    const sum = file === 'manifest-sha256.txt' ? 'sha256sum' : 'sha512sum';
    execFileSync('bash', ['-c', `cut -d' ' -f3- ${file} | tr '\\n' '\\0' | xargs -0 ${sum} > sums && mv sums ${file}`], { cwd: out });
  }
}

describe('a stranger with a bundle of chosen claims', () => {
  it('checks it with the checker inside, with an earlier checkpoint, and with the commands of its README', async () => {
    const { casebook, beating, out, make } = await record();
    const { note } = await casebook.log.head();
    await stateCare(casebook, beating, { purpose: 'none' }, 'so that the log goes on');
    await make({ ids: [beating] });
    await writeFile(join(out, '..', 'held.txt'), note);
    const checker = spawnSync(process.execPath, ['data/verify/verify.mjs', '.', '--checkpoint', '../held.txt'], { cwd: out, encoding: 'utf8' });
    expect(checker).toMatchObject({ status: 0, stdout: expect.stringContaining('the other') });
    expect(checker.stdout).toMatch(/checkpoint held 1: the first \d+ entries are as they were/);
    execFileSync('sha512sum', ['-c', '--quiet', 'manifest-sha512.txt'], { cwd: out });
    const readme = await readFile(join(out, 'data/verify/README.txt'), 'utf8');
    const [inEntry, inTile, ofPayload, inEnvelope] = readme
      .split('\n')
      .filter((line) => /^ {5}(\(printf|tail -c|node -e|grep)/.test(line))
      .map((command) => execFileSync('bash', ['-c', command], { cwd: out, encoding: 'utf8' }).trim());
    expect(inEntry).toMatch(/^[0-9a-f]{64}$/);
    expect([inTile, inEnvelope]).toEqual([inEntry, ofPayload]);
  });

  it.each([
    ['an entry', 'entries', /\.json$/, 'entries'],
    ['a proof', 'entries', /proof$/, 'proofs'],
    ['a payload', 'payloads', /\.json$/, 'payloads'],
    ['the hashes of entries', 'log/tile/0', /\d+$/, 'root'],
  ])('finds %s that was altered, though the manifests were made to fit', async (_, folder, name, check) => {
    const { beating, out, make } = await record();
    await make({ ids: [beating] });
    const files = (await readdir(join(out, 'data', folder), { recursive: true, withFileTypes: true })).filter((file) => file.isFile() && name.test(file.name));
    const path = join(files[0]?.parentPath ?? '', files[0]?.name ?? '');
    const bytes = await readFile(path);
    // Of a payload's file that is a digit of the salt.
    const at = bytes.length - Math.min(10, bytes.length >> 1);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    await writeFile(path, bytes);
    await sealAgain(out);
    const { ok, checks } = await verifyBundle(out, READER);
    expect(ok).toBe(false);
    expect(checks.filter((each) => !each.ok).map((each) => each.name)).toContain(check);
  });

  it('is told at once where the checkpoint claims a log without end', async () => {
    const { beating, out, make } = await record();
    await make({ ids: [beating] });
    const path = join(out, 'data', 'log', 'checkpoint');
    await writeFile(path, (await readFile(path, 'utf8')).replace(/\n\d+\n/, `\n${Number.MAX_SAFE_INTEGER}\n`));
    await sealAgain(out);
    expect(await verifyBundle(out, READER)).toMatchObject({ ok: false });
  });

  it('is not led out of it by a link in the place of a folder, or by a path', async () => {
    const { beating, out, make } = await record();
    await make({ ids: [beating] });
    await symlink('/etc', join(out, 'data', 'linked'));
    expect((await verifyBundle(out, READER)).checks.find(({ name }) => name === 'no links')).toMatchObject({ ok: false });
  });
});
