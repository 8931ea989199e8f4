// Spans of text. Offsets are Unicode code points, 0-based, end-exclusive, in logical order, everywhere in onrecord
// (W3C Web Annotation, TextPositionSelector). Only the inside of a function that uses JavaScript's own string
// operations may count in UTF-16 units, and converts at its border with a CodePoints map.

export type Span = { readonly start: number; readonly end: number };

export const spanLength = (span: Span): number => span.end - span.start;

/** Number of code points that two spans share; 0 where they only touch. */
export function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

/** Order by start; at the same start the longer first, so that what contains comes before what it contains. */
export const bySpan = (a: Span, b: Span): number => a.start - b.start || b.end - a.end;

/**
 * A map between code-point and UTF-16 offsets of one string.
 *
 * O(length) to make; O(1) a look-up where the string has no character above U+FFFF, else O(log n) of those.
 */
export class CodePoints {
  /** UTF-16 offsets of the characters that take two units, ascending. */
  readonly #wide: number[] = [];
  readonly #text: string;
  /** Length of the string in code points. */
  readonly length: number;

  constructor(text: string) {
    this.#text = text;
    for (let unit = 0; unit < text.length; unit++) {
      if ((text.codePointAt(unit) ?? 0) > 0xffff) this.#wide.push(unit++);
    }
    this.length = text.length - this.#wide.length;
  }

  /** The code-point offset of a UTF-16 offset; one inside a surrogate pair counts as the pair's start. */
  fromUnit(unit: number): number {
    return unit - countBelow(this.#wide, unit);
  }

  /** The UTF-16 offset of a code-point offset. */
  toUnit(point: number): number {
    if (this.#wide.length === 0) return point;
    // The k-th wide character (0-based) stands at code point wide[k] - k.
    let low = 0;
    let high = this.#wide.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#wide[middle] ?? 0) - middle < point) low = middle + 1;
      else high = middle;
    }
    return point + low;
  }

  slice(span: Span): string {
    return this.#text.slice(this.toUnit(span.start), this.toUnit(span.end));
  }
}

/** How many of the ascending `values` are below `limit`. */
function countBelow(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
