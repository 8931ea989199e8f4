// The indexes of passages and of copies are made as texts come in; this fills them where they came in before there were any.
import { keepPassages, notIndexed } from '../views/passages.ts';
import type { Casebook } from './casebook.ts';
import { findCopies } from './copy-texts.ts';

/** Puts every text that is not in an index into it, document by document, so that what is stopped goes on at the next opening. */
export async function indexTexts(casebook: Pick<Casebook, 'store' | 'texts'>): Promise<void> {
  const { store } = casebook;
  for (const { id, text } of await notIndexed(store.reads)) {
    const words = await store.vault.text(text);
    await store.transact(() => keepPassages(store.views, id, words));
  }
  await findCopies(casebook);
}
