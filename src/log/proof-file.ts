// The file that proves one entry: index, hashes, checkpoint (C2SP tlog-proof). The entry's bytes go beside it.
import { base64OfHash, hashOfBase64 } from './bytes.ts';
import { parseCheckpoint, type Checkpoint } from './checkpoint.ts';
import type { InclusionProof } from './proof.ts';
import { failed, gained, type Outcome } from './verdict.ts';

const FIRST_LINE = 'c2sp.org/tlog-proof@v1';

export function formatProofFile(proof: InclusionProof, note: string): string {
  return [FIRST_LINE, `index ${proof.index}`, ...proof.hashes.map(base64OfHash), '', note].join('\n');
}

/** What a proof file says; nothing of it is checked. An `extra` line is passed over: nobody vouches for it. */
export function parseProofFile(text: string): Outcome<{ readonly proof: InclusionProof; readonly checkpoint: Checkpoint }> {
  const parted = text.indexOf('\n\n');
  const [first, ...lines] = text.slice(0, Math.max(parted, 0)).split('\n');
  if (first !== FIRST_LINE) return failed('this is not a tlog-proof');
  if (lines[0]?.startsWith('extra ')) lines.shift();
  const index = /^index (?<index>0|[1-9]\d*)$/.exec(lines.shift() ?? '')?.groups?.['index'];
  if (index === undefined) return failed('the proof does not say which entry it is of');
  const hashes = lines.map(hashOfBase64);
  if (!hashes.every((each) => each !== null)) return failed('a hash of the proof is malformed');
  const checkpoint = parseCheckpoint(text.slice(parted + 2));
  if (!checkpoint.ok) return checkpoint;
  return gained({ proof: { index: Number(index), size: checkpoint.value.checkpoint.size, hashes }, checkpoint: checkpoint.value.checkpoint });
}
