// Answers: the shapes in which the views answer questions about a casebook, its documents and claims, the same over HTTP, in `--json` and in
// the browser. What is answered about a noun of its own (an entity, an event, the matrix) stands under its name beside this file.
import type { FaultShape } from '../base/fault.ts';
import type { Decision } from './act.ts';
import type { PageCaptured } from './capture.ts';
import type { ClaimContent, Evidence, Quote } from './claim.ts';
import type { Utterance } from './utterance.ts';
import type { AttachedAs, AttachedRow } from './attachment.ts';
import type { Cover, MediaFact } from './media.ts';
import type { Collection, Metadata, Page, PagePlace, Sensitivity, Unreadable, Warning } from './document.ts';

/**
 * Suggested: the machine's, counted nowhere. Recorded: a person accepted or amended it, or made the claim themselves. Rejected: a person
 * set a suggestion aside. Withdrawn: a person took their own claim back, and said why.
 */
export const STATUSES = ['suggested', 'recorded', 'rejected', 'withdrawn'] as const;
export type Status = (typeof STATUSES)[number];

/** How many of a document's suggestions wait, and what became of the others. */
export type ReviewCounts = Readonly<Record<Status, number>>;

export type DocumentRow = {
  /** `d_…`; of an original that could not be read, its `o_…`. */
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  /** EDTF. */
  readonly published: string | null;
  readonly language: string | null;
  readonly sensitivity: Sensitivity;
  /** ISO, UTC: when the original was preserved here. */
  readonly addedAt: string;
  readonly counts: ReviewCounts;
  /** Why it could not be read; null where it could. */
  readonly problem: Unreadable | null;
  /** What of it was not read, or not surely; empty where it was read whole. */
  readonly warnings: readonly Warning[];
  readonly mediaType: string;
  /** Of what it is a transcript, translation or description; null where it stands for itself. */
  readonly attachedTo: { readonly as: AttachedAs; readonly id: string; readonly title: string } | null;
  /** As of a claim: its own date may be within what was asked, and may not. */
  readonly possibly?: readonly FittedClock[];
};

/** Some of the documents, and how many there are of what was asked for. */
export type DocumentsPage = { readonly documents: readonly DocumentRow[]; readonly total: number };

/** What people do with claims that no rule proposed: `revise` puts one right that was recorded. */
export const OWN_DECISIONS = ['record', 'revise', 'withdraw'] as const;
export type OwnDecision = (typeof OWN_DECISIONS)[number];

/** What a person decided about a suggestion, or about a claim of a person's own. */
export type Decided = Decision | OwnDecision;

/** What a claim is by the last decision about it that stands. */
export const STATUS_AFTER: Readonly<Record<Decided, Status>> = {
  accept: 'recorded', amend: 'recorded', reject: 'rejected', record: 'recorded', revise: 'recorded', withdraw: 'withdrawn',
}; // prettier-ignore

/** What was decided, and the entry of the log that says so. */
export type ReviewShown = { readonly entry: string; readonly decision: Decided; readonly by: string; readonly at: string; readonly reason: string | null };

/** The clocks that dates are held against; what was known here, and when, the log knows to the instant. */
export type FittedClock = 'at' | 'said-by';

/** A claim or suggestion with its source. `id` is one and the same before and after review. */
export type ClaimRow = ClaimContent & {
  readonly id: string;
  readonly status: Status;
  readonly document: string;
  /** Title of the document, or its file's name. */
  readonly documentTitle: string;
  /** The document's date, EDTF: when this was said. */
  readonly saidOn: string | null;
  /** Name and version of the rule that proposed it, or `a person`. */
  readonly rule: string;
  /** 0 to 1; null of a person's own claim. */
  readonly confidence: number | null;
  readonly evidence: readonly Evidence[];
  readonly review: ReviewShown | null;
  /** The clocks that were fixed and that it may fit and may not: only some of the days that its date may mean are within what was asked. */
  readonly possibly?: readonly FittedClock[];
  /** The text was made again, and these words have no known place in it: `quote` is of the text that they were picked in. */
  readonly orphan: boolean;
};

/** A text that was made of a document. `current` is the one that stands. */
export type ReadingShown = {
  /** SHA-256 of its UTF-8. */
  readonly text: string;
  readonly reader: string;
  readonly at: string;
  readonly by: string;
  readonly entry: string;
  readonly current: boolean;
};

/** A page of an original as it can be looked at. `number` counts from 1; `label` is what it calls itself; measures in points, of a picture in pixels. */
export type PageShown = { readonly number: number; readonly label: string; readonly width: number; readonly height: number };

/** Where on the pages a claim's words stand, a place for each line of them. `id` is null of a passage. No places: they are not known. */
export type Rectangles = { readonly id: string | null; readonly places: readonly PagePlace[] };

/** A file that was sent with an utterance. `id` is of its document, or of its original where that could not be read; null where the casebook does not hold it. */
export type SentFile = { readonly name: string; readonly id: string | null };

/** An utterance with its number in the document, counted from 0. `files` are its attachments. */
export type UtteranceShown = Utterance & { readonly ordinal: number; readonly files: readonly SentFile[] };

/** Whom the file names, and how many utterances are theirs. */
export type Speaker = { readonly name: string; readonly utterances: number };

/** Some utterances of a document, which has `total`. */
export type UtterancesShown = { readonly utterances: readonly UtteranceShown[]; readonly total: number };

/** Of all utterances of a document: how many there are, whose (the most first), and on which days. */
export type SpeakersShown = {
  readonly total: number;
  readonly speakers: readonly Speaker[];
  /** Days, as EDTF, in the order of the text: the number of the first utterance of each, and how many there are. */
  readonly days: readonly { readonly day: string; readonly first: number; readonly utterances: number }[];
};

