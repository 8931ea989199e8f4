// Adding many documents: stopped and gone on with, from anywhere; and what a person sees of it.
import { spawn } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Added } from '../../src/desk/add.ts';
import type { DocumentRow, Verification } from '../../src/model/answers.ts';
import { folderWith, json, MAIN, onrecord, type Ran } from './onrecord.ts';

const report = (n: number): string => `Kamran Sohrabzadeh was arrested by Vestmark police on ${1 + (n % 28)} November 2018. Report ${n}.\n`;
const message = (n: number): string =>
  `From desk@example.org Sat Nov 21 10:00:00 2026\nFrom: desk@example.org\nDate: x\nSubject: Report ${n}\n\n${report(n)}\n`;
const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, n) => n);

/** Runs `onrecord add …` and sends `signal` to all of its process group, as a terminal does, once it has told of `after` documents. */
async function addAndStop(folder: string, after: number, signal: NodeJS.Signals): Promise<Ran & { readonly told: number }> {
  const child = spawn(process.execPath, [MAIN, 'add', 'in', '--casebook', 'book', '--json'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let out = '';
  let err = '';
  let sent = false;
  const told = (): number => out.split('\n').length - 1;
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    out += piece;
    if (sent || told() < after || child.pid === undefined) return;
    sent = true;
    process.kill(-child.pid, signal);
  });
  child.stderr.setEncoding('utf8').on('data', (piece: string) => (err += piece));
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { status, out, err, told: told() };
}

/** Far more than are recorded together, so that a stop comes in the middle. */
const MANY = 160;
const FOLDER = 400;

const documents = (folder: string): Promise<readonly DocumentRow[]> => json<DocumentRow>(folder, 'documents', '--casebook', 'book');

describe('adding that is stopped', () => {
  it('with Ctrl+C keeps what is done, blames no document, and goes on when it is run again', async () => {
    const folder = await folderWith({});
    await json(folder, 'init', 'book');
    await mkdir(`${folder}/in`);
    for (const n of upTo(FOLDER)) await writeFile(`${folder}/in/${n}.txt`, report(n));
    const stopped = await addAndStop(folder, 10, 'SIGINT');
    expect(stopped).toMatchObject({ status: 0, err: expect.stringContaining('run the same again to go on') });
    const before = await documents(folder);
    expect(before.length).toBeGreaterThanOrEqual(stopped.told);
    expect(before.length).toBeLessThan(FOLDER);
    expect(before.filter(({ problem }) => problem !== null)).toEqual([]);
    const again = await json<Added>(folder, 'add', 'in', '--casebook', 'book');
    expect(again.filter(({ outcome }) => outcome === 'held')).toHaveLength(before.length);
    expect(await documents(folder)).toHaveLength(FOLDER);
    expect(await json<Verification>(folder, 'verify', 'book')).toMatchObject([{ ok: true }]);
  });

  it.each([
    ['an archive', 'SIGINT', 'a.zip', () => zipSync(Object.fromEntries(upTo(MANY).map((n) => [`${n}.txt`, strToU8(report(n))])))],
    ['a mailbox, by a kill', 'SIGKILL', 'a.mbox', () => upTo(MANY).map(message).join('')],
    [
      'an archive in an archive',
      'SIGKILL',
      'a.zip',
      () => zipSync({ 'b.zip': zipSync(Object.fromEntries(upTo(MANY).map((n) => [`${n}.txt`, strToU8(report(n))]))) }),
    ],
  ] as const)('inside of %s goes on inside of it', async (_, signal, name, make) => {
    const folder = await folderWith({});
    await json(folder, 'init', 'book');
    await mkdir(`${folder}/in`);
    await writeFile(`${folder}/in/${name}`, make());
    const stopped = await addAndStop(folder, 8, signal);
    const before = await documents(folder);
    expect(stopped.told).toBeLessThan(MANY);
    expect(before.filter(({ problem }) => problem !== null && problem.code !== 'archive')).toEqual([]);
    await json(folder, 'add', 'in', '--casebook', 'book');
    const after = await documents(folder);
    expect(after.filter(({ problem }) => problem === null)).toHaveLength(MANY);
    expect(after.slice(0, before.length)).toEqual(before);
    // All of it is there now: nothing is opened any more.
    expect(await json<Added>(folder, 'add', 'in', '--casebook', 'book')).toMatchObject([{ outcome: 'held' }]);
    expect(await readdir(`${folder}/book/originals`)).not.toContainEqual(expect.stringMatching(/^\.new-/));
    expect(await json<Verification>(folder, 'verify', 'book')).toMatchObject([{ ok: true }]);
  });
});

it('adding a thousand documents tells of each once, and keeps every one', async () => {
  const folder = await folderWith({});
  await json(folder, 'init', 'book');
  await mkdir(`${folder}/in`);
  for (const n of upTo(1_000)) await writeFile(`${folder}/in/${n}.txt`, report(n));
  const added = await json<Added>(folder, 'add', 'in', '--casebook', 'book');
  expect(new Set(added.map(({ path }) => path)).size).toBe(1_000);
  expect(await documents(folder)).toHaveLength(1_000);
  expect((await onrecord(folder, 'add', 'in', '--casebook', 'book')).err).toContain('1000 in the casebook');
});
