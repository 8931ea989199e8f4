// Who and what the record names, and which of them may be one.
import { Fault } from '../base/fault.ts';
import { STATUSES, type EntityRow, type EntityView, type PairProposed } from '../model/answers.ts';
import type { Judgement } from '../model/judgement.ts';
import { mayBeOne } from '../names/name-key.ts';
import { groups } from '../record/join-pairs.ts';
import { fewest, groundsOf, proposePairs, type Pair } from '../record/propose-pairs.ts';
import { judgementsAround } from '../views/fold-judgements.ts';
import { readClaims } from '../views/read-claims.ts';
import { claimsNaming, namesOf, readEntities, readNameCare, readNames } from '../views/read-entities.ts';
import { readJudgements } from '../views/read-judgements.ts';
import type { Casebook } from './casebook.ts';

/** Everybody and everything that recorded claims name, most named first; `like` keeps those that a name may mean. */
export async function entities(casebook: Casebook, like: string | null = null): Promise<readonly EntityRow[]> {
  const rows = await readEntities(casebook.store.reads, null);
  return like === null ? rows : rows.filter(({ labels }) => labels.some((label) => mayBeOne(label, like)));
}

/** One whole, by the id of any of its names. */
export async function entity(casebook: Casebook, id: string): Promise<EntityView> {
  const { reads } = casebook.store;
  const names = await namesOf(reads, id);
  const [row] = await readEntities(reads, names);
  if (!row)
    throw new Fault(
      'not-found',
      `no recorded claim names ${id}`,
      'List them with `onrecord entities`; ids begin with n_. Names come with claims that are accepted.',
    );
  const around = await judgementsAround(reads, 'name', names);
  const [group] = groups(around).filter(({ members }) => members.includes(row.id));
  const rivals = (await candidates(casebook)).filter(({ left, right }) => left.id === row.id || right.id === row.id);
  return {
    ...row,
    care: await readNameCare(reads, names),
    names: await readNames(reads, names),
    mentions: await readClaims(reads, { ids: await claimsNaming(reads, names), statuses: STATUSES }),
    judgements: await readJudgements(reads, 'name', names),
    weak: group?.weak.map(({ entry }) => entry) ?? [],
    rivals: rivals.map(({ left, right, judged }) => ({ left, right, grounds: groundsOf(left, right), judged })),
  };
}

/**
 * Pairs of names that wait for a person, likeliest first: those that nobody judged, and those judged `unsure`. As few as suffice to
 * ask: where a may be b, and b may be c, a and c are left until then.
 *
 * O(entities). What is judged same or different is not proposed again.
 */
export async function pairs(casebook: Casebook): Promise<readonly PairProposed[]> {
  return fewest(await candidates(casebook)).map(({ left, right, judged }) => ({ left, right, grounds: groundsOf(left, right), judged }));
}

type Candidate = Pair & { readonly judged: Judgement | null };

async function candidates({ store: { reads } }: Casebook): Promise<readonly Candidate[]> {
  const joined = await reads.selectFrom('joined').select(['member', 'leader']).where('sort', '=', 'name').execute();
  const leaderOf = new Map(joined.map(({ member, leader }) => [member, leader]));
  const pairOf = (a: string, b: string): string => [leaderOf.get(a) ?? a, leaderOf.get(b) ?? b].toSorted().join(' ');
  const judged = (await readJudgements(reads, 'name', null)).filter(({ undone }) => !undone);
  const said = new Map(judged.map(({ left, right, judgement }) => [pairOf(left.id, right.id), judgement]));
  return proposePairs(await readEntities(reads, null))
    .map((pair) => ({ ...pair, judged: said.get(pairOf(pair.left.id, pair.right.id)) ?? null }))
    .filter((pair) => pair.judged === null || pair.judged === 'unsure');
}
