// Timeline and matrix a stretch at a time: of a large casebook, a page is read and not the whole, and what is left out is counted.
import { z } from 'zod';
import { MATRIX_BY, type Matrix, type MatrixBy, type MatrixStretch } from '../model/matrix.ts';
import type { ClaimRow } from '../model/answers.ts';
import { yearOf, type Timeline, type TimelineStretch, type YearCount } from '../model/timeline.ts';
import { FAMILIES, familyOf, KINDS, type Family, type Kind } from '../model/vocabulary.ts';
import { buildMatrix } from '../record/build-matrix.ts';
import { buildTimeline } from '../record/build-timeline.ts';
import { groupMatrix } from '../record/group-matrix.ts';
import type { Identity } from '../record/identity.ts';
import { proposeEvents } from '../record/propose-events.ts';
import { readAnswers } from '../views/read-answers.ts';
import { readClaims } from '../views/read-claims.ts';
import { readJudged } from '../views/read-judged.ts';
import { readDated, readUndated, readYears, type MomentsAsked } from '../views/read-moments.ts';
import type { Casebook } from './casebook.ts';
import type { ClaimFilter } from './parse-filter.ts';
import { FEW, judgedFor, matrix, timeline } from './questions.ts';
import { sources, weighMatrix } from './sources.ts';

/** From the beginning of a year on; null: from the first. `skip` so many of it. Families: null for all. */
export type Stretch = {
  readonly by?: MatrixBy;
  readonly year: number | null;
  readonly skip: number;
  readonly families: readonly Family[] | null;
  readonly recordedOnly: boolean;
};

const asked = z.object({
  year: z.coerce.number().int().min(-9999).max(9999).optional(),
  skip: z.coerce.number().int().min(0).default(0),
  families: z.string().optional(),
  'recorded-only': z.literal('yes').optional(),
  by: z.enum(MATRIX_BY).default('harm'),
});

export function parseStretch(query: unknown): Stretch {
  const { year, skip, families, 'recorded-only': recordedOnly, by } = asked.parse(query);
  const named = families === undefined ? null : FAMILIES.filter((family) => families.split(',').includes(family));
  return { by, year: year ?? null, skip, families: named, recordedOnly: recordedOnly === 'yes' };
}

/** Marks of the timeline that are given at once. */
const MOMENTS = 300;
const SHOWN = ['suggested', 'recorded'] as const;

/** With a clock fixed, the record as it stood is made first, all of it, and the stretch is taken from that. */
export async function timelineStretch(casebook: Casebook, stretch: Stretch, filter: ClaimFilter = {}): Promise<TimelineStretch> {
  if (isFixed(filter)) return stretchOf(await timeline(casebook, { ...filter, ...(stretch.recordedOnly ? { status: 'recorded' } : {}) }), stretch);
  const { reads } = casebook.store;
  const { families, recordedOnly } = stretch;
  const what: MomentsAsked = { kinds: families && KINDS.filter((kind) => families.includes(familyOf(kind))), recordedOnly };
  const years = await readYears(reads, what);
  const ids = await readDated(reads, what, { ...stretch, most: MOMENTS });
  const undated = await readUndated(reads, what, MOMENTS);
  const rows = await readClaims(reads, { ids: [...ids, ...undated.ids], statuses: SHOWN });
  return { ...buildTimeline(rows), years, ...beyond(years, stretch, ids.length), undatedInAll: undated.total };
}

const isFixed = ({ at, saidBy, knownBy }: ClaimFilter): boolean => at !== undefined || saidBy !== undefined || knownBy !== undefined;

function stretchOf({ dated, undated }: Timeline, stretch: Stretch): TimelineStretch {
  const { families, year, skip } = stretch;
  const isShown = ({ kind }: ClaimRow): boolean => families === null || families.includes(familyOf(kind));
  const shown = dated.filter(({ claim }) => isShown(claim));
  const years = [...Map.groupBy(shown, yearOf)]
    .map(([each, items]): YearCount => {
      const recorded = items.filter(({ claim }) => claim.status === 'recorded').length;
      return { year: each, recorded, suggested: items.length - recorded };
    })
    .toSorted((a, b) => a.year - b.year);
  const here = shown.filter((item) => year === null || yearOf(item) >= year).slice(skip, skip + MOMENTS);
  const rest = undated.filter(isShown);
  return { dated: here, undated: rest.slice(0, MOMENTS), years, ...beyond(years, stretch, here.length), undatedInAll: rest.length };
}

export function beyond(
  years: readonly YearCount[],
  { year, skip }: Pick<Stretch, 'year' | 'skip'>,
  shown: number,
): { readonly before: number; readonly after: number } {
  const count = (some: readonly YearCount[]): number => some.reduce((sum, { recorded, suggested }) => sum + recorded + suggested, 0);
  const before = (year === null ? 0 : count(years.filter((each) => each.year < year))) + skip;
  return { before, after: Math.max(0, count(years) - before - shown) };
}

/** Claims of harms that rows are made of at once, where there are more. */
const HARMS = 50;
const HARM_KINDS: readonly Kind[] = KINDS.filter((kind) => familyOf(kind) === 'harm');

export async function matrixStretch(casebook: Casebook, stretch: Stretch, filter: ClaimFilter = {}): Promise<MatrixStretch> {
  const { reads } = casebook.store;
  const { all } = await reads
    .selectFrom('moment')
    .where('status', 'in', SHOWN)
    .select(({ fn }) => fn.countAll<number>().as('all'))
    .executeTakeFirstOrThrow();
  if (all <= FEW || isFixed(filter)) {
    const found = await matrix(casebook, filter);
    const { identity } = await judgedFor(casebook, filter);
    return { ...found, groups: groupsBy(found, stretch, identity), whole: true, years: [], before: 0, after: 0, undated: 0 };
  }
  const what: MomentsAsked = { kinds: HARM_KINDS, recordedOnly: false };
  const years = await readYears(reads, what);
  const ids = await readDated(reads, what, { ...stretch, most: HARMS });
  const undated = await readUndated(reads, what, 0);
  const harms = await readClaims(reads, { ids, statuses: SHOWN });
  const rows = await readClaims(reads, { ids: [...ids, ...(await readAnswers(reads, harms))], statuses: SHOWN });
  const judged = await readJudged(reads);
  const shown = proposeEvents(rows, judged).filter(({ claims }) => claims.some(({ id }) => ids.includes(id)));
  const made = weighMatrix(buildMatrix(shown, rows, casebook.now.toISOString().slice(0, 10), judged.identity), await sources(casebook, rows, judged));
  return { ...made, groups: groupsBy(made, stretch, judged.identity), whole: false, years, ...beyond(years, stretch, ids.length), undated: undated.total };
}

const groupsBy = (found: Matrix, { by = 'harm' }: Stretch, identity: Identity) => (by === 'harm' ? [] : groupMatrix(found, by, identity));
