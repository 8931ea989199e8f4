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
  /**
   * A row is one form of a name, and is known by its place here. From there on stand: what the question at hand has counted for it, its
   * head (`nameOf`, `isOneOfSeveral`, `lengthOf`), and its words by number. A question reads some thousand rows, each from one place of memory.
   */
  readonly rows: Int32Array;
  /** How many rows there are. */
  readonly count: number;
  readonly words: readonly NameWord[];
  /** For each word the rows that have it, and bits of how rare that makes it. */
  readonly rowsOf: Lists;
  readonly rarity: Float32Array;
  /** Bits of a word that no row has. */
  readonly unknown: number;
};

export const KINDS: readonly NameKind[] = ['person', 'organization'];

/** Where the head and the words of a row stand, from its place on. */
export const [HEAD, WORDS] = [1, 2];
const LENGTH_BITS = 4;
const NAME_FROM = LENGTH_BITS + 1;

/** Of the head of a row: the number of its name, whether the name has other rows, and how many words it has. */
export const nameOf = (head: number): number => head >>> NAME_FROM;
export const isOneOfSeveral = (head: number): boolean => ((head >>> LENGTH_BITS) & 1) === 1;
export const lengthOf = (head: number): number => head & ((1 << LENGTH_BITS) - 1);

/** O(names). */
export function tableOfNames(given: Iterable<NamedId>): IndexTable {
  const texts: string[] = [];
  const words: NameWord[] = [];
  const numbers: Record<NameKind, Map<string, number>> = { person: new Map(), organization: new Map() };
  const [kinds, grown] = [new GrownArray(), new GrownArray()];
  let count = 0;
  const numberOf = (word: string, kind: NameKind): number => {
    const known = numbers[kind].get(word);
    if (known !== undefined) return known;
    numbers[kind].set(word, words.length);
    return words.push(wordFor[kind](word)) - 1;
  };
  for (const { id, name, kind } of given) {
    const forms = tellingWords(name, kind);
    for (const told of forms) {
      const own = new Set(told.slice(0, MOST_WORDS));
      grown.push(0);
      grown.push(((kinds.length << NAME_FROM) | (forms.length > 1 ? 1 << LENGTH_BITS : 0) | own.size) >>> 0);
      for (const word of own) grown.push(numberOf(word, kind));
      count++;
    }
    texts.push(id, name);
    kinds.push(KINDS.indexOf(kind));
  }
  const rows = new Int32Array(grown.done().buffer);
  const rowsOf = rowsOfWords(rows, words.length);
  const bits = (having: number): number => 1 + Math.log2((count + 1) / (having + 1));
  const rarity = Float32Array.from(words, (_, n) => bits((rowsOf.at[n + 1] as number) - (rowsOf.at[n] as number)));
  return { texts, kinds: Uint8Array.from(kinds.done()), rows, count, words, rowsOf, rarity, unknown: bits(0) };
}

/** Gives each row's place, and where its words end. */
export function eachRow(rows: Int32Array, take: (row: number, end: number) => void): void {
  for (let row = 0; row < rows.length;) {
    const end = row + WORDS + lengthOf(rows[row + HEAD] as number);
    take(row, end);
    row = end;
  }
}

/** For each of `count` words the rows that hold it, in order. */
function rowsOfWords(rows: Int32Array, count: number): Lists {
  const at = new Uint32Array(count + 1);
  eachRow(rows, (row, end) => {
    for (let k = row + WORDS; k < end; k++) at[(rows[k] as number) + 1] = (at[(rows[k] as number) + 1] as number) + 1;
  });
  for (let n = 0; n < count; n++) at[n + 1] = (at[n + 1] as number) + (at[n] as number);
  const next = at.slice();
  const of = new Uint32Array(at[count] as number);
  eachRow(rows, (row, end) => {
    for (let k = row + WORDS; k < end; k++) {
      const word = rows[k] as number;
      of[next[word] as number] = row;
      next[word] = (next[word] as number) + 1;
    }
  });
  return { at, of };
}
