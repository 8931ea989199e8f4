// What reading gives: a reading or the reason why there is none; and its shape on the way from a child process, which
// is not trusted: what comes back is parsed like any foreign value.
import { readEdtf } from '../base/edtf.ts';
import { count, list, matching, object, oneOf, orNull, refuse, string, type Shape } from '../base/shape.ts';
import type { Span } from '../base/span.ts';
import { parseMetadata, parsePage, parseUnreadable, parseWarnings, type PagePlace, type Reading, type Unreadable } from '../model/document.ts';
import { CONVERSATION_TYPES } from './conversation/conversation-type.ts';
import { parseUtterance, utteranceLine, type Utterance } from '../model/utterance.ts';
import { parseMediaFacts, type MediaFact } from '../model/media.ts';
import { LIST_FORMATS, parseListColumn, parseListEntry, parseListNote, type ListEntry } from '../model/name-list.ts';
import type { ListHead } from './name-list/read-name-list.ts';
import { partName } from './part-name.ts';
import type { Strip } from './scan-places.ts';

/** What a picture, sound or film says of itself, whether it has words or not; left out of other files. */
type Described = { readonly media?: readonly MediaFact[] };

/** What one format's reader gives; the caller adds media type and reader. */
export type ReadResult = Described & ({ readonly ok: true; readonly reading: Omit<Reading, 'reader'> } | { readonly ok: false; readonly problem: Unreadable });

export type Outcome = Described &
  (
    | { readonly ok: true; readonly mediaType: string; readonly reading: Reading }
    | { readonly ok: false; readonly mediaType: string; readonly problem: Unreadable; readonly reader: string }
  );

/** Why there is none; `reader` is who tried. */
export type Failure = Extract<Outcome, { ok: false }>;

/** A file that was inside of another. `name` is fit to be a file's name: no path, no control characters. */
export type Part = { readonly name: string; readonly bytes: Uint8Array };
/** `finding` is what was found of the container as a whole; null where there is nothing to say. */
export type Unpacked = { readonly ok: true; readonly mediaType: string; readonly count: number; readonly finding: Unreadable | null } | Failure;

/** `exact` is the text that this reading has at the span. */
export type Located = { readonly exact: string; readonly places: readonly PagePlace[] };
export type LocateResult = { readonly ok: true; readonly located: readonly Located[] } | { readonly ok: false; readonly problem: Unreadable };

/** A page as it is shown: what it calls itself, else its number; its measures in points, of a picture in pixels. */
export type PageSize = { readonly label: string; readonly width: number; readonly height: number };
export type PagesResult = { readonly ok: true; readonly pages: readonly PageSize[] } | { readonly ok: false; readonly problem: Unreadable };

/** What a child says first: what it takes the bytes for, and who will read them. Known even if it dies on them. */
export type Plan = { readonly mediaType: string; readonly reader: string };

export const mediaTypeShape = matching(/^[a-z0-9]+\/[a-z0-9.+-]{1,100}$/, 'a media type');
export const readerShape = matching(/^[a-z0-9-]{1,30}@\d{1,6}$/, 'the name and version of a reader');

export const parsePlan: Shape<Plan> = object({ mediaType: mediaTypeShape, reader: readerShape });

const parseReadingParts = object({ text: string, pages: list(parsePage), metadata: parseMetadata, warnings: parseWarnings });
const parseGood = object({ ok: oneOf(['yes']), reading: parseReadingParts, media: parseMediaFacts });
const parseBad = object({ ok: oneOf(['no']), problem: parseUnreadable, media: parseMediaFacts });

/** A stretch of the original that a child asks for, before its plan or after it. */
const parseNeed = object({ need: object({ start: count, end: count }) });

/** The stretch that is asked for; null for any other answer. */
export const parseNeeded = (value: unknown): { readonly start: number; readonly end: number } | null =>
  typeof value === 'object' && value !== null && 'need' in value ? parseNeed(value, 'answer').need : null;

/** Utterances that go in one frame: all of a long conversation at once would fill the memory of who sends them. */
const AT_ONCE = 2_000;
/** UTF-16 units of a text that go in one frame; so too. */
const LONG = 2_000_000;
/** What a process may say in many frames, at most: some ten times the utterances of the longest conversations, and more than any text may have. */
const MOST_UTTERANCES = 3_000_000;
const MOST_WORDS = 80_000_000;

