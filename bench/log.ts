// The log against what it is made of: appends against bare SQLite commits of the same rows, and verification of a
// million entries against hashing their leaves. Both sides of a ratio are measured in turns, in one run on one disk:
// appends commit by commit, so that what else the disk does falls on both.
import { execFileSync } from 'node:child_process';
import { createHash, hash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3-multiple-ciphers';
import type { Draft } from '../src/log/entry.ts';
import { Log } from '../src/log/log.ts';
import type { LogStore, Row } from '../src/log/log-store.ts';
import { verifyLog } from '../src/log/verify.ts';
import { openStore, type Store } from '../src/store/store.ts';

const GROUPS = [1, 10, 100, 1000] as const;
/** Commits of a round, of each side, for each size of group. */
const COMMITS = { 1: 100, 10: 50, 100: 20, 1000: 6 } as const;
const ROUNDS = 15;
const VERIFYING_ROUNDS = 7;
const MILLION = 1_000_000;

const draft = (n: number): Draft => ({
  kind: 'suggestion.reviewed',
  actor: 'p_abcdefgh',
  payload: {
    document: `d_${n}`,
    decision: 'accept',
    reason: null,
    content: { quote: 'some words of a document, as many as a sentence has on the average, and a few more', start: n, end: n + 82, kind: 'arrest' },
  },
});

const seconds = async (work: () => void | Promise<void>): Promise<number> => {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
};

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const rounded = (value: number): number => Number(value.toPrecision(3));
const spread = (name: string, ratios: readonly number[]): Record<string, number | string> => ({
  [name]: rounded(median(ratios)),
  [`${name}Spread`]: `${rounded(Math.min(...ratios))} to ${rounded(Math.max(...ratios))}`,
});

/**
 * Figures by name: rates are per second, `…Ratio` is this program's rate over the bare one's, or its time over theirs: the
 * median of the rounds' ratios, and `…RatioSpread` the lowest and the highest of them.
 */
export async function benchLog(): Promise<Record<string, number | string>> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-bench-'));
  try {
    return { ...(await benchAppends(folder)), ...(await benchVerification(folder)) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function benchAppends(folder: string): Promise<Record<string, number | string>> {
  const { store, log } = await newLog(join(folder, 'appends'));
  const bare = openBare(join(folder, 'bare.db'));
  const figures: Record<string, number | string> = {};
  for (const group of GROUPS) {
    const ratios: number[] = [];
    const rates: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const { ours, theirs } = await appendRound({ store, log, bare, group });
      ratios.push(theirs / ours);
      rates.push((COMMITS[group] * group) / ours);
    }
    figures[`appendsBy${group}`] = rounded(median(rates));
    Object.assign(figures, spread(`appendsBy${group}Ratio`, ratios));
  }
  bare.close();
  await store.close();
  return figures;
}

type Sides = { readonly store: Store<unknown>; readonly log: Log; readonly bare: Bare; readonly group: (typeof GROUPS)[number] };

/** Seconds of each side for the same rows, commit by commit in turns. */
async function appendRound({ store, log, bare, group }: Sides): Promise<{ readonly ours: number; readonly theirs: number }> {
  let ours = 0;
  let theirs = 0;
  for (let n = 0; n < COMMITS[group]; n++) {
    const drafts = Array.from({ length: group }, (_, i) => draft(n * group + i));
    const from = await store.log.size();
    ours += await seconds(async () => void (await log.append(drafts)));
    const rows = await rowsFrom(store.log, from);
    theirs += await seconds(() => bare.commit(rows));
  }
  return { ours, theirs };
}

async function newLog(folder: string): Promise<{ readonly store: Store<unknown>; readonly log: Log }> {
  const store = await openStore(folder, { mode: 'create' });
  return { store, log: await Log.open(store.log, { signer: store.signer, clock: () => new Date(), random: randomBytes }) };
}

async function rowsFrom(store: LogStore, from: number): Promise<readonly Row[]> {
  const all: Row[] = [];
  for await (const rows of store.batches(from, await store.size())) all.push(...rows);
  return all;
}

type Bare = { readonly commit: (rows: readonly Row[]) => void; readonly close: () => void };

/** The same rows in the same kind of table, as durable, without hashing, signing or checking anything. */
function openBare(path: string): Bare {
  const db = new Sqlite(path);
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'secure_delete = ON']) db.pragma(pragma);
  db.exec(
    'CREATE TABLE entries (position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, envelope TEXT NOT NULL, hashes TEXT NOT NULL, salt TEXT, payload TEXT) STRICT',
  );
  const insert = db.prepare('INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?)');
  const commit = (rows: readonly Row[]): void => {
    db.exec('BEGIN IMMEDIATE');
    for (const { index, id, envelope, hashes, salt, payload } of rows) insert.run(index, id, envelope, hashes, salt, payload);
    db.exec('COMMIT');
  };
  return { commit, close: () => db.close() };
}

async function benchVerification(folder: string): Promise<Record<string, number | string>> {
  const { store, log } = await newLog(join(folder, 'million'));
  for (let n = 0; n < MILLION; n += 1000) await log.append(Array.from({ length: 1000 }, (_, i) => draft(n + i)));
  const times = { ours: [] as number[], plain: [] as number[], oneShot: [] as number[] };
  for (let round = 0; round < VERIFYING_ROUNDS; round++) {
    times.ours.push(await seconds(() => mustVerify(store)));
    const leaves: Buffer[] = [];
    for await (const rows of store.log.batches(0, MILLION)) leaves.push(...rows.map(({ envelope }) => Buffer.from(envelope)));
    times.plain.push(timeOf(leaves, (leaf) => createHash('sha256').update(MARK).update(leaf).digest()));
    times.oneShot.push(timeOf(leaves, (leaf) => hash('sha256', Buffer.concat([MARK, leaf]))));
  }
  await store.close();
  const peak = memoryOf(join(folder, 'million'));
  const ratioTo = (side: readonly number[]): readonly number[] => times.ours.map((ours, round) => ours / (side[round] ?? Number.NaN));
  return {
    verifyMillionSeconds: rounded(median(times.ours)),
    hashMillionLeavesSeconds: rounded(median(times.plain)),
    ...spread('verifyMillionRatio', ratioTo(times.plain)),
    ...spread('verifyMillionRatioToOneShotHash', ratioTo(times.oneShot)),
    verifyMillionPeakMegabytes: peak,
  };
}

/** Most memory of a process that does nothing but verify, in MB. */
const memoryOf = (folder: string): number =>
  Number(execFileSync(process.execPath, [fileURLToPath(new URL('verify-memory.ts', import.meta.url)), folder], { encoding: 'utf8' }));

async function mustVerify(store: Store<unknown>): Promise<void> {
  const { ok } = await verifyLog(store.log, { log: store.verifier });
  if (!ok) throw new Error('the log of the benchmark does not verify');
}

/** The byte before a leaf (RFC 6962). */
const MARK = Buffer.of(0);

function timeOf(leaves: readonly Buffer[], work: (leaf: Buffer) => unknown): number {
  const began = performance.now();
  for (const leaf of leaves) work(leaf);
  return (performance.now() - began) / 1000;
}
