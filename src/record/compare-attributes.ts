// What the claims of one event give, attribute by attribute, side by side: never one merged value.
import { canMeet, readEdtf } from '../base/edtf.ts';
import { foldedWords } from '../base/fold.ts';
import type { ClaimRow } from '../model/answers.ts';
import type { Agreement, Attribute, AttributeValue } from '../model/event.ts';
import { ROLES, type Role } from '../model/vocabulary.ts';
import { mayBeOne } from '../names/name-key.ts';
import { compareOutcomes } from './compare-outcomes.ts';

type Name = Attribute['name'];
type Compare = (a: string, b: string) => Agreement;

/** Attributes that some claim gives, in the order of reading; O(claims × values). */
export function compareAttributes(claims: readonly ClaimRow[]): readonly Attribute[] {
  const times = attribute('time', claims, (claim) => (claim.time?.edtf ? [claim.time.edtf] : []), compareTimes);
  const roles = ROLES.map((role) => attribute(role, claims, (claim) => claim.roles[role] ?? [], COMPARE[role]));
  const stances = attribute('stance', claims, ({ modality }) => [modality], differs);
  return [times, ...roles, stances].filter(({ values }) => values.length > 0);
}

function attribute(name: Name, claims: readonly ClaimRow[], of: (claim: ClaimRow) => readonly string[], compare: Compare): Attribute {
  const given = new Map<string, { readonly value: string; readonly claims: string[] }>();
  for (const claim of claims) {
    for (const value of of(claim)) {
      const key = foldedWords(value).join(' ') || value;
      const held = given.get(key) ?? { value, claims: [] };
      given.set(key, held);
      if (!held.claims.includes(claim.id)) held.claims.push(claim.id);
    }
  }
  const [first, ...others] = [...given.values()].toSorted((a, b) => b.claims.length - a.claims.length);
  const against = (each: { readonly value: string; readonly claims: readonly string[] }): AttributeValue => ({
    ...each,
    agreement: first ? compare(first.value, each.value) : 'agrees',
  });
  return { name, values: first ? [{ ...first, agreement: 'agrees' }, ...others.map(against)] : [] };
}

/** Two dates that no day can satisfy contradict; one that lies within the other refines it. */
function compareTimes(a: string, b: string): Agreement {
  const [x, y] = [readEdtf(a), readEdtf(b)];
  if (!x || !y) return 'differs';
  if (!canMeet(x, y)) return 'contradicts';
  const within = (inner: typeof x, outer: typeof x): boolean => inner.first >= outer.first && inner.last <= outer.last;
  return within(y, x) || within(x, y) ? 'refines' : 'differs';
}

const compareNames: Compare = (a, b) => (mayBeOne(a, b) ? 'refines' : 'differs');
const differs: Compare = () => 'differs';

/** Two parties, two places or two titles may both be right; two numbers of one sort may not. */
const COMPARE: Readonly<Record<Role, Compare>> = {
  actor: compareNames,
  target: compareNames,
  place: compareNames,
  organization: compareNames,
  about: differs,
  title: differs,
  outcome: compareOutcomes,
};
