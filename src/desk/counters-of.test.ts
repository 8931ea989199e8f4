// What speaks against claims is the same found by index as by holding them against all: on small casebooks of every sort of claim.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { speakingAgainst } from '../record/counter-claims.ts';
import { withdrawClaim } from './claim-new.ts';
import { countersOf } from './counters-of.ts';
import { dossier } from './dossier.ts';
import { entities } from './entities.ts';
import { claims } from './questions.ts';
import { story, type Told } from './story.test-data.ts';

const NAMES = ['Kamran Sohrabzadeh', 'Sohrabzadeh', 'کامران سهراب‌زاده', 'Mansour Raufian', 'the guards', 'Ministry of the Interior', 'Holmvik'];
const KINDS = [
  'arrest',
  'detention',
  'killing',
  'death',
  'torture',
  'statement',
  'charge',
  'conviction',
  'sentence',
  'acquittal',
  'appeal',
  'inaction',
] as const;
const DATES = ['1987', '1987-06', '1987-06-03', '1987-06~', '../1988', '198X', '2018'];

const some = (values: readonly string[]) => fc.subarray([...values], { maxLength: 2 });
const said = fc.record({
  kind: fc.constantFrom(...KINDS),
  modality: fc.constantFrom('asserted' as const, 'alleged' as const, 'denied' as const),
  actor: some(NAMES),
  target: some(NAMES),
  place: some(['Holmvik', 'Bagh-e Kaj', 'Bagh-e Kaj square']),
  outcome: some(['ten years', 'five years']),
  edtf: fc.option(fc.constantFrom(...DATES)),
});

/** Three documents of eight claims each, of which one is withdrawn later. */
async function casebookOf(seed: number) {
  const given = fc.sample(said, { seed, numRuns: 24 });
  const told = [0, 1, 2].map((document): Told => {
    const own = given.slice(document * 8, document * 8 + 8);
    const sentences = own.map((_, n) => `Sentence ${n} of paper ${document}.`);
    const of = own.map(({ kind, modality, actor, target, place, outcome, edtf }, n) => ({
      kind, modality, words: sentences[n] ?? '', roles: { actor, target, place, outcome }, time: edtf === null ? null : { text: edtf, edtf },
    })); // prettier-ignore
    return { text: sentences.join('\n\n'), published: `${1990 + document}-01-01`, known: `2024-0${document + 1}-01`, claims: of };
  });
  const { casebook, claims: recorded } = await story(told);
  await withdrawClaim(casebook, recorded[3]?.id ?? '', 'the words say less');
  return casebook;
}

describe('what speaks against claims', () => {
  it.each([1, 2, 3])('is found by index as it is among all, under any clock (casebook %i)', async (seed) => {
    const casebook = await casebookOf(seed);
    for (const filter of [{}, { knownBy: '2024-02-15' }, { saidBy: '1991' }]) {
      const all = await claims(casebook, { ...filter, status: 'recorded' });
      const plain = speakingAgainst(all, all);
      expect(plain.length).toBeGreaterThan(0);
      for (const few of [0, 2_000]) expect(await countersOf(casebook, all, filter, few)).toEqual(plain);
      for (const claim of all) expect(await countersOf(casebook, [claim], filter, 0)).toEqual(speakingAgainst([claim], all));
    }
  });
});

it('a dossier of some of the claims of one has those of its lines in the order of time, and says of how many', async () => {
  const casebook = await casebookOf(1);
  const id = (await entities(casebook))[0]?.id ?? '';
  const whole = await dossier(casebook, id, {});
  const { all } = whole.claims;
  expect(whole.claims).toEqual({ before: 0, shown: all, all });
  const lines = ({ dated, undated }: typeof whole) => [...dated, ...undated].map(({ claim, against }) => [claim.id, against.map((each) => each.claim.id)]);
  const parts = [await dossier(casebook, id, {}, { most: 2 }), await dossier(casebook, id, {}, { skip: 2 })];
  expect(parts.map((part) => part.claims)).toEqual([
    { before: 0, shown: 2, all },
    { before: 2, shown: all - 2, all },
  ]);
  expect(parts.flatMap(lines)).toEqual(lines(whole));
  expect(parts.map(({ proceedings, names }) => [proceedings, names])).toEqual([whole, whole].map(({ proceedings, names }) => [proceedings, names]));
});
