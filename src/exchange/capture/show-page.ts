// A captured page as a browser shows it: a picture of all of it, and a PDF as it prints.
import { setTimeout } from 'node:timers/promises';
import { Fault } from '../../base/fault.ts';
import { AnswersToBrowser, type Visit } from './answer-browser.ts';
import type { BrowserPipe, Event } from './browser-pipe.ts';

/** `picture` is PNG. */
export type Shown = { readonly picture: Buffer; readonly pdf: Buffer };

/** The window, in pixels; the page is shown as long as it is, up to the longest that a browser draws. */
const WIDTH = 1280;
const HEIGHT = 1024;
const LONGEST = 16_000;

/** Nothing asked for, for so long, is quiet; a page that never rests is waited for so long. Milliseconds. */
const QUIET_MS = 700;
const RESTLESS_MS = 12_000;
/** A page that does not finish loading is shown as far as it came. */
const LOAD_MS = 40_000;

/** A4, in inches. */
const PAPER = { paperWidth: 8.27, paperHeight: 11.69 };

/** `HeadlessChrome` of what it says that it is, as sites show such browsers nothing. */
export async function browserItself(pipe: BrowserPipe): Promise<{ readonly product: string; readonly userAgent: string }> {
  const { product, userAgent } = (await pipe.send('Browser.getVersion')) as { readonly product: string; readonly userAgent: string };
  return { product: product.replace('HeadlessChrome', 'Chrome'), userAgent: userAgent.replace('HeadlessChrome', 'Chrome') };
}

/**
 * Shows the page, and waits until it rests. Throws a Fault 'conflict' where the browser refuses or ends, or where `timeMs` are over.
 */
export async function showPage(
  pipe: BrowserPipe,
  visit: Visit,
  { userAgent, timeMs }: { readonly userAgent: string; readonly timeMs: number },
): Promise<Shown> {
  const over = new AbortController();
  const late = setTimeout(timeMs, null, { signal: over.signal }).then(() => {
    throw new Fault('conflict', `the browser did not show it in ${Math.round(timeMs / 1000)} s`, 'Try again later.');
  });
  try {
    return await Promise.race([show(pipe, visit, userAgent), late]);
  } finally {
    over.abort();
    // Its timer was taken away, which it tells.
    late.catch(() => undefined);
  }
}

async function show(pipe: BrowserPipe, visit: Visit, userAgent: string): Promise<Shown> {
  // Of what a page stores in such a context nothing is written to the disk.
  const { browserContextId } = (await pipe.send('Target.createBrowserContext')) as { readonly browserContextId: string };
  const { targetId } = (await pipe.send('Target.createTarget', { url: 'about:blank', browserContextId })) as { readonly targetId: string };
  const { sessionId } = (await pipe.send('Target.attachToTarget', { targetId, flatten: true })) as { readonly sessionId: string };
  const { frameTree } = (await pipe.send('Page.getFrameTree', {}, sessionId)) as { readonly frameTree: { readonly frame: { readonly id: string } } };
  const answers = new AnswersToBrowser(pipe, visit, frameTree.frame.id);
  const loaded = Promise.withResolvers<void>();
  const crashed = Promise.withResolvers<never>();
  // Heard below, or too late to matter.
  crashed.promise.catch(() => undefined);
  const stage = { pipe, answers, target: targetId, session: sessionId, loaded: loaded.resolve, crashed: crashed.reject };
  pipe.hear((event) => void heard(event, stage));
  await pipe.send('Target.setDiscoverTargets', { discover: true });
  await pipe.send('Browser.setDownloadBehavior', { behavior: 'deny', browserContextId });
  await pipe.send('Inspector.enable', {}, sessionId);
  await pipe.send('Page.enable', {}, sessionId);
  await pipe.send('Network.enable', {}, sessionId);
  await pipe.send('Network.setBypassServiceWorker', { bypass: true }, sessionId);
  await pipe.send('Emulation.setUserAgentOverride', { userAgent, acceptLanguage: 'en-US,en' }, sessionId);
  await resize(pipe, sessionId, HEIGHT);
  await hold(pipe, sessionId);
  const [first] = visit.page;
  const { errorText } = (await pipe.send('Page.navigate', { url: first?.url ?? 'about:blank' }, sessionId)) as { readonly errorText?: string };
  if (errorText) throw new Fault('conflict', `the browser does not show it: ${errorText}`, 'It may be no page, but a file.');
  const finish = async (): Promise<Shown> => {
    await Promise.race([loaded.promise, setTimeout(LOAD_MS, undefined, { ref: false })]);
    await laidOut(pipe, sessionId, frameTree.frame.id);
    await rest(answers);
    return taken(pipe, { session: sessionId, frame: frameTree.frame.id }, answers);
  };
  void pipe.ended.then(crashed.reject);
  return Promise.race([finish(), crashed.promise]);
}

