// A file that comes in through the desk's own page: its bytes go straight into the vault, unopened, and from there the way
// of every other file. Nothing of it lies anywhere else, so that an encrypted casebook stays one.
import type { Readable } from 'node:stream';
import { Fault } from '../base/fault.ts';
import { addKept, type Added } from './add.ts';
import type { Casebook } from './casebook.ts';

/** The most bytes that are taken of one file: 512 MiB. What is larger goes in by the command line, which copies nothing twice. */
export const MOST_BYTES = 512 * 1024 * 1024;

/**
 * Preserves, reads and analyses one file that comes as a stream under the `name` that it had where it came from.
 *
 * Throws a Fault 'bad-usage' where it is larger than MOST_BYTES, and 'conflict' where it was stopped before it was all here; then nothing
 * of it is in the record. `stopped` also ends the reading of it.
 */
export async function receive(casebook: Casebook, name: string, bytes: Readable, stopped: AbortSignal): Promise<Added> {
  try {
    const kept = await casebook.store.vault.keepOriginalBytes(upTo(MOST_BYTES, bytes, stopped, 'Add it on the command line: onrecord add FILE.'));
    let first: Added | null = null;
    for await (const added of addKept(casebook, asFileName(name), kept, stopped)) first ??= added;
    if (first) return first;
    throw new Fault('conflict', 'it was stopped before it was read', 'Add it again.');
  } catch (thrown) {
    if (!stopped.aborted) throw thrown;
    throw new Fault('conflict', 'it was stopped before it was all here', 'Add it again.', thrown);
  }
}

/** The bytes as they come. Throws a Fault 'bad-usage' with this hint where there are more. */
export async function* upTo(most: number, bytes: Readable, stopped: AbortSignal, hint: string): AsyncGenerator<Uint8Array> {
  let seen = 0;
  for await (const piece of bytes as AsyncIterable<Uint8Array>) {
    stopped.throwIfAborted();
    seen += piece.length;
    if (seen > most) throw new Fault('bad-usage', `the file is larger than ${most} bytes`, hint);
    yield piece;
  }
}

/** A name as the last part of a path and nothing else: no separators, no control characters, not hidden, at most 200 bytes in UTF-8. */
export function asFileName(name: string): string {
  const plain = name.replace(/[/\\\p{Cc}]/gu, '_').replace(/^[.\s]+/, '');
  let kept = '';
  for (const sign of plain.isWellFormed() ? plain : '') {
    if (Buffer.byteLength(kept + sign) > 200) break;
    kept += sign;
  }
  return kept || 'unnamed';
}
