// Documents read again: what an earlier reader made of them is put into the casebook as that reader would have, and the
// readers of today then read the same bytes.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { ClaimContent } from '../model/claim.ts';
import { readClaims } from '../views/read-claims.ts';
import { STATUSES, type ClaimRow } from '../model/answers.ts';
import { UNSAID } from '../model/unsaid.test-data.ts';
import { Casebook, surroundings } from './casebook.ts';
import { recordClaim, withdrawClaim } from './claim-new.ts';
import { checkCasebook } from './check.ts';
import { erase } from './erase.ts';
import { liftClaim, orphans, placeOrphan } from './orphans.ts';
import { claim, documentView } from './questions.ts';
import { findQuote } from './quoted.ts';
import { earlierReading, reread, undoReread, type Reread } from './reread.ts';
import { decide, undo } from './review.ts';
import { analyseAgain } from './suggestions.ts';
import { verifyStore } from './verify-casebook.ts';

const NOW = `Kamran Sohrabzadeh was arrested at Holmvik airport on 14 November 2018. On 8 July 2021 the Holmvik District Court convicted Kamran Sohrabzadeh of murder.

He was told to wait. Political prisoners were executed at Sangtarash prison in August 1987. He was told to wait.
`;
/** As an earlier reader had it: another beginning, a hyphen that stayed, words that stand only once. */
const EARLIER = `Page one. ${NOW.replace('District', 'Dis-\ntrict').replace(' He was told to wait.\n', '\n')}`;

type Opened = { readonly casebook: Casebook; readonly document: string; readonly original: string };

async function opened(): Promise<Opened> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-reread-'));
  const casebook = await Casebook.create(join(folder, 'book'), 'Test', surroundings('Mina Farhadi'));
  onTestFinished(async () => {
    await casebook.close();
    await rm(folder, { recursive: true });
  });
  const { sha256, size } = await casebook.store.vault.keepOriginalBytes(Buffer.from(NOW));
  const [original, document] = [casebook.newId('o_'), casebook.newId('d_')];
  await casebook.record([
    { kind: 'original.preserved', payload: { original, sha256, size, mediaType: 'text/plain', collection: UNSAID, tool: 'test' } },
    {
      kind: 'document.read',
      payload: {
        document,
        original,
        text: await casebook.store.vault.keepText(EARLIER),
        length: EARLIER.length,
        reader: 'txt@0',
        pages: [],
        metadata: { publisher: [{ value: 'Holmvik Posten', from: 'stated by the person who added it' }] },
        warnings: [],
        utterances: null,
      },
    },
  ]);
  await analyseAgain(casebook);
  return { casebook, document, original };
}

const contentOf = (exact: string): ClaimContent => ({
  quote: findQuote(EARLIER, exact),
  kind: 'statement',
  roles: {},
  time: null,
  modality: 'asserted',
  saidBy: [],
});

async function only(casebook: Casebook, ids: readonly string[] = []): Promise<Reread> {
  const [first, ...others] = await Array.fromAsync(reread(casebook, ids, new AbortController().signal));
  if (!first || others.length > 0) throw new Error(`${others.length + 1} were read again`);
  return first;
}

const rowsOf = ({ casebook, document }: Opened): Promise<readonly ClaimRow[]> => readClaims(casebook.store.reads, { document, statuses: STATUSES });

test('a claim whose words stand once in the new text moves there; any other keeps its old words until a person places it', async () => {
  const { casebook, document } = await opened();
  const moves = await recordClaim(casebook, document, contentOf('Political prisoners were executed at Sangtarash prison'));
  const broken = await recordClaim(casebook, document, contentOf('the Holmvik Dis-\ntrict Court convicted'));
  const twice = await recordClaim(casebook, document, contentOf('He was told to wait.'));
  expect(await only(casebook)).toMatchObject({ id: document, outcome: 'new-text', moved: 1, orphans: 2 });

  const place = findQuote(NOW, moves.quote.exact);
  expect(place.start).not.toBe(moves.quote.start);
  expect(await claim(casebook, moves.id)).toMatchObject({ quote: place, orphan: false });
  expect(await claim(casebook, broken.id)).toMatchObject({ quote: broken.quote, orphan: true });
  const lost = await orphans(casebook, document);
  expect(lost.map((each) => [each.claim.id, each.candidates.map(({ exact }) => exact)])).toEqual([
    [broken.id, ['the Holmvik District Court convicted']],
    [twice.id, ['He was told to wait.', 'He was told to wait.']],
  ]);
  expect(lost[0]?.before).toMatch(/On 8 July 2021 $/);

  const found = lost[0]?.candidates[0];
  if (!found) throw new Error('no candidate');
  expect(await placeOrphan(casebook, broken.id, found, 'the hyphen was the typesetter’s')).toMatchObject({ quote: found, orphan: false });
  expect(await liftClaim(casebook, broken.id, null)).toMatchObject({ quote: broken.quote, orphan: true });
  await expect(placeOrphan(casebook, broken.id, { start: 5, end: 9000 }, null)).rejects.toMatchObject({ code: 'bad-shape' });
});

