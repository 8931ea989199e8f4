// How many origins stand behind all that is told of one thing, with why any two count as one.
import type { OriginsAbout } from '../model/event.ts';
import { countOrigins } from '../record/count-origins.ts';
import { knownThen } from '../views/read-judged.ts';
import { readJudgements } from '../views/read-judgements.ts';
import type { Casebook } from './casebook.ts';
import { claimsAbout } from './claims-about.ts';
import { keptDocuments } from './documents-at.ts';
import { instantOf, type ClaimFilter } from './parse-filter.ts';
import { judgedFor } from './questions.ts';
import { sources } from './sources.ts';

/** Counting holds each claim against each: of more, the first. */
const MOST = 500;

/** Of the first 500 of its recorded claims, which are given beside, with what people judged of their documents. */
export async function originsAbout(casebook: Casebook, id: string, filter: ClaimFilter): Promise<OriginsAbout> {
  const claims = (await claimsAbout(casebook, id, filter)).slice(0, MOST);
  const documents = [...new Set([...claims.map(({ document }) => document), ...(id.startsWith('d_') ? [id] : [])])];
  const kept = await keptDocuments(casebook, filter);
  const judgements = knownThen(await readJudgements(casebook.store.reads, 'origin', documents), instantOf(filter)).filter(
    ({ left, right }) => kept === null || (kept.has(left.document) && kept.has(right.document)),
  );
  return { origins: countOrigins(claims, await sources(casebook, claims, await judgedFor(casebook, filter))), claims, judgements };
}
