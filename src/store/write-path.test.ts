import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LogReader, LogStore, LogWriter } from '../log/log-store.ts';
import { verifyLog } from '../log/verify.ts';
import { notes, ScratchCasebook } from './scratch-casebook.test-data.ts';

let casebook: ScratchCasebook;
let target: string;

beforeEach(async () => {
  casebook = await ScratchCasebook.make();
  const { store } = casebook;
  await store.transact(async () => void (await sql`CREATE TABLE folded (id TEXT NOT NULL)`.execute(store.views)));
  const [first] = await (await casebook.log()).append(notes(3), fold);
  target = first?.envelope.id ?? '';
});
afterEach(() => casebook.remove());

/** A fold that can be counted: as many rows as entries. */
const fold = async (entries: readonly { readonly envelope: { readonly id: string } }[]): Promise<void> => {
  await casebook.store.views
    .insertInto('folded')
    .values(entries.map(({ envelope }) => ({ id: envelope.id })))
    .execute();
};

const STEPS = ['write', 'version', 'add', 'erase', 'seal', 'head', 'size', 'rowById'] as const;
type Step = (typeof STEPS)[number];
type Moment = 'before' | 'after';

class Broken extends Error {}

/** The real store, one step of which fails once when it is armed: before it does anything, or after it has done it. */
class BreakingStore {
  readonly #step: Step;
  readonly #moment: Moment;
  #armed = false;

  constructor(step: Step, moment: Moment) {
    this.#step = step;
    this.#moment = moment;
  }

  arm(): void {
    this.#armed = true;
  }

  over(store: LogStore): LogStore {
    return this.#wrap(store, {
      write: (work: (writer: LogWriter) => Promise<unknown>) => this.#run('write', () => store.write((writer) => work(this.#wrap(writer, {})))),
    });
  }

  #wrap<T extends LogReader>(inner: T, over: object): T {
    return new Proxy(inner, {
      get: (_, name) => {
        if (name in over) return Reflect.get(over, name);
        const member: unknown = Reflect.get(inner, name);
        if (typeof member !== 'function') return member;
        return (...words: readonly unknown[]) => {
          const run = (): unknown => Reflect.apply(member, inner, words);
          const step = STEPS.find((each) => each === name);
          return step ? this.#run(step, async () => run()) : run();
        };
      },
    });
  }

  async #run(step: Step, work: () => Promise<unknown>): Promise<unknown> {
    const breaks = this.#armed && step === this.#step;
    if (breaks) this.#armed = false;
    if (breaks && this.#moment === 'before') throw new Broken(`${step} failed`);
    const result = await work();
    if (breaks) throw new Broken(`${step} failed, though it happened`);
    return result;
  }
}

const erasing = () => [...notes(2), { kind: 'payload.erased', actor: 'p_1', payload: { entries: [target] } }];

/** Entries, folded rows, and whether the payload to erase is there: all as before, or all as after. */
async function state(): Promise<readonly [number, number, boolean]> {
  const { store } = casebook;
  const folded = await store.reads.selectFrom('folded').selectAll().execute();
  return [await store.log.size(), folded.length, (await store.log.rowById(target))?.payload !== null];
}

