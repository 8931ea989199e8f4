// The checks of a casebook that is open, made beside what goes on in it: of a long log they take minutes, in which the desk is to answer as ever.
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { asFault, Fault, type FaultShape } from '../base/fault.ts';
import type { Verification } from '../model/answers.ts';
import type { CasebookKeys } from '../store/key-slots.ts';
import type { Store } from '../store/store.ts';
import type { Tables } from '../views/tables.ts';
import { verifyStore } from './verify-casebook.ts';

/** What the thread is handed: it opens the casebook for itself, to read only. */
export type Question = { readonly folder: string; readonly keys: CasebookKeys | null };
export type Answer = { readonly verification: Verification } | { readonly fault: FaultShape };

/** A thread takes a moment to be of use: of a log of no more entries than these, the checks are made here. */
const FEW = 5_000;

const THREAD = new URL(`./verify-thread${extname(fileURLToPath(import.meta.url))}`, import.meta.url);

/**
 * What `verifyStore` finds. Throws what that throws, and an AbortError where `stopped` ended it.
 *
 * @param few - entries of a log that is checked without a thread
 */
export async function verifyBeside(store: Store<Tables>, stopped: AbortSignal, few = FEW): Promise<Verification> {
  if ((await store.log.size()) <= few) return verifyStore(store);
  if (stopped.aborted) throw wasStopped();
  const worker = new Worker(THREAD, { workerData: { folder: store.folder, keys: store.keys } satisfies Question });
  const end = (): void => void worker.terminate();
  stopped.addEventListener('abort', end, { once: true });
  try {
    return await heard(worker);
  } finally {
    stopped.removeEventListener('abort', end);
    await worker.terminate();
  }
}

async function heard(worker: Worker): Promise<Verification> {
  const answer = await new Promise<Answer>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(wasStopped()));
  });
  if ('verification' in answer) return answer.verification;
  const { code, message, hint } = answer.fault;
  throw new Fault(code, message, hint);
}

const wasStopped = (): DOMException => new DOMException('the checks were stopped', 'AbortError');

/** As it can be told to another thread. */
export async function answerOf(verification: Promise<Verification>): Promise<Answer> {
  try {
    return { verification: await verification };
  } catch (thrown) {
    return { fault: asFault(thrown).shape() };
  }
}