/** What came of reading a document again. */
export type RereadShown = {
  readonly outcome: 'same' | 'read' | 'new-text' | 'kept' | 'unreadable';
  readonly moved: number;
  readonly orphans: number;
  readonly problem: Unreadable | null;
};

/** A claim that lost its place, the words around it where it had one, and the passages of the text that it may be, best first. */
export type Orphan = { readonly claim: ClaimRow; readonly before: string; readonly after: string; readonly candidates: readonly Quote[] };

/** Null where nothing was said. `retention` and `consentUntil` are EDTF. */
export type Care = {
  readonly consent: string | null;
  readonly consentUntil: string | null;
  readonly purpose: string | null;
  readonly retention: string | null;
};

/**
 * What care for one original reaches beside it: the files inside of it, what has its bytes, and what is made of it (transcripts, translations);
 * of a name, those that people joined with it.
 */
export type CareReached = {
  readonly inside: readonly string[];
  readonly containers: readonly string[];
  readonly made: readonly string[];
  readonly names: readonly string[];
};

/** How an original was collected before it came here, as far as that was said; `tool` took it in. */
export type Collected = Pick<Collection, 'name' | 'url' | 'method' | 'collectedAt' | 'collector' | 'priorCustodian' | 'note'> & { readonly tool: string };

/** What was found of a web archive, as a whole, that an original was a page in: what it holds, its digests, its signature. `found` is fit to print. */
export type ArchiveFound = { readonly original: string; readonly found: string };

export type DocumentView = DocumentRow & {
  /** `o_…`: the id of the bytes as they came. */
  readonly original: string;
  readonly sha256: string;
  readonly size: number;
  readonly reader: string | null;
  readonly url: string | null;
  /** The original that it was a file inside of, an archive or a mail; null for one that came by itself. */
  readonly container: string | null;
  readonly archives: readonly ArchiveFound[];
  /** How it was captured, where it is a page that was captured from the web here; else null. */
  readonly capture: PageCaptured | null;
  readonly collection: Collected;
  /** What people last said of how it may be used. */
  readonly care: Care;
  /** What a picture, sound or film says of itself; empty of other documents. */
  readonly media: readonly MediaFact[];
  readonly cover: Cover;
  /** Its transcripts, translations and descriptions, and what it is one of; in the order of the log. */
  readonly attached: readonly AttachedRow[];
  /** ISO, UTC: when its files were last read again and held against their digests; null for never. */
  readonly checkedAt: string | null;
  readonly metadata: Metadata;
  readonly text: string;
  /** SHA-256 of its UTF-8; null where it could not be read. */
  readonly textSha: string | null;
  readonly pages: readonly Page[];
  /** How many messages it has, where it is a conversation; else 0. */
  readonly utterances: number;
  /** The reader that would read it now, where that is another than the one that did; null where it is the same. */
  readonly newerReader: string | null;
  /** Every text that was made of it, oldest first. */
  readonly readings: readonly ReadingShown[];
  readonly claims: readonly ClaimRow[];
  /** The acts of the log about this document, oldest first. */
  readonly history: readonly HistoryLine[];
};

/**
 * What was done with an original. Received: its bytes came, were hashed and kept. Derived: a text was made of it, or could not be.
 * Opened: somebody looked at it while it was sensitive, or asked to see it though it is graphic. Copied: it went into a backup. Redacted: a copy was made without
 * some passages. Exported: into a file for others. Verified: its bytes were held
 * against their digest again. Care: somebody said how it may be used. Decided: somebody decided what it says, or what that belongs to.
 */
export const CUSTODY_STEPS = ['received', 'derived', 'opened', 'copied', 'redacted', 'exported', 'verified', 'care', 'decided'] as const;
export type CustodyStep = (typeof CUSTODY_STEPS)[number];

/** `entry` of the log says it, at `index`; `at` is ISO, UTC. */
export type HistoryLine = {
  readonly entry: string;
  readonly index: number;
  readonly at: string;
  readonly by: string;
  readonly step: CustodyStep;
  readonly what: string;
};

/** How an original came here, and what was done with it, oldest first. `parts` are the files inside of it, `containers` what it is inside of. */
export type Custody = Pick<
  DocumentView,
  | 'original'
  | 'sha256'
  | 'size'
  | 'mediaType'
  | 'title'
  | 'language'
  | 'sensitivity'
  | 'care'
  | 'checkedAt'
  | 'reader'
  | 'problem'
  | 'metadata'
  | 'collection'
  | 'addedAt'
  | 'archives'
> & {
  readonly document: string | null;
  readonly containers: readonly string[];
  readonly parts: readonly string[];
  readonly lines: readonly HistoryLine[];
  /** A person said so of this very original. */
  readonly isGraphic: boolean;
};

/** What a newcomer is told of a casebook. Counts of suggestions are of what waits for review. */
export type Summary = {
  readonly casebook: string;
  readonly documents: number;
  readonly unreadable: number;
  readonly suggestions: number;
  readonly recorded: number;
  readonly rejected: number;
  /** Proposed events, from claims and suggestions together. Null, as the two below, of a casebook that holds too many to look through for a summary. */
  readonly events: number | null;
  readonly harms: number | null;
  readonly harmsWithoutProceeding: number | null;
  readonly entries: number;
  /** What was found to be altered: then the casebook is open to read only. Null where nothing was. */
  readonly damage: string | null;
  /** Who besides the maker vouches for the log. */
  readonly witness: string;
};

export type Check = { readonly name: string; readonly ok: boolean; readonly detail: string };
export type Verification = { readonly ok: boolean; readonly checks: readonly Check[]; readonly vouched: string };

/** The one shape of an error over HTTP. */
export type ErrorAnswer = { readonly error: FaultShape };
