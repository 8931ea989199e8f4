// A log's entries made ready to be folded, in order: of a long log by a thread beside this one, which is busy writing.
import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { prepareAct, type PreparedAct } from './prepare-act.ts';

export type Question = readonly (readonly [kind: string, payload: string | null])[];
/** What each comes to; null where that is not known, be it that its payload was destroyed or that it cannot be prepared. */
export type Answer = readonly (PreparedAct | null)[];

/** An entry of the log: what of its envelope is folded, and its payload, a JSON text; null where that was destroyed. */
export type Said = {
  readonly index: number;
  readonly envelope: { readonly id: string; readonly kind: string; readonly at: string; readonly actor: string };
  readonly payload: string | null;
};

/** An entry, and what it comes to; null where its payload was destroyed. */
export type Prepared = { readonly said: Pick<Said, 'index' | 'envelope'>; readonly act: PreparedAct | null };

type Lot = readonly Said[];

/** A thread takes a moment to be of use: it is started only for a log of more entries than these. */
const FEW = 5_000;
/** Lots that are with the thread at most: what is in memory beside what is being folded. */
const MOST_AHEAD = 8;

/**
 * Gives the lots as they come, prepared. Throws what `prepareAct` throws, when the turn of that entry has come.
 *
 * @param lots - of some hundreds of entries each
 */
export async function* prepareActs(lots: AsyncIterable<Lot>): AsyncGenerator<readonly Prepared[]> {
  let entries = 0;
  let thread: Preparer | null = null;
  const ahead: { readonly lot: Lot; readonly answer: Promise<Answer> }[] = [];
  try {
    for await (const lot of lots) {
      entries += lot.length;
      if (entries > FEW && availableParallelism() > 1) thread ??= new Preparer();
      if (thread) ahead.push({ lot, answer: heard(thread.prepare(lot)) });
      else yield finish(lot, []);
      const first = ahead.length < MOST_AHEAD ? undefined : ahead.shift();
      if (first) yield finish(first.lot, await first.answer);
    }
    for (const { lot, answer } of ahead) yield finish(lot, await answer);
  } finally {
    await thread?.close();
  }
}

/** What the thread gave nothing for is prepared here: then it is known why it could not. */
const finish = (lot: Lot, answer: Answer): readonly Prepared[] =>
  lot.map((said, n) => ({ said, act: answer[n] ?? (said.payload === null ? null : prepareAct(said.envelope.kind, said.payload)) }));

/** Whoever takes the answer hears of its failure; where nobody does any more, the folding has failed already. */
function heard(answer: Promise<Answer>): Promise<Answer> {
  answer.catch(() => undefined);
  return answer;
}

const THREAD = new URL(`./prepare-thread${extname(fileURLToPath(import.meta.url))}`, import.meta.url);

class Preparer {
  readonly #worker = new Worker(THREAD);
  /** In the order in which it answers. */
  readonly #asked: PromiseWithResolvers<Answer>[] = [];
  #over: { readonly reason: unknown } | null = null;

  constructor() {
    this.#worker.on('message', (answer: Answer) => this.#asked.shift()?.resolve(answer));
    this.#worker.once('error', (error) => this.#end(error));
    this.#worker.once('exit', () => this.#end(new DOMException('the folding was stopped', 'AbortError')));
  }

  async prepare(lot: Lot): Promise<Answer> {
    if (this.#over) throw this.#over.reason;
    const asked = Promise.withResolvers<Answer>();
    this.#asked.push(asked);
    this.#worker.postMessage(lot.map(({ envelope, payload }) => [envelope.kind, payload] as const) satisfies Question, []);
    return asked.promise;
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #end(reason: unknown): void {
    this.#over ??= { reason };
    for (const { reject } of this.#asked.splice(0)) reject(reason);
  }
}
