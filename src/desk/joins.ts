// Which other recorded claims may tell of the happening that a claim tells of: what a person who records it is asked to look at. Found by
// index, so that it takes no longer in a large casebook. A proposal, with why; people join.
import type { ClaimRow } from '../model/answers.ts';
import type { JoinProposed } from '../model/joins.ts';
import { mayTellOf, tellsOfAnEvent } from '../record/propose-events.ts';
import { readJudgedOf } from '../views/read-judged.ts';
import { bearersAt } from './bearers.ts';
import type { Casebook } from './casebook.ts';
import { idsNear, readerFor } from './claims-around.ts';
import { claim } from './questions.ts';

/** So many are looked at, the newest, and so many given. */
const MOST_NEAR = 500;
const MOST_JOINS = 50;

/** The likeliest first: those of its very kind, then those of its kin. Empty where it tells of no happening. Throws a Fault 'not-found'. */
export async function joins(casebook: Casebook, id: string): Promise<readonly JoinProposed[]> {
  const own = await claim(casebook, id);
  if (!tellsOfAnEvent(own)) return [];
  const recorded = { status: 'recorded' } as const;
  const near = await idsNear(casebook, own, await bearersAt(casebook, recorded), recorded, MOST_NEAR);
  const others = await readerFor(casebook, recorded)(near.filter((each) => each !== id));
  const judged = await readJudgedOf(casebook.store.reads, [own, ...others]);
  const joined = new Set(judged.together(own.id));
  const isOfKind = ({ kind }: ClaimRow): number => Number(kind === own.kind);
  return mayTellOf(own, others, judged)
    .map((each) => ({ ...each, joined: joined.has(each.claim.id) }))
    .toSorted((a, b) => isOfKind(b.claim) - isOfKind(a.claim))
    .slice(0, MOST_JOINS);
}
