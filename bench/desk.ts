// The desk in the suite's browser on a casebook of 100,000 claims: how soon pages can be used, how soon a key is answered, and how
// much script the first load takes. Beside the first page, that of a casebook with nothing in it: what browser and server cost by themselves;
// and beside a key, how long the page's own thread worked for it, which does not grow with what else the machine does.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { Casebook, surroundings } from '../src/desk/casebook.ts';
import { startBrowser } from '../test/desk/browser.ts';
import { serve } from '../test/desk/desk.ts';
import { makeManyClaims } from './many-claims.ts';
import { threadTime } from './thread-time.ts';

const SIZE = { claims: 100_000, waiting: 10_000, inLast: 500 };
const LOADS = 5;
const KEYS = 100;

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const worstOfTwenty = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN;
const rounded = (value: number): number => Number(value.toPrecision(3));

/** Times in milliseconds; `targets` are the issue's. */
export async function benchDesk(): Promise<Record<string, number | string>> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-bench-'));
  const browser = await startBrowser();
  try {
    const { last } = await makeManyClaims(join(folder, 'casebook'), SIZE);
    const page = await browser.context.newPage();
    const full = await measure(folder, page, last);
    await rm(join(folder, 'casebook'), { recursive: true });
    await (await Casebook.create(join(folder, 'casebook'), 'Nothing yet', surroundings('Mina Farhadi'))).close();
    const empty = await withDesk(folder, page, (origin) => loads(page, origin, 'main .notice'));
    return {
      targets: 'home and reader under 1000 ms, a key under 50 ms, script under 300 kB',
      ...full,
      emptyHomeMs: rounded(empty),
      homeOverEmptyRatio: rounded(Number(full['homeMs']) / empty),
    };
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function withDesk<T>(folder: string, page: Page, work: (origin: string) => Promise<T>): Promise<T> {
  const { link, stop } = await serve(folder);
  try {
    await page.goto(link);
    return await work(new URL(link).origin);
  } finally {
    await stop();
  }
}

function measure(folder: string, page: Page, last: string): Promise<Record<string, number>> {
  return withDesk(folder, page, async (origin) => {
    const homeMs = await loads(page, origin, '.documents tbody tr');
    const scriptGzippedKB = (await scriptBytes(page)) / 1000;
    const queueMs = await loads(page, `${origin}/queue`, '.queue-list .actions');
    const timelineMs = await loads(page, `${origin}/timeline`, '.moment');
    const matrixMs = await loads(page, `${origin}/matrix`, '.matrix tbody tr');
    const readerMs = await loads(page, `${origin}/documents/${last}`, '.card[data-selected]');
    const next = await keys(page, 'j');
    const nextKeyThreadMs = (await threadTime(page, () => keys(page, 'k'))) / KEYS;
    const accept = await keys(page, 'a');
    const figures = { scriptGzippedKB, homeMs, queueMs, timelineMs, matrixMs, readerMs, nextKeyMs: median(next), nextKeyP95Ms: worstOfTwenty(next), nextKeyThreadMs, acceptKeyMs: median(accept), acceptKeyP95Ms: worstOfTwenty(accept) }; // prettier-ignore
    return Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, rounded(value)]));
  });
}

/** Until `ready` is there and the page answers: the median of some loads. */
async function loads(page: Page, address: string, ready: string): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < LOADS; n++) {
    await page.goto('about:blank');
    const began = performance.now();
    await page.goto(address, { waitUntil: 'commit' });
    await page.locator(ready).first().waitFor();
    await page.evaluate('new Promise(requestAnimationFrame)');
    times.push(performance.now() - began);
  }
  return median(times);
}

/** Bytes of all script that the page has asked for, as it would be sent compressed. */
async function scriptBytes(page: Page): Promise<number> {
  const addresses = await page.evaluate<readonly string[]>(
    `performance.getEntriesByType('resource').filter(({ name }) => new URL(name).pathname.endsWith('.js')).map(({ name }) => name)`,
  );
  if (addresses.length === 0) throw new Error('the page has asked for no script');
  const bodies = await Promise.all(addresses.map(async (address) => (await page.context().request.get(address)).body()));
  return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
}

/** From each press of a key to the frame that shows its effect, as the page itself measures it. */
async function keys(page: Page, key: string): Promise<readonly number[]> {
  await page.evaluate(`window.pressed = []; window.onKey = (event) => requestAnimationFrame(() => setTimeout(() => pressed.push(performance.now() - event.timeStamp)));
    window.addEventListener('keydown', onKey)`);
  const selected = (): Promise<number> => page.evaluate<number>(`[...document.querySelectorAll('.card')].findIndex((card) => 'selected' in card.dataset)`);
  const before = await selected();
  for (let n = 0; n < KEYS; n++) {
    await page.keyboard.press(key);
    await page.evaluate(`new Promise((done) => { const look = () => pressed.length > ${n} ? done() : setTimeout(look, 2); look(); })`);
  }
  if (Math.abs((await selected()) - before) !== KEYS) throw new Error(`pressing ${key} ${KEYS} times did not lead so many suggestions on`);
  return page.evaluate<readonly number[]>(`window.removeEventListener('keydown', onKey); pressed`);
}
