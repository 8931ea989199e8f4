// The part of `add` that captures pages of the web: which words are addresses, and what is told while a page is got.
import { Fault } from '../base/fault.ts';
import { capturePage, wayOut, whoSees } from '../desk/capture-page.ts';
import type { Casebook } from '../desk/casebook.ts';
import type { Added } from '../desk/add.ts';
import type { Stated } from '../desk/stated.ts';
import type { Call, Options } from './command.ts';
import { oneLine } from './printable.ts';

export const CAPTURE_OPTIONS: Options = {
  proxy: {
    type: 'string',
    value: 'URL',
    about:
      'ask sites through this proxy, which also finds them by their names: http://HOST:PORT or socks5h://HOST:PORT; “none”: ask directly; else what the environment says (ONRECORD_PROXY, ALL_PROXY, HTTPS_PROXY, HTTP_PROXY)',
  },
  'without-picture': { type: 'boolean', about: 'of a page of the web: neither picture nor PDF, nor what it needs besides' },
  'allow-local': { type: 'boolean', about: 'pages may also lie on this machine or its network, and lead there' },
};

/** Whether a word is an address, and no path: of whatever scheme, so that file:// is refused as one. */
export const isAddress = (word: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(word);

/** What became of a page that was asked for: one that was not got is told with the reason, and the others go on. */
export type Captured = Added | NotCaptured;
export type NotCaptured = {
  readonly path: string;
  readonly outcome: 'not-captured';
  readonly problem: { readonly code: string; readonly reason: string; readonly hint: string };
};

/** Captures pages one after another. */
export async function* capturePages(
  call: Call,
  casebook: Casebook,
  urls: readonly string[],
  how: { readonly stated: Stated; readonly suggests: boolean },
): AsyncGenerator<Captured> {
  if (urls.length === 0) return;
  const way = wayOut(call.text('proxy'), process.env);
  const browser = call.flag('without-picture') ? null : way.browser;
  call.note(whoSees(way));
  for (const url of urls) {
    if (call.stopped.aborted) return;
    const asked = { url, proxy: way.proxy, browser, allowLocal: call.flag('allow-local') };
    call.progress(`asking for ${oneLine(url, 60)}`);
    const onProgress = ({ answers, bytes }: { readonly answers: number; readonly bytes: number }): void =>
      call.progress(`${oneLine(url, 50)}: ${answers} answers, ${(bytes / 1e6).toFixed(1)} MB`);
    try {
      yield* capturePage(casebook, asked, { ...how, stopped: call.stopped, onProgress });
    } catch (thrown) {
      if (!(thrown instanceof Fault) || !OF_THE_PAGE.has(thrown.code)) throw thrown;
      yield { path: url, outcome: 'not-captured', problem: { code: thrown.code, reason: `${thrown.message}.`, hint: thrown.hint } };
    } finally {
      call.progress('');
    }
  }
}

/** What speaks of one page, and not of the casebook or of onrecord. */
const OF_THE_PAGE: ReadonlySet<string> = new Set(['bad-usage', 'not-allowed', 'conflict']);
