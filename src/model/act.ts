// Acts: what the log's entries say was done. One payload a kind; the payload, not the envelope, holds the particulars.
import { Fault } from '../base/fault.ts';
import { boolean, count, list, matching, object, oneOf, orNull, string, type Of, type Shape } from '../base/shape.ts';
import { parsePageCaptured } from './capture.ts';
import { parseAttached, parseDetached } from './attachment.ts';
import { parseClaimContent, parseQuote, parseSuggestion } from './claim.ts';
import { METADATA_FIELDS, parseCollection, parseMetadata, parsePage, parseUnreadable, parseWarnings, SENSITIVITIES } from './document.ts';
import { parseMediaFact } from './media.ts';
import { LIST_FORMATS, parseListColumn, parseListNote } from './name-list.ts';
import { parseContradictionRuled, parsePairJudged } from './judgement.ts';
import { parseNameAsked, parsePseudonymStated } from './pseudonym.ts';
import { parseHappeningsLinked } from './link.ts';
import { parseLabelsListed, parseRemark, parseRemarkEnded } from './remark.ts';

const digest = matching(/^[0-9a-f]{64}$/, 'a SHA-256 in hexadecimal');

export const DECISIONS = ['accept', 'amend', 'reject'] as const;
export type Decision = (typeof DECISIONS)[number];

const acts = {
  'casebook.opened': object({ name: string, format: count, program: string }),
  /** A person of the casebook. Envelopes name actors by `person` alone, so no name stands in them. */
  'person.introduced': object({ person: string, name: string }),
  /** The bytes are kept under `sha256` as they came. `tool` is the program and version that took them in. */
  'original.preserved': object({
    original: string, sha256: digest, size: count, mediaType: string, collection: parseCollection, tool: string,
  }), // prettier-ignore
  /**
   * `original` is the id of what was read; `text` the SHA-256 of the text in UTF-8, `length` its code points. Of a document that was read
   * before, this text stands from here on; the one before is kept. `utterances` is the SHA-256 of its utterances, kept beside the text; null
   * where there are none.
   */
  'document.read': object({
    document: string, original: string, text: digest, length: count, reader: string, pages: list(parsePage), metadata: parseMetadata,
    warnings: parseWarnings, utterances: orNull(digest),
  }), // prettier-ignore
  /**
   * Where the words that the entry `review` decided about stand in another text of the document than the one that they were picked
   * in; null: nowhere that is known. `rule` is name and version of what found the place; null where a person did.
   */
  'anchor.moved': object({
    document: string, claim: string, review: string, text: digest, quote: orNull(parseQuote), rule: orNull(string), reason: orNull(string),
  }), // prettier-ignore
  /** Bytes that were held already as `original` came again, as the file `name` inside of `container`. */
  'original.contained': object({ original: string, container: string, name: string }),
  /** A page of the web was captured because the person asked for it; its files are preserved with this entry. */
  'page.captured': parsePageCaptured,
  /** The person opened a document that is restricted or hidden; told once a person and day. */
  'original.opened': object({ original: string }),
  'original.uncovered': object({ original: string }),
  /** What a picture, sound or film says of itself, by a reader of that; what was found before counts no more. */
  'original.described': object({ original: string, reader: string, facts: list(parseMediaFact) }),
  'document.unreadable': object({ original: string, reader: string, problem: parseUnreadable }),
  /** The whole suggestion that was decided; `content` is what an amendment made of it, else null. */
  'suggestion.reviewed': object({
    document: string, suggestion: parseSuggestion, decision: oneOf(DECISIONS), content: orNull(parseClaimContent), reason: orNull(string),
  }), // prettier-ignore
  /** Takes back the review, or the record, amendment or withdrawal of a person's own claim, that the entry `review` holds. */
  'review.undone': object({ document: string, review: string, suggestion: string, reason: orNull(string) }),
  /** A person's own claim, in words of the document that they picked. */
  'claim.recorded': object({ document: string, claim: string, content: parseClaimContent }),
  /** What a person made of a claim of their own, or of a colleague's, later: all of its content as it stands from now on. */
  'claim.amended': object({ document: string, claim: string, content: parseClaimContent, reason: string }),
  /** A person's own claim stands no more; that it stood stays in the log. */
  'claim.withdrawn': object({ document: string, claim: string, reason: string }),
  /** Two names, happenings or sources are one or two, by a person who saw the evidence. */
  'pair.judged': parsePairJudged,
  /** What a person rules of a contradiction. */
  'contradiction.ruled': parseContradictionRuled,
  /** Two happenings hang together, by a person who says why. */
  'happenings.linked': parseHappeningsLinked,
  /** A document is a transcript, translation or description of an original, by a person who says who made it. */
  'document.attached': parseAttached,
  'document.detached': parseDetached,
  /** Takes back the judgement, ruling or link that the entry holds; the documents are those of its sides. */
  'judgement.undone': object({ judgement: string, documents: list(string), reason: orNull(string) }),
  /** What a person of the team remarks on a thing in the record. */
  'remark.made': parseRemark,
  /** The remark that the entry `remark` holds stands no more. */
  'remark.ended': parseRemarkEnded,
  'labels.listed': parseLabelsListed,
  /**
   * A list of names was brought, to hold the record's names against: its file is kept under `sha256` as it came, its entries as JSON lines under
   * `text`. `source` is where it comes from, as the person said it; `columns` what each was taken for, `notes` what was left out.
   */
  'list.added': object({
    list: string, title: string, file: string, source: orNull(string), sensitivity: oneOf(SENSITIVITIES), sha256: digest, size: count, text: digest,
    reader: string, format: oneOf(LIST_FORMATS), columns: list(parseListColumn), entries: count, names: count, notes: list(parseListNote),
  }), // prettier-ignore
  /** The list is no longer searched, or is again (`searched`); its file, and what was judged by it, stay. */
  'list.set': object({ list: string, searched: boolean, reason: orNull(string) }),
  /** What a person says of how something may be used; null leaves it as it was. `about` is an original, document, claim, name or list. */
  'care.stated': object({
    about: string, sensitivity: orNull(oneOf(SENSITIVITIES)), consent: orNull(string), consentUntil: orNull(string), purpose: orNull(string), retention: orNull(string), reason: string,
  }), // prettier-ignore
  'pseudonym.stated': parsePseudonymStated,
  'name.asked': parseNameAsked,
  /** A person says that a picture, film or scan shows what nobody is to see unasked; or that it does not. */
  'original.marked': object({ original: string, graphic: boolean, reason: string }),
  /** Files and payloads were read again; `originals` are those of a sample, empty where it was all of them. */
  'integrity.checked': object({ sample: boolean, originals: list(string), wrong: list(string) }),
  /** The payloads of `entries` are destroyed with this entry; `about` is what they told of. No name belongs in the reason. */
  'payload.erased': object({ entries: list(string), about: list(string), reason: string }),
  /** From here on `to` signs the log, in the place of `from` (both as vkeys); `lost`: without `from`, which was gone. No name belongs in the reason. */
  'key.rotated': object({ from: string, to: string, lost: boolean, reason: string }),
  /**
   * A copy of the whole casebook is being made, under the file name `name`. It is said before the copying, so that no copy is
   * ever there that the log does not know of. The copy itself holds this entry, and nothing is appended when it is finished: a
   * checkpoint that is handed out before anything else is recorded is of what the copy holds too.
   */
  'backup.begun': object({ backup: string, name: string }),
  /**
   * A copy of a document was made in which so many passages are replaced by a mark. `digest` is that of the copy; `kept` what it says of the document
   * beside its text. Nothing of what was taken out stands here, nor belongs in the reason.
   */
  'redaction.made': object({ document: string, passages: count, digest, kept: list(oneOf(METADATA_FIELDS)), reason: string }),
  /** So many code points of a document's text go to a model that a person named, at an address that they gave. */
  'document.sent': object({ document: string, to: string, model: string, characters: count }),
  /** A file for others was made. `digest` stands for all of it; `originals` went in, by id; `withheld` is how many did not. */
  'export.made': object({ format: string, digest, entries: count, originals: list(string), withheld: count, purpose: orNull(string) }),
} as const;

