// A name that is asked for, as words of an index: each of its words with those that it may be, and what it may be that is
// written as one where they are two, or as two where they are one.
import { joinWords, MOST_WORDS, type NameWord } from './name-word.ts';
import { tellingWords, wordFor, type NameKind } from './parse-name.ts';
import type { SimilarWords, Vocabulary } from './similar-words.ts';

/** Words of an index that answer to one word that was asked for, or to two neighbours at once: `mask` has a bit for each of them. `weight`: bits of its rarity. */
export type Asked = { readonly mask: number; readonly weight: number; readonly similar: SimilarWords };

/** Words that are being typed are looked up by their beginning, so many of each script. */
const MOST_BEGINNING = 300;

type Question = { readonly text: string; readonly kind: NameKind; readonly typing: boolean };

/** One for each word of the name, MOST_WORDS at most, and then for neighbours that some word is of both. `whole`: bits of the name. An initial alone asks for nothing. */
export function askedWords({ text, kind, typing }: Question, vocabulary: Vocabulary): { readonly asked: readonly Asked[]; readonly whole: number } {
  const parts = partsOfName({ text, kind, typing }, vocabulary);
  const asked: Asked[] = [];
  let whole = 0;
  for (const [n, { word }] of parts.entries()) {
    const similar = typing && n === parts.length - 1 ? vocabulary.begun(word, MOST_BEGINNING) : vocabulary.similar(word);
    asked.push({ mask: 1 << n, weight: similar.weight, similar });
    whole += similar.weight;
  }
  for (const [n, { word, whole: both }] of parts.entries()) {
    if (n === 0) continue;
    const similar = both === null ? vocabulary.sounding(joinWords([parts[n - 1]?.word ?? word, word])) : vocabulary.similar(both);
    if (similar === null || similar.words.length === 0) continue;
    asked.push({ mask: (1 << n) | (1 << (n - 1)), weight: (asked[n]?.weight ?? 0) + (asked[n - 1]?.weight ?? 0), similar });
  }
  return { asked, whole };
}

type Part = { readonly word: NameWord; readonly whole: NameWord | null };

function partsOfName({ text, kind, typing }: Question, vocabulary: Vocabulary): readonly Part[] {
  const [told = []] = tellingWords(text, kind);
  const words = told.slice(0, MOST_WORDS).map((word) => rememberedWord(word, kind)).filter((word) => word.signs.length > 1 || typing); // prettier-ignore
  return words.flatMap((word, n) => partsOf(word, kind, typing && n === words.length - 1 ? null : vocabulary)).slice(0, MOST_WORDS);
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
function partsOf(word: NameWord, kind: NameKind, vocabulary: Vocabulary | null): readonly Part[] {
  const halves = vocabulary?.halves(word) ?? null;
  return halves === null ? [{ word, whole: null }] : halves.map((half, n) => ({ word: rememberedWord(half, kind), whole: n === 0 ? null : word }));
}
