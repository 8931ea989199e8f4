// One connection to record.db: how it is opened, and what its failures are.
import { existsSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import Sqlite, { type Database } from 'better-sqlite3-multiple-ciphers';
import { Fault } from '../base/fault.ts';
import { errorCode } from './disk.ts';

export type Connection = Database;

// Read by SQLite's wrapper when the first database is opened: lets a name be a URI, which alone can say `immutable`. All
// names given here are absolute paths, or made by pathToFileURL, so none becomes a URI by chance.
process.env['SQLITE_USE_URI'] = '1';

export type ConnectionOptions = {
  readonly mode: 'create' | 'write' | 'read';
  /** 32 bytes that the file is encrypted with, or null where it is not. */
  readonly key: Uint8Array | null;
};

/** What it takes to open record.db once more, in another thread of this process, say. */
export type RecordFile = { readonly path: string; readonly key: Uint8Array | null };

/** Pages of the file that a connection keeps in memory at most, in kibibytes. */
export const CACHE = 65_536;

/** The same while all views are folded in one transaction: what does not fit is written out and read again, many times over (20 GB for a million claims at 64 MB). */
export const FOLDING_CACHE = 524_288;

/** How long a read waits for another process to finish recovering the file after a crash. Milliseconds. */
const READ_PATIENCE = 5_000;

/**
 * Open record.db. Throws a Fault 'casebook-damaged' or 'disk'; a key that does not fit makes the file look damaged.
 *
 * The write-ahead log is synced at every commit (synchronous FULL), so that a commit survives loss of power; freed pages
 * are overwritten with zeros (secure_delete), so that what is erased is not left in the file.
 */
export function openConnection(path: string, options: ConnectionOptions): Connection {
  try {
    return connect(resolve(path), options);
  } catch (thrown) {
    const unwritable = /^SQLITE_(?:CANTOPEN|READONLY)/.test(errorCode(thrown));
    if (options.mode === 'read' && unwritable && isAtRest(path)) return openUnmoved(path, options);
    throw sqliteFault(thrown, 'Opening record.db');
  }
}

/**
 * The same, to write, as the only one of all processes that has it open; nobody else can open it until it is closed. Its
 * write-ahead log is folded into it. Throws a Fault 'casebook-locked' where somebody else has it open.
 */
export function openAlone(path: string, key: Uint8Array | null): Connection {
  const db = openConnection(path, { mode: 'write', key });
  try {
    db.pragma('locking_mode = EXCLUSIVE');
    db.pragma('journal_mode = DELETE'); // refused while anybody else has it open, be they idle
    db.exec('BEGIN EXCLUSIVE; COMMIT'); // from here to the closing the file is locked
    return db;
  } catch (thrown) {
    db.close();
    throw sqliteFault(thrown, 'Taking record.db for oneself');
  }
}

/**
 * Write the database, as it is committed now and without its freed pages, to the empty file at `path`, under `key`. Stops
 * this process while it works; others go on. The caller makes it durable.
 */
export function copyDatabase(db: Connection, path: string, key: Uint8Array | null): void {
  const url = pathToFileURL(resolve(path)).href;
  try {
    db.pragma('query_only = OFF'); // a connection that was opened to read still cannot write to its own file
    db.prepare<[string], never>('VACUUM INTO ?').run(key ? `${url}?cipher=chacha20&key=raw:${Buffer.from(key).toString('hex')}` : url);
  } catch (thrown) {
    // Neither its message nor a cause: SQLite may repeat the name that it was given, and with it the key.
    const code = errorCode(thrown);
    const fault = /^SQLITE_(?:CORRUPT|NOTADB)/.test(code) ? 'casebook-damaged' : 'disk';
    throw new Fault(fault, `Copying the record to ${basename(path)} failed (${code})`, 'Check that the disk is sound and has room, and do it again.');
  }
}

/**
 * A read-only disk: SQLite cannot make the files by which processes tell each other what they do. Nobody else writes
 * there either, so the file can be read without them.
 */
function openUnmoved(path: string, options: ConnectionOptions): Connection {
  try {
    return connect(`${pathToFileURL(path).href}?immutable=1`, options);
  } catch (thrown) {
    throw sqliteFault(thrown, 'Opening record.db');
  }
}

function connect(path: string, options: ConnectionOptions): Connection {
  const { mode } = options;
  const db = new Sqlite(path, { readonly: mode === 'read', fileMustExist: mode !== 'create', timeout: READ_PATIENCE });
  try {
    prepare(db, options);
    return db;
  } catch (thrown) {
    db.close();
    throw thrown;
  }
}

/** Whether all that was committed is in the file itself, and nothing in a write-ahead log beside it. */
const isAtRest = (path: string): boolean => existsSync(path) && (!existsSync(`${path}-wal`) || statSync(`${path}-wal`).size === 0);

function prepare(db: Connection, { mode, key }: ConnectionOptions): void {
  if (key) {
    db.pragma(`cipher = 'chacha20'`);
    // "raw:" takes the key as it is; a slow derivation would have to run for every connection.
    db.key(Buffer.from(`raw:${Buffer.from(key).toString('hex')}`));
  }
  if (mode === 'read') {
    db.pragma('query_only = ON');
  } else {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('secure_delete = ON');
    db.pragma(`journal_size_limit = ${16 * 1024 * 1024}`);
  }
  db.pragma(`cache_size = -${CACHE}`);
  db.pragma('foreign_keys = ON');
  db.pragma('trusted_schema = OFF'); // a file that somebody else made must not make functions run by its schema
  db.pragma('temp_store = MEMORY'); // nothing of the record lies in the machine's temporary folder
  db.pragma('schema_version'); // reads the first page, so that a wrong key shows here
}

/** What SQLite threw, as a Fault; other things thrown stay as they are. */
export function sqliteFault(thrown: unknown, doing: string): unknown {
  const code = errorCode(thrown);
  if (thrown instanceof Fault || !code.startsWith('SQLITE_')) return thrown;
  const said = `${doing} failed: ${thrown instanceof Error ? thrown.message : code} (${code})`;
  const lacksTable = thrown instanceof Error && /^no such (?:table|column): (?:log|store)_/.test(thrown.message);
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT') || lacksTable) {
    return new Fault('casebook-damaged', said, 'Keep the folder as it is, and restore a backup beside it.', thrown);
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new Fault('casebook-locked', said, 'Wait until the other program is done, and do it again.', thrown);
  }
  if (code === 'SQLITE_FULL') return new Fault('disk', said, 'Make room on the disk, and do it again.', thrown);
  if (/^SQLITE_(?:IOERR|READONLY|CANTOPEN|PERM|AUTH)/.test(code)) {
    return new Fault('disk', said, 'Check that the disk is sound and that the casebook can be written, and do it again.', thrown);
  }
  return thrown;
}
