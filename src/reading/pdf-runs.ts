// The runs of glyphs on a PDF page, with the words that the file says they stand for (ActualText) in place of their shapes.

/** A run of glyphs: text in logical order, where it stands and how big, in points. */
export type Run = { readonly str: string; readonly width: number; readonly transform: readonly number[] };

/** What pdf.js gives: runs, and between them marks that open and close. */
export type Item = (Run & { readonly hasEOL: boolean }) | { readonly type: string; readonly actualText?: string | null };

/** A longer text stands for a whole paragraph, whose lines the runs tell better. In UTF-16 units. */
const LONGEST = 80;

export function runsOf(items: readonly Item[]): readonly Run[] {
  const runs: Run[] = [];
  /** Marks that are open: where their runs begin, and what these stand for if it is said. */
  const open: { readonly start: number; readonly actual: string | null }[] = [];
  for (const item of items) {
    if ('str' in item) runs.push(item);
    else if (item.type.startsWith('begin')) open.push({ start: runs.length, actual: item.actualText ?? null });
    else {
      const mark = open.pop();
      if (mark && mark.actual !== null && mark.actual.length <= LONGEST) replace(runs, mark.start, mark.actual);
    }
  }
  return runs;
}

/** The first run with ink gets the words, the others none; where there is no ink, the words stand where the last run ended. */
function replace(runs: Run[], start: number, actual: string): void {
  const inside = runs.slice(start);
  const inked = inside.findIndex((run) => run.str.trim() !== '');
  const before = runs[start - 1];
  if (inked < 0) {
    if (before && actual.trim() !== '') runs.push({ str: actual, width: 0, transform: atEndOf(before) });
    return;
  }
  for (const [index, run] of inside.entries()) {
    if (run.str.trim() === '') continue;
    const [, lead = '', trail = ''] = /^(\s*)[\s\S]*?(\s*)$/.exec(run.str) ?? [];
    runs[start + index] = { ...run, str: lead + (index === inked ? actual : '') + trail };
  }
}

/** A hair before the end, so that rounding does not put it behind the run that follows. */
function atEndOf({ transform, width }: Run): readonly number[] {
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = transform;
  const length = Math.hypot(a, b) || 1;
  const along = width - Math.min(width / 2, 0.5);
  return [a, b, c, d, x + (a / length) * along, y + (b / length) * along];
}
