// Which suggestions of the queue are in somebody's hands, so that two people never get the same one. Kept in memory, for as long as
// the server runs: who looks at what is nothing for the record.

/** How long something stays in the hands of a window that says nothing more of itself, in milliseconds. */
const HELD_FOR = 120_000;

type Lease = { readonly window: string; readonly until: number };

export class Leases {
  readonly #held = new Map<string, Lease>();

  /**
   * Takes suggestions into the hands of one window of the desk, in place of what it held before. Gives those that it now holds: what
   * another window holds is left with that one. Times are milliseconds since 1970.
   */
  take(window: string, ids: readonly string[], now: number): readonly string[] {
    for (const [id, lease] of this.#held) if (lease.window === window || lease.until <= now) this.#held.delete(id);
    const free = ids.filter((id) => !this.#held.has(id));
    for (const id of free) this.#held.set(id, { window, until: now + HELD_FOR });
    return free;
  }

  /** What other windows hold now. */
  heldByOthers(window: string, now: number): readonly string[] {
    return [...this.#held].filter(([, lease]) => lease.window !== window && lease.until > now).map(([id]) => id);
  }
}
