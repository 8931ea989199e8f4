// The store: a casebook's folder, opened. One SQLite file holds the log and the views, so that an entry and its fold are
// kept together; originals and texts lie beside it as files.
import { randomBytes } from 'node:crypto';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { Kysely, SqliteDialect } from 'kysely';
import { Fault } from '../base/fault.ts';
import { base32 } from '../log/bytes.ts';
import type { Chance } from '../log/entry.ts';
import type { LogStore } from '../log/log-store.ts';
import { ed25519Signer, parseVkey, type Signer, type Verifier } from '../log/signature.ts';
import { CASEBOOK_FILE, FORMAT, readCasebookFile, writeCasebookFile, type CasebookFile } from './casebook-file.ts';
import { openConnection, sqliteFault, type Connection } from './connection.ts';
import { diskFault, fileSize, makeFolder, nodeDisk, type Disk } from './disk.ts';
import { openCover } from './file-cover.ts';
import { KEYS_FILE, makeKeys, openKeys } from './key-slots.ts';
import { SCHEMA } from './schema.ts';
import { readOnly, SqliteLog } from './sqlite-log.ts';
import { sealedCover } from './sealed-cover.ts';
import { SHELVES, Vault } from './vault.ts';
import { WriterNote } from './writer-note.ts';
import { WriteTurns } from './write-turns.ts';

export type StoreOptions = {
  /** `create` makes the folder a casebook; `read` changes nothing of it (SQLite may leave two empty files of its own). */
  readonly mode: 'create' | 'write' | 'read';
  /** The passphrase: encrypts a casebook that is created, opens one that is encrypted. */
  readonly key?: string;
  /** What people call the casebook; used by `create`. */
  readonly name?: string;
  readonly clock?: () => Date;
  /** Must be fit for secrets: keys are made of it. */
  readonly random?: Chance;
  readonly disk?: Disk;
};

