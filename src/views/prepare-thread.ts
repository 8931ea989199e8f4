// The inside of the thread that makes entries ready to be folded: a lot in, what each comes to out, one lot after another.
import { parentPort } from 'node:worker_threads';
import { prepareAct, type PreparedAct } from './prepare-act.ts';
import type { Answer, Question } from './prepare-acts.ts';

/** An error would lose its kind on the way: whoever asked prepares such an entry again, and meets it there. */
function tryPrepare([kind, payload]: Question[number]): PreparedAct | null {
  try {
    return payload === null ? null : prepareAct(kind, payload);
  } catch {
    return null;
  }
}

parentPort?.on('message', (lot: Question) => parentPort?.postMessage(lot.map(tryPrepare) satisfies Answer, []));
