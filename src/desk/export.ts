// Files for others. An export is asked for by a person, honours sensitivity, and is recorded in the log.
import { readFile } from 'node:fs/promises';
import { Fault } from '../base/fault.ts';
import type { Disclosure } from '../exchange/disclose.ts';
import { writeBundle, type Bundle } from '../exchange/write-bundle.ts';
import { readClaims } from '../views/read-claims.ts';
import type { Casebook } from './casebook.ts';

/** Built from src/exchange/stranger.ts. */
const CHECKER = new URL('../../lib/verify.mjs', import.meta.url);

/**
 * Writes the record as a bundle, sealed at the log as it stands, and records that it was made: so the entry that says so
 * is the first one after what the bundle holds.
 */
export async function exportBundle(casebook: Casebook, folder: string, disclosure: Disclosure, purpose: string | null): Promise<Bundle> {
  const checkpoint = await casebook.log.head();
  const vkey = await casebook.vkey();
  const { vault, log, name } = casebook.store;
  const bundle = await writeBundle(
    folder,
    {
      checkpoint,
      vkey,
      log,
      entries: () => casebook.log.entries({ to: checkpoint.size }),
      original: (sha256) => vault.original(sha256),
      text: (sha256) => vault.text(sha256),
      documents: await documentsOf(casebook),
      claims: await readClaims(casebook.store.reads, { statuses: ['recorded'] }),
      checker: await readChecker(),
      name,
      day: casebook.now.toISOString().slice(0, 10),
    },
    disclosure,
  );
  const { digest, entries, originals, withheld } = bundle;
  await casebook.record([{ kind: 'export.made', payload: { format: 'bundle', digest, entries, originals, withheld, purpose } }]);
  return bundle;
}

async function documentsOf({ store }: Casebook) {
  const rows = await store.reads
    .selectFrom('document')
    .innerJoin('original', 'original.id', 'document.original')
    .select(['document.id', 'document.original', 'document.title', 'document.published', 'document.publisher', 'original.name'])
    .orderBy('document.at')
    .execute();
  return rows.map(({ name, title, ...row }) => ({ ...row, title: title ?? name }));
}

async function readChecker(): Promise<string> {
  return readFile(CHECKER, 'utf8').catch((cause: unknown) => {
    throw new Fault('not-found', 'the checker that goes into a bundle was not built', 'Run `npm run build`.', cause);
  });
}
