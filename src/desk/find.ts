// Whatever has these words: documents by title, file and publisher; claims by their quote, names and speakers; and whom recorded
// claims name, in whatever script the name is asked for, beside lists that have names like it.
import { foldedWords } from '../base/fold.ts';
import type { FindingsAndLists } from '../model/list-answers.ts';
import { readClaims } from '../views/read-claims.ts';
import { findWorded, matchBeginnings } from '../views/find-words.ts';
import type { Casebook } from './casebook.ts';
import { documentsPage } from './documents-page.ts';
import { entities } from './entities.ts';
import { findOnLists } from './list-hits.ts';
import { toldApart } from './told-apart.ts';

/** So many of each sort are given. */
const MOST = 12;

/** What has all of the words, each at least as the beginning of a word, whatever the script's letter forms; and whom the words may name. */
export async function find(casebook: Casebook, words: string): Promise<FindingsAndLists> {
  const wanted = foldedWords(words);
  if (wanted.length === 0) return { documents: [], claims: [], entities: [], listed: [] };
  const ids = await findWorded(casebook.store.reads, matchBeginnings(wanted), {}, MOST);
  const foundClaims = ids.length === 0 ? [] : await readClaims(casebook.store.reads, { ids, statuses: ['suggested', 'recorded'] });
  return {
    documents: (await documentsPage(casebook, { shelf: 'all', words, after: null, skip: 0, most: MOST })).documents,
    claims: foundClaims,
    entities: await toldApart(casebook, (await entities(casebook, words)).slice(0, MOST)),
    listed: await findOnLists(casebook, words),
  };
}
