// A person’s own claims and the queue, by the command line.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ClaimRow, DocumentRow, Verification } from '../../src/model/answers.ts';
import { folderWith, json, onrecord } from './onrecord.ts';
import { REPORT } from '../desk/documents.ts';

async function casebook(): Promise<{ readonly folder: string; readonly document: string }> {
  const folder = await folderWith({});
  await mkdir(join(folder, 'documents'));
  await writeFile(join(folder, 'documents', 'report.txt'), REPORT);
  await onrecord(folder, 'init', '.');
  await onrecord(folder, 'add', 'documents');
  const [row] = await json<DocumentRow>(folder, 'documents');
  return { folder, document: row?.id ?? '' };
}

const QUOTE = 'prisoners were executed at Sangtarash prison in August 1987';

test('a person’s own claim stands beside accepted suggestions, is withdrawn with a reason, and each is taken back', async () => {
  const { folder, document } = await casebook();
  const words = ['--quote', QUOTE, '--kind', 'execution', '--role', 'target=Political prisoners', '--role', 'place=Sangtarash prison'];
  const [own] = await json<ClaimRow>(folder, 'claim', 'new', '--document', document, ...words, '--time', 'in August 1987', '--said-by', 'Ledger for Justice');
  expect(own).toMatchObject({
    status: 'recorded',
    rule: 'a person',
    confidence: null,
    time: { text: 'in August 1987', edtf: '1987-08' },
    saidBy: ['Ledger for Justice'],
  });
  expect(own?.id).toMatch(/^c_/);
  const id = own?.id ?? '';
  const recorded = async (): Promise<readonly string[]> => (await json<ClaimRow>(folder, 'claims', '--recorded-only')).map((claim) => claim.id);
  expect(await recorded()).toEqual([id]);
  expect(await onrecord(folder, 'claim', 'withdraw', id)).toMatchObject({ status: 2 });
  const [withdrawn] = await json<ClaimRow>(folder, 'claim', 'withdraw', id, '--reason', 'told of already');
  expect(withdrawn).toMatchObject({ status: 'withdrawn', review: { decision: 'withdraw', reason: 'told of already' } });
  expect(await recorded()).toEqual([]);
  expect(await onrecord(folder, 'claim', 'withdraw', id, '--reason', 'again')).toMatchObject({ status: 3 });
  await json(folder, 'review', 'undo', id);
  expect(await recorded()).toEqual([id]);
  const before = await json<ClaimRow>(folder, 'claims', '--document', document);
  await onrecord(folder, 'rebuild');
  expect(await json<ClaimRow>(folder, 'claims', '--document', document)).toEqual(before);
  await json(folder, 'review', 'undo', id);
  expect(await recorded()).toEqual([]);
  expect((await onrecord(folder, 'show', id)).status).toBe(3);
  const [verified] = await json<Verification>(folder, 'verify', '.');
  expect(verified?.ok).toBe(true);
});

test('a recorded claim is amended with a reason, be it a person’s own or one that was accepted, and undo brings back what stood before', async () => {
  const { folder, document } = await casebook();
  const [own] = await json<ClaimRow>(folder, 'claim', 'new', '--document', document, '--quote', QUOTE, '--kind', 'execution');
  const [suggested] = await json<ClaimRow>(folder, 'claims', '--status', 'suggested');
  await json(folder, 'review', 'accept', suggested?.id ?? '');
  for (const before of [own, suggested]) {
    const id = before?.id ?? '';
    const { quote, roles, saidBy } = before as ClaimRow;
    await writeFile(join(folder, 'content.json'), JSON.stringify({ quote, kind: 'massacre', roles, time: null, modality: 'alleged', saidBy }));
    const amend = (...reason: readonly string[]) => onrecord(folder, 'review', 'amend', id, '--content', 'content.json', ...reason);
    expect(await amend()).toMatchObject({ status: 2 });
    expect(await amend('--reason', 'many were killed')).toMatchObject({ status: 0 });
    const [amended] = await json<ClaimRow>(folder, 'show', id);
    expect(amended).toMatchObject({ status: 'recorded', kind: 'massacre', modality: 'alleged', review: { reason: 'many were killed' } });
    expect(amended?.rule).toBe(before?.rule);
    await onrecord(folder, 'rebuild');
    expect(await json<ClaimRow>(folder, 'show', id)).toEqual([amended]);
    const [restored] = await json<ClaimRow>(folder, 'review', 'undo', id);
    expect(restored).toMatchObject({ status: 'recorded', kind: before?.kind, modality: before?.modality });
  }
  await json(folder, 'claim', 'withdraw', own?.id ?? '', '--reason', 'told of already');
  const refused = await onrecord(folder, 'review', 'amend', own?.id ?? '', '--content', 'content.json', '--reason', 'again');
  expect(refused).toMatchObject({ status: 3 });
});

test('a quote that the document does not have, or has more than once, is refused, and so is a role that is none', async () => {
  const { folder, document } = await casebook();
  const claim = (...words: readonly string[]) => onrecord(folder, 'claim', 'new', '--document', document, '--kind', 'execution', ...words);
  expect(await claim('--quote', 'words that nobody wrote')).toMatchObject({ status: 3 });
  const twice = await claim('--quote', 'executed at Sangtarash prison');
  expect(twice).toMatchObject({ status: 2 });
  expect(twice.err).toContain('2 times');
  expect(await claim('--quote', QUOTE, '--role', 'victim=somebody')).toMatchObject({ status: 2 });
  expect(await claim('--quote', QUOTE, '--edtf', '1987')).toMatchObject({ status: 2 });
  expect(await json<ClaimRow>(folder, 'claims', '--recorded-only')).toEqual([]);
});

test('the queue goes by confidence, kind or speaker, and a decision takes a suggestion out of it', async () => {
  const { folder } = await casebook();
  const byConfidence = await json<ClaimRow>(folder, 'queue', '--by', 'confidence');
  const confidences = byConfidence.map((claim) => claim.confidence ?? 0);
  expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
  const [first, second] = byConfidence;
  await json(folder, 'review', 'accept', first?.id ?? '', second?.id ?? '');
  expect(await json<ClaimRow>(folder, 'queue')).toHaveLength(byConfidence.length - 2);
  await json(folder, 'review', 'undo', first?.id ?? '', second?.id ?? '');
  expect(await json<ClaimRow>(folder, 'queue')).toHaveLength(byConfidence.length);
  const arrests = await json<ClaimRow>(folder, 'queue', '--kind', 'arrest');
  expect(new Set(arrests.map((claim) => claim.kind))).toEqual(new Set(['arrest']));
  expect(await onrecord(folder, 'queue', '--least', 'high')).toMatchObject({ status: 2 });
});