test('the old text is kept, is in every check, and stands again when the reading is taken back; folding again gives the same', async () => {
  const book = await opened();
  const { casebook, document } = book;
  const own = await recordClaim(casebook, document, contentOf('the Holmvik Dis-\ntrict Court convicted'));
  const before = await documentView(casebook, document);
  await only(casebook);
  const after = await documentView(casebook, document);
  expect(after).toMatchObject({
    text: NOW,
    reader: 'txt@1',
    publisher: 'Holmvik Posten',
    readings: [
      { reader: 'txt@0', current: false },
      { reader: 'txt@1', current: true },
    ],
  });
  expect(await earlierReading(casebook, document, before.textSha ?? '')).toMatchObject({ text: EARLIER });
  expect(await checkCasebook(casebook, null)).toMatchObject({ ok: true });
  expect(await verifyStore(casebook.store)).toMatchObject({ ok: true });

  const rows = await rowsOf(book);
  await casebook.rebuild();
  expect(await rowsOf(book)).toEqual(rows);

  expect(await undoReread(casebook, document)).toMatchObject({ outcome: 'new-text', orphans: 0 });
  expect(await documentView(casebook, document)).toMatchObject({ text: EARLIER, reader: 'txt@0' });
  expect(await claim(casebook, own.id)).toMatchObject({ quote: own.quote, orphan: false });
});

test('what was reviewed is not proposed again in the new text, and is again when the review is taken back; the rest is proposed anew', async () => {
  const book = await opened();
  const { casebook } = book;
  const [first, ...others] = await rowsOf(book);
  if (!first || others.length === 0) throw new Error('nothing was proposed');
  await decide(casebook, 'accept', [first.id], null);
  await only(casebook);
  const proposed = (rows: readonly ClaimRow[]) =>
    new Set(rows.map(({ quote, kind, status }) => `${status} ${kind} ${quote.exact.replace('Dis-\ntrict', 'District')}`));
  const rows = await rowsOf(book);
  expect(rows.filter(({ status }) => status === 'recorded').map(({ id }) => id)).toEqual([first.id]);
  expect(rows.filter(({ id }) => others.some((each) => each.id === id))).toEqual([]);
  expect(proposed(rows)).toEqual(proposed([{ ...first, status: 'recorded' }, ...others]));
  for (const { quote, evidence } of rows) {
    expect(Array.from(NOW).slice(quote.start, quote.end).join('')).toBe(quote.exact);
    for (const { start, end } of evidence) expect(Array.from(NOW).slice(start, end).join('')).toMatch(/\S/);
  }

  await undo(casebook, [first.id], null);
  const again = await rowsOf(book);
  expect(again.every(({ status }) => status === 'suggested')).toBe(true);
  expect(again.length).toBe(others.length + 1);
  // Decided once more by its old id, it is decided in words of the new text.
  const [decided] = await decide(casebook, 'reject', [first.id], 'told of already');
  expect(decided?.quote).toEqual(findQuote(NOW, first.quote.exact));
});

test('an orphan can be withdrawn, and stays one; one that was accepted cannot be decided again before it has a place', async () => {
  const book = await opened();
  const { casebook, document } = book;
  const own = await recordClaim(casebook, document, contentOf('the Holmvik Dis-\ntrict Court convicted'));
  const spanning = (await rowsOf(book)).find(({ quote }) => quote.exact.includes('Dis-\ntrict'));
  if (!spanning) throw new Error('nothing was proposed of those words');
  await decide(casebook, 'accept', [spanning.id], null);
  await only(casebook);
  expect(await withdrawClaim(casebook, own.id, 'not needed')).toMatchObject({ status: 'withdrawn', orphan: true });
  await expect(decide(casebook, 'reject', [spanning.id], 'no')).rejects.toMatchObject({ code: 'conflict' });
  await undo(casebook, [spanning.id], null);
  expect((await rowsOf(book)).filter(({ id }) => id === spanning.id)).toEqual([]);
});

test('what nothing new is found in records nothing, and an original that could not be read is read when it can be', async () => {
  const { casebook, document, original } = await opened();
  await only(casebook);
  const { size } = await casebook.log.head();
  expect(await Array.fromAsync(reread(casebook, [], new AbortController().signal))).toEqual([]);
  expect(await only(casebook, [original])).toMatchObject({ id: document, outcome: 'same' });
  expect(await casebook.log.head()).toMatchObject({ size });

  const html = await casebook.store.vault.keepOriginalBytes(Buffer.from('<p>The court sat on 8 July 2021.</p>'));
  const locked = casebook.newId('o_');
  const collection = { ...UNSAID, name: 'page.html' };
  const problem = { code: 'no-reader', reason: 'No reader.', hint: 'Wait.' };
  await casebook.record([
    {
      kind: 'original.preserved',
      payload: { original: locked, sha256: html.sha256, size: html.size, mediaType: 'text/html', collection, tool: 'test' },
    },
    { kind: 'document.unreadable', payload: { original: locked, reader: 'none@1', problem } },
  ]);
  const read = await only(casebook);
  expect(read).toMatchObject({ outcome: 'read', problem: null });
  expect(await documentView(casebook, locked)).toMatchObject({ id: read.id, text: 'The court sat on 8 July 2021.', problem: null });
});

test('an erasure takes every text that the document had', async () => {
  const { casebook, document } = await opened();
  const own = await recordClaim(casebook, document, contentOf('the Holmvik Dis-\ntrict Court convicted'));
  await only(casebook);
  await placeOrphan(casebook, own.id, { start: 0, end: 10 }, null);
  const { readings } = await documentView(casebook, document);
  await erase(casebook, document, 'a court’s order');
  for (const { text } of readings) expect(await casebook.store.vault.has('texts', text)).toBe(false);
  const left: string[] = [];
  for await (const { payload } of casebook.log.entries()) left.push(payload === null ? '' : Buffer.from(payload).toString('utf8'));
  expect(left.filter((each) => each.includes('Holmvik'))).toEqual([]);
});
