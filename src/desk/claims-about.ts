// The recorded claims of one thing in the record, whatever it is: what its page is made of.
import { Fault } from '../base/fault.ts';
import type { ClaimRow } from '../model/answers.ts';
import { selectClaims } from '../record/select-claims.ts';
import { bearersAt } from './bearers.ts';
import type { Casebook } from './casebook.ts';
import { readerFor } from './claims-around.ts';
import { claimsNamed } from './claims-named.ts';
import { event } from './events.ts';
import { type ClaimFilter } from './parse-filter.ts';
import { proceeding } from './proceedings-around.ts';
import { claim, claims } from './questions.ts';
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

/** What remarks on it may be on: itself, and of an event or proceeding whatever of its claims it is called by. */
export const idsOf = (id: string, of: readonly ClaimRow[]): readonly string[] => {
  const prefix = /^(?:ev|pr)_/.exec(id)?.[0];
  return [...new Set([id, ...(prefix === undefined ? [] : of.map((each) => `${prefix}${each.id.slice(2)}`))])];
};
