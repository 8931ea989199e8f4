// Why two names got their score: the parts of the match, each with what it is worth. A part is worth the difference that
// turning it round would make: an agreement taken away, a word that only one name has left out, two words that speak against each other made one.
import { AGREEMENTS, matchWords, NO_WORD, type Side } from './match-words.ts';
import { isAfter } from './name-evidence.ts';
import { formOf, MOST_WORDS, type NameForm, type NameWord } from './name-word.ts';

/**
 * A part of the explanation. `a` and `b` are the words as compared (folded, titles and particles left aside); '' where
 * the other name has no such word. `points`: the log-odds of the score (before the caps) less what they would be with
 * this part the other way round. They do not add up to the score: parts support each other.
 */
export type Reason = { readonly a: string; readonly b: string; readonly kind: string; readonly points: number };

type LogOdds = (a: NameForm, b: NameForm) => number;
type Part = { readonly a: readonly number[]; readonly b: readonly number[]; readonly kind: string };

/** The parts that agree in the order of the first name, then contradictions, then omissions. Both forms have words. */
export function explainMatch(a: NameForm, b: NameForm, logOdds: LogOdds): readonly Reason[] {
  const whole = logOdds(a, b);
  return partsOf(a, b).map((part) => ({
    a: textOf(a, part.a),
    b: textOf(b, part.b),
    kind: part.kind,
    points: Math.round((whole - turnedRound(a, b, part, logOdds)) * 100) / 100,
  }));
}

const textOf = (form: NameForm, places: readonly number[]): string => places.map((place) => form.words[place]?.text ?? '').join(' ');

function turnedRound(a: NameForm, b: NameForm, part: Part, logOdds: LogOdds): number {
  if (part.kind === 'omission') return logOdds(without(a, part.a), without(b, part.b));
  if (part.kind === 'contradiction') return logOdds(a, agreeing(b, part.b, a, part.a));
  return logOdds(a, estranged(b, part.b));
}

function without(form: NameForm, places: readonly number[]): NameForm {
  const words = form.words.filter((_, place) => !places.includes(place));
  return formOf(words, { ...form, family: Math.min(form.family, words.length - 1) });
}

/** The form with words of another in place of its own. */
function agreeing(form: NameForm, places: readonly number[], from: NameForm, fromPlaces: readonly number[]): NameForm {
  const words = form.words.map((word, place) => (places.includes(place) ? (from.words[fromPlaces[0] ?? 0] ?? word) : word));
  return formOf(words, form);
}

/** The form with words in whose place stand others, as rare, that are like no word at all. */
function estranged(form: NameForm, places: readonly number[]): NameForm {
  const rest = formOf(form.words.filter((_, place) => !places.includes(place)));
  const strange = (word: NameWord): NameWord => ({ ...word, text: '', skeleton: ' ', signs: new Uint8Array(), meaning: 0, otherMeaning: 0 });
  return { ...form, words: form.words.map((word, place) => (places.includes(place) ? strange(word) : word)), joined: [], tripled: [], whole: rest.whole };
}

/** The parts of a matching. Words left over on both sides are opposed in order; the rest are omissions of the other name. */
function partsOf(x: NameForm, y: NameForm): readonly Part[] {
  if (isAfter(x, y)) return partsOf(y, x).map(({ a, b, kind }) => ({ a: b, b: a, kind }));
  const { a, b } = matchWords(x, y);
  const parts = new Map<string, Part>();
  const add = (i: number, j: number, kind: string, key: string): void => {
    const before = parts.get(key) ?? { a: [], b: [], kind };
    parts.set(key, { a: [...new Set([...before.a, i])], b: [...new Set([...before.b, j])], kind });
  };
  // Where several words of one name answer to one of the other, they are one part, known by that one word.
  const shared = (side: Side, j: number): boolean => side.partner.slice(0, MOST_WORDS).filter((partner) => partner === j).length > 1;
  x.words.forEach((word, i) => {
    const j = a.partner[i] as number;
    if (j !== NO_WORD) add(i, j, kindOf(a.kind[i] as number, word, y.words[j] as NameWord), shared(a, j) ? `b${j}` : `a${i}`);
  });
  y.words.forEach((word, j) => {
    const i = b.partner[j] as number;
    if (i !== NO_WORD && a.partner[i] !== j) add(i, j, kindOf(b.kind[j] as number, x.words[i] as NameWord, word), `a${i}`);
  });
  const only = (side: Side, length: number): readonly number[] => Array.from({ length }, (_, n) => n).filter((n) => side.partner[n] === NO_WORD);
  const [onlyA, onlyB] = [only(a, x.words.length), only(b, y.words.length)];
  const opposed = Math.min(onlyA.length, onlyB.length);
  return [
    ...parts.values(),
    ...onlyA.slice(0, opposed).map((i, n) => ({ a: [i], b: onlyB.slice(n, n + 1), kind: 'contradiction' })),
    ...onlyA.slice(opposed).map((i) => ({ a: [i], b: [], kind: 'omission' })),
    ...onlyB.slice(opposed).map((j) => ({ a: [], b: [j], kind: 'omission' })),
  ];
}

function kindOf(agreement: number, a: NameWord, b: NameWord): string {
  const name = AGREEMENTS[agreement];
  if (name === 'joined') return 'written together';
  if (name === 'initial') return 'initial';
  if (name === 'other gender') return name;
  if (name === 'meaning') return 'meaning';
  if (a.text === b.text) return 'same spelling';
  return a.script === b.script ? 'spelling' : 'other script';
}
