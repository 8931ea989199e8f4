// The inside of the thread that checks a casebook. It gives way to whoever waits for an answer of the desk, where the system can tell threads apart.
import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import type { Verification } from '../model/answers.ts';
import { openStore } from '../store/store.ts';
import type { Tables } from '../views/tables.ts';
import { answerOf, type Question } from './verify-beside.ts';
import { verifyStore } from './verify-casebook.ts';

async function verify({ folder, keys }: Question): Promise<Verification> {
  const store = await openStore<Tables>(folder, { mode: 'read', ...(keys === null ? {} : { keys }) });
  try {
    return await verifyStore(store);
  } finally {
    await store.close();
  }
}

// On Linux a priority is a thread's own; elsewhere it would be that of the whole desk.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW);
parentPort?.postMessage(await answerOf(verify(workerData as Question)), []);
