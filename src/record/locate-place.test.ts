import { describe, expect, it } from 'vitest';
import file from './gazetteer.json' with { type: 'json' };
import { readGazetteer } from './gazetteer.ts';
import { locatePlace } from './locate-place.ts';

const gazetteer = readGazetteer(file);

/** "Tehran IR city", several parted by " or "; "by spelling" where it is; "nowhere". */
function where(phrase: string): string {
  const meant = locatePlace(phrase, gazetteer);
  if (!meant) return 'nowhere';
  const places = meant.places.map(({ name, country, precision }) => [name, country, precision].filter(Boolean).join(' '));
  return `${places.join(' or ')}${meant.by === 'words' ? '' : ` by ${meant.by}`}`;
}

describe('words for a place lead to where their names lie', () => {
  it.each([
    ['Tehran', 'Tehran IR city'],
    ['Iran', 'IR country'],
    ['Evin prison, Tehran', 'Tehran IR city'],
    ['Evin Prison in Tehran', 'Tehran IR city'],
    ['Tehran’s Evin prison', 'Tehran IR city'],
    ['the city of Karaj', 'Karaj IR city'],
    ['Karaj, Alborz Province, Iran', 'Karaj IR city'],
    ['a court in Isfahan', 'Isfahan IR city'],
    ['Deir ez-Zor', 'Deir ez-Zor SY city'],
    ['Hasakah', 'Al Ḩasakah SY city'],
    ['Kiev', 'Kyiv UA city'],
    ['Bosnia and Herzegovina', 'BA country'],
    ['Kuwait City', 'Kuwait City KW city'],
    ['the embassy of Iran in Paris', 'Paris FR city'],
  ])('%s: %s', (phrase, expected) => expect(where(phrase)).toBe(expected));

  it.each([
    ['تهران', 'Tehran IR city'],
    ['زندان اوین تهران', 'Tehran IR city'],
    ['در شهر کرج', 'Karaj IR city'],
    ['طرابلس، لبنان', 'Tripoli LB city'],
    ['دمشق', 'Damascus SY city'],
    ['سوریه', 'SY country'],
    ['Москва', 'Moscow RU city'],
    ['в Москве', 'Moscow RU city'],
  ])('in their own script: %s: %s', (phrase, expected) => expect(where(phrase)).toBe(expected));
});

describe('a name in a script in which the gazetteer does not have it', () => {
  it('is known by how it is spelt, and that is said', () => expect(where('سالزبورگ')).toBe('Salzburg AT city by spelling'));
  it('is not guessed where few sounds tell', () => expect(where('سارو')).toBe('nowhere'));
});

describe('a name of several places leads to all of them', () => {
  it('says so of Tripoli, and not where its country stands beside it', () => {
    expect(where('Tripoli')).toBe('Tripoli LY city or Tripoli LB city or Trípoli GR city');
    expect(where('Tripoli, Lebanon')).toBe('Tripoli LB city');
    expect(where('Tripoli in Libya')).toBe('Tripoli LY city');
  });
  it('tells how many smaller places bear it that are not on the map', () => expect(locatePlace('Tripoli', gazetteer)?.others).toBeGreaterThan(0));
  it('gives two cities that are named together as either', () => {
    expect(where('Istanbul and Ankara')).toBe('Istanbul TR city or Ankara TR city');
    expect(where('استانبول و آنکارا')).toBe('Istanbul TR city or Ankara TR city');
  });
});

describe('words that say less than a city are no city', () => {
  it.each([
    ['Aleppo governorate', 'Aleppo SY around'],
    ['near Isfahan', 'Isfahan IR around'],
    ['the province of Aleppo', 'Aleppo SY around'],
    ['استان تهران', 'Tehran IR around'],
    ['ريف دمشق', 'Damascus SY around'],
    ['northern Syria', 'SY country'],
    ['Florida', 'US country'],
  ])('%s: %s', (phrase, expected) => expect(where(phrase)).toBe(expected));
});

describe('what is not surely a name of the place is left off the map', () => {
  it.each([
    'Paris, Texas',
    'استانبول و سنگ‌تراش',
    'Damascus Gate',
    'Camp David',
    'Victoria Park',
    'Atlanta, Georgia',
    'Iranian embassy',
    'خیابان تهران',
    'a bath',
    'Sangtarash',
    'سنگ‌تراش',
    'the same place',
    'prison',
    '',
  ])('%s', (phrase) => expect(where(phrase)).toBe('nowhere'));
});
