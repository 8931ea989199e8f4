// The text that the layers work on. Characters above U+FFFF are replaced, one for one, by a stand-in of one UTF-16 unit,
// so that inside this room the n-th unit is the n-th code point and ordinary string operations give contract offsets.
import { CodePoints, type Span } from '../base/span.ts';

export type Source = {
  /** The text with every wide character as one U+FFFC: for matching only, never for output. */
  readonly flat: string;
  /** The words of the document at a span of code points. */
  readonly slice: (span: Span) => string;
};

/** O(length). A text without wide characters is its own flat text. */
export function makeSource(text: string): Source {
  const points = new CodePoints(text);
  if (points.length === text.length) return { flat: text, slice: ({ start, end }) => text.slice(start, end) };
  return { flat: text.replaceAll(/[\u{10000}-\u{10FFFF}]/gu, '\uFFFC'), slice: (span) => points.slice(span) };
}
