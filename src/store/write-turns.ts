// Turns at writing: one transaction at a time, among the tasks of this process and among processes.
import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { Fault } from '../base/fault.ts';
import { sqliteFault, type Connection } from './connection.ts';
import { diskFault, errorCode } from './disk.ts';
import type { WriterNote } from './writer-note.ts';

/** How long a writer waits for another process, and how long between looks. Milliseconds. */
const PATIENCE = 5_000;
const LOOK_AGAIN = 10;

type Turn = { open: boolean };

export class WriteTurns {
  readonly #db: Connection;
  readonly #note: WriterNote;
  readonly #current = new AsyncLocalStorage<Turn>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(db: Connection, note: WriterNote) {
    this.#db = db;
    this.#note = note;
    db.pragma('busy_timeout = 0'); // waiting is done here, without stopping the whole process
  }

  /** Run `work` in the next transaction. Kept and on stable storage once the promise is fulfilled; else nothing of it is. */
  run<T>(work: () => Promise<T>): Promise<T> {
    return this.#queue(() => this.#transaction(work, 'COMMIT'));
  }

  /** Run `work` in the next transaction, and undo all that it did: for looking at what would come of it. */
  rehearse<T>(work: () => Promise<T>): Promise<T> {
    return this.#queue(() => this.#transaction(work, 'ROLLBACK'));
  }

  /** Run a statement that cannot stand in a transaction, when nobody else writes. */
  alone(sql: string): Promise<void> {
    return this.#queue(() => this.#patiently(sql));
  }

  /** Whether the code that asks runs inside a transaction that is still open. */
  get inTurn(): boolean {
    return this.#current.getStore()?.open ?? false;
  }

  /** Fulfilled when all turns that were asked for are over. */
  async settled(): Promise<void> {
    await this.#last;
  }

  #queue<T>(work: () => Promise<T>): Promise<T> {
    if (this.inTurn) throw new Fault('bug', 'a transaction was begun inside a transaction', 'This is a fault of onrecord: it would wait for itself for ever.');
    const turn = this.#last.then(work);
    this.#last = Promise.allSettled([turn]); // whoever asked for the turn hears of its failure; the next only waits for its end
    return turn;
  }

  async #transaction<T>(work: () => Promise<T>, end: 'COMMIT' | 'ROLLBACK'): Promise<T> {
    await this.#patiently('BEGIN IMMEDIATE');
    const turn: Turn = { open: true };
    try {
      this.#note.write();
      const result = await this.#current.run(turn, work);
      // Before the end, so that nothing can fail after it. Where the work fails the note stays, and does no harm: it is
      // shown only while somebody writes, and whoever writes has written it anew.
      this.#note.clear();
      this.#db.exec(end);
      return result;
    } catch (thrown) {
      if (this.#db.inTransaction) this.#db.exec('ROLLBACK');
      throw sqliteFault(diskFault(thrown, 'Writing to the casebook'), 'Writing to the record');
    } finally {
      turn.open = false;
    }
  }

  async #patiently(sql: string): Promise<void> {
    const patienceEnds = performance.now() + PATIENCE;
    for (;;) {
      try {
        this.#db.exec(sql);
        return;
      } catch (thrown) {
        if (!errorCode(thrown).startsWith('SQLITE_BUSY')) throw sqliteFault(thrown, 'Writing to the record');
        if (performance.now() > patienceEnds) throw this.#locked(thrown);
      }
      await sleep(LOOK_AGAIN);
    }
  }

  #locked(cause: unknown): Fault {
    const holder = this.#note.read();
    const who = holder ? `process ${holder.pid} has been writing since ${holder.since}` : 'another program is writing';
    return new Fault('casebook-locked', `The casebook is in use: ${who}`, 'Wait until it is done, or close it, and do it again.', cause);
  }
}
