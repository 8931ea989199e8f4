// The views are what the log says: whatever people did, in whatever order, folding the log again gives the same rows.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Fault } from '../base/fault.ts';
import { digestViews } from '../views/digest-views.ts';
import { ATTACHED_AS } from '../model/attachment.ts';
import { contentOf } from '../model/claim.ts';
import { attach, detach } from './attach.ts';
import { amendClaim, withdrawClaim } from './claim-new.ts';
import { stateCare } from './care.ts';
import type { Casebook } from './casebook.ts';
import { contradictions, rule, undoRuling } from './contradictions.ts';
import { entities } from './entities.ts';
import { erase } from './erase.ts';
import { judge, undoJudgement } from './judge.ts';
import { linkHappenings, undoLink } from './links.ts';
import { joinOrigins, splitOrigins } from './origins.ts';
import { claim } from './questions.ts';
import { assess, assign, endRemark, keepLabels, label, note } from './remarks.ts';
import { undo } from './review.ts';
import { story } from './story.test-data.ts';

const killed = (outcome: string, publisher: string) => ({
  text: `Navid Golzari and ${outcome} were shot at Tirgan.\n`,
  publisher,
  claims: [
    { kind: 'killing' as const, words: `${outcome} were shot`, roles: { target: ['Navid Golzari'], place: ['Tirgan'], outcome: [outcome] }, time: { text: '2021', edtf: '2021' } },
  ],
}); // prettier-ignore

/** Something that a person may do; `a` and `b` pick what it is done to. What the record refuses is refused, and changes nothing. */
type Deed = readonly [what: keyof typeof DEEDS, a: number, b: number];
type Book = { readonly casebook: Casebook; readonly ids: readonly string[]; readonly documents: readonly string[] };

function at<T>(from: readonly T[], n: number): T {
  if (from.length === 0) throw new Fault('not-found', 'there is nothing yet to do it to', 'Do something else.');
  return from[n % from.length] as T;
}
const entriesOf = async ({ store: { reads } }: Casebook, table: 'attached' | 'judgement' | 'ruling' | 'link' | 'remark'): Promise<readonly string[]> =>
  (await reads.selectFrom(table).select('entry').orderBy('entry_index').execute()).map(({ entry }) => entry);