describe('an append', () => {
  test.each(STEPS.flatMap((step) => (['before', 'after'] as const).map((moment) => ({ step, moment }))))(
    'of which the step $step fails ($moment it happens) is kept whole or not at all, and the next goes in',
    async ({ step, moment }) => {
      const breaking = new BreakingStore(step, moment);
      const log = await casebook.log();
      const broken = await casebook.log(casebook.store, breaking.over(casebook.store.log));
      breaking.arm();
      await expect(broken.append(erasing(), fold)).rejects.toBeInstanceOf(Broken);
      // "write", failing after, is a commit that is reported to have failed though it happened.
      const happened = step === 'write' && moment === 'after';
      expect(await state()).toEqual(happened ? [6, 6, false] : [3, 3, true]);
      await broken.append(notes(1), fold);
      await log.append(notes(1), fold);
      expect((await state()).slice(0, 2)).toEqual(happened ? [8, 8] : [5, 5]);
      expect(await verifyLog(casebook.store.log, { log: casebook.store.verifier })).toMatchObject({ ok: true });
    },
  );

  test('that follows a commit that is reported to have failed though it happened goes on from what is there', async () => {
    const breaking = new BreakingStore('write', 'after');
    const log = await casebook.log(casebook.store, breaking.over(casebook.store.log));
    await log.append(notes(1), fold); // from here on it knows the edge that it sealed
    breaking.arm();
    await expect(log.append(notes(1), fold)).rejects.toBeInstanceOf(Broken);
    await log.append(notes(1), fold);
    expect((await state()).slice(0, 2)).toEqual([6, 6]);
    expect(await verifyLog(casebook.store.log, { log: casebook.store.verifier })).toMatchObject({ ok: true });
  });

  test('of a log that knows the edge that it sealed sees what another log of the same connection wrote', async () => {
    const logs = [await casebook.log(), await casebook.log()];
    for (let round = 0; round < 5; round++) for (const log of logs) await log.append(notes(1), fold);
    expect((await state()).slice(0, 2)).toEqual([13, 13]);
    expect(await verifyLog(casebook.store.log, { log: casebook.store.verifier })).toMatchObject({ ok: true });
  });

  test('whose fold fails, before or after it wrote, keeps nothing', async () => {
    const log = await casebook.log();
    await expect(log.append(erasing(), () => Promise.reject(new Broken()))).rejects.toBeInstanceOf(Broken);
    await expect(log.append(erasing(), (entries) => fold(entries).then(() => Promise.reject(new Broken())))).rejects.toBeInstanceOf(Broken);
    expect(await state()).toEqual([3, 3, true]);
  });

  test('whose commit SQLite refuses keeps nothing, and the next goes in', async () => {
    const { store } = casebook;
    await store.transact(
      async () => void (await sql`CREATE TABLE child (parent INTEGER REFERENCES log_entries (position) DEFERRABLE INITIALLY DEFERRED)`.execute(store.views)),
    );
    const log = await casebook.log();
    await expect(log.append(notes(1), async () => void (await sql`INSERT INTO child VALUES (999)`.execute(store.views)))).rejects.toThrow(/FOREIGN KEY/);
    expect(await state()).toEqual([3, 3, true]);
    await log.append(notes(1), fold);
    expect((await state()).slice(0, 2)).toEqual([4, 4]);
  });

  test('on a full disk keeps nothing and says so, and goes in once there is room', async () => {
    const { store } = casebook;
    const log = await casebook.log();
    const limit = (pages: number) => store.transact(async () => void (await sql.raw(`PRAGMA max_page_count = ${pages}`).execute(store.views)));
    await limit(1); // SQLite takes the size that the file has
    const large = [{ kind: 'note.made', actor: 'p_1', payload: { text: 'x'.repeat(1_000_000) } }];
    await expect(log.append(large, fold)).rejects.toMatchObject({ code: 'disk', hint: 'Make room on the disk, and do it again.' });
    expect(await state()).toEqual([3, 3, true]);
    await limit(1_000_000);
    await log.append(large, fold);
    expect((await state()).slice(0, 2)).toEqual([4, 4]);
  });

  test('that is asked for inside another is refused at once, and the other goes on', async () => {
    const log = await casebook.log();
    const inner = async (): Promise<void> => void (await log.append(notes(1)));
    await log.append(notes(1), async (entries) => {
      await expect(inner()).rejects.toMatchObject({ code: 'bug' });
      await fold(entries);
    });
    expect((await state()).slice(0, 2)).toEqual([4, 4]);
  });

  test('of many tasks at once takes turns, and none is lost', async () => {
    const log = await casebook.log();
    await Promise.all(Array.from({ length: 50 }, () => log.append(notes(2), fold)));
    expect((await state()).slice(0, 2)).toEqual([103, 103]);
    expect(await verifyLog(casebook.store.log, { log: casebook.store.verifier })).toMatchObject({ ok: true });
  });

  test('of two openings of one casebook goes on from where the other left off', async () => {
    const second = await casebook.open({ mode: 'write' });
    const logs = [await casebook.log(), await casebook.log(second)];
    for (let round = 0; round < 10; round++) for (const log of logs) await log.append(notes(1));
    await Promise.all(logs.map((log) => log.append(notes(5))));
    expect(await casebook.store.log.size()).toBe(33);
    expect(await verifyLog(second.log, { log: second.verifier })).toMatchObject({ ok: true });
  });
});

describe('a writer that waits in vain', () => {
  test('is told who holds the casebook and since when', async () => {
    const second = await casebook.open({ mode: 'write', clock: () => new Date('2026-11-21T09:00:00Z') });
    let release = (): void => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const holding = second.transact(() => held);
    await expect(casebook.store.transact(async () => {})).rejects.toMatchObject({
      code: 'casebook-locked',
      message: `The casebook is in use: process ${process.pid} has been writing since 2026-11-21T09:00:00.000Z`,
    });
    release();
    await holding;
    await casebook.store.transact(async () => {});
  }, 15_000);
});

describe('the views', () => {
  test('cannot be written outside a transaction', async () => {
    await expect(casebook.store.views.insertInto('folded').values({ id: 'x' }).execute()).rejects.toMatchObject({ code: 'bug' });
  });

  test('cannot be written through what is meant for reading', async () => {
    await expect(casebook.store.reads.insertInto('folded').values({ id: 'x' }).execute()).rejects.toThrow(/readonly/);
  });

  test('show what is not committed to nobody else', async () => {
    await casebook.store.transact(async () => {
      await fold([{ envelope: { id: 'x' } }]);
      expect(await casebook.store.reads.selectFrom('folded').selectAll().execute()).toHaveLength(3);
    });
    expect(await casebook.store.reads.selectFrom('folded').selectAll().execute()).toHaveLength(4);
  });
});
