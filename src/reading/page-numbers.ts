// Page numbers are not part of the text: they would stand in the middle of a sentence that goes on over the page. What
// is taken for one becomes the page's label, so nothing is lost. A number alone on a line counts only as one of a
// series: two pages at least, whose numbers go up as the pages do.
import type { Line } from './pdf-lines.ts';
import type { PageLines } from './pdf-paragraphs.ts';

const NUMBER = /^[-–—|\s]*(?:page|p\.|s\.|sida|seite|صفحه|ص)?\s*(\p{Nd}{1,4})(?:\s*(?:of|\/|von|av|sur|de|از)\s*\p{Nd}{1,4})?[-–—|\s]*$/iu;

type Candidate = { readonly line: Line; readonly number: number };

/** The pages with their numbers as labels instead of lines, where they have them. */
export function withoutPageNumbers(pages: readonly PageLines[]): readonly PageLines[] {
  const candidates = pages.map(({ lines }) => [lines[0], lines.at(-1)].flatMap((line) => candidate(line) ?? []));
  const shift = usualShift(candidates);
  if (shift === null) return pages;
  return pages.map((page, index) => {
    const found = candidates[index]?.find(({ number }) => number - index === shift);
    return found ? { label: String(found.number), lines: page.lines.filter((line) => line !== found.line) } : page;
  });
}

function candidate(line: Line | undefined): Candidate | null {
  const digits = line && NUMBER.exec(line.text)?.[1];
  if (!digits) return null;
  const value = Array.from(digits, (digit) => digitValue(digit.codePointAt(0) ?? 0)).join('');
  return { line, number: Number(value) };
}

/** The value of a decimal digit: its distance from the first of the ten that it stands among. */
function digitValue(point: number): number {
  let zero = point;
  while (point - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return point - zero;
}

/** How far numbers are ahead of pages counted from 0, on most pages that have one; null where no two pages agree. */
function usualShift(candidates: readonly (readonly Candidate[])[]): number | null {
  const counts = new Map<number, number>();
  for (const [index, each] of candidates.entries()) {
    for (const shift of new Set(each.map(({ number }) => number - index))) counts.set(shift, (counts.get(shift) ?? 0) + 1);
  }
  const [best] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return best && best[1] >= 2 ? best[0] : null;
}
