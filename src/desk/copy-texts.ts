// The texts in which copies are looked for, as they are compared: made of what the vault keeps, and kept for a while, as
// one that was looked at is soon looked at again.
import { Fault } from '../base/fault.ts';
import { comparableText } from '../record/copies/comparable-text.ts';
import { fingerprint } from '../record/copies/fingerprint.ts';
import type { Printed } from '../record/copies/judge-copy.ts';
import { emptyCopies, keepCopies, notPrinted, type ReadPrinted } from '../views/copies.ts';
import type { Casebook } from './casebook.ts';

/** Bytes of a word with its place, and of a fingerprint. */
const WORD = 16;
const PRINT = 40;
/** Documents that are looked at in one transaction, where all are. */
const TOGETHER = 100;

/** Reads what stands for a document. `given` is a text that is at hand, by its digest. */
export function printedTexts({ store, texts }: Pick<Casebook, 'store' | 'texts'>, given?: { readonly sha256: string; readonly text: string }): ReadPrinted {
  return async (document) => {
    const row = await store.views.selectFrom('document').select('text_sha256').where('id', '=', document).executeTakeFirst();
    if (!row) throw new Fault('not-found', `there is no document ${document}`, 'List them with `onrecord documents`.');
    const sha256 = row.text_sha256;
    return texts.get(sha256, async () => made(given?.sha256 === sha256 ? given.text : await store.vault.text(sha256)));
  };
}

function made(words: string): { readonly value: Printed; readonly bytes: number } {
  const text = comparableText(words);
  const prints = fingerprint(text);
  return { value: { text, prints }, bytes: WORD * text.words.length + PRINT * prints.length };
}

/** Looks for the copies of every document that was not looked at, some in a transaction, so that what is stopped goes on where it stopped. */
export async function findCopies(casebook: Pick<Casebook, 'store' | 'texts'>): Promise<void> {
  const { store } = casebook;
  const read = printedTexts(casebook);
  const waiting = await notPrinted(store.reads);
  for (let from = 0; from < waiting.length; from += TOGETHER) {
    await store.transact(async () => {
      for (const id of waiting.slice(from, from + TOGETHER)) await keepCopies(store.views, id, read);
    });
  }
}

/** Looks for all copies anew: the same ones, as they depend on the texts alone. */
export async function findCopiesAnew(casebook: Casebook): Promise<void> {
  await casebook.store.transact(() => emptyCopies(casebook.store.views));
  await findCopies(casebook);
}
