// A dossier: all that the record has of one person, organization, place or event, in order, each line with its source.
import type { ClaimRow } from './answers.ts';
import type { ContradictionRow } from './contradiction.ts';
import type { EntitySort, NameRow } from './entity.ts';
import type { OriginCount } from './event.ts';
import type { ProceedingRow } from './proceeding.ts';
import type { RemarkRow } from './remark.ts';

/** A document that a dossier cites, by its number in it. */
export type CitedSource = {
  readonly number: number;
  readonly document: string;
  readonly title: string;
  readonly publisher: string | null;
  /** EDTF. */
  readonly published: string | null;
  readonly url: string | null;
};

/** A claim beside what it is held against; `why` says how it speaks against it. */
export type SpeaksAgainst = { readonly claim: ClaimRow; readonly source: number; readonly why: string };

/** `as` are the roles in which the subject is named in it, `saidBy` for a speaker; empty of an event. `more` speak against it and are not given. */
export type DossierLine = {
  readonly claim: ClaimRow;
  readonly source: number;
  readonly as: readonly string[];
  readonly against: readonly SpeaksAgainst[];
  readonly more: number;
};

/** Of recorded claims alone. Without a clock, that clock narrows nothing. */
export type Dossier = {
  /** `n_…` or `ev_…`. */
  readonly id: string;
  readonly label: string;
  readonly sort: EntitySort | 'event';
  /** ISO day as of which this is what the record has. */
  readonly asOf: string;
  readonly clocks: { readonly at: string | null; readonly saidBy: string | null; readonly knownBy: string | null };
  /**
   * Of how many of its claims the lines, their sources, origins and contradictions are, in order of time: `shown` of `all`, after the `before` first. Its names and
   * proceedings are of all.
   */
  readonly claims: { readonly before: number; readonly shown: number; readonly all: number };
  readonly names: readonly NameRow[];
  /** What is told of it, in order of when it happened; then what has no date that is known. */
  readonly dated: readonly DossierLine[];
  readonly undated: readonly DossierLine[];
  /** What it is quoted as saying of others. */
  readonly said: readonly DossierLine[];
  /** Those in which it is the accused. */
  readonly proceedings: readonly ProceedingRow[];
  readonly contradictions: readonly ContradictionRow[];
  /** Of those claims. */
  readonly origins: OriginCount;
  readonly sources: readonly CitedSource[];
  /** What people noted of it. */
  readonly remarks: readonly RemarkRow[];
};
