// A program of its own, run by log.ts: verifies the log of the casebook in the folder that it is given, and prints the most memory that took, in MB.
import { verifyLog } from '../src/log/verify.ts';
import { openStore } from '../src/store/store.ts';
import { peakMemory } from './peak-memory.ts';

const store = await openStore(process.argv[2] ?? '.', { mode: 'read' });
const { ok } = await verifyLog(store.log, { log: store.verifier });
await store.close();
if (!ok) throw new Error('the log of the benchmark does not verify');
process.stdout.write(String(peakMemory()));
