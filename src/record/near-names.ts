// Things filed under the names that they bear, so that a name finds those that may be of one with it without being held against all others.
import { nameKey } from '../names/name-key.ts';
import type { Identity, Named } from './identity.ts';

/** Of a name of more telling words, the ways to shorten it are too many to look each up: all that share a word are held against it. */
const MOST_WORDS = 6;

/** A name that is all titles and pronouns is filed under nothing, and finds nothing. */
export class NearNames<T> {
  readonly #identity: Identity;
  readonly #byBearer = new Map<string, Set<T>>();
  readonly #byWord = new Map<string, Set<T>>();
  readonly #byKey = new Map<string, Set<T>>();

  constructor(identity: Identity) {
    this.#identity = identity;
  }

  add(named: Named, thing: T): void {
    const words = wordsOf(named);
    if (words.length === 0) return;
    put(this.#byBearer, this.#identity.bearer(named), thing);
    put(this.#byKey, words.join(' '), thing);
    for (const word of words) put(this.#byWord, word, thing);
  }

  /** All whose names people judged to be one with this, or may be by their words; and others, for whoever asks to tell. O(those of its rarest word). */
  near(named: Named): ReadonlySet<T> {
    const words = wordsOf(named);
    const found = new Set<T>();
    if (words.length === 0) return found;
    const take = (things: Iterable<T> = []): void => {
      for (const thing of things) found.add(thing);
    };
    take(this.#byBearer.get(this.#identity.bearer(named)));
    // Longer names have all of its words; of a shorter one all words are among its own.
    const [rarest = new Set<T>(), ...others] = words.map((word) => this.#byWord.get(word) ?? new Set<T>()).toSorted((a, b) => a.size - b.size);
    take(others.reduce((some, each) => some.intersection(each), rarest));
    if (words.length > MOST_WORDS) for (const word of words) take(this.#byWord.get(word));
    else for (const shorter of selections(words)) take(this.#byKey.get(shorter.join(' ')));
    return found;
  }
}

const wordsOf = ({ name }: Named): readonly string[] => tellingWordsOf(name);

/** The words that tell a name apart, each once, in the order of the alphabet. */
export const tellingWordsOf = (name: string): readonly string[] => [...new Set(nameKey(name))].toSorted();

/** The same as one word, by which an index finds names of just these words. Empty where nothing tells. */
export const nameToken = (name: string): string => tellingWordsOf(name).join('_').slice(0, 400);

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
