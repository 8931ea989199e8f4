// What the crash test kills: keeps originals and appends entries as fast as it can, and says on stdout what it was told
// is kept, as "<entries> <sha256 of the last original>" lines.
import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { Log } from '../log/log.ts';
import type { Views } from './scratch-casebook.test-data.ts';
import { openStore } from './store.ts';

flushCompileCache(); // it is written at the end of a process otherwise, and this one is killed
const [folder = ''] = process.argv.slice(2);
const store = await openStore<Views>(folder, { mode: 'write' });
const log = await Log.open(store.log, { signer: store.signer, clock: () => new Date(), random: randomBytes });
for (;;) {
  const { sha256 } = await store.vault.keepOriginalBytes(randomBytes(2_000));
  const count = 1 + ((randomBytes(1)[0] ?? 0) % 8);
  const drafts = Array.from({ length: count }, () => ({ kind: 'original.preserved', actor: 'p_1', payload: { sha256 } }));
  const entries = await log.append(drafts, async (appended) => {
    await store.views
      .insertInto('folded')
      .values(appended.map(({ envelope }) => ({ id: envelope.id })))
      .execute();
  });
  writeSync(1, `${(entries.at(-1)?.index ?? -1) + 1} ${sha256}\n`);
}
