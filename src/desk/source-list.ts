// Every source of a casebook: who brought documents out, and who is named as saying what they tell; those with most claims first.
import { mayBeOne } from '../names/name-key.ts';
import type { SourceRow, SourcesPage } from '../model/source.ts';
import { NO_VEIL, type Veil } from '../record/veil.ts';
import { readPublishers, readSpeakers } from '../views/read-sources.ts';
import type { Casebook } from './casebook.ts';
import { keptInMemory } from './kept-in-memory.ts';
import { knownNames } from './known-names.ts';
import { publisherId, spellings } from './publishers.ts';
import { remarksOn } from './remarks.ts';

/** Rows of a page, where nothing else is asked for. */
export const SOURCES_PAGE = 100;

type Known = { readonly size: number; readonly rows: readonly SourceRow[] };

/** As of the last entry of the log. O(documents + names that claims give) where something was recorded since it was last asked for. */
const known = keptInMemory(async (casebook: Casebook, before: Known | null): Promise<Known> => {
  const size = await casebook.store.log.size();
  if (before?.size === size) return before;
  const rows = [...(await publishers(casebook)), ...(await speakers(casebook))];
  return { size, rows: rows.toSorted((a, b) => b.claims - a.claims || b.documents - a.documents || (a.id < b.id ? -1 : 1)) };
});

async function publishers({ store: { reads } }: Casebook): Promise<readonly SourceRow[]> {
  const spelt = (await readPublishers(reads)).map((row) => ({ ...row, id: publisherId(row.publisher) }));
  return [...Map.groupBy(spelt, ({ id }) => id)].map(([id, all]) => {
    const [label = ''] = spellings(all.flatMap(({ publisher, documents }) => Array.from({ length: documents }, () => publisher)));
    const sum = (of: 'documents' | 'claims'): number => all.reduce((total, row) => total + row[of], 0);
    return { id, sort: 'publisher', label, documents: sum('documents'), claims: sum('claims') };
  });
}

/** Who is only described ("a witness") is nobody that could be known again, and is left out. */
async function speakers(casebook: Casebook): Promise<readonly SourceRow[]> {
  const { byId } = await knownNames(casebook);
  return (await readSpeakers(casebook.store.reads)).flatMap(({ id, documents, claims }) => {
    const row = byId.get(id);
    return row && row.sort !== 'described' ? [{ id, sort: 'speaker' as const, label: row.label, documents, claims }] : [];
  });
}

/** A page of them; with `like`, of those whose name it may be. */
export async function sourcesPage(casebook: Casebook, like: string | null, skip = 0, most = SOURCES_PAGE, veil: Veil = NO_VEIL): Promise<SourcesPage> {
  const { rows } = await known(casebook);
  const { byId } = await knownNames(casebook);
  const labelsOf = ({ id, label }: SourceRow): readonly string[] => (byId.get(id)?.labels ?? [label]).map((each) => veil.named(each));
  const found = like === null ? rows : rows.filter((row) => labelsOf(row).some((label) => mayBeOne(label, like)));
  const page = found.slice(skip, skip + most);
  const sources = await Promise.all(
    page.map(async (row) => ({ ...row, assessments: (await remarksOn(casebook, [row.id])).filter(({ sort }) => sort === 'reliability') })),
  );
  return { sources, total: found.length, next: skip + page.length < found.length ? skip + page.length : null };
}

/** One of them as the list has it; null where it is none. */
export const sourceRow = async (casebook: Casebook, id: string): Promise<SourceRow | null> => (await known(casebook)).rows.find((row) => row.id === id) ?? null;
