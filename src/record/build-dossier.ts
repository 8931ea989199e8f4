// The lines of a dossier: what claims tell of one, in order of when it happened, what speaks against each beside it, and every source under a number.
import type { ClaimRow } from '../model/answers.ts';
import type { Dossier, DossierLine } from '../model/dossier.ts';
import { buildTimeline } from './build-timeline.ts';
import type { CounterClaim } from './counter-claims.ts';

/** A claim of the subject's, and the roles in which it names it; none of an event's. */
export type Told = { readonly claim: ClaimRow; readonly as: readonly string[] };

export type DossierLines = Pick<Dossier, 'dated' | 'undated' | 'said'> & {
  /** Ids of the documents that are cited, in the order of their numbers. */
  readonly cited: readonly string[];
};

/** O(claims + counter-claims). What somebody only says, of others, comes apart from what is told of them. Of what speaks against a line, `most` are given. */
export function buildDossier(told: readonly Told[], counters: readonly CounterClaim[], most = Number.MAX_SAFE_INTEGER): DossierLines {
  const numbers = new Map<string, number>();
  const numberOf = (document: string): number => {
    const number = numbers.get(document) ?? numbers.size + 1;
    numbers.set(document, number);
    return number;
  };
  const asOf = new Map(told.map(({ claim, as }) => [claim.id, as]));
  const against = Map.groupBy(counters, (each) => each.against);
  const line = (claim: ClaimRow): DossierLine => {
    const opposed = against.get(claim.id) ?? [];
    return {
      claim,
      source: numberOf(claim.document),
      as: asOf.get(claim.id) ?? [],
      against: opposed.slice(0, most).map((each) => ({ claim: each.claim, source: numberOf(each.claim.document), why: each.why })),
      more: Math.max(0, opposed.length - most),
    };
  };
  const isOwnWord = ({ as }: Told): boolean => as.length > 0 && as.every((part) => part === 'saidBy');
  const of = (some: readonly Told[]) => buildTimeline(some.map(({ claim }) => claim));
  const [about, own] = [of(told.filter((each) => !isOwnWord(each))), of(told.filter(isOwnWord))];
  const lines = {
    dated: about.dated.map(({ claim }) => line(claim)),
    undated: about.undated.map(line),
    said: [...own.dated.map(({ claim }) => claim), ...own.undated].map(line),
  };
  return { ...lines, cited: [...numbers.keys()] };
}
