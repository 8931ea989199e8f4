// What the test of a change of key kills: changes the key of a casebook as fast as it can, and says so each time.
import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { Log } from '../log/log.ts';
import { rotate } from './rotate.test-data.ts';
import { openStore } from './store.ts';

const [folder = ''] = process.argv.slice(2);
for (;;) {
  const store = await openStore(folder, { mode: 'write' });
  const log = await Log.open(store.log, { signer: store.signer, clock: () => new Date(), random: randomBytes });
  writeSync(1, `${(await rotate(store, log)).size}\n`);
  await store.close();
}
