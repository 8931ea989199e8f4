// A casebook held open: the only thing that appends to its log. Every act goes through `record`, which writes the
// entries, folds them into the views and seals a checkpoint in one transaction: all of it lands, or none.
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Fault } from '../base/fault.ts';
import { Log } from '../log/log.ts';
import type { Draft, Entry } from '../log/entry.ts';
import { lastTerm } from '../log/key-chain.ts';
import { formatVerifier } from '../log/signature.ts';
import type { Act } from '../model/act.ts';
import { readCasebookFile } from '../store/casebook-file.ts';
import type { Key } from '../store/key-slots.ts';
import { openStore, type Store } from '../store/store.ts';
import { fold } from '../views/fold.ts';
import { Folding } from '../views/folding.ts';
import { digestViews } from '../views/digest-views.ts';
import { areCurrent, emptyViews, finishViews } from '../views/schema.ts';
import type { Tables } from '../views/tables.ts';
import { dropMarks, markWriting } from '../store/writing-marks.ts';
import { dropUnrecorded, requireKept } from './drop-unrecorded.ts';
import { finishErasures } from './finish-erasures.ts';
import { indexTexts } from './index-texts.ts';
import { newId } from './new-id.ts';
import { prepare, prepareActs, type Prepared } from './prepare-acts.ts';
import { PROGRAM } from './program.ts';
import { RecentlyUsed } from './recently-used.ts';

export type { Key };

/** What comes from outside: the time, randomness, and who is at the desk (their name as they gave it). */
export type Surroundings = { readonly clock: () => Date; readonly random: (bytes: number) => Uint8Array; readonly by: string | null };

export const surroundings = (by: string | null): Surroundings => ({ clock: () => new Date(), random: (bytes) => randomBytes(bytes), by });

/** Who acts where nobody gave a name. */
const UNNAMED = 'unnamed person';

export class Casebook {
  readonly folder: string;
  readonly store: Store<Tables>;
  readonly log: Log;
  /** What is wrong with a casebook that was opened all the same, to read only; null where nothing is. */
  readonly damage: string | null;
  /** Texts that were lately looked at for copies. */
  readonly texts = new RecentlyUsed(32 * 1024 * 1024);
  readonly #around: Surroundings;
  #closed = false;
  /** Says that this process has it open to write; null where it has not. */
  #mark: string | null = null;

  private constructor(folder: string, store: Store<Tables>, log: Log, around: Surroundings, damage: string | null = null) {
    this.damage = damage;
    this.folder = folder;
    this.store = store;
    this.log = log;
    this.#around = around;
  }

  /**
   * Makes an empty casebook in `folder`, which may exist but not hold one. Its first entries open it. With a passphrase
   * it is encrypted, and `store.recoveryKey` is to be shown once.
   */
  static async create(folder: string, name: string, around: Surroundings, key: Key | null = null): Promise<Casebook> {
    const store = await openStore<Tables>(resolve(folder), { mode: 'create', name, ...withKey(key) });
    const casebook = await Casebook.#over(resolve(folder), store, around);
    await store.transact(async () => {
      await emptyViews(store.views);
      await finishViews(store.views);
    });
    casebook.#mark = await markWriting(casebook.folder);
    await casebook.record([{ kind: 'casebook.opened', payload: { name, format: 1, program: PROGRAM } }]);
    return casebook;
  }

  /**
   * Opened to write, views of another version are folded again, and an erasure that was cut short is finished. `rescue`
   * opens one to write whose signing key is gone: then `rotateKey` alone can write.
   */
  static async open(folder: string, mode: 'read' | 'write' | 'rescue', around: Surroundings, key: Key | null = null): Promise<Casebook> {
    const store = await openStore<Tables>(resolve(folder), { mode, ...withKey(key) });
    const casebook = await Casebook.#over(resolve(folder), store, around);
    const current = await areCurrent(store.reads);
    if (mode !== 'read') {
      if (!current) {
        await casebook.rebuild();
        await indexTexts(casebook);
      }
      await finishErasures(store);
      casebook.#mark = await markWriting(casebook.folder);
      await dropUnrecorded(casebook.folder, casebook, casebook.#mark);
    } else if (!current) {
      await store.close();
      throw new Fault('conflict', 'the views of this casebook were made by another version of onrecord', 'Run `onrecord rebuild`: it folds the log again.');
    }
    return casebook;
  }

  /** Opens a casebook that `open` refused as damaged, to read only, so that what it holds can still be looked at. */
  static async openDamaged(folder: string, around: Surroundings, key: Key | null, damage: string): Promise<Casebook> {
    const store = await openStore<Tables>(resolve(folder), { mode: 'read', ...withKey(key) });
    return new Casebook(resolve(folder), store, Log.openDamaged(store.log, around), around, damage);
  }

  static async #over(folder: string, store: Store<Tables>, around: Surroundings): Promise<Casebook> {
    const log = await Log.open(store.log, { signer: store.signer, clock: around.clock, random: around.random });
    return new Casebook(folder, store, log, around);
  }

