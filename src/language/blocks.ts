// Blocks: a long text is read in stretches of whole paragraphs, so that memory does not grow with its length. What one block
// told (names, acronyms, the last date) is known to those behind it; pronouns and quotations do not reach over its border.
import { isBlank } from './tokens.ts';

/** A stretch of a flat text, in code points, end-exclusive. */
export type Block = { readonly from: number; readonly to: number };

/** Shortest block, in code points: some 6,000 words, more than most reports have. */
const LONG = 40_000;
/** How far past that the end of a paragraph is looked for, in code points; then that of a line, then any blank. */
const REACH = 10_000;

/** All blocks, in order; together they are the text. No word is cut. Linear in its length. */
export function* blocksOf(flat: string): Generator<Block> {
  let from = 0;
  do {
    const to = flat.length - from > LONG + REACH ? endOfBlock(flat, from + LONG) : flat.length;
    yield { from, to };
    from = to;
  } while (from < flat.length);
}

/** Where the first paragraph, line or word after `least` ends; the text's end where there is no blank. */
function endOfBlock(flat: string, least: number): number {
  const near = flat.slice(least, least + REACH);
  for (const border of [/\n\s*\n/, /\n/]) {
    const at = near.search(border);
    if (at >= 0) return least + at;
  }
  let at = least;
  while (at < flat.length && !isBlank(flat, at)) at++;
  return at;
}
