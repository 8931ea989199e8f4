// What an erasure of a list has to destroy: its file and its entries, but not what the record needs besides.
import { Fault } from '../base/fault.ts';
import type { Casebook } from './casebook.ts';
import type { Plan } from './erasure-plan.ts';

/** Of a list, by its id: judgements about its entries go with it, as they hold its words. Throws a Fault 'not-found'. */
export async function planListErasure({ store: { reads } }: Casebook, id: string): Promise<Plan> {
  const lists = await reads.selectFrom('list').select(['id', 'title', 'sha256', 'text_sha256']).execute();
  const list = lists.find((each) => each.id === id);
  if (!list) throw new Fault('not-found', `there is no list ${id}`, 'List them with `onrecord names list`.');
  const others = lists.filter((each) => each !== list);
  const original = await reads
    .selectFrom('original')
    .leftJoin('document', 'document.original', 'original.id')
    .select(['original.id', 'original.name', 'document.id as document'])
    .where('sha256', '=', list.sha256)
    .executeTakeFirst();
  const text = await reads.selectFrom('reading').select('entry').where('text_sha256', '=', list.text_sha256).executeTakeFirst();
  const isNeeded = original !== undefined || others.some(({ sha256 }) => sha256 === list.sha256);
  const isTextNeeded = text !== undefined || others.some((each) => each.text_sha256 === list.text_sha256);
  return {
    about: [id],
    names: [],
    files: [
      ...(isNeeded ? [] : [{ shelf: 'originals' as const, sha256: list.sha256 }]),
      ...(isTextNeeded ? [] : [{ shelf: 'texts' as const, sha256: list.text_sha256 }]),
    ],
    goes: [{ id, name: list.title }],
    stays: [],
    sameText: [
      ...(original ? [{ id: original.document ?? original.id, name: original.name }] : []),
      ...others.filter(({ sha256 }) => sha256 === list.sha256).map((each) => ({ id: each.id, name: each.title })),
    ],
  };
}

/** Throws a Fault 'conflict' where a list is kept of the same bytes as a document that is to be erased: they would stay. */
export async function requireNoList({ store: { reads } }: Casebook, digests: readonly string[]): Promise<void> {
  const lists = await reads.selectFrom('list').select(['id', 'title']).where('sha256', 'in', digests).execute();
  if (lists.length === 0) return;
  const named = lists.map(({ id, title }) => `${id} (“${title}”)`).join(', ');
  throw new Fault('conflict', `its bytes are also kept as the list ${named}`, 'Erase the list first: onrecord erase ID --reason TEXT.');
}