/** `Views` are the tables of whoever folds the log, in kysely's notation. */
export interface Store<Views> {
  readonly folder: string;
  readonly name: string;
  readonly log: LogStore;
  /** Signs the log's checkpoints; null where the casebook was opened to read only. */
  readonly signer: Signer | null;
  /** The log's public key, as `onrecord.json` states it. */
  readonly verifier: Verifier;
  /** The writer's connection. It may only be used inside `Log.append`'s `alongside` and inside `transact`. */
  readonly views: Kysely<Views>;
  /** Sees only what is committed. */
  readonly reads: Kysely<Views>;
  readonly vault: Vault;
  /** Opens an encrypted casebook when the passphrase is lost. Only right after it was created: to be shown once. */
  readonly recoveryKey: string | null;
  /** For derived tables, as cached suggestions and a rebuild: `work` in one durable transaction. */
  transact<T>(work: () => Promise<T>): Promise<T>;
  /**
   * After an erasure: rewrite the file and cut the write-ahead log, so that no byte of what was erased is left in them.
   *
   * Takes as much memory, and as long, as the file is large. Throws a Fault 'casebook-locked' where another process reads or
   * writes; what was erased may then still lie in the files.
   */
  scrub(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Open the casebook in `folder`, or make it one.
 *
 * Throws a Fault 'no-casebook', 'casebook-exists', 'casebook-newer', 'casebook-damaged', 'wrong-key' or 'disk'.
 */
export async function openStore<Views>(folder: string, options: StoreOptions): Promise<Store<Views>> {
  const disk = options.disk ?? nodeDisk;
  try {
    const recoveryKey = options.mode === 'create' ? await createCasebook(folder, options, disk) : null;
    return await openCasebook<Views>(folder, options, disk, recoveryKey);
  } catch (thrown) {
    throw diskFault(thrown, `Opening the casebook ${folder}`);
  }
}

/** `onrecord.json` comes last: a folder where making a casebook was cut short has none, and is none. Gives the recovery key. */
async function createCasebook(folder: string, options: StoreOptions, disk: Disk): Promise<string | null> {
  for (const taken of [CASEBOOK_FILE, 'record.db', KEYS_FILE]) {
    if ((await fileSize(disk, join(folder, taken))) === null) continue;
    throw new Fault('casebook-exists', `${folder} has a ${taken} already`, 'Open that casebook, or choose another folder.');
  }
  try {
    return await fillCasebook(folder, options, disk);
  } catch (thrown) {
    for (const name of ['record.db', 'record.db-wal', 'record.db-shm', KEYS_FILE]) await disk.rm(join(folder, name), { force: true });
    throw thrown;
  }
}

async function fillCasebook(folder: string, { key, name = '', random = randomBytes }: StoreOptions, disk: Disk): Promise<string | null> {
  for (const shelf of SHELVES) await makeFolder(disk, join(folder, shelf));
  const made = key === undefined ? null : await makeKeys(disk, folder, key, random);
  const origin = `onrecord.invalid/${base32(random(16))}`;
  const seed = random(32);
  await makeRecord(folder, made?.keys.record ?? null, { 'signing-key': seed, name: Buffer.from(name) });
  const { vkey } = ed25519Signer(origin, seed);
  await writeCasebookFile(disk, folder, { format: FORMAT, origin, vkey, name: made ? null : name, encrypted: made !== null });
  return made?.recoveryKey ?? null;
}

async function makeRecord(folder: string, key: Uint8Array | null, settings: Readonly<Record<string, Uint8Array>>): Promise<void> {
  const path = join(folder, 'record.db');
  const db = openConnection(path, { mode: 'create', key });
  try {
    await chmod(path, 0o600);
    db.transaction(() => {
      db.exec(SCHEMA);
      const put = db.prepare<[string, Uint8Array], never>('INSERT INTO store_settings (name, value) VALUES (?, ?)');
      for (const [name, value] of Object.entries(settings)) put.run(name, value);
    })();
  } catch (thrown) {
    throw sqliteFault(thrown, 'Making record.db');
  } finally {
    db.close();
  }
}

async function openCasebook<Views>(folder: string, options: StoreOptions, disk: Disk, recoveryKey: string | null): Promise<Store<Views>> {
  const file = await readCasebookFile(folder);
  if (!file.encrypted && options.key !== undefined) throw new Fault('wrong-key', 'This casebook is not encrypted', 'Leave the passphrase out.');
  const keys = file.encrypted ? await openKeys(folder, options.key) : null;
  const open = (mode: 'write' | 'read'): Connection => openConnection(join(folder, 'record.db'), { mode, key: keys?.record ?? null });
  const cover = keys ? sealedCover({ key: keys.vault, names: keys.names }, options.random ?? randomBytes) : openCover;
  const writer = options.mode === 'read' ? null : openWriter(folder, open('write'), options.clock ?? (() => new Date()));
  try {
    return new SqliteStore<Views>({ folder, file, reads: open('read'), writer, open: () => open('read'), vault: new Vault(folder, disk, cover), recoveryKey });
  } catch (thrown) {
    writer?.db.close();
    writer?.note.close();
    throw thrown;
  }
}

type StoreWriter = { readonly db: Connection; readonly turns: WriteTurns; readonly note: WriterNote };

function openWriter(folder: string, db: Connection, clock: () => Date): StoreWriter {
  const note = new WriterNote(join(folder, 'record.writer'), clock);
  return { db, turns: new WriteTurns(db, note), note };
}

type Parts = {
  readonly folder: string;
  readonly file: CasebookFile;
  readonly reads: Connection;
  readonly writer: StoreWriter | null;
  readonly open: () => Connection;
  readonly vault: Vault;
  readonly recoveryKey: string | null;
};

class SqliteStore<Views> implements Store<Views> {
  readonly folder: string;
  readonly name: string;
  readonly log: LogStore;
  readonly signer: Signer | null;
  readonly verifier: Verifier;
  readonly views: Kysely<Views>;
  readonly reads: Kysely<Views>;
  readonly vault: Vault;
  readonly recoveryKey: string | null;
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.folder = parts.folder;
    const kept = setting(parts.reads, 'name'); // read in any case: a file that is no record is found out here
    this.name = parts.file.name ?? Buffer.from(kept ?? []).toString();
    this.vault = parts.vault;
    this.recoveryKey = parts.recoveryKey;
    this.log = new SqliteLog(parts);
    this.verifier = verifierOf(parts.file);
    this.signer = parts.writer && signerOf(parts.file, parts.writer.db);
    this.reads = kyselyOver(parts.reads, () => true);
    const { writer } = parts;
    this.views = writer ? kyselyOver(writer.db, () => writer.turns.inTurn) : kyselyOver(parts.reads, () => false);
  }

  async transact<T>(work: () => Promise<T>): Promise<T> {
    return this.#writer().turns.run(work);
  }

  async scrub(): Promise<void> {
    const { db, turns } = this.#writer();
    await turns.alone('VACUUM');
    // Old pages lie in the write-ahead log until it is cut, and it is not while somebody still reads by it.
    const [outcome] = db.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[];
    if (outcome?.busy === 0) return;
    throw new Fault('casebook-locked', 'Another program is reading the casebook, so what was erased is still in record.db-wal', 'Close it, and do it again.');
  }

  async close(): Promise<void> {
    const { writer, reads } = this.#parts;
    await writer?.turns.settled();
    reads.close();
    writer?.db.close();
    writer?.note.close();
  }

  #writer(): StoreWriter {
    if (!this.#parts.writer) throw readOnly();
    return this.#parts.writer;
  }
}

function verifierOf({ vkey, origin }: CasebookFile): Verifier {
  const parsed = parseVkey(vkey);
  if (parsed.ok && parsed.value.name === origin) return parsed.value;
  const what = parsed.ok ? 'its key is of another log' : parsed.reason;
  throw new Fault('casebook-damaged', `${CASEBOOK_FILE} cannot be right: ${what}`, 'Put back the file as a backup has it.');
}

function signerOf({ origin, vkey }: CasebookFile, db: Connection): Signer {
  const seed = setting(db, 'signing-key');
  const signer = seed?.length === 32 ? ed25519Signer(origin, seed) : null;
  if (signer?.vkey === vkey) return signer;
  throw new Fault('casebook-damaged', `the signing key in record.db is not the one that ${CASEBOOK_FILE} names`, 'Put back both files as one backup has them.');
}

function setting(db: Connection, name: string): Uint8Array | undefined {
  try {
    return db.prepare<[string], Uint8Array>('SELECT value FROM store_settings WHERE name = ?').pluck().get(name);
  } catch (thrown) {
    throw sqliteFault(thrown, 'Reading the settings of the casebook');
  }
}

/** Kysely over a connection that the store opens and closes. `allowed` guards every statement. */
function kyselyOver<Views>(db: Connection, allowed: () => boolean): Kysely<Views> {
  const database = {
    prepare(sql: string) {
      if (!allowed()) throw new Fault('bug', 'the views were to be changed outside a transaction', 'This is a fault of onrecord. Nothing was written.');
      return db.prepare<readonly unknown[], unknown>(sql);
    },
    close() {},
  };
  return new Kysely<Views>({ dialect: new SqliteDialect({ database }) });
}
