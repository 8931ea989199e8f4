// The store: a casebook's folder, opened. One SQLite file holds the log and the views, so that an entry and its fold are
// kept together; originals and texts lie beside it as files.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Statement } from 'better-sqlite3-multiple-ciphers';
import { Kysely, SqliteDialect } from 'kysely';
import { Fault } from '../base/fault.ts';
import type { Chance } from '../log/entry.ts';
import { chainKeys, type Terms } from '../log/key-chain.ts';
import type { LogStore } from '../log/log-store.ts';
import { readChanges } from '../log/read-changes.ts';
import { ed25519Signer, type Signer, type Verifier } from '../log/signature.ts';
import { writeBackup, type Backup, type BackupSource } from './backup.ts';
import { readCasebookFile, recordFile, type CasebookFile } from './casebook-file.ts';
import { openConnection, type Connection, type RecordFile } from './connection.ts';
import { createCasebook } from './create-casebook.ts';
import { diskFault, dropAbandoned, nodeDisk, type Disk } from './disk.ts';
import { openCover, type FileCover } from './file-cover.ts';
import { openKeys, type CasebookKeys, type Key } from './key-slots.ts';
import { dropPlain, dropSealed, isUnfinished } from './encryption-remains.ts';
import { keepSeed, SEED_BYTES, setting, signerOf, verifierOf, type SigningKey } from './signing-key.ts';
import { readOnly, SqliteLog } from './sqlite-log.ts';
import { backupCover, sealedCover } from './sealed-cover.ts';
import { SHELVES } from './kept-file.ts';
import { Vault } from './vault.ts';
import { WriterNote } from './writer-note.ts';
import { WriteTurns } from './write-turns.ts';

