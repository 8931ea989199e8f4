// Publishers: known by their name as folded, whatever its letter forms; two spellings of one name are one publisher.
import { createHash } from 'node:crypto';
import { Fault } from '../base/fault.ts';
import { foldedWords } from '../base/fold.ts';
import type { Side } from '../model/judgement.ts';
import { publisherKey } from '../record/count-origins.ts';
import { among } from '../views/among.ts';
import type { Casebook } from './casebook.ts';
import { derivedId } from './new-id.ts';

/** Its id, the same in every casebook. */
export const publisherId = (name: string): string => derivedId('u_', createHash('sha256').update(publisherKey(name)).digest());

/** A publisher, with its documents in the order of their ids. */
export type Publisher = { readonly id: string; readonly labels: readonly string[]; readonly documents: readonly string[] };

/** By an id (u_…) or a name; null where no document names it. O(documents), of which only its own are read. */
export async function findPublisher({ store: { reads } }: Casebook, asked: string): Promise<Publisher | null> {
  const id = /^u_[a-z2-7]{16}$/.test(asked) ? asked : foldedWords(asked).length > 0 ? publisherId(asked) : null;
  if (id === null) return null;
  const all = await reads.selectFrom('document').select('publisher').distinct().where('publisher', 'is not', null).execute();
  const own = all.flatMap(({ publisher }) => (publisher !== null && publisherId(publisher) === id ? [publisher] : []));
  if (own.length === 0) return null;
  const rows = await reads.selectFrom('document').select(['id', 'publisher']).where('publisher', 'in', among(own)).orderBy('id').execute();
  return { id, labels: spellings(rows.flatMap(({ publisher }) => publisher ?? [])), documents: rows.map((row) => row.id) };
}

/** Each spelling once: the one that most have first; of as many, small letters before capitals. */
export function spellings(given: readonly string[]): readonly string[] {
  const many = Map.groupBy(given, (spelt) => spelt);
  return [...many].toSorted(([a, all], [b, others]) => others.length - all.length || (a > b ? -1 : 1)).map(([spelt]) => spelt);
}

/** The same as one side of a judgement, or what a remark is on: it stands in the first of its documents. Throws a Fault 'not-found'. */
export async function publisherSide(casebook: Casebook, asked: string): Promise<Side> {
  const found = await findPublisher(casebook, asked);
  const [document] = found?.documents ?? [];
  if (!found || document === undefined)
    throw new Fault(
      'not-found',
      `no document names “${asked}” as its publisher`,
      'Give it as `onrecord documents` lists it, or its id (u_…) as `onrecord sources` does.',
    );
  return { id: found.id, document, label: found.labels[0] ?? asked };
}
