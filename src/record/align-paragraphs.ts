// Which paragraphs of a translation stand for which of its original. Where there are as many in both, one by one; else by where they stand in
// the whole, which is rough, and is said to be.
import { paragraphsOf } from '../base/paragraphs.ts';
import { CodePoints, type Span } from '../base/span.ts';
import type { Alignment, PassagePair } from '../model/attachment.ts';

/** In the order of the original; a paragraph of the translation is in one pair. O(texts). */
export function alignParagraphs(original: string, translation: string): Alignment {
  const [left = [], right = []] = [original, translation].map((text) => paragraphsOf(text, new CodePoints(text)));
  if (left.length === 0) return { exact: false, pairs: right.map((each) => ({ original: null, translation: each })) };
  if (left.length === right.length) return { exact: true, pairs: left.map((each, n) => ({ original: each, translation: right[n] ?? null })) };
  const [all, other] = [left.at(-1)?.end ?? 1, right.at(-1)?.end ?? 1];
  const pairs: PassagePair[] = left.map((each) => ({ original: each, translation: null }));
  let n = 0;
  for (const each of right) {
    const middle = (((each.start + each.end) / 2) * all) / other;
    while (n < left.length - 1 && (left[n]?.end ?? 0) < middle) n++;
    const before = pairs[n];
    if (before) pairs[n] = { ...before, translation: { start: before.translation?.start ?? each.start, end: each.end } };
  }
  return { exact: false, pairs };
}

/** What of the translation stands for a passage of the original, in code points; null where nothing does. */
export function passageFor({ pairs }: Alignment, { start, end }: Span): Span | null {
  const met = pairs.flatMap(({ original, translation }) => (original && translation && original.start < end && start < original.end ? [translation] : []));
  const [first, last] = [met[0], met.at(-1)];
  return first && last ? { start: first.start, end: last.end } : null;
}
