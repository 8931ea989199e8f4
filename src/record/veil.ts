// A veil over names: what those see who did not ask for them. Where a name's words stand, a text has a bar that is as long, so that every offset
// in it stays what it was; what nothing is counted in has the pseudonym. Pure, and of the words alone: a name is covered wherever its words
// stand, whoever is meant, as its pseudonym says no more of who that is than the words did.
import { fold, foldedWords } from '../base/fold.ts';
import { bySpan, CodePoints, type Span } from '../base/span.ts';
import { isDescription, nameKey } from '../names/name-key.ts';
import { lettersOf, placesOf, remainsOf, tellingWords, type Letters } from './find-words.ts';

/** `ids` of all names that are held to be one, ordered; `words` in every form in which claims give them. For `also` and `spared` see `PseudonymStated`. */
export type VeiledName = {
  readonly ids: readonly string[];
  readonly pseudonym: string;
  readonly words: readonly string[];
  readonly also: readonly string[];
  readonly spared: readonly string[];
  readonly isPerson: boolean;
};

/** One code point of a bar. */
export const BAR = '█';

export type Veil = {
  readonly names: readonly VeiledName[];
  /** Whether an id is that of a veiled name. */
  readonly covering: (id: unknown) => VeiledName | null;
  /** With bars, and as many code points as before. */
  readonly bars: (text: string) => string;
  /** With the pseudonym where a name stands whole, and a bar where a word of it stands alone. */
  readonly named: (text: string) => string;
  /** The names that stand in a text, or a word of which does. */
  readonly standing: (text: string) => ReadonlySet<VeiledName>;
  /** Whether a folded word, or with `prefix` the beginning of one, is of a name or a pseudonym. */
  readonly touches: (word: string, prefix: boolean) => boolean;
};

/** Nothing is veiled. */
export const NO_VEIL: Veil = { names: [], covering: () => null, bars: (text) => text, named: (text) => text, standing: () => new Set(), touches: () => false };

/** Where words of a name stand, in code points; `isWhole`: all of them, and nothing else. */
type Place = Span & { readonly name: VeiledName; readonly isWhole: boolean };

/** `anywhere`: inside of other words too. */
type Sought = { readonly words: string; readonly name: VeiledName; readonly isWhole: boolean; readonly anywhere: boolean };

export function veilOf(names: readonly VeiledName[]): Veil {
  if (names.length === 0) return NO_VEIL;
  const sought = names.flatMap(soughtOf);
  const letters = [...new Set(sought.map((each) => each.words.replaceAll(' ', '')))];
  const find = (text: string): readonly Place[] =>
    mayStand(text, letters) ? joinedUp(text, merged(withMarks(text, [...placesIn(lettersOf(text), sought), ...escaped(text, sought)]))) : [];
  const byId = new Map(names.flatMap((name) => name.ids.map((id) => [id, name] as const)));
  const words = new Set([...sought.flatMap((each) => foldedWords(each.words)), ...names.flatMap(({ pseudonym }) => foldedWords(pseudonym))]);
  return {
    names,
    covering: (id) => (typeof id === 'string' ? (byId.get(id) ?? null) : null),
    bars: remembering((text) => written(text, find(text), bar)),
    named: remembering((text) => written(text, find(text), (points, { name, isWhole }) => (isWhole ? name.pseudonym : bar(points)))),
    standing: (text) => new Set(find(text).map(({ name }) => name)),
    touches: (word, prefix) => words.has(word) || (prefix && [...words].some((each) => each.startsWith(word))),
  };
}

/** Most texts have no such letters, and of plain ones that is soon told: their letters are those of `lettersOf`. False only where none of them stand. */
function mayStand(text: string, letters: readonly string[]): boolean {
  if (!/^[\0-\x7f]*$/.test(text) || text.includes('%')) return true;
  const plain = text.toLowerCase().replaceAll(/[^a-z\d]+/g, '');
  return letters.some((each) => plain.includes(each));
}

/** Whole names of so many letters stand for nothing else by chance, however they are parted. */
const LONG = 8;

/** A name whole, in each form, and, of a person, each word of it alone that nobody else bears. */
function soughtOf(name: VeiledName): readonly Sought[] {
  const whole = [...new Set([...name.words.map(tellingWords), ...name.also.map((each) => foldedWords(each).join(' '))])].filter((words) => words !== '');
  const parts = name.isPerson ? name.words.flatMap((form) => aloneWords(form)).filter((word) => !name.spared.includes(word)) : [];
  return [
    ...whole.map((words) => ({ words, name, isWhole: true, anywhere: words.includes(' ') && words.length > LONG })),
    ...[...new Set(parts)].filter((word) => !whole.includes(word)).map((words) => ({ words, name, isWhole: false, anywhere: false })),
  ];
}

