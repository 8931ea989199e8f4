// Pictures, sound and film as they are looked at: the bytes as they came, by stretches, and never as anything but what they were taken for.
import { Fault } from '../base/fault.ts';
import { SHOWN_AS } from '../model/media.ts';
import type { Casebook } from './casebook.ts';
import { noteOpening } from './open-document.ts';
import { documentView } from './questions.ts';

/** `part` gives the bytes from `start` to before `end`. */
export type ShownMedia = { readonly mediaType: string; readonly size: number; readonly part: (start: number, end: number) => AsyncIterable<Uint8Array> };

/**
 * The original of a document, or an original, by its id. Where it is sensitive, the log then has who looked at it, once a person and day.
 *
 * Throws a Fault 'not-found' where there is none, 'conflict' for what a browser is not given: a kind that may hold programs, or that none shows.
 */
export async function shownMedia(casebook: Casebook, id: string): Promise<ShownMedia> {
  const view = await documentView(casebook, id);
  const mediaType = SHOWN_AS[view.mediaType];
  if (!mediaType) throw new Fault('conflict', `what ${view.mediaType} holds is not shown here`, 'Open the original in its own program, in a safe place.');
  await noteOpening(casebook, view);
  return { mediaType, size: view.size, part: (start, end) => casebook.store.vault.originalPart(view.sha256, start, end) };
}
