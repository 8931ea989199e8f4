// The names of an index as tables of numbers: rows of words, and for each word the rows that have it.
import { GrownArray } from './grown-array.ts';
import { MOST_WORDS, type NameWord } from './name-word.ts';
import { tellingWords, wordFor, type NameKind } from './parse-name.ts';

/** A name with whatever the asker knows it by: an entity, a row of a list. Several names may have one id. */
export type NamedId = { readonly id: string; readonly name: string; readonly kind: NameKind };

/** Lists in one array: those of n are `of[at[n]]` to `of[at[n + 1] - 1]`. */
export type Lists = { readonly at: Uint32Array; readonly of: Uint32Array };

export type IndexTable = {
  /** The id of each name, and the name, in turn: who is given is read from one place of memory. */
  readonly texts: readonly string[];
  readonly kinds: Uint8Array;
  /** A row is one form of a name: which name it is of. */
  readonly nameOf: Uint32Array;
  readonly words: readonly NameWord[];
  readonly wordsOf: Lists;
  readonly rowsOf: Lists;
};

export const KINDS: readonly NameKind[] = ['person', 'organization'];

/** O(names). */
export function tableOfNames(given: Iterable<NamedId>): IndexTable {
  const texts: string[] = [];
  const words: NameWord[] = [];
  const numbers: Record<NameKind, Map<string, number>> = { person: new Map(), organization: new Map() };
  const [kinds, nameOf, at, of] = [new GrownArray(), new GrownArray(), new GrownArray(), new GrownArray()];
  const numberOf = (word: string, kind: NameKind): number => {
    const known = numbers[kind].get(word);
    if (known !== undefined) return known;
    numbers[kind].set(word, words.length);
    return words.push(wordFor[kind](word)) - 1;
  };
  for (const { id, name, kind } of given) {
    for (const told of tellingWords(name, kind)) {
      nameOf.push(kinds.length);
      at.push(of.length);
      for (const word of new Set(told.slice(0, MOST_WORDS))) of.push(numberOf(word, kind));
    }
    texts.push(id, name);
    kinds.push(KINDS.indexOf(kind));
  }
  at.push(of.length);
  const wordsOf = { at: at.done(), of: of.done() };
  return { texts, kinds: Uint8Array.from(kinds.done()), nameOf: nameOf.done(), words, wordsOf, rowsOf: inverted(wordsOf, words.length) };
}

/** For each of `count` values the lists that hold it, in order. */
function inverted({ at, of }: Lists, count: number): Lists {
  const starts = new Uint32Array(count + 1);
  for (const value of of) starts[value + 1] = (starts[value + 1] as number) + 1;
  for (let n = 0; n < count; n++) starts[n + 1] = (starts[n + 1] as number) + (starts[n] as number);
  const next = starts.slice();
  const lists = new Uint32Array(of.length);
  for (let row = 0; row + 1 < at.length; row++)
    for (let k = at[row] as number; k < (at[row + 1] as number); k++) {
      const value = of[k] as number;
      lists[next[value] as number] = row;
      next[value] = (next[value] as number) + 1;
    }
  return { at: starts, of: lists };
}
