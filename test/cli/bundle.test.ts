// A bundle as the other side meets it: on a memory stick, without us, and without trust in us.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClaimRow, Verification } from '../../src/model/answers.ts';
import { folderWith, json, onrecord } from './onrecord.ts';

const PUBLIC = 'Kamran Sohrabzadeh was arrested by Vestmark police on 14 November 2018.\n';
const SECRET = 'The witness Parvin Azadi was beaten at Sangtarash prison in 1987.\n';

let made: string;

/** A casebook with a document that may be seen and one that may not, both reviewed; made once, as it takes its time. */
beforeAll(async () => {
  made = await mkdtemp(join(tmpdir(), 'onrecord-bundle-'));
  await writeFile(`${made}/a.txt`, PUBLIC);
  await writeFile(`${made}/b.txt`, SECRET);
  const by = ['--by', 'Mina Farhadi'];
  await json(made, 'init', 'book', ...by);
  await json(made, 'add', '--casebook', 'book', 'a.txt', ...by);
  await json(made, 'add', '--casebook', 'book', 'b.txt', '--sensitivity', 'hidden', ...by);
  const ids = (await json<ClaimRow>(made, 'claims', '--casebook', 'book')).map(({ id }) => id);
  await json(made, 'review', 'accept', ...ids, '--casebook', 'book', ...by);
  await json(made, 'export', '--format', 'bundle', 'out', '--casebook', 'book', '--purpose', 'disclosure to the defence');
});

afterAll(() => rm(made, { recursive: true, force: true }));

/** A copy of it for one test. */
async function bundle(): Promise<string> {
  const folder = await folderWith({});
  await cp(made, folder, { recursive: true });
  return folder;
}

async function verify(folder: string): Promise<Verification> {
  return JSON.parse((await onrecord(folder, 'verify', 'out', '--json')).out) as Verification;
}

const wrong = ({ checks }: Verification): readonly string[] => checks.filter(({ ok }) => !ok).map(({ name }) => name);

/** All bytes of a folder, to search for what must not be there. */
async function everything(folder: string): Promise<string> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const texts = await Promise.all(files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name), 'latin1')));
  return texts.join('\n') + files.map(({ name }) => name).join('\n');
}

/** Makes the manifests fit again, as somebody would who alters a bundle and knows the format. */
async function sealAgain(out: string): Promise<void> {
  for (const algorithm of ['sha256', 'sha512'] as const) {
    const name = `${out}/manifest-${algorithm}.txt`;
    const lines = (await readFile(name, 'utf8')).split('\n').filter(Boolean);
    const sealed = await Promise.all(
      lines.map(
        async (line) =>
          `${createHash(algorithm)
            .update(await readFile(`${out}/${line.slice(line.indexOf(' ') + 2)}`))
            .digest('hex')}${line.slice(line.indexOf(' '))}\n`,
      ),
    );
    await writeFile(name, sealed.join(''));
  }
  const tags = (await readFile(`${out}/tagmanifest-sha512.txt`, 'utf8'))
    .split('\n')
    .filter(Boolean)
    .map((line) => line.slice(line.indexOf(' ') + 2));
  const sealed = await Promise.all(
    tags.map(
      async (tag) =>
        `${createHash('sha512')
          .update(await readFile(`${out}/${tag}`))
          .digest('hex')}  ${tag}\n`,
    ),
  );
  await writeFile(`${out}/tagmanifest-sha512.txt`, sealed.join(''));
}

