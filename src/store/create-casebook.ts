// Making a casebook: its folder, its keys and an empty record.
import { randomBytes } from 'node:crypto';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../base/fault.ts';
import { base32 } from '../base/base32.ts';
import type { Chance } from '../log/entry.ts';
import { ed25519Signer } from '../log/signature.ts';
import { CASEBOOK_FILE, FORMAT, recordFile, withCompanions, writeCasebookFile } from './casebook-file.ts';
import { openConnection, sqliteFault } from './connection.ts';
import { fileSize, makeFolders, type Disk } from './disk.ts';
import { KEYS_FILE, makeKeys, type Key } from './key-slots.ts';
import { SCHEMA } from './schema.ts';
import { SHELVES } from './kept-file.ts';

type NewCasebook = { readonly key?: Key; readonly name?: string; readonly random?: Chance };

const RECORDS = [recordFile({ encrypted: false }), recordFile({ encrypted: true })];

/** `onrecord.json` comes last: a folder where making a casebook was cut short has none, and is none. Gives the recovery key. */
export async function createCasebook(folder: string, options: NewCasebook, disk: Disk): Promise<string | null> {
  for (const taken of [CASEBOOK_FILE, ...RECORDS, KEYS_FILE]) {
    if ((await fileSize(disk, join(folder, taken))) === null) continue;
    throw new Fault('casebook-exists', `${folder} has a ${taken} already`, 'Open that casebook, or choose another folder.');
  }
  try {
    return await fillCasebook(folder, options, disk);
  } catch (thrown) {
    for (const name of [...RECORDS.flatMap(withCompanions), KEYS_FILE]) await disk.rm(join(folder, name), { force: true });
    throw thrown;
  }
}

async function fillCasebook(folder: string, { key, name = '', random = randomBytes }: NewCasebook, disk: Disk): Promise<string | null> {
  await makeFolders(
    disk,
    SHELVES.map((shelf) => join(folder, shelf)),
  );
  const made = key === undefined ? null : await makeKeys(disk, folder, key, random);
  const origin = `onrecord.invalid/${base32(random(16))}`;
  const seed = random(32);
  await makeRecord(join(folder, recordFile({ encrypted: made !== null })), made?.keys.record ?? null, { 'signing-key': seed, name: Buffer.from(name) });
  const { vkey } = ed25519Signer(origin, seed);
  await writeCasebookFile(disk, folder, { format: FORMAT, origin, vkey, name: made ? null : name, encrypted: made !== null });
  return made?.recoveryKey ?? null;
}

async function makeRecord(path: string, key: Uint8Array | null, settings: Readonly<Record<string, Uint8Array>>): Promise<void> {
  const db = openConnection(path, { mode: 'create', key });
  try {
    await chmod(path, 0o600);
    db.transaction(() => {
      db.exec(SCHEMA);
      const put = db.prepare<[string, Uint8Array], never>('INSERT INTO store_settings (name, value) VALUES (?, ?)');
      for (const [name, value] of Object.entries(settings)) put.run(name, value);
    })();
  } catch (thrown) {
    throw sqliteFault(thrown, 'Making the record');
  } finally {
    db.close();
  }
}
