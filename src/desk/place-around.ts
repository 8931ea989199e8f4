// What lies where, as claims word it: a place's own words may say what it lies in, and those for others that they lie in it.
import { foldedWords } from '../base/fold.ts';
import type { PlaceAround, PlaceWorded } from '../model/place-map.ts';
import { locatePlace } from '../record/locate-place.ts';
import { placesWithin } from '../record/place-within.ts';
import { namesWorded } from '../views/read-places.ts';
import { bearersAt } from './bearers.ts';
import { claimsNamed, type Named } from './claims-named.ts';
import type { Casebook } from './casebook.ts';
import type { ClaimFilter } from './parse-filter.ts';
import { theGazetteer } from './place-map.ts';

/** Of a name (n_…), under the filter's clocks. Nothing of it where no claim that fits names it as a place. O(names of places), with `knownBy` O(claims). */
export async function placeAround(casebook: Casebook, id: string, filter: ClaimFilter): Promise<PlaceAround> {
  const [bearers, gazetteer] = [await bearersAt(casebook, filter), await theGazetteer()];
  const isCountry = (words: readonly string[]): boolean => gazetteer.named(words)?.places[0]?.precision === 'country';
  const withinOf = (words: string): readonly string[] => placesWithin(words, isCountry);
  const own = new Set(bearers.namesOf(bearers.idOf(id)));
  const named = wordedIn(await claimsNamed(casebook, [...own], filter), bearers.idOf, withinOf, (name) => own.has(name));
  const forms = new Set(named.flatMap(({ words }) => [words, withinOf(words)[0] ?? words]));
  const keys = new Set([...forms].map(keyOf));
  const near = new Set((await namesWorded(casebook.store.reads, [...forms])).filter((name) => !own.has(name)));
  const others = near.size === 0 ? [] : wordedIn(await claimsNamed(casebook, [...near], filter), bearers.idOf, withinOf, (name) => near.has(name));
  return {
    lies: named.filter(({ wider }) => wider.length > 0),
    holds: others.filter(({ wider }) => wider.some((words) => keys.has(keyOf(words)))),
    perhaps: named.flatMap(({ words }) => {
      const meant = locatePlace(words, gazetteer);
      return meant === null ? [] : [{ ...meant, words }];
    }),
  };
}

const keyOf = (words: string): string => foldedWords(words).join(' ');

/** The words for places whose names are wanted, those of most claims first. */
function wordedIn(
  all: readonly Named[],
  idOf: (name: string) => string,
  withinOf: (words: string) => readonly string[],
  isWanted: (name: string) => boolean,
): readonly PlaceWorded[] {
  const found = new Map<string, { readonly id: string; readonly words: string; claims: number }>();
  for (const { names } of all) {
    const here = new Map(names.filter(({ id, part }) => part === 'place' && isWanted(id)).map((each) => [`${idOf(each.id)} ${each.words}`, each]));
    for (const [key, { id, words }] of here) {
      const worded = found.get(key) ?? { id: idOf(id), words, claims: 0 };
      worded.claims++;
      found.set(key, worded);
    }
  }
  return [...found.values()]
    .map((each) => ({ ...each, wider: withinOf(each.words).slice(1) }))
    .toSorted((a, b) => b.claims - a.claims || (a.words < b.words ? -1 : 1));
}
