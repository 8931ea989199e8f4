// The wire between the pool and a child: frames of a length (4 bytes, big-endian) and as many bytes of JSON; or, where the highest bit of
// the length is set, of anything. A document goes down as a frame {name, size} and then `size` raw bytes; a plan and a result come back
// as a frame each.

const LENGTH_BYTES = 4;
const RAW = 0x80000000;

export function frame(value: unknown): Buffer {
  const body = JSON.stringify(value);
  const length = Buffer.byteLength(body);
  const whole = Buffer.allocUnsafe(LENGTH_BYTES + length);
  whole.writeUInt32BE(length, 0);
  whole.write(body, LENGTH_BYTES);
  return whole;
}

/** What goes before so many bytes, so that both are a frame of bytes as they are. */
export function rawHead(length: number): Buffer {
  const head = Buffer.allocUnsafe(LENGTH_BYTES);
  head.writeUInt32BE(RAW + length, 0);
  return head;
}

/** Takes bytes as they arrive and gives the frames that are whole. */
export class FrameReader {
  readonly #limit: number;
  #chunks: Buffer[] = [];
  #held = 0;

  /** @param limit - bytes of the biggest frame that is taken; a longer one is refused as soon as its length is seen */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The JSON values of the frames that this chunk completes, and as Buffers those that are bytes. Throws a RangeError over the limit, a SyntaxError on no JSON. */
  push(chunk: Buffer): unknown[] {
    this.#chunks.push(chunk);
    this.#held += chunk.length;
    const values: unknown[] = [];
    for (let next = this.#take(); next; next = this.#take()) values.push(next.isRaw ? next.body : JSON.parse(next.body.toString('utf8')));
    return values;
  }

  #take(): { readonly body: Buffer; readonly isRaw: boolean } | null {
    const head = this.#nextHead();
    if (head === null) return null;
    const length = head % RAW;
    if (length > this.#limit) throw new RangeError(`a frame of ${length} bytes is over the limit of ${this.#limit}`);
    if (this.#held < LENGTH_BYTES + length) return null;
    const all = Buffer.concat(this.#chunks, this.#held);
    this.#chunks = [all.subarray(LENGTH_BYTES + length)];
    this.#held -= LENGTH_BYTES + length;
    return { body: all.subarray(LENGTH_BYTES, LENGTH_BYTES + length), isRaw: head >= RAW };
  }

  #nextHead(): number | null {
    if (this.#held < LENGTH_BYTES) return null;
    while ((this.#chunks[0]?.length ?? 0) < LENGTH_BYTES && this.#chunks.length > 1) {
      this.#chunks = [Buffer.concat(this.#chunks.slice(0, 2)), ...this.#chunks.slice(2)];
    }
    return this.#chunks[0]?.readUInt32BE(0) ?? null;
  }
}
