// Opening a document: reading it whole. That somebody opened one that is restricted or hidden is part of its custody.
import type { DocumentView } from '../model/answers.ts';
import type { Casebook } from './casebook.ts';
import { documentView } from './questions.ts';

/**
 * A document whole. Where it is sensitive, the log then has who opened it, once a person and day (UTC): a page that asks
 * again tells nothing new. A casebook that is damaged takes no entries, and shows it all the same.
 */
export async function openDocument(casebook: Casebook, id: string): Promise<DocumentView> {
  const view = await documentView(casebook, id);
  if (view.sensitivity === 'public' || casebook.damage !== null || (await openedToday(casebook, view))) return view;
  await casebook.record([{ kind: 'original.opened', payload: { original: view.original } }]);
  return documentView(casebook, id);
}

async function openedToday(casebook: Casebook, view: DocumentView): Promise<boolean> {
  const day = casebook.now.toISOString().slice(0, 10);
  return view.history.some(({ step, at, by }) => step === 'opened' && at.startsWith(day) && by === casebook.by);
}
