// The places that a name may mean: countries, and cities of some size, by their names in several scripts.
import { foldedWords } from '../base/fold.ts';
import type { PlaceMeant } from '../model/place-map.ts';
import { alignSpelling } from '../names/align-spelling.ts';
import { nameCosts } from '../names/name-costs.ts';
import { signsOf, skeletonOf, soundsOf } from '../names/spelling.ts';
import { countryNames } from './country-names.ts';
import data from './place-words.json' with { type: 'json' };

/** As gazetteer.json has it: lines of fields parted by |, in the order that its `about` tells. */
export type GazetteerFile = { readonly countries: readonly string[]; readonly cities: readonly string[] };

/** Places that bear one name, and how many others do: smaller ones, and those that have it besides their own name. */
export type Bearers = { readonly places: readonly PlaceMeant[]; readonly others: number };

export type Gazetteer = {
  /** Those whose name has the very same telling words; null where there are none. A country that has the name comes before its cities. */
  readonly named: (words: readonly string[]) => Bearers | null;
  /** The one city whose name, in another script, is spelt so; null where none is, or several are. */
  readonly spelt: (words: readonly string[]) => Bearers | null;
};

/** Names of countries, and of states of some, to the codes of the countries. */
const wholeNames: ReadonlyMap<string, string> = new Map([
  ...Object.entries(data.states).flatMap(([code, names]) => names.split('|').map((name) => [name, code] as const)),
  ...countryNames,
]);

/** `key`: the telling words of its name. */
type City = { readonly line: string; readonly key: string };

/** Cities are read from their lines when they are asked for: most never are. O(names) once. */
export function readGazetteer({ countries, cities }: GazetteerFile): Gazetteer {
  const countryOf = new Map(countries.map((line) => [line.slice(0, 2), countryAt(line)]));
  const byName = new Map<string, City[]>();
  const bySound = new Map<string, City[]>();
  for (const line of cities) {
    const fields = line.split('|');
    const city = { line, key: telling(foldedWords(fields[1] ?? '')).join(' ') };
    const forms = [city.key, ...(fields[7] ?? '').split(';').map((form) => telling(foldedWords(form)).join(' '))];
    for (const form of new Set(forms)) if (form !== '') add(byName, form, city);
    add(bySound, soundsOfName(city.key), city);
  }
  return {
    named(words) {
      const country = countryOf.get(wholeNames.get(words.join(' ')) ?? wholeNames.get(telling(words).join(' ')) ?? '');
      if (country) return { places: [country], others: 0 };
      const name = telling(words).join(' ');
      const all = byName.get(name) ?? [];
      // Who is called so comes before who is also called so: Paris before Parys, and in another script what sounds like its own name.
      const sounds = isLatin(name) ? null : soundsOfName(name);
      const own = all.filter(({ key }) => key === name || soundsOfName(key) === sounds);
      return bearersOf(own.length === 0 ? all : own, own.length === 0 ? 0 : all.length - own.length);
    },
    spelt(words) {
      const name = telling(words).join(' ');
      const [asked, sounds] = [signsOfName(name), soundsOfName(name)];
      if (sounds.length < LEAST_SOUNDS) return null;
      const alike = (bySound.get(sounds) ?? []).filter(({ key }) => likeness(asked, signsOfName(key)) >= LEAST_LIKE);
      return alike.length === 1 ? bearersOf(alike, 0) : null;
    },
  };
}

function add(map: Map<string, City[]>, key: string, city: City): void {
  const known = map.get(key);
  if (known) known.push(city);
  else map.set(key, [city]);
}

/**
 * Fixed on the gazetteer's own forms in Arabic and Cyrillic letters, each sought as if it were not there (21 November 2026): a sixth was found, 99 in
 * 100 of them right. Of names of places that it does not have, 1 in 100 (Arabic) and 3 in 1,000 (Cyrillic) were taken for one that it has.
 */
const LEAST_SOUNDS = 4;
const LEAST_LIKE = 0.8;

const signsOfName = (name: string): Uint8Array => signsOf(name.replaceAll(' ', ''));
const soundsOfName = (name: string): string => soundsOf(skeletonOf(signsOfName(name)));
const isLatin = (name: string): boolean => /^[\p{Script=Latin}\d ]*$/u.test(name);

/** How like two spellings are, at most 1: as evidence for one name, of the most that either could have. */
function likeness(a: Uint8Array, b: Uint8Array): number {
  const most = Math.min(alignSpelling(a, a, nameCosts), alignSpelling(b, b, nameCosts));
  return most <= 0 ? 0 : alignSpelling(a, b, nameCosts) / most;
}

const ARTICLES: ReadonlySet<string> = new Set(['al', 'el', 'the']);

/** Words of a name without its article, which some texts write and others leave out. */
function telling(words: readonly string[]): readonly string[] {
  const bare = words.map((word) => (/^ال...+/u.test(word) ? word.slice(2) : word));
  return bare.length > 1 && ARTICLES.has(bare[0] ?? '') ? bare.slice(1) : bare;
}

function bearersOf(cities: readonly City[], more: number): Bearers | null {
  if (cities.length === 0) return null;
  return { places: cities.map(({ line }) => cityAt(line)), others: more + Math.max(...cities.map(({ line }) => Number(line.split('|')[6]))) };
}

function cityAt(line: string): PlaceMeant {
  const [id = '', name = '', country = '', latitude, longitude] = line.split('|');
  return { id: `g${id}`, precision: 'city', name, country, latitude: Number(latitude), longitude: Number(longitude), extent: null };
}

function countryAt(line: string): PlaceMeant {
  const [code = '', ...degrees] = line.split('|');
  const [latitude = 0, longitude = 0, west = 0, south = 0, east = 0, north = 0] = degrees.map(Number);
  return { id: code, precision: 'country', name: null, country: code, latitude, longitude, extent: [west, south, east, north] };
}
