// A note beside record.db of who is writing, so that whoever waits can be told. It locks nothing: SQLite does.
import { closeSync, openSync, readSync, writeSync } from 'node:fs';

/** `since` is ISO 8601 in UTC. */
export type Writer = { readonly pid: number; readonly since: string };

const LENGTH = 64;

export class WriterNote {
  readonly #file: number;
  readonly #clock: () => Date;

  constructor(path: string, clock: () => Date) {
    this.#file = openSync(path, 'a+', 0o600);
    closeSync(this.#file);
    // Opened again without "append", which would ignore the position that is written at.
    this.#file = openSync(path, 'r+');
    this.#clock = clock;
  }

  /** Called while the write lock is held. A process that is killed leaves its note; the next to write overwrites it. */
  write(): void {
    this.#put(`${process.pid} ${this.#clock().toISOString()}`);
  }

  clear(): void {
    this.#put('');
  }

  /** Null where nobody says that they write. */
  read(): Writer | null {
    const bytes = Buffer.alloc(LENGTH);
    readSync(this.#file, bytes, 0, LENGTH, 0);
    const { pid, since } = /^(?<pid>\d+) (?<since>\S+)/.exec(bytes.toString('latin1'))?.groups ?? {};
    return pid !== undefined && since !== undefined ? { pid: Number(pid), since } : null;
  }

  close(): void {
    closeSync(this.#file);
  }

  #put(text: string): void {
    writeSync(this.#file, Buffer.from(text.padEnd(LENGTH), 'latin1'), 0, LENGTH, 0);
  }
}
