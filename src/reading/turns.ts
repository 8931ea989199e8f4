// So many at once, and the others in the order in which they came.

/** Work beyond `most` waits for its turn. */
export class Turns {
  readonly #most: number;
  readonly #waiting: (() => void)[] = [];
  #taken = 0;
  #closed = false;

  constructor(most: number) {
    this.#most = most;
  }

  /** Rejects with the signal's reason when aborted while it waits, with an AbortError when closed by then, and as `work` does. */
  async run<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
    signal?.throwIfAborted();
    if (this.#taken >= this.#most) await this.#turn(signal);
    else this.#taken++;
    try {
      if (this.#closed) throw new DOMException('the pool of readers was closed', 'AbortError');
      return await work();
    } finally {
      this.#leave();
    }
  }

  /** Nothing begins any more; what waits is rejected. */
  close(): void {
    this.#closed = true;
    for (const wake of this.#waiting.splice(0)) wake();
  }

  /** A place that is left is handed on, so that `#taken` stays as it is. */
  async #turn(signal: AbortSignal | undefined): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const abort = (): void => {
      this.#waiting.splice(this.#waiting.indexOf(resolve), 1);
      reject(signal?.reason);
    };
    this.#waiting.push(resolve);
    signal?.addEventListener('abort', abort, { once: true });
    await promise.finally(() => signal?.removeEventListener('abort', abort));
  }

  #leave(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#taken--;
  }
}
