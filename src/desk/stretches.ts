// The matrix a stretch at a time: of a large casebook, a page is read and not the whole, and what is left out is counted.
import { z } from 'zod';
import { MATRIX_BY, type Matrix, type MatrixBy, type MatrixStretch } from '../model/matrix.ts';
import type { YearCount } from '../model/timeline.ts';
import { FAMILIES, familyOf, KINDS, type Family, type Kind } from '../model/vocabulary.ts';
import { buildMatrix, gapsOf } from '../record/build-matrix.ts';
import { groupMatrix } from '../record/group-matrix.ts';
import type { Identity } from '../record/identity.ts';
import { proposeEvents } from '../record/propose-events.ts';
import { readAnswers } from '../views/read-answers.ts';
import { readClaims } from '../views/read-claims.ts';
import { readJudged } from '../views/read-judged.ts';
import { readLinks } from '../views/read-links.ts';
import { readDated, readUndated, readYears, type MomentsAsked } from '../views/read-moments.ts';
import type { Casebook } from './casebook.ts';
import type { ClaimFilter } from './parse-filter.ts';
import { matrix } from './matrix.ts';
import { holdsFew, judgedFor } from './questions.ts';
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

const SHOWN = ['suggested', 'recorded'] as const;

const isFixed = ({ at, saidBy, knownBy }: ClaimFilter): boolean => at !== undefined || saidBy !== undefined || knownBy !== undefined;

/** How many stand before and after a stretch of which so many are shown. */
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
  if (isFixed(filter) || (await holdsFew(casebook))) {
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
  const links = (await readLinks(reads, null)).filter(({ undone }) => !undone);
  const made = weighMatrix(buildMatrix(shown, rows, casebook.now.toISOString().slice(0, 10), { ...judged, links }), await sources(casebook, rows, judged));
  return { ...made, groups: groupsBy(made, stretch, judged.identity), whole: false, years, ...beyond(years, stretch, ids.length), undated: undated.total };
}

/** Of a stretch of the matrix, the harms to which nothing that stands there is an answer. */
export async function gapsStretch(casebook: Casebook, stretch: Stretch, filter: ClaimFilter = {}): Promise<MatrixStretch> {
  const found = await matrixStretch(casebook, { ...stretch, by: 'harm' }, filter);
  return { ...found, rows: gapsOf(found) };
}

const groupsBy = (found: Matrix, { by = 'harm' }: Stretch, identity: Identity) => (by === 'harm' ? [] : groupMatrix(found, by, identity));
