// Which claims a bundle of chosen claims holds: the chosen, and every claim on record that speaks against one of them.
import { Fault } from '../base/fault.ts';
import type { ClaimRow } from '../model/answers.ts';
import { counterClaims, type CounterClaim } from '../record/counter-claims.ts';
import { selectClaims, type ClaimFilter } from '../record/select-claims.ts';
import type { Disclosed, Hindrance } from './disclose.ts';

/** By id, or by a filter, or by the one within what the other leaves; at least one of the two is given. */
export type Choice = {
  readonly ids: readonly string[];
  readonly filter: ClaimFilter;
  /** Ids of those that `knownBy` and `label` of the filter leave, which claims themselves do not tell. */
  readonly left?: ReadonlySet<string>;
};

/** A claim that goes out; `against` is empty of one that was chosen. */
export type Included = { readonly claim: ClaimRow; readonly against: readonly CounterClaim[] };

export type Selection = {
  readonly included: readonly Included[];
  /** How many claims speak against these and stay out, by why. That they exist is said in the bundle; nothing more of them is. */
  readonly withheld: Readonly<Partial<Record<Hindrance, number>>>;
  /** How many a filter chose that may not be seen. This is for who exports alone: the bundle does not say it. */
  readonly leftOut: number;
  /** How many suggestions may speak against these. They are in no export until a person accepts them. */
  readonly waiting: number;
};

/** Throws a Fault 'not-found' or 'bad-usage' where a claim is named that is not on record or may not go out, or where nothing is left. */
export function chooseClaims({ ids, filter, left }: Choice, claims: readonly ClaimRow[], { hindrance }: Pick<Disclosed, 'hindrance'>): Selection {
  const recorded = claims.filter(({ status }) => status === 'recorded');
  for (const id of ids) requireSeen(id, recorded, hindrance);
  const named = ids.length > 0 ? recorded.filter(({ id }) => ids.includes(id)) : recorded;
  const meant = selectClaims(named, filter).filter(({ id }) => left?.has(id) ?? true);
  const chosen = meant.filter((claim) => hindrance(claim) === null);
  if (chosen.length === 0)
    throw new Fault(
      'not-found',
      'no claim on record that may go out was chosen',
      'See `onrecord claims --status recorded` with the same filters, and --include.',
    );
  const against = counterClaims(chosen, recorded);
  const counters = new Map<string, CounterClaim[]>();
  for (const each of against) counters.set(each.claim.id, [...(counters.get(each.claim.id) ?? []), each]);
  const withheld: Partial<Record<Hindrance, number>> = {};
  const included: Included[] = chosen.map((claim) => ({ claim, against: [] }));
  for (const [first, ...more] of counters.values()) {
    if (!first) continue;
    const why = hindrance(first.claim);
    if (why === null) included.push({ claim: first.claim, against: [first, ...more] });
    else withheld[why] = (withheld[why] ?? 0) + 1;
  }
  const suggested = claims.filter(({ status }) => status === 'suggested');
  const waiting = new Set(counterClaims(chosen, suggested).map(({ claim }) => claim.id)).size;
  return { included, withheld, leftOut: meant.length - chosen.length, waiting };
}

function requireSeen(id: string, recorded: readonly ClaimRow[], hindrance: Disclosed['hindrance']): void {
  const claim = recorded.find((each) => each.id === id);
  if (!claim) throw new Fault('not-found', `${id} is no claim on record`, 'A suggestion goes out once a person has accepted it: `onrecord review accept ID`.');
  const why = hindrance(claim);
  if (why === 'consent' || why === 'retention')
    throw new Fault('bad-usage', `${id} may not go out: ${HINDRANCES[why]}`, 'Leave it out, or say anew how it may be used: `onrecord care ID`.');
  if (why !== null) throw new Fault('bad-usage', `${id} is ${why}, and may not go out`, `Leave it out, or let what is ${why} go out: --include ${why}.`);
}

/** Why something stays out, in words. */
export const HINDRANCES: Readonly<Record<Hindrance, string>> = {
  restricted: 'restricted',
  hidden: 'hidden',
  consent: 'the consent to its use has ended',
  retention: 'the time for which it may be kept is over',
};

/** What is said of claims that speak against those in a bundle and are not in it; a line for each reason. */
export function withheldLines(withheld: Selection['withheld']): readonly string[] {
  return (Object.entries(withheld) as [Hindrance, number][]).map(([why, n]) =>
    n === 1 ? `1 claim that contradicts these is withheld: ${HINDRANCES[why]}.` : `${n} claims that contradict these are withheld: ${HINDRANCES[why]}.`,
  );
}