const DEEDS = {
  takeBack: ({ casebook, ids }: Book, a: number) => undo(casebook, [at(ids, a)], null),
  amend: async ({ casebook, ids }: Book, a: number, b: number) => {
    const content = contentOf(await claim(casebook, at(ids, a)));
    return amendClaim(casebook, at(ids, a), { ...content, roles: { ...content.roles, outcome: [`${b} people`] } }, 'counted again');
  },
  withdraw: ({ casebook, ids }: Book, a: number) => withdrawClaim(casebook, at(ids, a), 'not so'),
  sameName: async ({ casebook }: Book, a: number, b: number) => {
    const names = (await entities(casebook)).map(({ id }) => id);
    return judge(casebook, [at(names, a), at(names, b)], b % 2 ? 'same' : 'different', 'as I see it');
  },
  sameEvent: ({ casebook, ids }: Book, a: number, b: number) => judge(casebook, [at(ids, a), at(ids, b)], b % 2 ? 'same' : 'different', 'as I see it'),
  origin: ({ casebook, documents }: Book, a: number, b: number) =>
    (b % 2 ? joinOrigins : splitOrigins)(casebook, [at(documents, a), at(documents, b)], 'as I see it'),
  owner: ({ casebook }: Book, a: number) => (a % 2 ? joinOrigins : splitOrigins)(casebook, ['Holmvik Posten', 'Sepid Radio'], 'as I see it'),
  attach: ({ casebook, documents }: Book, a: number, b: number) =>
    attach(casebook, at(documents, a), at(documents, b), { as: at(ATTACHED_AS, b), madeBy: 'Sara Mohebbi', maker: 'person', method: null }),
  detach: async ({ casebook }: Book, a: number) => detach(casebook, at(await entriesOf(casebook, 'attached'), a), null),
  eraseWithAttached: ({ casebook, documents }: Book, a: number, b: number) =>
    erase(casebook, at(documents, a), 'asked for', { container: false, parts: b % 2 ? 'erase' : 'keep' }),
  unjudge: async ({ casebook }: Book, a: number) => undoJudgement(casebook, at(await entriesOf(casebook, 'judgement'), a), null),
  rule: async ({ casebook }: Book, a: number) => rule(casebook, at(await contradictions(casebook), a).id, 'both stand', 'two counts'),
  unrule: async ({ casebook }: Book, a: number) => undoRuling(casebook, at(await entriesOf(casebook, 'ruling'), a), null),
  link: ({ casebook, ids }: Book, a: number, b: number) => linkHappenings(casebook, b % 2 ? 'part of' : 'led to', at(ids, a), at(ids, b), 'as I see it'),
  unlink: async ({ casebook }: Book, a: number) => undoLink(casebook, at(await entriesOf(casebook, 'link'), a), null),
  note: ({ casebook, ids, documents }: Book, a: number) => note(casebook, [at([...ids, ...documents], a)], 'look again'),
  label: ({ casebook, ids }: Book, a: number, b: number) => label(casebook, [at(ids, a), at(ids, b)], 'urgent', null, null),
  labels: ({ casebook }: Book, a: number) => keepLabels(casebook, { list: 'elements', labels: a % 2 ? [{ label: 'intent', about: '' }] : [] }),
  assign: ({ casebook, ids }: Book, a: number, b: number) => assign(casebook, [at(ids, a)], at(['Parvin Ostovar', 'Mina Farhadi'], b), null),
  assess: ({ casebook, documents }: Book, a: number, b: number) => assess(casebook, [at(documents, a)], at(['unsure', 'likely reliable'], b), 'read it'),
  unremark: async ({ casebook }: Book, a: number) => endRemark(casebook, at(await entriesOf(casebook, 'remark'), a), 'taken back', null),
  care: ({ casebook, ids }: Book, a: number) => stateCare(casebook, at(ids, a), { sensitivity: 'restricted' }, 'asked for'),
  eraseClaim: ({ casebook, ids }: Book, a: number) => erase(casebook, at(ids, a), 'asked for'),
  eraseRemark: async ({ casebook }: Book, a: number) => erase(casebook, at(await entriesOf(casebook, 'remark'), a), 'asked for'),
  eraseDocument: ({ casebook, documents }: Book, a: number) => erase(casebook, at(documents, a), 'asked for'),
};

const deed: fc.Arbitrary<Deed> = fc.tuple(fc.constantFrom(...(Object.keys(DEEDS) as (keyof typeof DEEDS)[])), fc.nat(7), fc.nat(7));

it('whatever was done, and taken back, and erased: the log folded again gives the same rows', { timeout: 300_000 }, async () => {
  const done = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 12, maxLength: 30 }), async (deeds) => {
      const { casebook, claims } = await story([
        killed('nine people', 'Holmvik Posten'),
        killed('31 people', 'Sepid Radio'),
        killed('12 people', 'The Norvale Herald'),
      ]);
      const book = { casebook, ids: claims.map(({ id }) => id), documents: claims.map(({ document }) => document) };
      for (const [what, a, b] of deeds) {
        try {
          await DEEDS[what](book, a, b);
          done.add(what);
        } catch (thrown) {
          if (!(thrown instanceof Fault)) throw thrown;
        }
      }
      const before = await digestViews(casebook.store.reads);
      await casebook.rebuild();
      expect(await digestViews(casebook.store.reads)).toEqual(before);
    }),
    { numRuns: 6 },
  );
  // That so many sorts of deeds were done at all: else the property says little.
  expect(done.size).toBeGreaterThan(Object.keys(DEEDS).length / 2);
});
