// The road from documents to a record that can be checked, walked by the command line.
import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import type { ClaimRow, DocumentRow, DocumentView, Verification } from '../../src/model/answers.ts';
import type { Matrix } from '../../src/model/matrix.ts';
import type { Timeline } from '../../src/model/timeline.ts';
import { folderWith, json, onrecord } from './onrecord.ts';

const REPORT = `Court convicts former assistant prosecutor

Kamran Sohrabzadeh was arrested by Vestmark police in November 2018. On 8 July 2021, the Holmvik District Court convicted Sohrabzadeh and sentenced him to life imprisonment.

The Foreign Ministry denied that any prisoners had been executed at Sangtarash.
`;

async function casebookWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await folderWith(files);
  await json(folder, 'init', 'book', '--by', 'Mina Farhadi');
  await json(folder, 'add', '--casebook', 'book', '--published', '2021-07-10', ...Object.keys(files));
  return `${folder}/book`;
}

it('preserves, reads and analyses; a person reviews; the record is read and verified', async () => {
  const book = await casebookWith({ 'report.txt': REPORT });
  const [document] = await json<DocumentRow>(book, 'documents');
  expect(document).toMatchObject({ name: 'report.txt', published: '2021-07-10', language: 'en', problem: null });

  const claims = await json<ClaimRow>(book, 'claims');
  expect(claims.every(({ status }) => status === 'suggested')).toBe(true);
  const text = Array.from(REPORT);
  for (const { quote } of claims) expect(text.slice(quote.start, quote.end).join('')).toBe(quote.exact);
  const conviction = claims.find(({ kind, time }) => kind === 'conviction' && time !== null);
  expect(conviction).toMatchObject({ time: { edtf: '2021-07-08' }, modality: 'asserted', roles: { target: ['Kamran Sohrabzadeh'] } });

  const id = conviction?.id ?? '';
  await json(book, 'review', 'accept', id, '--by', 'Mina Farhadi');
  expect(await json<ClaimRow>(book, 'claims', '--recorded-only')).toMatchObject([
    { id, status: 'recorded', review: { by: 'Mina Farhadi', decision: 'accept' } },
  ]);
  const [timeline] = await json<Timeline>(book, 'timeline', '--recorded-only');
  expect(timeline?.dated.map(({ claim, first }) => [claim.id, first])).toEqual([[id, '2021-07-08']]);

  await json(book, 'review', 'undo', id, '--reason', 'to look at it again');
  expect(await json<ClaimRow>(book, 'claims', '--recorded-only')).toEqual([]);
  const [shown] = await json<ClaimRow>(book, 'show', id);
  expect(shown).toMatchObject({ status: 'suggested', review: null });

  const [matrix] = await json<Matrix>(book, 'matrix');
  expect(matrix?.columns.map((column) => column.id)).toContain('judgment');
  const [verification] = await json<Verification>(book, 'verify', '.');
  expect(verification).toMatchObject({ ok: true, vouched: 'no outside witness: this shows consistency, not age' });
});

it('gives the same rows after a rebuild, with amended, rejected and undone reviews among them', async () => {
  const book = await casebookWith({ 'report.txt': REPORT });
  const [first, second, third] = await json<ClaimRow>(book, 'claims');
  await json(book, 'review', 'accept', first?.id ?? '');
  await json(book, 'review', 'reject', second?.id ?? '', '--reason', 'not what the words say');
  await json(book, 'review', 'accept', third?.id ?? '');
  await json(book, 'review', 'undo', third?.id ?? '');
  const rows = async () => [
    await json(book, 'documents'),
    await json(book, 'claims'),
    await json(book, 'claims', '--status', 'rejected'),
    await json(book, 'show', first?.document ?? ''),
  ];
  const before = await rows();
  await json(book, 'rebuild');
  expect(await rows()).toEqual(before);
});

it('amends a suggestion, and refuses words that the document does not have', async () => {
  const book = await casebookWith({ 'report.txt': REPORT });
  const arrest = (await json<ClaimRow>(book, 'claims', '--kind', 'arrest'))[0];
  const { writeFile } = await import('node:fs/promises');
  const content = (exact: string) => ({
    quote: { exact, start: arrest?.quote.start, end: (arrest?.quote.start ?? 0) + Array.from(exact).length },
    kind: 'detention',
    roles: { target: ['Kamran Sohrabzadeh'] },
    time: null,
    modality: 'alleged',
    saidBy: [],
  });
  await writeFile(`${book}/content.json`, JSON.stringify(content('words that nobody wrote')));
  const refused = await onrecord(book, 'review', 'amend', arrest?.id ?? '', '--content', 'content.json', '--reason', 'kind');
  expect(refused.status).toBe(2);
  expect(refused.err).toContain('not what the document says');

  await writeFile(
    `${book}/content.json`,
    JSON.stringify(
      content(
        Array.from(arrest?.quote.exact ?? '')
          .slice(0, 20)
          .join(''),
      ),
    ),
  );
  const [amended] = await json<ClaimRow>(book, 'review', 'amend', arrest?.id ?? '', '--content', 'content.json', '--reason', 'the words tell of a detention');
  expect(amended).toMatchObject({
    status: 'recorded',
    kind: 'detention',
    modality: 'alleged',
    review: { decision: 'amend', reason: 'the words tell of a detention' },
  });
});

