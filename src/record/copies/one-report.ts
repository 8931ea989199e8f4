// Whether two claims are one report told twice: by what their documents share, and where in it their words stand.
import type { Span } from '../../base/span.ts';
import type { ClaimRow } from '../../model/answers.ts';
import type { CopyRow, CopySide } from '../../model/copies.ts';

/** Why two claims of two documents are one report; null where nothing says so. */
export type OneReport = (a: ClaimRow, b: ClaimRow) => string | null;

/** Words so near to what both documents have, in code points, are an editor's; further off they are the document's own report. */
const NEAR = 150;

/**
 * @param rows - the copies among the documents of the claims
 * @param oneText - of a document, those that are one text with it, be it through documents that no claim is of
 */
export function oneReport(rows: readonly CopyRow[], oneText: ReadonlyMap<string, ReadonlySet<string>>): OneReport {
  const byPair = new Map(rows.map((row) => [`${row.left.id} ${row.right.id}`, row]));
  return (a, b) => {
    const row = byPair.get([a.document, b.document].toSorted().join(' '));
    if (row) return reason(row, a, b);
    return oneText.get(a.document)?.has(b.document) ? 'both documents are copies of one text' : null;
  };
}

function reason(row: CopyRow, a: ClaimRow, b: ClaimRow): string | null {
  const [left, right] = a.document === row.left.id ? [a, b] : [b, a];
  const near = row.kind === 'whole' ? NEAR : 0;
  if (!standsIn(row, 'left', left, near) || !standsIn(row, 'right', right, near)) return null;
  return row.kind === 'whole' ? sayWhole(row) : 'both stand in a passage that the two documents share';
}

/** A claim whose words have no known place is held to stand in what is one text as a whole, and in no passage. */
function standsIn({ passages, kind }: CopyRow, side: CopySide, { quote, orphan }: ClaimRow, near: number): boolean {
  return orphan ? kind === 'whole' : passages.some((passage) => distance(passage[side], quote) <= near);
}

/** 0 where the two have a code point in common, else how far apart they are, at least 1. */
const distance = (a: Span, b: Span): number => (a.start < b.end && b.start < a.end ? 0 : 1 + Math.max(a.start - b.end, b.start - a.end));

function sayWhole({ share, first, left, right }: CopyRow): string {
  const earlier = first === 'left' ? left : first === 'right' ? right : null;
  const which = earlier ? `, of which ${earlier.publisher ?? `“${earlier.title}”`} was published first` : '';
  return `the documents are copies: ${percent(share)} of the shorter stands in the other${which}`;
}

/** Rounded down, so that 100 % is all of it. */
const percent = (share: number): string => `${Math.floor(share * 100)} %`;
