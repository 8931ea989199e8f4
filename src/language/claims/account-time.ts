// When an event of an account was: at the time that its opening sentence tells, where its own sentence tells none.
import type { Kind } from '../../model/vocabulary.ts';
import type { Draft, Ground } from './draft.ts';
import { timeOfWhens } from './claim-time.ts';

const EVENTS: ReadonlySet<Kind> = new Set<Kind>(['killing', 'attack', 'torture', 'abduction', 'arrest', 'repression']);

/** The draft with the account's time; unchanged outside accounts, in their first sentence, and where a time is told. */
export function timedByAccount({ analysis, accounts }: Ground, draft: Draft): Draft {
  if (draft.time || !EVENTS.has(draft.kind) || accounts.length === 0) return draft;
  const account = accounts.find((each) => each.start <= draft.trigger.start && draft.trigger.end <= each.end);
  const opening = account && analysis.sentences[account.opening];
  if (!opening || draft.trigger.start < opening.end) return draft;
  const told = analysis.sentences.slice(account.opening + 1, account.opening + REACH).some((each) => each.start < draft.trigger.end && each.times.length > 0);
  const whens = opening.phrases.flatMap((each) => (each.sort === 'time' ? [each] : []));
  return told ? draft : { ...draft, time: timeOfWhens(analysis, opening, whens) };
}

/** Sentences that an account is followed for its time. */
const REACH = 6;
