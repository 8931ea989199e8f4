// Every source of a casebook: who brought documents out, and who is named as saying what they tell; those with most claims first.
import { mayBeOne } from '../names/name-key.ts';
import type { SourceRow, SourcesPage } from '../model/source.ts';
import { readEntities } from '../views/read-entities.ts';
import { readPublishers, readSpeakers } from '../views/read-sources.ts';
import type { Casebook } from './casebook.ts';
import { keptInMemory } from './kept-in-memory.ts';
import { publisherId, spellings } from './publishers.ts';
import { remarksOn } from './remarks.ts';
import { knownGroups } from './who-bears.ts';

/** Rows of a page, where nothing else is asked for. */
export const SOURCES_PAGE = 100;

type Known = {
  readonly size: number;
  readonly rows: readonly SourceRow[];
  /** The forms of the names of speakers, by id. */
  readonly labels: ReadonlyMap<string, readonly string[]>;
};

/** As of the last entry of the log. O(documents + names that claims give) where something was recorded since it was last asked for. */
const known = keptInMemory(async (casebook: Casebook, before: Known | null): Promise<Known> => {
  const size = await casebook.store.log.size();
  if (before?.size === size) return before;
  const named = await speakers(casebook);
  const rows = [...(await publishers(casebook)), ...named.map(({ row }) => row)];
  return {
    size,
    labels: new Map(named.map(({ row, labels }) => [row.id, labels])),
    rows: rows.toSorted((a, b) => b.claims - a.claims || b.documents - a.documents || (a.id < b.id ? -1 : 1)),
  };
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
async function speakers(casebook: Casebook): Promise<readonly { readonly row: SourceRow; readonly labels: readonly string[] }[]> {
  const { reads } = casebook.store;
  const said = await readSpeakers(reads);
  const { joined } = await knownGroups(casebook);
  const alone = await readEntities(reads, said.flatMap(({ id }) => (joined.has(id) ? [] : [id]))); // prettier-ignore
  const byId = new Map([...joined.values(), ...alone].map((row) => [row.id, row]));
  return said.flatMap(({ id, documents, claims }) => {
    const entity = byId.get(id);
    if (!entity || entity.sort === 'described') return [];
    return [{ row: { id, sort: 'speaker' as const, label: entity.label, documents, claims }, labels: entity.labels }];
  });
}

/** A page of them; with `like`, of those whose name it may be. */
export async function sourcesPage(casebook: Casebook, like: string | null, skip = 0, most = SOURCES_PAGE): Promise<SourcesPage> {
  const { rows, labels } = await known(casebook);
  const labelsOf = ({ id, label }: SourceRow): readonly string[] => labels.get(id) ?? [label];
  const found = like === null ? rows : rows.filter((row) => labelsOf(row).some((label) => mayBeOne(label, like)));
  const page = found.slice(skip, skip + most);
  const sources = await Promise.all(
    page.map(async (row) => ({ ...row, assessments: (await remarksOn(casebook, [row.id])).filter(({ sort }) => sort === 'reliability') })),
  );
  return { sources, total: found.length, next: skip + page.length < found.length ? skip + page.length : null };
}

/** One of them as the list has it; null where it is none. */
export const sourceRow = async (casebook: Casebook, id: string): Promise<SourceRow | null> => (await known(casebook)).rows.find((row) => row.id === id) ?? null;