describe('a bundle', () => {
  it('is checked by sha512sum, by the checker inside it, and by us', async () => {
    const folder = await bundle();
    execFileSync('sha512sum', ['-c', '--quiet', 'manifest-sha512.txt'], { cwd: `${folder}/out` });
    await rm(`${folder}/book`, { recursive: true });
    const checker = spawnSync(process.execPath, ['data/verify/verify.mjs', '.'], { cwd: `${folder}/out`, encoding: 'utf8' });
    expect(checker).toMatchObject({ status: 0, stdout: expect.stringContaining('no outside witness: this shows consistency, not age') });
    expect(await verify(folder)).toMatchObject({ ok: true });
  });

  it.runIf(spawnSync('openssl', ['version']).status === 0)('has its signature checked by openssl, with the commands that its README gives', async () => {
    const folder = await bundle();
    const readme = await readFile(`${folder}/out/data/verify/README.txt`, 'utf8');
    const commands = readme
      .split('\n')
      .filter((line) => /^ {5}(head|tail|openssl) /.test(line))
      .join('\n');
    const run = spawnSync('bash', ['-euc', commands], { cwd: `${folder}/out`, encoding: 'utf8' });
    expect(run).toMatchObject({ status: 0, stdout: expect.stringContaining('Verified Successfully') });
  });

  it('leaves out what is sensitive and who reviewed, in every file and name, and every proof still holds', async () => {
    const folder = await bundle();
    const all = await everything(`${folder}/out`);
    const searched = ['Kamran Sohrabzadeh', 'Parvin Azadi', 'b.txt', 'Mina Farhadi', createHash('sha256').update(SECRET).digest('hex')];
    expect(searched.filter((words) => all.includes(words))).toEqual(['Kamran Sohrabzadeh']);
    expect((await verify(folder)).checks.find(({ name }) => name === 'withheld')?.detail).toMatch(/what \d+ say was withheld/);
  });

  it('holds them where that was asked for', async () => {
    const folder = await bundle();
    await json(folder, 'export', '--format', 'bundle', 'all', '--casebook', 'book', '--include', 'hidden', '--people');
    const all = await everything(`${folder}/all`);
    expect(['Parvin Azadi', 'Mina Farhadi'].filter((words) => !all.includes(words))).toEqual([]);
  });

  it('has a page for people and annotations for programs, with what may be seen of the claims on record', async () => {
    const folder = await bundle();
    const page = await readFile(`${folder}/out/data/index.html`, 'utf8');
    expect(page).toContain('Kamran Sohrabzadeh was arrested by Vestmark police on 14 November 2018');
    const { first } = JSON.parse(await readFile(`${folder}/out/data/annotations.jsonld`, 'utf8')) as {
      first: { items: readonly { target: { selector: readonly { exact?: string; start?: number; end?: number }[] } }[] };
    };
    const text = Array.from(PUBLIC);
    for (const { target } of first.items) {
      const [quote, position] = target.selector;
      expect(text.slice(position?.start, position?.end).join('')).toBe(quote?.exact);
    }
    expect(first.items.length).toBeGreaterThan(0);
  });

  it('is recorded in the log that it came from', async () => {
    const folder = await bundle();
    const [head] = await json<{ size: number }>(folder, 'log', 'head', '--casebook', 'book');
    await json(folder, 'log', 'prove', String((head?.size ?? 0) - 1), '--casebook', 'book', '--to', 'exhibit');
    const said = await readFile(`${folder}/exhibit/entry-${(head?.size ?? 0) - 1}.payload.json`, 'utf8');
    expect(said).toContain('disclosure to the defence');
    expect(said).toContain(
      createHash('sha256')
        .update(await readFile(`${folder}/out/tagmanifest-sha512.txt`))
        .digest('hex'),
    );
  });

  it('is not written over anything', async () => {
    const folder = await bundle();
    expect(await onrecord(folder, 'export', '--format', 'bundle', 'out', '--casebook', 'book')).toMatchObject({
      status: 11,
      err: expect.stringContaining('not empty'),
    });
  });
});

describe('of an altered bundle', () => {
  it('every file that was altered is found', async () => {
    const folder = await bundle();
    const files = (await readdir(`${folder}/out`, { recursive: true, withFileTypes: true })).filter((file) => file.isFile());
    for (const file of files) {
      const path = join(file.parentPath, file.name);
      const bytes = await readFile(path);
      const at = Math.floor(bytes.length / 2);
      await writeFile(path, Buffer.concat([bytes.subarray(0, at), Buffer.of((bytes[at] ?? 0) ^ 1), bytes.subarray(at + 1)]));
      const checker = spawnSync(process.execPath, [`${folder}/out/data/verify/verify.mjs`, `${folder}/out`], { encoding: 'utf8' });
      expect([file.name, checker.status === 0]).toEqual([file.name, false]);
      await writeFile(path, bytes);
    }
  });

  it.each([
    [
      'an original',
      async (out: string) => writeFile(`${out}/data/originals/${(await readdir(`${out}/data/originals`))[0]}`, PUBLIC.replace('2018', '2019')),
      'originals',
    ],
    [
      'a payload',
      async (out: string) => writeFile(`${out}/data/payloads/1.json`, (await readFile(`${out}/data/payloads/1.json`, 'utf8')).replace('book', 'hook')),
      'payloads',
    ],
    ['an entry', async (out: string) => flip(`${out}/data/log/tile/entries`), 'root'],
    ['a tile', async (out: string) => flip(`${out}/data/log/tile/0`), 'tiles'],
    [
      'a checkpoint',
      async (out: string) => writeFile(`${out}/data/log/checkpoint`, (await readFile(`${out}/data/log/checkpoint`, 'utf8')).replace(/\n\d+\n/, '\n3\n')),
      'checkpoint',
    ],
  ] as const)('%s is named even where the manifests were made to fit', async (_what, alter, name) => {
    const folder = await bundle();
    await alter(`${folder}/out`);
    await sealAgain(`${folder}/out`);
    expect(wrong(await verify(folder))).toContain(name);
  });

  it('a stray file, a link, and a path that leads out are refused', async () => {
    const folder = await bundle();
    await writeFile(`${folder}/out/data/stray.txt`, 'slipped in');
    expect(wrong(await verify(folder))).toEqual(['no other files']);
    await rm(`${folder}/out/data/stray.txt`);
    await symlink(`${folder}/a.txt`, `${folder}/out/data/link.txt`);
    expect(wrong(await verify(folder))).toContain('no links');
    await rm(`${folder}/out/data/link.txt`);
    for (const path of ['../a.txt', '/etc/hostname', 'data/../../a.txt', 'data\\a.txt']) {
      const manifest = await readFile(`${folder}/out/manifest-sha512.txt`, 'utf8');
      await writeFile(`${folder}/out/manifest-sha512.txt`, `${manifest}${'0'.repeat(128)}  ${path}\n`);
      expect(wrong(await verify(folder))).toContain('manifest-sha512.txt');
      await writeFile(`${folder}/out/manifest-sha512.txt`, manifest);
    }
  });
});

/** Flips a bit in the first file below a folder. */
async function flip(folder: string): Promise<void> {
  const [file] = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((each) => each.isFile());
  const path = join(file?.parentPath ?? '', file?.name ?? '');
  const bytes = await readFile(path);
  bytes[40] = (bytes[40] ?? 0) ^ 1;
  await writeFile(path, bytes);
}
