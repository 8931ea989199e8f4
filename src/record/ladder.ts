// The law's ladder: on which rung a claim of a legal step stands, by its kind and its own words. Nothing is inferred: a
// sentence makes no conviction, a release undoes none.
import { fold, foldedWords } from '../base/fold.ts';
import type { ClaimRow } from '../model/answers.ts';
import type { ClaimContent } from '../model/claim.ts';
import type { LegalStep } from '../model/proceeding.ts';
import type { Kind } from '../model/vocabulary.ts';
import table from './ladder.json' with { type: 'json' };

const rungs = new Map(Object.entries(table.rungs) as readonly [Kind, number][]);
/** The kinds of claims that are steps. */
export const LEGAL_KINDS: readonly Kind[] = [...rungs.keys()];

type Line = {
  readonly kinds: readonly string[];
  readonly step: string;
  readonly rung: number;
  readonly any: readonly string[];
  readonly none?: readonly string[];
  readonly of?: readonly string[];
};
const foldedAll = (words: readonly string[]): readonly string[] => words.map(fold);
const lines = (table.words as readonly Line[]).map(({ any, none = [], of, ...line }) => {
  return { ...line, any: foldedAll(any), none: foldedAll(none), of: of === undefined ? null : foldedAll(of) };
});
const linesOf = new Map([...new Set(lines.flatMap(({ kinds }) => kinds))].map((kind) => [kind, lines.filter(({ kinds }) => kinds.includes(kind))]));
const ends = new Map(Object.entries(table.ends) as readonly [Kind, LegalStep][]);
/** The kinds of claims that are steps, or may be by their words, or tell what became of an accused. */
export const STEP_KINDS: readonly Kind[] = [...new Set([...LEGAL_KINDS, ...lines.flatMap(({ kinds }) => kinds as Kind[]), ...ends.keys()])];
const absentia = foldedAll(table.absentia);
const partly = foldedAll(table.partly);
const judgments = foldedAll(table.judgments);

/** `rung` is 10 (complaint) to 90 (what came of it), as in the ladder's table; `absentia` where its words say so. */
export type Standing = { readonly step: LegalStep; readonly rung: number; readonly absentia: boolean };

/** The words that a claim says of itself, folded. */
const wordsOf = ({ quote, roles }: Pick<ClaimRow, 'quote' | 'roles'>): string => fold([quote.exact, ...(roles.outcome ?? [])].join(' '));

/** Whether a claim says of a judgment that it is on one charge among others. */
export const isPartly = (claim: ClaimRow): boolean => {
  const words = wordsOf(claim);
  return partly.some((each) => words.includes(each));
};

/** The words of what a judgment is about, where that is a charge: "the conviction of Luka Berić" is none. */
export const chargeWords = ({ roles }: Pick<ClaimRow, 'roles'>): readonly string[] =>
  (roles.about ?? [])
    .map(foldedWords)
    .filter((words) => !words.some((word) => judgments.some((each) => (each.length > 3 ? word.startsWith(each) : word === each))))
    .flat();

/** Null for a claim that is no legal step. */
export function standingOf({ kind, quote, roles }: ClaimContent): Standing | null {
  const own = linesOf.get(kind);
  const usual = rungs.get(kind);
  if (own === undefined && usual === undefined) return null;
  const words = wordsOf({ quote, roles });
  const line = own?.find((each) => fits(each, words));
  const rung = line?.rung ?? usual;
  if (rung === undefined) return null;
  return { step: (line?.step ?? kind) as LegalStep, rung, absentia: absentia.some((each) => words.includes(each)) };
}

/** What a claim says became of somebody, which is a step only of whom the law had taken steps against; else null. */
export const endOf = ({ kind }: ClaimRow): Standing | null => {
  const step = ends.get(kind);
  return step === undefined ? null : { step, rung: LAST, absentia: false };
};

const LAST = 90;

function fits({ any, none, of }: (typeof lines)[number], words: string): boolean {
  if (none.some((each) => words.includes(each))) return false;
  return of === null ? any.some((each) => words.includes(each)) : isDoneTo(words.split(/[^\p{L}\p{N}]+/u), any, of);
}

const JOINERS = new Set(['and', 'et', 'y', 'och', 'و']);
const MOST_BETWEEN = 3;

/** Whether a word that begins with one of `any` stands beside one that begins with one of `of`: "overturned the acquittal", and not "overturned it and spoke of an acquittal". */
function isDoneTo(words: readonly string[], any: readonly string[], of: readonly string[]): boolean {
  const places = (some: readonly string[]): readonly number[] =>
    words.flatMap((_, n) => (some.some((each) => words.slice(n, n + each.split(' ').length).join(' ').startsWith(each)) ? [n] : [])); // prettier-ignore
  const things = places(of);
  return places(any).some((n) =>
    things.some((m) => Math.abs(n - m) <= MOST_BETWEEN + 1 && !words.slice(Math.min(n, m) + 1, Math.max(n, m)).some((word) => JOINERS.has(word))),
  );
}
