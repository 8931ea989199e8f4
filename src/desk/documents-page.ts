// The documents a page at a time: of a large casebook, a page is read and not all of it.
import { z } from 'zod';
import { idWord, soughtWords } from '../base/fold.ts';
import type { DocumentsPage } from '../model/answers.ts';
import { NO_VEIL, type Veil } from '../record/veil.ts';
import { inWords } from '../views/fold-words.ts';
import { heldRows, readErased } from '../views/read-documents.ts';
import { readShelf, SHELVES, type Shelf } from '../views/read-shelf.ts';
import type { Casebook } from './casebook.ts';
import { keptInMemory, keptUntilWritten } from './kept-in-memory.ts';
import { RecentlyUsed } from './recently-used.ts';

/** `words`: what titles, files, publishers, or authors have, each at least as the beginning of a word, or whole ids; '' for all. `after`: a document's id. */
export type PageAsked = { readonly shelf: Shelf; readonly words: string; readonly after: string | null; readonly skip: number; readonly most: number };

/** Rows of a page, where nothing else is asked for. */
const PAGE = 200;

const asked = z.object({
  shelf: z.enum(SHELVES).default('all'),
  words: z.string().max(400).default(''),
  after: z.string().nullable().default(null),
  skip: z.coerce.number().int().min(0).default(0),
  most: z.coerce.number().int().min(1).max(PAGE).default(PAGE),
});

export const parsePageAsked = (query: unknown): PageAsked => asked.parse(query);

/** In the order in which they were added. What was erased comes last, with what could not be read: it says so there. */
export async function documentsPage(casebook: Casebook, { words, ...which }: PageAsked, veil: Veil = NO_VEIL): Promise<DocumentsPage> {
  const { reads } = casebook.store;
  const wanted = soughtWords(words);
  const isVeiled = wanted.some((word) => veil.touches(word, true));
  const found = wanted.length === 0 ? null : isVeiled ? await readLabels(casebook, veil.named) : (await labels(casebook)).of;
  const originals = found && [...found].flatMap(([id, has]) => (wanted.every((word) => has.includes(` ${word}`)) ? [id] : []));
  const { ids, total } = originals === null ? await shelved(casebook, which) : await readShelf(reads, { ...which, originals });
  const rows = ids.length === 0 ? [] : await heldRows(reads, ids);
  const erased = which.shelf === 'unreadable' && wanted.length === 0 ? await readErased(reads) : [];
  const fits = erased.slice(Math.max(0, which.skip - total), Math.max(0, which.skip + which.most - total));
  return { documents: [...rows, ...fits], total: total + erased.length };
}

type Stretch = Awaited<ReturnType<typeof readShelf>>;

/** Stretches of whole shelves that were lately asked for: how many stand on one is O(documents). */
const lately = keptUntilWritten(async () => new RecentlyUsed(LATELY));
/** Bytes that are kept of them, and that an id takes, about. */
const LATELY = 1_000_000;
const OF_AN_ID = 60;

async function shelved(casebook: Casebook, which: Omit<PageAsked, 'words'>): Promise<Stretch> {
  return (await lately(casebook)).get(JSON.stringify(which), async () => {
    const value = await readShelf(casebook.store.reads, { ...which, originals: null });
    return { value, bytes: OF_AN_ID * (value.ids.length + 1) };
  });
}

type Labels = { readonly state: string; readonly of: ReadonlyMap<string, string> };

/** By which words each original is found, folded. O(documents) when one was added, read again or erased, and next to nothing otherwise. */
const labels = keptInMemory<Labels>(async (casebook, before) => {
  const { reads } = casebook.store;
  const last = await reads
    .selectFrom('original')
    .select(({ fn }) => [fn.max('ordinal').as('added'), fn.countAll<number>().as('held')])
    .executeTakeFirstOrThrow();
  const { read } = await reads
    .selectFrom('reading')
    .select(({ fn }) => fn.max('entry_index').as('read'))
    .executeTakeFirstOrThrow();
  const state = [last.added, last.held, read].join(' ');
  if (before?.state === state) return before;
  return { state, of: await readLabels(casebook, (label) => label) };
});

/** By original; each label as it is shown. */
async function readLabels({ store: { reads } }: Casebook, shown: (label: string) => string): Promise<Labels['of']> {
  const rows = await reads
    .selectFrom('original')
    .leftJoin('document', 'document.original', 'original.id')
    .select(['original.id', 'original.name', 'document.id as document', 'document.title', 'document.publisher', 'document.author'])
    .orderBy('original.ordinal')
    .execute();
  const labelsOf = ({ title, name, publisher, author }: (typeof rows)[number]) => [title, name, publisher, author].map((label) => label && shown(label));
  return new Map(rows.map((row) => [row.id, `${inWords(...labelsOf(row))} ${idWord(row.document ?? row.id)}`]));
}
