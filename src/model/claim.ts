// Claims: the only way a fact enters the record. One thing that a document says, tied to the exact words that say it.
import { readEdtf } from '../base/edtf.ts';
import { count, fraction, list, mapOf, object, oneOf, orNull, refuse, string, type Shape } from '../base/shape.ts';
import { CodePoints, type Span } from '../base/span.ts';
import { KINDS, MODALITIES, ROLES, type Kind, type Modality, type Role } from './vocabulary.ts';

/** The words themselves, as the document's text has them: text[start:end], in code points, equals `exact`. */
export type Quote = Span & { readonly exact: string };

/** When it happened (not when it was said). `edtf` is null where the expression cannot be resolved. */
export type ClaimTime = { readonly text: string; readonly edtf: string | null };

export type Roles = Readonly<Partial<Record<Role, readonly string[]>>>;

/** What a claim says, whoever proposed or recorded it. */
export type ClaimContent = {
  readonly quote: Quote;
  readonly kind: Kind;
  /** Names and noun phrases in the document's words, short forms resolved to the fullest name that it gives. */
  readonly roles: Roles;
  readonly time: ClaimTime | null;
  readonly modality: Modality;
  /** Speakers inside the document, nearest to the words last; empty where its author says it in their own voice. */
  readonly saidBy: readonly string[];
};

/**
 * Where the parts of a suggestion stand whose words moved to another text: what was inside of the words moved along, and of the
 * rest nothing is known. The words are the same in both; other words have no evidence.
 */
export function evidenceAt(evidence: readonly Evidence[], from: Quote, to: Quote): readonly Evidence[] {
  const by = to.start - from.start;
  if (from.exact !== to.exact) return [];
  return evidence.filter(({ start, end }) => start >= from.start && end <= from.end).map((each) => ({ ...each, start: each.start + by, end: each.end + by }));
}

/** Where in the text a part of a suggestion was read from. */
export type Evidence = Span & { readonly part: 'trigger' | 'time' | 'saidBy' | Role };

/** What the analysis proposes. It is no claim: it stays out of every count and export until a person accepts it. */
export type Suggestion = ClaimContent & {
  readonly id: string;
  /** Name and version of the rule, as `charge.unsealed@1`. */
  readonly rule: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
};

/** A suggestion before it has an id: what the language room proposes. */
export type Proposal = Omit<Suggestion, 'id'>;

/** What a suggestion says, without how it came about. */
export function contentOf({ quote, kind, roles, time, modality, saidBy }: ClaimContent): ClaimContent {
  return { quote, kind, roles, time, modality, saidBy };
}

const quote = object({ exact: string, start: count, end: count });

export const parseQuote: Shape<Quote> = (value, path = 'quote') => {
  const parsed = quote(value, path);
  const { length } = new CodePoints(parsed.exact);
  return length > 0 && parsed.end - parsed.start === length ? parsed : refuse(path, 'words with the offsets of their start and end in code points');
};

const writtenTime = object({ text: string, edtf: orNull(string) });

const time: Shape<ClaimTime> = (value, path = 'time') => {
  const parsed = writtenTime(value, path);
  return parsed.edtf === null || readEdtf(parsed.edtf) ? parsed : refuse(`${path}.edtf`, 'a date in EDTF, as 2022-08-10 or 1988~');
};

const content = {
  quote: parseQuote,
  kind: oneOf(KINDS),
  roles: mapOf(ROLES, list(string)),
  time: orNull(time),
  modality: oneOf(MODALITIES),
  saidBy: list(string),
};

export const parseClaimContent: Shape<ClaimContent> = object(content);

export const parseSuggestion: Shape<Suggestion> = object({
  ...content,
  id: string,
  rule: string,
  confidence: fraction,
  evidence: list(object({ part: oneOf(['trigger', 'time', 'saidBy', ...ROLES]), start: count, end: count })),
});
