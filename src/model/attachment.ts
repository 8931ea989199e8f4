// Attached documents: the transcript of a sound or film, the translation of a text, the description of a picture. Each is made of what it is
// attached to, so it is no second source: the original is what counts.
import { object, oneOf, orNull, string, type Of } from '../base/shape.ts';

export const ATTACHED_AS = ['transcript', 'translation', 'description'] as const;
export type AttachedAs = (typeof ATTACHED_AS)[number];

/** Whether a person made it, or a program. */
export const MAKERS = ['person', 'engine'] as const;

/**
 * `document` is attached, `original` its bytes; `to` the original that it is made of. `madeBy` is the translator, transcriber or engine, in the
 * words of the person who attached it; `method` what else is to be known of how it was made.
 */
export const parseAttached = object({
  document: string,
  original: string,
  to: string,
  as: oneOf(ATTACHED_AS),
  madeBy: string,
  maker: oneOf(MAKERS),
  method: orNull(string),
});
export type Attached = Of<typeof parseAttached>;

/** Takes back what the entry `attached` says. */
export const parseDetached = object({ attached: string, document: string, original: string, to: string, reason: orNull(string) });

/** One of the two documents, or an original that was not read. `id` is the document's where there is one. */
export type AttachedSide = { readonly id: string; readonly title: string; readonly language: string | null; readonly mediaType: string };

/** As it stands, or stood until it was taken back. */
export type AttachedRow = Attached & {
  readonly entry: string;
  readonly by: string;
  readonly at: string;
  readonly undone: boolean;
  readonly what: AttachedSide;
  readonly of: AttachedSide;
};

/** Which paragraphs of a translation stand for which of the original, as spans in code points; null where none does. */
export type PassagePair = {
  readonly original: { readonly start: number; readonly end: number } | null;
  readonly translation: { readonly start: number; readonly end: number } | null;
};

/** `exact`: both have as many paragraphs, which are taken to stand for each other one by one; else by where they stand, roughly. */
export type Alignment = { readonly exact: boolean; readonly pairs: readonly PassagePair[] };

/** Two texts side by side, and what says so. */
export type TranslationAligned = Alignment & { readonly row: AttachedRow; readonly original: string; readonly translation: string };

/** What a translation has where a claim's words stand in the original. `words` is the whole paragraph; empty where none stands for it. */
export type TranslatedClaim = { readonly row: AttachedRow; readonly words: string; readonly exact: boolean };
