// The map: which places claims name, and where these may lie. With a clock fixed the claims that stood then are read and counted; without, what is kept
// of all of them is counted, once for each state of the log.
import { hash } from 'node:crypto';
import { base32 } from '../base/base32.ts';
import { Fault } from '../base/fault.ts';
import type { ClaimRow } from '../model/answers.ts';
import type { MapRow, PlaceClaims, PlaceMap } from '../model/place-map.ts';
import { familyOf, type Family } from '../model/vocabulary.ts';
import { buildPlaceMap, placerOf, shownRow, type PlaceGiven, type Placer, type WholeRow } from '../record/build-place-map.ts';
import { readGazetteer, type Gazetteer } from '../record/gazetteer.ts';
import { namesIn } from '../views/fold-names.ts';
import { readClaims } from '../views/read-claims.ts';
import { claimsPlaced, readPlaceTallies, readSuggestedPlaces, suggestionsPlaced, type KindTally, type LeftOut } from '../views/read-places.ts';
import { bearersAt, type Bearers } from './bearers.ts';
import type { Casebook } from './casebook.ts';
import { keptInMemory } from './kept-in-memory.ts';
import type { ClaimFilter } from './parse-filter.ts';
import { claims } from './questions.ts';
import { NOTHING_LEFT_OUT, sensitiveNow } from './sensitive.ts';

/** Families: null for all. `sensitive`: with what is restricted or hidden. */
export type MapAsked = { readonly families: readonly Family[] | null; readonly recordedOnly: boolean; readonly sensitive: boolean };

/** Of more suggestions than these none is counted, and the answer says so. */
const MOST_SUGGESTIONS = 100_000;
/** Rows of each sort, and claims of one, that are given at once. */
const MOST_ROWS = 1_000;
const MOST_CLAIMS = 50;

let gazetteer: Promise<Gazetteer> | null = null;

/** Read when a map is first asked for: a third of a second. */
export const theGazetteer = (): Promise<Gazetteer> =>
  (gazetteer ??= import('../record/gazetteer.json', { with: { type: 'json' } }).then((file) => readGazetteer(file.default)));

/** What places claims name, by all that is asked for but families and status. `read`: the claims, where they had to be read. */
type Counted = {
  readonly tallies: readonly KindTally[];
  readonly placer: Placer;
  readonly out: LeftOut;
  readonly read: readonly ClaimRow[] | null;
  readonly withoutSuggestions: boolean;
};

export async function placeMap(casebook: Casebook, asked: MapAsked, filter: ClaimFilter = {}): Promise<PlaceMap> {
  const counted = await count(casebook, asked, filter);
  const rows = rowsOf(counted, asked, filter);
  const [found, others] = [rows.filter(({ places }) => places.length > 0), rows.filter(({ places }) => places.length === 0)];
  return {
    found: found.slice(0, MOST_ROWS).map(shown),
    others: others.slice(0, MOST_ROWS).map(shown),
    beyond: { found: Math.max(0, found.length - MOST_ROWS), others: Math.max(0, others.length - MOST_ROWS) },
    withoutSuggestions: counted.withoutSuggestions && !asked.recordedOnly,
  };
}

/** The claims of one row by its id, `skip` of them passed over. Throws a Fault 'not-found' where no claim that is asked for names such a place. */
export async function placeClaims(casebook: Casebook, id: string, skip: number, asked: MapAsked, filter: ClaimFilter = {}): Promise<PlaceClaims> {
  const counted = await count(casebook, asked, filter);
  const row = rowsOf(counted, asked, filter).find((each) => rowId(each) === id);
  if (!row) throw new Fault('not-found', `no claim names a place ${id} here`, 'Look at the map without a filter; ids of places are those of /api/map.');
  const bearers = await bearersAt(casebook, filter);
  const isOfRow = (claim: ClaimRow): boolean => isAsked(claim, asked, filter) && counted.placer(placesIn(claim, bearers)).some((each) => each.row === row.id);
  const found =
    counted.read?.filter(isOfRow).slice(skip, skip + MOST_CLAIMS) ?? (await readUntil(casebook, await idsOf(casebook, row, counted, asked), isOfRow, skip));
  return { row: shown(row), claims: found, total: row.recorded + row.suggested };
}

/** Of what is on no map the id stands in addresses, where its words have no business. */
const rowId = ({ id, places }: WholeRow): string => (places.length > 0 ? id : `w_${base32(Buffer.from(hash('sha256', id).slice(0, 20), 'hex'))}`);
const shown = (row: WholeRow): MapRow => ({ ...shownRow(row), id: rowId(row) });

const isAsked = ({ kind, status }: Pick<ClaimRow, 'kind' | 'status'>, { families, recordedOnly }: MapAsked, filter: ClaimFilter): boolean =>
  (families === null || families.includes(familyOf(kind))) &&
  (filter.kind === undefined || filter.kind === kind) &&
  (status === 'recorded' || (status === 'suggested' && !recordedOnly)) &&
  (filter.status === undefined || filter.status === status);

