// Files for others. An export is asked for by a person, honours sensitivity, and is recorded in the log.
import { readFile } from 'node:fs/promises';
import { Fault } from '../base/fault.ts';
import type { Choice } from '../exchange/choose-claims.ts';
import type { Disclosure } from '../exchange/disclose.ts';
import { writeBundle, type Bundle } from '../exchange/write-bundle.ts';
import { readClaims } from '../views/read-claims.ts';
import { readCaredNames } from '../views/read-cared-names.ts';
import { collected } from '../views/read-documents.ts';
import type { Casebook } from './casebook.ts';
import { claims } from './questions.ts';

/** Built from src/exchange/stranger.ts. */
const CHECKER = new URL('../../lib/verify.mjs', import.meta.url);

export type { Bundle, Choice };

/** `choice` is null for the whole record. `purpose` says for whom and what for, null where nobody said. */
export type Asked = { readonly disclosure: Omit<Disclosure, 'today'>; readonly choice: Choice | null; readonly purpose: string | null };

/**
 * Writes the record as a bundle, sealed at the log as it stands, and records that it was made: so the entry that says so
 * is the first one after what the bundle holds.
 */
export async function exportBundle(casebook: Casebook, folder: string, { disclosure, choice, purpose }: Asked): Promise<Bundle> {
  const today = casebook.now.toISOString().slice(0, 10);
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
      proof: (index) => casebook.log.proofFile(index, checkpoint),
      original: (sha256) => vault.original(sha256),
      text: (sha256) => vault.text(sha256),
      documents: await documentsOf(casebook),
      claims: await readClaims(casebook.store.reads, { statuses: choice ? ['recorded', 'suggested'] : ['recorded'] }),
      names: await readCaredNames(casebook.store.reads),
      checker: await readChecker(),
      name,
      day: today,
    },
    { disclosure: { ...disclosure, today }, choice: choice && { ...choice, ...(await leftBy(casebook, choice)) }, purpose },
  );
  const { digest, entries, originals, withheld } = bundle;
  await casebook.record([
    { kind: 'export.made', payload: { format: bundle.chosen ? 'bundle of chosen claims' : 'bundle', digest, entries, originals, withheld, purpose } },
  ]);
  return bundle;
}

/** Of what stands today, what stood in the record then, and bears the label: what the filter asks of the log, and not of claims. */
async function leftBy(casebook: Casebook, { filter }: Choice): Promise<Pick<Choice, 'left'>> {
  if (filter.knownBy === undefined && filter.label === undefined) return {};
  return { left: new Set((await claims(casebook, { ...filter, status: 'recorded' })).map(({ id }) => id)) };
}

async function documentsOf({ store }: Casebook) {
  const rows = await store.reads
    .selectFrom('document')
    .innerJoin('original', 'original.id', 'document.original')
    .select(['document.id', 'document.original', 'document.title', 'document.published', 'document.publisher'])
    .select(['original.name', 'original.url', 'original.method', 'original.collected_at', 'original.collector', 'original.prior_custodian', 'original.note'])
    .select('original.tool')
    .orderBy('document.at')
    .execute();
  return rows.map(({ id, original, published, publisher, title, ...row }) => ({
    id,
    original,
    published,
    publisher,
    title: title ?? row.name,
    collection: collected(row),
  }));
}

async function readChecker(): Promise<string> {
  return readFile(CHECKER, 'utf8').catch((cause: unknown) => {
    throw new Fault('not-found', 'the checker that goes into a bundle was not built', 'Run `npm run build`.', cause);
  });
}
