// The log at rest in SQLite: the asynchronous LogStore over synchronous statements.
import type { Statement } from 'better-sqlite3-multiple-ciphers';
import { Fault } from '../base/fault.ts';
import type { Anchor, LogReader, LogStore, LogWriter, Row } from '../log/log-store.ts';
import { completedBy, HASH_DIGITS, isHash, type Hash, type Place } from '../log/tree.ts';
import { openConnection, sqliteFault, type Connection, type RecordFile } from './connection.ts';
import type { WriteTurns } from './write-turns.ts';

/** How many rows are read at a time: enough to make the reading cheap, few enough to be in the processor's cache when they are looked at. */
const BATCH = 200;

/** Pages that a snapshot keeps in memory. It is read through once, and more of them only push what is at work out of the processor's cache. */
const SNAPSHOT_PAGES = 200;

type StoredRow = readonly [number, string, string, string, string | null, string | null];

const toRow = ([index, id, envelope, hashes, salt, payload]: StoredRow): Row => ({ index, id, envelope, hashes, salt, payload });

const COLUMNS = 'position, id, envelope, hashes, salt, payload';

class SqliteReader implements LogReader {
  protected readonly db: Connection;
  readonly #statements = new Map<string, Statement<unknown[], unknown>>();

  constructor(db: Connection) {
    this.db = db;
  }

  async head(): Promise<string | null> {
    return (this.one('SELECT note FROM log_head') as string | undefined) ?? null;
  }

  async size(): Promise<number> {
    return ((this.one('SELECT max(position) FROM log_entries') as number | null) ?? -1) + 1;
  }

  async row(index: number): Promise<Row | null> {
    return this.rows(`SELECT ${COLUMNS} FROM log_entries WHERE position = ?`, index)[0] ?? null;
  }

  async rowById(id: string): Promise<Row | null> {
    return this.rows(`SELECT ${COLUMNS} FROM log_entries WHERE id = ?`, id)[0] ?? null;
  }

  async *batches(from: number, to: number): AsyncIterable<readonly Row[]> {
    for (let begin = from; begin < to;) {
      const sql = `SELECT ${COLUMNS} FROM log_entries WHERE position >= ? AND position < ? ORDER BY position LIMIT ${BATCH}`;
      const rows = this.rows(sql, begin, to);
      const last = rows.at(-1);
      if (!last) return;
      yield rows;
      begin = last.index + 1;
    }
  }

  async nodes(places: readonly Place[]): Promise<readonly (Hash | null)[]> {
    const positions = places.map(completedBy);
    const sql = `SELECT position, hashes FROM log_entries WHERE position IN (${positions.map(() => '?').join(',')})`;
    const kept = new Map(this.all(sql, ...positions) as readonly (readonly [number, string])[]);
    return places.map((place) => {
      const found = kept.get(completedBy(place))?.slice(place.level * HASH_DIGITS, (place.level + 1) * HASH_DIGITS);
      return found !== undefined && isHash(found) ? found : null;
    });
  }

  async anchors(): Promise<readonly Anchor[]> {
    const rows = this.all('SELECT size, note, timestamp FROM log_anchors ORDER BY number') as readonly (readonly [number, string, Uint8Array | null])[];
    return rows.map(([size, note, timestamp]) => ({ size, note, timestamp }));
  }

  protected rows(sql: string, ...values: readonly unknown[]): readonly Row[] {
    return (this.all(sql, ...values) as readonly StoredRow[]).map(toRow);
  }

  /** The first column of the first row; undefined where there is no row. */
  protected one(sql: string, ...values: readonly unknown[]): unknown {
    return this.#reading(() =>
      this.statement(sql)
        .pluck()
        .get(...values),
    );
  }

  /** What the columns hold is as the schema says; whether it is what was written, verification finds out. */
  protected all(sql: string, ...values: readonly unknown[]): readonly (readonly unknown[])[] {
    return this.#reading(() =>
      this.statement(sql)
        .raw()
        .all(...values),
    ) as unknown[][];
  }

  #reading(read: () => unknown): unknown {
    try {
      return read();
    } catch (thrown) {
      throw sqliteFault(thrown, 'Reading the record');
    }
  }

  protected statement(sql: string): Statement<unknown[], unknown> {
    const known = this.#statements.get(sql) ?? this.db.prepare<unknown[], unknown>(sql);
    this.#statements.set(sql, known);
    return known;
  }
}

class SqliteWriter extends SqliteReader implements LogWriter {
  async version(): Promise<number> {
    return this.one('PRAGMA data_version') as number;
  }

  async add(rows: readonly Row[]): Promise<void> {
    const insert = this.statement(`INSERT INTO log_entries (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)`);
    for (const { index, id, envelope, hashes, salt, payload } of rows) insert.run(index, id, envelope, hashes, salt, payload);
  }

  async seal(note: string): Promise<void> {
    this.statement('INSERT INTO log_head (one, note) VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET note = excluded.note').run(note);
  }

  async erase(index: number): Promise<void> {
    this.statement('UPDATE log_entries SET salt = NULL, payload = NULL WHERE position = ?').run(index);
  }

  async keepAnchor({ size, note, timestamp }: Anchor): Promise<void> {
    this.statement('INSERT INTO log_anchors (size, note, timestamp) VALUES (?, ?, ?)').run(size, note, timestamp);
  }
}

/** What the log needs of the store. `writer` is null where the casebook was opened to read only. */
export type LogConnections = {
  readonly reads: Connection;
  readonly writer: { readonly db: Connection; readonly turns: WriteTurns } | null;
  /** One more connection to read with. */
  readonly open: () => Connection;
};

/** A LogStore over record.db. */
export class SqliteLog extends SqliteReader implements LogStore {
  readonly #writer: { readonly log: SqliteWriter; readonly turns: WriteTurns } | null;
  readonly #open: () => Connection;

  constructor({ reads, writer, open }: LogConnections) {
    super(reads);
    this.#writer = writer && { log: new SqliteWriter(writer.db), turns: writer.turns };
    this.#open = open;
  }

  async write<T>(work: (writer: LogWriter) => Promise<T>): Promise<T> {
    if (!this.#writer) throw readOnly();
    const { log, turns } = this.#writer;
    return turns.run(() => work(log));
  }

  async snapshot<T>(work: (reader: LogReader) => Promise<T>): Promise<T> {
    const db = this.#open();
    try {
      db.pragma(`cache_size = ${SNAPSHOT_PAGES}`);
      db.exec('BEGIN');
      return await work(new SqliteReader(db));
    } finally {
      db.close(); // ends the transaction too
    }
  }
}

/** The log of a casebook that is open, for another thread of this process; its connection is closed with the thread. */
export function openLogReader({ path, key }: RecordFile): LogReader {
  const db = openConnection(path, { mode: 'read', key });
  db.pragma(`cache_size = ${SNAPSHOT_PAGES}`);
  return new SqliteReader(db);
}

export const readOnly = (): Fault => new Fault('not-allowed', 'The casebook was opened to read only', 'Open it for writing.');