  /**
   * Appends acts in the name of the person at the desk, who is introduced to the log with their first act. `alongside`
   * writes what is kept beside the log for them, in the same transaction.
   *
   * Durable once it resolves. Throws what the store throws; then nothing was kept.
   */
  async record(acts: readonly Act[], alongside: () => Promise<void> = async () => {}): Promise<readonly Entry[]> {
    return this.log.append(await this.#drafts(acts), async (entries) => {
      await this.#foldEntries(entries);
      await alongside();
      await requireKept(this.store, acts);
    });
  }

  /**
   * Makes a new key, which signs the log from here on. The entry that says so, its checkpoint under both keys, and the new
   * key in the place of the old one commit together. Gives both public keys, as vkeys.
   */
  async rotateKey(reason: string): Promise<{ readonly key: string; readonly retired: string }> {
    const next = this.store.newSigningKey();
    const key = next.signer.vkey;
    const retired = await this.vkey();
    const payload = { from: retired, to: key, lost: this.store.signer === null, reason };
    await this.log.rotate(next.signer, await this.#drafts([{ kind: 'key.rotated', payload }]), async (entries) => {
      await this.#foldEntries(entries);
      this.store.keepSigningKey(next);
    });
    return { key, retired };
  }

  /** The public key that signs the log today. */
  async vkey(): Promise<string> {
    return formatVerifier(lastTerm(await this.store.terms()).key);
  }

  async #drafts(acts: readonly Act[]): Promise<readonly Draft[]> {
    const { person, introduction } = await this.#whoActs(acts);
    return [...introduction, ...acts].map(({ kind, payload }) => ({ kind, actor: person, payload }));
  }

  async #foldEntries(entries: readonly Entry[]): Promise<void> {
    const folding = new Folding(this.store.views);
    for (const { index, envelope, payload } of entries)
      await foldEntry(folding, prepare({ index, envelope, payload: payload && Buffer.from(payload).toString('utf8') }));
    await folding.settle();
  }

  /** Drops the views and folds every entry again, in one transaction; no document is read. Gives how many entries there are. */
  async rebuild(): Promise<number> {
    return this.store.transact(() => this.#foldAll());
  }

  /** The views that are not what the log folds to: something other than onrecord wrote them. Changes nothing; who writes waits meanwhile. */
  async alteredViews(): Promise<readonly string[]> {
    return this.store.rehearse(async () => {
      const kept = await digestViews(this.store.views);
      await this.#foldAll();
      const made = await digestViews(this.store.views);
      return [...kept.keys()].filter((view) => kept.get(view) !== made.get(view));
    });
  }

  async #foldAll(): Promise<number> {
    const { views } = this.store;
    await emptyViews(views);
    const folding = new Folding(views, { whole: true });
    let entries = 0;
    for await (const lot of prepareActs(this.log, this.store.record)) {
      for (const each of lot) await foldEntry(folding, each);
      entries += lot.length;
      // What SQLite holds of statements that are done is only let go between turns: without one, a long log takes gigabytes.
      await setImmediate();
    }
    await folding.settle();
    await finishViews(views);
    await folding.settleAgain();
    return entries;
  }

  get now(): Date {
    return this.#around.clock();
  }

  /** The name of the person at the desk, as they gave it. */
  get by(): string {
    return this.#around.by ?? UNNAMED;
  }

  random(bytes: number): Uint8Array {
    return this.#around.random(bytes);
  }

  newId(prefix: string): string {
    return newId(prefix, this.#around.random);
  }

  /** Closed twice is closed. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.store.close();
    if (this.#mark !== null) await dropMarks([this.#mark]);
  }

  /** The id of a person by their name, and the act that introduces them where the log does not know the name yet. */
  async personNamed(name: string): Promise<{ readonly person: string; readonly introduction: readonly Act[] }> {
    const known = await this.store.reads.selectFrom('person').select('id').where('name', '=', name).executeTakeFirst();
    if (known) return { person: known.id, introduction: [] };
    const person = this.newId('p_');
    return { person, introduction: [{ kind: 'person.introduced', payload: { person, name } }] };
  }

  /** Whoever is at the desk; one of these acts may introduce them itself. */
  async #whoActs(acts: readonly Act[]): ReturnType<Casebook['personNamed']> {
    for (const { kind, payload } of acts) if (kind === 'person.introduced' && payload.name === this.by) return { person: payload.person, introduction: [] };
    return this.personNamed(this.by);
  }
}

/** Folds one entry of the log into the views; an entry whose payload was destroyed folds to nothing. */
async function foldEntry(folding: Folding, { stamp, act }: Prepared): Promise<void> {
  if (act !== null) await fold(folding, stamp, act);
}

/** Whether a key is needed. Throws a Fault 'no-casebook' where there is none. */
export const isEncrypted = async (folder: string): Promise<boolean> => (await readCasebookFile(resolve(folder))).encrypted;

const withKey = (key: Key | null): { readonly key?: Key } => (key === null ? {} : { key });

/** The casebook's folder: the one named, else the nearest upwards from `from` that holds an `onrecord.json`. */
export function findCasebook(named: string | undefined, from: string): string {
  if (named !== undefined) return resolve(from, named);
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'onrecord.json'))) return folder;
    if (folder === dirname(folder)) break;
  }
  throw new Fault('no-casebook', `no casebook in ${resolve(from)} or above it`, 'Make one with `onrecord init DIR`, or name it with --casebook DIR.');
}
