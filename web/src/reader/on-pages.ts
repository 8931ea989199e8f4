// Which claims stand on which page of the original, and where.
import type { ClaimRow, Rectangles } from '../../../src/model/answers.ts';
import type { Page, PagePlace } from '../../../src/model/document.ts';

/** One line of a claim's words on a page. `number` is the claim's in the list; `isFirst` where its words begin. */
export type OnPage = { readonly claim: ClaimRow; readonly number: number; readonly place: PagePlace; readonly isFirst: boolean };

/** By page, in the order of the list. Claims whose place the pages do not tell are on none. */
export function onPages(claims: readonly ClaimRow[], rectangles: readonly Rectangles[]): ReadonlyMap<number, readonly OnPage[]> {
  const places = new Map(rectangles.map((each) => [each.id, each.places]));
  const lines = claims.flatMap((claim, n) => (places.get(claim.id) ?? []).map((place, line) => ({ claim, number: n + 1, place, isFirst: line === 0 })));
  return Map.groupBy(lines, ({ place }) => place.page);
}

/** All that the look of a page's marks depends on, so that a decision draws one page again and not hundreds. */
export const looksOnPage = (marks: readonly OnPage[], selected: string | null): string =>
  marks
    .map(({ claim, number, place }) =>
      [claim.id, number, claim.kind, claim.status, claim.id === selected, place.left, place.top, place.width, place.height].join(' '),
    )
    .join('\n');

/** The number of the page, from 1, whose text has the place at `offset` (code points); null where none has. */
export function pageOf(pages: readonly Page[], offset: number): number | null {
  const n = pages.findIndex(({ start, end }) => start <= offset && offset < end);
  return n < 0 ? null : n + 1;
}
