// All copies of a casebook as a list to browse: the documents that are one text together, or two that share a part, some at a time.
import { COPY_KINDS, type CopyGroup, type CopyGroups, type CopyKind, type CopyMember, type CopyRow } from '../model/copies.ts';
import { groupCopies } from '../record/copies/group-copies.ts';
import { countCopies, publishedBefore, readCopies, readCopyIds } from '../views/read-copies.ts';
import type { Casebook } from './casebook.ts';
import { keptDocuments } from './documents-at.ts';
import type { ClaimFilter } from './parse-filter.ts';

/** Groups that are given at once, and documents of one that are told. */
const AT_ONCE = 50;
const MOST_TOLD = 100;

/**
 * The groups of a kind from the `from`th on, the largest first. Of 'whole', documents that are one text, be it through others; of the others each pair
 * is one, as a bulletin that holds three reports makes no one text of them. Under a clock, of the documents that it keeps. O(pairs of the kind).
 */
export async function copyGroups(casebook: Casebook, kind: CopyKind, from: number, clocks: ClaimFilter = {}): Promise<CopyGroups> {
  const { reads } = casebook.store;
  const documents = await keptDocuments(casebook, clocks);
  const pairsOf = async (wanted: CopyKind) =>
    (await readCopyIds(reads, wanted)).filter(({ left, right }) => documents === null || (documents.has(left) && documents.has(right)));
  const counts =
    documents === null ? await countCopies(reads) : new Map(await Promise.all(COPY_KINDS.map(async (each) => [each, (await pairsOf(each)).length] as const)));
  const pairs = await pairsOf(kind);
  const all = kind === 'whole' ? groupCopies(pairs) : pairs.map(({ left, right }) => [left, right]);
  const groups: CopyGroup[] = [];
  for (const ids of all.slice(from, from + AT_ONCE)) {
    const rows = await readCopies(reads, { among: ids.slice(0, MOST_TOLD) });
    groups.push(groupOf(ids, rows.filter((row) => row.kind === kind))); // prettier-ignore
  }
  return {
    kind,
    from,
    total: all.length,
    counts: Object.fromEntries(COPY_KINDS.map((each) => [each, counts.get(each) ?? 0])) as Record<CopyKind, number>,
    groups,
  };
}

/** In the order of publication, as far as that is known; each with the one before it in this order that it has the most in common with. */
function groupOf(ids: readonly string[], rows: readonly CopyRow[]): CopyGroup {
  const documents = [...new Map(rows.flatMap(({ left, right }) => [left, right]).map((each) => [each.id, each])).values()];
  const ordered = documents.toSorted((a, b) => (a.published ?? '~').localeCompare(b.published ?? '~', 'en') || (a.id < b.id ? -1 : 1));
  const members = ordered.map((document, n): CopyMember => {
    const before = new Set(ordered.slice(0, n).map(({ id }) => id));
    const of = rows.filter(({ left, right }) => left.id === document.id || right.id === document.id);
    const row = of.find(({ left, right }) => before.has(left.id) || before.has(right.id)) ?? of[0];
    return {
      ...document,
      like: row ? { id: row.left.id === document.id ? row.right.id : row.left.id, share: row.share, isShorter: row[row.shorter].id === document.id } : null,
    };
  });
  const [first, ...others] = ordered;
  const isFirst = first !== undefined && others.every(({ published }) => publishedBefore(first.published, published));
  return { documents: members, first: isFirst && ids.length === members.length ? first.id : null, more: ids.length - members.length };
}
