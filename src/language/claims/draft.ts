// A claim in the making, and what the rules read it from.
import type { Span } from '../../base/span.ts';
import type { Evidence, Proposal } from '../../model/claim.ts';
import type { Kind, Modality, Role } from '../../model/vocabulary.ts';
import type { Analysis, Sentence } from '../analysis.ts';
import type { Account } from '../accounts.ts';
import type { Attribution } from '../speech.ts';
import { ruleId } from './frames.ts';
import type { TimeFound } from './claim-time.ts';
import type { Filler, Mentions } from './mentions.ts';

/** All that the rules read: the analysis, who says what, and who is who. */
export type Ground = {
  readonly analysis: Analysis;
  readonly attributions: readonly Attribution[];
  readonly accounts: readonly Account[];
  readonly mentions: Mentions;
};

/** Where a rule stands: a sentence of the ground. */
export type Stage = Ground & { readonly sentence: Sentence; readonly index: number };

export type Fillers = ReadonlyMap<Role, readonly Filler[]>;

export type Draft = {
  readonly rule: string;
  readonly kind: Kind;
  readonly quote: Span;
  readonly trigger: Span;
  readonly fillers: Fillers;
  readonly time: TimeFound | null;
  readonly modality: Modality;
  /** Null: whoever the trigger's place in the text says; a list, as given. */
  readonly saidBy: readonly Filler[] | null;
  readonly confidence: number;
  /** Words of the sentence that its rule asked for, which are no claim of their own. */
  readonly used?: readonly number[];
};

/** Puts a filler into a role, once. */
export function put(fillers: Map<Role, Filler[]>, role: Role, filler: Filler | null): void {
  if (!filler || filler.text === '') return;
  const list = fillers.get(role) ?? [];
  if (!list.some((each) => each.text === filler.text)) fillers.set(role, [...list, filler]);
}

export function toProposal(ground: Ground, draft: Draft, saidBy: readonly Filler[]): Proposal {
  const roles: Partial<Record<Role, readonly string[]>> = {};
  const evidence: Evidence[] = [{ part: 'trigger', ...draft.trigger }];
  for (const [role, list] of draft.fillers) {
    roles[role] = list.map((each) => each.text);
    evidence.push(...list.map((each): Evidence => ({ part: role, ...each.span })));
  }
  if (draft.time) evidence.push({ part: 'time', ...draft.time.span });
  evidence.push(...saidBy.map((each): Evidence => ({ part: 'saidBy', ...each.span })));
  const quote = { exact: ground.analysis.source.slice(draft.quote), ...draft.quote };
  const { kind, modality, confidence } = draft;
  return {
    quote,
    kind,
    roles,
    time: draft.time?.time ?? null,
    modality,
    saidBy: saidBy.map((each) => each.text),
    rule: ruleId(draft.rule),
    confidence,
    evidence,
  };
}
