// An entry made ready to be folded: its act, parsed; of a decision about a claim, what the views keep of it.
import { parseAct, type Act, type ActKind } from '../model/act.ts';
import { contentOf } from '../model/claim.ts';
import { deriveClaim, type Derived } from './derive-claim.ts';

const DECIDING = ['suggestion.reviewed', 'claim.recorded', 'claim.amended'] as const;
type Deciding = (typeof DECIDING)[number];

/** Can be sent from thread to thread. */
export type PreparedAct = Exclude<Act, { readonly kind: Deciding }> | { readonly [K in Deciding]: { readonly kind: K; readonly payload: Derived } }[Deciding];
export type PreparedOf<K extends ActKind> = Extract<PreparedAct, { readonly kind: K }>;

/**
 * What an entry's payload, a JSON text, comes to. Nothing but the entry goes into it.
 *
 * Throws what `parseAct` throws, and a SyntaxError where it is no JSON.
 */
export function prepareAct(kind: string, payload: string): PreparedAct {
  const act = parseAct(kind, JSON.parse(payload));
  switch (act.kind) {
    case 'suggestion.reviewed': {
      const { document, suggestion, decision, content } = act.payload;
      return { kind: act.kind, payload: deriveClaim({ document, id: suggestion.id, decision }, content ?? contentOf(suggestion)) };
    }
    case 'claim.recorded':
    case 'claim.amended': {
      const { document, claim: id, content } = act.payload;
      return { kind: act.kind, payload: deriveClaim({ document, id, decision: act.kind === 'claim.recorded' ? 'record' : 'revise' }, content) };
    }
    default:
      return act;
  }
}
