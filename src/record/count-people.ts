// How many people an event harmed, as each source gives it: the ends of what is given, and what most origins give. No number is made up
// here, and none is chosen: who gives which stands beside it.
import type { ClaimRow } from '../model/answers.ts';
import type { OriginCount } from '../model/event.ts';
import { COUNTED, type Counted, type Figure, type Figures } from '../model/figures.ts';
import { familyOf, type Kind } from '../model/vocabulary.ts';
import { readFigure, type FigureRead } from './read-figure.ts';

type Given = FigureRead & { readonly words: string; readonly claims: ClaimRow[] };

/** Whose numbers they are where the words do not say: of those whom the kind of harm is done to. */
const OF_KIND: Readonly<Partial<Record<Kind, Counted>>> = {
  killing: 'killed',
  massacre: 'killed',
  execution: 'killed',
  detention: 'held',
  arrest: 'held',
  abduction: 'held',
};

/**
 * Of the claims of one event that tell of harm, each sort of people apart. O(claims²) within each number.
 *
 * @param nameOf - whose number a claim gives, in words fit to print
 */
export function countPeople(
  claims: readonly ClaimRow[],
  originsOf: (claims: readonly ClaimRow[]) => Pick<OriginCount, 'origins'>,
  nameOf: (claim: ClaimRow) => string,
): readonly Figures[] {
  const given = new Map<string, Given>();
  for (const claim of claims) {
    if (familyOf(claim.kind) !== 'harm' && claim.kind !== 'arrest' && claim.kind !== 'death') continue;
    const read =
      (claim.roles.outcome ?? []).flatMap((words) => withWords(words) ?? [])[0] ?? (claim.roles.target ?? []).flatMap((words) => withWords(words) ?? [])[0];
    if (!read) continue;
    const of = read.of ?? OF_KIND[claim.kind] ?? 'people';
    const key = `${of} ${read.low} ${read.high ?? ''}`;
    const held = given.get(key) ?? { ...read, of, claims: [] };
    given.set(key, held);
    held.claims.push(claim);
  }
  return COUNTED.flatMap((of) => {
    const figures = [...given.values()].filter((each) => each.of === of).map((each) => shown(each, originsOf, nameOf));
    return figures.length === 0 ? [] : [togetherOf(of, figures)];
  });
}

function withWords(words: string): (FigureRead & { readonly words: string }) | null {
  const read = readFigure(words);
  return read && { ...read, words };
}

function shown({ words, low, high, claims }: Given, originsOf: Parameters<typeof countPeople>[1], nameOf: (claim: ClaimRow) => string): Figure {
  return { words, low, high, by: [...new Set(claims.map(nameOf))], claims: claims.map(({ id }) => id), origins: originsOf(claims).origins.length };
}

function togetherOf(of: Counted, figures: readonly Figure[]): Figures {
  const given = figures.toSorted((a, b) => a.low - b.low || (a.high ?? Infinity) - (b.high ?? Infinity));
  const [first, second] = figures.toSorted((a, b) => b.origins - a.origins);
  // "Up to 40" has no lower end that anybody gives.
  const lows = given.map(({ low, high }) => (low === 0 && high !== null ? high : low));
  return {
    of,
    low: Math.min(...lows),
    best: first && (!second || first.origins > second.origins) ? first.low || first.high : null,
    high: Math.max(...given.map(({ low, high }) => high ?? low)),
    open: given.some(({ high }) => high === null),
    given,
  };
}
