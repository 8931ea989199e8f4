// What an index finds is what looking through all claims finds: on small casebooks of every sort of claim, names judged and happenings joined.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ClaimRow } from '../model/answers.ts';
import { buildMatrix } from '../record/build-matrix.ts';
import { buildProceedings } from '../record/build-proceedings.ts';
import { countFacets } from '../record/count-facets.ts';
import { entityRows } from '../record/entity-rows.ts';
import { findContradictions } from '../record/find-contradictions.ts';
import { proposeEvents } from '../record/propose-events.ts';
import { isAnswer, parseQuery } from '../record/search-query.ts';
import { selectClaims } from '../record/select-claims.ts';
import { namesIn } from '../views/fold-names.ts';
import { wordsOf } from '../views/fold-words.ts';
import { readClaims } from '../views/read-claims.ts';
import { readDocumentsOf } from '../views/read-sought.ts';
import { readJudged } from '../views/read-judged.ts';
import { bearersAt } from './bearers.ts';
import type { Casebook } from './casebook.ts';
import { withdrawClaim } from './claim-new.ts';
import { entities } from './entities.ts';
import { contradictions } from './contradictions.ts';
import { event } from './events.ts';
import { judge } from './judge.ts';
import { matrix } from './matrix.ts';
import { asOf, claims } from './questions.ts';
import { MOST_FOUND, search } from './search.ts';
import { sources, weighMatrix } from './sources.ts';
import { proceeding, proceedings } from './proceedings-around.ts';
import { story, type Told } from './story.test-data.ts';

const NAMES = ['Kamran Sohrabzadeh', 'Sohrabzadeh', 'کامران سهراب‌زاده', 'Kamran Raufian', 'the guards', 'Ministry of the Interior', 'Interior Ministry'];
const PLACES = ['Holmvik', 'Bagh-e Kaj', 'Bagh-e Kaj square'];
const KINDS = ['arrest', 'detention', 'killing', 'execution', 'statement', 'charge', 'conviction', 'acquittal'] as const;
const DATES = ['1987', '1987-06', '1987-06-03', '1987-06~', '../1988', '198X', '2018'];

const some = (values: readonly string[]) => fc.subarray([...values], { maxLength: 2 });
const said = fc.record({
  kind: fc.constantFrom(...KINDS),
  modality: fc.constantFrom('asserted' as const, 'alleged' as const, 'denied' as const),
  actor: some(NAMES),
  target: some(NAMES),
  place: some(PLACES),
  saidBy: some(['Mina Farhadi', 'Sohrabzadeh']),
  edtf: fc.option(fc.constantFrom(...DATES)),
});

/** Four documents of six claims; two names of the first two documents are judged to be one, and two claims joined, where that can be. */
async function casebookOf(seed: number): Promise<Casebook> {
  const given = fc.sample(said, { seed, numRuns: 24 });
  const told = [0, 1, 2, 3].map((document): Told => {
    const own = given.slice(document * 6, document * 6 + 6);
    const sentences = own.map((_, n) => `Sentence ${n} of paper ${document} tells of witness ${(n * 7 + document) % 5}.`);
    const published = `${1990 + document}-01-01`;
    const of = own.map(({ kind, modality, actor, target, place, saidBy, edtf }, n) => ({
      kind, modality, saidBy, words: sentences[n] ?? '', roles: { actor, target, place }, time: edtf === null ? null : { text: edtf, edtf },
    })); // prettier-ignore
    return { text: sentences.join('\n\n'), published, known: `2024-0${document + 1}-01`, claims: of };
  });
  const { casebook, claims: recorded } = await story(told);
  const rows = (await entities(casebook)).filter(({ label }) => label.includes('Sohrabzadeh') || label.includes('سهراب'));
  if (rows.length > 1) await judge(casebook, [rows[0]?.id ?? '', rows.at(-1)?.id ?? ''], 'same', null);
  const tells = recorded.filter(({ kind, modality }) => kind !== 'statement' && modality !== 'denied');
  await judge(casebook, [tells[0]?.id ?? '', tells.at(-1)?.id ?? ''], 'same', null);
  await withdrawClaim(casebook, tells[1]?.id ?? '', 'the words say less');
  return casebook;
}

const ids = (rows: readonly ClaimRow[]): readonly string[] => rows.map(({ id }) => id);

it.each([1, 2])('what an index finds is what looking through all finds (casebook %i)', async (seed) => {
  const casebook = await casebookOf(seed);
  const { reads } = casebook.store;
  for (const filter of [{}, { knownBy: '2024-03-15' }, { saidBy: '1992' }]) {
    const { knownBy } = filter as { readonly knownBy?: string };
    const knownAt = knownBy === undefined ? {} : { knownAt: `${knownBy}T23:59:59.999Z` };
    const all = await readClaims(reads, { statuses: ['suggested', 'recorded'], ...knownAt });
    const kept = selectClaims(all, filter);
    const judged = await readJudged(reads, knownAt.knownAt);
    const proposed = proposeEvents(kept, judged);
    for (const { id, claims: of } of proposed) expect(ids((await event(casebook, id, filter)).claims)).toEqual(ids(of));
    const { identity } = judged;
    const taken = buildProceedings(kept, identity);
    expect(await proceedings(casebook, filter)).toEqual(taken);
    for (const narrowing of [{ kind: 'charge' as const }, { entity: 'Sohrabzadeh' }, { entity: 'Raufian' }]) {
      const few = new Set(ids(selectClaims(all, { ...filter, ...narrowing })));
      expect(await proceedings(casebook, { ...filter, ...narrowing })).toEqual(taken.filter(({ steps }) => steps.some(({ claim }) => few.has(claim.id))));
    }
    for (const row of taken) expect(await proceeding(casebook, row.id, filter)).toEqual(row);
    const known = await sources(casebook, kept, judged);
    expect((await matrix(casebook, filter)).rows).toEqual(weighMatrix(buildMatrix(proposed, kept, asOf(casebook, filter), judged), known).rows);
    const recorded = kept.filter(({ status }) => status === 'recorded');
    const contradicted = findContradictions(recorded, proposeEvents(recorded, judged), buildProceedings(recorded, identity), identity);
    expect((await contradictions(casebook, filter)).map(({ id }) => id)).toEqual(contradicted.map(({ id }) => id));
    for (const entity of NAMES) expect(ids(await claims(casebook, { ...filter, entity }))).toEqual(ids(selectClaims(all, { ...filter, entity })));
    for (const at of DATES)
      expect(ids(await claims(casebook, { ...filter, at, kind: 'arrest' }))).toEqual(ids(selectClaims(all, { ...filter, at, kind: 'arrest' })));
    for (const words of ['witness 3', '"tells of witness" Holmvik', 'paper OR Raufian', 'sentence -guards', 'sohrab* witness']) {
      const { query } = parseQuery(words);
      const answers = kept.filter((claim) => query && isAnswer(query, wordsOf(claim)));
      const found = await search(casebook, words, filter);
      expect(found.claims).toEqual(answers.slice(0, MOST_FOUND));
      expect(found.claimTotal).toBe(answers.length);
      const of = await readDocumentsOf(reads, answers);
      expect(found.facets).toEqual(countFacets(answers, (id) => of.get(id)));
    }
  }
  const { idOf } = await bearersAt(casebook, {});
  const recorded = await claims(casebook, { status: 'recorded' });
  expect(entityRows(recorded.map((claim) => ({ document: claim.document, names: namesIn(claim.document, claim) })), idOf)).toEqual(await entities(casebook)); // prettier-ignore
});
