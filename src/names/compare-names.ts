// How like two names are, and why. A score never joins anybody: it proposes, and a person decides.
import { judgeEvidence, readForest } from './judge-evidence.ts';
import judge from './judge.json' with { type: 'json' };
import { capsOf, highestOf } from './cap-score.ts';
import { explainMatch, type Reason } from './explain-match.ts';
import { EVIDENCE, weighForms } from './name-evidence.ts';
import { formOf, type NameForm } from './name-word.ts';
import type { NameKind, ParsedName } from './parse-name.ts';

/** Which rule scored, to be kept with every proposal. */
export const COMPARE_VERSION = { name: 'names', version: judge.version } as const;

export type Verdict = 'same spelling' | 'likely' | 'possible' | 'unlikely';

/** `score`: 0 to 1, after the caps. `caps`: what kept it from being higher, in words fit to print. */
export type Comparison = { readonly score: number; readonly verdict: Verdict; readonly why: readonly Reason[]; readonly caps: readonly string[] };

/**
 * From these scores on. Fixed on the five development folds (by entity; 21 November 2026), where half of the pairs are one:
 * of persons at `likely` 99 in 100 were one, of organizations 97; from `possible` on, 95 and 84. Where most pairs are not
 * one, as in a whole casebook against itself, fewer are at the same score.
 */
export const VERDICT_FROM = { likely: 0.95, possible: 0.5 } as const;

const forests: Readonly<Record<NameKind, ReturnType<typeof readForest>>> = {
  person: readForest(judge.forests.person),
  organization: readForest(judge.forests.organization),
};
if (judge.evidence.join() !== EVIDENCE.join()) throw new Error('judge.json was learnt from other evidence: run bench/learn-name-weights.ts');

/**
 * How likely two names are one, 0 to 1: of the best readings of both. Symmetric. A person and an organization are never one.
 *
 * Cost: some microseconds for names parsed beforehand.
 */
export function scoreNames(a: ParsedName, b: ParsedName): number {
  if (a.kind !== b.kind) return 0;
  let best = 0;
  for (const x of a.forms) for (const y of b.forms) best = Math.max(best, scoreForms(x, y, a.kind));
  return best;
}

function scoreForms(a: NameForm, b: NameForm, kind: NameKind): number {
  if (a.words.length === 0 || b.words.length === 0) return 0;
  const evidence = weighForms(a, b);
  return Math.min(chance(judgeEvidence(forests[kind], evidence)), highestOf(kind, a, b, evidence));
}

const chance = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/**
 * A part of what is known besides the names, as weigh-context.ts weighs it. `points`: log-odds added to those of the
 * names. `veto`: why these can be no one person, fit to print; else null.
 */
export type ContextPart = { readonly kind: string; readonly a: string; readonly b: string; readonly points: number; readonly veto: string | null };

/** The highest score that a veto leaves. */
const VETOED = 0.05;

/**
 * The same score as `scoreNames`, with its reasons; with `context`, that of names and context together. Slower: each
 * part is turned round once to see what it is worth.
 */
export function compareNames(a: ParsedName, b: ParsedName, context: readonly ContextPart[] = []): Comparison {
  if (a.kind !== b.kind) return { score: 0, verdict: 'unlikely', why: [], caps: ['a person and an organization'] };
  const { x, y } = bestForms(a, b);
  if (x.words.length === 0 || y.words.length === 0) return { score: 0, verdict: 'unlikely', why: [], caps: ['a name without letters'] };
  const evidence = weighForms(x, y);
  const logOdds = judgeEvidence(forests[a.kind], evidence);
  const uncapped = chance(context.reduce((sum, { points }) => sum + points, logOdds));
  const vetoes = context.flatMap(({ veto }) => (veto === null ? [] : [{ reason: veto, most: VETOED }]));
  const caps = [...capsOf(a.kind, x, y, evidence), ...vetoes].filter(({ most }) => uncapped > most);
  const score = Math.min(uncapped, ...caps.map(({ most }) => most));
  return {
    score,
    verdict: vetoes.length > 0 ? 'unlikely' : verdictOf(x, y, score),
    why: [
      ...explainMatch(x, y, (one, two) => judgeEvidence(forests[a.kind], weighForms(one, two))),
      ...context.map(({ kind, a: mine, b: theirs, points }) => ({ a: mine, b: theirs, kind, points })),
    ],
    caps: [...caps.map(({ reason }) => reason), ...vetoes.filter((veto) => !caps.includes(veto)).map(({ reason }) => reason)],
  };
}

function bestForms(a: ParsedName, b: ParsedName): { readonly x: NameForm; readonly y: NameForm; readonly score: number } {
  const all = a.forms.flatMap((x) => b.forms.map((y) => ({ x, y, score: scoreForms(x, y, a.kind) })));
  const [best = { x: formOf([]), y: formOf([]), score: 0 }] = all.toSorted((one, two) => two.score - one.score);
  return best;
}

function verdictOf(x: NameForm, y: NameForm, score: number): Verdict {
  const spelt = (form: NameForm): string => form.words.map(({ text }) => text).toSorted().join(' '); // prettier-ignore
  if (spelt(x) === spelt(y) && x.words.length > 1) return 'same spelling';
  return score >= VERDICT_FROM.likely ? 'likely' : score >= VERDICT_FROM.possible ? 'possible' : 'unlikely';
}
