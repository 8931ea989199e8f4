// One thing that was checked, for a report.
import type { Outcome } from './verdict.ts';

/** `name` is stable, `detail` fit to print. */
export type Check = { readonly name: string; readonly ok: boolean; readonly detail: string };

export const judge = <T>(name: string, outcome: Outcome<T>, say: (value: T) => string): Check =>
  outcome.ok ? { name, ok: true, detail: say(outcome.value) } : { name, ok: false, detail: outcome.reason };
