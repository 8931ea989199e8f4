// The history of one thing in the record: every decision about it, and every remark on it, with who, when and why.
import type { ActLine } from '../model/history.ts';
import { namesOf } from '../views/read-entities.ts';
import { decidedIn, readHistory } from '../views/read-history.ts';
import type { Casebook } from './casebook.ts';
import { idsOf } from './claims-about.ts';
import { event } from './events.ts';
import { proceeding } from './proceedings-around.ts';

/**
 * Of a claim, event, proceeding, name, document or publisher. Of an event or proceeding also what was decided about the claims and suggestions that
 * are of it now, and of a document about all that it says. Of a name what was judged and said of it and of those joined with it, not what was decided about each claim that has it.
 */
export async function historyOf(casebook: Casebook, id: string): Promise<readonly ActLine[]> {
  const { reads } = casebook.store;
  if (/^(?:ev|pr)_/.test(id)) {
    const claims = (await claimIdsOf(casebook, id)).toSorted();
    const lines = await readHistory(reads, { told: claims, claims, judged: claims });
    if (id.startsWith('ev_')) return lines;
    // The claims are perhaps against others too.
    const own = await idsOf(casebook, id, {});
    return lines.filter(({ proceeding: of }) => of === null || own.includes(of));
  }
  if (/^[sc]_/.test(id)) return readHistory(reads, { told: [id], claims: [id], judged: [id] });
  if (id.startsWith('d_')) return readHistory(reads, { told: [id], claims: await decidedIn(reads, id), judged: [id] });
  const own = id.startsWith('n_') ? await namesOf(reads, id) : [id];
  return readHistory(reads, { told: own, claims: [], judged: own });
}

const claimIdsOf = async (casebook: Casebook, id: string): Promise<readonly string[]> =>
  id.startsWith('ev_') ? (await event(casebook, id)).claims.map((claim) => claim.id) : (await proceeding(casebook, id)).steps.map(({ claim }) => claim.id);
