// The checks of a casebook that is served: they read the whole log and every file, so people who look at the same time, or soon after
// one another, are told of the same check.
import type { Verification } from '../model/answers.ts';
import type { Casebook } from './casebook.ts';
import { verifyStore } from './verify-casebook.ts';

/** For how long what was found is told again without another look, in milliseconds. */
const LATELY = 60_000;

export class CheckedLately {
  #found: { readonly at: number; readonly verification: Promise<Verification> } | null = null;

  /** What the last check found, where it is under way or was lately; with `again`, one that is not over yet. */
  check(casebook: Casebook, again: boolean): Promise<Verification> {
    const now = casebook.now.getTime();
    if (this.#found && (this.#found.at > now || (!again && now < this.#found.at + LATELY))) return this.#found.verification;
    const begun = { at: Number.POSITIVE_INFINITY, verification: verifyStore(casebook.store) };
    this.#found = begun;
    begun.verification.then(
      () => (this.#found = { ...begun, at: casebook.now.getTime() }),
      // Whoever asked is told; the next who asks looks again.
      () => (this.#found = null),
    );
    return begun.verification;
  }
}
