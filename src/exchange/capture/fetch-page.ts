// The page that a person asked for, through the redirects that lead to it. Each of them is followed by hand, and has to stand every
// check that the first address stood.
import { Fault } from '../../base/fault.ts';
import { requireWeb } from './connect.ts';
import { MOST_REDIRECTS } from './capture-order.ts';
import type { Exchange, Headers } from './http-exchange.ts';

/** Asks for one address; follows nothing. */
export type Ask = (url: URL, headers: Headers) => Promise<Exchange>;

/** The exchanges on the way, the page's own last: it was answered with success. */
export type FetchedPage = readonly [...before: Exchange[], page: Exchange];

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Where an answer sends whoever asked; null where it sends nobody anywhere. */
export const redirectOf = ({ status, headers }: Pick<Exchange, 'status' | 'headers'>): string | null =>
  REDIRECTS.has(status) ? lettersOf(headers.find(([name]) => name.toLowerCase() === 'location')?.[1] ?? null) : null;

/** Headers come byte by byte; addresses of Persian sites often are UTF-8 there. */
function lettersOf(bytes: string | null): string | null {
  const text = Buffer.from(bytes ?? '', 'latin1').toString('utf8');
  return text.includes('\ufffd') ? bytes : text || null;
}

/**
 * Throws what `ask` throws; a Fault 'bad-usage' for an address that is none of the web, also where a site sends one there; 'conflict' where
 * redirects go in a circle or are too many, and where the page is not answered with 200.
 */
export async function fetchPage(address: string, headers: Headers, ask: Ask): Promise<FetchedPage> {
  const before: Exchange[] = [];
  const seen = new Set<string>();
  const cookies: Jar = new Map();
  let url = addressOf(address);
  for (;;) {
    const cookie = cookieFor(cookies, url);
    const question = `${url.href} ${cookie ?? ''}`;
    // The same address with the same cookies can only give the same redirect again.
    if (seen.has(question)) throw new Fault('conflict', `${url.href} is redirected in a circle`, 'Look at the address in a browser; it may want a login.');
    seen.add(question);
    const answer = await ask(url, cookie === null ? headers : [...headers, ['Cookie', cookie]]);
    keepCookies(cookies, url, answer);
    const next = redirectOf(answer);
    if (next === null) {
      if (answer.status === 200) return [...before, answer];
      throw new Fault(
        'conflict',
        `${url.host} answered ${answer.status}${MEANING[answer.status] ?? ''}`,
        'Nothing was recorded. Look at the address in a browser.',
      );
    }
    before.push(answer);
    url = follow(url, next);
    if (before.length > MOST_REDIRECTS)
      throw new Fault('conflict', `${address} is redirected more than ${MOST_REDIRECTS} times`, 'Give the address where it ends.');
  }
}

const MEANING: Readonly<Record<number, string>> = {
  401: ': it wants a login',
  403: ': it shows this to nobody, or not to us',
  404: ': it has no such page',
  410: ': it had this page, and has it no more',
  429: ': it was asked too often',
  451: ': it may not show it, by law',
  500: ': it failed',
  503: ': it cannot answer now',
};

/** Throws a Fault 'bad-usage' where a person's words are no address of the web. */
export function addressOf(words: string): URL {
  const url = URL.canParse(words.trim()) ? new URL(words.trim()) : null;
  if (!url) throw new Fault('bad-usage', `"${words}" is no address of the web`, 'Give it whole, as https://example.org/page.');
  requireWeb(url);
  url.hash = '';
  return url;
}

function follow(from: URL, location: string): URL {
  if (!URL.canParse(location, from.href)) throw new Fault('conflict', `${from.host} redirects to what is no address`, 'Look at the address in a browser.');
  const next = new URL(location, from);
  if (next.protocol !== 'http:' && next.protocol !== 'https:')
    throw new Fault(
      'not-allowed',
      `${from.host} redirects to ${next.protocol}, which is no address of the web`,
      'It was not followed. Only http:// and https:// are.',
    );
  requireWeb(next);
  next.hash = '';
  return next;
}

type Jar = Map<string, Map<string, string>>;

/** What a host set on the way to the page goes back to that host alone: some redirect until they see it. */
function keepCookies(jar: Jar, { host }: URL, { headers }: Exchange): void {
  for (const [name, value] of headers) {
    const [, key, held] = name.toLowerCase() === 'set-cookie' ? (/^\s*([^=;\s]+)=([^;]*)/.exec(value) ?? []) : [];
    if (key === undefined || held === undefined) continue;
    const own = jar.get(host) ?? new Map<string, string>();
    jar.set(host, own.set(key, held.trim()));
  }
}

function cookieFor(jar: Jar, { host }: URL): string | null {
  const own = jar.get(host);
  return own ? [...own].map(([name, value]) => `${name}=${value}`).join('; ') : null;
}