const rowsOf = ({ tallies, placer }: Counted, asked: MapAsked, filter: ClaimFilter): readonly WholeRow[] =>
  buildPlaceMap(
    tallies.filter((tally) => isAsked(tally, asked, filter)),
    placer,
  );

/** Kinds and status are kept with what is counted; any other filter wants the claims themselves. */
function count(casebook: Casebook, { sensitive, recordedOnly }: MapAsked, filter: ClaimFilter): Promise<Counted> {
  const wanted = Object.keys(filter).filter((name) => name !== 'kind' && name !== 'status');
  if (wanted.length > 0) return countRead(casebook, sensitive, recordedOnly ? { status: 'recorded', ...filter } : filter);
  return sensitive ? withSensitive(casebook) : withoutSensitive(casebook);
}

async function countRead(casebook: Casebook, sensitive: boolean, filter: ClaimFilter): Promise<Counted> {
  const out = sensitive ? NOTHING_LEFT_OUT : await sensitiveNow(casebook);
  const [documents, ids, names, namedIn] = [new Set(out.documents), new Set(out.claims), new Set(out.names), new Set(out.namedIn)];
  const read = (await claims(casebook, filter)).filter(
    (claim) =>
      !documents.has(claim.document) &&
      !ids.has(claim.id) &&
      !(claim.status === 'suggested' ? namedIn.has(claim.document) : names.size > 0 && namesIn(claim.document, claim).some(({ id }) => names.has(id))),
  );
  const bearers = await bearersAt(casebook, filter);
  const tallies = read.flatMap((claim): readonly KindTally[] => {
    const [places, { kind, status }] = [placesIn(claim, bearers), claim];
    return places.length === 0 || (status !== 'recorded' && status !== 'suggested') ? [] : [{ places, kind, status, claims: 1 }];
  });
  return { tallies, placer: placerOf(tallies, await theGazetteer()), out, read, withoutSuggestions: false };
}

/** As the views count them: a suggestion's names are of nobody yet. */
function placesIn(claim: ClaimRow, { idOf, namesOf }: Bearers): readonly PlaceGiven[] {
  if (claim.status === 'suggested') return (claim.roles.place ?? []).map((words) => ({ words, group: null }));
  const named = namesIn(claim.document, claim).filter(({ part }) => part === 'place');
  return named.map(({ id, words }) => ({ words, group: namesOf(id).length > 1 ? idOf(id) : null }));
}

type Kept = Counted & { readonly state: string };

const keep =
  (sensitive: boolean) =>
  async (casebook: Casebook, before: Kept | null): Promise<Kept> => {
    const { reads } = casebook.store;
    const { last } = await reads
      .selectFrom('suggestion')
      .select(({ fn }) => fn.max('ordinal').as('last'))
      .executeTakeFirstOrThrow();
    // A consent can be over on another day, and suggestions stand beside the log.
    const state = `${await casebook.store.log.size()} ${last} ${casebook.now.toISOString().slice(0, 10)}`;
    if (before?.state === state) return before;
    const out = sensitive ? NOTHING_LEFT_OUT : await sensitiveNow(casebook);
    const suggested = await readSuggestedPlaces(reads, out, MOST_SUGGESTIONS);
    const tallies = [...(await readPlaceTallies(reads, out)), ...(suggested ?? [])];
    return { state, tallies, placer: placerOf(tallies, await theGazetteer()), out, read: null, withoutSuggestions: suggested === null };
  };

const [withoutSensitive, withSensitive] = [keptInMemory(keep(false)), keptInMemory(keep(true))];

/** Of those that may be of a row by its words: recorded claims, then suggestions. */
async function idsOf({ store: { reads } }: Casebook, { words, suggested }: WholeRow, { out }: Counted, { recordedOnly }: MapAsked) {
  const all = [...words.keys()];
  return [...(await claimsPlaced(reads, all, out)), ...(recordedOnly || suggested === 0 ? [] : await suggestionsPlaced(reads, all, out))];
}

/** Claims are read some at a time until there are enough that are wanted. O(skip + those given). */
async function readUntil({ store: { reads } }: Casebook, ids: readonly string[], isWanted: (claim: ClaimRow) => boolean, skip: number) {
  const found: ClaimRow[] = [];
  for (let from = 0; from < ids.length && found.length < skip + MOST_CLAIMS; from += AT_ONCE) {
    const some = await readClaims(reads, { ids: ids.slice(from, from + AT_ONCE), statuses: ['recorded', 'suggested'] });
    found.push(...some.filter(isWanted));
  }
  return found.slice(skip, skip + MOST_CLAIMS);
}

const AT_ONCE = 200;
