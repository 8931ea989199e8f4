// What one capture may take, of bytes and of time: counted over all that is got for it, so that neither a page of 500 MB nor a
// server that never ends takes more.
import { Fault } from '../../base/fault.ts';
import type { CaptureLimits } from './capture-order.ts';

export class Budget {
  readonly limits: CaptureLimits;
  readonly #now: () => number;
  readonly #end: number;
  #bytes = 0;

  /** `now` in milliseconds, from any beginning. */
  constructor(limits: CaptureLimits, now: () => number) {
    this.limits = limits;
    this.#now = now;
    this.#end = now() + limits.allMs;
  }

  /** Bytes that came so far. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Throws a Fault 'conflict' where that is more than all may have together. */
  take(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes > this.limits.allBytes) throw tooMuch('the page and what it needs have', this.limits.allBytes);
  }

  /** Milliseconds that one answer may take, of which those before it left so much. */
  get answerMs(): number {
    return Math.min(this.limits.answerMs, this.leftMs);
  }

  get leftMs(): number {
    return Math.max(0, this.#end - this.#now());
  }
}

export const tooMuch = (what: string, limit: number): Fault =>
  new Fault('conflict', `${what} more than ${Math.round(limit / 1048576)} MB`, 'Save the page in a browser, and add the file.');
