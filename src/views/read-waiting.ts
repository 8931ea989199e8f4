// What waits for a person, counted and in order, from a table that holds nothing else: however many claims there are, a page of the
// queue reads a page.
import { sql, type Kysely } from 'kysely';
import type { QueueSorts } from '../model/queue.ts';
import { KINDS, type Kind } from '../model/vocabulary.ts';
import type { Tables } from './tables.ts';

/** Document by document as they were added; kind by kind; speaker by speaker; or what the machine is surest of first. */
export const ORDERS = ['document', 'kind', 'speaker', 'confidence'] as const;
export type Order = (typeof ORDERS)[number];

/** Every member but `by` narrows. `least` is a confidence, 0 to 1; `speaker` is the nearest to the words, empty for the document's own voice. */
export type QueueAsked = {
  readonly by: Order;
  readonly document?: string;
  readonly kind?: Kind;
  readonly speaker?: string;
  readonly least?: number;
};

/** The ids of the first `most` that wait and fit, in order, and how many do in all. */
export async function readWaiting(db: Kysely<Tables>, asked: QueueAsked, most: number): Promise<{ readonly total: number; readonly ids: readonly string[] }> {
  const fitting = narrowed(db, asked);
  const { total } = await fitting.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  if (asked.by === 'confidence') {
    const rows = await fitting.select('id').orderBy('confidence', 'desc').orderBy('ordinal').limit(most).execute();
    return { total, ids: rows.map(({ id }) => id) };
  }
  const ids: string[] = [];
  for (const part of await partsOf(db, asked, asked.by)) {
    if (ids.length >= most) break;
    const rows = await narrowed(db, { ...asked, ...part })
      .select('id')
      .orderBy('start')
      .orderBy('ordinal')
      .limit(most - ids.length)
      .execute();
    ids.push(...rows.map(({ id }) => id));
  }
  return { total, ids };
}

function narrowed(db: Kysely<Tables>, { document, kind, speaker, least }: Omit<QueueAsked, 'by'>) {
  let query = db.selectFrom('waiting');
  if (document !== undefined) query = query.where('document', '=', document);
  if (kind !== undefined) query = query.where('kind', '=', kind);
  if (speaker !== undefined) query = query.where('speaker', '=', speaker);
  if (least !== undefined) query = query.where('confidence', '>=', least);
  return query;
}

type Part = { readonly document: string; readonly kind?: Kind; readonly speaker?: string };

/** What an order goes through, one after the other; within each, documents go as they were added. */
async function partsOf(db: Kysely<Tables>, asked: QueueAsked, by: Exclude<Order, 'confidence'>): Promise<readonly Part[]> {
  const rank = new Map((await inOrder(db)).map(({ document }, n) => [document, n]));
  const place = ({ document }: Part): number => rank.get(document) ?? 0;
  if (by === 'document') {
    const rows = await narrowed(db, asked).select('document').distinct().execute();
    return rows.toSorted((a, b) => place(a) - place(b));
  }
  const rows: readonly Part[] = await narrowed(db, asked)
    .select(['document', sql<Kind>`${sql.ref(by)}`.as(by)])
    .distinct()
    .execute();
  const sort = ({ kind, speaker = '' }: Part): string => (kind === undefined ? speaker : String(KINDS.indexOf(kind)).padStart(4, '0'));
  return rows.toSorted((a, b) => (sort(a) < sort(b) ? -1 : sort(a) > sort(b) ? 1 : place(a) - place(b)));
}

/** The documents that hold something that waits, as they were added. */
async function inOrder(db: Kysely<Tables>) {
  const counted = db
    .selectFrom('waiting')
    .select(['document', ({ fn }) => fn.countAll<number>().as('waits')])
    .groupBy('document')
    .as('counted');
  return db
    .selectFrom(counted)
    .innerJoin('document', 'document.id', 'counted.document')
    .innerJoin('original', 'original.id', 'document.original')
    .select(['counted.document', 'counted.waits', 'document.title', 'original.name'])
    .orderBy('original.ordinal')
    .execute();
}

/** How many speakers are named: those for whom most waits. */
const SPEAKERS = 200;

/** How many wait of each sort, whatever is asked for. */
export async function readSorts(db: Kysely<Tables>): Promise<QueueSorts> {
  const tally = (by: 'kind' | 'speaker', most: number) =>
    db
      .selectFrom('waiting')
      .select([sql<string>`${sql.ref(by)}`.as('of'), ({ fn }) => fn.countAll<number>().as('waits')])
      .groupBy(by)
      .orderBy('waits', 'desc')
      .limit(most)
      .execute();
  const kinds = await tally('kind', KINDS.length);
  const documents = await inOrder(db);
  return {
    kinds: KINDS.flatMap((kind) => kinds.filter((each) => each.of === kind).map(({ waits }) => ({ kind, waits }))),
    speakers: (await tally('speaker', SPEAKERS)).map(({ of, waits }) => ({ speaker: of, waits })),
    documents: documents.map(({ document, waits, title, name }) => ({ document, title: title ?? name, waits })),
  };
}
