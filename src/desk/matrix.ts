// What was done about harms, asked of a casebook: the whole matrix, narrowed by filters, by clocks, and put together under accused, places or years.
import type { ClaimRow } from '../model/answers.ts';
import type { EventRow } from '../model/event.ts';
import type { Gaps, Matrix, MatrixGrouped, MatrixRow } from '../model/matrix.ts';
import { familyOf, KINDS, type Kind } from '../model/vocabulary.ts';
import { buildMatrix, gapsOf, mayAnswer } from '../record/build-matrix.ts';
import { groupMatrix } from '../record/group-matrix.ts';
import { kinKinds, proposeEvents } from '../record/propose-events.ts';
import { selectClaims } from '../record/select-claims.ts';
import { readKinds } from '../views/read-claims.ts';
import type { Casebook } from './casebook.ts';
import { groundsOf, type Grounds } from './matrix-grounds.ts';
import { matrixPool } from './matrix-pool.ts';
import { instantOf, type ClaimFilter } from './parse-filter.ts';
import { asItStood, asOf, claims, labelled } from './questions.ts';
import { sources, weighMatrix } from './sources.ts';

export async function matrix(casebook: Casebook, filter: ClaimFilter): Promise<Matrix> {
  return (await judgedMatrix(casebook, filter)).found;
}

/** The same harms by accused, place or year, as their claims give it. */
export async function matrixBy(casebook: Casebook, by: MatrixGrouped['by'], filter: ClaimFilter): Promise<MatrixGrouped> {
  const { found, judged } = await judgedMatrix(casebook, filter);
  return { ...found, by, rows: groupMatrix(found, by, judged.identity) };
}

/** Harms with no answer in this record. `asOf` is the day as of which none was found. */
export async function gaps(casebook: Casebook, filter: ClaimFilter): Promise<Gaps> {
  const found = await matrix(casebook, filter);
  return { rows: gapsOf(found), asOf: found.asOf };
}

/** What a matrix is made of, as a filter leaves the record. */
type Told = Pick<Grounds, 'judged' | 'links' | 'together'> & {
  readonly rows: readonly ClaimRow[];
  readonly made: Map<string, unknown>;
  readonly ofParts: Map<string, unknown>;
};

/** Of the harms that the filter keeps, or to which an answer names whom it asks for: what was done about them may be of any kind, time, document and name. */
async function judgedMatrix(casebook: Casebook, filter: ClaimFilter): Promise<{ readonly found: Matrix; readonly judged: Grounds['judged'] }> {
  const told = await toldFor(casebook, filter);
  const { judged, made } = told;
  const key = JSON.stringify([asOf(casebook, filter), filter]);
  // What a name is shown as is another for each who asks.
  const known = filter.shown ? undefined : (made.get(key) as Matrix | undefined);
  if (known) return { found: known, judged };
  const all = builtOf(casebook, told, filter);
  const rows = await keptRows(casebook, all.rows, filter);
  const harms = rows.flatMap(({ harm }) => harm.claims);
  const found = weighMatrix({ ...all, rows }, await sources(casebook, harms, judged));
  if (!filter.shown) keepMade(made, key, found);
  return { found, judged };
}

/** So many answers are kept of one state of the record. */
const MOST_MADE = 40;

function keepMade(made: Map<string, unknown>, key: string, value: unknown): void {
  const [oldest] = made.keys();
  if (made.size >= MOST_MADE && oldest !== undefined) made.delete(oldest);
  made.set(key, value);
}

async function toldFor(casebook: Casebook, filter: ClaimFilter): Promise<Told> {
  const { status, knownBy } = filter;
  if (knownBy === undefined && (status === undefined || status === 'recorded')) return matrixPool(casebook, status === 'recorded');
  const grounds = await groundsOf(casebook, null, instantOf(filter));
  const kinds = [...HARMS_AND_ANSWERS, ...(await readKinds(casebook.store.reads, [...grounds.together]))];
  return { ...grounds, rows: await claims(casebook, asItStood(filter), kinds), made: new Map(), ofParts: new Map() };
}

