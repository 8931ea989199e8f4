// By which words an event is known in a list: those of a claim of it, never words of the program's own.
import type { ClaimRow } from '../model/answers.ts';
import { isDescription } from '../names/name-key.ts';

/** Fewer words than these name nothing that could be known again in a list. */
const FEWEST_WORDS = 3;

/**
 * The fewest words that tell of it in the way of its first claim, with a year or a name in them where any have; of several kinds, those of a kin kind are
 * no name of it.
 */
export function eventLabel(claims: readonly ClaimRow[]): string {
  const ofKind = claims.filter(({ kind }) => kind === claims[0]?.kind);
  const naming = ofKind.filter(namesItself).map(({ quote }) => quote.exact);
  const quotes = ofKind.map(({ quote }) => quote.exact);
  return shortest(naming) ?? shortest(quotes) ?? quotes.toSorted((a, b) => a.length - b.length).at(-1) ?? '';
}

const shortest = (quotes: readonly string[]): string | undefined =>
  quotes.toSorted((a, b) => a.length - b.length).find((quote) => quote.split(/\s+/).length >= FEWEST_WORDS);

/** "The 1988 massacre", "the attack on Lac-Blanc": not "had it not been thwarted". */
const namesItself = ({ quote, roles }: ClaimRow): boolean =>
  /\p{N}{4}/u.test(quote.exact) ||
  [...(roles.actor ?? []), ...(roles.target ?? []), ...(roles.place ?? [])].some((name) => !isDescription(name) && quote.exact.includes(name));
