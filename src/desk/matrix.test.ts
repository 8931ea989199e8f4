// The matrix that is kept in memory, and brought up to date by what was done since, is the one that looking through all claims gives.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Fault } from '../base/fault.ts';
import { contentOf, type ClaimContent } from '../model/claim.ts';
import type { Kind } from '../model/vocabulary.ts';
import { buildMatrix, gapsOf } from '../record/build-matrix.ts';
import { groupMatrix } from '../record/group-matrix.ts';
import { proposeEvents } from '../record/propose-events.ts';
import { readClaims } from '../views/read-claims.ts';
import { readJudged } from '../views/read-judged.ts';
import { readLinks } from '../views/read-links.ts';
import type { Casebook } from './casebook.ts';
import { amendClaim, recordClaim, withdrawClaim } from './claim-new.ts';
import { entities } from './entities.ts';
import { erase } from './erase.ts';
import { judge, undoJudgement } from './judge.ts';
import { linkHappenings, undoLink } from './links.ts';
import { gaps, matrix, matrixBy } from './matrix.ts';
import { asOf, claim } from './questions.ts';
import { undo } from './review.ts';
import { sources, weighMatrix } from './sources.ts';
import { story } from './story.test-data.ts';

const NAMES = ['Kamran Sohrabzadeh', 'Sohrabzadeh', 'Navid Golzari', 'Golzari Brigade', 'Colonel Navid Golzari'];
const PLACES = ['Holmvik', 'Tirgan'];
const KINDS: readonly Kind[] = ['killing', 'execution', 'detention', 'arrest', 'charge', 'sentence', 'letter', 'inaction', 'memorial'];
const DATES = ['1988', '1988-06', '1988-06-03', '1990', '../1991'];
const ABOUT = ['victims of the 1988 killings', 'the detention', 'the 1990 execution'];

const WORDS = ['He was held there', 'The brigade came at night', 'Nobody was told', 'A letter was sent', 'The court sat once', 'They were shot'];
const TEXTS = ['first', 'second', 'third'].map((paper) => WORDS.map((words) => `${words}, says the ${paper} paper.`).join('\n\n'));

const some = (values: readonly string[]) => fc.subarray([...values], { maxLength: 1 });
const said = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    modality: fc.constantFrom('asserted' as const, 'alleged' as const, 'denied' as const),
    roles: fc.record({ actor: some(NAMES), target: some(NAMES), place: some(PLACES), about: some(ABOUT) }),
    edtf: fc.option(fc.constantFrom(...DATES)),
  })
  .map(({ edtf, ...rest }) => ({ ...rest, time: edtf === null ? null : { text: edtf, edtf } }));

type Said = Pick<ClaimContent, 'kind' | 'modality' | 'roles' | 'time'>;
type Deed = { readonly what: keyof typeof DEEDS; readonly a: number; readonly b: number; readonly as: Said };

function at<T>(from: readonly T[], n: number): T {
  if (from.length === 0) throw new Fault('not-found', 'there is nothing yet to do it to', 'Do something else.');
  return from[n % from.length] as T;
}

const standing = async ({ store: { reads } }: Casebook): Promise<readonly string[]> =>
  (await reads.selectFrom('standing').select('id').orderBy('position').execute()).map(({ id }) => id);
const entriesOf = async ({ store: { reads } }: Casebook, table: 'judgement' | 'link'): Promise<readonly string[]> =>
  (await reads.selectFrom(table).select('entry').orderBy('entry_index').execute()).map(({ entry }) => entry);
const documentsOf = async ({ store: { reads } }: Casebook): Promise<readonly string[]> =>
  (await reads.selectFrom('document').select('id').orderBy('title').execute()).map(({ id }) => id);

const DEEDS = {
  record: async (casebook: Casebook, { a, b, as }: Deed) => {
    const document = at(await documentsOf(casebook), a);
    const text = await casebook.store.vault.text((await casebook.store.reads.selectFrom('document').select('text_sha256').where('id', '=', document).executeTakeFirstOrThrow()).text_sha256); // prettier-ignore
    const words = at(WORDS, b);
    const start = text.indexOf(words);
    return recordClaim(casebook, document, { ...as, saidBy: [], quote: { exact: words, start, end: start + words.length } });
  },
  amend: async (casebook: Casebook, { a, as }: Deed) => {
    const id = at(await standing(casebook), a);
    return amendClaim(casebook, id, { ...contentOf(await claim(casebook, id)), ...as }, 'read again');
  },
  withdraw: async (casebook: Casebook, { a }: Deed) => withdrawClaim(casebook, at(await standing(casebook), a), 'not so'),
  takeBack: async (casebook: Casebook, { a }: Deed) => undo(casebook, [at(await standing(casebook), a)], null),
  sameName: async (casebook: Casebook, { a, b }: Deed) => {
    const names = (await entities(casebook)).map(({ id }) => id);
    return judge(casebook, [at(names, a), at(names, b)], b % 3 ? 'same' : 'different', null);
  },
  sameEvent: async (casebook: Casebook, { a, b }: Deed) => {
    const ids = await standing(casebook);
    return judge(casebook, [at(ids, a), at(ids, b)], b % 3 ? 'same' : 'different', null);
  },
  unjudge: async (casebook: Casebook, { a }: Deed) => undoJudgement(casebook, at(await entriesOf(casebook, 'judgement'), a), null),
  link: async (casebook: Casebook, { a, b }: Deed) => {
    const ids = await standing(casebook);
    return linkHappenings(casebook, 'led to', at(ids, a), at(ids, b), 'the order says so');
  },
  unlink: async (casebook: Casebook, { a }: Deed) => undoLink(casebook, at(await entriesOf(casebook, 'link'), a), null),
  eraseClaim: async (casebook: Casebook, { a }: Deed) => erase(casebook, at(await standing(casebook), a), 'asked for'),
  eraseDocument: async (casebook: Casebook, { a }: Deed) => erase(casebook, at(await documentsOf(casebook), a), 'asked for'),
};

