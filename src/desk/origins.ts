// Which sources are one, by what people say: documents that rest on one source or on two, publishers that share an owner or do not.
import { Fault } from '../base/fault.ts';
import type { JudgementRow } from '../model/entity.ts';
import type { Judgement } from '../model/judgement.ts';
import type { Casebook } from './casebook.ts';
import { judge, judgeSides } from './judge.ts';
import { publisherSide } from './publishers.ts';

export const joinOrigins = (casebook: Casebook, ids: readonly string[], reason: string | null) => decide(casebook, ids, 'same', reason);
export const splitOrigins = (casebook: Casebook, ids: readonly string[], reason: string | null) => decide(casebook, ids, 'different', reason);

async function decide(casebook: Casebook, ids: readonly string[], judgement: Judgement, reason: string | null): Promise<readonly JudgementRow[]> {
  if (!reason?.trim()) throw new Fault('bad-usage', 'this wants a reason', 'Say why, with --reason TEXT: counts of origins show it.');
  if (ids.every((id) => id.startsWith('d_'))) return judge(casebook, ids, judgement, reason);
  if (ids.some((id) => id.startsWith('d_')))
    throw new Fault('bad-usage', 'documents and publishers cannot be judged together', 'Name documents (d_…), or publishers by name or id (u_…).');
  const sides = await Promise.all(ids.map((name) => publisherSide(casebook, name)));
  return judgeSides(casebook, 'publisher', sides, judgement, reason);
}
