// The checks of a casebook that is served: they read the whole log and every file, so people who look at the same time, or soon after
// one another, are told of the same check.
import type { Verification } from '../model/answers.ts';
import type { Casebook } from './casebook.ts';
import { verifyBeside } from './verify-beside.ts';

/** For how long what was found is told again without another look, in milliseconds: so long at least, and so many times as long as the look took. */
const LATELY = 60_000;
const TIMES_AS_LONG = 20;

type Found = { readonly until: number; readonly verification: Promise<Verification> };

export class CheckedLately {
  #found: Found | null = null;
  readonly #closed = new AbortController();

  /** What the last check found, where it is under way or was lately; with `again`, one that is not over yet. */
  check(casebook: Casebook, again: boolean): Promise<Verification> {
    const now = casebook.now.getTime();
    if (this.#found && (this.#found.until === Infinity || (!again && now < this.#found.until))) return this.#found.verification;
    const begun = { until: Infinity, verification: verifyBeside(casebook.store, this.#closed.signal) };
    this.#found = begun;
    void this.#keep(begun, casebook, now);
    return begun.verification;
  }

  async #keep(begun: Found, casebook: Casebook, since: number): Promise<void> {
    try {
      await begun.verification;
      const over = casebook.now.getTime();
      this.#found = { ...begun, until: over + Math.max(LATELY, TIMES_AS_LONG * (over - since)) };
    } catch {
      // Whoever asked is told; the next who asks looks again.
      this.#found = null;
    }
  }

  /** Ends a check that is under way: nobody is told of it. */
  close(): void {
    this.#closed.abort();
  }
}
