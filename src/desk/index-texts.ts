// The index of passages is made as texts come in; this fills it where they came in before there was one.
import type { Store } from '../store/store.ts';
import { keepPassages, notIndexed } from '../views/passages.ts';
import type { Tables } from '../views/schema.ts';

/** Puts every text that is not in the index into it, document by document, so that what is stopped goes on at the next opening. */
export async function indexTexts(store: Store<Tables>): Promise<void> {
  for (const { id, text } of await notIndexed(store.reads)) {
    const words = await store.vault.text(text);
    await store.transact(() => keepPassages(store.views, id, words));
  }
}
