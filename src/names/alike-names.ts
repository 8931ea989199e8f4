// Every name that a casebook knows, held for search and for candidates. It grows with the casebook: what is new goes into a
// small index beside the large ones, so that taking up a name does not mean indexing all the others again.
import { scoreNames, VERDICT_FROM } from './compare-names.ts';
import { NameIndex, type FindOptions } from './name-index.ts';
import { parseName, type NameKind, type ParsedName } from './parse-name.ts';

export type PlainName = { readonly name: string; readonly kind: NameKind };
/** `score`: 0 to 1, as scoreNames gives it. */
export type AlikeName = PlainName & { readonly score: number };

type Part = { readonly names: ReadonlyMap<string, PlainName>; readonly index: NameIndex };

/** Names of a large part at most: some 20 µs a name pass in one go when it is made (21 November 2026). */
const LARGE = 8192;
/** What is new is put to the large parts from so many names on. */
const YOUNG = 1024;
/** Parsed names that are kept: parsing takes longer than comparing. */
const MOST_PARSED = 20_000;
/** Names looked up for each name, in each part. */
const LOOKED_UP = 30;

/** Names that share less of their words' rarity than this are not compared: set by hand, low enough that one rare word of two is enough. */
const LEAST_SHARED = 0.35;

export const keyOfPlain = ({ name, kind }: PlainName): string => `${kind} ${name}`;

export class AlikeNames {
  #parts: readonly Part[] = [];
  #young: Part = partOf([]);
  readonly #parsed = new Map<string, ParsedName>();

  get size(): number {
    return this.#parts.reduce((sum, { names }) => sum + names.size, this.#young.names.size);
  }

  /**
   * From here on it holds these names and no others. `pause` is awaited between parts, so that whoever else waits has a turn.
   *
   * O(names) to compare; indexing is of the new ones, and of the parts that lost one.
   */
  async hold(wanted: ReadonlyMap<string, PlainName>, pause: () => Promise<void>): Promise<void> {
    const parts: Part[] = [];
    for (const part of this.#parts) {
      const kept = [...part.names].filter(([key]) => wanted.has(key)).map(([, name]) => name);
      if (kept.length === part.names.size) parts.push(part);
      else {
        parts.push(partOf(kept));
        await pause();
      }
    }
    if (parts.some((part) => !this.#parts.includes(part))) this.#parsed.clear();
    const held = new Set(parts.flatMap(({ names }) => [...names.keys()]));
    const young = [...wanted].filter(([key]) => !held.has(key)).map(([, name]) => name);
    if (young.length <= YOUNG) {
      this.#parts = parts;
      if (young.length !== this.#young.names.size || young.some((name) => !this.#young.names.has(keyOfPlain(name)))) this.#young = partOf(young);
      return;
    }
    const last = parts.at(-1);
    const open = last && last.names.size < LARGE / 2 ? [...(parts.pop()?.names.values() ?? [])] : [];
    const all = [...open, ...young];
    for (let from = 0; from < all.length; from += LARGE) {
      parts.push(partOf(all.slice(from, from + LARGE)));
      await pause();
    }
    this.#parts = parts;
    this.#young = partOf([]);
  }

  /** The names that `text` may be, best first. `score` ranks, as of NameIndex: it is not that of scoreNames. */
  find(text: string, options: FindOptions = {}): readonly AlikeName[] {
    return [...this.#parts, this.#young]
      .flatMap(({ index }) => index.find(text, options))
      .toSorted((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1))
      .slice(0, options.most ?? LOOKED_UP);
  }

  #parse({ name, kind }: PlainName): ParsedName {
    const key = keyOfPlain({ name, kind });
    const known = this.#parsed.get(key);
    if (known) return known;
    if (this.#parsed.size >= MOST_PARSED) this.#parsed.clear();
    const parsed = parseName(name, kind);
    this.#parsed.set(key, parsed);
    return parsed;
  }

  /** The other names that score as possible or better against this one, best first. Milliseconds among 100,000. */
  alikeTo(asked: PlainName): readonly AlikeName[] {
    const parsed = this.#parse(asked);
    return this.find(asked.name, { kind: asked.kind, most: LOOKED_UP })
      .filter(({ name, score }) => name !== asked.name && score >= LEAST_SHARED)
      .map(({ name, kind }) => ({ name, kind, score: scoreNames(parsed, this.#parse({ name, kind })) }))
      .filter(({ score }) => score >= VERDICT_FROM.possible)
      .toSorted((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1));
  }
}

function partOf(names: readonly PlainName[]): Part {
  return {
    names: new Map(names.map((name) => [keyOfPlain(name), name])),
    index: new NameIndex(names.map(({ name, kind }) => ({ id: name, name, kind }))),
  };
}