/** The words of a name that tell who is meant where they stand alone: not an initial, and nothing of a description. Folded. */
export const aloneWords = (name: string): readonly string[] => (isDescription(name) ? [] : nameKey(name).filter((word) => Array.from(word).length > 1));

const placesIn = (letters: Letters, sought: readonly Sought[]): readonly Place[] =>
  sought.flatMap(({ words, name, isWhole, anywhere }) => (anywhere ? remainsOf : placesOf)(letters, words).map((span) => ({ ...span, name, isWhole })));

/** Addresses write letters as percent signs and digits: one that says a name so is covered whole. */
function escaped(text: string, sought: readonly Sought[]): readonly Place[] {
  if (!text.includes('%')) return [];
  const points = new CodePoints(text);
  return [...text.matchAll(/[^\s"<>]*%[0-9a-f]{2}[^\s"<>]*/giu)].flatMap(({ 0: address, index }) => {
    const read = address.replace(/(?:%[0-9a-f]{2})+/giu, (signs) =>
      new TextDecoder().decode(Uint8Array.from(signs.slice(1).split('%'), (two) => parseInt(two, 16))),
    );
    const [first] = placesIn(lettersOf(read), sought);
    return first ? [{ start: points.fromUnit(index), end: points.fromUnit(index + address.length), name: first.name, isWhole: false }] : [];
  });
}

/** With the marks on its last letter. */
function withMarks(text: string, places: readonly Place[]): readonly Place[] {
  if (places.length === 0) return places;
  const points = Array.from(text);
  return places.map((place) => {
    let { end } = place;
    while (/^\p{M}$/u.test(points[end] ?? '')) end++;
    return { ...place, end };
  });
}

/** In order, those that overlap as one. A name that stands whole hides its own words; what hides more than one name has no pseudonym. */
function merged(places: readonly Place[]): readonly Place[] {
  const out: Place[] = [];
  for (const place of places.toSorted((a, b) => bySpan(a, b) || Number(b.isWhole) - Number(a.isWhole))) {
    const last = out.at(-1);
    if (!last || place.start >= last.end) out.push(place);
    else if (place.end > last.end) out.splice(-1, 1, { ...last, end: place.end, isWhole: false });
  }
  return out;
}

/** Words of names with next to nothing between them, as one bar: where the one ends tells something of it. */
function joinedUp(text: string, places: readonly Place[]): readonly Place[] {
  const points = places.length > 1 ? Array.from(text) : [];
  const out: Place[] = [];
  for (const place of places) {
    const last = out.at(-1);
    const touching = last !== undefined && !last.isWhole && !place.isWhole && /^[^\p{L}\p{N}\n]{0,3}$/u.test(points.slice(last.end, place.start).join(''));
    if (last && touching) out.splice(-1, 1, { ...last, end: place.end });
    else out.push(place);
  }
  return out;
}

type Written = (points: readonly string[], place: Place) => string;

function written(text: string, places: readonly Place[], write: Written): string {
  if (places.length === 0) return text;
  const points = Array.from(text);
  let out = '';
  let at = 0;
  for (const place of places) {
    out += points.slice(at, place.start).join('') + write(points.slice(place.start, place.end), place);
    at = place.end;
  }
  return out + points.slice(at).join('');
}

/** Lines stay lines, so that paragraphs and pages stay what they were. */
const bar = (points: readonly string[]): string => points.map((point) => (point === '\n' || point === '\r' ? point : BAR)).join('');

/** Answers say the same short words over and over. */
const SHORT = 300;
const MOST_REMEMBERED = 20_000;

function remembering(work: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    if (text.length > SHORT) return work(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= MOST_REMEMBERED) known.clear();
    const made = work(text);
    known.set(text, made);
    return made;
  };
}

/** The pseudonym of the veil that stands in words; null where none does. */
export function pseudonymIn(veil: Veil, words: string): string | null {
  const letters = lettersOf(words);
  return veil.names.find(({ pseudonym }) => placesOf(letters, pseudonym).length > 0)?.pseudonym ?? null;
}

/** Two pseudonyms, or a pseudonym and words, as they are compared. */
export const samePseudonym = (a: string, b: string): boolean => fold(a).trim() === fold(b).trim();
