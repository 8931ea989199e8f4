// Utterances: the passages of a text that somebody wrote or said, with who and when as the file tells it: messages of a conversation, cues of a
// transcript. There may be 300,000 of them, so that they are kept beside the text, as JSON lines under their own digest, and not in the log.
import { canonicalJson } from '../base/canonical-json.ts';
import { readEdtf } from '../base/edtf.ts';
import { boolean, count, list, object, oneOf, orNull, refuse, string, type Shape } from '../base/shape.ts';
import type { Span } from '../base/span.ts';

/**
 * Said: the words are the speaker's. Media: files alone were sent. Removed: the speaker's words are gone. Notice: nobody said it. Of the last three
 * the words are the program's, which told what happened.
 */
export const UTTERANCE_SORTS = ['said', 'media', 'removed', 'notice'] as const;
export type UtteranceSort = (typeof UTTERANCE_SORTS)[number];

/** In seconds from the beginning of a recording. */
export type Heard = { readonly from: number; readonly until: number };

/** The span is that of the words alone. */
export type Utterance = Span & {
  /** Where the line begins that names speaker and time, as the text has it; `start` where there is none. */
  readonly head: number;
  readonly sort: UtteranceSort;
  /** A name, or a telephone number, as the file has it; null where nobody said it or that is not told. */
  readonly speaker: string | null;
  /**
   * A moment in ISO 8601, as 2022-08-10T14:03:05+04:30; without an offset where its time zone is not known. Where the file does not tell
   * which day it was: EDTF, as [2022-06-05,2022-05-06] (one of the two) or 2022. Null where nothing is told.
   */
  readonly sent: string | null;
  readonly heard: Heard | null;
  /** Whose words they are said to be that the speaker passed on; then they are not the speaker's own. */
  readonly forwardedFrom: string | null;
  /** Which utterance of the document it answers, counted from 0. */
  readonly answers: number | null;
  readonly edited: boolean;
  /** Names of files that were sent with it, as the file has them. */
  readonly attachments: readonly string[];
};

/** One with nothing but its words told of it. */
export const plainUtterance = ({ start, end }: Span): Utterance => ({
  start,
  end,
  head: start,
  sort: 'said',
  speaker: null,
  sent: null,
  heard: null,
  forwardedFrom: null,
  answers: null,
  edited: false,
  attachments: [],
});

const MOMENT = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-](?:0\d|1[0-8]):[0-5]\d)?$/;

const parseSent: Shape<string> = (value, path = 'sent') => {
  const sent = string(value, path);
  return readEdtf(MOMENT.test(sent) ? sent.slice(0, 10) : sent) ? sent : refuse(path, 'a moment of ISO 8601, or a date in EDTF');
};

const seconds: Shape<number> = (value, path = '') => (typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : refuse(path, 'seconds'));

const parseMembers = object({
  start: count,
  end: count,
  head: orNull(count),
  sort: orNull(oneOf(UTTERANCE_SORTS)),
  speaker: orNull(string),
  sent: orNull(parseSent),
  heard: orNull(object({ from: seconds, until: seconds })),
  forwardedFrom: orNull(string),
  answers: orNull(count),
  edited: orNull(boolean),
  attachments: orNull(list(string)),
});

export const parseUtterance: Shape<Utterance> = (value, path = 'utterance') => {
  const { head, sort, edited, attachments, ...members } = parseMembers(value, path);
  const { start, end } = members;
  if (end < start || (head ?? start) > start) refuse(path, 'a span of the text, its heading before it');
  return { ...members, head: head ?? start, sort: sort ?? 'said', edited: edited ?? false, attachments: attachments ?? [] };
};

/** What an utterance does not tell is left out of its line. */
export const utteranceLine = ({ start, end, head, sort, speaker, sent, heard, forwardedFrom, answers, edited, attachments }: Utterance): string =>
  canonicalJson({
    start,
    end,
    head: head === start ? undefined : head,
    sort: sort === 'said' ? undefined : sort,
    speaker: speaker ?? undefined,
    sent: sent ?? undefined,
    heard: heard ?? undefined,
    forwardedFrom: forwardedFrom ?? undefined,
    answers: answers ?? undefined,
    edited: edited || undefined,
    attachments: attachments.length > 0 ? attachments : undefined,
  });

/** All of a document as they are kept: JSON lines, each in canonical form, in the order of the text. */
export const utteranceLines = (utterances: readonly Utterance[]): string => utterances.map((each) => `${utteranceLine(each)}\n`).join('');

/** Throws a Fault 'bad-shape' on lines that are none, a SyntaxError on no JSON. */
export const parseUtteranceLines = (lines: string): readonly Utterance[] =>
  lines.split('\n').flatMap((line, n) => (line === '' ? [] : [parseUtterance(JSON.parse(line), `utterance ${n}`)]));

/** The day or days on which it was sent, as EDTF; null where that is not told. */
export const dayOf = ({ sent }: Pick<Utterance, 'sent'>): string | null => (sent !== null && MOMENT.test(sent) ? sent.slice(0, 10) : sent);

/** Whether the instant is known: the time of a clock whose zone nobody knows is none. */
export const isInstant = ({ sent }: Pick<Utterance, 'sent'>): boolean => sent !== null && /T.*(?:Z|[+-]\d\d:\d\d)$/.test(sent);
