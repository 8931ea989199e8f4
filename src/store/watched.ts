// Pieces that are looked at on their way.

export async function* watched(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, look: (piece: Uint8Array) => void): AsyncIterable<Uint8Array> {
  for await (const piece of pieces) {
    look(piece);
    yield piece;
  }
}
