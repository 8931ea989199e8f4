// Documents: what reading made of an original. The text is a derivative with a digest of its own; claims point into it.
import { count, list, mapOf, object, oneOf, orNull, string, type Of, type Shape } from '../base/shape.ts';
import type { Span } from '../base/span.ts';
import type { Utterance } from './utterance.ts';

/**
 * What may be known of a document as a whole. `published` is EDTF; `language` is BCP 47; `url` is the canonical one. `saved` (a file of a word
 * processor) and `captured` (a page of the web) are days as well: the text is no younger, and may be far older, so that neither is ever taken for
 * `published`.
 */
export const METADATA_FIELDS = ['title', 'author', 'publisher', 'published', 'language', 'url', 'saved', 'captured'] as const;
export type MetadataField = (typeof METADATA_FIELDS)[number];

/** A value and where it was found, as "meta article:published_time" or "stated when added". */
export type Found = { readonly value: string; readonly from: string };

/** Where a value is from that a person gave. */
export const STATED = 'stated by the person who added it';

/** All values found of each field, the one that counts first: a person's word before what the file says. */
export type Metadata = Readonly<Partial<Record<MetadataField, readonly Found[]>>>;

/** The value that counts, or null where nothing is known: unknown stays unknown. */
export const known = (metadata: Metadata, field: MetadataField): string | null => metadata[field]?.[0]?.value ?? null;

/** A page of a paged original, as a span of the text. `label` is what the page calls itself, or its number. */
export type Page = Span & { readonly label: string };

/**
 * Where a span of text stands: a page, counted from 1, and a rectangle on it from its upper left corner, in fractions of the page as it is
 * shown (0 to 1).
 */
export type PagePlace = { readonly page: number; readonly left: number; readonly top: number; readonly width: number; readonly height: number };

/**
 * Why a document was read only in part, or less surely than by its own letters: kept with it, so that nobody takes a part for
 * the whole.
 */
export const WARNINGS = [
  'pages-failed', 'pages-without-text', 'attachments-left-out', 'parts-left-out', 'pictures-left-out', 'replaced-characters', 'ocr-uncertain',
  'digest-differs', 'days-unsure', 'order-unsure',
] as const; // prettier-ignore

/** `detail` says what is missing of this very document: full sentences, fit to print. */
export type Warning = { readonly code: (typeof WARNINGS)[number]; readonly detail: string };

/** What a reader made of one original. Paragraphs of `text` are parted by an empty line. */
export type Reading = {
  readonly text: string;
  readonly pages: readonly Page[];
  readonly metadata: Metadata;
  readonly warnings: readonly Warning[];
  /** What somebody wrote or said, in the order of the text, none in another; none or left out where the format tells of no such thing. */
  readonly utterances?: readonly Utterance[];
  /** Name and version of the reader, as `html@1`. */
  readonly reader: string;
};

/** Why an original could not be read; it is preserved all the same. `reason` is fit to print. */
export type Unreadable = { readonly code: string; readonly reason: string; readonly hint: string };

export const parseMetadata: Shape<Metadata> = mapOf(METADATA_FIELDS, list(object({ value: string, from: string })));

export const parsePage = object({ label: string, start: count, end: count });

/** None where nothing is said: what was read before there were warnings has none. */
export const parseWarnings: Shape<readonly Warning[]> = (value, path) =>
  value === undefined ? [] : list(object({ code: oneOf(WARNINGS), detail: string }))(value, path);

export const parseUnreadable: Shape<Unreadable> = object({ code: string, reason: string, hint: string });

/** Who may see it: `restricted` and `hidden` are honoured by every export. */
export const SENSITIVITIES = ['public', 'restricted', 'hidden'] as const;
export type Sensitivity = (typeof SENSITIVITIES)[number];

/** How an original came to the casebook (Berkeley Protocol, collection): all that is known, null where it is not. */
export const parseCollection = object({
  /** The name the file had, without its folder. */
  name: string,
  /** Where it was got from, if from the web. */
  url: orNull(string),
  /** How it was collected, in the collector's words. */
  method: orNull(string),
  /** When it was collected, EDTF or a moment of ISO 8601: before it came here. */
  collectedAt: orNull(string),
  /** Who collected it, and who had it before it came here. */
  collector: orNull(string),
  priorCustodian: orNull(string),
  note: orNull(string),
  consent: orNull(string),
  /** Until when the consent holds, EDTF. */
  consentUntil: orNull(string),
  sensitivity: oneOf(SENSITIVITIES),
  /** The original that it was a file inside of: an archive, or a mail that it was attached to. */
  container: orNull(string),
});
export type Collection = Of<typeof parseCollection>;
