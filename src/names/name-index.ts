// An index over many names, for search and for candidates: given a name in any script and spelling, the names that may be
// its own, best first. It proposes; how like two names are is said by compare-names.ts, and who is one by people.
import { askedWords, type Asked } from './asked-words.ts';
import { MOST_SCORED, RowGatherer } from './gather-rows.ts';
import { HEAD, isOneOfSeveral, KINDS, lengthOf, nameOf, tableOfNames, WORDS, type IndexTable, type NamedId } from './index-table.ts';
import type { NameKind } from './parse-name.ts';
import { Vocabulary } from './similar-words.ts';

/** `score`: 0 to 1, how much of the rarity of both names' words is shared. For ranking alone. */
export type FoundName = NamedId & { readonly score: number };

/** `most`: names at most, else 20, and never more than MOST_SCORED. `typing`: the last word may be unfinished. `kind`: names of this kind alone. */
export type FindOptions = { readonly most?: number; readonly kind?: NameKind; readonly typing?: boolean };

const MOST_FOUND = 20;
/** Steps of a score by which names are ranked, and more heads than there may be: a rank and the head of a row are one whole number. */
const RANKS = 1e6;
const MOST_HEADS = 2 ** 32;
/**
 * What a bit that each has and the other lacks speaks against, as a share of one that both have. By hand, on every third development pair that compare
 * calls possible (21 November 2026, every row scored): with 0 the first 200 held 981 of 1,063, with .3 983; this lies between.
 */
const CONTRADICTED = 0.15;

/** What is known of a word, in one place of memory: bits of its rarity, and of the question at hand, 0 between questions, how like it is, the bits of those words that it answers to, and which these are. */
const [RARITY, LIKENESS, ASKED, MASK, FACTS] = [0, 1, 2, 3, 4];

export class NameIndex {
  readonly #table: IndexTable;
  readonly #vocabulary: Vocabulary;
  readonly #gatherer: RowGatherer;
  readonly #facts: Float32Array;
  readonly #ranked = new Float64Array(MOST_SCORED);

  /** O(names): some 20 seconds for a million on a busy machine, and about 200 MB with their texts (21 November 2026). */
  constructor(given: Iterable<NamedId>) {
    const table = tableOfNames(given);
    this.#table = table;
    this.#vocabulary = new Vocabulary(table);
    this.#gatherer = new RowGatherer(table);
    this.#facts = new Float32Array(FACTS * table.words.length);
    table.rarity.forEach((bits, word) => (this.#facts[FACTS * word + RARITY] = bits));
  }

  get size(): number {
    return this.#table.kinds.length;
  }

  /**
   * The names that `text` may be, best first; equal scores in the order in which they were given. Empty where nothing is
   * like it. An initial finds nothing by itself. Cost: bounded by the counts of gather-rows.ts and the
   * alignments of similar-words.ts; over a million names 0.2 to 0.3 ms of a processor that others wanted too, 1.0 at the 99th percentile (22 November 2026).
   */
  find(text: string, { most = MOST_FOUND, kind, typing = false }: FindOptions = {}): readonly FoundName[] {
    const { asked, whole } = askedWords({ text, kind: kind ?? 'person', typing }, this.#vocabulary);
    const rows = this.#gatherer.gather(asked, whole);
    this.#mark(asked);
    const count = this.#rank(rows, whole, kind);
    this.#unmark(asked);
    return this.#best(this.#ranked.subarray(0, count).toSorted(), most);
  }

  /**
   * Scores the rows: the share of both names' rarity that they have in common (Dice 1945), less some of what speaks against, words that each has and the
   * other lacks. A word of the query answers to one word at most. Score and head are one number, the best score and then the first name least: so many
   * numbers are sorted fast.
   */
  #rank(places: Uint32Array, whole: number, kind: NameKind | undefined): number {
    const { kinds, rows } = this.#table;
    const [facts, ranked] = [this.#facts, this.#ranked];
    const wanted = kind === undefined ? -1 : KINDS.indexOf(kind);
    let count = 0;
    for (let n = 0; n < places.length; n++) {
      const row = places[n] as number;
      const head = rows[row + HEAD] as number;
      if (wanted >= 0 && kinds[nameOf(head)] !== wanted) continue;
      const end = row + WORDS + lengthOf(head);
      let shared = 0;
      let left = whole;
      let own = 0;
      let agreed = 0;
      let taken = 0;
      for (let k = row + WORDS; k < end; k++) {
        const word = FACTS * (rows[k] as number);
        const mask = facts[word + MASK] as number;
        const bits = facts[word + RARITY] as number;
        own += bits;
        if (mask === 0 || (taken & mask) !== 0) continue;
        taken |= mask;
        const asked = facts[word + ASKED] as number;
        shared += (facts[word + LIKENESS] as number) * (asked + bits);
        left -= asked;
        agreed += bits;
      }
      const score = (shared - CONTRADICTED * 2 * Math.max(0, Math.min(left, own - agreed))) / (whole + own);
      // Rows of other pairs of words that fell into the same place share nothing.
      if (score > 0) ranked[count++] = Math.round((1 - Math.min(1, score)) * RANKS) * MOST_HEADS + (head >>> 0);
    }
    return count;
  }

  #best(ranked: Float64Array, most: number): readonly FoundName[] {
    const { texts, kinds } = this.#table;
    const best: FoundName[] = [];
    const several = new Set<number>();
    for (let n = 0; n < ranked.length && best.length < most; n++) {
      const rank = ranked[n] as number;
      const place = Math.floor(rank / MOST_HEADS);
      const head = rank - place * MOST_HEADS;
      const name = nameOf(head);
      if (isOneOfSeveral(head)) {
        if (several.has(name)) continue;
        several.add(name);
      }
      const score = 1 - place / RANKS;
      best.push({ id: texts[2 * name] ?? '', name: texts[2 * name + 1] ?? '', kind: KINDS[kinds[name] as number] ?? 'person', score });
    }
    return best;
  }

  /** What is worth most of the query takes a word that may be several of it. */
  #mark(all: readonly Asked[]): void {
    const facts = this.#facts;
    for (const { similar, mask, weight } of all) {
      const { words, likeness } = similar;
      for (let n = 0; n < words.length; n++) {
        const word = FACTS * (words[n] as number);
        if ((likeness[n] as number) * weight <= (facts[word + LIKENESS] as number) * (facts[word + ASKED] as number)) continue;
        facts[word + LIKENESS] = likeness[n] as number;
        facts[word + ASKED] = weight;
        facts[word + MASK] = mask;
      }
    }
  }

  #unmark(all: readonly Asked[]): void {
    for (const { similar } of all)
      for (const word of similar.words) this.#facts[FACTS * word + LIKENESS] = this.#facts[FACTS * word + ASKED] = this.#facts[FACTS * word + MASK] = 0;
  }
}
