// What a check comes to. A finding about the record is a value, never thrown.

/** What a check found. `reason` is fit to print in a report. */
export type Verdict = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** What was read from foreign bytes, or why it could not be. `reason` is fit to print in a report. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

export const passed: Verdict = { ok: true };
export const failed = (reason: string): { readonly ok: false; readonly reason: string } => ({ ok: false, reason });
export const gained = <T>(value: T): Outcome<T> => ({ ok: true, value });
