// An index over many names, for search and for candidates: given a name in any script and spelling, the names that may be
// its own, best first. It proposes; how like two names are is said by compare-names.ts, and who is one by people.
import { askedWords, type Asked } from './asked-words.ts';
import { MOST_SCORED, RowGatherer } from './gather-rows.ts';
import { KINDS, tableOfNames, type NamedId } from './index-table.ts';
import type { NameKind } from './parse-name.ts';
import { Vocabulary, type SimilarWord } from './similar-words.ts';

/** `score`: 0 to 1, how much of the rarity of both names' words is shared. For ranking alone. */
export type FoundName = NamedId & { readonly score: number };

/** `most`: names at most, else 20, and never more than MOST_SCORED. `typing`: the last word may be unfinished. `kind`: names of this kind alone. */
export type FindOptions = { readonly most?: number; readonly kind?: NameKind; readonly typing?: boolean };

const MOST_FOUND = 20;
/** Steps of a score by which names are ranked, and more rows than an index may hold: a rank and a row are one whole number. */
const RANKS = 1e6;
const MOST_ROWS = 2 ** 32;
/**
 * What a bit that each has and the other lacks speaks against, as a share of one that both have. By hand, on every third development pair that compare
 * calls possible (21 November 2026, every row scored): with 0 the first 200 held 981 of 1,063, with .3 983; this lies between.
 */
const CONTRADICTED = 0.15;

export class NameIndex {
  readonly #table: ReturnType<typeof tableOfNames>;
  readonly #vocabulary: Vocabulary;
  readonly #gatherer: RowGatherer;
  /** Bits by word. */
  readonly #rarity: Float32Array;
  /** Of the query at hand, 0 between queries, by word: how like it is, which words of the query it answers to, and the bits of those. */
  readonly #likeness: Float32Array;
  readonly #mask: Uint16Array;
  readonly #asked: Float32Array;
  /** By name, the query that last gave it. */
  readonly #shown: Uint32Array;
  #turn = 0;
  readonly #ranked = new Float64Array(MOST_SCORED);

  /** O(names): some 20 seconds for a million on a busy machine, and about 200 MB with their texts (21 November 2026). */
  constructor(given: Iterable<NamedId>) {
    const table = tableOfNames(given);
    const { words, rowsOf, nameOf } = table;
    this.#table = table;
    this.#rarity = Float32Array.from(words, (_, n) => 1 + Math.log2((nameOf.length + 1) / ((rowsOf.at[n + 1] as number) - (rowsOf.at[n] as number) + 1)));
    this.#vocabulary = new Vocabulary(words, this.#rarity);
    this.#gatherer = new RowGatherer(table, this.#rarity);
    this.#likeness = new Float32Array(words.length);
    this.#mask = new Uint16Array(words.length);
    this.#asked = new Float32Array(words.length);
    this.#shown = new Uint32Array(table.kinds.length);
  }

  get size(): number {
    return this.#table.kinds.length;
  }

  /**
   * The names that `text` may be, best first; equal scores in the order in which they were given. Empty where nothing is
   * like it. An initial finds nothing by itself. Cost: bounded by the counts of gather-rows.ts and the
   * alignments of similar-words.ts; over a million names 0.2 to 0.4 ms of a processor that others wanted too, 1.0 to 1.5 at the 99th percentile (21 November 2026).
   */
  find(text: string, { most = MOST_FOUND, kind, typing = false }: FindOptions = {}): readonly FoundName[] {
    const { words, joined } = askedWords({ text, kind: kind ?? 'person', typing }, this.#vocabulary, (similar, from) => this.#weightOf(similar, from));
    const whole = words.reduce((sum, { weight }) => sum + weight, 0);
    const rows = this.#gatherer.gather(words, joined, whole);
    this.#mark(words, joined);
    const count = this.#rank(rows, whole, kind);
    this.#unmark(words, joined);
    return this.#best(this.#ranked.subarray(0, count).toSorted(), most);
  }

  /**
   * Scores the rows: the share of both names' rarity that they have in common (Dice 1945), less some of what speaks against, words that each has and the
   * other lacks. A word of the query answers to one word at most. Score and row are one number, the best score and then the first row least: so many
   * numbers are sorted fast.
   */
  #rank(rows: Uint32Array, whole: number, kind: NameKind | undefined): number {
    const { kinds, nameOf, wordsOf } = this.#table;
    const { at, of } = wordsOf;
    const [masks, askedBits, rarity, likenesses, ranked] = [this.#mask, this.#asked, this.#rarity, this.#likeness, this.#ranked];
    const wanted = kind === undefined ? -1 : KINDS.indexOf(kind);
    let count = 0;
    for (let n = 0; n < rows.length; n++) {
      const row = rows[n] as number;
      if (wanted >= 0 && kinds[nameOf[row] as number] !== wanted) continue;
      const end = at[row + 1] as number;
      let shared = 0;
      let left = whole;
      let own = 0;
      let agreed = 0;
      let taken = 0;
      for (let k = at[row] as number; k < end; k++) {
        const word = of[k] as number;
        const mask = masks[word] as number;
        const bits = rarity[word] as number;
        own += bits;
        if (mask === 0 || (taken & mask) !== 0) continue;
        taken |= mask;
        const asked = askedBits[word] as number;
        shared += (likenesses[word] as number) * (asked + bits);
        left -= asked;
        agreed += bits;
      }
      const score = (shared - CONTRADICTED * 2 * Math.max(0, Math.min(left, own - agreed))) / (whole + own);
      // Rows of other pairs of words that fell into the same place share nothing.
      if (score > 0) ranked[count++] = Math.round((1 - Math.min(1, score)) * RANKS) * MOST_ROWS + row;
    }
    return count;
  }

  #best(ranked: Float64Array, most: number): readonly FoundName[] {
    const { texts, kinds, nameOf } = this.#table;
    const best: FoundName[] = [];
    const [shown, turn] = [this.#shown, ++this.#turn];
    for (let n = 0; n < ranked.length && best.length < most; n++) {
      const rank = ranked[n] as number;
      const name = nameOf[rank % MOST_ROWS] as number;
      if (shown[name] === turn) continue;
      shown[name] = turn;
      const score = 1 - Math.floor(rank / MOST_ROWS) / RANKS;
      best.push({ id: texts[2 * name] ?? '', name: texts[2 * name + 1] ?? '', kind: KINDS[kinds[name] as number] ?? 'person', score });
    }
    return best;
  }

  /** Bits of a word of the query: of the commonest word that it is, as like as `from` or more, and of one that no name has where there is none. */
  #weightOf(similar: readonly SimilarWord[], from: number): number {
    const unknown = 1 + Math.log2(this.#table.nameOf.length + 1);
    return similar.reduce((least, { word, likeness }) => (likeness >= from ? Math.min(least, this.#rarity[word] as number) : least), unknown);
  }

  /** What is worth most of the query takes a word that may be several of it. */
  #mark(words: readonly Asked[], joined: readonly Asked[]): void {
    for (const asked of [words, joined])
      for (const { similar, mask, weight } of asked)
        for (const { word, likeness } of similar)
          if (likeness * weight > (this.#likeness[word] as number) * (this.#asked[word] as number)) {
            this.#likeness[word] = likeness;
            this.#mask[word] = mask;
            this.#asked[word] = weight;
          }
  }

  #unmark(words: readonly Asked[], joined: readonly Asked[]): void {
    for (const asked of [words, joined])
      for (const { similar } of asked) for (const { word } of similar) this.#likeness[word] = this.#mask[word] = this.#asked[word] = 0;
  }
}
