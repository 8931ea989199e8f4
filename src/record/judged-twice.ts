// Whose proceedings can be contested: nobody's of whom less than two judgments are told.
import type { ClaimRow } from '../model/answers.ts';
import type { Identity } from './identity.ts';
import { standingOf } from './ladder.ts';
import { accusedOf } from './proceeding-id.ts';
import { judgmentOf } from './stage.ts';

/** The claims about whoever is said to be judged in two ways, in the order given: what is contested of all is contested of these. O(claims). */
export function ofJudgedTwice(claims: readonly ClaimRow[], { bearer }: Identity): readonly ClaimRow[] {
  const bearersIn = (claim: ClaimRow): readonly string[] => accusedOf(claim).map((name) => bearer({ document: claim.document, name }));
  const judged = new Map<string, Set<string>>();
  for (const claim of claims) {
    const standing = claim.modality === 'asserted' ? standingOf(claim) : null;
    const judgment = standing && judgmentOf(standing.step);
    if (judgment) for (const who of bearersIn(claim)) judged.set(who, (judged.get(who) ?? new Set()).add(judgment));
  }
  const twice = new Set([...judged].flatMap(([who, judgments]) => (judgments.size > 1 ? [who] : [])));
  return twice.size === 0 ? [] : claims.filter((claim) => bearersIn(claim).some((who) => twice.has(who)));
}
