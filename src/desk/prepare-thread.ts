// The inside of the thread that makes entries ready to be folded: it reads the log by itself, and gives a lot of them whenever it is asked.
import { parentPort, workerData } from 'node:worker_threads';
import { saidIn } from '../log/log.ts';
import type { RecordFile } from '../store/connection.ts';
import { openLogReader } from '../store/sqlite-log.ts';
import { prepare, type Answer, type Prepared } from './prepare-acts.ts';

const lots = prepareAll();

/** Ends before the first that cannot be prepared. */
async function* prepareAll(): AsyncGenerator<readonly Prepared[]> {
  for await (const lot of saidIn(openLogReader(workerData as RecordFile))) {
    const prepared: Prepared[] = [];
    try {
      for (const said of lot) prepared.push(prepare(said));
    } catch {
      // Whoever asked prepares it again, and meets there what is wrong with it.
      yield prepared;
      return;
    }
    yield prepared;
  }
}

async function answer(): Promise<void> {
  const { value, done } = await lots.next();
  parentPort?.postMessage((done === true ? null : JSON.stringify(value)) satisfies Answer, []);
}

/** What fails here ends the thread, and whoever asked does without it. */
parentPort?.on('message', () => void answer());
