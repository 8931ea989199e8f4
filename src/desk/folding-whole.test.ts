// A log that is folded from its beginning comes to what was folded entry by entry, also where names were let go of and are met again.
import { expect, it } from 'vitest';
import { digestViews } from '../views/digest-views.ts';
import { fold } from '../views/fold.ts';
import { Folding } from '../views/folding.ts';
import { emptyViews, finishViews } from '../views/schema.ts';
import type { Casebook } from './casebook.ts';
import { recordClaim } from './claim-new.ts';
import { erase } from './erase.ts';
import { prepareActs } from './prepare-acts.ts';
import { story } from './story.test-data.ts';

const told = (who: string) => ({
  text: `${who} was arrested in Tirgan. The guards took ${who} to Holmvik.`,
  claims: [
    { kind: 'arrest' as const, words: `${who} was arrested in Tirgan`, roles: { target: [who], place: ['Tirgan'] } },
    { kind: 'detention' as const, words: `The guards took ${who} to Holmvik`, roles: { target: [who], place: ['Holmvik'] } },
  ],
});

/** What the views come to where hardly any name is remembered, and every entry is settled before the next. */
async function foldedWithLittleMemory({ log, store }: Casebook): Promise<ReadonlyMap<string, string>> {
  return store.rehearse(async () => {
    await emptyViews(store.views);
    const folding = new Folding(store.views, { whole: true, remembered: { names: 1, forms: 1 } });
    for await (const lot of prepareActs(log, store.record))
      for (const { stamp, act } of lot) {
        if (act !== null) await fold(folding, stamp, act);
        await folding.settle();
      }
    await finishViews(store.views);
    await folding.settleAgain();
    return digestViews(store.views);
  });
}

it('finds the names of a document again that were let go, and takes the fuller form', async () => {
  const { casebook, claims } = await story([told('Golzari'), told('Laleh Danesh')]);
  const [first] = claims;
  if (!first) throw new Error('nothing was told');
  const { document, quote, time, modality } = first;
  for (const name of ['Navid Golzari', 'Golzari', 'the Golzari'])
    await recordClaim(casebook, document, { kind: 'release', quote, time, modality, saidBy: [], roles: { target: [name], place: ['Tirgan'] } });
  const before = await digestViews(casebook.store.reads);
  expect(await foldedWithLittleMemory(casebook)).toEqual(before);
  await casebook.rebuild();
  expect(await digestViews(casebook.store.reads)).toEqual(before);
  const labels = await casebook.store.reads.selectFrom('name').select('label').where('document', '=', document).orderBy('label').execute();
  expect(labels).toEqual([{ label: 'Holmvik' }, { label: 'Navid Golzari' }, { label: 'Tirgan' }, { label: 'the Golzari' }]);
});

it('has a name that was given again after the claim that gave it was erased, and no form that none gives', async () => {
  const { casebook, claims } = await story([told('Golzari'), told('Laleh Danesh')]);
  const [first, second] = claims;
  if (!first || !second) throw new Error('nothing was told');
  const { document, quote, time, modality } = first;
  await erase(casebook, first.id, 'asked for');
  await erase(casebook, second.id, 'asked for');
  const forms = await casebook.store.reads.selectFrom('form').select('label').orderBy('label').execute();
  expect(forms).toEqual([{ label: 'Holmvik' }, { label: 'Laleh Danesh' }, { label: 'Tirgan' }]);
  await recordClaim(casebook, document, { kind: 'release', quote, time, modality, saidBy: [], roles: { target: ['Golzari'], place: ['Tirgan'] } });
  const before = await digestViews(casebook.store.reads);
  expect(await foldedWithLittleMemory(casebook)).toEqual(before);
  await casebook.rebuild();
  expect(await digestViews(casebook.store.reads)).toEqual(before);
});
