// Words of names as strings of signs: the letters and letter groups that spelling costs are known for. Signs of all
// scripts are numbered in one table, so that a word of any script can be laid beside one of any other.
import { fold } from '../base/fold.ts';
import table from './spelling.json' with { type: 'json' };

export const SCRIPTS = ['latin', 'arabic', 'cyrillic'] as const;

const listed = (signs: string): readonly string[] => [...new Set(signs.split(' '))];
const firsts = new Set(listed(table.first));
const lasts = new Set(listed(table.last));

/** Every sign by number; `^` marks one that begins a word, `$` one that ends it. Number 0 is no sign. */
export const SIGNS: readonly string[] = ['', ...SCRIPTS.flatMap((script) => listed(table[script]).flatMap(withEnds))];
const numbers = new Map(SIGNS.map((sign, number) => [sign, number]));

/** The script of each sign, as a place in SCRIPTS. */
export const SCRIPT_OF: Uint8Array = Uint8Array.from(
  ['', ...SCRIPTS.flatMap((script, n) => listed(table[script]).flatMap((s) => withEnds(s).map(() => n)))],
  Number,
);

const sounds = new Map(Object.entries(table.sounds).flatMap(([sound, signs]) => listed(signs).map((sign) => [sign, sound] as const)));
const before = new Map(Object.entries(table.before));
const longest = Math.max(...SIGNS.map((sign) => sign.length));

function withEnds(sign: string): readonly string[] {
  if (/[\^$]/u.test(sign)) return [sign];
  return [sign, ...(firsts.has(sign) ? [`^${sign}`] : []), ...(lasts.has(sign) ? [`${sign}$`] : [])];
}

/** Text folded for names: as `fold`, but marks that change a sound are spelt out (š is sh), and й stays apart from и. */
export function foldForNames(text: string): string {
  let out = '';
  for (const character of text.normalize('NFC').toLowerCase()) out += before.get(character) ?? character;
  // The hard sign is a vowel in Bulgarian, and silent before a soft vowel in Russian.
  return fold(out)
    .replace(/ъ(?=[еюя])/gu, '')
    .replace(/ъ/gu, 'а');
}

/** The signs of one folded word, doubled letters taken once. Letters of no known script are left out. */
export function signsOf(word: string): Uint8Array {
  const single = word.replace(/([^\P{L}eo])\1+/gu, '$1');
  const out: number[] = [];
  for (let at = 0; at < single.length;) {
    let length = Math.min(longest, single.length - at);
    let number = signAt(single, at, length);
    while (number === undefined && length > 1) number = signAt(single, at, --length);
    if (number !== undefined) out.push(number);
    at += length;
  }
  return Uint8Array.from(out);
}

function signAt(word: string, at: number, length: number): number | undefined {
  const sign = word.slice(at, at + length);
  return numbers.get(at === 0 ? `^${sign}` : at + length === word.length ? `${sign}$` : sign) ?? numbers.get(sign);
}

/** The sign that stands for each inside of a word: the unmarked one, where there is one. */
const INSIDE: Uint8Array = Uint8Array.from(SIGNS, (sign, number) => numbers.get(sign.replace(/[\^$]/u, '')) ?? number);

/** The signs of several words written as one: each is cut by itself, so that no sign reaches over where two meet. */
export function signsTogether(words: readonly Uint8Array[]): Uint8Array {
  const out: number[] = [];
  for (const [n, signs] of words.entries())
    for (const [at, sign] of signs.entries()) {
      const isFirst = n === 0 && at === 0;
      const isLast = n === words.length - 1 && at === signs.length - 1;
      const inside = isFirst || isLast ? sign : (INSIDE[sign] as number);
      if (at > 0 || out.at(-1) !== inside) out.push(inside);
    }
  return Uint8Array.from(out);
}

const classes = Object.keys(table.sounds);

/** The classes of a skeleton as bits. */
export function classesOf(skeleton: string): number {
  let out = 0;
  for (const sound of skeleton) out |= 1 << classes.indexOf(sound);
  return out;
}

const unmarked: readonly string[] = SIGNS.map((sign) => sign.replace(/[\^$]/u, ''));
const frontVowels = new Set(listed(table.softened.before));
const softened = new Map<string, string>(Object.entries(table.softened.sounds));
/** By number of sign: its class, that before a front vowel, and whether it is one. */
const soundOfSign: readonly string[] = unmarked.map((sign) => sounds.get(sign) ?? '');
const softSoundOf: readonly string[] = unmarked.map((sign) => softened.get(sign) ?? sounds.get(sign) ?? '');
const isFront: readonly boolean[] = unmarked.map((sign) => frontVowels.has(sign));

/** The class of a sign by number, before the next: "Celik" begins with an s, "Carl" with a k. */
const soundOf = (number: number, next: number | undefined): string =>
  (next !== undefined && isFront[next] === true ? softSoundOf[number] : soundOfSign[number]) ?? '';

/** The consonant classes of a word's signs: the same for most spellings of one name in all scripts. */
export const skeletonOf = (signs: Uint8Array): string => skeletonWith(signs, -1, '');

/** The sounds of a skeleton that any spelling shows: و is v, w, u or o, so that class is left out; what then stands double is single. */
export const soundsOf = (skeleton: string): string => skeleton.replaceAll('w', '').replace(/(.)\1+/gu, '$1');

const otherSounds = Map.groupBy(
  Object.entries(table.otherSounds).flatMap(([sound, signs]) => listed(signs).map((sign) => ({ sign, sound }))),
  ({ sign }) => sign,
);
/** By number of sign: what some spellings read it as. */
const otherSoundsOfSign: readonly (readonly string[])[] = unmarked.map((sign) => (otherSounds.get(sign) ?? []).map(({ sound }) => sound));

/** Other skeletons of the same signs, each with one sign read as it is in some spellings: "Bach" has its ch as S, and here as k. */
export function otherSkeletonsOf(signs: Uint8Array): readonly string[] {
  const others: string[] = [];
  for (let at = 0; at < signs.length; at++) for (const sound of otherSoundsOfSign[signs[at] as number] ?? []) others.push(skeletonWith(signs, at, sound));
  return others;
}

/** The skeleton with the sign at `other` read as that sound. */
function skeletonWith(signs: Uint8Array, other: number, otherSound: string): string {
  let out = '';
  for (let at = 0; at < signs.length; at++) {
    const sound = at === other ? otherSound : soundOf(signs[at] as number, signs[at + 1]);
    if (!out.endsWith(sound)) out += sound;
  }
  return out;
}

/** Numbers of the Latin signs that a letter is known to be written with. */
export const READINGS: ReadonlyMap<number, readonly number[]> = new Map(
  Object.entries(table.readings).map(([letter, signs]) => [numbers.get(letter) ?? 0, listed(signs).map((sign) => numbers.get(sign) ?? 0)]),
);
