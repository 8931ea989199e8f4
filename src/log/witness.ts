// Asking a witness to cosign a checkpoint (C2SP tlog-witness). The sending is the caller's affair: a witness learns the
// log's name, its size and root, and who asks, and nothing of the entries.
import { base64OfHash } from './bytes.ts';
import { checkCosignature } from './cosignature.ts';
import { parseNote } from './note.ts';
import type { ConsistencyProof } from './proof.ts';
import type { Verifier } from './signature.ts';
import { failed, gained, type Outcome } from './verdict.ts';

/** More hashes than a proof can have. */
const MAX_PROOF = 63;

/**
 * The body to POST to `<witness>/add-checkpoint`.
 *
 * @param proof - from the size that the witness saw last (0 where it saw none, or as its answer 409 says) to the note's
 */
export function witnessRequest(proof: ConsistencyProof, note: string): string {
  if (proof.hashes.length > MAX_PROOF) throw new RangeError(`a proof of ${proof.hashes.length} hashes`);
  return [`old ${proof.from}`, ...proof.hashes.map(base64OfHash), '', note].join('\n');
}

/** The size that a witness has, from the body of its answer 409 (`text/x.tlog.size`); null where it does not say. */
export function sizeOfConflict(body: string): number | null {
  const size = Number(body.trim());
  return /^(?:0|[1-9]\d*)\n?$/.test(body) && Number.isSafeInteger(size) ? size : null;
}

/** The note with the lines that the witness answered, if they are its cosignature of this very note. */
export function takeCosignature(note: string, answer: string, witness: Verifier): Outcome<string> {
  const cosigned = note + answer;
  const [before, after] = [parseNote(note), parseNote(cosigned)];
  if (!before.ok) return before;
  if (!after.ok || after.value.text !== before.value.text) return failed(`${witness.name} did not answer with signature lines`);
  const checked = checkCosignature(after.value, witness);
  return checked.ok ? gained(cosigned) : checked;
}