export type ActKind = keyof typeof acts;
export const ACT_KINDS = Object.keys(acts) as readonly ActKind[];

export const isActKind = (kind: string): kind is ActKind => ACT_KINDS.some((each) => each === kind);

/** An act: its kind and payload. */
export type Act = { readonly [K in ActKind]: { readonly kind: K; readonly payload: Of<(typeof acts)[K]> } }[ActKind];
export type ActOf<K extends ActKind> = Extract<Act, { kind: K }>;

/** The digests of what reading made of an original: its text, and its utterances where there are any. Both are kept as texts. */
export const textsOf = ({ text, utterances }: Pick<ActOf<'document.read'>['payload'], 'text' | 'utterances'>): readonly string[] =>
  utterances === null ? [text] : [text, utterances];

/** Parse a payload by its kind. Throws a Fault 'casebook-newer' for a kind that this version does not know. */
export function parseAct(kind: string, payload: unknown): Act {
  const known = ACT_KINDS.find((each) => each === kind);
  if (!known)
    throw new Fault(
      'casebook-newer',
      `the log holds an entry of the kind "${kind}"`,
      'It was written by a newer onrecord. Update onrecord, and open it again.',
    );
  const parse = acts[known] as Shape<unknown>;
  return { kind: known, payload: parse(payload, kind) } as Act;
}
