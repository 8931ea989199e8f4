// A desk as a person has it: a casebook made by the command line from a few documents, and served by it.
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import type { ClaimRow, DocumentRow, DocumentView } from '../../src/model/answers.ts';
import { addFiles } from '../../src/desk/add.ts';
import { Casebook, surroundings } from '../../src/desk/casebook.ts';
import { startServer } from '../../src/http/server.ts';
import { onrecord } from '../cli/onrecord.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

/** `link` is the one that `serve` prints; `origin` is its beginning. */
export type Desk = { readonly link: string; readonly origin: string; readonly close: () => Promise<void> };

/** Makes a casebook of `files` (name → text or bytes), does to its folder what `alter` does, and serves it on a free port. */
export async function startDesk(files: Readonly<Record<string, string | Uint8Array>>, alter: (casebook: string) => void = () => {}): Promise<Desk> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-desk-'));
  const clear = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    await makeCasebook(folder, files);
    alter(join(folder, 'casebook'));
    const { link, stop } = await serve(folder);
    return { link, origin: new URL(link).origin, close: () => stop().then(clear) };
  } catch (thrown) {
    await clear();
    throw thrown;
  }
}

/** The same in this process, for journeys that are not about how a desk is made and started: it is there in a second. */
export async function openDesk(files: Readonly<Record<string, string | Uint8Array>>): Promise<Desk> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-desk-'));
  const casebook = await Casebook.create(join(folder, 'casebook'), 'casebook', surroundings('Mina Farhadi'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const paths = Object.keys(files).map((name) => join(folder, name));
  await Array.fromAsync(addFiles(casebook, paths, {}, new AbortController().signal));
  const server = await startServer(casebook, 0);
  const close = async (): Promise<void> => {
    await server.close();
    await casebook.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { link: server.link, origin: new URL(server.link).origin, close };
}

async function makeCasebook(folder: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  await mkdir(join(folder, 'documents'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, 'documents', name), text);
  await run(folder, [0], 'init', 'casebook');
  // Exit 1 is "done, with a finding", as a document that could not be read.
  if (Object.keys(files).length > 0) await run(folder, [0, 1], 'add', 'documents', '--casebook', 'casebook', '--by', 'Mina Farhadi');
}

async function run(folder: string, expected: readonly number[], ...args: readonly string[]): Promise<void> {
  const { status, err } = await onrecord(folder, ...args);
  if (status === null || !expected.includes(status)) throw new Error(`onrecord ${args.join(' ')} ended with ${status}: ${err}`);
}

/** Serves a casebook in `folder` on a free port. */
export async function serve(folder: string, name = 'casebook'): Promise<{ readonly link: string; readonly pid: number; readonly stop: () => Promise<void> }> {
  const child = spawn(process.execPath, [MAIN, 'serve', '--casebook', name, '--port', '0', '--by', 'Mina Farhadi'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  let said = '';
  const link = await new Promise<string>((resolve, reject) => {
    child.stderr.setEncoding('utf8').on('data', (piece: string) => (said += piece));
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      said += piece;
      const found = /http:\/\/\S+/.exec(said)?.[0];
      if (found) resolve(found);
    });
    child.on('close', (status) => reject(new Error(`onrecord serve ended with ${status}: ${said}`)));
  });
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  return { link, pid: child.pid ?? 0, stop };
}

/** What the API answers to the page that is open, with its cookie. */
export async function asked<Answer>(page: Page, path: string): Promise<Answer> {
  const response = await page.context().request.get(new URL(`/api${path}`, page.url()).href);
  if (!response.ok()) throw new Error(`${path} answered ${response.status()}`);
  return (await response.json()) as Answer;
}

/** What the API answers to something that is said from the page that is open. */
export const sent = async <Answer>(page: Page, path: string, body: unknown): Promise<Answer> => {
  const [status, answer] = await page.evaluate<readonly [number, Answer]>(
    `fetch('/api${path}', { method: 'POST', headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(JSON.stringify(body))} }).then(async (r) => [r.status, await r.json()])`,
  );
  if (status >= 300) throw new Error(`${path} answered ${status}: ${JSON.stringify(answer)}`);
  return answer;
};

/** The document that was read from the file of this name. */
export async function documentOf(page: Page, name: string): Promise<DocumentRow> {
  const rows = await asked<readonly DocumentRow[]>(page, '/documents');
  const found = rows.find((row) => row.name === name);
  if (!found) throw new Error(`no document was read from ${name}`);
  return found;
}

/** Every suggestion and claim of a document, those set aside too. */
export const claimsOf = async (page: Page, document: string): Promise<readonly ClaimRow[]> =>
  (await asked<DocumentView>(page, `/documents/${encodeURIComponent(document)}`)).claims;

/** Everything the browser complains of: scripts that failed, requests that the policy refused. */
export function complaintsOf(page: Page): readonly string[] {
  const heard: string[] = [];
  page.on('pageerror', (error) => heard.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') heard.push(message.text());
  });
  return heard;
}
