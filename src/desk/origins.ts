// Which sources are one, by what people say: documents that rest on one source or on two, publishers that share an owner or do not.
import { createHash } from 'node:crypto';
import { Fault } from '../base/fault.ts';
import { foldedWords } from '../base/fold.ts';
import type { JudgementRow } from '../model/entity.ts';
import type { Judgement, Side } from '../model/judgement.ts';
import { publisherKey } from '../record/count-origins.ts';
import type { Casebook } from './casebook.ts';
import { judge, judgeSides } from './judge.ts';
import { derivedId } from './new-id.ts';

export const joinOrigins = (casebook: Casebook, ids: readonly string[], reason: string | null) => decide(casebook, ids, 'same', reason);
export const splitOrigins = (casebook: Casebook, ids: readonly string[], reason: string | null) => decide(casebook, ids, 'different', reason);

async function decide(casebook: Casebook, ids: readonly string[], judgement: Judgement, reason: string | null): Promise<readonly JudgementRow[]> {
  if (!reason?.trim()) throw new Fault('bad-usage', 'this wants a reason', 'Say why, with --reason TEXT: counts of origins show it.');
  if (ids.every((id) => id.startsWith('d_'))) return judge(casebook, ids, judgement, reason);
  if (ids.some((id) => id.startsWith('d_')))
    throw new Fault('bad-usage', 'documents and publishers cannot be judged together', 'Name documents (d_…), or publishers.');
  const sides = await Promise.all(ids.map((name) => publisher(casebook, name)));
  return judgeSides(casebook, 'publisher', sides, judgement, reason);
}

/** A publisher is known by its name as folded; its side stands in the first document that it brought out. */
async function publisher({ store: { reads } }: Casebook, name: string): Promise<Side> {
  const rows = await reads.selectFrom('document').select(['id', 'publisher']).where('publisher', 'is not', null).orderBy('id').execute();
  const row = rows.find((each) => publisherKey(each.publisher ?? '') === publisherKey(name));
  if (!row || foldedWords(name).length === 0)
    throw new Fault('not-found', `no document names “${name}” as its publisher`, 'Give it as `onrecord documents` lists it.');
  return { id: derivedId('u_', createHash('sha256').update(publisherKey(name)).digest()), document: row.id, label: row.publisher ?? name };
}
