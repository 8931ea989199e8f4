// The timeline: a list of it a stretch at a time, and what is drawn of it between two days. Of a large casebook the index is read and not the claims;
// narrowed to a name or by a clock, it is cut from marks that are made once and kept until something is recorded.
import { z } from 'zod';
import { parseEdtf } from '../base/edtf.ts';
import type { Days, Mark, TimelineStretch, TimelineWindow, YearCount } from '../model/timeline.ts';
import { FAMILIES, familyOf, KINDS, type Family } from '../model/vocabulary.ts';
import { buildTimeline } from '../record/build-timeline.ts';
import { cutWindow, dayOf, yearOfMark } from '../record/cut-window.ts';
import { selectClaims } from '../record/select-claims.ts';
import { readClaims } from '../views/read-claims.ts';
import { countBefore, readDated, readUndated, readYears, type MomentsAsked } from '../views/read-moments.ts';
import { readWindow } from '../views/read-window.ts';
import { jdnToGregorian } from '../base/calendar.ts';
import type { Casebook } from './casebook.ts';
import { narrowedMarks, saidDays, type NarrowedMarks } from './narrowed-marks.ts';
import { instantOf, type ClaimFilter } from './parse-filter.ts';
import { beyond } from './stretches.ts';

/** What of the timeline is asked for, beside the clocks. Null: not narrowed by that; families: all. */
export type TimelineAsked = {
  readonly families: readonly Family[] | null;
  readonly recordedOnly: boolean;
  /** Somebody or something that recorded claims name, `n_…`; suggestions that may name it are among what is given. */
  readonly name?: string | null;
  /** The same of where it happened. */
  readonly place?: string | null;
  /** The steps of one, `pr_…`. */
  readonly proceeding?: string | null;
};

/** A stretch begins at a day, or in a year; null: with the first. `skip` so many of it. */
export type StretchAsked = TimelineAsked & { readonly year: number | null; readonly from?: number | null; readonly skip: number };

/** `days`: null for all of it. `said`: whether each mark is to tell when it was said. */
export type WindowAsked = TimelineAsked & { readonly days: Days | null; readonly said: boolean };

const shared = {
  families: z.string().optional(),
  'recorded-only': z.literal('yes').optional(),
  name: z.string().optional(),
  place: z.string().optional(),
  proceeding: z.string().optional(),
};
const stretchWords = z.object({
  ...shared,
  year: z.coerce.number().int().min(-9999).max(9999).optional(),
  from: z.string().optional(),
  skip: z.coerce.number().int().min(0).default(0),
});
const windowWords = z.object({ ...shared, from: z.string().optional(), to: z.string().optional(), said: z.literal('yes').optional() });

function asked({ families, 'recorded-only': recordedOnly, name, place, proceeding }: z.infer<z.ZodObject<typeof shared>>): TimelineAsked {
  const named = families === undefined ? null : FAMILIES.filter((family) => families.split(',').includes(family));
  return { families: named, recordedOnly: recordedOnly === 'yes', name: name ?? null, place: place ?? null, proceeding: proceeding ?? null };
}

/** Throws a Fault 'bad-date' where `from` is no date. */
export function parseStretchAsked(query: unknown): StretchAsked {
  const words = stretchWords.parse(query);
  return { ...asked(words), year: words.year ?? null, from: words.from === undefined ? null : dayIn(words.from, 'first'), skip: words.skip };
}

/** Throws a Fault 'bad-date' where `from` or `to` is no date. Both or none; the earlier of them is the beginning. */
export function parseWindowAsked(query: unknown): WindowAsked {
  const words = windowWords.parse(query);
  const [from, to] = [words.from, words.to].map((date) => (date === undefined ? null : parseEdtf(date)));
  const days =
    from && to
      ? { first: Math.min(dayIn(from.edtf, 'first'), dayIn(to.edtf, 'first')), last: Math.max(dayIn(from.edtf, 'last'), dayIn(to.edtf, 'last')) }
      : null;
  return { ...asked(words), days, said: words.said === 'yes' };
}

/** The first or last day of a date; of an open one, the day that there is. */
function dayIn(date: string, end: 'first' | 'last'): number {
  const { first, last } = parseEdtf(date);
  return end === 'first' ? (Number.isFinite(first) ? first : last) : Number.isFinite(last) ? last : first;
}

/** Claims of the list that are given at once. */
const AT_ONCE = 300;
const SHOWN = ['suggested', 'recorded'] as const;

