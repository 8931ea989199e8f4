// Answers: the shapes in which the views answer questions, the same over HTTP, in `--json` and in the browser.
import type { FaultShape } from '../base/fault.ts';
import type { Span } from '../base/span.ts';
import type { Decision } from './act.ts';
import type { ClaimContent, Evidence, Quote } from './claim.ts';
import type { Collection, Metadata, Page, PagePlace, Sensitivity, Unreadable, Warning } from './document.ts';
import type { Figures } from './figures.ts';
import type { EventLink } from './link.ts';
import type { ContradictionRuled, Grounds, Judgement, PairJudged } from './judgement.ts';
import type { Kind, Role } from './vocabulary.ts';

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
};

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

/** How an original was collected before it came here, as far as that was said; `tool` took it in. */
export type Collected = Pick<Collection, 'name' | 'url' | 'method' | 'collectedAt' | 'collector' | 'priorCustodian' | 'note'> & { readonly tool: string };

export type DocumentView = DocumentRow & {
  /** `o_…`: the id of the bytes as they came. */
  readonly original: string;
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
  readonly reader: string | null;
  readonly url: string | null;
  /** The original that it was a file inside of, an archive or a mail; null for one that came by itself. */
  readonly container: string | null;
  readonly collection: Collected;
  /** What people last said of how it may be used. */
  readonly care: Care;
  /** ISO, UTC: when its files were last read again and held against their digests; null for never. */
  readonly checkedAt: string | null;
  readonly metadata: Metadata;
  readonly text: string;
  /** SHA-256 of its UTF-8; null where it could not be read. */
  readonly textSha: string | null;
  readonly pages: readonly Page[];
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
 * Opened: somebody looked at it while it was sensitive. Copied: it went into a backup. Redacted: a copy was made without
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
> & {
  readonly document: string | null;
  readonly containers: readonly string[];
  readonly parts: readonly string[];
  readonly lines: readonly HistoryLine[];
};

/** One mark of the timeline. `first` and `last` are ISO days, null where open; precision is drawn as length. */
export type TimelineItem = { readonly claim: ClaimRow; readonly first: string | null; readonly last: string | null; readonly approximate: boolean };

/** Dated claims in order of when they happened, and those whose time is not known or not resolved. */
export type Timeline = { readonly dated: readonly TimelineItem[]; readonly undated: readonly ClaimRow[] };

/** How many dated claims and suggestions begin in a year of the Gregorian calendar. */
export type YearCount = { readonly year: number; readonly recorded: number; readonly suggested: number };

/** A stretch of the timeline. `years` counts all; `before` and `after` are how many dated ones stand beyond it, `undatedInAll` how many have no date. */
export type TimelineStretch = Timeline & {
  readonly years: readonly YearCount[];
  readonly before: number;
  readonly after: number;
  readonly undatedInAll: number;
};

/**
 * What one or more claims say happened. Which claims tell of one happening is proposed by rule until people join them.
 * Time and parties are what the claims say, side by side, never one merged value.
 */
export type EventRow = {
  /** `ev_` and the rest of the id of its first claim; with that of any other of its claims it is found too. */
  readonly id: string;
  readonly kind: Kind;
  /** Words of a claim of it that name it. */
  readonly label: string;
  readonly claims: readonly ClaimRow[];
  /** Ids of the claims that people joined; the others stand here by proposal alone, or by themselves. */
  readonly joined: readonly string[];
  /** Why the others are proposed. */
  readonly why: readonly string[];
};

/** What a name seems to name. `described`: words that describe somebody or some, and do not name. */
export const ENTITY_SORTS = ['person', 'organization', 'place', 'described'] as const;
export type EntitySort = (typeof ENTITY_SORTS)[number];

/** A name as one document uses it, in recorded claims. */
export type NameRow = {
  /** `n_…`. */
  readonly id: string;
  readonly label: string;
  readonly document: string;
  readonly documentTitle: string;
  readonly claims: number;
};

/** Somebody or something that recorded claims name: one name of one document, or several that people joined. */
export type EntityRow = {
  /** The least id of its names; the id of any of them leads here. */
  readonly id: string;
  readonly label: string;
  readonly sort: EntitySort;
  /** Every form in which its documents give it, the fullest first. */
  readonly labels: readonly string[];
  readonly claims: number;
  readonly documents: number;
};

/** A judgement as it stands, or stood until it was taken back. */
export type JudgementRow = PairJudged & {
  readonly entry: string;
  readonly by: string;
  readonly at: string;
  readonly undone: boolean;
  readonly undoneAt: string | null;
};

/** Two names that may be one, with why. Proposed by rule; a person decides. */
export type PairProposed = {
  readonly left: EntityRow;
  readonly right: EntityRow;
  readonly grounds: Grounds;
  readonly compared: NamesCompared | null;
  readonly judged: Judgement | null;
};

/** A part of the explanation; `points`: log-odds. `besides`: it is no part of the names, but what claims tell of both. */
type PartCompared = { readonly a: string; readonly b: string; readonly kind: string; readonly points: number; readonly besides: boolean };

/** The two names that are most alike, and how; `caps` held the score down, `vetoes` say why the two can be no one by what claims tell. */
export type NamesCompared = {
  readonly left: string;
  readonly right: string;
  /** 0 to 1. */
  readonly score: number;
  readonly verdict: string;
  readonly parts: readonly PartCompared[];
  readonly caps: readonly string[];
  readonly vetoes: readonly string[];
};

/** Pairs that wait, and how far the names were looked through for them: `looked` of `names`; asking again goes on. */
export type PairsAsked = { readonly pairs: readonly PairProposed[]; readonly looked: number; readonly names: number; readonly more: boolean };

/** A name where a claim has it, the entity that it is, and others that it may be; `part` is a role, or `saidBy`. */
export type ClaimNames = {
  readonly part: string;
  readonly words: string;
  /** Id of the name as this document uses it. */
  readonly name: string;
  readonly entity: EntityRow;
  readonly rivals: readonly PairProposed[];
};

export type EntityView = EntityRow & {
  /** What people said of how its names may be used; of each name of which anything was said. */
  readonly care: readonly NameCare[];
  readonly names: readonly NameRow[];
  readonly mentions: readonly ClaimRow[];
  /** Every judgement about one of its names, the taken back ones too; oldest first. */
  readonly judgements: readonly JudgementRow[];
  /** Entries of the judgements without which it would fall apart. */
  readonly weak: readonly string[];
  /** Others that may be the same, likeliest first. */
  readonly rivals: readonly PairProposed[];
  /** Others that people judged to be somebody else. */
  readonly apart: readonly EntityRow[];
};

/** What was last said of one name; it holds for all that are joined with it. */
export type NameCare = Care & { readonly name: string; readonly sensitivity: Sensitivity | null };

/** How two values of one attribute stand to each other. `refines`: the one says more precisely what the other says. */
export const AGREEMENTS = ['agrees', 'refines', 'contradicts', 'differs'] as const;
export type Agreement = (typeof AGREEMENTS)[number];

/** One value of an attribute, with the claims that give it, and how it stands to the value that most claims give (the first). */
export type AttributeValue = { readonly value: string; readonly claims: readonly string[]; readonly agreement: Agreement };

/** What the claims of an event give for one attribute, side by side; the value that most give comes first. */
export type Attribute = { readonly name: 'time' | 'stance' | Role; readonly values: readonly AttributeValue[] };

/** Attributes, origins and figures are of its recorded claims alone. */
export type EventView = EventRow & {
  readonly attributes: readonly Attribute[];
  readonly origins: OriginCount;
  readonly figures: readonly Figures[];
  /** What people say that it is a part of, led to, or came of. */
  readonly links: readonly EventLink[];
  readonly judgements: readonly JudgementRow[];
};

/** Claims that come from one place. `source` is the deepest that they name; null where only their documents speak. `why`: why they were counted as one. */
export type Origin = {
  readonly source: string | null;
  readonly claims: readonly string[];
  readonly documents: readonly string[];
  readonly why: readonly string[];
};

/** "7 documents, 2 origins". `independence` is `known` only where people said so of every two origins. */
export type OriginCount = {
  readonly documents: number;
  readonly origins: readonly Origin[];
  readonly independence: 'one origin' | 'known' | 'not known';
};

/** What claims of one happening, or of one proceeding, say against each other. */
export const CONTRADICTED = ['time', 'place', 'number', 'occurrence', 'stage'] as const;
export type Contradicted = (typeof CONTRADICTED)[number];

/** What one side says, and every claim that says it. */
export type ContradictionSide = { readonly value: string; readonly claims: readonly ClaimRow[] };

/** Two things that cannot both be so. Open until a person rules. */
export type Contradiction = {
  /** `x_`, what it is on, and the rest of the ids of the first claim of each side. */
  readonly id: string;
  readonly on: Contradicted;
  /** The event (ev_…) or proceeding (pr_…) that it is about. */
  readonly about: string;
  readonly left: ContradictionSide;
  readonly right: ContradictionSide;
};

/** Steps of the law: a claim's kind, or where its words say more, what they say. */
export const LEGAL_STEPS = [
  'complaint', 'investigation', 'closed', 'sought', 'warrant', 'arrest', 'extradition', 'charge', 'trial', 'conviction', 'acquittal', 'sentence', 'appeal',
  'upheld', 'varied', 'quashed', 'retrial', 'final', 'release', 'pardoned', 'paroled', 'exchange',
] as const; // prettier-ignore
export type LegalStep = (typeof LEGAL_STEPS)[number];

/** One claim of a step. `rung` orders steps that have no date; `how` is the source's stance: only what is asserted is a step taken. */
export type StepRow = { readonly step: LegalStep; readonly rung: number; readonly absentia: boolean; readonly claim: ClaimRow };

/**
 * How far a proceeding has come by its claims, in parts that are said together and never shortened. `judged` is `contested` where claims say
 * both and neither is later. Nothing of it is inferred from another part.
 */
export type Stage = {
  /** The furthest step short of a judgment; null where no claim says one. */
  readonly reached: LegalStep | null;
  readonly judged: 'convicted' | 'acquitted' | 'quashed' | 'contested' | null;
  readonly sentenced: boolean;
  readonly appeal: 'lodged' | 'upheld' | 'varied' | 'retrial' | null;
  readonly final: boolean;
  readonly absentia: boolean;
  /** What came of it: released, exchanged; with the date that its claim gives, EDTF. A conviction stands all the same. */
  readonly outcome: { readonly step: LegalStep; readonly on: string | null } | null;
};

/** One accused, one jurisdiction, the steps of the law. Claims of several documents are of one accused only where people judged the names to be one. */
export type ProceedingRow = {
  /** `pr_` and the rest of the id of its first claim; with that of any other of its claims it is found too. */
  readonly id: string;
  readonly accused: string;
  /** ISO 3166-1, or null where no claim names a country. */
  readonly jurisdiction: string | null;
  readonly stage: Stage;
  /** The stage in English words, never shortened: "charged, not convicted". */
  readonly label: string;
  /** By date, then by rung. */
  readonly steps: readonly StepRow[];
  /** Why steps that name no country are held to be of it. */
  readonly why: readonly string[];
  /** Proceedings against others whose names are alike: nobody has judged yet whether they are the same. */
  readonly alike: readonly { readonly id: string; readonly accused: string; readonly label: string }[];
};

/** A ruling as it stands, or stood until it was taken back. */
export type RulingRow = ContradictionRuled & { readonly entry: string; readonly by: string; readonly at: string; readonly undone: boolean };

/** A contradiction with how many origins stand on each side, and every ruling about it, the taken back ones too; open where the last was taken back, or there is none. */
export type ContradictionRow = Contradiction & {
  readonly origins: { readonly left: OriginCount; readonly right: OriginCount };
  readonly rulings: readonly RulingRow[];
  readonly open: boolean;
};

/** What was done about harms: rows of harms, columns of kinds of answer. */
export type MatrixColumn = { readonly id: string; readonly label: string; readonly kinds: readonly Kind[] };

/** An answer to a harm, and why it is held to be one. `linked` is how: by the machine's proposal, so far. */
export type MatrixMark = { readonly claim: ClaimRow; readonly why: string };

export type MatrixRow = {
  readonly harm: EventRow;
  /** Days since it can have begun, up to `asOf`; null where no claim gives a time. */
  readonly days: number | null;
  /** Origins behind its recorded claims, and the figures that these give. */
  readonly origins: number;
  readonly figures: readonly Figures[];
  /** By column id; a column that is missing is a blank: none found in this record as of `asOf`. */
  readonly cells: Readonly<Record<string, readonly MatrixMark[]>>;
  /** What somebody says was not done: that source's claim, apart from a blank. */
  readonly inaction: readonly MatrixMark[];
  /** Claims that the harm is denied, by whom they are denied. */
  readonly denials: readonly MatrixMark[];
};

/**
 * A stretch of the matrix. `whole`: all of it. Else the casebook holds too many claims to look through at once: then harms are shown from a year on,
 * with answers told in the same words or recorded and naming the same; `before` and `after` count the claims of harms beyond it, `undated` those without a date.
 */
export type MatrixStretch = Matrix & {
  readonly whole: boolean;
  readonly years: readonly YearCount[];
  readonly before: number;
  readonly after: number;
  readonly undated: number;
};

export type Matrix = { readonly columns: readonly MatrixColumn[]; readonly rows: readonly MatrixRow[]; readonly asOf: string };

/** Harms to which nothing in this record tells of an answer, oldest first, as of an ISO day. */
export type Gaps = { readonly rows: readonly MatrixRow[]; readonly asOf: string };

/** How many suggestions wait of each sort. A speaker is the one nearest to the words; empty is the document's own voice. */
export type QueueSorts = {
  readonly kinds: readonly { readonly kind: Kind; readonly waits: number }[];
  readonly speakers: readonly { readonly speaker: string; readonly waits: number }[];
  readonly documents: readonly { readonly document: string; readonly title: string; readonly waits: number }[];
};

/** Suggestions that wait, across documents: the first of `total`. `sorts` are of all that wait, whatever was asked for. */
export type Queue = { readonly total: number; readonly claims: readonly ClaimRow[]; readonly sorts: QueueSorts };

/** What has the words that a person looked for: the first of each. */
export type Findings = { readonly documents: readonly DocumentRow[]; readonly claims: readonly ClaimRow[]; readonly entities: readonly EntityRow[] };

/** A passage that was found. `start` and `end` are its place in the document's text, `marks` those of the words in it; all in code points. */
export type PassageFound = {
  readonly document: string;
  readonly documentTitle: string;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly marks: readonly Span[];
};

/** What a search found, the best first. `passageTotal` is how many passages there are; where they are over 10,000, the newest are ranked. */
export type SearchFound = {
  readonly passages: readonly PassageFound[];
  readonly passageTotal: number;
  readonly claims: readonly ClaimRow[];
  readonly entities: readonly EntityRow[];
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
