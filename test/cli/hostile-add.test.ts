// A folder of files made to harm whoever opens them, and of files that are merely broken, added in one go: each is
// preserved with the reason in plain words, the batch goes on, nothing is run and nothing is fetched.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pdfBomb, pdfOf, words } from '../../fixtures/reading/make-pdf.ts';
import { zipOf } from '../../fixtures/reading/make-zip.ts';
import type { Added } from '../../src/desk/add.ts';
import type { DocumentRow, DocumentView, Verification } from '../../src/model/answers.ts';
import { json, MAIN } from './onrecord.ts';

const MOST_MEGABYTES = 1500;

const fixture = (name: string): Promise<Buffer> => readFile(new URL(`../../fixtures/reading/${name}`, import.meta.url));
const megabyte = (count: number): Uint8Array => new Uint8Array(count * 1024 * 1024);

/** A docx whose text declares entities of entities: a billion laughs. */
const laughs = (): Uint8Array => {
  const entities = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');
  const xml = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY l0 "ha">${entities}]><w:document xmlns:w="x"><w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body></w:document>`;
  return zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8(xml) });
};

/** The general purpose bit of a zip that says "encrypted", set in both of its headers. */
function lockedZip(): Uint8Array {
  const bytes = Buffer.from(zipSync({ 'names.txt': strToU8('Parvin Azadi') }));
  for (const [mark, at] of [
    ['PK\u0003\u0004', 6],
    ['PK\u0001\u0002', 8],
  ] as const)
    bytes[bytes.indexOf(mark, 0, 'latin1') + at] = 1;
  return bytes;
}

const lockedPdf = (): Buffer => {
  const pdf = pdfOf([words([50, 780, 'Text'])]).toString('latin1');
  const encrypt = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'61'.repeat(32)}> /U <${'62'.repeat(32)}> >> /ID [<${'63'.repeat(16)}> <${'63'.repeat(16)}>]`;
  return Buffer.from(
    pdf.replace(/trailer\s*<</, (begin) => `${begin} ${encrypt} `),
    'latin1',
  );
};

const hostilePage = (url: string): string => `<!doctype html><html><head><title>Statement</title><script src="${url}/script.js"></script>
<link rel="stylesheet" href="${url}/style.css"><meta http-equiv="refresh" content="0;url=${url}/refresh"></head><body onload="fetch('${url}/load')">
<article><h1>Statement</h1><p>The court of Norvale heard the witness on Tuesday, and the families asked for the names of those who were taken in July.</p>
<img src="${url}/pixel.png" onerror="fetch('${url}/error')"><iframe src="${url}/frame"></iframe><script>fetch('${url}/inline')</script>
<p>She answered <a href="javascript:fetch('${url}/click')">every question</a> that the court had for her on that long day in the city.</p></article></body></html>`;

/** By name: what the file is, and how it may end; the codes of src/reading/unreadable.ts, or `read`. */
const FILES: Readonly<Record<string, readonly [make: (url: string) => Uint8Array | string | Promise<Uint8Array | string>, ...outcomes: readonly string[]]>> = {
  'truncated.pdf': [async () => (await fixture('court-en.pdf')).subarray(0, 3000), 'damaged', 'reader-failed', 'no-text', 'needs-ocr'],
  'truncated.docx': [async () => (await fixture('letter.docx')).subarray(0, 4000), 'damaged', 'archive'],
  'empty.html': [() => '', 'empty'],
  'wrong-ending.txt': [() => fixture('court-en.pdf'), 'read'],
  'wrong-ending.pdf': [() => 'The court has decided.', 'read', 'damaged'],
  'locked.pdf': [lockedPdf, 'encrypted', 'damaged'],
  'locked.zip': [lockedZip, 'encrypted'],
  'deep.html': [() => '<div>'.repeat(10_000), 'too-deep'],
  'bomb.pdf': [() => pdfBomb(700_000_000, 2), 'out-of-memory', 'damaged', 'took-too-long'],
  'bomb.docx': [() => zipOf('word/document.xml', deflateRawSync(megabyte(1)), 1_000_000_000), 'unsafe-archive'],
  'quiet-bomb.docx': [
    () => zipOf('word/document.xml', deflateRawSync(megabyte(700), { level: 1 }), 1000),
    'damaged',
    'reader-failed',
    'out-of-memory',
    'no-text',
  ],
  'laughs.docx': [laughs, 'unsafe-archive', 'damaged'],
  'laughs.xml': [() => '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "cccc">]><a>&b;</a>', 'no-reader'],
  'deep.eml': [
    () =>
      `From: a@b.example\nDate: x\nSubject: y\n${Array.from({ length: 200 }, (_, n) => `Content-Type: multipart/mixed; boundary=B${n}\n\n--B${n}\n`).join('')}`,
    'too-deep',
  ],
  'long.pdf': [() => pdfOf(Array.from({ length: 50_000 }, () => '')), 'too-big'],
  'nospace.txt': [() => 'x'.repeat(50_000_000), 'read'],
  'nul.txt': [() => 'abc\0def', 'not-text'],
  'surrogate.txt': [() => Buffer.from('fffe610000d86200', 'hex'), 'not-text', 'undecodable'],
  'nest.zip': [() => zipSync({ 'a.zip': zipSync({ 'b.zip': zipSync({ '../../../../tmp/onrecord-out.txt': strToU8('The court has decided.') }) }) }), 'archive'],
  'page.html': [hostilePage, 'read'],
  'bidi-\u202egpj.txt': [() => 'The name of this file turns the line around.', 'read'],
  'zz-honest.txt': [() => 'Kamran Sohrabzadeh was arrested by Vestmark police on 14 November 2018.', 'read'],
};

