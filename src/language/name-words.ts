// The lists of data/names.en.json, ready to be asked.
import data from './data/names.en.json' with { type: 'json' };

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));

export const HONORIFICS = set(data.honorifics);
export const TITLES = set(data.titles);
export const OFFICES = set(data.offices);
export const ORGANIZATION_HEADS = set(data.organizationHeads);
export const PLACE_HEADS = set(data.placeHeads);
export const FIRST_NAMES = set(data.firstNames);
export const CONNECTORS = set(data.connectors);
export const PEOPLE = set(data.people);

const nations = data.nations.split('|').map((line) => line.toLowerCase().split(' '));
export const COUNTRIES: ReadonlySet<string> = new Set(nations.map(([country = '']) => country));
/** Adjectives and people of a nation, apart from places: "Iranian", "Swedes". */
export const NATIONALITIES: ReadonlySet<string> = new Set(nations.flatMap(([, ...words]) => words));
export const PLACES: ReadonlySet<string> = new Set([...COUNTRIES, ...data.places.toLowerCase().split(' ')]);
