// Where words for a place may lead: "Evin Prison, Tehran" to Tehran. A proposal by names alone, and as coarse as the words are. What is not known
// to lead to one name stays off the map: "Paris, Texas" is not looked for in France.
import { foldedWords } from '../base/fold.ts';
import type { Meant, PlaceMeant } from '../model/place-map.ts';
import type { Bearers, Gazetteer } from './gazetteer.ts';
import data from './place-words.json' with { type: 'json' };

const listed = (words: string): ReadonlySet<string> => new Set(words.split(' ').map((word) => foldedWords(word).join('')));
const AT = listed(data.at);
const AROUND = listed(data.around);
const OF = listed(data.of);
const AND = listed(data.and);
const JOINTS = listed(data.joints);
const UNMAKES = listed(data.unmakes);

/** A name in a phrase. `owner`: it stands before what it holds ("Tehran's"), though it is the wider place. */
type Chunk = { readonly words: readonly string[]; readonly around: boolean; readonly owner: boolean };
type Known = { readonly chunk: Chunk; readonly bearers: Bearers; readonly by: 'words' | 'spelling' };

/** Null where nothing is known of its last name, or what is known does not go together. Several places where a name has several bearers. */
export function locatePlace(phrase: string, gazetteer: Gazetteer): Meant | null {
  const whole = knownAs({ words: foldedWords(phrase), around: false, owner: false }, gazetteer);
  if (whole) return meantBy([whole]);
  const chunks = (/\p{Lu}/u.test(phrase) ? namesIn(phrase) : plainNames(phrase, gazetteer)).flatMap((chunk) => apart(chunk, gazetteer));
  const ordered = [...chunks.filter(({ owner }) => !owner), ...chunks.filter(({ owner }) => owner)];
  const known = ordered.map((chunk) => knownAs(chunk, gazetteer));
  // An unknown province is no reason to doubt the city before it; any other unknown name at the end is.
  const last = ordered.findLastIndex(({ around }, n) => !(around && known[n] === null));
  if (last < 0 || !known[last]) return null;
  return meantBy(known.filter((each) => each !== null));
}

/** "Istanbul and Ankara" are two names, "Trinidad and Tobago" is one. */
function apart(chunk: Chunk, gazetteer: Gazetteer): readonly Chunk[] {
  const at = chunk.words.findIndex((word) => AND.has(word));
  if (at <= 0 || gazetteer.named(chunk.words)) return [chunk];
  return [{ ...chunk, words: chunk.words.slice(0, at) }, ...apart({ ...chunk, words: chunk.words.slice(at + 1) }, gazetteer)];
}

function knownAs(chunk: Chunk, gazetteer: Gazetteer): Known | null {
  const named = gazetteer.named(chunk.words);
  if (named) return { chunk, bearers: named, by: 'words' };
  const spelt = chunk.words.some((word) => /[^\p{Script=Latin}\d]/u.test(word)) ? gazetteer.spelt(chunk.words) : null;
  return spelt && { chunk, bearers: spelt, by: 'spelling' };
}

/** From the narrower to the wider: a city has to lie in the country that is named after it; one named before it is another matter ("the embassy of Iran in Paris"). */
function meantBy(known: readonly Known[]): Meant | null {
  const isCountry = ({ bearers: { places } }: Known): boolean => places[0]?.precision === 'country';
  const last = known.at(-1);
  if (!last) return null;
  if (known.every(isCountry)) return meant(known);
  const cities = known.filter((each) => !isCountry(each));
  if (!isCountry(last)) return meant(cities);
  const inside = cities.flatMap((each) => {
    const places = each.bearers.places.filter(({ country }) => country === last.bearers.places[0]?.country);
    return places.length === 0 ? [] : [{ ...each, bearers: { places, others: 0 } }];
  });
  return inside.length === 0 ? null : meant(inside);
}

function meant(known: readonly Known[]): Meant {
  const places = known.flatMap(({ chunk, bearers }) => (chunk.around ? bearers.places.map(aroundIt) : bearers.places));
  return {
    places: [...new Map(places.map((place) => [place.id, place])).values()],
    by: known.some(({ by }) => by === 'spelling') ? 'spelling' : 'words',
    others: Math.max(...known.map(({ bearers }) => bearers.others)),
  };
}

