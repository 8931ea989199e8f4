// The right edge of the tree, from the hashes that are kept: what an append goes on from, and what is signed.
import { Fault } from '../base/fault.ts';
import { parseCheckpoint, type Checkpoint } from './checkpoint.ts';
import type { LogReader } from './log-store.ts';
import type { Note } from './note.ts';
import { edgePlaces, rootOf, type Edge, type Hash, type Place } from './tree.ts';

/** Held against the last checkpoint. Throws a Fault 'casebook-damaged' where they differ. */
export async function soundEdge(reader: LogReader): Promise<Edge> {
  const { checkpoint } = lastCheckpoint(await reader.head());
  const size = await reader.size();
  if (size !== checkpoint.size) throw damaged(`the checkpoint is of ${checkpoint.size} entries, and ${size} are there`);
  const edge = await edgeOf(reader, size);
  if (rootOf(edge) !== checkpoint.root) throw damaged('the hashes that are kept do not lead to the root of the last checkpoint');
  return edge;
}

/** Of the log's first `size` entries, held against nothing. */
export async function edgeOf(reader: LogReader, size: number): Promise<Edge> {
  const places = edgePlaces(size);
  return { size, hashes: (await reader.nodes(places)).map((found, n) => present(found, places[n])) };
}

export function lastCheckpoint(note: string | null): { readonly checkpoint: Checkpoint; readonly parsed: Note } {
  if (note === null) throw damaged('there is no checkpoint');
  const parsed = parseCheckpoint(note);
  if (!parsed.ok) throw damaged(parsed.reason);
  return parsed.value;
}

export function present(found: Hash | null | undefined, place: Place | undefined): Hash {
  if (found) return found;
  throw damaged(`the hash of the subtree ${place?.level}/${place?.index} is missing`);
}

export const damaged = (what: string): Fault =>
  new Fault('casebook-damaged', `The log is damaged: ${what}.`, 'Nothing more is signed. Run onrecord verify to see what differs, and compare with a backup.');
