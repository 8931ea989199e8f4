// How far a proceeding has come, in words; as the program says it in English (src/record/stage.ts), in the interface's language.
import type { LegalStep, ProceedingRow, Stage } from '../../../src/model/proceeding.ts';
import { inBothCalendars, inOrder } from '../data/dates.ts';
import type { Phrase, Tongue } from '../data/tongue.tsx';

const REACHED: Readonly<Partial<Record<LegalStep, Phrase>>> = {
  complaint: 'stage.reached.complaint', investigation: 'stage.reached.investigation', closed: 'stage.reached.closed', sought: 'stage.reached.sought',
  warrant: 'stage.reached.warrant', arrest: 'stage.reached.arrest', extradition: 'stage.reached.extradition', charge: 'stage.reached.charge',
  trial: 'stage.reached.trial',
}; // prettier-ignore
const OUTCOMES: Readonly<Partial<Record<LegalStep, Phrase>>> = {
  release: 'stage.outcome.release',
  bail: 'stage.outcome.bail',
  pardoned: 'stage.outcome.pardoned',
  amnestied: 'stage.outcome.amnestied',
  paroled: 'stage.outcome.paroled',
  exchange: 'stage.outcome.exchange',
  died: 'stage.outcome.died',
  executed: 'stage.outcome.executed',
};

/** What no claim says is not said, but for "not convicted", which is never left out before a judgment. */
export function stageWords({ reached, judged, partly, sentenced, appeal, final, absentia, exit, outcome }: Stage, tongue: Tongue): string {
  const { say } = tongue;
  const before = judged === null && !sentenced;
  const head = judged ? say(`stage.${judged}`) : sentenced ? say('stage.sentenced') : say((reached && REACHED[reached]) ?? 'stage.none');
  const parts = [
    absentia ? say('stage.absentia', { stage: head }) : head,
    ...(partly && judged !== 'acquitted' ? [say('stage.partly')] : []),
    ...(judged === 'convicted' && sentenced ? [say('stage.sentenced')] : []),
    ...(appeal && !before ? [say(`stage.appeal.${appeal}`)] : []),
    ...(final && !before ? [say('stage.final')] : []),
  ];
  const ends = [exit, outcome].flatMap((end) => (end ? [outcomeWords(end, tongue)] : []));
  return [parts.join(say('comma')), ...ends].join(say('semicolon'));
}

/** The stage; and with it, where some steps fit a clock only possibly, how far it may have come by then. */
export function howFar({ stage, possibly }: Pick<ProceedingRow, 'stage' | 'possibly'>, tongue: Tongue): string {
  const words = stageWords(stage, tongue);
  return possibly ? tongue.say('proceeding.possibly', { stage: words, possibly: stageWords(possibly.stage, tongue) }) : words;
}

function outcomeWords({ step, on }: NonNullable<Stage['outcome']>, tongue: Tongue): string {
  const words = tongue.say(OUTCOMES[step] ?? `step.${step}`);
  const date = on === null ? null : inBothCalendars(on, tongue);
  return date ? `${words} ${inOrder(date, tongue)[0]}` : words;
}