/** Megabytes of a process and all that it started, shared pages counted once for each; 0 where the system does not tell. */
function megabytesOf(pid: number): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    const status = field(`/proc/${name}/status`);
    const parent = Number(/^PPid:\s+(\d+)/m.exec(status)?.[1] ?? 0);
    parents.set(Number(name), parent);
  }
  const isOurs = (each: number): boolean => each === pid || (parents.has(each) && isOurs(parents.get(each) ?? 0));
  const kilobytes = [...parents.keys()].filter(isOurs).map((each) => Number(/^VmRSS:\s+(\d+)/m.exec(field(`/proc/${each}/status`))?.[1] ?? 0));
  return kilobytes.reduce((a, b) => a + b, 0) / 1024;
}

/** A process may end between its listing and its reading: then it has nothing. */
function field(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && (thrown.code === 'ENOENT' || thrown.code === 'ESRCH')) return '';
    throw thrown;
  }
}

describe('a folder of hostile and broken files', () => {
  let folder: string;
  let status: number | null;
  let added: readonly Added[];
  let rows: readonly DocumentRow[];
  let peak = 0;
  const fetched: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    fetched.push(request.url);
    response.end();
  });

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    folder = await mkdtemp(join(tmpdir(), 'onrecord-hostile-'));
    await json(folder, 'init', 'book');
    await mkdir(`${folder}/in`);
    for (const [name, [make]] of Object.entries(FILES)) await writeFile(`${folder}/in/${name}`, await make(url));
    // A name in the letters of an old Windows, as they come out of archives: no UTF-8.
    await writeFile(Buffer.concat([Buffer.from(`${folder}/in/`), Buffer.from('d0c7e4e3ed2e747874', 'hex')]), 'The court of Norvale has decided on Tuesday.');
    const child = spawn(process.execPath, [MAIN, 'add', 'in', '--casebook', 'book', '--json'], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
    const watch = setInterval(() => (peak = process.platform === 'linux' ? Math.max(peak, megabytesOf(child.pid ?? 0)) : 0), 200);
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (piece: string) => (out += piece));
    status = await new Promise<number | null>((resolve) => child.on('close', resolve));
    clearInterval(watch);
    added = out.split('\n').filter(Boolean).map((line) => JSON.parse(line) as Added); // prettier-ignore
    rows = await json<DocumentRow>(folder, 'documents', '--casebook', 'book');
  }, 600_000);
  afterAll(async () => {
    server.close();
    await rm(folder, { recursive: true });
  });

  it.each(Object.entries(FILES).map(([name, [, ...outcomes]]) => ({ name, outcomes })))('$name is preserved: $outcomes', ({ name, outcomes }) => {
    const row = rows.find((each) => each.name === name);
    expect(outcomes).toContain(row?.problem?.code ?? 'read');
    if (row?.problem) expect(row.problem).toMatchObject({ reason: expect.stringMatching(/^[A-Z][^.]+\./), hint: expect.stringMatching(/\.$/) });
  });

  it('ends with 1, tells of every file, and takes no more memory than it should', () => {
    expect(status).toBe(1);
    expect(added.length).toBeGreaterThan(Object.keys(FILES).length);
    expect(peak).toBeLessThan(MOST_MEGABYTES);
  });

  it('goes into an archive as deep as it should, and what would lie outside of it lies inside, by its last name', () => {
    expect(added.map(({ path }) => path).filter((path) => path.includes('nest.zip')).map((path) => path.slice(path.indexOf('nest.zip')))).toEqual([
      'nest.zip',
      'nest.zip/a.zip',
      'nest.zip/a.zip/b.zip',
      'nest.zip/a.zip/b.zip/onrecord-out.txt',
    ]); // prettier-ignore
    expect(readdirSync('/tmp')).not.toContain('onrecord-out.txt');
  });

  it('runs and fetches nothing, and of a page keeps the words alone', async () => {
    const page = rows.find(({ name }) => name === 'page.html');
    const [shown] = await json<DocumentView>(folder, 'show', page?.id ?? '', '--casebook', 'book');
    expect(shown?.text).toContain('She answered every question that the court had for her');
    expect(shown?.text).not.toMatch(/fetch|script|onerror|127\.0\.0\.1/);
    expect(fetched).toEqual([]);
  });

  it('reads a file whose name is no UTF-8, and shows no name that turns the line around', () => {
    expect(rows.filter(({ name, problem }) => name.endsWith('\ufffd.txt') && problem === null)).toHaveLength(1);
  });

  it('leaves a record that verifies', async () => {
    expect(await json<Verification>(folder, 'verify', 'book')).toMatchObject([{ ok: true }]);
  });
});
