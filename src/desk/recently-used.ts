// What was made last, kept in memory up to a number of bytes; what was not asked for the longest goes first.

type Made<T> = { readonly value: T; readonly bytes: number };

export class RecentlyUsed {
  readonly #most: number;
  readonly #kept = new Map<string, Promise<Made<unknown>>>();
  #bytes = 0;

  constructor(mostBytes: number) {
    this.#most = mostBytes;
  }

  /** What is kept under the key, else what `make` gives, which is asked once however many want it. What it throws is not kept. */
  async get<T>(key: string, make: () => Promise<Made<T>>): Promise<T> {
    const kept = this.#kept.get(key) as Promise<Made<T>> | undefined;
    // Whoever asked first may have stopped it: then it is made again for whoever still wants it.
    const made = await kept?.catch(() => null);
    if (kept && made) {
      if (this.#kept.delete(key)) this.#kept.set(key, kept);
      return made.value;
    }
    const making = make();
    this.#kept.set(key, making);
    try {
      const { value, bytes } = await making;
      this.#bytes += bytes;
      await this.#trim();
      return value;
    } catch (thrown) {
      if (this.#kept.get(key) === making) this.#kept.delete(key);
      throw thrown;
    }
  }

  async #trim(): Promise<void> {
    for (const [key, making] of this.#kept) {
      if (this.#bytes <= this.#most) return;
      const made = await making.catch(() => null);
      if (made && this.#kept.delete(key)) this.#bytes -= made.bytes;
    }
  }
}
