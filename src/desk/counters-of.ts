// What speaks against claims among all that are recorded, found by index: what could is looked up by kind, time and names, and held against them.
import { readEdtf, widened } from '../base/edtf.ts';
import type { ClaimRow } from '../model/answers.ts';
import { soughtAgainst, speakingAgainst, type CounterClaim, type Sought } from '../record/counter-claims.ts';
import { selectClaims } from '../record/select-claims.ts';
import type { Days } from '../views/find-words.ts';
import { claimsNamingAlike, decidedSince } from '../views/read-near.ts';
import { readFewOf, readOfDocuments, readOpposing } from '../views/read-opposing.ts';
import type { Casebook } from './casebook.ts';
import { readerFor } from './claims-around.ts';
import { instantOf, type ClaimFilter } from './parse-filter.ts';
import { labelled } from './questions.ts';

/** Claims that are looked up together: such as lie near each other in time. */
const AT_ONCE = 100;
/** To look through so many takes no longer than to look names up. */
const FEW = 2_000;
/** Names that are looked up together. */
const NAMES_AT_ONCE = 40;

/**
 * Of claims, in order of time, the same as holding each against every recorded claim that the filter keeps. O(claims of opposed kinds of their times, and of
 * those that bear one of their names). Of kinds of which there are no more than `few`, all are looked at, whomever they name.
 */
export async function countersOf(casebook: Casebook, of: readonly ClaimRow[], filter: ClaimFilter, few = FEW): Promise<readonly CounterClaim[]> {
  const { reads } = casebook.store;
  const recorded: ClaimFilter = { ...filter, status: 'recorded' };
  const instant = instantOf(filter);
  // What has other words now than then is found by no index.
  const reworded = instant === undefined ? [] : await decidedSince(reads, instant);
  const found: CounterClaim[] = [];
  for (let from = 0; from < of.length; from += AT_ONCE) {
    const some = of.slice(from, from + AT_ONCE);
    const ids = new Set([...reworded, ...(await readOfDocuments(reads, [...new Set(some.map(({ document }) => document))]))]);
    for (const sought of gathered(some)) for (const id of await idsOf(casebook, sought, few)) ids.add(id);
    const rows = await labelled(casebook, selectClaims(await readerFor(casebook, recorded)([...ids]), recorded), recorded);
    found.push(...speakingAgainst(some, rows));
  }
  return found;
}

type Gathered = Omit<Sought, 'within' | 'names'> & { readonly names: Set<string> | null; readonly days: Days | null };

/** What several claims want, once for all that want the same kinds. */
function gathered(some: readonly ClaimRow[]): readonly Gathered[] {
  const all = new Map<string, Gathered>();
  for (const claim of some)
    for (const { kinds, names, within, only } of soughtAgainst(claim)) {
      const key = [only, within, names === null, ...kinds].join(' ');
      const before = all.get(key);
      const days = within ? daysOf(claim) : null;
      if (before && names) for (const name of names) before.names?.add(name);
      all.set(key, { kinds, only, names: before ? before.names : names && new Set(names), days: before ? spanning(before.days, days) : days });
    }
  return [...all.values()];
}

/** Null: it can be of any time. */
function daysOf({ time }: ClaimRow): Days | null {
  const date = time?.edtf ? readEdtf(time.edtf) : null;
  return date && widened(date);
}

const spanning = (a: Days | null, b: Days | null): Days | null => a && b && { first: Math.min(a.first, b.first), last: Math.max(a.last, b.last) };

async function idsOf({ store: { reads } }: Casebook, { kinds, names, days, only }: Gathered, few: number): Promise<readonly string[]> {
  if (names === null) return readOpposing(reads, { kinds, days, only });
  const all = await readFewOf(reads, kinds, few);
  if (all) return all;
  const words = [...names];
  const ids: string[] = [];
  for (let from = 0; from < words.length; from += NAMES_AT_ONCE)
    ids.push(
      ...(await claimsNamingAlike(
        reads,
        { names: words.slice(from, from + NAMES_AT_ONCE), kinds, days: null, statuses: ['recorded'] },
        Number.MAX_SAFE_INTEGER,
      )),
    );
  return ids;
}
