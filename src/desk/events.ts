// Events of a casebook: what claims say happened, as people joined them and as they are proposed.
import { Fault } from '../base/fault.ts';
import type { ClaimRow } from '../model/answers.ts';
import type { Attribute, AttributeWeighed, EventRow, EventView } from '../model/event.ts';
import { linksOf } from '../record/chain-events.ts';
import { compareAttributes } from '../record/compare-attributes.ts';
import { countOrigins, type Sources } from '../record/count-origins.ts';
import { claimIdsIn } from '../record/proceeding-id.ts';
import { proposeEvents } from '../record/propose-events.ts';
import { selectClaims } from '../record/select-claims.ts';
import { readJudgements } from '../views/read-judgements.ts';
import { knownThen, stoodAt } from '../views/read-judged.ts';
import { readLinks } from '../views/read-links.ts';
import type { Casebook } from './casebook.ts';
import { happeningsAround, readerFor } from './claims-around.ts';
import { instantOf, type ClaimFilter } from './parse-filter.ts';
import { claims, judgedFor, labelled } from './questions.ts';
import { figuresOf, sources } from './sources.ts';
import { speaksAgainst } from './speaks-against.ts';

export async function events(casebook: Casebook, filter: ClaimFilter): Promise<readonly EventRow[]> {
  return proposeEvents(await claims(casebook, filter), await judgedFor(casebook, filter));
}

/** The event that a claim is of: `id` is the event's, with the id of any of its claims after `ev_`. */
export async function event(casebook: Casebook, id: string, filter: ClaimFilter = {}): Promise<EventView> {
  const wanted: readonly string[] = claimIdsIn(id);
  const judged = await judgedFor(casebook, filter);
  const all = await eventsAround(casebook, wanted, judged, filter);
  const found = all.find(({ claims: of }) => of.some((each) => wanted.includes(each.id)));
  if (!found)
    throw new Fault(
      'not-found',
      `no event has a claim of the id ${id}`,
      'List them with `onrecord events`. Denied, demanded and feared happenings are no events.',
    );
  const ids = found.claims.map((each) => each.id);
  const told = toldBy(casebook, filter);
  const judgements = await told(knownThen(await readJudgements(casebook.store.reads, 'event', ids), instantOf(filter)));
  const links = await told((await readLinks(casebook.store.reads, ids)).filter(stoodAt(instantOf(filter))));
  const others = links.flatMap(({ left, right }) => [left.id, right.id]).filter((each) => !ids.includes(each));
  const linked = others.length === 0 ? [] : await eventsAround(casebook, others, judged, filter);
  // What the machine only suggests is in no count.
  const recorded = found.claims.filter(({ status }) => status === 'recorded');
  const known = await sources(casebook, recorded, judged);
  return {
    ...found,
    attributes: compareAttributes(recorded).map((each) => weighed(each, recorded, known)),
    origins: countOrigins(recorded, known),
    figures: figuresOf(recorded, known),
    against: await speaksAgainst(casebook, found.claims, filter),
    links: linksOf(found, links, (claimOf) =>
      found.claims.some((each) => each.id === claimOf) ? found : (linked.find(({ claims: of }) => of.some((each) => each.id === claimOf)) ?? null),
    ),
    judgements,
  };
}

type Two = { readonly left: { readonly id: string }; readonly right: { readonly id: string } };

/** Leaves out what is said of a claim that a clock does not keep: its words are told nowhere. */
function toldBy(casebook: Casebook, filter: ClaimFilter): <T extends Two>(rows: readonly T[]) => Promise<readonly T[]> {
  const { at, saidBy } = filter;
  return async (rows) => {
    if (at === undefined && saidBy === undefined) return rows;
    const sides = await readerFor(casebook, filter)(rows.flatMap(({ left, right }) => [left.id, right.id]));
    const kept = new Set(selectClaims(sides, filter).map(({ id }) => id));
    return rows.filter(({ left, right }) => kept.has(left.id) && kept.has(right.id));
  };
}

function weighed({ name, values }: Attribute, recorded: readonly ClaimRow[], known: Sources): AttributeWeighed {
  const originsOf = (ids: readonly string[]): number => countOrigins(recorded.filter(({ id }) => ids.includes(id)), known).origins.length; // prettier-ignore
  return { name, values: values.map((value) => ({ ...value, origins: originsOf(value.claims) })) };
}

type Judged = Awaited<ReturnType<typeof judgedFor>>;

/** The events of these claims as they are among all that the filter keeps, and others that hang together with them. O(those). */
export async function eventsAround(casebook: Casebook, ids: readonly string[], judged: Judged, filter: ClaimFilter): Promise<readonly EventRow[]> {
  const seeds = await readerFor(casebook, filter)(ids);
  const around = await happeningsAround(casebook, seeds, judged, filter);
  return proposeEvents(around === null ? await claims(casebook, filter) : await labelled(casebook, selectClaims(around, filter), filter), judged);
}
