import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Log } from '../log/log.ts';
import { checkInclusion } from '../log/proof.ts';
import { leafHash } from '../log/tree.ts';
import { openStore, type Store } from './store.ts';

type Views = { people: { name: string } };

let folder: string;
let store: Store<Views>;
let log: Log;
const surroundings = { clock: () => new Date('2026-11-21T09:00:00Z'), random: (n: number): Uint8Array => randomBytes(n) };

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'onrecord-')), 'casebook');
  store = await openStore<Views>(folder, { mode: 'create', name: 'Test' });
  log = await Log.open(store.log, { signer: store.signer, ...surroundings });
});

afterEach(async () => {
  await store.close();
  await rm(join(folder, '..'), { recursive: true });
});

const drafts = (n: number) => Array.from({ length: n }, (_, i) => ({ kind: 'note.made', actor: 'p_1', payload: { text: `number ${i}` } }));

describe('a store', () => {
  test('keeps entries, fold and checkpoint together', async () => {
    await store.transact(async () => void (await sql`CREATE TABLE people (name TEXT NOT NULL)`.execute(store.views)));
    await log.append(drafts(3), async (entries) => {
      await store.views
        .insertInto('people')
        .values(entries.map((each) => ({ name: each.envelope.id })))
        .execute();
    });
    expect((await log.head()).size).toBe(3);
    expect(await store.reads.selectFrom('people').selectAll().execute()).toHaveLength(3);
    const { proof, checkpoint } = await log.prove(1);
    const entry = await log.entry(1);
    expect(checkInclusion(leafHash(entry!.bytes), proof, checkpoint.root)).toEqual({ ok: true });
  });

  test('keeps nothing where the fold fails', async () => {
    await log.append(drafts(1));
    await expect(log.append(drafts(2), () => Promise.reject(new Error('the fold broke')))).rejects.toThrow('the fold broke');
    expect((await log.head()).size).toBe(1);
    expect(await log.entry(1)).toBeNull();
  });
});
