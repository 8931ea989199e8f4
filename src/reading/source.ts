// Where an original's bytes come from: a file, or whoever keeps them otherwise (an encrypted casebook has no file to name).
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Fault } from '../base/fault.ts';

/** What can be read over again from its beginning. */
export type Bytes = {
  /** Bytes in all, exactly. */
  readonly size: number;
  /** From the beginning, each time it is called: a document is tried twice where a process dies on it. */
  readonly bytes: () => AsyncIterable<Uint8Array>;
  /** Those from `start` to before `end` alone; where it is missing, all have to be read for some. */
  readonly part?: (start: number, end: number) => AsyncIterable<Uint8Array>;
};

/** A path, or the bytes themselves. */
export type Source = string | Bytes;

/** Bytes taken from a file at once: most documents come whole, so that they cost one read and one write. */
const AT_ONCE = 1024 * 1024;

export const bytesOf = (whole: Uint8Array): Bytes => ({
  size: whole.length,
  bytes: async function* () {
    yield whole;
  },
});

/** Throws a Fault 'nothing-to-read' where there is no file; reading `bytes` throws a Fault 'disk' where it cannot be read. */
export async function openSource(source: Source): Promise<Bytes> {
  if (typeof source !== 'string') return source;
  const found = await stat(source).catch((cause: unknown) => {
    throw new Fault('nothing-to-read', `${source} cannot be found`, 'Look at the path.', cause);
  });
  if (!found.isFile()) throw new Fault('nothing-to-read', `${source} is not a file`, 'Give the files one by one, or a folder to a command that walks it.');
  return { size: found.size, bytes: () => fileBytes(source, 0, found.size), part: (start, end) => fileBytes(source, start, end) };
}

/** As many as were there when it was looked at; what is written to it meanwhile is not taken. */
async function* fileBytes(path: string, start: number, end: number): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(path, { start, end: end - 1, highWaterMark: AT_ONCE })) yield chunk as Buffer;
  } catch (error) {
    throw new Fault('disk', `${path} cannot be read: ${(error as Error).message}`, 'Look whether it is still there and may be read.', error);
  }
}
