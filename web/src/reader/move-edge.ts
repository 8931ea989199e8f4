// Lengthening and shortening a quote by a word, for amendments.
import { CodePoints } from '../../../src/base/span.ts';
import type { Quote } from '../../../src/model/claim.ts';

export const EDGE_MOVES = ['earlier', 'later', 'shorter', 'longer'] as const;
/** Begin a word earlier or later; end a word earlier (shorter) or later (longer). */
export type EdgeMove = (typeof EDGE_MOVES)[number];

/** The quote with one edge moved by a word of the text; the same quote where there is no word more, or none would be left. */
export function moveEdge(text: string, quote: Quote, move: EdgeMove): Quote {
  const points = new CodePoints(text);
  const start = points.toUnit(quote.start);
  const end = points.toUnit(quote.end);
  const moved = {
    earlier: () => ({ start: wordStartBefore(text, start), end }),
    later: () => ({ start: skip(text, skip(text, start, 1, isWord), 1, isSpace), end }),
    shorter: () => ({ start, end: skip(text, skip(text, end, -1, isWord), -1, isSpace) }),
    longer: () => ({ start, end: skip(text, skip(text, end, 1, isSpace), 1, isWord) }),
  }[move]();
  const exact = text.slice(moved.start, moved.end);
  if (moved.start >= moved.end || exact.trim() !== exact) return quote;
  return { exact, start: points.fromUnit(moved.start), end: points.fromUnit(moved.end) };
}

const isSpace = (sign: string): boolean => /\s/.test(sign);
const isWord = (sign: string): boolean => !isSpace(sign);

const wordStartBefore = (text: string, from: number): number => skip(text, skip(text, from, -1, isSpace), -1, isWord);

/** The place reached from `at` over signs that are `wanted`, forwards (1) or backwards (-1). UTF-16 offsets. */
function skip(text: string, at: number, step: 1 | -1, wanted: (sign: string) => boolean): number {
  let here = at;
  while (step === 1 ? here < text.length : here > 0) {
    if (!wanted(text.charAt(step === 1 ? here : here - 1))) break;
    here += step;
  }
  return here;
}
