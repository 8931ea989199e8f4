// One source whole: a publisher with what it brought out, who is said to own it, what of it others repeat; or a speaker, with whose documents give its word.
import { Fault } from '../base/fault.ts';
import type { ClaimRow } from '../model/answers.ts';
import type { CopyRow } from '../model/copies.ts';
import type { Relay, SourceDocument, SourceView } from '../model/source.ts';
import { publisherKey } from '../record/count-origins.ts';
import { selectClaims } from '../record/select-claims.ts';
import { readClaims } from '../views/read-claims.ts';
import { readCopies } from '../views/read-copies.ts';
import { namesOf, readEntities } from '../views/read-entities.ts';
import { knownThen } from '../views/read-judged.ts';
import { readJudgements } from '../views/read-judgements.ts';
import { claimsOfDocuments, copiedWith, readSourceDocuments } from '../views/read-sources.ts';
import { bearersAt } from './bearers.ts';
import type { Casebook } from './casebook.ts';
import { claimsNamed } from './claims-named.ts';
import { keptDocuments } from './documents-at.ts';
import { instantOf, type ClaimFilter } from './parse-filter.ts';
import { findPublisher, publisherId, type Publisher } from './publishers.ts';
import { claims } from './questions.ts';

/** Documents, and pairs of copies, that are given at once. */
const MOST = 200;

/** By the id of a publisher (u_…) or its name, or by that of somebody whom claims name as speaking (n_…); of what clocks keep. Throws a Fault 'not-found'. */
export async function source(casebook: Casebook, id: string, clocks: ClaimFilter = {}): Promise<SourceView> {
  const publisher = id.startsWith('n_') ? null : await keptPublisher(casebook, id, clocks);
  const found = publisher ? await ofPublisher(casebook, publisher, clocks) : await ofSpeaker(casebook, id, clocks);
  if (!found) throw new Fault('not-found', `no recorded claim rests on ${id}, and no document names it as its publisher`, 'List them with `onrecord sources`.');
  return found;
}

/** With the documents of its that clocks keep; null where there are none. */
async function keptPublisher(casebook: Casebook, id: string, clocks: ClaimFilter): Promise<Publisher | null> {
  const found = await findPublisher(casebook, id);
  const kept = await keptDocuments(casebook, clocks);
  const documents = found?.documents.filter((each) => kept === null || kept.has(each)) ?? [];
  return found && documents.length > 0 ? { ...found, documents } : null;
}

/** The recorded claims that are a source's and that clocks keep: those of its documents, or those that have its word. Empty where it is none. */
export async function sourceClaims(casebook: Casebook, id: string, clocks: ClaimFilter = {}): Promise<readonly ClaimRow[]> {
  const { reads } = casebook.store;
  const publisher = id.startsWith('n_') ? null : await findPublisher(casebook, id);
  if (!publisher) {
    const own = new Set((await bearersAt(casebook, clocks)).namesOf(id));
    const named = await claimsNamed(casebook, [...own], clocks);
    return named.filter(({ names }) => names.some((each) => each.part === 'saidBy' && own.has(each.id))).map(({ claim }) => claim);
  }
  const documents = new Set(publisher.documents);
  if (clocks.knownBy !== undefined) return (await claims(casebook, { ...clocks, status: 'recorded' })).filter(({ document }) => documents.has(document));
  return selectClaims(await readClaims(reads, { ids: await claimsOfDocuments(reads, publisher.documents), statuses: ['recorded'] }), clocks);
}

async function ofPublisher(casebook: Casebook, { id, labels, documents }: Publisher, clocks: ClaimFilter): Promise<SourceView> {
  const { reads } = casebook.store;
  const told = await sourceClaims(casebook, id, clocks);
  const own = new Set(documents);
  const kept = await keptDocuments(casebook, clocks);
  const isKept = (document: string): boolean => kept === null || kept.has(document);
  const pairs = await readCopies(reads, { among: [...own, ...(await copiedWith(reads, documents)).filter(isKept)] });
  const owners = knownThen(await readJudgements(reads, 'publisher', [id]), instantOf(clocks));
  const isOwn = ({ left, right }: CopyRow): readonly [boolean, boolean] => [own.has(left.id), own.has(right.id)];
  return {
    id,
    sort: 'publisher',
    label: labels[0] ?? '',
    labels,
    documents: documents.length,
    claims: told.length,
    brought: await counted(casebook, documents, told),
    owners: owners.filter(({ left, right }) => isKept(left.document) && isKept(right.document)),
    copies: pairs.filter((pair) => isOwn(pair).every(Boolean)).slice(0, MOST),
    repeated: pairs
      .filter((pair) => isOwn(pair).filter(Boolean).length === 1)
      .slice(0, MOST)
      .map((pair) => (own.has(pair.left.id) ? pair : turned(pair))),
    relayed: [],
  };
}

/** Null where nobody is named so as speaking. */
async function ofSpeaker(casebook: Casebook, id: string, clocks: ClaimFilter): Promise<SourceView | null> {
  const { reads } = casebook.store;
  const [row] = await readEntities(reads, await namesOf(reads, id));
  const told = row ? await sourceClaims(casebook, id, clocks) : [];
  if (!row || told.length === 0) return null;
  const documents = [...new Set(told.map(({ document }) => document))];
  const brought = await counted(casebook, documents, told);
  const pairs = await readCopies(reads, { among: documents });
  const { label, labels } = row;
  const about = { id: row.id, sort: 'speaker' as const, label, labels, documents: documents.length, claims: told.length };
  return { ...about, brought, owners: [], copies: pairs.slice(0, MOST), repeated: [], relayed: relaysOf(brought) };
}

async function counted({ store: { reads } }: Casebook, documents: readonly string[], told: readonly ClaimRow[]): Promise<readonly SourceDocument[]> {
  const many = new Map<string, number>();
  for (const { document } of told) many.set(document, (many.get(document) ?? 0) + 1);
  return (await readSourceDocuments(reads, documents)).slice(0, MOST).map((row) => ({ ...row, claims: many.get(row.id) ?? 0 }));
}

function relaysOf(documents: readonly SourceDocument[]): readonly Relay[] {
  const by = Map.groupBy(documents, ({ publisher }) => (publisher === null ? null : publisherKey(publisher)));
  return [...by.values()]
    .map((all): Relay => {
      const label = all[0]?.publisher ?? null;
      return { id: label === null ? null : publisherId(label), label, documents: all.length, claims: all.reduce((total, each) => total + each.claims, 0) };
    })
    .toSorted((a, b) => b.claims - a.claims);
}

/** The same pair, seen from the other side. */
function turned(pair: CopyRow): CopyRow {
  const other = { left: 'right', right: 'left' } as const;
  return {
    ...pair,
    left: pair.right,
    right: pair.left,
    shorter: other[pair.shorter],
    first: pair.first === null ? null : other[pair.first],
    passages: pair.passages.map(({ left, right, words }) => ({ left: right, right: left, words })),
  };
}
