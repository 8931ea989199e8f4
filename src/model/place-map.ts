// The map: the places that claims name, where a gazetteer has such a name. Nothing of it is a fact about a claim: it is where a name may lead.
import type { ClaimRow } from './answers.ts';

/** How much of the earth is meant: somewhere in a city, somewhere around it (a province, a countryside), somewhere in a country. */
export const PRECISIONS = ['city', 'around', 'country'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** By what a name was found: its words, its spelling in another script, or a name that people held to be one with it. */
export const FOUND_BY = ['words', 'spelling', 'joined'] as const;
export type FoundBy = (typeof FOUND_BY)[number];

/** A place of the gazetteer that words may mean. Degrees, WGS 84. */
export type PlaceMeant = {
  /** `IR` of a country, `g112931` of a city by its number in GeoNames; with `~` after it, somewhere around. */
  readonly id: string;
  readonly precision: Precision;
  /** Of a city, in Latin letters; of a country null: each language has its own for the code. */
  readonly name: string | null;
  /** ISO 3166-1 code, as the gazetteer has it. */
  readonly country: string;
  readonly latitude: number;
  readonly longitude: number;
  /** Of a country: west, south, east, north; west is the greater where it lies across the 180th meridian. */
  readonly extent: readonly [number, number, number, number] | null;
};

/** What words may mean: one place, or several of that name. `others` is how many more bear it, smaller ones, or such as have it besides their own name. */
export type Meant = { readonly places: readonly PlaceMeant[]; readonly by: FoundBy; readonly others: number };

/** Words that claims have for a place, and how many do. */
export type PlaceWords = { readonly words: string; readonly claims: number };

/** The claims that name one place, or one of several of a name; `places` is empty where the gazetteer has none. */
export type MapRow = {
  /** Of its places together; of what is on no map one that tells nothing. */
  readonly id: string;
  readonly places: readonly PlaceMeant[];
  readonly by: FoundBy | null;
  readonly others: number;
  /** As sources write it, those of most claims first, so many of them; `forms` is how many there are. */
  readonly words: readonly PlaceWords[];
  readonly forms: number;
  readonly recorded: number;
  readonly suggested: number;
};

/** Those of most claims first. `found` stand on the map, `others` do not; `beyond` says how many rows more there are of each. */
export type PlaceMap = {
  readonly found: readonly MapRow[];
  readonly others: readonly MapRow[];
  readonly beyond: { readonly found: number; readonly others: number };
  /** There are more suggestions than are looked through: none is counted. */
  readonly withoutSuggestions: boolean;
};

/** Some claims of a row of the map, in the order of documents; there are `total`. */
export type PlaceClaims = { readonly row: MapRow; readonly claims: readonly ClaimRow[]; readonly total: number };

/** Words that recorded claims have for a place, with the places that these words say it lies in, from the narrower to the wider. */
export type PlaceWorded = { readonly id: string; readonly words: string; readonly wider: readonly string[]; readonly claims: number };

/** Around one place. `lies` and `holds` are what claims say in so many words; `perhaps` is what the gazetteer has of such a name, and nobody said. */
export type PlaceAround = {
  readonly lies: readonly PlaceWorded[];
  readonly holds: readonly PlaceWorded[];
  readonly perhaps: readonly (Meant & { readonly words: string })[];
};
