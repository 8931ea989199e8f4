// How far a proceeding has come, by what its claims assert; and how that is said. "Charged" is never said without "not
// convicted"; nor is a conviction that was upheld, quashed or followed by a release said without that.
import { dateWords } from '../base/date-words.ts';
import { readEdtf, widened } from '../base/edtf.ts';
import { foldedWords } from '../base/fold.ts';
import type { LegalStep, Stage, StepRow } from '../model/proceeding.ts';
import { isPartly } from './ladder.ts';

const BEFORE_JUDGMENT: readonly LegalStep[] = ['complaint', 'investigation', 'closed', 'warrant', 'sought', 'arrest', 'extradition', 'charge', 'trial'];
/** An appeal, a new trial, a judgment set aside: after what was final, it is not. */
const REOPENING: readonly LegalStep[] = ['appeal', 'retrial', 'quashed', 'trial'];
const OUTCOMES: readonly LegalStep[] = ['release', 'pardoned', 'paroled', 'exchange'];

/** Of steps in order. A step that is alleged, denied, demanded or to come was not taken, and counts for nothing here. */
export function stageOf(steps: readonly StepRow[]): Stage {
  const taken = steps.filter(({ claim }) => claim.modality === 'asserted');
  const last = (wanted: readonly LegalStep[]): StepRow | undefined => latest(taken.filter(({ step }) => wanted.includes(step)));
  const reached = taken.filter(({ step }) => BEFORE_JUDGMENT.includes(step)).toSorted((a, b) => b.rung - a.rung)[0];
  const outcome = last(OUTCOMES);
  const decided = last(['upheld', 'varied', 'retrial']);
  return {
    reached: reached?.step ?? null,
    judged: judgedBy(taken.filter((step) => !isOnOneCount(step, taken))),
    partly: taken.some((step) => isOnOneCount(step, taken)),
    sentenced: taken.some(({ step }) => step === 'sentence'),
    appeal: decided ? (decided.step as 'upheld' | 'varied' | 'retrial') : taken.some(({ step }) => step === 'appeal') ? 'lodged' : null,
    final: isFinal(taken),
    absentia: taken.some(({ absentia }) => absentia),
    outcome: outcome ? { step: outcome.step, on: outcome.claim.time?.edtf ?? null } : null,
  };
}

/** What is final stays so until a step of a later day opens it again. */
function isFinal(taken: readonly StepRow[]): boolean {
  const ends = taken.filter(({ step }) => step === 'final').map(spanOf);
  const opens = taken.filter(({ step }) => REOPENING.includes(step)).map(spanOf);
  return ends.some((end) => opens.every((open) => !(open && end && open.first > end.last)));
}

/**
 * Whether a step clears of one charge alone: by its words, or because a conviction is about charges that share no word with those it is about. It
 * overturns nothing else.
 */
function isOnOneCount({ step, claim }: StepRow, taken: readonly StepRow[]): boolean {
  if (step !== 'acquittal' && step !== 'quashed') return false;
  const charges = ({ roles }: StepRow['claim']): readonly string[] => (roles.about ?? []).flatMap(foldedWords);
  const convicted = taken.filter((each) => each.step === 'conviction' && charges(each.claim).length > 0);
  const isOther =
    charges(claim).length > 0 && convicted.length > 0 && convicted.every((each) => !charges(each.claim).some((word) => charges(claim).includes(word)));
  return isPartly(claim) || isOther;
}

const JUDGMENTS: Readonly<Partial<Record<LegalStep, 'convicted' | 'acquitted' | 'quashed'>>> = {
  conviction: 'convicted',
  acquittal: 'acquitted',
  quashed: 'quashed',
};

/** The later judgment rules over the earlier; where claims say two and do not tell which is later, it is contested. */
function judgedBy(taken: readonly StepRow[]): Stage['judged'] {
  const judgments = taken.filter(({ step }) => JUDGMENTS[step] !== undefined);
  const kinds = new Set(judgments.map(({ step }) => JUDGMENTS[step]));
  if (kinds.size < 2) return [...kinds][0] ?? null;
  const days = judgments.map((each) => ({ judged: JUDGMENTS[each.step], span: spanOf(each) }));
  const ruling = days.filter(({ judged, span }) => days.every((other) => other.judged === judged || (span && other.span && span.first > other.span.last)));
  return ruling[0]?.judged ?? 'contested';
}

const spanOf = ({ claim }: StepRow) => {
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
const OUTCOME: Readonly<Partial<Record<LegalStep, string>>> = { release: 'released', pardoned: 'pardoned', paroled: 'paroled', exchange: 'exchanged' };
const APPEAL = { lodged: 'appeal lodged', upheld: 'upheld on appeal', varied: 'sentence changed on appeal', retrial: 'retrial ordered' } as const;
const JUDGED = {
  convicted: 'convicted',
  acquitted: 'acquitted',
  quashed: 'conviction quashed',
  contested: 'convicted by some claims, acquitted by others',
} as const;

/** In English. What no claim says is not said, but for "not convicted", which is never left out before a judgment. */
export function stageLabel({ reached, judged, partly, sentenced, appeal, final, absentia, outcome }: Stage): string {
  const before = judged === null && !sentenced;
  const head = judged ? JUDGED[judged] : sentenced ? 'sentenced' : reached ? `${REACHED[reached] ?? reached}, not convicted` : 'not convicted';
  const parts = [
    head + (absentia ? ' (in absentia)' : ''),
    ...(partly && judged !== 'acquitted' ? ['acquitted on one count'] : []),
    ...(judged === 'convicted' && sentenced ? ['sentenced'] : []),
    ...(appeal && !before ? [APPEAL[appeal]] : []),
    ...(final && !before ? ['final'] : []),
  ];
  const end = outcome ? `; ${OUTCOME[outcome.step] ?? outcome.step}${outcome.on ? ` ${dateWords(outcome.on)}` : ''}` : '';
  return parts.join(', ') + end;
}