const deed: fc.Arbitrary<Deed> = fc.record({
  what: fc.constantFrom(...(Object.keys(DEEDS) as (keyof typeof DEEDS)[])),
  a: fc.nat(30),
  b: fc.nat(30),
  as: said,
});

/** What the record refuses changes nothing. */
async function does(casebook: Casebook, each: Deed): Promise<void> {
  try {
    await DEEDS[each.what](casebook, each);
  } catch (thrown) {
    if (!(thrown instanceof Fault) || thrown.code === 'bug') throw thrown;
  }
}

/** By looking through all. */
async function lookedThrough(casebook: Casebook, recordedOnly: boolean) {
  const { reads } = casebook.store;
  const judged = await readJudged(reads);
  const links = (await readLinks(reads, null)).filter(({ undone }) => !undone);
  const rows = await readClaims(reads, { statuses: recordedOnly ? ['recorded'] : ['suggested', 'recorded'] });
  const built = buildMatrix(proposeEvents(rows, judged), rows, asOf(casebook, {}), { ...judged, links });
  const harms = built.rows.flatMap(({ harm }) => harm.claims);
  return { found: weighMatrix(built, await sources(casebook, harms, judged)), judged };
}

it('after whatever is done, the matrix that is kept is the one that looking through all claims gives', { timeout: 300_000 }, async () => {
  let answered = 0;
  const histories = fc.sample(fc.tuple(fc.array(said, { minLength: 12, maxLength: 12 }), fc.array(deed, { minLength: 14, maxLength: 14 })), {
    seed: 1988,
    numRuns: 3,
  });
  for (const [given, deeds] of histories) {
    const told = TEXTS.map((text, n) => ({
      text,
      claims: given.slice(n * 4, n * 4 + 4).map((each, m) => ({ ...each, words: WORDS[(n + m) % WORDS.length] ?? '' })),
    }));
    const { casebook } = await story(told);
    for (const each of [null, ...deeds]) {
      if (each) await does(casebook, each);
      for (const recordedOnly of [true, false]) {
        const { found, judged } = await lookedThrough(casebook, recordedOnly);
        const filter = recordedOnly ? { status: 'recorded' as const } : {};
        expect(await matrix(casebook, filter)).toEqual(found);
        answered += found.rows.filter((row) => Object.keys(row.cells).length > 0).length;
        expect((await gaps(casebook, filter)).rows).toEqual(gapsOf(found));
        expect((await matrixBy(casebook, 'accused', filter)).rows).toEqual(groupMatrix(found, 'accused', judged.identity));
      }
    }
  }
  // That harms were answered at all: else the property says little.
  expect(answered).toBeGreaterThan(20);
});

const HARM = 'The prisoners were beaten by Colonel Kamran Sohrabzadeh in Tirgan prison';
const CHARGE = 'The prosecutor charged کامران سهراب‌زاده on Monday';

it('a charge answers a harm once people hold its accused and the harm’s actor to be one, and no longer when that is taken back', async () => {
  const { casebook } = await story([
    { text: `${HARM}.`, claims: [{ kind: 'torture', words: HARM, roles: { actor: ['Colonel Kamran Sohrabzadeh'] } }] },
    { text: `${CHARGE}.`, claims: [{ kind: 'charge', words: CHARGE, roles: { target: ['کامران سهراب‌زاده'] } }] },
  ]);
  const charged = async () => (await matrix(casebook, { status: 'recorded' })).rows.map(({ cells }) => cells['charge']?.length ?? 0);
  expect(await charged()).toEqual([0]);
  const ids = (await entities(casebook)).filter(({ label }) => /Sohrab|سهراب/u.test(label)).map(({ id }) => id);
  await judge(casebook, ids, 'same', 'one name in two scripts');
  expect(await charged()).toEqual([1]);
  await undoJudgement(casebook, at(await entriesOf(casebook, 'judgement'), 0), null);
  expect(await charged()).toEqual([0]);
});
