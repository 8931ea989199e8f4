// The rows of the tables that the log is folded into, and of those that lie beside it. schema.ts makes the tables.
import type { Generated } from 'kysely';

export type Tables = {
  person: { id: string; name: string; entry: string };
  original: {
    id: string;
    sha256: string;
    size: number;
    media_type: string;
    name: string;
    /** The original that it was a file inside of. */
    container: string | null;
    url: string | null;
    method: string | null;
    collected_at: string | null;
    collector: string | null;
    prior_custodian: string | null;
    note: string | null;
    /** Name and version of the program that took it in. */
    tool: string;
    consent: string | null;
    consent_until: string | null;
    sensitivity: string;
    entry: string;
    /** The index of that entry: the order in which originals came. Several that were recorded together have one time. */
    ordinal: number;
    at: string;
  };
  /** Which original is a file inside of which: one can be in several. */
  part: { original: string; container: string };
  /** What was captured from the web: the WARC, and the originals that show it; `body` is the act, as JSON. */
  capture: { original: string; picture: string | null; pdf: string | null; body: string };
  document: {
    id: string;
    original: string;
    text_sha256: string;
    /** SHA-256 of its utterances; null where the text has none. */
    utterances_sha256: string | null;
    reader: string;
    title: string | null;
    author: string | null;
    publisher: string | null;
    published: string | null;
    language: string | null;
    /** The address of the web that it was got from, in the form in which two are compared. */
    address: string | null;
    metadata: string;
    pages: string;
    warnings: string;
    entry: string;
    at: string;
  };
  /** Every text that a document had, as the entry that made it said; the last is the one that stands. */
  reading: {
    entry: string;
    entry_index: number;
    document: string;
    text_sha256: string;
    utterances_sha256: string | null;
    reader: string;
    actor: string;
    at: string;
  };
  /** What pictures, sounds and films say of themselves; `facts` is JSON. */
  described: { original: string; reader: string; facts: string; entry: string };
  unreadable: { original: string; reader: string; code: string; reason: string; hint: string; entry: string; at: string };
  /** What was decided about suggestions and claims, by the index of the entry that says so. The words stay in the log, in the payload of the entry `words_at`. */
  decision: {
    position: number;
    document: string;
    suggestion: string;
    decision: string;
    words_at: number;
    actor: string;
    at: string;
    undone_by: string | null;
    undone_at: string | null;
  };
  /** To be read only: the decisions with what their entries say. */
  review: {
    entry: string;
    entry_index: number;
    document: string;
    suggestion: string;
    decision: string;
    /** SHA-256 of the text that the document had when the words were decided about: what the quotes point into. */
    text_sha256: string;
    words_at: number;
    /** The suggestion as it was decided, and what an amendment made of it; of a person's own claim, its content in both; JSON. */
    body: string;
    content: string | null;
    reason: string | null;
    actor: string;
    at: string;
    undone_by: string | null;
    undone_at: string | null;
  };
  /** To be read only: what stands of each decided suggestion, the last decision that was not undone, whose index `position` is. */
  standing: {
    position: number;
    id: string;
    document: string;
    start: number;
    end: number;
    kind: string;
    status: string;
    /** The words at their place in the text that stands, as JSON, where that is not the place that was decided about. */
    moved: string | null;
    /** 1 where its words have no known place in the text that stands: then its content has those of another. */
    orphan: number;
  };
  /** To be read only: what stands, with what it says. */
  claim: {
    id: string;
    document: string;
    start: number;
    end: number;
    kind: string;
    status: string;
    content: string;
    review: string;
    orphan: number;
  };
  /** What names are written as: each form once, with its telling words, folded. Numbers here are those of this folding: whoever folds again gives others. */
  form: { number: number; label: string; key: string };
  /** Each name as one document uses it: "Raufian" of two documents are two, until a person says that they are one. `form`: the fullest that a claim gives. */
  named: { number: number; id: string; document: string; form: number };
  /** Where a recorded claim has a name: in a role, or among its speakers; and in which form. */
  given: { position: number; part: string; ordinal: number; name: number; form: number };
  /** To be read only: names, each with its fullest form and the telling words of that. */
  name: { id: string; document: string; key: string; label: string };
  /** To be read only: where claims have them, by their ids. */
  naming: { position: number; part: string; ordinal: number; name: string; words: string };
  /** To be read only: the same, by the claim's id. */
  mention: { claim: string; part: string; ordinal: number; name: string; words: string };
  /** What people said of pairs; `body` is the act, as JSON. */
  judgement: {
    entry: string;
    entry_index: number;
    sort: string;
    left: string;
    right: string;
    judgement: string;
    body: string;
    actor: string;
    at: string;
    undone_by: string | null;
    undone_at: string | null;
  };
  /** Lists of names that a user brought; `columns` and `notes` are JSON. What stands on them is kept as a text, not here. */
  list: {
    id: string;
    title: string;
    file: string;
    source: string | null;
    sensitivity: string;
    sha256: string;
    size: number;
    text_sha256: string;
    format: string;
    columns: string;
    entries: number;
    names: number;
    notes: string;
    searched: number;
    entry: string;
    ordinal: number;
    at: string;
    actor: string;
  };
  /** The groups that judgements come to: of every member, the least id of its group. What is joined to nothing is not here. */
  joined: { sort: string; member: string; leader: string };
  /** What people ruled of contradictions; `body` is the act, as JSON. */
  ruling: {
    entry: string;
    entry_index: number;
    contradiction: string;
    body: string;
    actor: string;
    at: string;
    undone_by: string | null;
    undone_at: string | null;
  };
  /** What people say is made of what, by originals; `body` is the act, as JSON. */
  attached: { entry: string; entry_index: number; original: string; target: string; body: string; actor: string; at: string; undone_by: string | null };
  /** How people say that happenings hang together; `body` is the act, as JSON. */
  link: {
    entry: string;
    entry_index: number;
    link: string;
    left: string;
    right: string;
    body: string;
    actor: string;
    at: string;
    undone_by: string | null;
    undone_at: string | null;
  };
  /** What people of the team remarked; `body` is the act, as JSON. */
  remark: {
    entry: string;
    entry_index: number;
    sort: string;
    about: string;
    list: string | null;
    value: string;
    body: string;
    actor: string;
    at: string;
    ended_by: string | null;
    ended_at: string | null;
    ended_how: string | null;
    ended_reason: string | null;
  };
  label_list: { list: string; ordinal: number; label: string; about: string };
  /** Where the words that a review decided about stand in another text than the one that they were picked in. `quote` is JSON; null: nowhere known. */
  anchor: { review: string; text_sha256: string; document: string; claim: string; quote: string | null };
  /** What people last said of how an original or a claim may be used. */
  care: {
    about: string;
    sensitivity: string | null;
    consent: string | null;
    purpose: string | null;
    retention: string | null;
    consent_until: string | null;
    entry: string;
  };
  /** What is shown in the place of a name, as last stated; `also` and `spared` are JSON. */
  pseudonym: { name: string; pseudonym: string; also: string; spared: string; position: number; entry: string };
  /** Originals that a person marked as graphic. */
  marked: { original: string; entry: string };
  /** When the files of an original were last read again. */
  checked: { original: string; at: string };
  /** What was destroyed: what stood there, by id, and why. */
  erased: { about: string; entry: string; at: string; actor: string; reason: string };
  exported: { entry: string; at: string; format: string; digest: string; entries: number; purpose: string | null };
  /** Copies of the whole casebook that were begun. */
  backup: { id: string; entry: string; at: string; entries: number; name: string };
  /** `about` is '*' where it is all that was held then. */
  told: { about: string; position: number; step: string; what: string };
  /** To be read only: the same and the decisions, with who did it and when. */
  history: { entry: string; entry_index: number; at: string; actor: string; step: string; what: string; about: string };
  suggestion: { ordinal: Generated<number>; id: string; document: string; analyser: string; start: number; end: number; kind: string; body: string };
  /** Suggestions about which nobody decided, with what the queue orders and narrows them by. Triggers keep it beside `suggestion` and `claim`. */
  waiting: { id: string; ordinal: number; document: string; start: number; kind: string; speaker: string; confidence: number };
  /**
   * The folded words of claims and suggestions: a full-text index that keeps no text, by `moment.number`. `words`: of the quote, the roles and the
   * speakers; `label`: the id and the kind; `names`: the telling words of each name in it, as one word.
   */
  worded: { rowid: number; words: string; label: string; names: string; worded: Generated<string>; rank: Generated<number> };
  /** The folded words of each passage: a full-text index that keeps no text. Its rowid is the id of the passage's place. */
  passage: { rowid: number; words: string; passage: string; rank: number };
  /** Where each passage stands in the text of its document, in code points; a document without words has one, empty. Kept with the suggestions, no view. */
  passage_place: { id: Generated<number>; document: string; start: number; end: number };
  /**
   * What was written or said in the text that stands, counted from 0: `head` is where it begins, `day` EDTF, `body` the whole of it, as JSON. Kept with the
   * suggestions, no view.
   */
  utterance: { document: string; ordinal: number; head: number; speaker: string | null; day: string | null; body: string };
  /** Each text that is looked at for copies: `number` is the index of the entry that made it, `hashes` its fingerprints. Kept with the suggestions, no view. */
  fingerprinted: { number: number; document: string; publisher: string | null; prints: number; hashes: string };
  /** Which texts, by number, have each fingerprint. */
  fingerprint: { hash: number; number: number };
  /** Documents that share more than a quotation, the one with the lesser id on the left. `passages` is JSON. */
  copy: { left: string; right: string; kind: string; share: number; shorter: string; passages: string };
  /**
   * When a claim or suggestion says that it happened: `day` (Julian day number), `length`, `year` and `month` null where that is not known. `month` is
   * that in which it begins; 0 where it is no more exact than a year, -1 where it is longer. `shape` is the sum of what `SHAPE` says of it. `number` is that of the
   * entry that a claim rests on; below zero, of suggestions, in the order in which they came. Of a claim, where it stands too: see `standing`.
   */
  moment: {
    number: number;
    id: string;
    kind: string;
    status: string;
    year: number | null;
    month: number | null;
    day: number | null;
    length: number | null;
    shape: number;
    document: string | null;
    start: number | null;
    end: number | null;
    moved: string | null;
    orphan: number | null;
  };
  /** How many of those that wait or stand begin when. Triggers keep it beside `moment`. */
  moment_tally: { year: number; month: number; kind: string; status: string; marks: number };
  /** Files that an erasure has yet to destroy: no view, as it is emptied by doing it. */
  doomed: { shelf: string; sha256: string };
  /** Originals that hold files which are not all recorded yet: no view, as it is emptied by doing it. */
  unpacking: { original: string };
  views_version: { version: number };
  /** Suggestions for a text that a decision about an earlier suggestion (or a person's own claim) settles: no view, kept with the suggestions. */
  settled: { suggestion: string; document: string; claim: string };
  /** Which analyser last saw a document. */
  analysis: { document: string; analyser: string };
};
