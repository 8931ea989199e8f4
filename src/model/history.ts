// The history of one thing in the record: what people did about it, as acts of the log.
import type { ActKind } from './act.ts';

/** `what` is the decision, judgement, ruling, link or sort of remark; null where the act has none. `at` is ISO, UTC; `index` that of the entry. */
export type ActLine = {
  readonly entry: string;
  readonly index: number;
  readonly at: string;
  readonly by: string;
  readonly kind: ActKind;
  readonly what: string | null;
  readonly reason: string | null;
  /** The proceeding that it is about (`pr_…`), where it is about one and not about its claims. */
  readonly proceeding: string | null;
};
