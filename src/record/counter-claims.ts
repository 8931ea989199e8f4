// Which recorded claims speak against others: who hands on the one side has to hand on the other, or say that there is one.
// So this errs to one side: where it is in doubt whether two claims are about the same, they count as if they were.
import { canMeet, readEdtf, type Edtf } from '../base/edtf.ts';
import { foldedWords } from '../base/fold.ts';
import { isDescription, mayBeOne } from '../names/name-key.ts';
import type { ClaimRow } from '../model/answers.ts';
import type { LegalStep } from '../model/proceeding.ts';
import { familyOf, kindEntry, KINDS, type Kind, type Role } from '../model/vocabulary.ts';
import { LEGAL_KINDS, standingOf } from './ladder.ts';
import { sameOrKin } from './propose-events.ts';

/** A claim that speaks against the claim `against`; `rule` has its name and version, `why` is fit to print. */
export type CounterClaim = { readonly claim: ClaimRow; readonly against: string; readonly rule: string; readonly why: string };

/**
 * What of `claims` speaks against any of `chosen`, in the order of `claims`; what is chosen itself is not among it.
 *
 * O(chosen × claims), names compared only where kinds and stances are opposed.
 */
export function counterClaims(chosen: readonly ClaimRow[], claims: readonly ClaimRow[]): readonly CounterClaim[] {
  const own = new Set(chosen.map(({ id }) => id));
  return speakingAgainst(
    chosen,
    claims.filter(({ id }) => !own.has(id)),
  );
}

/** The same, of claims that may be among the chosen: which of them speak against each other. */
export function speakingAgainst(chosen: readonly ClaimRow[], claims: readonly ClaimRow[]): readonly CounterClaim[] {
  const told = chosen.map(telling);
  return claims.flatMap((claim) => {
    const other = telling(claim);
    return told.flatMap((each): CounterClaim[] => {
      const found = each.claim.id === claim.id ? null : firstRule(each, other);
      return found ? [{ claim, against: each.claim.id, ...found }] : [];
    });
  });
}

function firstRule(a: Telling, b: Telling): Pick<CounterClaim, 'rule' | 'why'> | null {
  for (const { rule, applies } of RULES) {
    const why = applies(a, b);
    if (why !== null) return { rule, why };
  }
  return null;
}

type Telling = { readonly claim: ClaimRow; readonly time: Edtf | null };

const telling = (claim: ClaimRow): Telling => ({ claim, time: claim.time?.edtf ? readEdtf(claim.time.edtf) : null });

/** Gives why the second claim speaks against the first, or null. Each holds whichever of the two was chosen. */
type Rule = { readonly rule: string; readonly applies: (a: Telling, b: Telling) => string | null };

const RULES: readonly Rule[] = [
  { rule: 'counter.denied@1', applies: denied },
  { rule: 'counter.acquittal@1', applies: (a, b) => opposed(a, b, CLEARED, ACCUSED, 'clears of what the other accuses of') },
  { rule: 'counter.cleared@2', applies: cleared },
  { rule: 'counter.appeal@1', applies: (a, b) => opposed(a, b, ['appeal'], ['conviction', 'sentence'], 'may have changed what the other tells of') },
  { rule: 'counter.inaction@1', applies: inaction },
  { rule: 'counter.outcome@1', applies: outcome },
  { rule: 'counter.death@1', applies: death },
];

const CLEARED: readonly Kind[] = ['acquittal'];
const ACCUSED: readonly Kind[] = ['complaint', 'investigation', 'warrant', 'arrest', 'detention', 'charge', 'trial', 'conviction', 'sentence', 'extradition'];

/** One says that it happened, or may have; the other that it did not. "No prisoner was beaten" denies every beating there. */
function denied(a: Telling, b: Telling): string | null {
  if ((a.claim.modality === 'denied') === (b.claim.modality === 'denied')) return null;
  const shared = sharedName(a.claim, b.claim);
  const akin = sameOrKin(a.claim.kind, b.claim.kind);
  if (!akin && !(shared && mayDeny(a.claim.kind, b.claim.kind))) return null;
  const same = mayBeOfOne(a, b, shared);
  return same && `one says that it happened and the other that it did not: ${same}`;
}

