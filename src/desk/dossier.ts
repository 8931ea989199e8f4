// A dossier of one person, organization, place or event: all that recorded claims tell, in order, each line with its source, and what speaks
// against each beside it.
import { Fault } from '../base/fault.ts';
import type { ClaimRow } from '../model/answers.ts';
import type { CitedSource, Dossier } from '../model/dossier.ts';
import type { ProceedingRow } from '../model/proceeding.ts';
import { buildDossier, type Told } from '../record/build-dossier.ts';
import { buildProceedings } from '../record/build-proceedings.ts';
import { countOrigins } from '../record/count-origins.ts';
import { speakingAgainst } from '../record/counter-claims.ts';
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
import { instantOf, type ClaimFilter } from './parse-filter.ts';
import { event } from './events.ts';
import { asOf, asOfThen, claims, judgedFor } from './questions.ts';
import { sources } from './sources.ts';
import { remarksOn } from './remarks.ts';

type Found = Pick<Dossier, 'id' | 'label' | 'sort' | 'names' | 'proceedings'> & { readonly told: readonly Told[]; readonly remarked: readonly string[] };

/**
 * Of an id (n_…, ev_…), or a name that only one bears. The filter's clocks narrow it, and what speaks against it, alike.
 *
 * Throws a Fault 'not-found', or 'conflict' where several bear the name. O(claims that the clocks keep).
 */
export async function dossier(casebook: Casebook, asked: string, filter: ClaimFilter, veil: Veil = NO_VEIL): Promise<Dossier> {
  const id = await bearerOf(casebook, asked, veil);
  const { told, remarked, ...found } = id.startsWith('ev_') ? await ofEvent(casebook, id, filter) : await ofNames(casebook, id, filter);
  const own = told.map(({ claim }) => claim);
  const { at: _, ...anyTime } = filter;
  // What speaks against it may have another date, or none.
  const { cited, ...lines } = buildDossier(told, speakingAgainst(own, await claims(casebook, { ...anyTime, status: 'recorded' })));
  return {
    ...found,
    asOf: asOf(casebook, filter),
    clocks: { at: filter.at ?? null, saidBy: filter.saidBy ?? null, knownBy: filter.knownBy ?? null },
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

async function ofEvent(casebook: Casebook, id: string, filter: ClaimFilter): Promise<Found> {
  const { claims: of, label } = await event(casebook, id, { ...filter, status: 'recorded' });
  const remarked = of.map(({ id: claim }) => `ev_${claim.slice(2)}`);
  return { id, label, sort: 'event', names: [], proceedings: [], told: of.map((claim) => ({ claim, as: [] })), remarked };
}

async function ofNames(casebook: Casebook, id: string, filter: ClaimFilter): Promise<Found> {
  const names = (await bearersAt(casebook, filter)).namesOf(id);
  const told = (await claimsNamed(casebook, names, filter)).map((each) => ({ ...each, as: rolesOf(each, names) }));
  const words = told.flatMap(({ names: given }) => given.filter((each) => names.includes(each.id)));
  const [fullest] = words.toSorted((a, b) => b.words.length - a.words.length);
  const held = await readNames(casebook.store.reads, names);
  const label = fullest?.words ?? held[0]?.label;
  if (label === undefined) throw new Fault('not-found', `no recorded claim that fits names ${id}`, 'List them with `onrecord entities`; ids begin with n_.');
  return {
    id,
    label,
    sort: entitySort(label, words.map(({ part }) => part)),
    names: isUnfixed(filter) ? held : nameRows(told, new Set(names)),
    proceedings: await proceedingsOf(casebook, names, filter),
    told: told.map(({ claim, as }) => ({ claim, as })),
    remarked: [id],
  }; // prettier-ignore
}

const isUnfixed = ({ at, saidBy, knownBy }: ClaimFilter): boolean => [at, saidBy, knownBy].every((clock) => clock === undefined);

const rolesOf = ({ names }: Named, own: readonly string[]): readonly string[] => [
  ...new Set(names.filter(({ id }) => own.includes(id)).map(({ part }) => part)),
];

/** Those against one of these names alone, as far as they had come by then: who stood trial with them has a dossier of their own. */
async function proceedingsOf(casebook: Casebook, names: readonly string[], filter: ClaimFilter): Promise<readonly ProceedingRow[]> {
  const { identity } = await judgedFor(casebook, filter);
  const { at: _, ...anyTime } = filter;
  const told = await claimsNamed(casebook, names, anyTime);
  const own = new Set(told.flatMap((each) => each.names.flatMap(({ id, words }) => (names.includes(id) ? identity.bearer(named(each.claim, words)) : []))));
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
