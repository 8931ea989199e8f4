// One source whole: a publisher with what it brought out, who is said to own it, what of it others repeat; or a speaker, with whose documents give its word.
import { Fault } from '../base/fault.ts';
import type { ClaimRow } from '../model/answers.ts';
import type { CopyRow } from '../model/copies.ts';
import type { Relay, SourceDocument, SourceView } from '../model/source.ts';
import { publisherKey } from '../record/count-origins.ts';
import { readClaims } from '../views/read-claims.ts';
import { readCopies } from '../views/read-copies.ts';
import { namesOf, readEntities } from '../views/read-entities.ts';
import { readJudgements } from '../views/read-judgements.ts';
import { claimsOfDocuments, claimsSaidBy, copiedWith, readSourceDocuments } from '../views/read-sources.ts';
import type { Casebook } from './casebook.ts';
import { findPublisher, publisherId, type Publisher } from './publishers.ts';

/** Documents, and pairs of copies, that are given at once. */
const MOST = 200;

/** By the id of a publisher (u_…) or its name, or by that of somebody whom claims name as speaking (n_…). Throws a Fault 'not-found'. */
export async function source(casebook: Casebook, id: string): Promise<SourceView> {
  const publisher = id.startsWith('n_') ? null : await findPublisher(casebook, id);
  const found = publisher ? await ofPublisher(casebook, publisher) : await ofSpeaker(casebook, id);
  if (!found) throw new Fault('not-found', `no recorded claim rests on ${id}, and no document names it as its publisher`, 'List them with `onrecord sources`.');
  return found;
}

/** The recorded claims that are a source's: those of its documents, or those that have its word. Empty where it is none. */
export async function sourceClaims(casebook: Casebook, id: string): Promise<readonly ClaimRow[]> {
  const { reads } = casebook.store;
  const publisher = id.startsWith('n_') ? null : await findPublisher(casebook, id);
  const ids = publisher ? await claimsOfDocuments(reads, publisher.documents) : await claimsSaidBy(reads, await namesOf(reads, id));
  return readClaims(reads, { ids, statuses: ['recorded'] });
}

async function ofPublisher(casebook: Casebook, { id, labels, documents }: Publisher): Promise<SourceView> {
  const { reads } = casebook.store;
  const claims = await sourceClaims(casebook, id);
  const own = new Set(documents);
  const pairs = await readCopies(reads, { among: [...own, ...(await copiedWith(reads, documents))] });
  const isOwn = ({ left, right }: CopyRow): readonly [boolean, boolean] => [own.has(left.id), own.has(right.id)];
  return {
    id,
    sort: 'publisher',
    label: labels[0] ?? '',
    labels,
    documents: documents.length,
    claims: claims.length,
    brought: await counted(casebook, documents, claims),
    owners: await readJudgements(reads, 'publisher', [id]),
    copies: pairs.filter((pair) => isOwn(pair).every(Boolean)).slice(0, MOST),
    repeated: pairs
      .filter((pair) => isOwn(pair).filter(Boolean).length === 1)
      .slice(0, MOST)
      .map((pair) => (own.has(pair.left.id) ? pair : turned(pair))),
    relayed: [],
  };
}

/** Null where nobody is named so as speaking. */
async function ofSpeaker(casebook: Casebook, id: string): Promise<SourceView | null> {
  const { reads } = casebook.store;
  const [row] = await readEntities(reads, await namesOf(reads, id));
  const claims = row ? await sourceClaims(casebook, id) : [];
  if (!row || claims.length === 0) return null;
  const documents = [...new Set(claims.map(({ document }) => document))];
  const brought = await counted(casebook, documents, claims);
  const pairs = await readCopies(reads, { among: documents });
  const { label, labels } = row;
  const about = { id: row.id, sort: 'speaker' as const, label, labels, documents: documents.length, claims: claims.length };
  return { ...about, brought, owners: [], copies: pairs.slice(0, MOST), repeated: [], relayed: relaysOf(brought) };
}

async function counted({ store: { reads } }: Casebook, documents: readonly string[], claims: readonly ClaimRow[]): Promise<readonly SourceDocument[]> {
  const many = new Map<string, number>();
  for (const { document } of claims) many.set(document, (many.get(document) ?? 0) + 1);
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
