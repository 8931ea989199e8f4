// A dossier of one person, organization, place or event: all that recorded claims tell, in order, each line with its source, and what speaks
// against each beside it.
import { Fault } from '../base/fault.ts';
import type { ClaimRow } from '../model/answers.ts';
import type { CitedSource, Dossier } from '../model/dossier.ts';
import type { ProceedingRow } from '../model/proceeding.ts';
import { buildDossier, type Told } from '../record/build-dossier.ts';
import { buildProceedings } from '../record/build-proceedings.ts';
import { countOrigins } from '../record/count-origins.ts';
import { buildTimeline } from '../record/build-timeline.ts';
import { entitySort } from '../record/entity-sort.ts';
import { NO_VEIL, type Veil } from '../record/veil.ts';
import { among } from '../views/among.ts';
import { readNames } from '../views/read-entities.ts';
import { bearerOf } from './bearer-of.ts';
import { bearersAt } from './bearers.ts';
import { claimsNamed, type Named } from './claims-named.ts';
import type { Casebook } from './casebook.ts';
import { nameRows } from './entities.ts';
import { contradictionsOf } from './contradictions.ts';
import { countersOf } from './counters-of.ts';
import { instantOf, type ClaimFilter } from './parse-filter.ts';
import { event } from './events.ts';
import { asOf, asOfThen, judgedFor } from './questions.ts';
import { sources } from './sources.ts';
import { remarksOn } from './remarks.ts';

type Found = Pick<Dossier, 'id' | 'label' | 'sort' | 'names' | 'proceedings'> & { readonly told: readonly Told[]; readonly remarked: readonly string[] };

/**
 * Of an id (n_…, ev_…), or a name that only one bears. The filter's clocks narrow it, and what speaks against it, alike.
 *
 * Throws a Fault 'not-found', or 'conflict' where several bear the name. O(claims that the clocks keep).
 */
export async function dossier(
  casebook: Casebook,
  asked: string,
  filter: ClaimFilter,
  { veil = NO_VEIL, skip = 0, most = Number.MAX_SAFE_INTEGER, against }: DossierAsked = {},
): Promise<Dossier> {
  const id = await bearerOf(casebook, asked, veil);
  const { told: all, remarked, ...found } = id.startsWith('ev_') ? await ofEvent(casebook, id, filter) : await ofNames(casebook, id, filter);
  const stretch = inTime(all).slice(skip, skip + most);
  const isOf = new Set(stretch);
  const told = all.filter((each) => isOf.has(each));
  const own = told.map(({ claim }) => claim);
  const { at: _, ...anyTime } = filter;
  // What speaks against it may have another date, or none.
  const { cited, ...lines } = buildDossier(told, await countersOf(casebook, stretch.map(({ claim }) => claim), anyTime), against); // prettier-ignore
  return {
    ...found,
    asOf: asOf(casebook, filter),
    clocks: { at: filter.at ?? null, saidBy: filter.saidBy ?? null, knownBy: filter.knownBy ?? null },
    claims: { before: Math.min(skip, all.length), shown: told.length, all: all.length },
    ...lines,
    contradictions: await contradictionsOf(
      casebook,
      own.map(({ id: claim }) => claim),
      anyTime,
    ),
    origins: countOrigins(own, await sources(casebook, own, await judgedFor(casebook, filter))),
    sources: await sourcesOf(casebook, cited),
    remarks: await remarksOn(casebook, remarked, instantOf(filter)),
  };
}

/** Who asks, and of how many of its claims in order of time: `most`, `skip` of them passed over; else of all. `against`: so many are given of what speaks against one. */
export type DossierAsked = { readonly veil?: Veil; readonly skip?: number; readonly most?: number; readonly against?: number };

function inTime(told: readonly Told[]): readonly Told[] {
  const byId = new Map(told.map((each) => [each.claim.id, each]));
  const { dated, undated } = buildTimeline(told.map(({ claim }) => claim));
  return [...dated.map(({ claim }) => claim), ...undated].flatMap(({ id }) => byId.get(id) ?? []);
}

async function ofEvent(casebook: Casebook, id: string, filter: ClaimFilter): Promise<Found> {
  const { claims: of, label } = await event(casebook, id, { ...filter, status: 'recorded' });
  const remarked = of.map(({ id: claim }) => `ev_${claim.slice(2)}`);
  return { id, label, sort: 'event', names: [], proceedings: [], told: of.map((claim) => ({ claim, as: [] })), remarked };
}

async function ofNames(casebook: Casebook, id: string, filter: ClaimFilter): Promise<Found> {
  const names = (await bearersAt(casebook, filter)).namesOf(id);
  const own = new Set(names);
  const { at, ...anyTime } = filter;
  const all = await claimsNamed(casebook, names, anyTime);
  const told = (at === undefined ? all : await claimsNamed(casebook, names, filter)).map((each) => ({ ...each, as: rolesOf(each, own) }));
  const words = told.flatMap(({ names: given }) => given.filter((each) => own.has(each.id)));
  const [fullest] = words.toSorted((a, b) => b.words.length - a.words.length);
  const held = await readNames(casebook.store.reads, names);
  const label = fullest?.words ?? held[0]?.label;
  if (label === undefined) throw new Fault('not-found', `no recorded claim that fits names ${id}`, 'List them with `onrecord entities`; ids begin with n_.');
  return {
    id,
    label,
    sort: entitySort(label, words.map(({ part }) => part)),
    names: isUnfixed(filter) ? held : nameRows(told, own),
    proceedings: await proceedingsOf(casebook, all, own, filter),
    told: told.map(({ claim, as }) => ({ claim, as })),
    remarked: [id],
  }; // prettier-ignore
}

const isUnfixed = ({ at, saidBy, knownBy }: ClaimFilter): boolean => [at, saidBy, knownBy].every((clock) => clock === undefined);

const rolesOf = ({ names }: Named, own: ReadonlySet<string>): readonly string[] => [...new Set(names.filter(({ id }) => own.has(id)).map(({ part }) => part))];

/** Those against one of these names alone, as far as they had come by then: who stood trial with them has a dossier of their own. */
async function proceedingsOf(casebook: Casebook, told: readonly Named[], names: ReadonlySet<string>, filter: ClaimFilter): Promise<readonly ProceedingRow[]> {
  const { identity } = await judgedFor(casebook, filter);
  const own = new Set(told.flatMap((each) => each.names.flatMap(({ id, words }) => (names.has(id) ? identity.bearer(named(each.claim, words)) : []))));
  const found = buildProceedings(asOfThen(told.map(({ claim }) => claim), filter), identity); // prettier-ignore
  return found.filter(({ steps }) => steps.some(({ claim, accused }) => own.has(identity.bearer(named(claim, accused)))));
}

const named = ({ document }: ClaimRow, name: string) => ({ document, name });

async function sourcesOf({ store: { reads } }: Casebook, cited: readonly string[]): Promise<readonly CitedSource[]> {
  const rows = await reads
    .selectFrom('document')
    .innerJoin('original', 'original.id', 'document.original')
    .select(['document.id', 'document.title', 'document.publisher', 'document.published', 'original.name', 'original.url'])
    .where('document.id', 'in', among(cited))
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return cited.flatMap((document, n) => {
    const row = byId.get(document);
    return row ? [{ number: n + 1, document, title: row.title ?? row.name, publisher: row.publisher, published: row.published, url: row.url }] : [];
  });
}
