// A page of the web, captured because a person asks for it: got by a process of its own, kept as a WARC with a picture and a PDF where
// a Chromium is there, and taken in like any other file. All of it is recorded together, or nothing.
import { Fault } from '../base/fault.ts';
import type { Act } from '../model/act.ts';
import { CaptureProcess, type Progress } from '../exchange/capture/capture-process.ts';
import { LIMITS, type CaptureLimits, type CapturePart, type CaptureTold } from '../exchange/capture/capture-order.ts';
import { addressOf } from '../exchange/capture/fetch-page.ts';
import { findBrowser } from '../exchange/capture/find-browser.ts';
import { parseProxy, shownProxy } from '../exchange/capture/proxy.ts';
import type { Kept } from '../store/kept-file.ts';
import { addItem, type Added } from './add.ts';
import type { Casebook } from './casebook.ts';
import { PROGRAM } from './program.ts';
import { asFileName } from './receive.ts';
import { collectionOf, type Stated } from './stated.ts';

/** `proxy` null: the site is asked directly. `browser` null: no picture is taken. */
export type CaptureAsked = {
  readonly url: string;
  readonly proxy: string | null;
  readonly browser: string | null;
  /** Addresses of this machine and its network may be asked too. */
  readonly allowLocal: boolean;
  readonly limits?: CaptureLimits;
};

export type Capturing = {
  readonly stated: Stated;
  readonly stopped: AbortSignal;
  readonly suggests: boolean;
  readonly onProgress: (progress: Progress) => void;
};

/**
 * Captures one page; tells of it, and of what is inside where it is a file with parts, as adding does. Stopped, it tells nothing, and
 * nothing is recorded.
 *
 * Throws a Fault where the page is not got: 'bad-usage' for an address that is none of the web, 'not-allowed' for one of this machine
 * or its network, 'conflict' where the site does not give it. Then nothing is recorded.
 */
export async function* capturePage(casebook: Casebook, asked: CaptureAsked, capturing: Capturing): AsyncGenerator<Added> {
  const { stated, stopped, suggests } = capturing;
  try {
    const captured = await capture(casebook, asked, capturing);
    const { told } = captured;
    const came: Stated = { url: asked.url, method: METHOD, collectedAt: told.from, ...stated };
    const acts = (original: string): readonly Act[] => actsOf(casebook, original, { ...captured, asked, came });
    const path = `${nameOf(told)}.warc.gz`;
    yield* addItem(casebook, { path, kept: captured.warc, container: null, depth: 0, came, acts }, { stated, stopped, suggests });
  } catch (thrown) {
    if (!stopped.aborted) throw thrown;
  }
}

const METHOD = 'captured from the web';

type Captured = { readonly warc: Kept; readonly picture: Kept | null; readonly pdf: Kept | null; readonly told: CaptureTold };

async function capture(
  casebook: Casebook,
  { url, proxy, browser, allowLocal, limits = LIMITS }: CaptureAsked,
  { stopped, onProgress }: Capturing,
): Promise<Captured> {
  addressOf(url);
  if (proxy !== null) parseProxy(proxy);
  const order = { url: url.trim(), proxy, browser, allowLocal, program: PROGRAM, limits };
  const process = await CaptureProcess.start(order, { signal: stopped, onProgress });
  const keep = async (part: CapturePart): Promise<Kept | null> =>
    (await process.has(part)) ? casebook.store.vault.keepOriginalBytes(process.bytes(part)) : null;
  try {
    const warc = await keep('warc');
    const [picture, pdf] = [await keep('picture'), await keep('pdf')];
    if (!warc) throw new Fault('bug', 'a capture has no WARC', 'Nothing was recorded. Report it.');
    return { warc, picture, pdf, told: await process.told() };
  } finally {
    await process.close();
  }
}

type Besides = Captured & { readonly asked: CaptureAsked; readonly came: Stated };

/** What shows the page is preserved beside it, and the capture told of as a whole. */
function actsOf(casebook: Casebook, original: string, { picture, pdf, told, asked, came }: Besides): readonly Act[] {
  const name = nameOf(told);
  const preserved = (kept: Kept | null, ending: string, mediaType: string): readonly Extract<Act, { kind: 'original.preserved' }>[] =>
    kept === null
      ? []
      : [
          {
            kind: 'original.preserved',
            payload: {
              original: casebook.newId('o_'),
              sha256: kept.sha256,
              size: kept.size,
              mediaType,
              collection: collectionOf(`${name}.${ending}`, original, came, 'public'),
              tool: told.browser === null ? PROGRAM : `${PROGRAM}, ${told.browser}`,
            },
          },
        ];
  const [shown, printed] = [preserved(picture, 'png', 'image/png'), preserved(pdf, 'pdf', 'application/pdf')];
  const { reached, redirects, from, until, answers, browser, noPicture, leftOut, leftOutBeside } = told;
  const what = { reached, redirects, from, until, answers, browser, noPicture, leftOut, leftOutBeside, proxied: asked.proxy !== null };
  const pictures = { picture: shown[0]?.payload.original ?? null, pdf: printed[0]?.payload.original ?? null };
  return [...shown, ...printed, { kind: 'page.captured', payload: { original, asked: asked.url.trim(), ...what, ...pictures } }];
}

/** From where and of when, as a file may be called. */
function nameOf({ reached, from }: CaptureTold): string {
  const { hostname, pathname } = new URL(reached);
  const path = decodedPath(pathname).replace(/^\/|\/$/g, '');
  const place = asFileName(`${hostname}${path === '' ? '' : `_${path}`}`);
  return `${Array.from(place).slice(0, 60).join('')} ${from.slice(0, 19).replaceAll(':', '')}Z`;
}

function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // No letters, then: its signs stand for themselves.
    return path;
  }
}

/** The environment's variables that name a proxy, the first that is set: one for all that is asked for. */
export const PROXY_VARIABLES = ['ONRECORD_PROXY', 'ALL_PROXY', 'all_proxy', 'HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'] as const;

/** How sites would be asked from here. */
export type WayOut = { readonly proxy: string | null; readonly browser: string | null };

/**
 * What a person said of the proxy ('none': ask directly), else what the environment says: whoever set one there wants no site to see this
 * machine. Throws a Fault 'bad-usage' where that is no proxy that is known here.
 */
export function wayOut(said: string | undefined, env: Readonly<Record<string, string | undefined>>): WayOut {
  const set = PROXY_VARIABLES.map((name) => env[name]).find((value) => value !== undefined && value !== '');
  const proxy = said === 'none' ? null : (said ?? set ?? null);
  if (proxy !== null) parseProxy(proxy);
  return { proxy, browser: findBrowser(env) };
}

/** What the person is told before anything is asked for: who will see that they look. */
export function whoSees({ proxy }: WayOut): string {
  return proxy === null
    ? 'The site will see this machine’s address, and that the page was asked for. Where that must not be, stop, and give a proxy (--proxy).'
    : `Asked through the proxy ${shownProxy(parseProxy(proxy))}: it sees which sites are asked for; they see the proxy’s address.`;
}
