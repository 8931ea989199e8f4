// Which other recorded claims may tell of the happening that a claim tells of: what a person who records it is asked to look at. Found by
// index, so that it takes no longer in a large casebook. A proposal, with why; people join.
import type { ClaimRow } from '../model/answers.ts';
import type { JoinProposed } from '../model/joins.ts';
import { groups } from '../record/join-pairs.ts';
import { mayTellOf, tellsOfAnEvent } from '../record/propose-events.ts';
import { readJudgedOf } from '../views/read-judged.ts';
import { bearersAt } from './bearers.ts';
import type { Casebook } from './casebook.ts';
import { idsNear, readerFor } from './claims-around.ts';
import type { ClaimFilter } from './parse-filter.ts';
import { claim, claims, judgedFor } from './questions.ts';

/** So many are looked at, the newest, and so many given. */
const MOST_NEAR = 500;
const MOST_JOINS = 50;

/** The likeliest first: those of its very kind, then those of its kin. Empty where it tells of no happening. Throws a Fault 'not-found'. */
export async function joins(casebook: Casebook, id: string, clocks: ClaimFilter = {}): Promise<readonly JoinProposed[]> {
  const own = await claim(casebook, id, clocks);
  if (!tellsOfAnEvent(own)) return [];
  if (Object.keys(clocks).length > 0) return joinsAt(casebook, own, clocks);
  const recorded = { status: 'recorded' } as const;
  const near = await idsNear(casebook, own, await bearersAt(casebook, recorded), recorded, MOST_NEAR);
  const others = await readerFor(casebook, recorded)(near.filter((each) => each !== id));
  const judged = await readJudgedOf(casebook.store.reads, [own, ...others]);
  return likeliest(own, mayTellOf(own, others, judged), new Set(judged.together(own.id)));
}

/** O(claims that the clocks keep). */
async function joinsAt(casebook: Casebook, own: ClaimRow, clocks: ClaimFilter): Promise<readonly JoinProposed[]> {
  const judged = await judgedFor(casebook, clocks);
  const others = await claims(casebook, { ...clocks, status: 'recorded' });
  const joined = groups(judged.happenings).find(({ members }) => members.includes(own.id))?.members ?? [];
  return likeliest(own, mayTellOf(own, others, judged), new Set(joined));
}

function likeliest(own: ClaimRow, found: ReturnType<typeof mayTellOf>, joined: ReadonlySet<string>): readonly JoinProposed[] {
  const isOfKind = ({ kind }: ClaimRow): number => Number(kind === own.kind);
  return found
    .map((each) => ({ ...each, joined: joined.has(each.claim.id) }))
    .toSorted((a, b) => isOfKind(b.claim) - isOfKind(a.claim))
    .slice(0, MOST_JOINS);
}