/** At its whole length first: pictures that a page loads when they come into sight are in sight then. */
async function taken(pipe: BrowserPipe, { session, frame }: { readonly session: string; readonly frame: string }, answers: AnswersToBrowser): Promise<Shown> {
  const { cssContentSize } = (await pipe.send('Page.getLayoutMetrics', {}, session)) as { readonly cssContentSize: { readonly height: number } };
  const height = Math.min(LONGEST, Math.max(HEIGHT, Math.ceil(cssContentSize.height)));
  await resize(pipe, session, height);
  await laidOut(pipe, session, frame);
  await rest(answers);
  const picture = await pipe.send('Page.captureScreenshot', { format: 'png', captureBeyondViewport: false }, session);
  await resize(pipe, session, HEIGHT);
  const pdf = await pipe.send('Page.printToPDF', { ...PAPER, printBackground: true, generateTaggedPDF: true }, session);
  return { picture: bytesIn(picture), pdf: bytesIn(pdf) };
}

const bytesIn = (answer: unknown): Buffer => Buffer.from((answer as { readonly data: string }).data, 'base64');

const resize = (pipe: BrowserPipe, session: string, height: number): Promise<unknown> =>
  pipe.send('Emulation.setDeviceMetricsOverride', { width: WIDTH, height, deviceScaleFactor: 1, mobile: false }, session);

/** Two frames drawn, in a world of our own, in which the page's scripts changed nothing: what comes into sight is asked for by then. */
async function laidOut(pipe: BrowserPipe, session: string, frameId: string): Promise<void> {
  const { executionContextId } = (await pipe.send('Page.createIsolatedWorld', { frameId }, session)) as { readonly executionContextId: number };
  const expression = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))';
  const drawn = pipe.send('Runtime.evaluate', { expression, awaitPromise: true, contextId: executionContextId }, session);
  await Promise.race([drawn, setTimeout(RESTLESS_MS, undefined, { ref: false })]);
}

/** Until the page has asked for nothing for a while. */
async function rest(answers: AnswersToBrowser): Promise<void> {
  const from = performance.now();
  while (answers.quietMs < QUIET_MS && performance.now() - from < RESTLESS_MS) await setTimeout(50);
}

/** From here on it asks for nothing that we do not answer; nor do the frames and workers inside of it. */
async function hold(pipe: BrowserPipe, session: string): Promise<void> {
  await pipe.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }, session);
  await pipe.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }, session);
}

type Stage = {
  readonly pipe: BrowserPipe;
  readonly answers: AnswersToBrowser;
  readonly target: string;
  readonly session: string;
  readonly loaded: () => void;
  readonly crashed: (why: Fault) => void;
};

type About = { readonly targetId: string; readonly type: string };

async function heard(event: Event, { pipe, answers, target, session, loaded, crashed }: Stage): Promise<void> {
  if (event.method === 'Fetch.requestPaused') return answers.answer(event);
  if (event.method === 'Page.loadEventFired' && event.session === session) return loaded();
  if (event.method === 'Inspector.targetCrashed' && event.session === session)
    return crashed(new Fault('conflict', 'the page made the browser run out of memory, or crash', 'Save the page in a browser, and add the file.'));
  try {
    if (event.method === 'Page.javascriptDialogOpening') await pipe.send('Page.handleJavaScriptDialog', { accept: false }, event.session);
    if (event.method === 'Target.targetCreated') await shut(pipe, (event.params as { readonly targetInfo: About }).targetInfo, target);
    if (event.method === 'Target.attachedToTarget') await adopt(pipe, event.params as { readonly sessionId: string; readonly targetInfo: About });
  } catch {
    // What was opened is gone again.
  }
}

/** Windows that the page opens by itself are no part of it. */
async function shut(pipe: BrowserPipe, { targetId, type }: About, own: string): Promise<void> {
  if (type === 'page' && targetId !== own) await pipe.send('Target.closeTarget', { targetId });
}

async function adopt(pipe: BrowserPipe, { sessionId, targetInfo }: { readonly sessionId: string; readonly targetInfo: About }): Promise<void> {
  // A window that the page opens by itself is no part of it: it ends before it began.
  if (targetInfo.type === 'page') return void (await pipe.send('Target.closeTarget', { targetId: targetInfo.targetId }));
  // Workers have no requests of their own to hold: those come to the session of their page.
  if (targetInfo.type === 'iframe') await hold(pipe, sessionId);
  await pipe.send('Runtime.runIfWaitingForDebugger', {}, sessionId);
}
