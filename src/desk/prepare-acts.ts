// A log's entries made ready to be folded, in order: of a long log by a thread beside this one, which is busy writing.
import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Log, Said } from '../log/log.ts';
import type { RecordFile } from '../store/connection.ts';
import { prepareAct, type PreparedAct } from '../views/prepare-act.ts';
import type { Stamp } from '../views/stamp.ts';

/** An entry, and what it comes to; null where its payload was destroyed. */
export type Prepared = { readonly stamp: Stamp; readonly act: PreparedAct | null };

/** Entries in order, as JSON, which goes from thread to thread in half the time that objects take; null where there are no more, or none that can be prepared. */
export type Answer = string | null;

/** A thread takes a moment to be of use: it is started only for a log of more entries than these. */
const FEW = 5_000;
/** Lots that are asked of the thread ahead: what is in memory beside what is being folded. */
const AHEAD = 8;

/**
 * Gives entries some at a time. Throws what `prepareAct` throws, when the turn of that entry has come.
 *
 * @param file - where the log is, for the thread to read
 */
export async function* prepareActs(log: Log, file: RecordFile, few = FEW): AsyncGenerator<readonly Prepared[]> {
  let from = 0;
  if ((await log.size()) > few && availableParallelism() > 1) {
    for await (const lot of byThread(file)) {
      yield lot;
      from = (lot.at(-1)?.stamp.index ?? 0) + 1;
    }
  }
  // What the thread did not give meets its fault here: an error would lose its kind on the way.
  for await (const lot of log.said(from)) yield lot.map(prepare);
}

/** Throws what `prepareAct` throws. */
export function prepare({ index, envelope: { id: entry, kind, at, actor }, payload }: Said): Prepared {
  return { stamp: { entry, index, at, actor }, act: payload === null ? null : prepareAct(kind, payload) };
}

const THREAD = new URL(`./prepare-thread${extname(fileURLToPath(import.meta.url))}`, import.meta.url);

async function* byThread(file: RecordFile): AsyncGenerator<readonly Prepared[]> {
  const thread = new Preparer(file);
  try {
    const asked = Array.from({ length: AHEAD }, () => thread.next());
    for (;;) {
      const answer = await asked.shift();
      if (typeof answer !== 'string') return;
      asked.push(thread.next());
      yield JSON.parse(answer) as readonly Prepared[];
    }
  } finally {
    await thread.close();
  }
}

/** A thread that failed gives no more. */
class Preparer {
  readonly #worker: Worker;
  /** In the order in which it answers. */
  readonly #asked: ((answer: Answer) => void)[] = [];
  #isOver = false;

  constructor(file: RecordFile) {
    this.#worker = new Worker(THREAD, { workerData: file });
    this.#worker.on('message', (answer: Answer) => this.#asked.shift()?.(answer));
    this.#worker.once('error', () => this.#end());
    this.#worker.once('exit', () => this.#end());
  }

  async next(): Promise<Answer> {
    if (this.#isOver) return null;
    const { promise, resolve } = Promise.withResolvers<Answer>();
    this.#asked.push(resolve);
    this.#worker.postMessage(null, []);
    return promise;
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #end(): void {
    this.#isOver = true;
    for (const resolve of this.#asked.splice(0)) resolve(null);
  }
}
