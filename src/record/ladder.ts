// The law's ladder: on which rung a claim of a legal step stands, by its kind and its own words. Nothing is inferred: a
// sentence makes no conviction, a release undoes none.
import { fold } from '../base/fold.ts';
import type { ClaimRow } from '../model/answers.ts';
import type { LegalStep } from '../model/proceeding.ts';
import type { Kind } from '../model/vocabulary.ts';
import table from './ladder.json' with { type: 'json' };

const rungs = new Map(Object.entries(table.rungs) as readonly [Kind, number][]);
/** The kinds of claims that are steps. */
export const LEGAL_KINDS: readonly Kind[] = [...rungs.keys()];

type Line = { readonly kinds: readonly string[]; readonly step: string; readonly rung: number; readonly any: readonly string[] };
const lines: readonly Line[] = table.words.map((line) => ({ ...line, any: line.any.map(fold) }));
const absentia = table.absentia.map(fold);
const partly = table.partly.map(fold);

/** `rung` is 10 (complaint) to 90 (what came of it), as in the ladder's table; `absentia` where its words say so. */
export type Standing = { readonly step: LegalStep; readonly rung: number; readonly absentia: boolean };

/** Whether a claim says of a judgment that it is on one charge among others. */
export const isPartly = ({ quote, roles }: ClaimRow): boolean => {
  const words = fold([quote.exact, ...(roles.outcome ?? [])].join(' '));
  return partly.some((each) => words.includes(each));
};

/** Null for a claim that is no legal step. */
export function standingOf({ kind, quote, roles }: ClaimRow): Standing | null {
  const rung = rungs.get(kind);
  if (rung === undefined) return null;
  const words = fold([quote.exact, ...(roles.outcome ?? [])].join(' '));
  const line = lines.find(({ kinds, any }) => kinds.includes(kind) && any.some((each) => words.includes(each)));
  return { step: (line?.step ?? kind) as LegalStep, rung: line?.rung ?? rung, absentia: absentia.some((each) => words.includes(each)) };
}
