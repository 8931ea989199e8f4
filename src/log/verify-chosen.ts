// Verification of chosen entries of a log: the others are not there, but their hashes are, which tell nothing of them. So
// the signed root, and the root of any earlier checkpoint, is made again from hashes, and each entry is held to its own.
import type { Check } from './check.ts';
import { parseEnvelope, payloadDigest } from './entry.ts';
import { ROTATION } from './key-chain.ts';
import type { LogReader, Row } from './log-store.ts';
import { EMPTY_EDGE, grow, isHash, leafHash, rootOf, type Edge, type Hash } from './tree.ts';
import { concludeWith, notesOf, openAll, type Seen, type Verification, type VerifyOptions } from './verify.ts';

/** How many hashes are asked for at once. */
const AT_ONCE = 4096;

/** `reader` has the rows of the chosen entries, and the hashes of all. Findings are values. O(size of the log) hashes. */
export async function verifyChosen(reader: LogReader, options: VerifyOptions): Promise<Verification> {
  const notes = await notesOf(reader, options);
  const rows: Row[] = [];
  for await (const batch of reader.batches(0, await reader.size())) rows.push(...batch);
  const walk: Seen = { ...(await rootsOf(reader, notes.sizes)), rotations: rotationsIn(rows) };
  const opened = openAll(notes, walk, options);
  const { head } = opened;
  const leaves = await reader.nodes(rows.map(({ index }) => ({ level: 0, index })));
  const checks = [...opened.checks];
  if (head.ok) {
    const ok = walk.count === head.value.size && walk.roots.get(head.value.size) === head.value.root;
    checks.push({ name: 'root', ok, detail: ok ? `the hashes of all ${walk.count} entries lead to the signed root ${head.value.root}` : NOT_ROOT });
  }
  const altered = rows.filter((row, n) => leaves[n] !== leafHash(row.envelope) || !parseEnvelope(row.envelope));
  const fine = `the ${rows.length} that were chosen are entries of the log, unaltered; the other ${walk.count - rows.length} are not here`;
  checks.push(named('entries', altered, fine, 'not an entry of the log at its place'), payloads(rows));
  return concludeWith(checks, opened, walk, options);
}

/** The changes of the log's key among chosen entries, whose payloads are those that the entries commit to. */
const rotationsIn = (rows: readonly Row[]): Seen['rotations'] =>
  rows
    .filter(({ envelope }) => parseEnvelope(envelope)?.kind === ROTATION)
    .map((row) => ({ index: row.index, payload: isCommitted(row) ? row.payload : null }));

const isCommitted = ({ envelope, payload, salt }: Row): boolean => payloadDigest(salt ?? '', payload ?? '') === parseEnvelope(envelope)?.digest;

const NOT_ROOT = 'the hashes of the entries do not lead to the signed root: one is missing, or was altered';

/** The root over the hashes of entries, for each of the sizes. Where a hash is missing, the tree ends there. */
async function rootsOf(reader: LogReader, sizes: ReadonlySet<number>): Promise<Omit<Seen, 'rotations'>> {
  const roots = new Map<number, Hash>();
  const size = await reader.size();
  let edge: Edge = EMPTY_EDGE;
  const note = (): void => void (sizes.has(edge.size) && roots.set(edge.size, rootOf(edge)));
  note();
  for (let from = 0; from < size; from += AT_ONCE) {
    const places = Array.from({ length: Math.min(AT_ONCE, size - from) }, (_, n) => ({ level: 0, index: from + n }));
    for (const leaf of await reader.nodes(places)) {
      if (leaf === null || !isHash(leaf)) return { count: edge.size, roots };
      edge = grow(edge, leaf).edge;
      note();
    }
  }
  return { count: edge.size, roots };
}

function payloads(rows: readonly Row[]): Check {
  const shown = rows.filter(({ payload, salt }) => payload !== null && salt !== null);
  const wrong = shown.filter((row) => !isCommitted(row));
  return named('payloads', wrong, `all ${shown.length} are those that their entries commit to`, 'payload or salt altered');
}

function named(name: string, wrong: readonly Row[], fine: string, fault: string): Check {
  const ok = wrong.length === 0;
  return { name, ok, detail: ok ? fine : `${fault}: ${wrong.map(({ index }) => index).join(', ')}` };
}
