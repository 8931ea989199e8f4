// One capture, from the address to its files: the page, what it needs where a browser is there, the WARC, the picture, the PDF.
import { asFault, Fault } from '../../base/fault.ts';
import { BrowserPipe } from './browser-pipe.ts';
import { Budget } from './budget.ts';
import { MOST_LEFT_OUT, type CaptureMessage, type CaptureOrder, type CapturePart, type CaptureTold } from './capture-order.ts';
import { requireSite, type Ways } from './connect.ts';
import { addressOf, fetchPage, type Ask, type FetchedPage } from './fetch-page.ts';
import { exchange, type Exchange, type Headers } from './http-exchange.ts';
import { parseProxy } from './proxy.ts';
import { withNotes } from './picture-note.ts';
import { browserItself, showPage, type Shown } from './show-page.ts';
import { WarcWriter, type Hop } from './warc-writer.ts';
import { watchGroup } from './watch-group.ts';

/** What comes from outside. `folder` is the browser's, `apart` the words before its command; `authorities` are those of Ways. */
export type Around = Pick<Ways, 'resolve' | 'authorities'> & {
  readonly folder: string;
  readonly apart: readonly string[];
  readonly now: () => Date;
  readonly newId: () => string;
};

/** Asked as a common browser asks: a name of our own would tell the site who looks at it. */
const USER_AGENT = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
const PAGE_ACCEPT = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8';

/** Of all of a browser's processes together, in MB: the whole stays under 1.5 GB. */
const BROWSER_MB = 900;

/** Bytes in one message; a multiple of 3, as they go in base 64. */
const PIECE = 3 * 256 * 1024;

/**
 * Tells the files in their order, and at the end what was done. Throws a Fault where the page is not got: then nothing of what was
 * told is a capture. Where only the picture fails, the capture says why.
 */
export async function captureHere(order: CaptureOrder, around: Around, tell: (message: CaptureMessage) => void): Promise<void> {
  await new Capture(order, around, tell).run();
}

/** A browser that runs, or why none does. */
type Started =
  | { readonly pipe: BrowserPipe; readonly itself: { readonly product: string; readonly userAgent: string }; readonly why: null }
  | { readonly pipe: null; readonly itself: null; readonly why: string };

class Capture {
  readonly #order: CaptureOrder;
  readonly #around: Around;
  readonly #tell: (message: CaptureMessage) => void;
  readonly #budget: Budget;
  readonly #ways: Ways;
  readonly #stopped = new AbortController();
  readonly #leftOut: { readonly url: string; readonly why: string }[] = [];
  #leftOutBeside = 0;
  #answers = 0;

  constructor(order: CaptureOrder, around: Around, tell: (message: CaptureMessage) => void) {
    this.#order = order;
    this.#around = around;
    this.#tell = tell;
    this.#budget = new Budget(order.limits, () => performance.now());
    const proxy = order.proxy === null ? null : parseProxy(order.proxy);
    this.#ways = { ...around, allowLocal: order.allowLocal, proxy };
  }

