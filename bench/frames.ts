// How evenly the drawings of the desk follow a hand: timeline and network are zoomed, moved and pointed at in every frame, in the suite's browser, as its
// own clock of frames counts them. Beside it the frames of the same page while nothing moves, which is what machine and browser take by themselves.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { Casebook, surroundings } from '../src/desk/casebook.ts';
import { startBrowser, type Browser } from '../test/desk/browser.ts';
import { serve } from '../test/desk/desk.ts';
import { CENTRE, makeDenseNetwork } from './dense-network.ts';
import { HERO, joinHero, makeRecord } from './record-casebook.ts';
import { threadTime } from './thread-time.ts';

/** Frames in which something moves: zoomed in, out again, pulled to and fro, and pointed across, several times. */
const FRAMES = 480;
const SLOW = 33.4;

/** `threadMs`: what the page's own thread works for a frame. `idle…`: of the page while nothing moves. */
type Frames = Readonly<Record<'medianMs' | 'over33Percent' | 'threadMs' | 'idleMedianMs' | 'idleOver33Percent' | 'heapMB', number>>;

/** `pull`: how the drawing is moved, by a wheel that is turned sideways or by a held button. */
type Drawing = { readonly address: string; readonly target: string; readonly pull: 'wheel' | 'button' };

/** Runs in the page: an event in each frame, until `FRAMES` of them have passed; the time of each. */
const moving = ({ target, pull }: Drawing, moves: boolean): string => `new Promise((done) => {
  const element = document.querySelector(${JSON.stringify(target)});
  const { left, top, width, height } = element.getBoundingClientRect();
  const at = (part) => ({ clientX: left + width * part, clientY: top + height / 2, bubbles: true, cancelable: true, view: window });
  const turn = (deltaX, deltaY) => element.dispatchEvent(new WheelEvent('wheel', { ...at(0.4), deltaX, deltaY, ctrlKey: true }));
  const press = (name, part, buttons = 1) => element.dispatchEvent(new MouseEvent(name, { ...at(part), button: 0, buttons }));
  const move = (n) => {
    const phase = n % 160;
    if (phase >= 120) press('mousemove', 0.1 + (phase - 120) / 50, 0);
    else if (phase < 40) turn(0, -60);
    else if (phase < 80) turn(0, 60);
    else if (${JSON.stringify(pull)} === 'wheel') turn(phase < 100 ? 30 : -30, 0);
    else if (phase === 80) press('mousedown', 0.4);
    else if (phase === 119) press('mouseup', 0.4);
    else press('mousemove', 0.4 + (phase < 100 ? phase - 80 : 120 - phase) / 100);
  };
  const times = [];
  let before = null;
  const step = (now) => {
    if (before !== null) times.push(now - before);
    before = now;
    if (times.length === ${FRAMES}) return done(times);
    if (${String(moves)}) move(times.length);
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
})`;

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const slowPart = (times: readonly number[]): number => (100 * times.filter((time) => time > SLOW).length) / times.length;

/** Of a page that the desk's link has let in. */
async function frames(page: Page, drawing: Drawing): Promise<Frames> {
  await page.goto(new URL(drawing.address, page.url()).href);
  await page.locator(drawing.target).first().waitFor();
  await page.locator(drawing.target).first().scrollIntoViewIfNeeded();
  const idle = await page.evaluate<readonly number[]>(moving(drawing, false));
  let times: readonly number[] = [];
  const threadMs = await threadTime(page, async () => {
    times = await page.evaluate<readonly number[]>(moving(drawing, true));
  });
  const heapMB = (await page.evaluate<number>('performance.memory.usedJSHeapSize')) / 1e6;
  const figures = {
    medianMs: median(times),
    over33Percent: slowPart(times),
    threadMs: threadMs / FRAMES,
    idleMedianMs: median(idle),
    idleOver33Percent: slowPart(idle),
    heapMB,
  };
  return { ...figures, ...Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Number(value.toPrecision(3))])) };
}

const networkOf = (of: string, more: Readonly<Record<string, string>> = {}): Drawing => ({
  address: `/network?${new URLSearchParams({ of, depth: '2', ...more }).toString()}`,
  target: '.network-drawing .sigma-mouse',
  pull: 'button',
});

const MARKS = 10_000;

/** Works with a page that has been let into the casebook that `make` makes. */
async function withCasebook<T>(browser: Browser, make: (folder: string) => Promise<void>, work: (page: Page) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-bench-'));
  try {
    await make(join(folder, 'casebook'));
    const { link, stop } = await serve(folder);
    try {
      const page = await browser.context.newPage();
      await page.goto(link);
      return await work(page);
    } finally {
      await stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Of so many dated claims, each a mark of the timeline; of whom most claims name, a network. */
async function makeMarks(folder: string): Promise<void> {
  await makeRecord(folder, MARKS);
  const casebook = await Casebook.open(folder, 'write', surroundings('Mina Farhadi'));
  await casebook.rebuild();
  await joinHero(casebook);
  await casebook.close();
}

/** `dense…` are of 1,000 names and 5,000 ties around one: as they are shown at first, and with all of them drawn. */
export async function benchFrames(): Promise<Record<string, unknown>> {
  const browser = await startBrowser();
  try {
    const figures = await withCasebook(browser, makeMarks, async (page) => ({
      timelineFrames: await frames(page, { address: '/timeline', target: '.drawing-hand', pull: 'wheel' }),
      networkFrames: await frames(page, networkOf(HERO)),
    }));
    const dense = await withCasebook(browser, makeDenseNetwork, async (page) => ({
      denseNetworkFrames: await frames(page, networkOf(CENTRE)),
      denseWholeNetworkFrames: await frames(page, networkOf(CENTRE, { most: 'all' })),
    }));
    return { targets: '60 frames a second: a median of 16.7 ms; memory of the page under 300 MB', marks: MARKS, ...figures, ...dense };
  } finally {
    await browser.close();
  }
}
