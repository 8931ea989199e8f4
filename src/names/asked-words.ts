// A name that is asked for, as words of an index: each of its words with those that it may be, and what it may be that is
// written as one where they are two, or as two where they are one.
import { joinWords, MOST_WORDS, type NameWord } from './name-word.ts';
import { tellingWords, wordFor, type NameKind } from './parse-name.ts';
import type { SimilarWord, Vocabulary } from './similar-words.ts';

/** Words of an index that answer to one word that was asked for, or to two neighbours at once: `mask` has a bit for each of them. `weight`: bits of its rarity. */
export type Asked = { readonly mask: number; readonly weight: number; readonly similar: readonly SimilarWord[] };

/** Words that are being typed are looked up by their beginning, so many of each script. */
const MOST_BEGINNING = 300;
/** From this likeness on a word of the index counts as the one asked for when its rarity is taken. */
const SAME_WORD = 0.8;

type Question = { readonly text: string; readonly kind: NameKind; readonly typing: boolean };

/** `words`: one for each word of the name, MOST_WORDS at most. `joined`: for neighbours. An initial alone asks for nothing. */
export function askedWords(
  { text, kind, typing }: Question,
  vocabulary: Vocabulary,
  weightOf: (similar: readonly SimilarWord[], from: number) => number,
): { readonly words: readonly Asked[]; readonly joined: readonly Asked[] } {
  const [told = []] = tellingWords(text, kind);
  const parts = told.slice(0, MOST_WORDS).map((word) => rememberedWord(word, kind)).filter((word) => word.signs.length > 1 || typing).flatMap((word, n, all) => partsOf(word, kind, typing && n === all.length - 1 ? null : vocabulary)).slice(0, MOST_WORDS); // prettier-ignore
  const words = parts.map(({ word }, n) => {
    const last = typing && n === parts.length - 1;
    const similar = last ? [...vocabulary.beginning(word, MOST_BEGINNING), ...vocabulary.similar(word)] : vocabulary.similar(word);
    return { mask: 1 << n, weight: weightOf(similar, SAME_WORD), similar };
  });
  const joined = parts.slice(1).flatMap(({ word, whole }, n) => {
    const similar = whole === null ? vocabulary.sounding(joinWords([parts[n]?.word ?? word, word])) : vocabulary.similar(whole);
    if (similar.length === 0) return [];
    return [{ mask: (1 << n) | (1 << (n + 1)), weight: (words[n]?.weight ?? 0) + (words[n + 1]?.weight ?? 0), similar }];
  });
  return { words, joined };
}

/** Words that were asked for are remembered, so many: to take one apart takes longer than to look it up. */
const MOST_REMEMBERED = 20_000;
const remembered: Record<NameKind, Map<string, NameWord>> = { person: new Map(), organization: new Map() };

function rememberedWord(text: string, kind: NameKind): NameWord {
  const words = remembered[kind];
  const known = words.get(text);
  if (known !== undefined) return known;
  const word = wordFor[kind](text);
  if (words.size >= MOST_REMEMBERED) words.clear();
  words.set(text, word);
  return word;
}

/** A word, or the two that it is of; the second then knows the whole. One that is being typed is not taken apart. */
function partsOf(word: NameWord, kind: NameKind, vocabulary: Vocabulary | null): readonly { readonly word: NameWord; readonly whole: NameWord | null }[] {
  const halves = vocabulary?.halves(word) ?? null;
  return halves === null ? [{ word, whole: null }] : halves.map((half, n) => ({ word: rememberedWord(half, kind), whole: n === 0 ? null : word }));
}
