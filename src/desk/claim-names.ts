// Whom a claim names: each with the other names that its document uses of the same party, and with whom all of them together may be. One
// proposal for a party, not one for each of its names; nothing is joined before a person says so.
import type { ClaimNames, EntityRow, NameRow, PairProposed } from '../model/entity.ts';
import { mentionsWith } from '../record/group-mentions.ts';
import { namesIn as namesOfClaim } from '../views/fold-names.ts';
import { namesIn, namesOf, readEntities } from '../views/read-entities.ts';
import type { Casebook } from './casebook.ts';
import { documentNames, entity } from './entities.ts';
import type { ClaimFilter } from './parse-filter.ts';
import { claim as claimOf, claims } from './questions.ts';
import { judgedPairs, rivalsOf } from './rivals.ts';

/** Of a document that names more, only so many are put together with one. */
const MOST_TOGETHER = 6;
/** Others that are shown for a party. */
const MOST_RIVALS = 12;

/** By the part of the claim that names: each as the entity that it is, with others that it may be; under clocks as the claims have it that they keep. */
export async function claimNames(casebook: Casebook, claim: string, clocks: ClaimFilter = {}): Promise<readonly ClaimNames[]> {
  if (Object.keys(clocks).length > 0) return namesThen(casebook, claim, clocks);
  const { reads } = casebook.store;
  const mentions = await namesIn(reads, claim);
  const own = mentions.length === 0 ? [] : await documentNames(casebook, (await claimOf(casebook, claim)).document);
  const out: ClaimNames[] = [];
  for (const { part, words, name } of mentions) {
    const [row] = await readEntities(reads, await namesOf(reads, name));
    if (row) out.push({ part, words, name, entity: row, ...(await proposed(casebook, row, { name, own })) });
  }
  return out;
}

/** Who it may be is proposed by what is known today. */
async function namesThen(casebook: Casebook, claim: string, clocks: ClaimFilter): Promise<readonly ClaimNames[]> {
  const [row] = (await claims(casebook, { ...clocks, status: 'recorded' })).filter(({ id }) => id === claim);
  const out: ClaimNames[] = [];
  for (const { part, words, id } of row ? namesOfClaim(row.document, row) : []) {
    const { id: own, label, sort, labels, claims: many, documents } = await entity(casebook, id, clocks);
    out.push({ part, words, name: id, entity: { id: own, label, sort, labels, claims: many, documents }, together: [], rivals: [] });
  }
  return out;
}

/** @param name - by which the claim names it, one of `own`: the names of its document */
async function proposed(
  casebook: Casebook,
  row: EntityRow,
  { name, own }: { readonly name: string; readonly own: readonly NameRow[] },
): Promise<Pick<ClaimNames, 'together' | 'rivals'>> {
  const judged = await judgedPairs(casebook);
  const mine = own.find(({ id }) => id === name);
  const rows = new Map([[row.id, row]]);
  const together: NameRow[] = [];
  for (const other of mine && row.sort !== 'described' ? mentionsWith(mine, own) : []) {
    const [theirs] = await readEntities(casebook.store.reads, await namesOf(casebook.store.reads, other.id));
    if (!theirs || rows.has(theirs.id) || theirs.sort !== row.sort || judged.areSettled(row, theirs)) continue;
    if (together.length >= MOST_TOGETHER) break;
    rows.set(theirs.id, theirs);
    together.push(other);
  }
  return { together, rivals: await rivalsOfAll(casebook, [...rows.values()], judged.areSettled) };
}

/** Whom all of them may be, the likeliest pair of each; whom people judged to be another than one of them is left out. */
async function rivalsOfAll(
  casebook: Casebook,
  rows: readonly EntityRow[],
  areSettled: (a: EntityRow, b: EntityRow) => boolean,
): Promise<readonly PairProposed[]> {
  const [only] = rows;
  if (rows.length === 1 && only) return rivalsOf(casebook, only);
  const own = new Set(rows.map(({ id }) => id));
  const best = new Map<string, PairProposed>();
  for (const row of rows)
    for (const pair of await rivalsOf(casebook, row)) {
      if (own.has(pair.right.id) || rows.some((each) => areSettled(each, pair.right))) continue;
      const before = best.get(pair.right.id);
      if (!before || scoreOf(pair) > scoreOf(before)) best.set(pair.right.id, pair);
    }
  return [...best.values()].toSorted((a, b) => scoreOf(b) - scoreOf(a)).slice(0, MOST_RIVALS);
}

const scoreOf = ({ compared }: PairProposed): number => (compared && compared.vetoes.length === 0 ? compared.score : 0);