it('adds a folder, says what is held already, and writes nothing for it', async () => {
  const folder = await folderWith({ 'a.txt': REPORT, 'b.txt': 'Another report.\n\nNothing else is said here.\n' });
  await json(folder, 'init', 'book');
  const added = await json<{ outcome: string }>(folder, 'add', '--casebook', 'book', 'a.txt', 'b.txt', 'a.txt');
  expect(added.map(({ outcome }) => outcome)).toEqual(['added', 'added', 'held']);
  const before = await json<Verification>(folder, 'verify', 'book');
  expect((await json<{ outcome: string }>(folder, 'add', '--casebook', 'book', 'a.txt')).map(({ outcome }) => outcome)).toEqual(['held']);
  expect(await json<Verification>(folder, 'verify', 'book')).toEqual(before);
});

it('keeps a document’s own words for its date beside a person’s', async () => {
  const folder = await folderWith({
    'page.html':
      '<html lang="en"><head><title>Rally</title><meta property="article:published_time" content="2017-06-28"></head><body><article><p>Thousands rallied at Lac-Blanc on 27 June 2017.</p></article></body></html>',
  });
  await json(folder, 'init', 'book');
  const [added] = await json<{ id: string }>(folder, 'add', '--casebook', 'book', '--published', '2017-06', 'page.html');
  const [view] = await json<DocumentView>(folder, 'show', '--casebook', 'book', added?.id ?? '');
  expect(view?.published).toBe('2017-06');
  expect(view?.metadata.published?.map(({ value }) => value)).toEqual(['2017-06', '2017-06-28']);
});

it('shows each layer of the analysis in the shape that others rely on', async () => {
  const folder = await folderWith({ 'a.json': JSON.stringify({ id: 7, published: '2022-08-10', text: '“It is over,” Kamran Sohrabzadeh said on Monday.' }) });
  const layer = async (name: string) => (await json<Record<string, unknown>>(folder, 'inspect', 'a.json', '--layer', name))[0];
  expect(await layer('sentences')).toEqual({ id: '7', sentences: [{ start: 0, end: 48 }] });
  expect(await layer('times')).toEqual({
    id: '7',
    times: [expect.objectContaining({ text: 'on Monday'.slice(3), type: 'DATE', value: '2022-08-08', edtf: '2022-08-08' })],
  });
  expect(await layer('names')).toEqual({ id: '7', names: [{ start: 14, end: 32, text: 'Kamran Sohrabzadeh', type: 'person' }] });
  expect(await layer('speech')).toMatchObject({
    id: '7',
    speech: [{ source: [{ start: 14, end: 32 }], cue: [{ start: 33, end: 37 }], speaker: 'Kamran Sohrabzadeh' }],
  });
});

it('opens archives and mails, however deep they sensibly are: each file inside is a document with its own original', async () => {
  const mail =
    'From: Mina Farhadi <mina@ledger.example>\r\nSubject: Statement\r\nDate: Thu, 6 Feb 2020 10:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nThe statement is attached.\r\n--x\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=statement.txt\r\n\r\nThousands rallied at Lac-Blanc on 27 June 2017.\r\n--x--\r\n';
  const inner = zipSync({ 'report.txt': strToU8(REPORT) });
  const folder = await folderWith({ 'all.zip': zipSync({ 'inner.zip': inner, 'letter.eml': strToU8(mail) }) });
  await json(folder, 'init', 'book');
  const added = await json<{ path: string; outcome: string }>(folder, 'add', '--casebook', 'book', 'all.zip');
  expect(added.map(({ path, outcome }) => [path.slice(folder.length + 1), outcome])).toEqual([
    ['all.zip', 'opened'],
    ['all.zip/inner.zip', 'opened'],
    ['all.zip/inner.zip/report.txt', 'added'],
    ['all.zip/letter.eml', 'added'],
    ['all.zip/letter.eml/statement.txt', 'added'],
  ]);
  const rows = await json<DocumentRow>(folder, 'documents', '--casebook', 'book');
  const report = rows.find(({ name }) => name === 'report.txt');
  const [view] = await json<DocumentView>(folder, 'show', '--casebook', 'book', report?.id ?? '');
  expect(view?.container).toBe(rows.find(({ name }) => name === 'inner.zip')?.id);
});

it('says how like two names are, and why, one pair or many', async () => {
  const folder = await folderWith({});
  const [found] = await json<{ score: number; verdict: string; why: readonly object[] }>(folder, 'compare', 'Kamran Sohrabzadeh', 'کامران سهراب‌زاده');
  expect(found?.score).toBeGreaterThan(0.9);
  expect(found?.why.length).toBeGreaterThan(0);
  expect((await json<{ score: number }>(folder, 'compare', 'Kamran Sohrabzadeh', 'Mansour Raufian'))[0]?.score).toBeLessThan(0.1);
  expect((await onrecord(folder, 'compare', 'one name alone')).status).toBe(2);
});