  async run(): Promise<void> {
    requireSite(addressOf(this.#order.url), this.#ways);
    const from = this.#around.now().toISOString();
    const browser = await this.#startBrowser();
    try {
      const { userAgent } = browser.itself ?? { userAgent: USER_AGENT };
      const said: Headers = [
        ['User-Agent', userAgent],
        ['Accept-Language', 'en-US,en;q=0.9'],
        ['Accept-Encoding', 'gzip, deflate, br'],
      ];
      const page = await fetchPage(this.#order.url, [['Accept', PAGE_ACCEPT], ...said], this.#ask);
      const warc = new WarcWriter({ program: this.#order.program, at: from, newId: this.#around.newId }, (bytes) => this.#give('warc', bytes));
      for (const [n, each] of page.entries()) warc.write(each, { path: 'R'.repeat(n), via: page[n - 1]?.url ?? null });
      const shown = await this.#show(browser, page, said, (answer, hop) => warc.write(answer, hop));
      if (shown.files) {
        this.#give('picture', withNotes(shown.files.picture, { Source: page.at(-1)?.url ?? '', 'Creation Time': this.#around.now().toISOString() }));
        this.#give('pdf', shown.files.pdf);
      }
      this.#tell({ kind: 'told', value: this.#told({ page, from, browser: shown.files ? (browser.itself?.product ?? null) : null, noPicture: shown.why }) });
    } finally {
      this.#stopped.abort(new Fault('conflict', 'the capture is over', 'Add it again.'));
      browser.pipe?.kill();
      await browser.pipe?.ended;
    }
  }

  readonly #ask: Ask = async (url, headers) => {
    const answer = await exchange(url, headers, { ways: this.#ways, budget: this.#budget, stopped: this.#stopped.signal, now: this.#around.now });
    this.#answers++;
    this.#tell({ kind: 'got', value: { answers: this.#answers, bytes: this.#budget.bytes, doing: 'asking' } });
    return answer;
  };

  async #startBrowser(): Promise<Started> {
    const { browser } = this.#order;
    if (browser === null) return { pipe: null, itself: null, why: 'no Chromium was found on this machine' };
    try {
      const pipe = await BrowserPipe.start(browser, this.#around.folder, this.#around.apart);
      return { pipe, itself: await browserItself(pipe), why: null };
    } catch (thrown) {
      return { pipe: null, itself: null, why: asFault(thrown).message };
    }
  }

  async #show(
    { pipe, itself, why }: Started,
    page: FetchedPage,
    headers: Headers,
    keep: (exchange: Exchange, hop: Hop) => void,
  ): Promise<{ readonly files: Shown | null; readonly why: string | null }> {
    if (!pipe || !itself) return { files: null, why };
    if (!isHtml(page)) return { files: null, why: 'what lies at the address is no page, but a file' };
    const unwatch = watchGroup(pipe.pid ?? 0, BROWSER_MB, () => pipe.kill(tooHungry()));
    try {
      const visit = { page, headers, ask: this.#ask, keep, leaveOut: (url: string, because: string) => this.#leaveOut(url, because) };
      return { files: await showPage(pipe, visit, { userAgent: itself.userAgent, timeMs: Math.ceil((this.#budget.leftMs * 2) / 3) }), why: null };
    } catch (thrown) {
      return { files: null, why: asFault(thrown).message };
    } finally {
      unwatch();
    }
  }

  #leaveOut(url: string, why: string): void {
    if (this.#leftOut.some((each) => each.url === url)) return;
    if (this.#leftOut.length < MOST_LEFT_OUT) this.#leftOut.push({ url: url.slice(0, 500), why });
    else this.#leftOutBeside++;
  }

  #give(part: CapturePart, bytes: Buffer): void {
    for (let at = 0; at < bytes.length; at += PIECE) this.#tell({ kind: 'bytes', value: { part, bytes: bytes.toString('base64', at, at + PIECE) } });
  }

  #told({ page, from, browser, noPicture }: { page: FetchedPage; from: string } & Pick<CaptureTold, 'browser' | 'noPicture'>): CaptureTold {
    return {
      reached: page.at(-1)?.url ?? this.#order.url,
      redirects: page.slice(0, -1).map(({ url }) => url),
      answers: this.#answers,
      from,
      until: this.#around.now().toISOString(),
      browser,
      noPicture,
      leftOut: this.#leftOut,
      leftOutBeside: this.#leftOutBeside,
    };
  }
}

const isHtml = (page: FetchedPage): boolean =>
  page.at(-1)?.headers.some(([name, value]) => /^content-type$/i.test(name) && /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(value)) ?? false;

const tooHungry = (): Fault =>
  new Fault('conflict', `the page needs more than ${BROWSER_MB} MB of memory to be shown`, 'Save it in a browser of your own, and add the file.');
