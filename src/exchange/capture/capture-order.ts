// What is asked of a capturing process, and what it tells: its order comes down as one frame, its messages go up as frames.
import { boolean, count, list, object, oneOf, orNull, string, type Of, type Shape } from '../../base/shape.ts';

/** Bytes and milliseconds, each of one answer and of all that is got for a capture. */
export type CaptureLimits = {
  readonly answerBytes: number;
  readonly allBytes: number;
  readonly answerMs: number;
  readonly allMs: number;
};

/**
 * A page with its pictures has a few megabytes. All that is got is held in memory until it is written, and is unpacked once more by
 * the reader: 96 MB stay far under its limit. The browser has two thirds of the time.
 */
export const LIMITS: CaptureLimits = { answerBytes: 48 * 1024 * 1024, allBytes: 96 * 1024 * 1024, answerMs: 60_000, allMs: 180_000 };

/** Redirects of one page that are followed. */
export const MOST_REDIRECTS = 10;

export const parseOrder = object({
  url: string,
  /** Addresses of this machine and its network may be asked as well. */
  allowLocal: boolean,
  /** As parseProxy takes it; null: the site is asked directly. */
  proxy: orNull(string),
  /** Where a Chromium lies; null: there is none, or no picture is wanted. */
  browser: orNull(string),
  /** Name and version of the program, which goes into the WARC and nowhere else. */
  program: string,
  limits: object({ answerBytes: count, allBytes: count, answerMs: count, allMs: count }),
});
export type CaptureOrder = Of<typeof parseOrder>;

/** What was left out of a capture: the address, and why; at most so many are named. */
export const MOST_LEFT_OUT = 100;
const parseLeftOut = object({ url: string, why: string });

/** The files of a capture, in the order in which they come. */
export const PARTS = ['warc', 'picture', 'pdf'] as const;
export type CapturePart = (typeof PARTS)[number];

/** What is told at the end of a capture that was made. */
export const parseTold = object({
  /** Where the page was, after `redirects`: the addresses on the way, the one asked for first. */
  reached: string,
  redirects: list(string),
  /** Answers that are in the WARC, the page's own among them. */
  answers: count,
  /** ISO, UTC. */
  from: string,
  until: string,
  /** Product and version of the browser; null where none took pictures: then `noPicture` says why. */
  browser: orNull(string),
  noPicture: orNull(string),
  leftOut: list(parseLeftOut),
  /** How many more were left out than are named. */
  leftOutBeside: count,
});
export type CaptureTold = Of<typeof parseTold>;

const refused = object({ code: oneOf(['bad-usage', 'not-allowed', 'conflict', 'bug']), message: string, hint: string });

/** `got`: an answer more is there. `bytes`, in base 64, belong to `part`; a part begins when the one before has ended. */
const messages = {
  got: object({ answers: count, bytes: count, doing: oneOf(['asking', 'showing', 'writing']) }),
  bytes: object({ part: oneOf(PARTS), bytes: string }),
  told: parseTold,
  refused,
} as const;

export type CaptureMessage = { readonly [K in keyof typeof messages]: { readonly kind: K; readonly value: Of<(typeof messages)[K]> } }[keyof typeof messages];

const isKind = (kind: string): kind is keyof typeof messages => Object.hasOwn(messages, kind);

/** Throws a Fault 'bad-shape' for what is none. */
export const parseMessage: Shape<CaptureMessage> = (value, path = 'message') => {
  const { kind, value: inner } = object({ kind: string, value: (each) => each })(value, path);
  const parse = (isKind(kind) ? messages[kind] : oneOf([])) as Shape<unknown>;
  return { kind, value: parse(inner, kind) } as CaptureMessage;
};
