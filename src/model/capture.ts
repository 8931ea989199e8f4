// Pages of the web that were captured when a person asked for them: what was done, by what, and what is not in the capture.
import { boolean, count, list, object, orNull, string, type Of } from '../base/shape.ts';

/**
 * `original` is the WARC; `picture` (PNG) and `pdf` are originals beside it, null where none was made: then `noPicture` says why. `asked` is
 * the address that the person gave, `reached` where the page was, after `redirects`; `answers` of sites are in the WARC. `from` and
 * `until` are ISO, UTC. `browser` is product and version of what took the picture; `proxied`: the sites saw a proxy in the place of this
 * machine. `leftOut`: what the page would have asked for, and why it was not; `leftOutBeside` how many more than are named.
 */
export const parsePageCaptured = object({
  original: string,
  asked: string,
  reached: string,
  redirects: list(string),
  from: string,
  until: string,
  answers: count,
  browser: orNull(string),
  picture: orNull(string),
  pdf: orNull(string),
  noPicture: orNull(string),
  proxied: boolean,
  leftOut: list(object({ url: string, why: string })),
  leftOutBeside: count,
});
export type PageCaptured = Of<typeof parsePageCaptured>;

/** A capture that is being made: answers and bytes so far. */
export type CaptureUnderWay = { readonly url: string; readonly answers: number; readonly bytes: number };

/** `proxy`: through which sites are asked where nothing else is said, without its password; null: directly. `browser`: whether pictures can be taken. */
export type WaysToCapture = { readonly proxy: string | null; readonly browser: boolean; readonly underWay: readonly CaptureUnderWay[] };
