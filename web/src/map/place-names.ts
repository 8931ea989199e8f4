// How a place that words may mean is called: as the gazetteer has it, a country in the reader's own language. It is never more than "perhaps".
import type { MapRow, PlaceMeant } from '../../../src/model/place-map.ts';
import { isolated } from '../data/isolated.ts';
import type { Tongue } from '../data/tongue.tsx';

const countryName = (code: string, tongue: Tongue): string => new Intl.DisplayNames(tongue.code, { type: 'region', fallback: 'code' }).of(code) ?? code;

const placeName = ({ name, country }: PlaceMeant, tongue: Tongue): string =>
  name === null ? countryName(country, tongue) : `${isolated(name)}${tongue.say('comma')}${countryName(country, tongue)}`;

/** "perhaps Tripoli, Libya or Tripoli, Lebanon: by its name". */
export function perhaps({ places, by }: Pick<MapRow, 'places' | 'by'>, tongue: Tongue): string {
  if (by === null) return tongue.say('map.unknown');
  const names = places.map((place) => placeName(place, tongue));
  return tongue.say(`map.perhaps.${by}`, { place: new Intl.ListFormat(tongue.code, { type: 'disjunction' }).format(names) });
}

/** The words by which a row is called: those of the source that most claims have. */
export const wordsOf = ({ words }: MapRow): string => words[0]?.words ?? '';
