// Whatever has these words: documents by title, file and publisher; claims by their quote, names and speakers.
import { fold, foldedWords } from '../base/fold.ts';
import type { Findings } from '../model/answers.ts';
import { kindEntry } from '../model/vocabulary.ts';
import type { Casebook } from './casebook.ts';
import { claims, documents } from './questions.ts';

/** So many of each sort are given. */
const MOST = 12;

/** What has all of the words, each at least as the beginning of a word, whatever the script's letter forms. O(documents + claims). */
export async function find(casebook: Casebook, words: string): Promise<Findings> {
  const wanted = foldedWords(words);
  if (wanted.length === 0) return { documents: [], claims: [] };
  const has = (...texts: readonly (string | null)[]): boolean => {
    const text = ` ${foldedWords(fold(texts.filter((each) => each !== null).join(' '))).join(' ')}`;
    return wanted.every((word) => text.includes(` ${word}`));
  };
  const foundDocuments = (await documents(casebook)).filter(({ title, name, publisher, author, id }) => has(title, name, publisher, author, id));
  const foundClaims = (await claims(casebook, {})).filter((claim) =>
    has(claim.quote.exact, kindEntry(claim.kind).label, ...Object.values(claim.roles).flat(), ...claim.saidBy, claim.id),
  );
  return { documents: foundDocuments.slice(0, MOST), claims: foundClaims.slice(0, MOST) };
}
