// The bytes of an original by blocks, so that a film of gigabytes is described by some kilobytes of it.
import { LOOKED_AT } from '../original-limit.ts';
import type { Stretches } from '../stretches.ts';

/** Thrown where a file wants more of itself read than is looked at. */
export class TooMuchAsked extends Error {}

const BLOCK = 64 * 1024;
/** Blocks that are kept: a reader goes back some steps, seldom far. */
const KEPT = 16;

/** The same, read by blocks, the last of which are kept, and no more than `limit` bytes in all. */
export function inBlocks({ size, read }: Stretches, limit = LOOKED_AT): Stretches {
  const kept = new Map<number, Uint8Array>();
  let asked = 0;
  const block = (number: number): Uint8Array => {
    const held = kept.get(number);
    if (held) return held;
    asked += BLOCK;
    if (asked > limit) throw new TooMuchAsked(`More than ${limit / 1024 / 1024} MB of it would have to be looked at`);
    const bytes = read(number * BLOCK, Math.min(size, (number + 1) * BLOCK));
    if (kept.size >= KEPT) kept.delete(kept.keys().next().value ?? 0);
    kept.set(number, bytes);
    return bytes;
  };
  return {
    size,
    read: (start, end) => {
      const last = Math.min(size, end);
      const pieces: Uint8Array[] = [];
      for (let at = start; at < last;) {
        const number = Math.floor(at / BLOCK);
        const piece = block(number).subarray(at - number * BLOCK, last - number * BLOCK);
        if (piece.length === 0) break;
        pieces.push(piece);
        at += piece.length;
      }
      return Buffer.concat(pieces);
    },
  };
}
