// Events: what one or more claims say happened, what each gives for it, and how many origins stand behind it.
import type { ClaimRow } from './answers.ts';
import type { JudgementRow } from './entity.ts';
import type { Figures } from './figures.ts';
import type { EventLink } from './link.ts';
import type { Kind, Role } from './vocabulary.ts';

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

/** How two values of one attribute stand to each other. `refines`: the one says more precisely what the other says. */
export const AGREEMENTS = ['agrees', 'refines', 'contradicts', 'differs'] as const;
export type Agreement = (typeof AGREEMENTS)[number];

/** One value of an attribute, with the claims that give it, and how it stands to the value that most claims give (the first). */
export type AttributeValue = { readonly value: string; readonly claims: readonly string[]; readonly agreement: Agreement };

/** What the claims of an event give for one attribute, side by side; the value that most give comes first. */
export type Attribute = { readonly name: 'time' | 'stance' | Role; readonly values: readonly AttributeValue[] };

/** The same, each value with how many origins its claims come to. */
export type AttributeWeighed = Omit<Attribute, 'values'> & { readonly values: readonly (AttributeValue & { readonly origins: number })[] };

/** A claim that speaks against an event; `why` says how. */
export type Against = { readonly claim: ClaimRow; readonly why: string };

/** Attributes, origins and figures are of its recorded claims alone. */
export type EventView = EventRow & {
  readonly attributes: readonly AttributeWeighed[];
  readonly origins: OriginCount;
  readonly figures: readonly Figures[];
  /** What people say that it is a part of, led to, or came of. */
  readonly links: readonly EventLink[];
  /** What denies it, or clears those whom it accuses; suggestions among it. */
  readonly against: readonly Against[];
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

/** An event in a list, with where it is known from. */
export type EventOrigins = Pick<EventRow, 'id' | 'kind' | 'label'> & OriginCount;

/**
 * The origins of `claims`, which are the newest of the `total` recorded claims of one thing, or all of them; and what people judged of the documents
 * that these stand in: one source, or independent.
 */
export type OriginsAbout = {
  readonly origins: OriginCount;
  readonly claims: readonly ClaimRow[];
  readonly total: number;
  readonly judgements: readonly JudgementRow[];
};