/** All harms of the time that is asked for, with what was done about them; not weighed. */
function builtOf(casebook: Casebook, { rows: all, judged, links, made, ofParts }: Told, filter: ClaimFilter): Matrix {
  const { at, saidBy } = filter;
  const day = asOf(casebook, filter);
  const key = JSON.stringify(['built', day, at, saidBy]);
  const known = made.get(key) as Matrix | undefined;
  if (known) return known;
  const rows = saidBy === undefined ? all : selectClaims(all, { saidBy });
  const joined = new Set(judged.happenings.flatMap(({ left, right }) => [left, right]));
  const harms = rows.filter(({ id, kind }) => isOfHarms(kind) || joined.has(id));
  const events =
    at === undefined && saidBy === undefined
      ? eventsByKin(harms, judged, ofParts)
      : proposeEvents(at === undefined ? harms : selectClaims(harms, { at }), judged);
  const built = buildMatrix(events, rows, day, { ...judged, links });
  keepMade(made, key, built);
  return built;
}

/** What was proposed of the claims of one kin. */
type Proposed = { readonly of: readonly ClaimRow[]; readonly judged: Grounds['judged']; readonly events: readonly EventRow[] };

/**
 * The happenings of harms, those of one kin of kinds (killings, arrests) at a time: claims of two kins never tell of the same unless people say so, so
 * that of the kins where nothing changed, they are those that were proposed before. What people joined across kins is told as one kin.
 */
function eventsByKin(harms: readonly ClaimRow[], judged: Grounds['judged'], before: Map<string, unknown>): readonly EventRow[] {
  const isMixed = new Set(judged.happenings.flatMap(({ left, right }) => [left, right]));
  const mixed = new Set(harms.filter(({ id }) => isMixed.has(id)).map(({ kind }) => kinOf(kind)));
  const order = new Map(harms.map(({ id }, n) => [id, n]));
  const kins = Map.groupBy(harms, ({ kind }) => (mixed.has(kinOf(kind)) ? 'joined' : kinOf(kind)));
  const all = [...kins].flatMap(([kin, of]) => {
    const known = before.get(kin) as Proposed | undefined;
    const isSame = known?.judged === judged && known.of.length === of.length && known.of.every((claim, n) => claim === of[n]);
    const events = isSame ? known.events : proposeEvents(of, judged);
    before.set(kin, { of, judged, events } satisfies Proposed);
    return events;
  });
  const rank = ({ claims: [first] }: EventRow): number => order.get(first?.id ?? '') ?? 0;
  return all.toSorted((a, b) => rank(a) - rank(b));
}

const kinOf = (kind: Kind): Kind => kinKinds(kind)[0] ?? kind;

async function keptRows(casebook: Casebook, rows: readonly MatrixRow[], filter: ClaimFilter): Promise<readonly MatrixRow[]> {
  const { document, kind, entity, at, label } = filter;
  if ([document, kind, entity, at, label].every((each) => each === undefined)) return rows;
  const shown = new Map(rows.flatMap((row) => asked(row, filter).map((claim) => [claim.id, claim] as const)));
  const kept = new Set((await labelled(casebook, selectClaims([...shown.values()], filter), filter)).map(({ id }) => id));
  return rows.filter((row) => asked(row, filter).some(({ id }) => kept.has(id)));
}

/** Which of its claims a filter has to keep one of. */
const asked = (row: MatrixRow, { entity }: ClaimFilter): readonly ClaimRow[] =>
  entity === undefined ? row.harm.claims : [...row.harm.claims, ...answersOf(row)];

const answersOf = ({ cells, inaction, denials }: MatrixRow): readonly ClaimRow[] =>
  [...Object.values(cells).flat(), ...inaction, ...denials].map(({ claim: of }) => of);

const isOfHarms = (kind: Kind): boolean => kinKinds(kind).some((kin) => familyOf(kin) === 'harm');

/** All that a matrix is made of, but for what people joined with harms, or said that these led to. */
const HARMS_AND_ANSWERS: readonly Kind[] = KINDS.filter((kind) => isOfHarms(kind) || mayAnswer(kind));
