// The words of a vocabulary that begin as one does that is being typed.
import { alignBeginning } from './align-spelling.ts';
import { foundWord } from './found-word.ts';
import { nameCosts } from './name-costs.ts';
import type { NameWord } from './name-word.ts';

/** Least likeness of the few signs that are typed: their sounds agree already. */
const LEAST_BEGINNING = 0.1;

export class BegunWords {
  readonly #words: readonly NameWord[];
  /** Numbers of the words in the order of their text, and of their skeleton. */
  readonly #byText: Uint32Array;
  readonly #bySkeleton: Uint32Array;

  /** O(words × log words). */
  constructor(words: readonly NameWord[]) {
    this.#words = words;
    this.#byText = inOrder(words, (word) => word.text);
    this.#bySkeleton = inOrder(words, (word) => word.skeleton);
  }

  /** As foundWord: in the script of `asked` by letters, in the others by sounds. At most `most` of each. */
  of(asked: NameWord, most: number): readonly number[] {
    const literal = this.#range(this.#byText, (word) => word.text, asked.text, most).map((word) => foundWord(word, 1));
    const sounding = this.#range(this.#bySkeleton, (word) => word.skeleton, asked.skeleton, most).flatMap((word) => {
      const one = this.#words[word] as NameWord;
      if (one.script === asked.script && one.text.startsWith(asked.text)) return [];
      const ceiling = asked.best[one.script] as number;
      const likeness = ceiling <= 0 ? 0 : Math.min(1, alignBeginning(asked.signs, one.signs, nameCosts) / ceiling);
      return likeness < LEAST_BEGINNING ? [] : [foundWord(word, likeness)];
    });
    return [...literal, ...(asked.skeleton === '' ? [] : sounding)];
  }

  #range(order: Uint32Array, keyOf: (word: NameWord) => string, prefix: string, most: number): readonly number[] {
    let [low, high] = [0, order.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (keyOf(this.#words[order[middle] as number] as NameWord) < prefix) low = middle + 1;
      else high = middle;
    }
    const out: number[] = [];
    for (let at = low; at < order.length && out.length < most; at++) {
      const word = order[at] as number;
      if (!keyOf(this.#words[word] as NameWord).startsWith(prefix)) break;
      out.push(word);
    }
    return out;
  }
}

const inOrder = (words: readonly NameWord[], keyOf: (word: NameWord) => string): Uint32Array =>
  Uint32Array.from(words.keys()).toSorted((a, b) => {
    const [x, y] = [keyOf(words[a] as NameWord), keyOf(words[b] as NameWord)];
    return x < y ? -1 : x > y ? 1 : a - b;
  });
