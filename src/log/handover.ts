// A change of the log's key, as it goes with an exhibit: the entry that names the new key, what it says, and the proof that
// it ends the tree which the old key signed last. Whoever knows the old key needs nothing else to follow.
import { parseEnvelope, payloadDigest } from './entry.ts';
import { readChange, ROTATION, type Change } from './key-chain.ts';
import { parseProofFile } from './proof-file.ts';
import { checkInclusion } from './proof.ts';
import { leafHash } from './tree.ts';
import { failed, type Outcome } from './verdict.ts';

/** `envelope` is the entry as it was hashed, `salt` in hexadecimal digits, `proof` a tlog-proof under the checkpoint of both keys. */
export type Handover = { readonly envelope: string; readonly payload: string; readonly salt: string; readonly proof: string };

/** Never throws: nothing that it says is trusted. */
export function checkHandover({ envelope, payload, salt, proof }: Handover): Outcome<Change> {
  const read = parseProofFile(proof);
  if (!read.ok) return failed(`a change of key: ${read.reason}`);
  const { index, size } = read.value.proof;
  const included = checkInclusion(leafHash(envelope), read.value.proof, read.value.checkpoint.root);
  if (!included.ok) return included;
  const stamp = parseEnvelope(envelope);
  if (stamp?.kind !== ROTATION || index !== size - 1) return failed(`entry ${index} is no change of key that ends a tree of ${size} entries`);
  const committed = payloadDigest(salt, payload) === stamp.digest;
  return readChange({ index, payload: committed ? payload : null }, [read.value.checkpoint.note], read.value.checkpoint.root);
}