/** Earliest first. Costs as much as it gives, and where it is narrowed, O(claims and suggestions that it is narrowed to) when first asked. */
export async function timelineStretch(casebook: Casebook, stretch: StretchAsked, filter: ClaimFilter = {}): Promise<TimelineStretch> {
  const { reads } = casebook.store;
  const marks = await marksOf(casebook, stretch, filter);
  const { ids, undated, ...counts } = marks ? stretchOf(marks, stretch) : await readStretch(casebook, stretch, filter);
  const knownAt = instantOf(filter);
  const rows = await readClaims(reads, { ids: [...ids, ...undated], statuses: SHOWN, ...(knownAt === undefined ? {} : { knownAt }) });
  // Of what is given, what fits a clock only possibly says so.
  const { at, saidBy } = filter;
  const fitted = selectClaims(rows, { ...(at === undefined ? {} : { at }), ...(saidBy === undefined ? {} : { saidBy }) });
  return { ...buildTimeline(fitted), ...counts };
}

/** What is drawn between two days: bounded, however many claims there are. */
export async function timelineWindow(casebook: Casebook, { days, said, ...what }: WindowAsked, filter: ClaimFilter = {}): Promise<TimelineWindow> {
  const marks = await marksOf(casebook, what, filter);
  const window = marks ? cutWindow(marks.dated, days) : await readWindow(casebook.store.reads, momentsAsked(what, filter), days);
  return said && window.marks ? { ...window, marks: await withSaid(casebook, window.marks) } : window;
}

/** Null where nothing narrows it but kinds and status, which the index knows. */
async function marksOf(
  casebook: Casebook,
  { name = null, place = null, proceeding = null, ...what }: TimelineAsked,
  filter: ClaimFilter,
): Promise<NarrowedMarks | null> {
  const { at, saidBy, knownBy, entity } = filter;
  if ([name, place, proceeding].every((each) => each === null) && [at, saidBy, knownBy, entity].every((each) => each === undefined)) return null;
  return narrowedMarks(casebook, { ...momentsAsked(what, filter), name, place, proceeding }, filter);
}

function momentsAsked({ families, recordedOnly }: TimelineAsked, { kind }: ClaimFilter): MomentsAsked {
  if (families === null && kind === undefined) return { kinds: null, recordedOnly };
  return { kinds: KINDS.filter((each) => (families?.includes(familyOf(each)) ?? true) && (kind ?? each) === each), recordedOnly };
}

async function withSaid(casebook: Casebook, marks: readonly Mark[]): Promise<readonly Mark[]> {
  const ids = marks.map(({ id }) => id);
  const days = await saidDays(casebook, ids, ({ first, last }) => [first, last].find(Number.isFinite) ?? null);
  return marks.map((mark) => {
    const said = days.get(mark.id);
    return said === undefined ? mark : { ...mark, said };
  });
}

type Stretched = Omit<TimelineStretch, 'dated' | 'undated'> & { readonly ids: readonly string[]; readonly undated: readonly string[] };

async function readStretch({ store: { reads } }: Casebook, stretch: StretchAsked, filter: ClaimFilter): Promise<Stretched> {
  const what = momentsAsked(stretch, filter);
  const years = await readYears(reads, what);
  const { year, day } = beginning(stretch);
  const ids = await readDated(reads, what, { year, day, skip: stretch.skip, most: AT_ONCE });
  const undated = await readUndated(reads, what, AT_ONCE);
  const inYear = year === null || day === null ? 0 : await countBefore(reads, what, year, day);
  return { ids, undated: undated.ids, years, ...beyond(years, { year, skip: inYear + stretch.skip }, ids.length), undatedInAll: undated.total };
}

function stretchOf({ dated, undated }: NarrowedMarks, stretch: StretchAsked): Stretched {
  const years = [...Map.groupBy(dated, yearOfMark)].map(([year, marks]): YearCount => {
    const recorded = marks.filter(({ status }) => status === 'recorded').length;
    return { year, recorded, suggested: marks.length - recorded };
  });
  const { year, day } = beginning(stretch);
  const begins = (mark: Mark): boolean => (day === null ? year === null || yearOfMark(mark) >= year : dayOf(mark) >= day);
  const after = dated.filter(begins);
  const ids = after.slice(stretch.skip, stretch.skip + AT_ONCE).map(({ id }) => id);
  const before = dated.length - after.length + stretch.skip;
  return { ids, undated: undated.slice(0, AT_ONCE), years, before, after: Math.max(0, dated.length - before - ids.length), undatedInAll: undated.length };
}

const beginning = ({ year, from = null }: StretchAsked) => ({ year: from === null ? year : jdnToGregorian(from).year, day: from });
