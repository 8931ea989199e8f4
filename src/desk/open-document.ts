// Opening a document: reading it whole. That somebody opened one that is restricted or hidden is part of its custody.
import type { DocumentView } from '../model/answers.ts';
import type { Casebook } from './casebook.ts';
import { viewAt } from './documents-at.ts';
import type { ClaimFilter } from './parse-filter.ts';
import { documentView } from './questions.ts';

/**
 * A document whole. Where it is sensitive, the log then has who opened it, once a person and day (UTC): a page that asks
 * again tells nothing new. A casebook that is damaged takes no entries, and shows it all the same. Clocks narrow what is told of it.
 */
export async function openDocument(casebook: Casebook, id: string, clocks: ClaimFilter = {}): Promise<DocumentView> {
  const view = await documentView(casebook, id);
  return viewAt(casebook, (await noteOpening(casebook, view)) ? await documentView(casebook, id) : view, clocks);
}

/** Gives whether an entry was made for it. */
export async function noteOpening(casebook: Casebook, view: DocumentView): Promise<boolean> {
  if (view.sensitivity === 'public' || casebook.damage !== null || (await openedToday(casebook, view))) return false;
  await casebook.record([{ kind: 'original.opened', payload: { original: view.original } }]);
  return true;
}

async function openedToday(casebook: Casebook, view: DocumentView): Promise<boolean> {
  const day = casebook.now.toISOString().slice(0, 10);
  return view.history.some(({ step, at, by }) => step === 'opened' && at.startsWith(day) && by === casebook.by);
}
