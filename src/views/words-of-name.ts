// A name's words, in the forms in which the views keep them. The same names are given over and over: they are remembered.
import { foldedWords } from '../base/fold.ts';
import { keyOfName } from '../record/identity.ts';
import { nameToken } from '../record/near-names.ts';

/** `key`: by which one document's names are told apart. `token`: by which an index finds names of just these words. `said`: all of them, folded. */
type NameWords = { readonly key: string; readonly token: string; readonly said: readonly string[] };

/** So many are remembered; then all are let go. */
const MOST_REMEMBERED = 50_000;
const remembered = new Map<string, NameWords>();

export function wordsOfName(name: string): NameWords {
  const before = remembered.get(name);
  if (before) return before;
  const words = { key: keyOfName(name), token: nameToken(name), said: foldedWords(name) };
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(name, words);
  return words;
}
