// Web archives taken in: each page a document of its own, that knows its address, its time and what was found of the archive.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { httpAnswer, waczOf, warcRecord } from '../../fixtures/reading/make-warc.ts';
import { addFiles, type Added } from './add.ts';
import { Casebook, surroundings } from './casebook.ts';
import { custody, documents, documentView } from './questions.ts';
import { revisions } from './revisions.ts';

const ADDRESS = 'https://vestmark.example/court';
const WORDS =
  'The district court of Vestmark sentenced Kamran Sohrabzadeh to six years of imprisonment on Thursday, his lawyer told reporters after the hearing. The judge read the verdict in a closed session, and the family was not let in.';
const page = (words: string, day: string): Buffer =>
  warcRecord('response', ADDRESS, httpAnswer(`<title>Verdict</title><p>${words}</p>`), `WARC-Date: ${day}T06:00:00Z\r\n`);

async function added(files: Readonly<Record<string, Buffer>>): Promise<{ readonly casebook: Casebook; readonly told: readonly Added[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-web-'));
  const casebook = await Casebook.create(join(folder, 'book'), 'A case', surroundings('Mina Farhadi'));
  onTestFinished(async () => {
    await casebook.close();
    await rm(folder, { recursive: true, force: true });
  });
  const told: Added[] = [];
  for (const [name, bytes] of Object.entries(files)) {
    await writeFile(join(folder, name), bytes);
    for await (const one of addFiles(casebook, [join(folder, name)], {}, new AbortController().signal)) told.push(one);
  }
  return { casebook, told };
}

test('a page of a WACZ file is a document that shows its address, its time and what was found of the archive', async () => {
  const wacz = waczOf({ warcs: { 'a.warc': page(WORDS, '2022-12-18') }, pages: [ADDRESS] });
  const { casebook, told } = await added({ 'crawl.wacz': wacz });
  expect(told.map(({ outcome }) => outcome)).toEqual(['opened', 'added']);
  const view = await documentView(casebook, told[1]?.id ?? '');
  expect(view).toMatchObject({
    title: 'Verdict',
    text: WORDS,
    url: ADDRESS,
    metadata: { captured: [{ value: '2022-12-18', from: 'WARC-Date 2022-12-18T06:00:00Z' }] },
  });
  const [archive] = view.archives;
  expect(archive?.found).toContain('All 2 files that its datapackage.json lists have the digests that it states. It bears no signature.');
  expect((await custody(casebook, view.id)).archives).toEqual(view.archives);
  expect((await documents(casebook)).map(({ problem }) => problem?.code ?? null)).toEqual(expect.arrayContaining(['web-archive', null]));
});

test('what the archive lost behind a page is told where the archive is shown; adding it again adds nothing', async () => {
  const cut = Buffer.concat([page(WORDS, '2022-12-18'), page(`${WORDS} He appealed.`, '2022-12-20'), page(WORDS, '2022-12-24').subarray(0, -9)]);
  const { told } = await added({ 'a.warc': cut, 'b.warc': cut });
  expect(told.map(({ outcome, problem }) => [outcome, problem?.code ?? null])).toEqual([
    ['unreadable', 'damaged'],
    ['added', null],
    ['added', null],
    ['held', null],
  ]);
  expect(told[0]?.problem?.reason).toContain('record 3 is cut short. It has 2 records; 2 pages of it are documents.');
});

test('two captures of one address with other words are versions of it, in the order of their days', async () => {
  const { casebook } = await added({ 'a.warc': Buffer.concat([page(`${WORDS} He appealed.`, '2022-12-20'), page(WORDS, '2022-12-18')]) });
  expect((await revisions(casebook)).map(({ address, earlier, later }) => [address, earlier.at, later.at])).toEqual([
    [ADDRESS.replace('https://', ''), '2022-12-18', '2022-12-20'],
  ]);
});
