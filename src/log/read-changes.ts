// The changes of a log's key, read where the log rests: by the checkpoints that are kept, and without a pass over all entries.
import { parseEnvelope, payloadDigest } from './entry.ts';
import { readChange, ROTATION, type Change } from './key-chain.ts';
import type { LogReader, Row } from './log-store.ts';
import { edgeOf } from './sound-edge.ts';
import { rootOf } from './tree.ts';
import type { Outcome } from './verdict.ts';

/**
 * In order. A change whose checkpoint is not kept is not found here: then the key of the last checkpoint is none of the
 * chain's, and `verifyLog` names the entry. Throws a Fault 'casebook-damaged' where the kept hashes do not reach.
 */
export async function readChanges(reader: LogReader): Promise<readonly Outcome<Change>[]> {
  const anchors = await reader.anchors();
  const changes: Outcome<Change>[] = [];
  for (const size of [...new Set(anchors.map((anchor) => anchor.size))].toSorted((a, b) => a - b)) {
    const row = await reader.row(size - 1);
    if (!row || parseEnvelope(row.envelope)?.kind !== ROTATION) continue;
    const root = rootOf(await edgeOf(reader, size));
    const notes = anchors.filter((anchor) => anchor.size === size).map(({ note }) => note);
    changes.push(readChange({ index: row.index, payload: committed(row) }, notes, root));
  }
  return changes;
}

/** The payload, if it is the one that the envelope commits to. */
function committed({ envelope, payload, salt }: Row): string | null {
  const sound = payload !== null && salt !== null && payloadDigest(salt, payload) === parseEnvelope(envelope)?.digest;
  return sound ? payload : null;
}
