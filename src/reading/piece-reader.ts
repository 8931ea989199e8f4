// Bytes that come in pieces, taken in the lengths that a format wants.

export class PieceReader {
  readonly #pieces: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);

  constructor(pieces: AsyncIterable<Buffer>) {
    this.#pieces = pieces[Symbol.asyncIterator]();
  }

  /** Up to and with `mark`; null where it does not come within `most` bytes. What is taken before the end of the bytes is `atEnd`. */
  async upTo(mark: string, most: number): Promise<Buffer | null> {
    for (let from = 0; ;) {
      const found = this.#held.indexOf(mark, from, 'latin1');
      if (found >= 0 && found + mark.length <= most) return this.#cut(found + mark.length);
      from = Math.max(0, this.#held.length - mark.length);
      if (this.#held.length >= most || !(await this.#more())) return null;
    }
  }

  /** So many bytes, less where there are no more. */
  async take(count: number): Promise<Buffer> {
    const pieces: Buffer[] = [];
    await this.pass(count, (piece) => void pieces.push(piece));
    return pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces);
  }

  /** Gives so many bytes to `use`, piece by piece, and how many there were. */
  async pass(count: number, use: (piece: Buffer) => void): Promise<number> {
    let passed = 0;
    while (passed < count && (this.#held.length > 0 || (await this.#more()))) {
      const piece = this.#cut(Math.min(this.#held.length, count - passed));
      passed += piece.length;
      use(piece);
    }
    return passed;
  }

  /** Whether there is not a byte left. */
  async atEnd(): Promise<boolean> {
    return this.#held.length === 0 && !(await this.#more());
  }

  #cut(length: number): Buffer {
    const cut = this.#held.subarray(0, length);
    this.#held = this.#held.subarray(length);
    return cut;
  }

  async #more(): Promise<boolean> {
    for (;;) {
      const { done, value } = await this.#pieces.next();
      if (done) return false;
      if (value.length === 0) continue;
      this.#held = this.#held.length === 0 ? value : Buffer.concat([this.#held, value]);
      return true;
    }
  }
}
