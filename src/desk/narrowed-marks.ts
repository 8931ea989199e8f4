// The timeline's marks where it is narrowed to a name or by a clock: light rows, not whole claims, so that a hundred thousand of them can be cut to any
// window while a person zooms. They are made once, and again when something in the casebook changes.
import { by, canMeet, parseEdtf, readEdtf, type Edtf } from '../base/edtf.ts';
import type { Mark } from '../model/timeline.ts';
import { buildMark } from '../record/build-mark.ts';
import { inTime } from '../record/cut-window.ts';
import { selectClaims } from '../record/select-claims.ts';
import { readClaims } from '../views/read-claims.ts';
import { isParted, markOf, readMoments, readSaid, type MomentsAsked } from '../views/read-moments.ts';
import { decidedSince } from '../views/read-near.ts';
import type { Casebook } from './casebook.ts';
import { keptUntilChanged } from './kept-until-changed.ts';
import { narrowByNames, type NamesAsked } from './narrow-by-names.ts';
import { narrowByProceeding } from './narrow-by-proceeding.ts';
import { instantOf, type ClaimFilter } from './parse-filter.ts';

/** Both in order: of time, and of their ids. */
export type NarrowedMarks = { readonly dated: readonly Mark[]; readonly undated: readonly string[] };

/** `proceeding`: the id of one, `pr_…`, to be narrowed to its steps; null: not. */
type Narrowing = MomentsAsked & NamesAsked & { readonly proceeding: string | null };

/** Bytes of marks that are kept of a casebook, and that one takes, about. */
const KEPT = 128 * 1024 * 1024;
const OF_A_MARK = 160;

const kept = keptUntilChanged(KEPT);

/** What the clocks and the names leave. */
export async function narrowedMarks(casebook: Casebook, what: Narrowing, filter: ClaimFilter): Promise<NarrowedMarks> {
  // What a name is shown as is another for each who asks.
  if (filter.shown) return makeMarks(casebook, what, filter);
  return kept(casebook, [what, filter], async () => {
    const value = await makeMarks(casebook, what, filter);
    return { value, bytes: (value.dated.length + value.undated.length) * OF_A_MARK };
  });
}

async function makeMarks(casebook: Casebook, what: Narrowing, filter: ClaimFilter): Promise<NarrowedMarks> {
  const { dated, undated, parted } = await foundMarks(casebook, what, filter);
  const happened = filter.at === undefined ? dated : await thatCanHaveHappened(casebook, dated, parted, filter.at);
  const rest = filter.at === undefined ? undated : [];
  if (filter.saidBy === undefined) return { dated: happened, undated: rest };
  const until = parseEdtf(filter.saidBy);
  const said = await saidDays(casebook, [...happened.map(({ id }) => id), ...rest], (date) => (by(date, until) === 'not' ? null : date.first));
  return { dated: happened.filter(({ id }) => said.has(id)), undated: rest.filter((id) => said.has(id)) };
}

/** `parted`: ids of those whose days are not all between their first and last, which are read for it. */
async function thatCanHaveHappened(casebook: Casebook, marks: readonly Mark[], parted: ReadonlySet<string>, at: string): Promise<readonly Mark[]> {
  const then = parseEdtf(at);
  const rows = await readClaims(casebook.store.reads, { ids: [...parted], statuses: ['suggested', 'recorded'] });
  const fitting = new Set(selectClaims(rows, { at }).map(({ id }) => id));
  return marks.filter(({ id, first, last, hedge }) => {
    const stretches = [{ first: first ?? -Infinity, last: last ?? Infinity }];
    return parted.has(id) ? fitting.has(id) : canMeet({ stretches, approximate: hedge === '~' || hedge === '%' }, then);
  });
}

/** A day of the date on which each of these was said, as far as that is known and `dayOf` gives one. */
export async function saidDays(
  { store: { reads } }: Casebook,
  ids: readonly string[],
  dayOf: (date: Edtf) => number | null,
): Promise<ReadonlyMap<string, number>> {
  // Documents are of few different days: each is read once.
  const known = new Map<string, number | null>();
  const days = new Map<string, number>();
  for (const [id, said] of await readSaid(reads, ids)) {
    if (!known.has(said)) known.set(said, dayIn(said, dayOf));
    const day = known.get(said) ?? null;
    if (day !== null) days.set(id, day);
  }
  return days;
}

function dayIn(edtf: string, dayOf: (date: Edtf) => number | null): number | null {
  const date = readEdtf(edtf);
  return date && dayOf(date);
}

type Found = NarrowedMarks & { readonly parted: ReadonlySet<string> };

/** Those that stand, or stood, of what is asked for, whenever they happened. */
async function foundMarks(casebook: Casebook, { name, place, proceeding, ...what }: Narrowing, filter: ClaimFilter): Promise<Found> {
  const { reads } = casebook.store;
  const knownAt = instantOf(filter) ?? null;
  const named = await narrowByNames(casebook, { name, place }, filter);
  const narrowed = proceeding === null ? named : [...named, await narrowByProceeding(casebook, proceeding, filter)];
  // What was decided about since then may have said something else: it is read whole, as it stood.
  const since = new Set(knownAt === null ? [] : await decidedSince(reads, knownAt));
  const now = (await readMoments(reads, { ...what, ids: inAll(narrowed.map(({ ids }) => ids)), knownAt })).filter(({ id }) => !since.has(id));
  const dated = now.flatMap((row) => (row.day === null ? [] : [markOf(row)]));
  const undated = now.flatMap(({ id, day }) => (day === null ? [id] : []));
  const parted = new Set(now.flatMap((row) => (row.day !== null && isParted(row) ? [row.id] : [])));
  if (knownAt === null || since.size === 0) return { dated, undated, parted };
  const statuses = what.recordedOnly ? (['recorded'] as const) : (['suggested', 'recorded'] as const);
  const then = (await readClaims(reads, { ids: [...since], statuses, knownAt })).filter(
    (row) => (what.kinds?.includes(row.kind) ?? true) && narrowed.every(({ keeps }) => keeps(row)),
  );
  const marks = then.map((row) => ({ id: row.id, mark: buildMark(row) }));
  return {
    dated: [...dated, ...marks.flatMap(({ mark }) => mark ?? [])].toSorted(inTime),
    undated: [...undated, ...marks.flatMap(({ id, mark }) => (mark ? [] : [id]))].toSorted(),
    parted,
  };
}

/** What all of these have; null where there is nothing that they were narrowed by. */
function inAll(lists: readonly (readonly string[])[]): readonly string[] | null {
  const [first, ...others] = lists;
  if (!first) return null;
  return others.reduce<readonly string[]>((some, more) => {
    const wanted = new Set(more);
    return some.filter((id) => wanted.has(id));
  }, first);
}
