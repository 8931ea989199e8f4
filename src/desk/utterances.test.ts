import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Fault } from '../base/fault.ts';
import { UNSAID } from '../model/unsaid.test-data.ts';
import { plainUtterance, type Utterance } from '../model/utterance.ts';
import { placeUtterances, utteranceAt } from '../views/utterances.ts';
import { verifyBundle } from '../exchange/verify-bundle.ts';
import { Casebook, surroundings } from './casebook.ts';
import { checkCasebook } from './check.ts';
import { erase } from './erase.ts';
import { exportBundle } from './export.ts';
import { emptyBook } from './texts.test-data.ts';
import { keepUtterances, speakers, utterances } from './utterances.ts';
import { verifyStore } from './verify-casebook.ts';

const TEXT = '[10.08.22, 14:03] Golnar: They took him.\n\n[11.08.22, 09:00] Navid: Who?\n';
const [FIRST, SECOND] = [TEXT.indexOf('They'), TEXT.indexOf('Who')];
const SAID: readonly Utterance[] = [
  { ...plainUtterance({ start: FIRST, end: FIRST + 14 }), head: 0, speaker: 'Golnar Teherani', sent: '2022-08-10T14:03' },
  { ...plainUtterance({ start: SECOND, end: SECOND + 4 }), head: TEXT.lastIndexOf('['), speaker: 'Navid', sent: '2022-08-11T09:00', answers: 0 },
];

/** What a reader trusts who was handed nothing. */
const NOTHING = { held: [], policy: null, authorities: null, key: null };

/** A casebook with one document, that has these two utterances. */
async function conversation(): Promise<{ readonly casebook: Casebook; readonly document: string }> {
  const { casebook, drop } = await emptyBook();
  onTestFinished(drop);
  const { vault } = casebook.store;
  const { sha256, size } = await vault.keepOriginalBytes(Buffer.from(`${TEXT} as it came`));
  const [original, document] = [casebook.newId('o_'), casebook.newId('d_')];
  const [text, said] = [await vault.keepText(TEXT), await keepUtterances(casebook, { utterances: SAID })];
  const read = { document, original, text, length: TEXT.length, reader: 'whatsapp@1', pages: [], metadata: {}, warnings: [], utterances: said };
  await casebook.record(
    [
      { kind: 'original.preserved', payload: { original, sha256, size, mediaType: 'text/plain', collection: UNSAID, tool: 'test' } },
      { kind: 'document.read', payload: read },
    ],
    () => placeUtterances(casebook.store.views, document, SAID),
  );
  return { casebook, document };
}

test('utterances are asked for by windows, with how many there are, whose, and on which days', async () => {
  const { casebook, document } = await conversation();
  const second = { utterances: [{ ordinal: 1, ...SAID[1], files: [] }], total: 2 };
  expect(await utterances(casebook, document, { from: 1 }, 10)).toEqual(second);
  expect(await utterances(casebook, document, { at: SECOND + 1 }, 10)).toEqual(second);
  expect(await speakers(casebook, document)).toEqual({
    total: 2,
    speakers: [{ name: 'Golnar Teherani', utterances: 1 }, { name: 'Navid', utterances: 1 }],
    days: [{ day: '2022-08-10', first: 0, utterances: 1 }, { day: '2022-08-11', first: 1, utterances: 1 }],
  }); // prettier-ignore
  await expect(utterances(casebook, 'd_none', { from: 0 }, 1)).rejects.toThrow(Fault);
});

test('the words of a claim stand in one utterance, its heading included, or in none', async () => {
  const { casebook, document } = await conversation();
  const at = async (start: number) => (await utteranceAt(casebook.store.reads, document, { start }))?.ordinal ?? null;
  expect([await at(0), await at(FIRST), await at(FIRST + 13), await at(FIRST + 14), await at(SECOND), await at(TEXT.length)]).toEqual([0, 0, 0, null, 1, null]);
});

test('they are checked like the text, and found again where their table was lost', async () => {
  const { casebook, document } = await conversation();
  expect(await checkCasebook(casebook, null)).toMatchObject({ ok: true });
  expect(await verifyStore(casebook.store)).toMatchObject({ ok: true });
  await casebook.store.transact(async () => {
    await casebook.store.views.deleteFrom('utterance').execute();
    await casebook.store.views.updateTable('views_version').set({ version: 1 }).execute();
  });
  await casebook.close();
  const again = await Casebook.open(casebook.folder, 'write', surroundings('Mina Farhadi'));
  onTestFinished(() => again.close());
  expect((await utterances(again, document, { from: 0 }, 10)).total).toBe(2);
  const { utterances_sha256: kept } = await again.store.reads.selectFrom('document').select('utterances_sha256').executeTakeFirstOrThrow();
  await again.store.vault.destroy('texts', kept ?? '');
  expect((await verifyStore(again.store)).checks.filter(({ ok }) => !ok)).toMatchObject([{ name: 'texts' }]);
});

test('a bundle has them beside the text, and its checker wants them', async () => {
  const { casebook } = await conversation();
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-said-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const out = join(folder, 'bundle');
  await exportBundle(casebook, out, { disclosure: { most: 'public', people: false }, choice: null, purpose: null });
  const [lines = ''] = (await readdir(join(out, 'data/texts'))).filter((name) => name.endsWith('.jsonl'));
  expect((await readFile(join(out, 'data/texts', lines), 'utf8')).split('\n')[1]).toContain('"speaker":"Navid"');
  expect(await verifyBundle(out, NOTHING)).toMatchObject({ ok: true });
  await rm(join(out, 'data/texts', lines));
  expect(await verifyBundle(out, NOTHING)).toMatchObject({ ok: false });
});

test('of an erased conversation no speaker is left in any file of the casebook', async () => {
  const { casebook, document } = await conversation();
  await erase(casebook, document, 'asked for');
  await casebook.close();
  for (const entry of await readdir(casebook.folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) expect((await readFile(join(entry.parentPath, entry.name))).includes('Teherani'), entry.name).toBe(false);
  }
});
