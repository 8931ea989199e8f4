// What a later text has in the place of words of an earlier one.
import type { Span } from '../../base/span.ts';
import type { CopyStretch } from '../../model/copies.ts';

/**
 * The words of the right text that stand where a span of the left one does; null where nothing does.
 *
 * @param stretches - of `layBeside`: all of both texts. The span is in code points of the left one.
 */
export function wordsNow(stretches: readonly CopyStretch[], { start, end }: Span): string | null {
  let at = 0;
  let now = '';
  let isThere = false;
  for (const { sort, left, right } of stretches) {
    const [from, length] = [at, Array.from(left).length];
    at += length;
    // What was put in counts only between words of the span.
    if (sort === 'right' ? !(from > start && from < end) : from >= end || at <= start) continue;
    // Of a long stretch that was changed, nobody knows what of it stands for a few words of it.
    if (sort === 'changed' && 2 * (Math.min(at, end) - Math.max(from, start)) < length) continue;
    isThere ||= sort === 'changed' || sort === 'same';
    if (sort !== 'same') now += right;
    else now += clipped(right, { start: start - from, end: end - from }, length);
  }
  const words = now.trim();
  return isThere && words !== '' ? words : null;
}

/** The same words have the same length but for the blanks between them, which are not counted so strictly. */
function clipped(right: string, { start, end }: Span, length: number): string {
  const points = Array.from(right);
  return points.slice(Math.max(0, start), end >= length ? points.length : end).join('');
}
