// Happenings and proceedings a page at a time: of a large casebook, some claims are read with what hangs together with them, and not all.
import { z } from 'zod';
import { foldedWords, soughtWords } from '../base/fold.ts';
import type { ClaimRow } from '../model/answers.ts';
import type { ContradictionRow } from '../model/contradiction.ts';
import type { EventRow } from '../model/event.ts';
import type { ProceedingRow } from '../model/proceeding.ts';
import type { RecordPage } from '../model/record-page.ts';
import type { Kind } from '../model/vocabulary.ts';
import { LEGAL_KINDS } from '../record/ladder.ts';
import { NO_VEIL, type Veil } from '../record/veil.ts';
import { countWorded, findWorded, matchBeginnings } from '../views/find-words.ts';
import { readDated, readUndated, readYears } from '../views/read-moments.ts';
import type { Casebook } from './casebook.ts';
import { contradictions, contradictionsOf } from './contradictions.ts';
import { events, eventsAround } from './events.ts';
import type { ClaimFilter } from './parse-filter.ts';
import { proceedings, proceedingsAround } from './proceedings-around.ts';
import { wordedAsShown } from './search-veiled.ts';
import { FEW, holdsFew, judgedFor } from './questions.ts';
import { beyond } from './stretches.ts';

/** `words`: what a row has, each at least as the beginning of a word. `year`: from its beginning on; null: from the first. `veil`: words are those that are shown. */
export type PageAsked = { readonly words: string; readonly year: number | null; readonly skip: number; readonly veil?: Veil };

const asked = z.object({
  words: z.string().max(400).default(''),
  year: z.coerce.number().int().min(-9999).max(9999).optional(),
  skip: z.coerce.number().int().min(0).default(0),
});

export function parsePageAsked(query: unknown, veil: Veil = NO_VEIL): PageAsked {
  const { words, year, skip } = asked.parse(query);
  return { words, year: year ?? null, skip, veil };
}

/** Rows of a page of what is looked through as a whole. */
const ROWS = 200;
/** Claims of a page where there are too many for that. */
const CLAIMS = 30;

/** `few`: as many claims and suggestions are looked through as a whole. */
export async function eventsPage(casebook: Casebook, page: PageAsked, filter: ClaimFilter, few = FEW): Promise<RecordPage<EventRow>> {
  if (await isWhole(casebook, filter, few)) return cut(await events(casebook, filter), page, wordsOfEvent);
  const { ids, ...rest } = await seeds(casebook, page, filter, filter.kind === undefined ? null : [filter.kind]);
  const found = await eventsAround(casebook, ids, await judgedFor(casebook, filter), filter);
  return { rows: found.filter(({ claims }) => claims.some(({ id }) => ids.includes(id))), ...rest };
}

export async function proceedingsPage(casebook: Casebook, page: PageAsked, filter: ClaimFilter, few = FEW): Promise<RecordPage<ProceedingRow>> {
  if (await isWhole(casebook, filter, few)) return cut(await proceedings(casebook, filter), page, wordsOfProceeding);
  const { ids, ...rest } = await seeds(casebook, page, filter, LEGAL_KINDS);
  return { rows: await proceedingsAround(casebook, ids, filter), ...rest };
}

export async function contradictionsPage(casebook: Casebook, page: PageAsked, filter: ClaimFilter, few = FEW): Promise<RecordPage<ContradictionRow>> {
  if (await isWhole(casebook, filter, few)) return cut(await contradictions(casebook, filter), page, wordsOfSides);
  const { ids, ...rest } = await seeds(casebook, page, { ...filter, status: 'recorded' }, null);
  return { rows: await contradictionsOf(casebook, ids, filter), ...rest };
}

/** What stood at another time, or bears a label, is found by no index of times. */
async function isWhole(casebook: Casebook, { at, saidBy, knownBy, label, entity, document }: ClaimFilter, few: number): Promise<boolean> {
  return [at, saidBy, knownBy, label, entity, document].some((each) => each !== undefined) || holdsFew(casebook, few);
}

function cut<Row>(all: readonly Row[], { words, skip, veil = NO_VEIL }: PageAsked, wordsOf: (row: Row) => string): RecordPage<Row> {
  const wanted = foldedWords(words);
  const has = (row: Row): boolean => {
    const own = foldedWords(veil.named(wordsOf(row)));
    return wanted.every((word) => own.some((each) => each.startsWith(word)));
  };
  const fit = wanted.length === 0 ? all : all.filter(has);
  const rows = fit.slice(skip, skip + ROWS);
  return { rows, whole: true, years: [], before: skip, shown: rows.length, after: fit.length - skip - rows.length, undated: 0 };
}

const rolesOf = (claims: readonly ClaimRow[]): readonly string[] => claims.flatMap(({ roles }) => Object.values(roles).flat());
const wordsOfSides = ({ left, right }: ContradictionRow): string => rolesOf([...left.claims, ...right.claims]).join(' ');
const wordsOfEvent = ({ label, claims }: EventRow): string => [label, ...rolesOf(claims)].join(' ');
const wordsOfProceeding = ({ accused, steps }: ProceedingRow): string => [accused, ...rolesOf(steps.map(({ claim }) => claim))].join(' ');

type Seeds = Omit<RecordPage<never>, 'rows'> & { readonly ids: readonly string[] };

/** The claims of a page: those that have the words, the newest first; else those of a stretch of time. */
async function seeds(
  { store: { reads } }: Casebook,
  { words, year, skip, veil = NO_VEIL }: PageAsked,
  { status }: ClaimFilter,
  kinds: readonly Kind[] | null,
): Promise<Seeds> {
  const wanted = soughtWords(words);
  const recordedOnly = status === 'recorded';
  if (wanted.length > 0) {
    const match = matchBeginnings(wanted);
    const narrow = { kinds, ...(recordedOnly ? { statuses: ['recorded'] as const } : {}) };
    const shown = wanted.some((word) => veil.touches(word, true)) ? (await wordedAsShown(reads, wanted, veil, narrow)).map(({ id }) => id) : null;
    const found = shown ?? (await findWorded(reads, match, narrow, skip + CLAIMS));
    const all = shown ? shown.length : await countWorded(reads, match, narrow, MOST_COUNTED);
    const ids = found.slice(skip, skip + CLAIMS);
    return { ids, whole: false, years: [], before: skip, shown: ids.length, after: Math.max(0, all - skip - ids.length), undated: 0 };
  }
  const what = { kinds, recordedOnly };
  const years = await readYears(reads, what);
  const ids = await readDated(reads, what, { year, skip, most: CLAIMS });
  const { total } = await readUndated(reads, what, 0);
  return { ids, whole: false, years, ...beyond(years, { year, skip }, ids.length), shown: ids.length, undated: total };
}

/** More are not counted. */
const MOST_COUNTED = 10_000;