/** Kinds by which one denial may be told: harm as another harm; and "rejected the accusations" as a mere statement or finding. */
function mayDeny(a: Kind, b: Kind): boolean {
  const [x, y] = [familyOf(a), familyOf(b)];
  const vague = (kind: Kind): boolean => kind === 'statement' || kind === 'finding';
  return (x === 'harm' && y === 'harm') || vague(a) || vague(b) || isDeath(a, b);
}

const isDeath = (a: Kind, b: Kind): boolean => [a, b].includes('death') && [a, b].some((kind) => ENDS_A_LIFE.includes(kind));

/** A step of the law and its opposite about the same accused, whenever each of them was. */
function opposed(a: Telling, b: Telling, one: readonly Kind[], other: readonly Kind[], why: string): string | null {
  const [x, y] = one.includes(a.claim.kind) ? [a.claim, b.claim] : [b.claim, a.claim];
  if (!one.includes(x.kind) || !other.includes(y.kind)) return null;
  const accused = shared(x.roles.target, y.roles.target);
  const unnamed = named(x, 'target').length === 0 || named(y, 'target').length === 0;
  const about = accused ?? (unnamed ? (sharedName(x, y) ?? (x.document === y.document ? 'the same document' : null)) : null);
  return about && `${label(x.kind)} ${why} (${label(y.kind)}): ${about}`;
}

/** A harm is laid to somebody whom a judgment clears, whose conviction it sets aside, or against whom charges were dropped: of what, is for whoever reads both to see. */
function cleared(a: Telling, b: Telling): string | null {
  const [x, y] = clears(a.claim) ? [a.claim, b.claim] : [b.claim, a.claim];
  const how = clears(x);
  if (how === null || familyOf(y.kind) !== 'harm' || y.modality === 'denied') return null;
  const accused = shared(named(x, 'target'), named(y, 'actor'));
  return accused && `${how} whom the other names as who did it: ${accused}`;
}

const CLEARING: Readonly<Partial<Record<LegalStep, string>>> = {
  acquittal: 'an acquittal clears, of that or of something else,',
  quashed: 'a conviction, for that or for something else, was set aside of',
  dropped: 'charges, of that or of something else, were dropped against',
};

/** How a claim clears somebody, in words that a name follows; null where it does not. */
function clears(claim: ClaimRow): string | null {
  const step = claim.modality === 'asserted' ? standingOf(claim)?.step : undefined;
  return (step && CLEARING[step]) ?? null;
}

function isStep(kind: Kind): boolean {
  return familyOf(kind) === 'justice' || ['finding', 'reparation', 'sanction', 'resolution', 'entry-ban'].includes(kind);
}

/** One says that nothing was done, the other that a step was taken. */
function inaction(a: Telling, b: Telling): string | null {
  const [x, y] = a.claim.kind === 'inaction' ? [a.claim, b.claim] : [b.claim, a.claim];
  if (x.kind !== 'inaction' || !isStep(y.kind)) return null;
  const about = sharedName(x, y);
  return about && `one says that nothing was done, and the other tells of ${label(y.kind)}: both name ${about}`;
}

/** The same is told with two outcomes: sentenced to ten years, to fifteen. */
function outcome(a: Telling, b: Telling): string | null {
  if (!sameOrKin(a.claim.kind, b.claim.kind)) return null;
  const [x, y] = [a.claim.roles.outcome ?? [], b.claim.roles.outcome ?? []];
  if (x.length === 0 || y.length === 0 || x.some((each) => y.some((other) => sameWords(each, other)))) return null;
  const party = sharedName(a.claim, b.claim);
  const same = party && mayBeOfOne(a, b, party);
  return same && `another outcome (“${x[0]}”, “${y[0]}”): ${same}`;
}

const ENDS_A_LIFE: readonly Kind[] = ['killing', 'massacre', 'execution'];

/** One person's death told in two ways, or at two times: killed, and died of something else. */
function death(a: Telling, b: Telling): string | null {
  const who =
    shared(a.claim.roles.target, b.claim.roles.target) ??
    shared(a.claim.roles.actor, b.claim.roles.target) ??
    shared(a.claim.roles.target, b.claim.roles.actor);
  if (!who || isDescription(who)) return null;
  if (isDeath(a.claim.kind, b.claim.kind)) return `the death of ${who} is told in two ways`;
  const apart = a.time && b.time && !canMeet(a.time, b.time);
  return apart && sameOrKin(a.claim.kind, b.claim.kind) && ENDS_A_LIFE.includes(a.claim.kind) ? `the death of ${who} is told of two times` : null;
}

