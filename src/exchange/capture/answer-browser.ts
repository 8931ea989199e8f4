// What the browser asks for, asked for by us in its place: the page itself from what was fetched already, and what the page needs from
// its sites, under the same rules. Whatever else it would do is left out, and said to be.
import { Fault } from '../../base/fault.ts';
import { httpBody, httpHead } from '../../reading/http-answer.ts';
import { Turns } from '../../reading/turns.ts';
import type { BrowserPipe, Event } from './browser-pipe.ts';
import { redirectOf, type Ask, type FetchedPage } from './fetch-page.ts';
import type { Exchange, Headers } from './http-exchange.ts';
import type { Hop } from './warc-writer.ts';

/** A page on its way into a browser. `keep` takes each exchange as it is made, `leaveOut` what is not asked for. */
export type Visit = {
  readonly page: FetchedPage;
  readonly ask: Ask;
  readonly keep: (exchange: Exchange, hop: Hop) => void;
  readonly leaveOut: (url: string, why: string) => void;
  /** What the browser says that it is, and in which languages it asks. */
  readonly headers: Headers;
};

/** Asked for at one time. */
const AT_ONCE = 6;
/** Addresses that one page may need. */
const MOST_ADDRESSES = 600;

/** Sorts of requests that a picture does not need, by what they are. */
const UNNEEDED: Readonly<Record<string, string>> = {
  Media: 'sound or film, which a picture does not show',
  Ping: 'a report to the site',
  CSPViolationReport: 'a report to the site',
  Prefetch: 'meant for another page',
  Manifest: 'meant for an app',
};

/** Of an answer's headers, those that speak of how it was sent, or would have the browser report or ask elsewhere. */
const NOT_GIVEN =
  /^(?:content-encoding|content-length|transfer-encoding|connection|keep-alive|alt-svc|report-to|reporting-endpoints|nel|strict-transport-security|link|refresh)$/i;

/** Of a question's headers, those that are ours to say, and those that would get a part. */
const NOT_PASSED =
  /^(?:host|connection|content-length|accept-encoding|user-agent|accept-language|range|if-.*|te|trailer|upgrade|proxy-.*|sec-.*|upgrade-insecure-requests)$/i;

type Paused = {
  readonly requestId: string;
  readonly request: { readonly url: string; readonly method: string; readonly headers: Readonly<Record<string, string>> };
  readonly frameId: string;
  readonly resourceType: string;
};

export class AnswersToBrowser {
  readonly #pipe: BrowserPipe;
  readonly #visit: Visit;
  readonly #mainFrame: string;
  readonly #turns = new Turns(AT_ONCE);
  /** By address, and by who asks where a site looks at that. */
  readonly #got = new Map<string, Promise<Exchange>>();
  readonly #way: Exchange[];
  #pending = 0;
  #changed = performance.now();

  constructor(pipe: BrowserPipe, visit: Visit, mainFrame: string) {
    this.#pipe = pipe;
    this.#visit = visit;
    this.#mainFrame = mainFrame;
    this.#way = [...visit.page];
  }

  /** Milliseconds for which nothing was asked for; 0 while something is. */
  get quietMs(): number {
    return this.#pending > 0 ? 0 : performance.now() - this.#changed;
  }

  /** Answers one request, whatever comes of it. A browser that ended meanwhile needs no answer. */
  async answer({ params, session }: Event): Promise<void> {
    const paused = params as Paused;
    this.#pending++;
    try {
      const exchange = await this.#exchangeFor(paused);
      if (exchange) await this.#give(paused, exchange, session);
      else await this.#refuse(paused, session);
    } catch {
      // It cannot be unpacked; or the frame that asked is gone, or the browser: whoever waits for the picture hears of that.
      await this.#refuse(paused, session).catch(() => undefined);
    } finally {
      this.#pending--;
      this.#changed = performance.now();
    }
  }

  /** Null where it is left out. */
  async #exchangeFor({ request: { url, method, headers }, frameId, resourceType }: Paused): Promise<Exchange | null> {
    if (resourceType === 'Document' && frameId === this.#mainFrame) return this.#pageItself(url);
    if (url.endsWith('/favicon.ico')) return null;
    const why = method === 'GET' ? unneeded(resourceType, headers) : `it would send something to the site (${method})`;
    if (why !== undefined || !/^https?:/.test(url)) {
      this.#visit.leaveOut(url, why ?? 'no address of the web');
      return null;
    }
    try {
      return await this.#needed(new URL(url), headers);
    } catch (thrown) {
      this.#visit.leaveOut(url, thrown instanceof Fault ? thrown.message : 'it could not be got');
      return null;
    }
  }

  /** The page and the redirects to it, in their order, once; a page that leads on to another is not followed. */
  #pageItself(url: string): Exchange | null {
    const [next] = this.#way;
    if (next && withoutHash(url) === next.url) return this.#way.shift() ?? null;
    this.#visit.leaveOut(url, 'another page, to which this one leads by itself');
    return null;
  }

  #needed(url: URL, asked: Readonly<Record<string, string>>): Promise<Exchange> {
    url.hash = '';
    const key = `${url.href} ${asked['Origin'] ?? ''}`;
    const got = this.#got.get(key);
    if (got) return got;
    if (this.#got.size >= MOST_ADDRESSES) throw new Fault('conflict', `it needs more than ${MOST_ADDRESSES} addresses`, 'The others were left out.');
    const passed = Object.entries(asked).filter(([name]) => !NOT_PASSED.test(name));
    const exchange = this.#turns.run(undefined, async () => {
      const answer = await this.#visit.ask(url, [...this.#visit.headers, ...passed]);
      const page = this.#visit.page.at(-1)?.url ?? null;
      this.#visit.keep(answer, { path: `${'R'.repeat(this.#visit.page.length - 1)}E`, via: page });
      return answer;
    });
    this.#got.set(key, exchange);
    return exchange;
  }

  /** A page that leads on to another stays when that has nothing to show; a request that failed would take its place. */
  async #refuse({ requestId, resourceType }: Pick<Paused, 'requestId' | 'resourceType'>, session: string | undefined): Promise<void> {
    if (resourceType === 'Document') await this.#pipe.send('Fetch.fulfillRequest', { requestId, responseCode: 204 }, session);
    else await this.#pipe.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' }, session);
  }

  async #give({ requestId, resourceType }: Pick<Paused, 'requestId' | 'resourceType'>, exchange: Exchange, session: string | undefined): Promise<void> {
    const { status, headers, answered } = exchange;
    const isDownload = resourceType === 'Document' && headers.some(([name, value]) => /^content-disposition$/i.test(name) && /^\s*attachment/i.test(value));
    if (isDownload) return this.#refuse({ requestId, resourceType }, session);
    const head = redirectOf(exchange) === null ? httpHead(answered) : null;
    const body = head ? httpBody(answered, head).body : new Uint8Array();
    const given = headers.filter(([name]) => !NOT_GIVEN.test(name)).map(([name, value]) => ({ name, value }));
    await this.#pipe.send(
      'Fetch.fulfillRequest',
      { requestId, responseCode: status, responseHeaders: given, body: Buffer.from(body).toString('base64') },
      session,
    );
  }
}

/** Why a picture does not need it; undefined where it may. What streams events is told by what it asks for alone. */
const unneeded = (sort: string, asked: Readonly<Record<string, string>>): string | undefined =>
  asked['Accept'] === 'text/event-stream' ? 'an answer that does not end' : UNNEEDED[sort];

function withoutHash(address: string): string {
  const url = new URL(address);
  url.hash = '';
  return url.href;
}
