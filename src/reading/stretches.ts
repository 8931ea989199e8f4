// The bytes of an original by stretches, so that what is bigger than the memory can be read.

/** `read` gives the bytes from `start` to before `end`, less where there are no more. */
export type Stretches = { readonly size: number; readonly read: (start: number, end: number) => Uint8Array };

export const stretchesOf = (bytes: Uint8Array): Stretches => ({ size: bytes.length, read: (start, end) => bytes.subarray(start, end) });

/** Bytes that are asked for at once. */
const AT_ONCE = 1024 * 1024;

/** From `start` to before `end`, piece by piece. */
export async function* piecesOf({ read }: Stretches, start: number, end: number): AsyncGenerator<Buffer> {
  for (let at = start; at < end;) {
    const { buffer, byteOffset, length } = read(at, Math.min(end, at + AT_ONCE));
    if (length === 0) return;
    yield Buffer.from(buffer, byteOffset, length);
    at += length;
  }
}
