// Who proposes claims for many texts: threads beside this one, which is busy recording, and this one itself where they have enough to do.
import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Suggestion } from '../model/claim.ts';
import type { Utterance } from '../model/utterance.ts';
import { propose, type Analysed } from './propose.ts';

export type Question = { readonly number: number; readonly document: Analysed; readonly text: string; readonly said: readonly Utterance[] };
export type Answer = { readonly number: number; readonly suggestions: readonly Suggestion[] };

/** A thread takes a second to be of use: it is started only for who proposes for more texts than this. */
const FEW = 8;
/** Texts that a thread is given at once, so that it need not wait for the next one. */
const MOST_WAITING = 2;
const MOST_THREADS = 3;

export class Analysts {
  readonly #threads: Analyst[] = [];
  readonly #most: number;
  #asked = 0;

  /** @param most - threads beside this one; they are started when first needed */
  constructor(most = Math.min(MOST_THREADS, availableParallelism() - 1)) {
    this.#most = most;
  }

  /** What is proposed for a text, as `propose` does. Rejects with what that throws, and where it was closed meanwhile. */
  async propose(document: Analysed, text: string, said: readonly Utterance[]): Promise<readonly Suggestion[]> {
    this.#asked++;
    const thread = this.#asked > FEW ? this.#free() : null;
    return thread ? thread.propose(document, text, said) : propose(document, text, said);
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }

  #free(): Analyst | null {
    const free = this.#threads.find(({ waiting }) => waiting < MOST_WAITING);
    if (free || this.#threads.length >= this.#most) return free ?? null;
    const started = new Analyst();
    this.#threads.push(started);
    return started;
  }
}

const THREAD = new URL(`./analyst-thread${extname(fileURLToPath(import.meta.url))}`, import.meta.url);

class Analyst {
  readonly #worker = new Worker(THREAD);
  readonly #asked = new Map<number, PromiseWithResolvers<readonly Suggestion[]>>();
  #number = 0;
  #over: { readonly reason: unknown } | null = null;

  constructor() {
    this.#worker.on('message', ({ number, suggestions }: Answer) => {
      this.#asked.get(number)?.resolve(suggestions);
      this.#asked.delete(number);
    });
    this.#worker.once('error', (error) => this.#end(error));
    this.#worker.once('exit', () => this.#end(new DOMException('the analysis was stopped', 'AbortError')));
  }

  get waiting(): number {
    return this.#asked.size;
  }

  async propose(document: Analysed, text: string, said: readonly Utterance[]): Promise<readonly Suggestion[]> {
    if (this.#over) throw this.#over.reason;
    const answer = Promise.withResolvers<readonly Suggestion[]>();
    const number = this.#number++;
    this.#asked.set(number, answer);
    this.#worker.postMessage({ number, document, text, said } satisfies Question, []);
    return answer.promise;
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #end(reason: unknown): void {
    this.#over ??= { reason };
    for (const answer of this.#asked.values()) answer.reject(reason);
    this.#asked.clear();
  }
}
