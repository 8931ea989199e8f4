// Claims by the places that they name. A row is one place of the gazetteer, or the several of one name; a name that it does not have is a row beside
// the map. Claims are counted once in a row; a claim that names two places stands in two.
import { foldedWords } from '../base/fold.ts';
import type { FoundBy, MapRow, Meant, PlaceMeant } from '../model/place-map.ts';
import { FOUND_BY } from '../model/place-map.ts';
import type { Gazetteer } from './gazetteer.ts';
import { locatePlace } from './locate-place.ts';

/** A place as a claim gives it. `group`: the same for names that people held to be one; null where nobody did of this. */
export type PlaceGiven = { readonly words: string; readonly group: string | null };

/** How many claims or suggestions name these places, and no others. */
export type PlaceTally = { readonly places: readonly PlaceGiven[]; readonly status: 'recorded' | 'suggested'; readonly claims: number };

/** One name of a claim: which row of the map it belongs to, and why. */
type Placed = { readonly row: string; readonly words: string; readonly meant: Meant | null };

/** Tells of the places that one claim gives where each leads. */
export type Placer = (places: readonly PlaceGiven[]) => readonly Placed[];

/** A row with all its words, by how many claims have them. */
export type WholeRow = Omit<MapRow, 'words' | 'forms'> & { readonly words: ReadonlyMap<string, number> };

/** Names are located once each. What people hold to be one place leads where its other names do: O(names) to know. */
export function placerOf(tallies: readonly PlaceTally[], gazetteer: Gazetteer): Placer {
  const known = new Map<string, Meant | null>();
  const locate = (words: string): Meant | null => {
    const before = known.get(words);
    if (before !== undefined) return before;
    const found = locatePlace(words, gazetteer);
    known.set(words, found);
    return found;
  };
  const joined = joinedPlaces(tallies, locate);
  return (places) => {
    const own = inContext(places.map(({ words }) => locate(words)));
    return places.map(({ words, group }, n) => {
      const meant = asJoined(own[n] ?? null, joined.get(group ?? ''));
      return { row: rowId(words, meant), words, meant };
    });
  };
}

/** A city of several of its name is the one in the country that the claim names beside it. */
function inContext(all: readonly (Meant | null)[]): readonly (Meant | null)[] {
  const countries = new Set(all.flatMap((meant) => (meant?.places[0]?.precision === 'country' ? meant.places.map(({ country }) => country) : [])));
  if (countries.size === 0) return all;
  return all.map((meant) => {
    const places = meant?.places.filter(({ country }) => countries.has(country)) ?? [];
    return meant && places.length > 0 && places.length < meant.places.length ? { ...meant, places, others: 0 } : meant;
  });
}

/** Of each group of names the one place to which those of them lead that lead to one; none where they lead to several. */
function joinedPlaces(tallies: readonly PlaceTally[], locate: (words: string) => Meant | null): ReadonlyMap<string, PlaceMeant> {
  const found = new Map<string, Map<string, PlaceMeant>>();
  for (const { places } of tallies) {
    const own = inContext(places.map(({ words }) => locate(words)));
    for (const [n, { group }] of places.entries()) {
      const [place, another] = own[n]?.places ?? [];
      if (group === null || !place || another) continue;
      found.set(group, (found.get(group) ?? new Map<string, PlaceMeant>()).set(place.id, place));
    }
  }
  return new Map([...found].flatMap(([group, places]) => (places.size === 1 ? [[group, [...places.values()][0] as PlaceMeant] as const] : [])));
}

function asJoined(meant: Meant | null, place: PlaceMeant | undefined): Meant | null {
  if (!place || meant?.places.length === 1) return meant;
  return meant === null || meant.places.some(({ id }) => id === place.id) ? { places: [place], by: 'joined', others: 0 } : meant;
}

const rowId = (words: string, meant: Meant | null): string =>
  meant ? meant.places.map(({ id }) => id).join('+') : `w:${foldedWords(words).join(' ').slice(0, 200)}`;

/** Those of most claims first, recorded ones before suggestions. O(tallies). */
export function buildPlaceMap(tallies: readonly PlaceTally[], placer: Placer): readonly WholeRow[] {
  const rows = new Map<string, Gathered>();
  for (const { places, status, claims } of tallies) {
    const counted = new Set<string>();
    for (const { row: id, words, meant } of placer(places)) {
      const row = rows.get(id) ?? { places: meant?.places ?? [], by: null, others: meant?.others ?? 0, words: new Map(), recorded: 0, suggested: 0 };
      rows.set(id, row);
      row.words.set(words, (row.words.get(words) ?? 0) + claims);
      if (meant) row.by = surest(row.by, meant.by);
      if (!counted.has(id)) row[status] += claims;
      counted.add(id);
    }
  }
  return [...rows]
    .map(([id, row]): WholeRow => ({ id, ...row }))
    .toSorted((a, b) => b.recorded - a.recorded || b.suggested - a.suggested || (a.id < b.id ? -1 : 1));
}

type Gathered = {
  readonly places: readonly PlaceMeant[];
  by: FoundBy | null;
  readonly others: number;
  readonly words: Map<string, number>;
  recorded: number;
  suggested: number;
};

const surest = (a: FoundBy | null, b: FoundBy): FoundBy => FOUND_BY.find((by) => by === a || by === b) ?? b;

/** Words that a row is shown with. */
const MOST_WORDS = 8;

export function shownRow({ words, ...row }: WholeRow): MapRow {
  const forms = [...words].map(([form, claims]) => ({ words: form, claims })).toSorted((a, b) => b.claims - a.claims || (a.words < b.words ? -1 : 1));
  return { ...row, words: forms.slice(0, MOST_WORDS), forms: forms.length };
}
