// Documents read again, by the command line: what an earlier reader made of one lies in the casebook.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Casebook, surroundings } from '../../src/desk/casebook.ts';
import { recordClaim } from '../../src/desk/claim-new.ts';
import { findQuote } from '../../src/desk/quoted.ts';
import type { Reread } from '../../src/desk/reread.ts';
import type { ClaimRow, DocumentRow, Orphan } from '../../src/model/answers.ts';
import { UNSAID } from '../../src/model/unsaid.test-data.ts';
import { folderWith, json, onrecord } from './onrecord.ts';

const NOW = 'On 8 July 2021 the Holmvik District Court convicted Kamran Sohrabzadeh of murder.\n';
const EARLIER = NOW.replace('District', 'Dis-\ntrict');

/** Gives the folder, and the claim in words that only the earlier text has. */
async function casebook(): Promise<{ readonly folder: string; readonly document: string; readonly claim: string }> {
  const folder = await folderWith({});
  const book = await Casebook.create(join(folder, '.'), 'Test', surroundings('Mina Farhadi'));
  const { sha256, size } = await book.store.vault.keepOriginalBytes(Buffer.from(NOW));
  const [original, document] = [book.newId('o_'), book.newId('d_')];
  const text = await book.store.vault.keepText(EARLIER);
  const warnings = [{ code: 'ocr-uncertain', detail: 'Its words were read from a picture.' }] as const;
  await book.record([
    { kind: 'original.preserved', payload: { original, sha256, size, mediaType: 'text/plain', collection: UNSAID, tool: 'test' } },
    {
      kind: 'document.read',
      payload: { document, original, text, length: EARLIER.length, reader: 'txt@0', pages: [], metadata: {}, warnings, utterances: null },
    },
  ]);
  const quote = findQuote(EARLIER, 'the Holmvik Dis-\ntrict Court convicted');
  const { id } = await recordClaim(book, document, { quote, kind: 'conviction', roles: {}, time: null, modality: 'asserted', saidBy: [] });
  await book.close();
  return { folder, document, claim: id };
}

test('a document is read again, its orphan listed, placed, lifted, and the reading taken back', async () => {
  const { folder, document, claim } = await casebook();
  expect((await onrecord(folder, 'documents')).out).toContain('NOT WHOLE: Its words were read from a picture.');
  const [done] = await json<Reread>(folder, 'reread');
  expect(done).toMatchObject({ id: document, outcome: 'new-text', moved: 0, orphans: 1 });
  expect(await json<DocumentRow>(folder, 'documents')).toMatchObject([{ id: document, warnings: [] }]);
  expect(await onrecord(folder, 'reread')).toMatchObject({ status: 0, err: expect.stringContaining('none waits for OCR') });

  const [orphan] = await json<Orphan>(folder, 'orphans');
  expect(orphan).toMatchObject({ claim: { id: claim, orphan: true }, candidates: [{ exact: 'the Holmvik District Court convicted' }] });
  expect((await onrecord(folder, 'claims')).out).toContain('lost its place');
  expect(await onrecord(folder, 'orphans', 'place', claim, '--quote', 'words that nobody wrote')).toMatchObject({ status: 3 });
  const place = ['--quote', 'the Holmvik District Court convicted', '--reason', 'the hyphen was the typesetter’s'];
  expect(await json<ClaimRow>(folder, 'orphans', 'place', claim, ...place)).toMatchObject([{ id: claim, orphan: false }]);
  expect(await json<Orphan>(folder, 'orphans')).toEqual([]);
  expect(await json<ClaimRow>(folder, 'orphans', 'lift', claim)).toMatchObject([{ id: claim, orphan: true }]);

  expect(await json<Reread>(folder, 'reread', 'undo', document)).toMatchObject([{ outcome: 'new-text' }]);
  expect(await json<ClaimRow>(folder, 'show', claim)).toMatchObject([{ orphan: false, quote: { exact: 'the Holmvik Dis-\ntrict Court convicted' } }]);
});

test('calls that are off are refused', async () => {
  const { folder, claim } = await casebook();
  expect(await onrecord(folder, 'reread', 'd_nothing')).toMatchObject({ status: 3 });
  expect(await onrecord(folder, 'reread', 'undo')).toMatchObject({ status: 2 });
  expect(await onrecord(folder, 'orphans', 'place', claim)).toMatchObject({ status: 2 });
  expect(await onrecord(folder, 'orphans', 'place', claim, '--start', '0', '--end', '3')).toMatchObject({ status: 11 });
  expect(await onrecord(folder, 'orphans', 'keep', claim)).toMatchObject({ status: 2 });
});
