// Every page of the desk, in the suite's browser, on a casebook of the size of a team's work of years: how soon each can be used, and how much memory it
// takes. Each is loaded anew, with the server warm from the load before it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { Casebook, surroundings } from '../src/desk/casebook.ts';
import { startBrowser } from '../test/desk/browser.ts';
import { serve } from '../test/desk/desk.ts';
import { joinHero, makeRecord, phrase, twoWords } from './record-casebook.ts';

const CLAIMS = Number(process.env['ONRECORD_BENCH_CLAIMS'] ?? 1_000_000);
const LOADS = 4;
/** Longer is not waited for, in milliseconds. */
const PATIENCE = 60_000;

/** What of the casebook its pages are opened for. */
type Opened = Readonly<Record<'hero' | 'document' | 'harm' | 'step', string>>;

async function opened({ store: { reads } }: Casebook): Promise<Opened> {
  const { leader: hero } = await reads.selectFrom('joined').select('leader').where('sort', '=', 'name').executeTakeFirstOrThrow();
  const { id: document } = await reads.selectFrom('document').select('id').limit(1).executeTakeFirstOrThrow();
  const ofKind = (kind: string) => reads.selectFrom('claim').select('id').where('kind', '=', kind).limit(1).executeTakeFirstOrThrow();
  return { hero, document, harm: (await ofKind('killing')).id.slice(2), step: (await ofKind('charge')).id.slice(2) };
}

/** The address of each page, and what shows that it can be used. */
const pagesOf = ({ hero, document, harm, step }: Opened): Readonly<Record<string, readonly [address: string, ready: string]>> => ({
  home: ['/', '.documents tbody tr'],
  document: [`/documents/${document}`, '.card'],
  aboutDocument: [`/documents/${document}/about`, 'h1'],
  queue: ['/queue', 'main h1'],
  timeline: ['/timeline', '.drawing-hand'],
  matrix: ['/matrix', '.matrix tbody tr'],
  events: ['/events', '.record-rows li'],
  event: [`/events/ev_${harm}`, '.page-head h1'],
  proceedings: ['/proceedings', '.documents tbody tr'],
  proceeding: [`/proceedings/pr_${step}`, '.page-head h1'],
  names: ['/names', '.entities li'],
  name: [`/names/${hero}`, '.page-head h1'],
  network: [`/network?of=${hero}`, '.network-drawing canvas'],
  searchOfTwoWords: [`/search?${new URLSearchParams({ query: twoWords(7).join(' ') }).toString()}`, 'mark'],
  searchOfAPhrase: [`/search?${new URLSearchParams({ query: `"${phrase(70).join(' ')}"` }).toString()}`, 'mark'],
  sources: ['/sources', '.documents tbody tr, .notice'],
  elements: ['/elements', 'main h1'],
  copies: ['/copies', 'main h1'],
  map: ['/map', '.map-lists, .notice'],
  gaps: ['/gaps', '.record-rows li'],
  contradictions: ['/contradictions', '.contradictions li, .notice'],
});

/** `ms` is the median of the loads after the first; null where the page was not there in time. */
async function timeOf(
  page: Page,
  address: string,
  ready: string,
): Promise<{ readonly firstMs: number | null; readonly ms: number | null; readonly heapMB: number | null }> {
  const times: number[] = [];
  for (let n = 0; n < LOADS; n++) {
    await page.goto('about:blank');
    const began = performance.now();
    await page.goto(address, { waitUntil: 'commit', timeout: PATIENCE });
    try {
      await page.locator(ready).first().waitFor({ timeout: PATIENCE });
    } catch {
      return { firstMs: times[0] ?? null, ms: null, heapMB: null };
    }
    await page.evaluate('new Promise(requestAnimationFrame)');
    times.push(Math.round(performance.now() - began));
  }
  const heapMB = Math.round((await page.evaluate<number>('performance.memory.usedJSHeapSize')) / 1e6);
  const [firstMs = null, ...rest] = times;
  return { firstMs, ms: rest.toSorted((a, b) => a - b)[Math.floor(rest.length / 2)] ?? null, heapMB };
}

/** `ONRECORD_BENCH_CLAIMS` makes it smaller than a million claims; `ONRECORD_BENCH_RECORD` names a casebook that was made and folded before. */
export async function benchPages(): Promise<Record<string, unknown>> {
  const kept = process.env['ONRECORD_BENCH_RECORD'];
  const scratch = kept === undefined ? await mkdtemp(join(tmpdir(), 'onrecord-bench-')) : null;
  const folder = kept ?? join(scratch ?? '', 'casebook');
  const browser = await startBrowser();
  try {
    if (scratch !== null) await makeRecord(folder, CLAIMS);
    const casebook = await Casebook.open(folder, 'write', surroundings('Mina Farhadi'));
    if (scratch !== null) {
      await casebook.rebuild();
      await joinHero(casebook);
    }
    const pages = pagesOf(await opened(casebook));
    await casebook.close();
    const { link, stop } = await serve(dirname(folder), basename(folder));
    try {
      const page = await browser.context.newPage();
      await page.goto(link);
      const figures: Record<string, unknown> = { targets: 'any page under 1,500 ms, memory of the page under 300 MB', claims: CLAIMS };
      for (const [name, [address, ready]] of Object.entries(pages)) figures[name] = await timeOf(page, new URL(address, link).href, ready);
      return figures;
    } finally {
      await stop();
    }
  } finally {
    await browser.close();
    if (scratch !== null) await rm(scratch, { recursive: true, force: true });
  }
}
