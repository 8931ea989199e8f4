// Pictures, sound and film: what such a file says of itself. It is the file's word, or its camera's, and easily altered: shown as that, and
// never taken for a claim.
import type { Span } from '../base/span.ts';
import { list, object, oneOf, string, type Of, type Shape } from '../base/shape.ts';

/**
 * What may be found. `taken` is ISO 8601 by the camera's own clock, with its distance from UTC only where the file gives one; `created` is the
 * container's clock. `position` is latitude and longitude in decimal degrees, WGS 84 unless the file says otherwise; `altitude` metres;
 * `direction` degrees from north. `width` and `height` are pixels as stored, `orientation` how they are to be turned (EXIF, 1 to 8);
 * `duration` seconds. `unread` says, in words, what could not be read.
 */
export const MEDIA_FACTS = [
  'make', 'model', 'lens', 'serial', 'taken', 'created', 'position', 'altitude', 'direction', 'width', 'height', 'orientation', 'software', 'duration',
  'container', 'codec', 'frameRate', 'channels', 'sampleRate', 'title', 'author', 'caption', 'copyright', 'unread',
] as const; // prettier-ignore

/** `from` is where it stands in the file, as "EXIF DateTimeOriginal". */
export const parseMediaFact = object({ fact: oneOf(MEDIA_FACTS), value: string, from: string });
export type MediaFact = Of<typeof parseMediaFact>;

/** None where nothing is said. */
export const parseMediaFacts: Shape<readonly MediaFact[]> = (value, path) => (value === undefined ? [] : list(parseMediaFact)(value, path));

export type MediaSort = 'picture' | 'sound' | 'film';

/** Null of what is none. */
export function mediaSort(mediaType: string): MediaSort | null {
  const [kind] = mediaType.split('/');
  return kind === 'image' ? 'picture' : kind === 'audio' ? 'sound' : kind === 'video' ? 'film' : null;
}

/** The types that a browser is given an original as, by what it was taken for. What is not here is not shown: SVG, say, which is a program. */
export const SHOWN_AS: Readonly<Record<string, string>> = {
  'image/jpeg': 'image/jpeg',
  'image/png': 'image/png',
  'image/gif': 'image/gif',
  'image/webp': 'image/webp',
  'image/avif': 'image/avif',
  'image/bmp': 'image/bmp',
  'audio/mpeg': 'audio/mpeg',
  'audio/wav': 'audio/wav',
  'audio/ogg': 'audio/ogg',
  'audio/flac': 'audio/flac',
  'audio/aac': 'audio/aac',
  'audio/mp4': 'audio/mp4',
  'video/mp4': 'video/mp4',
  'video/webm': 'video/webm',
  'video/3gpp': 'video/3gpp',
  // Browsers play the film that is inside under this name alone.
  'video/quicktime': 'video/mp4',
  'video/x-matroska': 'video/webm',
};

/** A passage of a transcript: where the line begins that names its speaker, its words, and when it is heard, in seconds from the beginning. */
export type HeardPassage = Span & { readonly head: number; readonly speaker: string | null; readonly from: number; readonly until: number };

/**
 * Whether pictures of something are covered until somebody asks. `marked`: a person said that it is graphic, or what it is made of, what is made of it, or
 * the page that it shows. `usual`: as pictures and films are, if the person at the desk left that so. `never`: it is the look of a page that was captured.
 */
export const COVERS = ['marked', 'usual', 'never'] as const;
export type Cover = (typeof COVERS)[number];