/** A result as it goes over the wire, frame by frame: its utterances, then the rest; `ok` in words, so that both forms have exact members. */
export function* resultToWire(result: ReadResult): Generator {
  if (!result.ok) {
    yield { ok: 'no', problem: result.problem, media: result.media };
    return;
  }
  const { utterances = [], text, ...reading } = result.reading;
  for (let from = 0; from < utterances.length; from += AT_ONCE) yield { said: utterances.slice(from, from + AT_ONCE).map(utteranceLine) };
  const isLong = text.length > LONG;
  for (let from = 0; isLong && from < text.length; from += LONG) yield { words: text.slice(from, from + LONG) };
  yield { ok: 'yes', reading: { ...reading, text: isLong ? '' : text }, media: result.media };
}

const parseSaid = object({ said: list(string) });
/** Cut anywhere: in the middle of a character beyond U+FFFF, too. */
const parseWords = object({ words: (value: unknown, path = ''): string => (typeof value === 'string' ? value : refuse(path, 'a text')) });

/** What came of a result before its last frame. */
export class ResultBegun {
  readonly #utterances: Utterance[] = [];
  readonly #words: string[] = [];
  #length = 0;

  /** Gives whether the value was some of it: then the rest is still to come. Throws a Fault 'bad-shape' on what makes no sense, a RangeError where it is too much. */
  take(value: unknown): boolean {
    if (typeof value !== 'object' || value === null) return false;
    if ('said' in value) for (const line of parseSaid(value, 'utterances').said) this.#utterances.push(parseUtterance(JSON.parse(line)));
    else if ('words' in value) this.#add(parseWords(value, 'text').words);
    else return false;
    if (this.#utterances.length > MOST_UTTERANCES) throw new RangeError(`more than ${MOST_UTTERANCES} utterances`);
    return true;
  }

  #add(words: string): void {
    this.#words.push(words);
    this.#length += words.length;
    if (this.#length > MOST_WORDS) throw new RangeError(`a text of more than ${MOST_WORDS} characters`);
  }

  /** The whole, of which this is the last frame. Throws as `parseResult` does. */
  result(value: unknown): ReadResult {
    return parseResult(value, { words: this.#words.join(''), utterances: this.#utterances });
  }
}

type Before = { readonly words: string; readonly utterances: readonly Utterance[] };

/** Throws a Fault 'bad-shape' on anything but a sound result: members, spans inside the text, dates and addresses well formed. */
export function parseResult(value: unknown, before: Before = { words: '', utterances: [] }, path = 'result'): ReadResult {
  if (typeof value === 'object' && value !== null && 'ok' in value && value.ok === 'no') {
    const { problem, media } = parseBad(value, path);
    return { ok: false, problem, media };
  }
  const { reading: rest, media } = parseGood(value, path);
  const { words, utterances } = before;
  const reading = words === '' ? rest : { ...rest, text: string(words + rest.text, 'text') };
  checkPages(reading);
  checkUtterances(reading.text, utterances);
  checkMetadata(reading);
  return { ok: true, reading: { ...reading, utterances }, media };
}

const parsePartHead = object({ part: string });
const parseParted = object({ ok: oneOf(['unpacked']), count, finding: orNull(parseUnreadable) });

/** What goes before the bytes of a part. */
export const partHead = (name: string): unknown => ({ part: name });

export type PartAnswer = { readonly part: Part } | Pick<Extract<Unpacked, { ok: true }>, 'count' | 'finding'> | { readonly problem: Unreadable };

/**
 * Makes of what a child answers, value by value, parts (a name, then bytes), their number after the last of them, or the reason why there
 * are no more; null where more is to come. Throws a Fault 'bad-shape' on anything else.
 */
export function partAnswers(): (value: unknown) => PartAnswer | null {
  let name: string | null = null;
  return (value) => {
    if (name !== null) {
      const part = { name: partName(name), bytes: value instanceof Uint8Array ? value : refuse('part', 'bytes') };
      name = null;
      return { part };
    }
    if (typeof value === 'object' && value !== null && 'ok' in value) {
      if (value.ok === 'no') return { problem: parseBad(value).problem };
      const { count: parts, finding } = parseParted(value);
      return { count: parts, finding };
    }
    name = parsePartHead(value, 'part').part;
    return null;
  };
}

/** What is read, and has files attached to it that are documents of their own. */
export const hasAttached = (mediaType: string): boolean => mediaType === 'message/rfc822' || mediaType === CONVERSATION_TYPES.telegramZip;

const measure: Shape<number> = (value, path = '') => (typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : refuse(path, 'a measure'));
const parsePlace = object({ page: count, left: measure, top: measure, width: measure, height: measure });
const parseFound = object({ ok: oneOf(['located']), located: list(object({ exact: string, places: list(parsePlace) })) });

export const locatedToWire = (result: LocateResult): unknown =>
  result.ok ? { ok: 'located', located: result.located } : { ok: 'no', problem: result.problem };

export function parseLocated(value: unknown): LocateResult {
  if (typeof value === 'object' && value !== null && 'ok' in value && value.ok === 'no') return { ok: false, problem: parseBad(value).problem };
  return { ok: true, located: parseFound(value, 'located').located };
}

const fraction: Shape<number> = (value, path = '') => (typeof value === 'number' && Number.isFinite(value) ? value : refuse(path, 'a number'));
const parseStripList = object({ strips: list(object({ width: count, height: count, corners: list(fraction) })) });

/** How the pictures of a page lie on it. */
export const parseStrips = (value: unknown): readonly Strip[] => parseStripList(value, 'strips').strips;

const parsePaged = object({ ok: oneOf(['paged']), pages: list(object({ label: string, width: measure, height: measure })) });

export const pagesToWire = (result: PagesResult): unknown => (result.ok ? { ok: 'paged', pages: result.pages } : { ok: 'no', problem: result.problem });

export function parsePages(value: unknown): PagesResult {
  if (typeof value === 'object' && value !== null && 'ok' in value && value.ok === 'no') return { ok: false, problem: parseBad(value).problem };
  return { ok: true, pages: parsePaged(value, 'pages').pages };
}

const parseEntries = object({ entries: list(parseListEntry) });
const parseListHead = object({ format: oneOf(LIST_FORMATS), columns: list(parseListColumn), notes: list(parseListNote) });
const parseListed = object({ ok: oneOf(['listed']), head: parseListHead });

export const entriesToWire = (entries: readonly ListEntry[]): unknown => ({ entries });
export const listedToWire = (head: ListHead | Unreadable): unknown => ('code' in head ? { ok: 'no', problem: head } : { ok: 'listed', head });

/** Some entries, what is known of the list after the last of them, or why it is none. */
export function parseListAnswer(value: unknown): { readonly entries: readonly ListEntry[] } | { readonly head: ListHead } | { readonly problem: Unreadable } {
  if (typeof value === 'object' && value !== null && 'ok' in value)
    return value.ok === 'no' ? { problem: parseBad(value).problem } : { head: parseListed(value).head };
  return parseEntries(value, 'list');
}

type Parts = ReturnType<typeof parseReadingParts>;

function checkPages({ text, pages }: Parts): void {
  checkSpans(text, pages, 'pages');
}

/** What names the speaker belongs to an utterance as its words do. */
function checkUtterances(text: string, utterances: readonly Utterance[]): void {
  const whole = utterances.map(({ head, end }) => ({ start: head, end }));
  checkSpans(text, whole, 'utterances');
  for (const { answers } of utterances) if (answers !== null && answers >= utterances.length) refuse('utterances', 'answers to one another');
}

function checkSpans(text: string, spans: readonly Span[], path: string): void {
  if (spans.length === 0) return;
  let length = 0;
  for (const _ of text) length++;
  let last = 0;
  for (const { start, end } of spans) {
    if (start < last || end < start || end > length) refuse(path, 'spans of the text, in order');
    last = end;
  }
}

function checkMetadata({ metadata }: Parts): void {
  for (const field of ['published', 'saved', 'captured'] as const)
    for (const found of metadata[field] ?? []) if (!readEdtf(found.value)) refuse(`metadata.${field}`, 'a date in EDTF');
  for (const found of metadata.language ?? []) if (!/^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(found.value)) refuse('metadata.language', 'a BCP 47 tag');
  for (const found of metadata.url ?? []) if (!/^https?:\/\//.test(found.value)) refuse('metadata.url', 'a web address');
}
