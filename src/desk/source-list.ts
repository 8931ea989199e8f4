// Every source of a casebook: who brought documents out, and who is named as saying what they tell; those with most claims first.
import { setImmediate } from 'node:timers/promises';
import { isDescription, mayBeOne } from '../names/name-key.ts';
import type { SourceRow, SourcesPage } from '../model/source.ts';
import { NO_VEIL, type Veil } from '../record/veil.ts';
import { readLed, readPublishers, readSpoken } from '../views/read-sources.ts';
import { entityRows, isFuller } from '../record/entity-rows.ts';
import { bearersAt } from './bearers.ts';
import type { Casebook } from './casebook.ts';
import { claimsNamed } from './claims-named.ts';
import { keptInMemory } from './kept-in-memory.ts';
import { instantOf, type ClaimFilter } from './parse-filter.ts';
import { publisherId, spellings } from './publishers.ts';
import { documents } from './questions.ts';
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

/** As of the last entry of the log. O(documents + names that claims give), in steps, where something was recorded since it was last asked for. */
export const knownSources = keptInMemory(async (casebook: Casebook, before: Known | null): Promise<Known> => {
  const size = await casebook.store.log.size();
  if (before?.size === size) return before;
  const named = await speakers(casebook);
  const rows = [...(await publishers(casebook)), ...named.map(({ row }) => row)];
  return { size, labels: new Map(named.map(({ row, labels }) => [row.id, labels])), rows: rows.toSorted(byClaims) };
});

const publishers = async ({ store: { reads } }: Casebook): Promise<readonly SourceRow[]> => publishersOf(await readPublishers(reads));

/** Several spellings of one name are one publisher. */
function publishersOf(rows: readonly { readonly publisher: string; readonly documents: number; readonly claims: number }[]): readonly SourceRow[] {
  const spelt = rows.map((row) => ({ ...row, id: publisherId(row.publisher) }));
  return [...Map.groupBy(spelt, ({ id }) => id)].map(([id, all]) => {
    const [label = ''] = spellings(all.flatMap(({ publisher, documents: many }) => Array.from({ length: many }, () => publisher)));
    const sum = (of: 'documents' | 'claims'): number => all.reduce((total, row) => total + row[of], 0);
    return { id, sort: 'publisher', label, documents: sum('documents'), claims: sum('claims') };
  });
}

const byClaims = (a: SourceRow, b: SourceRow): number => b.claims - a.claims || b.documents - a.documents || (a.id < b.id ? -1 : 1);

/** A name of one document stands in that document alone; `documents` are those of the names of a group. */
type Speaking = { claims: number; last: number; words: string; readonly documents: Set<string> | null };

/**
 * Each as the one that people joined it into, called as claims call it where it speaks, in the fullest form. Who is only described ("a witness") is nobody
 * that could be known again, and is left out.
 */
async function speakers(casebook: Casebook): Promise<readonly { readonly row: SourceRow; readonly labels: readonly string[] }[]> {
  const { joined } = await knownGroups(casebook);
  const found = [];
  for (const [id, { claims, words, documents: several }] of await heardSpeaking(casebook)) {
    const labels = joined.get(id)?.labels ?? [words];
    const [label = words] = labels;
    if (!isDescription(label)) found.push({ row: { id, sort: 'speaker' as const, label, documents: several?.size ?? 1, claims }, labels });
  }
  return found;
}

async function heardSpeaking({ store: { reads } }: Casebook): Promise<ReadonlyMap<string, Speaking>> {
  const led = new Map((await readLed(reads)).map((row) => [row.id, row]));
  const said = new Map<string, Speaking>();
  for await (const rows of readSpoken(reads)) {
    for (const { position, name, words } of rows) {
      const group = led.get(name);
      const id = group?.leader ?? name;
      const one = said.get(id) ?? { claims: 0, last: -1, words, documents: group ? new Set<string>() : null };
      if (one.claims === 0) said.set(id, one);
      if (group) one.documents?.add(group.document);
      // The names of a claim come one after another.
      if (one.last !== position) one.claims++;
      one.last = position;
      if (isFuller(words, one.words)) one.words = words;
    }
    await setImmediate();
  }
  return said;
}

/** The same of the claims and documents that clocks keep, which no table is kept of. O(claims). */
async function sourcesAt(casebook: Casebook, clocks: ClaimFilter): Promise<readonly SourceRow[]> {
  const kept = await claimsNamed(casebook, null, clocks);
  const claimsIn = Map.groupBy(kept, ({ claim }) => claim.document);
  const rows = (await documents(casebook, clocks)).flatMap(({ id, publisher }) =>
    publisher === null ? [] : [{ publisher, documents: 1, claims: claimsIn.get(id)?.length ?? 0 }],
  );
  const { idOf } = await bearersAt(casebook, clocks);
  const speaking = entityRows(kept.map(({ claim, names }) => ({ document: claim.document, names: names.filter(({ part }) => part === 'saidBy') })), idOf); // prettier-ignore
  const named = speaking.filter(({ sort }) => sort !== 'described').map(({ id, label, documents: many, claims }) => ({ id, sort: 'speaker' as const, label, documents: many, claims })); // prettier-ignore
  return [...publishersOf(rows), ...named].toSorted(byClaims);
}

/** A page of them; with `like`, of those whose name it may be, by what whoever asks is shown of them. Under clocks, of what they keep. */
export async function sourcesPage(
  casebook: Casebook,
  like: string | null,
  { skip = 0, most = SOURCES_PAGE } = {},
  clocks: ClaimFilter = {},
  veil: Veil = NO_VEIL,
): Promise<SourcesPage> {
  const rows = Object.keys(clocks).length > 0 ? await sourcesAt(casebook, clocks) : (await knownSources(casebook)).rows;
  const { labels } = await knownSources(casebook);
  const labelsOf = ({ id, label }: SourceRow): readonly string[] => [label, ...(labels.get(id) ?? [])];
  const found = like === null ? rows : rows.filter((row) => labelsOf(row).some((label) => mayBeOne(veil.named(label), like)));
  const page = found.slice(skip, skip + most);
  const sources = await Promise.all(
    page.map(async (row) => {
      const remarks = await remarksOn(casebook, [row.id], instantOf(clocks));
      return { ...row, assessments: remarks.filter(({ sort }) => sort === 'reliability') };
    }),
  );
  return { sources, total: found.length, next: skip + page.length < found.length ? skip + page.length : null };
}
