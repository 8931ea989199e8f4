// How far a proceeding has come, by what its claims assert; and how that is said. "Charged" is never said without "not
// convicted"; nor is a conviction that was upheld, quashed or followed by a release said without that.
import { dateWords } from '../base/date-words.ts';
import { readEdtf, widened, type Stretch } from '../base/edtf.ts';
import type { LegalStep, Stage, StepRow } from '../model/proceeding.ts';
import { chargeWords, isPartly } from './ladder.ts';

const BEFORE_JUDGMENT: readonly LegalStep[] = ['complaint', 'investigation', 'closed', 'warrant', 'sought', 'arrest', 'extradition', 'charge', 'trial'];
/** An appeal, a new trial, a judgment set aside: after what was final, it is not. */
const REOPENING: readonly LegalStep[] = ['appeal', 'retrial', 'quashed', 'overturned', 'trial'];
const SETTING_ASIDE: readonly LegalStep[] = ['quashed', 'retrial'];
const OUTCOMES: readonly LegalStep[] = ['release', 'bail', 'pardoned', 'amnestied', 'paroled', 'exchange', 'died', 'executed'];
/** After one of these, whoever was released before is not known to be free. */
const TAKING: readonly LegalStep[] = ['arrest', 'extradition', 'conviction', 'sentence'];
const EXITS: readonly LegalStep[] = ['closed', 'refused', 'suspended', 'dropped', 'unfit', 'immunity', 'noJurisdiction'];
/** After one of these, what had ended or rested goes on. */
const GOING_ON: readonly LegalStep[] = ['arrest', 'extradition', 'charge', 'trial', 'retrial', 'conviction', 'acquittal', 'sentence'];

/** Of steps in order. A step that is alleged, denied, demanded or to come was not taken, and counts for nothing here. */
export function stageOf(steps: readonly StepRow[]): Stage {
  const taken = steps.filter(({ claim }) => claim.modality === 'asserted');
  const reached = taken.filter(({ step }) => BEFORE_JUDGMENT.includes(step)).toSorted((a, b) => b.rung - a.rung)[0];
  const ruling = rulingOf(taken.filter((step) => !isOnOneCount(step, taken)));
  const after = taken.filter((step) => !ruling.judgments.some((judgment) => isLater(judgment, step)));
  const decided = latest(after.filter(({ step }) => ['upheld', 'varied', 'retrial'].includes(step)));
  return {
    reached: reached?.step ?? null,
    judged: ruling.judged,
    partly: taken.some((step) => isOnOneCount(step, taken)),
    sentenced: taken.some((step) => step.step === 'sentence' && !isFollowed(step, taken, SETTING_ASIDE)),
    appeal: decided ? (decided.step as 'upheld' | 'varied' | 'retrial') : after.some(({ step }) => step === 'appeal') ? 'lodged' : null,
    final: isFinal(taken),
    absentia: isInAbsentia(taken, ruling),
    exit: lastOf(
      taken.filter((step) => !isPartly(step.claim)),
      EXITS.filter((step) => step !== reached?.step),
      GOING_ON,
    ),
    outcome: lastOf(taken, OUTCOMES, TAKING),
  };
} // prettier-ignore

/** The latest of some steps that none of others follows for certain, with its date. */
function lastOf(taken: readonly StepRow[], wanted: readonly LegalStep[], ending: readonly LegalStep[]): Stage['outcome'] {
  const found = latest(taken.filter((step) => wanted.includes(step.step) && !isFollowed(step, taken, ending)));
  return found ? { step: found.step, on: found.claim.time?.edtf ?? null } : null;
}

const isFollowed = (step: StepRow, taken: readonly StepRow[], by: readonly LegalStep[]): boolean =>
  taken.some((other) => by.includes(other.step) && isLater(other, step));

/** Whether every day that the one may be of is after every day that the other may be of. */
function isLater(a: StepRow, b: StepRow): boolean {
  const [x, y] = [spanOf(a), spanOf(b)];
  return x !== null && y !== null && x.first > y.last;
}

/** What is final stays so until a step of a later day opens it again. */
const isFinal = (taken: readonly StepRow[]): boolean => taken.some((step) => step.step === 'final' && !isFollowed(step, taken, REOPENING));

/** Of the judgment that rules; before there is one, of any step. A judgment of a later day that is not said to be in absentia is not. */
function isInAbsentia(taken: readonly StepRow[], { judged, judgments }: Ruling): boolean {
  const of = judged === null || judged === 'contested' ? taken : judgments;
  return of.some((step) => step.absentia && !of.some((other) => !other.absentia && JUDGMENTS[other.step] !== undefined && isLater(other, step)));
}

/**
 * Whether a step clears of one charge alone: by its words, or because a conviction is about charges that share no word with those it is about. It
 * overturns nothing else.
 */
