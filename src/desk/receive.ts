// A file that comes in through the desk's own page: its bytes go to a private temporary file, unopened, and from there the
// way of every other file. What a crash leaves behind is that temporary folder, and nothing in the casebook.
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Fault } from '../base/fault.ts';
import { addFiles, type Added } from './add.ts';
import type { Casebook } from './casebook.ts';

/** The most bytes that are taken of one file: 512 MiB. What is larger goes in by the command line, which copies nothing twice. */
export const MOST_BYTES = 512 * 1024 * 1024;

/**
 * Preserves, reads and analyses one file that comes as a stream under the `name` that it had where it came from.
 *
 * Throws a Fault 'bad-usage' where it is larger than MOST_BYTES, and 'conflict' where it was stopped before it was all here; then nothing
 * of it was kept. `stopped` also ends the reading of it.
 */
export async function receive(casebook: Casebook, name: string, bytes: Readable, stopped: AbortSignal): Promise<Added> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-received-'));
  try {
    const path = join(folder, asFileName(name));
    await pipeline(bytes, upTo(MOST_BYTES), createWriteStream(path, { mode: 0o600 }), { signal: stopped });
    for await (const added of addFiles(casebook, [path], {}, stopped)) return { ...added, path: asFileName(name) };
    throw new Fault('conflict', 'it was stopped before it was read', 'Add it again.');
  } catch (thrown) {
    if (!stopped.aborted) throw thrown;
    throw new Fault('conflict', 'it was stopped before it was all here', 'Add it again.', thrown);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function upTo(most: number): Transform {
  let seen = 0;
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      seen += piece.length;
      if (seen <= most) done(null, piece);
      else done(new Fault('bad-usage', `the file is larger than ${most} bytes`, 'Add it on the command line: onrecord add FILE.'));
    },
  });
}

/** A name as the last part of a path and nothing else: no separators, no control characters, not hidden, at most 200 bytes in UTF-8. */
function asFileName(name: string): string {
  const plain = name.replace(/[/\\\p{Cc}]/gu, '_').replace(/^[.\s]+/, '');
  let kept = '';
  for (const sign of plain.isWellFormed() ? plain : '') {
    if (Buffer.byteLength(kept + sign) > 200) break;
    kept += sign;
  }
  return kept || 'unnamed';
}
