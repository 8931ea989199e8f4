// Whatever has these words: documents by title, file and publisher; claims by their quote, names and speakers; and whom recorded
// claims name, in whatever script the name is asked for, beside lists that have names like it.
import { soughtWords } from '../base/fold.ts';
import type { FindingsAndLists } from '../model/list-answers.ts';
import { NO_VEIL, type Veil } from '../record/veil.ts';
import { readClaims } from '../views/read-claims.ts';
import { findWorded, matchBeginnings } from '../views/find-words.ts';
import type { Casebook } from './casebook.ts';
import { documentsPage } from './documents-page.ts';
import { entities } from './entities.ts';
import { findOnLists } from './list-hits.ts';
import { wordedAsShown } from './search-veiled.ts';
import { toldApart } from './told-apart.ts';

/** So many of each sort are given. */
const MOST = 12;

/** What has all of the words, each at least as the beginning of a word, whatever the script's letter forms; and whom the words may name. */
export async function find(casebook: Casebook, words: string, veil: Veil = NO_VEIL): Promise<FindingsAndLists> {
  const wanted = soughtWords(words);
  if (wanted.length === 0) return { documents: [], claims: [], entities: [], listed: [] };
  const { reads } = casebook.store;
  const isVeiled = wanted.some((word) => veil.touches(word, true));
  const ids = isVeiled ? [] : await findWorded(reads, matchBeginnings(wanted), {}, MOST);
  const plain = ids.length === 0 ? [] : await readClaims(reads, { ids, statuses: ['suggested', 'recorded'] });
  const foundClaims = isVeiled ? (await wordedAsShown(reads, wanted, veil, {})).slice(0, MOST) : plain;
  return {
    documents: (await documentsPage(casebook, { shelf: 'all', words, after: null, skip: 0, most: MOST }, veil)).documents,
    claims: foundClaims,
    entities: await toldApart(casebook, (await entities(casebook, words, {}, veil)).slice(0, MOST)),
    listed: await findOnLists(casebook, words),
  };
}
