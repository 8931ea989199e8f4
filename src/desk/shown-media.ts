// Pictures, sound and film as they are looked at: the bytes as they came, by stretches, and never as anything but what they were taken for.
import { Fault } from '../base/fault.ts';
import { CodePoints } from '../base/span.ts';
import { SHOWN_AS } from '../model/media.ts';
import { NO_VEIL, type Veil } from '../record/veil.ts';
import type { Casebook } from './casebook.ts';
import { noteOpening } from './open-document.ts';
import { documentView } from './questions.ts';
import { heardPassages } from './utterances.ts';

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

/** A transcript as captions for its sound or film, in WebVTT: those who cannot hear it read it there. Throws a Fault 'not-found' for an id of no document. */
export async function captions(casebook: Casebook, id: string, veil: Veil = NO_VEIL): Promise<ShownMedia> {
  const view = await documentView(casebook, id);
  await noteOpening(casebook, view);
  const points = new CodePoints(veil.bars(view.text));
  const cues = (await heardPassages(casebook, view.id)).map(
    ({ start, end, from, until, speaker }) =>
      `${stamp(from)} --> ${stamp(until)}\n${escaped(speaker === null ? points.slice({ start, end }) : `${veil.named(speaker)}: ${points.slice({ start, end })}`)}\n`,
  );
  const bytes = Buffer.from(['WEBVTT\n', ...cues].join('\n'));
  return {
    mediaType: 'text/vtt; charset=utf-8',
    size: bytes.length,
    part: async function* (start, end) {
      yield bytes.subarray(start, end);
    },
  };
}

/** Hours may have more than two digits. */
function stamp(seconds: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${(seconds % 60).toFixed(3).padStart(6, '0')}`;
}

/** Words, and nothing that a player would take for a tag, a time or the end of a cue. */
const escaped = (words: string): string =>
  words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\n\s*\n/g, '\n');
