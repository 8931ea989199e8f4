// A casebook in a temporary folder, and the ways in which tests meddle with it.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3-multiple-ciphers';
import type { Draft } from '../log/entry.ts';
import { Log } from '../log/log.ts';
import type { LogStore } from '../log/log-store.ts';
import { openStore, type Store, type StoreOptions } from './store.ts';

/** The tables of the views that these tests fold into. */
export type Views = { folded: { id: string } };

export const notes = (count: number): readonly Draft[] =>
  Array.from({ length: count }, (_, n) => ({ kind: 'note.made', actor: 'p_1', payload: { text: `number ${n}` } }));

export class ScratchCasebook {
  readonly folder: string;
  readonly #open: Store<Views>[] = [];

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async make(options: Partial<StoreOptions> = {}): Promise<ScratchCasebook> {
    const scratch = new ScratchCasebook(join(await mkdtemp(join(tmpdir(), 'onrecord-')), 'casebook'));
    await scratch.open({ mode: 'create', name: 'Scratch', ...options });
    return scratch;
  }

  async open(options: StoreOptions): Promise<Store<Views>> {
    const store = await openStore<Views>(this.folder, options);
    this.#open.push(store);
    return store;
  }

  /** The store that was opened first. */
  get store(): Store<Views> {
    const [first] = this.#open;
    if (!first) throw new Error('the scratch casebook is closed');
    return first;
  }

  log(store: Store<Views> = this.store, over: LogStore = store.log): Promise<Log> {
    return Log.open(over, { signer: store.signer, clock: () => new Date(), random: randomBytes });
  }

  /** Change record.db as somebody would who has the file and wants to deceive. */
  meddle(...sql: readonly string[]): void {
    const db = new Sqlite(join(this.folder, 'record.db'));
    db.exec('DROP TRIGGER IF EXISTS log_entries_stay; DROP TRIGGER IF EXISTS log_entries_unchanged');
    for (const each of sql) db.exec(each);
    db.close();
  }

  async close(): Promise<void> {
    for (const store of this.#open.splice(0)) await store.close();
  }

  async remove(): Promise<void> {
    await this.close();
    await rm(join(this.folder, '..'), { recursive: true });
  }
}
