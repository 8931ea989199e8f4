// Documents that are one text, from the pairs that were found: they hang together through others too, as reprints of one report do.

/** Two documents that are copies, by their ids. */
type Pair = { readonly left: string; readonly right: string };

/** Groups of ids, those of the most documents first, then by their first id; the ids of each in order. O(pairs). */
export function groupCopies(pairs: readonly Pair[]): readonly (readonly string[])[] {
  const leaders = new Map<string, string>();
  const leaderOf = (id: string): string => {
    let at = id;
    for (let next = leaders.get(at); next !== undefined && next !== at; next = leaders.get(at)) {
      leaders.set(at, leaders.get(next) ?? next);
      at = next;
    }
    return at;
  };
  for (const { left, right } of pairs) {
    const [one, other] = [leaderOf(left), leaderOf(right)].toSorted();
    for (const id of [left, right]) if (!leaders.has(id)) leaders.set(id, id);
    if (one !== undefined && other !== undefined) leaders.set(other, one);
  }
  const groups = [...Map.groupBy(leaders.keys(), leaderOf).values()].map((ids) => ids.toSorted());
  return groups.toSorted((a, b) => b.length - a.length || ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
}
