// The recorded claims of one thing in the record, whatever it is: what its page is made of.
import { Fault } from '../base/fault.ts';
import type { ClaimRow } from '../model/answers.ts';
import { claimIdsIn, findProceeding, proceedingIds } from '../record/proceeding-id.ts';
import { selectClaims } from '../record/select-claims.ts';
import { bearersAt } from './bearers.ts';
import type { Casebook } from './casebook.ts';
import { readerFor } from './claims-around.ts';
import { claimsNamed } from './claims-named.ts';
import { event, eventsAround } from './events.ts';
import { type ClaimFilter } from './parse-filter.ts';
import { proceeding, proceedingsAround } from './proceedings-around.ts';
import { claim, claims, judgedFor } from './questions.ts';
import { sourceClaims } from './source.ts';

/** None where clocks do not keep it. Throws a Fault 'not-found' where there is none. */
async function oneClaim(casebook: Casebook, id: string, filter: ClaimFilter): Promise<readonly ClaimRow[]> {
  await claim(casebook, id);
  return selectClaims(await readerFor(casebook, { ...filter, status: 'recorded' })([id]), filter);
}

const ASK: readonly (readonly [RegExp, (casebook: Casebook, id: string, filter: ClaimFilter) => Promise<readonly ClaimRow[]>])[] = [
  [/^[sc]_/, oneClaim],
  [/^ev_/, async (casebook, id, filter) => (await event(casebook, id, filter)).claims],
  [/^pr_/, async (casebook, id, filter) => (await proceeding(casebook, id, filter)).steps.map((step) => step.claim)],
  [/^n_/, async (casebook, id, filter) => (await claimsNamed(casebook, (await bearersAt(casebook, filter)).namesOf(id), filter)).map((each) => each.claim)],
  [/^d_/, (casebook, id, filter) => claims(casebook, { ...filter, document: id, status: 'recorded' })],
  [/^u_/, sourceClaims],
];

/**
 * Of a claim, event, proceeding, name, document or publisher, by its id; each once. Throws a Fault 'not-found' where the id names nothing
 * of the kinds, or no event or proceeding.
 */
export async function claimsAbout(casebook: Casebook, id: string, filter: ClaimFilter): Promise<readonly ClaimRow[]> {
  const ask = ASK.find(([begins]) => begins.test(id))?.[1];
  if (!ask)
    throw new Fault(
      'not-found',
      `nothing with claims has the id ${id}`,
      'Give a claim (s_…, c_…), event (ev_…), proceeding (pr_…), name (n_…), document (d_…) or publisher (u_…).',
    );
  const rows = await ask(casebook, id, filter);
  return [...new Map(rows.filter(({ status }) => status === 'recorded').map((row) => [row.id, row])).values()];
}

/**
 * What remarks on it may be on: itself, and of an event or proceeding all that it is called by. A proceeding is also called by its claim alone: so it was
 * before each of several accused had one of their own, and what was said then stands on each.
 */
export async function idsOf(casebook: Casebook, id: string, filter: ClaimFilter): Promise<readonly string[]> {
  const called = id.startsWith('ev_') ? await namesOfEvent(casebook, id, filter) : id.startsWith('pr_') ? await namesOfProceeding(casebook, id, filter) : [];
  return [...new Set([id, ...called])];
}

async function namesOfEvent(casebook: Casebook, id: string, filter: ClaimFilter): Promise<readonly string[]> {
  const claimIds = claimIdsIn(id);
  const around = await eventsAround(casebook, claimIds, await judgedFor(casebook, filter), filter);
  const found = around.find(({ claims: of }) => of.some((each) => claimIds.includes(each.id)));
  return (found?.claims ?? []).map((each) => `ev_${each.id.slice(2)}`);
}

async function namesOfProceeding(casebook: Casebook, id: string, filter: ClaimFilter): Promise<readonly string[]> {
  const found = findProceeding(await proceedingsAround(casebook, claimIdsIn(id), filter), id);
  return 'one' in found ? [...proceedingIds(found.one), ...found.one.steps.map(({ claim: each }) => `pr_${each.id.slice(2)}`)] : [];
}
