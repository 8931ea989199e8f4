// Which entities may be one: proposals for a person to judge, each with its explanation. Nothing is joined here.
import { foldedWords } from '../base/fold.ts';
import type { EntityRow } from '../model/answers.ts';
import type { Grounds } from '../model/judgement.ts';
import { COMPARE_VERSION, compareNames, scoreNames, VERDICT_FROM } from '../names/compare-names.ts';
import { nameKey } from '../names/name-key.ts';
import { parseName, type NameKind, type ParsedName } from '../names/parse-name.ts';
import { foldForNames, signsOf, skeletonOf } from '../names/spelling.ts';

/** `score` is 0 to 1. */
export type Pair = { readonly left: EntityRow; readonly right: EntityRow; readonly score: number };

type Form = { readonly entity: EntityRow; readonly parsed: readonly ParsedName[]; readonly skeletons: readonly string[] };

/** How many that share a skeleton are held against each other: a skeleton that more share tells nobody apart. */
const MOST_ALIKE = 200;

/**
 * Pairs of two persons, two organizations or two places that score as possible or better, likeliest first.
 *
 * O(entities × those that share a word's skeleton with it, at most MOST_ALIKE a word).
 */
export function proposePairs(entities: readonly EntityRow[]): readonly Pair[] {
  const forms = entities.filter(({ sort }) => sort !== 'described').map(formOf);
  const alike = Map.groupBy(
    forms.flatMap((form) => form.skeletons.map((skeleton) => ({ skeleton, form }))),
    ({ skeleton }) => skeleton,
  );
  const pairs: Pair[] = [];
  forms.forEach((form) => {
    const near = new Set(form.skeletons.flatMap((skeleton) => (alike.get(skeleton) ?? []).slice(0, MOST_ALIKE).map((each) => each.form)));
    for (const other of near) {
      if (form.entity.id >= other.entity.id || form.entity.sort !== other.entity.sort) continue;
      const score = scoreOf(form, other);
      if (score >= VERDICT_FROM.possible) pairs.push({ left: form.entity, right: other.entity, score });
    }
  });
  return pairs.toSorted((a, b) => b.score - a.score || (a.left.id + a.right.id < b.left.id + b.right.id ? -1 : 1));
}

function formOf(entity: EntityRow): Form {
  const parsed = entity.labels.map((label) => parseName(label, kindOf(entity)));
  const words = entity.labels.flatMap((label) => foldedWords(foldForNames(nameKey(label).join(' '))));
  // و is v, w, u or o: what stands for it in one script is a vowel in another.
  const skeletons = words.map((word) => skeletonOf(signsOf(word)).replaceAll('w', '')).filter((skeleton) => skeleton !== '');
  return { entity, parsed, skeletons: [...new Set(skeletons)] };
}

const kindOf = ({ sort }: EntityRow): NameKind => (sort === 'organization' ? 'organization' : 'person');

/** Of the names that are most alike. */
function scoreOf(a: Form, b: Form): number {
  let best = 0;
  for (const x of a.parsed) for (const y of b.parsed) best = Math.max(best, scoreNames(x, y));
  return best;
}

/**
 * Of pairs, likeliest first, those that suffice to ask: where a and b, and b and c are asked about, a and c are left until one of
 * these is judged not to be the same.
 */
export function fewest<P extends { readonly left: { readonly id: string }; readonly right: { readonly id: string } }>(pairs: readonly P[]): readonly P[] {
  const over = new Map<string, string>();
  const top = (id: string): string => {
    let at = id;
    for (let up = over.get(at); up !== undefined; up = over.get(at)) at = up;
    return at;
  };
  return pairs.filter(({ left, right }) => {
    const [a, b] = [top(left.id), top(right.id)];
    if (a !== b) over.set(a, b);
    return a !== b;
  });
}

/** Why a pair is proposed, in words fit to print: of the two names that are most alike, part by part. */
export function groundsOf(left: EntityRow, right: EntityRow): Grounds {
  const rule = `${COMPARE_VERSION.name}@${COMPARE_VERSION.version}`;
  const compared = left.labels
    .flatMap((a) => right.labels.map((b) => ({ a, b, ...compareNames(parseName(a, kindOf(left)), parseName(b, kindOf(right))) })))
    .toSorted((x, y) => y.score - x.score);
  const [best] = compared;
  if (!best) return { rule, score: null, why: [] };
  const parts = best.why.map(({ a, b, kind }) => (b === '' || a === '' ? `${a || b}: ${kind}` : `${a} / ${b}: ${kind}`));
  return { rule, score: best.score, why: [`“${best.a}” and “${best.b}”: ${best.verdict}`, ...parts, ...best.caps.map((cap) => `held down: ${cap}`)] };
}
