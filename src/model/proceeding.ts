// Proceedings: what claims say the law did about one accused in one jurisdiction.
import type { ClaimRow } from './answers.ts';

/** Steps of the law: a claim's kind, or where its words say more, what they say. */
export const LEGAL_STEPS = [
  'complaint', 'investigation', 'closed', 'sought', 'refused', 'warrant', 'arrest', 'extradition', 'charge', 'trial', 'suspended', 'dropped', 'unfit',
  'immunity', 'noJurisdiction', 'conviction', 'acquittal', 'sentence', 'appeal', 'upheld', 'varied', 'quashed', 'overturned', 'retrial', 'final', 'release',
  'bail', 'pardoned', 'amnestied', 'paroled', 'exchange', 'died', 'executed',
] as const; // prettier-ignore
export type LegalStep = (typeof LEGAL_STEPS)[number];

/** One claim of a step. `accused` is the name that it gives for whom it is about; `rung` orders steps that have no date; `how` is the source's stance: only what is asserted is a step taken. */
export type StepRow = { readonly step: LegalStep; readonly rung: number; readonly absentia: boolean; readonly accused: string; readonly claim: ClaimRow };

/**
 * How far a proceeding has come by its claims, in parts that are said together and never shortened. `judged` is `contested` where claims say
 * both and neither is later, `quashed` of a conviction and `overturned` of an acquittal. Nothing of it is inferred from another part.
 */
export type Stage = {
  /** The furthest step short of a judgment; null where no claim says one. */
  readonly reached: LegalStep | null;
  readonly judged: 'convicted' | 'acquitted' | 'quashed' | 'overturned' | 'contested' | null;
  /** Some claim clears of one charge among others; it overturns no conviction of the rest. */
  readonly partly: boolean;
  readonly sentenced: boolean;
  readonly appeal: 'lodged' | 'upheld' | 'varied' | 'retrial' | null;
  readonly final: boolean;
  readonly absentia: boolean;
  /** How it ended or rests without a judgment: charges dropped, no jurisdiction, unfit for trial; with the date that its claim gives, EDTF. */
  readonly exit: { readonly step: LegalStep; readonly on: string | null } | null;
  /** What came of it: released, exchanged, died; with the date that its claim gives, EDTF. A conviction stands all the same. */
  readonly outcome: { readonly step: LegalStep; readonly on: string | null } | null;
};

/**
 * What claims give of a proceeding: the court; the number of its file, or ECLI; the basis on which the court may judge, in the claim's words; what the
 * accused is charged with; where it is said to have been committed (ISO 3166-1).
 */
export const PARTICULARS = ['court', 'docket', 'basis', 'charge', 'committed in'] as const;
export type ParticularSort = (typeof PARTICULARS)[number];

/** A value with the ids of the claims that give it. */
export type Particular = { readonly what: ParticularSort; readonly value: string; readonly claims: readonly string[] };

/** As much of a proceeding as a page shows at once: one may have thousands of steps. */
export type ProceedingStretch = Omit<ProceedingRow, 'particulars'> & {
  /** Each with the first of the claims that give it; `more` how many others do. */
  readonly particulars: readonly (Omit<Particular, 'claims'> & { readonly claims: readonly ClaimRow[]; readonly more: number })[];
  /** How many of its steps stand before and after those that are given. */
  readonly before: number;
  readonly after: number;
  /** How many of its steps nobody has reviewed; some may stand before or after. */
  readonly suggested: number;
  /** How many are left out. */
  readonly more: { readonly particulars: number; readonly alleged: number; readonly alike: number };
};

/** One accused, one jurisdiction, the steps of the law. Claims of several documents are of one accused only where people judged the names to be one. */
export type ProceedingRow = {
  /**
   * `pr_` and the rest of the id of its first claim, and where that accuses several, a mark of whom it is of; with the same of any other of its claims it
   * is found too.
   */
  readonly id: string;
  readonly accused: string;
  /** The country of prosecution, ISO 3166-1, or null where no claim names a country. */
  readonly jurisdiction: string | null;
  readonly stage: Stage;
  /** The stage in English words, never shortened: "charged, not convicted". */
  readonly label: string;
  /** The same in words, where some steps fit a clock only possibly, and with them it would be another; else null. */
  readonly possibly: { readonly stage: Stage; readonly label: string } | null;
  readonly particulars: readonly Particular[];
  /** Claims of harm that name the accused as who did it: what is said of them, apart from what they are charged with. */
  readonly alleged: readonly ClaimRow[];
  /** By date, then by rung. */
  readonly steps: readonly StepRow[];
  /** Why steps that name no country are held to be of it. */
  readonly why: readonly string[];
  /** Proceedings against others whose names are alike: nobody has judged yet whether they are the same. */
  readonly alike: readonly { readonly id: string; readonly accused: string; readonly label: string }[];
};