export type StoreOptions = {
  /**
   * `create` makes the folder a casebook; `read` changes nothing of it (SQLite may leave two empty files of its own);
   * `rescue` opens one for writing whose signing key may be gone: then nothing but a change of key can be written.
   */
  readonly mode: 'create' | 'write' | 'read' | 'rescue';
  /** A passphrase, key file or both: encrypts a casebook that is created, opens one that is encrypted; so does its recovery key. */
  readonly key?: Key;
  /** In its place: what it opened, as another thread of this process has it from `Store.keys`. */
  readonly keys?: CasebookKeys;
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
  /** Signs the log's checkpoints; null where the casebook was opened to read only, or to rescue one without its key. */
  readonly signer: Signer | null;
  /** The log's first public key, as `onrecord.json` states it. Those that came after it are in the log. */
  readonly verifier: Verifier;
  /** The log's public keys, the first one first; the last is the one of today. Whether their chain holds is for `verifyLog` to say. */
  terms(): Promise<Terms>;
  /** A new key for this log. It is no key of it before `keepSigningKey`, and an entry that says so. */
  newSigningKey(): SigningKey;
  /** Destroy the signing key, and keep this one in its place. It may only be used inside `Log.rotate`'s `alongside`. */
  keepSigningKey(key: SigningKey): void;
  /** The writer's connection. It may only be used inside `Log.append`'s `alongside` and inside `transact`. */
  readonly views: Kysely<Views>;
  /** Sees only what is committed. */
  readonly reads: Kysely<Views>;
  readonly vault: Vault;
  readonly record: RecordFile;
  /** Opens an encrypted casebook when the passphrase is lost. Only right after it was created: to be shown once. */
  readonly recoveryKey: string | null;
  /** By which a thread of this process opens the same casebook; null where it is not encrypted. */
  readonly keys: CasebookKeys | null;
  /** For derived tables, as cached suggestions and a rebuild: `work` in one durable transaction. */
  transact<T>(work: () => Promise<T>): Promise<T>;
  /** The same, but all that `work` wrote is undone: for looking at what would come of it. */
  rehearse<T>(work: () => Promise<T>): Promise<T>;
  /**
   * After an erasure: rewrite the file and cut the write-ahead log, so that no byte of what was erased is left in them.
   *
   * Takes as much memory, and as long, as the file is large. Throws a Fault 'casebook-locked' where another process reads or
   * writes; what was erased may then still lie in the files.
   */
  scrub(): Promise<void>;
  /** Write all of the casebook, as it is now, to the new file `to`, while work goes on; encrypted where the casebook is. See backup.ts. */
  backup(to: string): Promise<Backup>;
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

async function openCasebook<Views>(folder: string, options: StoreOptions, disk: Disk, recoveryKey: string | null): Promise<Store<Views>> {
  const file = await readCasebookFile(folder);
  if (!file.encrypted && options.key !== undefined) throw new Fault('wrong-key', 'This casebook is not encrypted', 'Leave the passphrase out.');
  const keys = file.encrypted ? (options.keys ?? (await openKeys(folder, options.key))) : null;
  const path = join(folder, recordFile(file));
  const record: RecordFile = { path, key: keys?.record ?? null };
  const open = (mode: 'write' | 'read'): Connection => openConnection(path, { mode, key: record.key });
  const cover = keys ? sealedCover({ key: keys.vault, names: keys.names }, options.random ?? randomBytes) : openCover;
  const writer = options.mode === 'read' ? null : openWriter(folder, open('write'), options.clock ?? (() => new Date()));
  try {
    await settleEncryption(folder, file, { disk, cover, writes: writer !== null });
    if (writer) for (const written of [folder, ...SHELVES.map((shelf) => join(folder, shelf))]) await dropAbandoned(disk, written);
    const backup = { folder, file, key: keys?.record ?? null, cover: keys ? backupCover(keys.backup, options.random) : openCover, disk };
    const signer = writer && (await signerOf(file, writer.db, options.mode === 'rescue'));
    const parts = { ...backup, keys, record, writer, signer, open: () => open('read'), vault: new Vault(folder, disk, cover), recoveryKey };
    return new SqliteStore<Views>({ ...parts, reads: open('read'), random: options.random ?? randomBytes });
  } catch (thrown) {
    writer?.db.close();
    writer?.note.close();
    throw thrown;
  }
}

type Settling = { readonly disk: Disk; readonly cover: FileCover; readonly writes: boolean };

/**
 * What was opened for writing cannot be encrypted any more by another process; so one that was encrypted while this one
 * waited to open it is found out here, and what a crash left of an encryption is removed.
 */
async function settleEncryption(folder: string, opened: CasebookFile, { disk, cover, writes }: Settling): Promise<void> {
  const { encrypted } = await readCasebookFile(folder);
  if (encrypted !== opened.encrypted) throw new Fault('casebook-locked', `${folder} was encrypted while it was opened`, 'Open it again, with its key.');
  if (!writes || !(await isUnfinished(folder, encrypted, disk))) return;
  await (encrypted ? dropPlain(folder, cover, disk) : dropSealed(folder, disk));
}

type StoreWriter = { readonly db: Connection; readonly turns: WriteTurns; readonly note: WriterNote };

function openWriter(folder: string, db: Connection, clock: () => Date): StoreWriter {
  const note = new WriterNote(join(folder, 'record.writer'), clock);
  return { db, turns: new WriteTurns(db, note), note };
}

type Parts = BackupSource & {
  readonly keys: CasebookKeys | null;
  readonly record: RecordFile;
  readonly reads: Connection;
  readonly writer: StoreWriter | null;
  readonly signer: Signer | null;
  readonly random: Chance;
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
  readonly record: RecordFile;
  readonly recoveryKey: string | null;
  readonly keys: CasebookKeys | null;
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.folder = parts.folder;
    const kept = setting(parts.reads, 'name'); // read in any case: a file that is no record is found out here
    this.name = parts.file.name ?? Buffer.from(kept ?? []).toString();
    this.vault = parts.vault;
    this.record = parts.record;
    this.recoveryKey = parts.recoveryKey;
    this.keys = parts.keys;
    this.log = new SqliteLog(parts);
    this.verifier = verifierOf(parts.file);
    this.signer = parts.signer;
    this.reads = kyselyOver(parts.reads, () => true);
    const { writer } = parts;
    this.views = writer ? kyselyOver(writer.db, () => writer.turns.inTurn) : kyselyOver(parts.reads, () => false);
  }

  async terms(): Promise<Terms> {
    return chainKeys(this.verifier, await readChanges(this.log), true).terms;
  }

  newSigningKey(): SigningKey {
    const seed = this.#parts.random(SEED_BYTES);
    return { seed, signer: ed25519Signer(this.#parts.file.origin, seed) };
  }

  keepSigningKey({ seed }: SigningKey): void {
    const { db, turns } = this.#writer();
    if (!turns.inTurn) throw new Fault('bug', 'the signing key was to be changed outside a transaction', 'This is a fault of onrecord. Nothing was written.');
    keepSeed(db, seed);
  }

  async transact<T>(work: () => Promise<T>): Promise<T> {
    return this.#writer().turns.run(work);
  }

  async rehearse<T>(work: () => Promise<T>): Promise<T> {
    return this.#writer().turns.rehearse(work);
  }

  async scrub(): Promise<void> {
    const { db, turns } = this.#writer();
    await turns.alone('VACUUM');
    // Old pages lie in the write-ahead log until it is cut, and it is not while somebody still reads by it.
    const [outcome] = db.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[];
    if (outcome?.busy === 0) return;
    throw new Fault('casebook-locked', 'Another program is reading the casebook, so what was erased is still in record.db-wal', 'Close it, and do it again.');
  }

  async backup(to: string): Promise<Backup> {
    return writeBackup(this.#parts, to);
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

/** Statements that are kept compiled: folding a thousand entries compiles each of its statements once. Beyond so many, all are let go. */
const MOST_COMPILED = 300;
const IS_KEPT = /^\s*(?:select|insert|update|delete|replace)\b/i;

/** Kysely over a connection that the store opens and closes. `allowed` guards every statement. */
function kyselyOver<Views>(db: Connection, allowed: () => boolean): Kysely<Views> {
  const compiled = new Map<string, ReturnType<typeof compile>>();
  const compile = (sql: string) => db.prepare<readonly unknown[], unknown>(sql);
  const keep = (sql: string): ReturnType<typeof compile> => {
    if (compiled.size >= MOST_COMPILED) compiled.clear();
    const statement = compile(sql);
    compiled.set(sql, statement);
    return statement;
  };
  const database = {
    prepare(sql: string) {
      if (!allowed()) throw new Fault('bug', 'the views were to be changed outside a transaction', 'This is a fault of onrecord. Nothing was written.');
      return compiled.get(sql) ?? (IS_KEPT.test(sql) ? keep(sql) : compile(sql));
    },
    close() {},
  };
  const views = new Kysely<Views>({ dialect: new SqliteDialect({ database }) });
  prepared.set(views, database.prepare);
  return views;
}

type Prepare = (sql: string) => Statement<readonly unknown[], unknown>;
const prepared = new WeakMap<object, Prepare>();

/**
 * A statement on the connection that `Store.views` or `Store.reads` is over, kept compiled and guarded as those are. For what is run for every claim:
 * on its way through kysely a statement takes longer than many take in SQLite.
 */
export function statementOn(views: object, sql: string): ReturnType<Prepare> {
  const prepare = prepared.get(views);
  if (!prepare) throw new Fault('bug', 'a statement was asked for on no connection of the store', 'This is a fault of onrecord. Nothing was written.');
  return prepare(sql);
}