function isOnOneCount({ step, claim }: StepRow, taken: readonly StepRow[]): boolean {
  if (step !== 'acquittal' && step !== 'quashed') return false;
  const own = chargeWords(claim);
  const convicted = taken
    .filter((each) => each.step === 'conviction')
    .map((each) => chargeWords(each.claim))
    .filter((words) => words.length > 0);
  const isOther = own.length > 0 && convicted.length > 0 && convicted.every((words) => !words.some((word) => own.includes(word)));
  return isPartly(claim) || isOther;
}

const JUDGMENTS: Readonly<Partial<Record<LegalStep, 'convicted' | 'acquitted' | 'quashed' | 'overturned'>>> = {
  conviction: 'convicted',
  acquittal: 'acquitted',
  quashed: 'quashed',
  overturned: 'overturned',
};

/** What judgment a step is; null where it is none. */
export const judgmentOf = (step: LegalStep): string | null => JUDGMENTS[step] ?? null;

/** The judgments that rule, and what they come to. */
type Ruling = { readonly judged: Stage['judged']; readonly judgments: readonly StepRow[] };

/**
 * The later judgment rules over the earlier, and one on appeal over that which it is about, unless that is of a later day; where claims say two and
 * do not tell which rules, it is contested.
 */
function rulingOf(taken: readonly StepRow[]): Ruling {
  const judgments = taken.filter(({ step }) => JUDGMENTS[step] !== undefined);
  const isOver = (one: StepRow, other: StepRow): boolean =>
    JUDGMENTS[one.step] === JUDGMENTS[other.step] || isLater(one, other) || (one.rung > other.rung && !isLater(other, one));
  const first = judgments.find((one) => judgments.every((other) => isOver(one, other)));
  if (!first) return { judged: judgments.length > 0 ? 'contested' : null, judgments };
  return { judged: JUDGMENTS[first.step] ?? null, judgments: judgments.filter(({ step }) => JUDGMENTS[step] === JUDGMENTS[first.step]) };
}

const spanOf = ({ claim }: StepRow): Stretch | null => {
  const time = claim.time?.edtf ? readEdtf(claim.time.edtf) : null;
  return time && widened(time);
};

/** The one that is dated latest; without a date, the last given. */
const latest = (steps: readonly StepRow[]): StepRow | undefined => steps.toSorted((a, b) => (spanOf(a)?.first ?? 0) - (spanOf(b)?.first ?? 0)).at(-1);

const REACHED: Readonly<Partial<Record<LegalStep, string>>> = {
  complaint: 'complaint filed',
  investigation: 'under investigation',
  closed: 'investigation closed',
  sought: 'extradition sought',
  warrant: 'warrant issued',
  arrest: 'arrested',
  extradition: 'extradited',
  charge: 'charged',
  trial: 'on trial',
};
const OUTCOME: Readonly<Partial<Record<LegalStep, string>>> = {
  release: 'released',
  bail: 'released on bail',
  exchange: 'exchanged',
};
const EXIT: Readonly<Partial<Record<LegalStep, string>>> = {
  closed: 'investigation closed',
  refused: 'extradition refused',
  suspended: 'suspended',
  dropped: 'charges dropped',
  unfit: 'found unfit for trial',
  immunity: 'held to be immune',
  noJurisdiction: 'the court held that it has no jurisdiction',
};
const APPEAL = { lodged: 'appeal lodged', upheld: 'upheld on appeal', varied: 'sentence changed on appeal', retrial: 'retrial ordered' } as const;
const JUDGED = {
  convicted: 'convicted',
  acquitted: 'acquitted',
  quashed: 'conviction quashed',
  overturned: 'acquittal quashed, not convicted',
  contested: 'convicted by some claims, acquitted by others',
} as const;

/** In English. What no claim says is not said, but for "not convicted", which is never left out before a judgment. */
export function stageLabel({ reached, judged, partly, sentenced, appeal, final, absentia, exit, outcome }: Stage): string {
  const before = judged === null && !sentenced;
  const head = judged ? JUDGED[judged] : sentenced ? 'sentenced' : reached ? `${REACHED[reached] ?? reached}, not convicted` : 'not convicted';
  const parts = [
    head + (absentia ? ' (in absentia)' : ''),
    ...(partly && judged !== 'acquitted' ? ['acquitted on one count'] : []),
    ...(judged === 'convicted' && sentenced ? ['sentenced'] : []),
    ...(appeal && !before ? [APPEAL[appeal]] : []),
    ...(final && !before ? ['final'] : []),
  ];
  const ends = [...(exit ? [dated(EXIT, exit)] : []), ...(outcome ? [dated(OUTCOME, outcome)] : [])];
  return [parts.join(', '), ...ends].join('; ');
}

const dated = (words: typeof OUTCOME, { step, on }: NonNullable<Stage['outcome']>): string => `${words[step] ?? step}${on ? ` ${dateWords(on)}` : ''}`;
