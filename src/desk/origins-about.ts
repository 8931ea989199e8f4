// How many origins stand behind all that is told of one thing, with why any two count as one.
import type { ClaimRow } from '../model/answers.ts';
import type { OriginsAbout } from '../model/event.ts';
import { countOrigins } from '../record/count-origins.ts';
import { readClaims } from '../views/read-claims.ts';
import { namesOf, newestNaming } from '../views/read-entities.ts';
import { knownThen } from '../views/read-judged.ts';
import { readJudgements } from '../views/read-judgements.ts';
import type { Casebook } from './casebook.ts';
import { claimsAbout } from './claims-about.ts';
import { keptDocuments } from './documents-at.ts';
import { instantOf, type ClaimFilter } from './parse-filter.ts';
import { judgedFor } from './questions.ts';
import { sources } from './sources.ts';

/** So many of its claims are looked at and given, those that were recorded last. */
const MOST = 500;

/** Of the newest 500 of its recorded claims, which are given beside, with what people judged of their documents. */
export async function originsAbout(casebook: Casebook, id: string, filter: ClaimFilter): Promise<OriginsAbout> {
  const { claims, total } = await newestAbout(casebook, id, filter);
  const documents = [...new Set([...claims.map(({ document }) => document), ...(id.startsWith('d_') ? [id] : [])])];
  const kept = await keptDocuments(casebook, filter);
  const judgements = knownThen(await readJudgements(casebook.store.reads, 'origin', documents), instantOf(filter)).filter(
    ({ left, right }) => kept === null || (kept.has(left.document) && kept.has(right.document)),
  );
  const origins = countOrigins(claims, await sources(casebook, claims, await judgedFor(casebook, filter)));
  return { origins, claims, total, judgements };
}

type Newest = { readonly claims: readonly ClaimRow[]; readonly total: number };

/** In the order of documents and of their words; `total` is how many there are. */
async function newestAbout(casebook: Casebook, id: string, filter: ClaimFilter): Promise<Newest> {
  const { reads } = casebook.store;
  if (id.startsWith('n_') && Object.keys(filter).length === 0) {
    const { ids, total } = await newestNaming(reads, await namesOf(reads, id), MOST);
    return { claims: await readClaims(reads, { ids, statuses: ['recorded'] }), total };
  }
  const all = await claimsAbout(casebook, id, filter);
  const newest = new Set(all.toSorted((a, b) => (b.review?.at ?? '').localeCompare(a.review?.at ?? '', 'en')).slice(0, MOST));
  return { claims: all.filter((claim) => newest.has(claim)), total: all.length };
}
