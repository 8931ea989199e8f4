// Which entities may be one: proposals for a person to judge, each with its explanation. Nothing is joined here.
import type { EntityRow, NamesCompared } from '../model/entity.ts';
import type { Grounds } from '../model/judgement.ts';
import { COMPARE_VERSION, compareNames } from '../names/compare-names.ts';
import { parseName, type NameKind } from '../names/parse-name.ts';
import { weighContext, type NameContext } from '../names/weigh-context.ts';

/** How the names of an entity are compared: those of a place as a person's, letter by letter. */
export const kindOfNames = ({ sort }: Pick<EntityRow, 'sort'>): NameKind => (sort === 'organization' ? 'organization' : 'person');

/**
 * Keeps, of pairs that are offered one after another, those that suffice to ask: where a and b, and b and c are asked about, a and c
 * are left until one of these is judged not to be the same.
 */
export function fewest(): (left: string, right: string) => boolean {
  const over = new Map<string, string>();
  const top = (id: string): string => {
    let at = id;
    for (let up = over.get(at); up !== undefined; up = over.get(at)) at = up;
    return at;
  };
  return (left, right) => {
    const [a, b] = [top(left), top(right)];
    if (a !== b) over.set(a, b);
    return a !== b;
  };
}

/** What is known of an entity: its names, and what claims tell of it. */
export type Known = { readonly row: EntityRow; readonly context: NameContext };

/** Names of each side that are compared: an entity of more is known by its fullest. */
const MOST_LABELS = 12;

/** What names are compared by: those of the record, or of an entry of a list. */
export type Comparable = { readonly row: Pick<EntityRow, 'labels' | 'sort'>; readonly context: NameContext };

/** The two names that are most alike, part by part, with what claims tell of both weighed in. Null where one of them has no name. */
export function comparedOf(left: Comparable, right: Comparable): NamesCompared | null {
  const context = weighContext(left.context, right.context);
  const [a, b] = [left, right].map(({ row }) => row.labels.slice(0, MOST_LABELS).map((label) => ({ label, parsed: parseName(label, kindOfNames(row)) })));
  const compared = (a ?? []).flatMap((x) => (b ?? []).map((y) => ({ x, y, ...compareNames(x.parsed, y.parsed, context) })));
  const [best] = compared.toSorted((one, two) => two.score - one.score);
  if (!best) return null;
  const parts = best.why.map((part, n) => ({ ...part, besides: n >= best.why.length - context.length }));
  return {
    left: best.x.label,
    right: best.y.label,
    score: best.score,
    verdict: best.verdict,
    parts,
    caps: best.caps,
    vetoes: context.flatMap(({ veto }) => veto ?? []),
  };
}

/** The same in words fit to print, as a judgement keeps it. */
export function groundsOf(compared: NamesCompared | null): Grounds {
  const rule = `${COMPARE_VERSION.name}@${COMPARE_VERSION.version}`;
  if (!compared) return { rule, score: null, why: [] };
  const { left, right, score, verdict, caps } = compared;
  const parts = compared.parts.map(({ a, b, kind }) => (b === '' || a === '' ? `${a || b}: ${kind}` : `${a} / ${b}: ${kind}`));
  return { rule, score, why: [`“${left}” and “${right}”: ${verdict}`, ...parts, ...caps.map((cap) => `held down: ${cap}`)] };
}
