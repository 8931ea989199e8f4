// Every page of the desk, in the suite's browser, on a casebook of the size of a team's work of years: how soon each can be used, and how much memory it
// takes. Each is loaded anew: the first time of all its questions, as long as the desk makes itself ready, is told apart from the later times.
import { mkdtemp, rm } from 'node:fs/promises';
import { existsSync, readFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { errors, type Page } from 'playwright-core';
import { Casebook, surroundings } from '../src/desk/casebook.ts';
import { startBrowser } from '../test/desk/browser.ts';
import { readCounts } from '../src/views/read-counts.ts';
import { serve } from '../test/desk/desk.ts';
import { joinHero, makeRecord, phrase, twoWords } from './record-casebook.ts';

const CLAIMS = Number(process.env['ONRECORD_BENCH_CLAIMS'] ?? 1_000_000);
const LOADS = 6;
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

/** Of the loads after the first, the median and the slowest; null where the page was not there in time. `serverCpuMs`: what the server took of the processor for one of them, the median. */
type Times = {
  readonly firstMs: number | null;
  readonly ms: number | null;
  readonly slowestMs: number | null;
  readonly serverCpuMs: number | null;
  readonly heapMB: number | null;
};

const median = (values: readonly number[]): number | null => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? null;

async function timeOf(page: Page, address: string, ready: string, processorMs: () => number | null): Promise<Times> {
  const times: number[] = [];
  const taken: number[] = [];
  for (let n = 0; n < LOADS; n++) {
    await page.goto('about:blank');
    const before = processorMs();
    const began = performance.now();
    try {
      await page.goto(address, { waitUntil: 'commit', timeout: PATIENCE });
      await page.locator(ready).first().waitFor({ timeout: PATIENCE });
    } catch (thrown) {
      if (!(thrown instanceof errors.TimeoutError)) throw thrown;
      return { firstMs: times[0] ?? null, ms: null, slowestMs: null, serverCpuMs: null, heapMB: null };
    }
    await page.evaluate('new Promise(requestAnimationFrame)');
    times.push(Math.round(performance.now() - began));
    const after = processorMs();
    if (before !== null && after !== null) taken.push(after - before);
  }
  const heapMB = Math.round((await page.evaluate<number>('performance.memory.usedJSHeapSize')) / 1e6);
  const [firstMs = null, ...rest] = times;
  return { firstMs, ms: median(rest), slowestMs: rest.length === 0 ? null : Math.max(...rest), serverCpuMs: median(taken.slice(1)), heapMB };
}

/** Milliseconds of the processor that a process has taken, its threads with it, where the system tells of it. */
function processorTimeOf(pid: number): number | null {
  const told = `/proc/${pid}/stat`;
  if (!existsSync(told)) return null;
  const fields = readFileSync(told, 'utf8').split(') ')[1]?.split(' ') ?? [];
  // utime and stime of proc(5), in hundredths of a second.
  return 10 * (Number(fields[11]) + Number(fields[12]));
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
    const { recorded: claims } = await readCounts(casebook.store.reads);
    await casebook.close();
    const { link, pid, stop } = await serve(dirname(folder), basename(folder));
    try {
      const page = await browser.context.newPage();
      await page.goto(link);
      const figures: Record<string, unknown> = { targets: 'any page under 1,500 ms, memory of the page under 300 MB', claims };
      for (const [name, [address, ready]] of Object.entries(pages))
        figures[name] = await timeOf(page, new URL(address, link).href, ready, () => processorTimeOf(pid));
      // Others that use the machine at the same time make all of these longer, but for the processor's own.
      figures['load of the machine'] = loadavg().map((each) => Math.round(each * 10) / 10);
      return figures;
    } finally {
      await stop();
    }
  } finally {
    await browser.close();
    if (scratch !== null) await rm(scratch, { recursive: true, force: true });
  }
}
