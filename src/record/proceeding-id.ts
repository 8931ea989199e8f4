// What a proceeding is called: by a claim that is a step of it, and where that claim accuses several, by which of them it is about.
import { base32 } from '../base/base32.ts';
import { isDescription } from '../names/name-key.ts';
import type { ClaimRow } from '../model/answers.ts';
import type { ProceedingRow, StepRow } from '../model/proceeding.ts';
import { hashWord } from './copies/comparable-text.ts';
import { keyOfName } from './identity.ts';

/** Who is accused in a step, each as the claim names them, and once; who is only described is nobody whom a proceeding could be of. */
export const accusedOf = ({ roles }: ClaimRow): readonly string[] => [
  ...new Map((roles.target ?? []).filter((name) => !isDescription(name)).map((name) => [keyOfName(name), name])).values(),
];

/** Of a claim against one alone `pr_` and the rest of its id; against several, also a mark of the name, which no change of the others moves. */
export const proceedingId = (claim: ClaimRow, accused: string): string => `pr_${claim.id.slice(2)}${accusedOf(claim).length > 1 ? `_${markOf(accused)}` : ''}`;

function markOf(accused: string): string {
  const bytes = new DataView(new ArrayBuffer(4));
  bytes.setUint32(0, hashWord(keyOfName(accused)));
  return base32(new Uint8Array(bytes.buffer));
}

/** All that a proceeding may be called: with each of its steps it is found. */
export const proceedingIds = ({ steps }: Pick<ProceedingRow, 'steps'>): readonly string[] => steps.map(({ claim, accused }) => proceedingId(claim, accused));

/** The ids that the claim or suggestion has by which an event or a proceeding is called. */
export const claimIdsIn = (id: string): readonly [string, string] => {
  const [, tail = ''] = id.split('_');
  return [`s_${tail}`, `c_${tail}`];
};

/** `one`: the proceeding of that id. `several`: it names a claim against several, and not which of them. */
export type ProceedingFound = { readonly one: ProceedingRow } | { readonly several: readonly ProceedingRow[] } | { readonly none: true };

export function findProceeding(rows: readonly ProceedingRow[], id: string): ProceedingFound {
  const one = rows.find((row) => proceedingIds(row).includes(id));
  if (one) return { one };
  const claims = claimIdsIn(id);
  const isOf = ({ claim }: StepRow): boolean => id === `pr_${claim.id.slice(2)}` && claims.includes(claim.id);
  const [only, ...others] = rows.filter(({ steps }) => steps.some(isOf));
  return only === undefined ? { none: true } : others.length === 0 ? { one: only } : { several: [only, ...others] };
}
