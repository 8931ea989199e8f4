// Copies that were found, as people ask for them.
import { sql, type Kysely } from 'kysely';
import { readEdtf, widened } from '../base/edtf.ts';
import { oneOf } from '../base/shape.ts';
import { COPY_KINDS, COPY_SIDES, parseSharedPassages, type CopyDocument, type CopyKind, type CopyRow, type CopySide } from '../model/copies.ts';
import { COPY_RULE } from '../record/copies/judge-copy.ts';
import { among } from './among.ts';
import type { Tables } from './tables.ts';

/** Which pairs: all, those of one document, or those between documents of a set. */
export type CopiesAsked = { readonly of?: string; readonly among?: readonly string[] };

/** The largest share first. */
export async function readCopies(db: Kysely<Tables>, { of, among: documents }: CopiesAsked): Promise<readonly CopyRow[]> {
  let query = copies(db);
  if (of !== undefined) query = query.where(({ or, eb }) => or([eb('copy.left', '=', of), eb('copy.right', '=', of)]));
  if (documents !== undefined) query = query.where('copy.left', 'in', among(documents)).where('copy.right', 'in', among(documents));
  return (await query.execute()).map(copyRow);
}

/**
 * Of each of these documents that is one text with others, the documents that hang together with it by that, itself among them; through others too.
 * O(pairs of those).
 */
export async function readOneText(db: Kysely<Tables>, documents: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { rows } = await sql<{ left: string; right: string }>`with recursive reach (id) as (
      select value from json_each(${JSON.stringify(documents)})
      union select iif(copy.left = reach.id, copy.right, copy.left) from reach join copy on copy.kind = 'whole' and (copy.left = reach.id or copy.right = reach.id))
    select left, right from copy where kind = 'whole' and left in (select id from reach)`.execute(db);
  const groupOf = new Map<string, Set<string>>();
  for (const { left, right } of rows) {
    const [own, other] = [groupOf.get(left) ?? new Set([left]), groupOf.get(right) ?? new Set([right])];
    if (own === other) continue;
    const [small, large] = own.size < other.size ? [own, other] : [other, own];
    for (const id of [left, right, ...small]) groupOf.set(id, large.add(id));
  }
  return groupOf;
}

/** Who brought out these documents, and the digests of their texts. */
export async function readSources(db: Kysely<Tables>, documents: readonly string[]) {
  const { rows } = await sql<{ id: string; publisher: string | null; author: string | null; text: string }>`select id, publisher, author, text_sha256 as text
    from document where id in ${among(documents)}`.execute(db);
  return rows;
}

/** A document as a side of a pair; null where there is none of this id. */
export async function readCopyDocument(db: Kysely<Tables>, id: string): Promise<(CopyDocument & { readonly text: string }) | null> {
  const row = await db
    .selectFrom('document')
    .innerJoin('original', 'original.id', 'document.original')
    .where('document.id', '=', id)
    .select(['document.id', 'document.title', 'original.name', 'document.publisher', 'document.published', 'document.text_sha256 as text'])
    .executeTakeFirst();
  return row ? { id: row.id, title: row.title ?? row.name, publisher: row.publisher, published: row.published, text: row.text } : null;
}

function copies(db: Kysely<Tables>) {
  return db
    .selectFrom('copy')
    .innerJoin('document as a', 'a.id', 'copy.left')
    .innerJoin('original as x', 'x.id', 'a.original')
    .innerJoin('document as b', 'b.id', 'copy.right')
    .innerJoin('original as y', 'y.id', 'b.original')
    .select(['copy.left', 'copy.right', 'copy.kind', 'copy.share', 'copy.shorter', 'copy.passages'])
    .select(['a.title as leftTitle', 'x.name as leftName', 'a.publisher as leftPublisher', 'a.published as leftPublished'])
    .select(['b.title as rightTitle', 'y.name as rightName', 'b.publisher as rightPublisher', 'b.published as rightPublished'])
    .orderBy('copy.share', 'desc')
    .orderBy('copy.left')
    .orderBy('copy.right');
}

function copyRow(row: Awaited<ReturnType<ReturnType<typeof copies>['execute']>>[number]): CopyRow {
  return {
    left: { id: row.left, title: row.leftTitle ?? row.leftName, publisher: row.leftPublisher, published: row.leftPublished },
    right: { id: row.right, title: row.rightTitle ?? row.rightName, publisher: row.rightPublisher, published: row.rightPublished },
    kind: oneOf(COPY_KINDS)(row.kind, 'kind'),
    share: row.share,
    shorter: oneOf(COPY_SIDES)(row.shorter, 'shorter'),
    passages: parseSharedPassages(JSON.parse(row.passages), 'passages'),
    first: firstOf(row.leftPublished, row.rightPublished),
    rule: COPY_RULE,
  };
}

/** Pairs of each kind. */
export async function countCopies(db: Kysely<Tables>): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('copy')
    .select(['kind', ({ fn }) => fn.countAll<number>().as('n')])
    .groupBy('kind')
    .execute();
  return new Map(rows.map(({ kind, n }) => [kind, n]));
}

/** The pairs of a kind by their ids, the largest share first. */
export async function readCopyIds(db: Kysely<Tables>, kind: CopyKind): Promise<readonly { readonly left: string; readonly right: string }[]> {
  return db.selectFrom('copy').select(['left', 'right']).where('kind', '=', kind).orderBy('share', 'desc').orderBy('left').orderBy('right').execute();
}

export const publishedBefore = (one: string | null, other: string | null): boolean => firstOf(one, other) === 'left';

/** Known where every day that the one date may mean is before every day of the other. */
function firstOf(left: string | null, right: string | null): CopySide | null {
  const [a, b] = [left === null ? null : readEdtf(left), right === null ? null : readEdtf(right)];
  if (!a || !b || a.uncertain || b.uncertain) return null;
  const [one, two] = [widened(a), widened(b)];
  return one.last < two.first ? 'left' : two.last < one.first ? 'right' : null;
}