/** A part of a country is as precise as the country is. */
const aroundIt = (place: PlaceMeant): PlaceMeant => (place.precision === 'country' ? place : { ...place, id: `${place.id}~`, precision: 'around' });

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}’'.-]*|[,;:()/–—]/gu;
const OWNING = /[’']s$/u;
/** Also "al-Hasakah". */
const LARGE = /^(?:\p{L}{1,3}[-’'])?\p{Lu}/u;

/** In a script with capitals: runs of words written large, with the words that join them; a comma or a small word ends one. */
function namesIn(phrase: string): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let run: string[] = [];
  let joints: string[] = [];
  let before = '';
  const end = (after: string, owner = false): void => {
    if (run.length > 0) chunks.push(...chunkOf(run, { before, after, owner }));
    if (run.length > 0) before = '';
    [run, joints] = [[], []];
  };
  for (const [word] of phrase.matchAll(WORD)) {
    const small = foldedWords(word).join(' ');
    if (LARGE.test(word)) {
      run.push(...(run.length > 0 ? joints : []), word.replace(OWNING, ''));
      joints = [];
      if (OWNING.test(word)) end('', true);
    } else if (run.length > 0 && joints.length < MOST_JOINTS && (OF.has(small) || AND.has(small) || JOINTS.has(small)) && !IN.has(small)) joints.push(word);
    else {
      end(small);
      if (small === '' || !OF.has(small)) before = small;
    }
  }
  end('');
  return chunks;
}

/** Small words that a name has in one place. */
const MOST_JOINTS = 2;
/** What parts a place from the wider one that it lies in, though it also stands before one. */
const IN: ReadonlySet<string> = new Set(['in', 'i', 'en', 'в']);

type Beside = { readonly before: string; readonly after: string; readonly owner: boolean };

/** The name of a run without words of what lies in it; nothing where no name is left. */
function chunkOf(run: readonly string[], { before, after, owner }: Beside): readonly Chunk[] {
  let words = run.flatMap(foldedWords);
  let around = AROUND.has(before) || AROUND.has(after);
  const isBeside = (word: string | undefined): boolean => word !== undefined && (AT.has(word) || AROUND.has(word));
  while (words.length > 1 && isBeside(words.at(-1))) {
    around ||= AROUND.has(words.at(-1) ?? '');
    words = words.slice(0, -1);
  }
  while (words.length > 2 && isBeside(words[0]) && OF.has(words[1] ?? '')) {
    around ||= AROUND.has(words[0] ?? '');
    words = words.slice(OF.has(words[2] ?? '') ? 3 : 2);
  }
  return words.every((word) => isBeside(word) || OF.has(word)) ? [] : [{ words, around, owner }];
}

const MOST_WORDS = 4;

/** Without capitals, the last words of each part are looked at, and those before them: a Persian or Arabic phrase ends with its widest place. */
const plainNames = (phrase: string, gazetteer: Gazetteer): readonly Chunk[] =>
  phrase.split(/[،,؛;()/:–—]/u).flatMap((part) => {
    const words = foldedWords(part);
    return words.length === 0 ? [] : (namesAtEnd(words, gazetteer) ?? [{ words, around: false, owner: false }]);
  });

/** Null where none is known, or what is known is part of the name of something else. */
function namesAtEnd(words: readonly string[], gazetteer: Gazetteer): readonly Chunk[] | null {
  const found: Chunk[] = [];
  let left = words;
  let joined = false;
  while (left.length > 0) {
    const name = nameAtEnd(left, gazetteer);
    if (!name) break;
    left = left.slice(0, -name.length);
    const before = left.findLast((word) => !OF.has(word)) ?? '';
    if (UNMAKES.has(before)) return null;
    found.unshift({ words: name, around: AROUND.has(before), owner: false });
    joined = AND.has(left.at(-1) ?? '');
    if (joined) left = left.slice(0, -1);
  }
  return found.length === 0 || (joined && left.length > 0) ? null : found;
}

/** In Latin letters only the whole part is taken: "a bath" is no Bath. */
function nameAtEnd(words: readonly string[], { named, spelt }: Gazetteer): readonly string[] | null {
  const isLatin = /\p{Script=Latin}/u.test(words.join(''));
  for (let length = Math.min(MOST_WORDS, words.length); length > 0; length--) {
    const name = words.slice(-length);
    if (isLatin && length < words.length) return null;
    if ((length === words.length || name.join('').length >= 3) && named(name)) return name;
  }
  return !isLatin && words.length === 1 && spelt(words) ? words : null;
}
