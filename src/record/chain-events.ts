// How happenings hang together, by what people said and nothing else: the parts of one, what came before it and what came of it.
import type { EventRow } from '../model/event.ts';
import type { EventLink, LinkRow } from '../model/link.ts';

type Ends = { readonly left: { readonly id: string }; readonly right: { readonly id: string } };

/**
 * The links that lead from one claim's happening to another's, the shortest way; none where they are one happening; null where no way does.
 *
 * @param bearer - the id that stands for all claims of one happening
 */
export function wayBetween<T extends Ends>(links: readonly T[], bearer: (claim: string) => string, from: string, to: string): readonly T[] | null {
  const next = Map.groupBy(links, ({ left }) => bearer(left.id));
  const ways = new Map<string, readonly T[]>([[bearer(from), []]]);
  for (const [at, way] of ways) {
    if (at === bearer(to)) return way;
    for (const link of next.get(at) ?? []) if (!ways.has(bearer(link.right.id))) ways.set(bearer(link.right.id), [...way, link]);
  }
  return null;
}

/** What stands beside an event by links: its parts, what it is a part of, what led to it and what it led to; each as the event that it is now. */
export function linksOf(event: EventRow, links: readonly LinkRow[], eventOf: (claim: string) => EventRow | null): readonly EventLink[] {
  const own = new Set(event.claims.map(({ id }) => id));
  return links.flatMap((row): readonly EventLink[] => {
    const isLeft = own.has(row.left.id);
    if (!isLeft && !own.has(row.right.id)) return [];
    const side = isLeft ? row.right : row.left;
    const other = eventOf(side.id);
    const how = row.link === 'part of' ? (isLeft ? 'part of' : 'has part') : isLeft ? 'led to' : 'came of';
    return [{ how, other: { id: other?.id ?? `ev_${side.id.slice(2)}`, kind: other?.kind ?? null, label: other?.label ?? side.label }, link: row }];
  });
}
