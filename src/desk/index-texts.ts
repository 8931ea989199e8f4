// The indexes of passages, of utterances and of copies are made as texts come in; this fills them where they came in before there were any.
import { keepCopies } from '../views/copies.ts';
import { keepPassages, notIndexed } from '../views/passages.ts';
import { notPlaced, placeUtterances } from '../views/utterances.ts';
import type { Casebook } from './casebook.ts';
import { findCopies, printedTexts } from './copy-texts.ts';
import { keptUtterances } from './utterances.ts';

/** Puts the text that stands for a document in the place of the one that it had; `text` of the document is its digest. Inside a transaction. */
export async function indexText(
  casebook: Pick<Casebook, 'store' | 'texts'>,
  document: { readonly id: string; readonly text: string },
  words: string,
): Promise<void> {
  const { views } = casebook.store;
  await keepPassages(views, document.id, words);
  await keepCopies(views, document.id, printedTexts(casebook, { sha256: document.text, text: words }));
}

/** Puts every text that is not in an index into it, document by document, so that what is stopped goes on at the next opening. */
export async function indexTexts(casebook: Pick<Casebook, 'store' | 'texts'>): Promise<void> {
  const { store } = casebook;
  for (const { id, text } of await notIndexed(store.reads)) {
    const words = await store.vault.text(text);
    await store.transact(() => keepPassages(store.views, id, words));
  }
  for (const { id, utterances } of await notPlaced(store.reads)) {
    const said = await keptUtterances(casebook, utterances);
    await store.transact(() => placeUtterances(store.views, id, said));
  }
  await findCopies(casebook);
}
