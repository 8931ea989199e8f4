// Things filed under the names that they bear, so that a name finds those that may be of one with it without being held against all others.
import { nameKey } from '../names/name-key.ts';
import type { Identity, Named } from './identity.ts';

/** Of a name of more telling words, the ways to shorten it are too many to look each up: all that share a word are held against it. */
const MOST_WORDS = 6;

/** A name that is all titles and pronouns is filed under nothing, and finds nothing. */
export class NearNames<T> {
  readonly #identity: Identity;
  readonly #byBearer = new Map<string, Set<T>>();
  readonly #byKey = new Map<string, Set<T>>();
  /** Of a word, the keys of the names that have it: of one that is borne often there are few. */
  readonly #keysOf = new Map<string, Set<string>>();
  readonly #words = new Map<string, readonly string[]>();

  constructor(identity: Identity) {
    this.#identity = identity;
  }

  add(named: Named, thing: T): void {
    const words = this.#wordsOf(named);
    if (words.length === 0) return;
    put(this.#byBearer, this.#identity.bearer(named), thing);
    const key = keyOf(words);
    if (!this.#byKey.has(key)) for (const word of words) put(this.#keysOf, word, key);
    put(this.#byKey, key, thing);
  }

  /** All whose names people judged to be one with this, or may be by their words; and others, for whoever asks to tell. O(names of its rarest word + those found). */
  near(named: Named): ReadonlySet<T> {
    const words = this.#wordsOf(named);
    const found = new Set<T>();
    if (words.length === 0) return found;
    const take = (things: Iterable<T> = []): void => {
      for (const thing of things) found.add(thing);
    };
    take(this.#byBearer.get(this.#identity.bearer(named)));
    for (const key of this.#longer(words)) take(this.#byKey.get(key));
    for (const key of this.#shorter(words)) take(this.#byKey.get(key));
    return found;
  }

  /** Keys that have all of the words. */
  #longer(words: readonly string[]): Iterable<string> {
    const [rarest = new Set<string>(), ...others] = words.map((word) => this.#keysOf.get(word) ?? new Set<string>()).toSorted((a, b) => a.size - b.size);
    return others.reduce((some, each) => some.intersection(each), rarest);
  }

  /** Keys of which the words have all. */
  #shorter(words: readonly string[]): Iterable<string> {
    return words.length > MOST_WORDS ? new Set(words.flatMap((word) => [...(this.#keysOf.get(word) ?? [])])) : selections(words).map(keyOf);
  }

  #wordsOf({ name }: Named): readonly string[] {
    const words = this.#words.get(name) ?? tellingWordsOf(name);
    this.#words.set(name, words);
    return words;
  }
}

const keyOf = (words: readonly string[]): string => words.join(' ');

/** The words that tell a name apart, each once, in the order of the alphabet. */
export const tellingWordsOf = (name: string): readonly string[] => [...new Set(nameKey(name))].toSorted();

/** The same as one word, by which an index finds names of just these words. Empty where nothing tells. */
export const nameToken = (name: string): string => tokenOf(tellingWordsOf(name));

/** Telling words as one word such as no text has: an index that has texts beside need not tell a name of one word from that word in a text. */
export const tokenOf = (words: readonly string[]): string => words.map((word) => `_${word}`).join('').slice(0, 400); // prettier-ignore

/** Every choice of one or more of the words, in their order. */
export function selections(words: readonly string[]): readonly (readonly string[])[] {
  let all: readonly (readonly string[])[] = [[]];
  for (const word of words) all = [...all, ...all.map((some) => [...some, word])];
  return all.slice(1);
}

function put<T>(map: Map<string, Set<T>>, key: string, thing: T): void {
  const there = map.get(key);
  if (there) there.add(thing);
  else map.set(key, new Set([thing]));
}