/** Why two claims may be about one happening; null where their times, or those to whom it happened, are known to differ. */
function mayBeOfOne(a: Telling, b: Telling, party: string | null): string | null {
  if (a.time && b.time && !canMeet(a.time, b.time)) return null;
  const [x, y] = [named(a.claim, 'target'), named(b.claim, 'target')];
  if (x.length > 0 && y.length > 0 && !shared(x, y)) return null;
  if (party) return `both name ${party}`;
  const elsewhere = (role: Role): boolean => named(a.claim, role).length > 0 && named(b.claim, role).length > 0;
  if (a.claim.document === b.claim.document) return 'both are of one document';
  if (elsewhere('place') || elsewhere('actor')) return null;
  if (a.time && b.time) return 'their times can be the same';
  return [a.claim, b.claim].some(namesNothing) ? 'one of them names nobody, and no place' : null;
}

/** The names of a role that tell anything apart: "the prisoners" may be any. */
const named = ({ roles }: ClaimRow, role: Role): readonly string[] => (roles[role] ?? []).filter((name) => !isDescription(name));

const PARTIES: readonly Role[] = ['actor', 'target', 'place', 'about', 'organization'];

const namesNothing = (claim: ClaimRow): boolean => PARTIES.every((role) => named(claim, role).length === 0);

/** A name that both have, in whatever role: who acts in the one may be whom the other is about. */
function sharedName(a: ClaimRow, b: ClaimRow): string | null {
  const all = (claim: ClaimRow): readonly string[] => PARTIES.flatMap((role) => claim.roles[role] ?? []);
  return shared(all(a), all(b));
}

const shared = (xs: readonly string[] = [], ys: readonly string[] = []): string | null => xs.find((x) => ys.some((y) => mayBeOne(x, y))) ?? null;

const sameWords = (a: string, b: string): boolean => foldedWords(a).join(' ') === foldedWords(b).join(' ');

const label = (kind: Kind): string => kindEntry(kind).label.toLowerCase();

/** What has to be looked at for one rule: claims of these kinds; `within`: that can be of its time alone; `denied` or `outcome`: that deny, or give an outcome, alone. */
export type Sought = {
  readonly kinds: readonly Kind[];
  /** Null: of any name. */
  readonly names: readonly string[] | null;
  readonly within: boolean;
  readonly only: 'denied' | 'outcome' | null;
};

/** Where what speaks against a claim is found, but for its own document: never less than the rules above find, and more. */
export function soughtAgainst(claim: ClaimRow): readonly Sought[] {
  const { kind, modality, roles } = claim;
  const all = PARTIES.flatMap((role) => roles[role] ?? []);
  const isAkin = (other: Kind): boolean => sameOrKin(kind, other) || mayDeny(kind, other);
  const naming = (kinds: readonly Kind[], names: readonly string[]): Sought => ({ kinds, names, within: false, only: null });
  const harms = KINDS.filter((each) => familyOf(each) === 'harm');
  const sought: readonly Sought[] = [
    { kinds: KINDS.filter(isAkin), names: null, within: true, only: modality === 'denied' ? null : 'denied' },
    ...((roles.outcome ?? []).length > 0
      ? [{ kinds: KINDS.filter((each) => sameOrKin(kind, each)), names: null, within: true, only: 'outcome' as const }]
      : []),
    naming(
      OPPOSITES.flatMap(([one, other]) => [...(one.includes(kind) ? other : []), ...(other.includes(kind) ? one : [])]),
      all,
    ),
    ...(clears(claim) ? [naming(harms, roles.target ?? [])] : []),
    ...(harms.includes(kind) ? [naming(LEGAL_KINDS, roles.actor ?? [])] : []),
    ...(kind === 'death' || ENDS_A_LIFE.includes(kind) ? [naming(['death', ...ENDS_A_LIFE], [...(roles.target ?? []), ...(roles.actor ?? [])])] : []),
  ];
  return sought.filter(({ kinds, names }) => kinds.length > 0 && names?.length !== 0);
}

/** Kinds of which the one speaks against the other, by the rules `opposed` and `inaction`. */
const OPPOSITES: readonly (readonly [readonly Kind[], readonly Kind[]])[] = [
  [CLEARED, ACCUSED],
  [['appeal'], ['conviction', 'sentence']],
  [['inaction'], KINDS.filter(isStep)],
];
