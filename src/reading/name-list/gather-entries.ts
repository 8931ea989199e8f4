// Entries of a list as they are found, with what was left out of them: names without what cannot be seen, of a bearable length.
import type { ListEntry, ListFact, ListNote } from '../../model/name-list.ts';

/** What is found of an entry before it is looked over; `facts` may hold empty words. */
export type FoundEntry = Omit<ListEntry, 'facts'> & { readonly facts: readonly (readonly [what: ListFact, words: string])[] };

/** Names of a list in all: the index over them holds some 200 bytes each. */
export const MOST_NAMES = 500_000;
/** Code points of a name at most, and of anything else that a list tells. */
const LONGEST_NAME = 300;
const LONGEST_FACT = 500;
const MOST_NAMES_EACH = 60;
const MOST_FACTS_EACH = 40;
/** Rows that a note names. */
const MOST_ROWS = 10;

/** Controls, direction marks and what else is not seen, but ZWNJ and ZWJ, which are spelling. */
const HIDDEN = /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

/** Thrown where there are more names than can be held. */
export class TooManyNames extends Error {}

export class EntryGathering {
  readonly #notes = new Map<ListNote['code'], { count: number; rows: number[] }>();
  readonly #ids = new Set<string>();
  #names = 0;

  /** The entry as it goes into the list; null where it has no name. Throws TooManyNames. */
  take({ row, id, kind, names, facts }: FoundEntry): ListEntry | null {
    const seen = [...new Set(names.flatMap((name) => this.#nameOf(name, row)))];
    if (seen.length === 0) {
      this.note('no-name', row);
      return null;
    }
    if (seen.length > MOST_NAMES_EACH) this.note('more-names', row);
    if (id !== null && this.#ids.has(id)) this.note('repeated-id', row);
    if (id !== null) this.#ids.add(id);
    const kept = seen.slice(0, MOST_NAMES_EACH);
    this.#names += kept.length;
    if (this.#names > MOST_NAMES) throw new TooManyNames();
    return { row, id: id === null ? null : clean(id, LONGEST_NAME), kind, names: kept, facts: factsOf(facts) };
  }

  note(code: ListNote['code'], row: number): void {
    const note = this.#notes.get(code) ?? { count: 0, rows: [] };
    note.count++;
    if (note.rows.length < MOST_ROWS) note.rows.push(row);
    this.#notes.set(code, note);
  }

  get notes(): readonly ListNote[] {
    return [...this.#notes].map(([code, { count, rows }]) => ({ code, count, rows }));
  }

  #nameOf(name: string, row: number): readonly string[] {
    const words = name.toWellFormed();
    const plain = spaced(words.replace(HIDDEN, ' '));
    if (!/\p{L}/u.test(plain)) return [];
    if (/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(words)) this.note('hidden-marks', row);
    if (Array.from(plain).length <= LONGEST_NAME) return [plain];
    this.note('too-long', row);
    return [];
  }
}

const spaced = (words: string): string => words.replace(/\s+/gu, ' ').trim();

const clean = (words: string, longest: number): string => Array.from(spaced(words.toWellFormed().replace(HIDDEN, ' '))).slice(0, longest).join(''); // prettier-ignore

const factsOf = (facts: FoundEntry['facts']): ListEntry['facts'] =>
  facts.map(([what, words]) => ({ what, words: clean(words, LONGEST_FACT) })).filter(({ words }) => words !== '').slice(0, MOST_FACTS_EACH); // prettier-ignore
