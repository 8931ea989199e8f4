import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { verifyLog } from '../log/verify.ts';
import { ScratchCasebook } from './scratch-casebook.test-data.ts';

/** ONRECORD_KILLS makes the test longer or shorter. */
const KILLS = Number(process.env['ONRECORD_KILLS'] ?? 200);
/** How many casebooks are written to, and killed, side by side. */
const SIDE_BY_SIDE = 2;
/** Longest time from the first word of a writer to its end, in milliseconds. Some die before it, while they open. */
const LONGEST_LIFE = 60;

const WRITER = fileURLToPath(new URL('./crash-writer.test-data.ts', import.meta.url));

/** Start a writer, kill it at a moment of chance, and give the last thing that it said is kept. */
async function writeAndDie(folder: string): Promise<{ readonly size: number; readonly sha256: string | null }> {
  const writer = spawn(process.execPath, [WRITER, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(folder, '..', 'compiled') }, // half the time that a writer takes to start
  });
  let said = '';
  const spoke = new Promise<void>((resolve) => writer.stdout.on('data', (piece: Buffer) => ((said += piece.toString()), resolve())));
  const ended = once(writer, 'close');
  if (Math.random() < 0.9) await Promise.race([spoke, ended]);
  else await sleep(Math.random() * 200);
  await sleep(Math.random() * LONGEST_LIFE);
  writer.kill('SIGKILL');
  const status: unknown = (await ended)[0];
  expect(status, 'the writer ended by itself').toBeNull();
  const last = said.slice(0, said.lastIndexOf('\n')).split('\n').at(-1)?.split(' ') ?? [];
  return { size: Number(last[0] ?? 0), sha256: last[1] ?? null };
}

/** What is there, after a crash, is what was acknowledged or more, and whole. */
async function checkWhole(casebook: ScratchCasebook, said: { readonly size: number; readonly sha256: string | null }, fully: boolean): Promise<void> {
  const store = await casebook.open({ mode: 'write' });
  const log = await casebook.log(store); // recomputes the right edge
  const { size } = await log.head();
  expect(size).toBeGreaterThanOrEqual(said.size);
  const { folded } = await store.reads
    .selectFrom('folded')
    .select(({ fn }) => fn.countAll<number>().as('folded'))
    .executeTakeFirstOrThrow();
  expect(folded).toBe(size);
  if (said.sha256) expect(await store.vault.check('originals', said.sha256)).toEqual({ ok: true });
  if (fully) {
    expect(await verifyLog(store.log, { log: store.verifier })).toMatchObject({ ok: true });
    for await (const { payload } of log.entries()) {
      const { sha256 } = JSON.parse(Buffer.from(payload ?? []).toString()) as { sha256: string };
      expect(await store.vault.has('originals', sha256)).toBe(true);
    }
  }
  await casebook.close();
}

async function killMany(kills: number): Promise<number> {
  const casebook = await ScratchCasebook.make();
  try {
    const { store } = casebook;
    await store.transact(async () => void (await sql`CREATE TABLE folded (id TEXT NOT NULL)`.execute(store.views)));
    await casebook.log();
    await casebook.close();
    let size = 0;
    for (let n = 1; n <= kills; n++) {
      const said = await writeAndDie(casebook.folder);
      size = Math.max(size, said.size);
      await checkWhole(casebook, { ...said, size }, n % 25 === 0 || n === kills);
    }
    return size;
  } finally {
    await casebook.remove();
  }
}

test(`nothing that was acknowledged is missing and nothing is half there after ${KILLS} kills at moments of chance`, async () => {
  const sizes = await Promise.all(Array.from({ length: SIDE_BY_SIDE }, () => killMany(Math.ceil(KILLS / SIDE_BY_SIDE))));
  expect(Math.min(...sizes)).toBeGreaterThan(KILLS);
}, 600_000);
