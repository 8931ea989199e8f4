// The record at the size of a team's work of years: how long each question takes, how fast the log is folded, how large the file is. Beside it the
// same passages in PostgreSQL's full text and in MiniSearch, in the same run.
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Casebook, surroundings } from '../src/desk/casebook.ts';
import { entity } from '../src/desk/entities.ts';
import { joins } from '../src/desk/joins.ts';
import { network } from '../src/desk/network.ts';
import { gaps, matrix, matrixBy } from '../src/desk/matrix.ts';
import { decide, undo } from '../src/desk/review.ts';
import { MOST_FOUND, search } from '../src/desk/search.ts';
import { spanOf } from '../src/record/cut-window.ts';
import { compileQuery, parseQuery } from '../src/record/search-query.ts';
import { findPassages } from '../src/views/passages.ts';
import { matrixStretch } from '../src/desk/stretches.ts';
import { timelineStretch, timelineWindow } from '../src/desk/timeline.ts';
import { driverTime } from './driver-time.ts';
import { pick } from './many-claims.ts';
import { HERO, joinHero, makeRecord, phrase, twoWords } from './record-casebook.ts';
import { otherSearches } from './other-searches.ts';

const CLAIMS = Number(process.env['ONRECORD_BENCH_CLAIMS'] ?? 1_000_000);
const ASKED = 40;

type Ask = (casebook: Casebook, n: number) => Promise<unknown>;

/** The passages alone, as the other engines give them. */
const passages = (casebook: Casebook, query: string): Promise<unknown> => {
  const asked = parseQuery(query).query;
  if (!asked) throw new Error(`nothing is asked by ${query}`);
  return findPassages(casebook.store.reads, compileQuery(asked), null, MOST_FOUND);
};

/** Of `n` questions, the time in milliseconds that 19 of 20 stay under, and the median. */
async function timesOf(casebook: Casebook, ask: Ask, many = ASKED): Promise<{ readonly p50: number; readonly p95: number }> {
  const times: number[] = [];
  for (let n = 0; n < many; n++) {
    const began = performance.now();
    await ask(casebook, n);
    times.push(performance.now() - began);
  }
  return middleAndLate(times);
}

function middleAndLate(times: readonly number[]): { readonly p50: number; readonly p95: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const of = (part: number): number => Number((sorted[Math.floor(sorted.length * part)] ?? Number.NaN).toPrecision(3));
  return { p50: of(0.5), p95: of(0.95) };
}

/**
 * Claims folded per second by the clock, and per second of the processor's time: of all threads, of the one that writes, and of that inside of SQLite
 * alone, which is what a second could come to at most. All entries of the log, from empty views.
 */
async function folding(casebook: Casebook): Promise<Record<string, number>> {
  const [began, before] = [performance.now(), process.cpuUsage()];
  const { thread, driver } = await driverTime(() => casebook.rebuild());
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(before);
  const per = (time: number): number => Math.round(CLAIMS / time);
  return {
    foldedPerSecond: per(seconds),
    foldedPerProcessorSecond: per((user + system) / 1e6),
    foldedPerSecondOfTheWriter: per(thread),
    foldedPerSecondInSQLite: per(driver),
  };
}

async function questions(folder: string): Promise<Record<string, unknown>> {
  const began = performance.now();
  const casebook = await Casebook.open(folder, 'read', surroundings(null));
  const openMs = Math.round(performance.now() - began);
  const { reads } = casebook.store;
  const { leader: hero } = await reads.selectFrom('joined').select('leader').where('sort', '=', 'name').executeTakeFirstOrThrow();
  const ids = (await reads.selectFrom('claim').select('id').orderBy('id').limit(ASKED).execute()).map(({ id }) => id);
  const first = performance.now();
  const { claims } = await entity(casebook, hero);
  const firstEntityMs = Math.round(performance.now() - first);
  const stretch = (n: number) => ({ year: 1981 + (n % 44), skip: 0, families: null, recordedOnly: true });
  const all = { families: null, recordedOnly: false, said: false } as const;
  const yearsFrom = (year: number, many: number) => ({ first: spanOf(year, 0).first, last: spanOf(year + many - 1, 0).last });
  const asks: Readonly<Record<string, Ask>> = {
    entityMs: (book) => entity(book, hero),
    timelinePageMs: (book, n) => timelineStretch(book, stretch(n)),
    timelineWholeMs: (book) => timelineWindow(book, { ...all, days: null }),
    timelineOfYearsMs: (book, n) => timelineWindow(book, { ...all, days: yearsFrom(1981 + (n % 40), 3) }),
    timelineOfAMonthMs: (book, n) => timelineWindow(book, { ...all, days: spanOf(1981 + (n % 44), 1 + (n % 12)) }),
    timelineOfOneMs: (book) => timelineWindow(book, { ...all, days: null, name: hero }),
    matrixPageMs: (book, n) => matrixStretch(book, stretch(n)),
    searchTwoWordsMs: (book, n) => search(book, twoWords(n).join(' ')),
    searchPhraseMs: (book, n) => search(book, `"${phrase(n).join(' ')}"`),
    passagesTwoWordsMs: (book, n) => passages(book, twoWords(n).join(' ')),
    passagesPhraseMs: (book, n) => passages(book, `"${phrase(n).join(' ')}"`),
    searchCommonWordMs: (book) => search(book, 'witness'),
    joinsOfAClaimMs: (book, n) => joins(book, ids[n % ids.length] ?? ''),
    networkAroundOneMs: (book) => network(book, { of: hero, to: null, depth: 1 }, {}),
  };
  const figures: Record<string, unknown> = { openMs, claimsOfTheEntity: claims, firstEntityMs };
  for (const [name, ask] of Object.entries(asks)) figures[name] = await timesOf(casebook, ask, name.startsWith('network') ? 5 : ASKED);
  await casebook.close();
  return { ...figures, ...(await matrixOfAll(folder)) };
}

const RECORDED = { status: 'recorded' } as const;

/** The whole matrix: the first of an open casebook, which looks through all claims; later ones, each asked otherwise; and such right after a review. */
async function matrixOfAll(folder: string): Promise<Record<string, unknown>> {
  const casebook = await Casebook.open(folder, 'write', surroundings('Mina Farhadi'));
  const [began, before] = [performance.now(), process.cpuUsage()];
  const { rows } = await matrix(casebook, RECORDED);
  const firstMs = Math.round(performance.now() - began);
  const { user, system } = process.cpuUsage(before);
  const kinds = [...new Set(rows.map(({ harm }) => harm.kind))];
  const places = [...new Set(rows.flatMap(({ harm }) => harm.claims.flatMap(({ roles }) => roles.place ?? [])))];
  const asks: readonly Ask[] = [
    (book) => matrix(book, RECORDED),
    (book, n) => matrix(book, { ...RECORDED, kind: pick(kinds, n) }),
    (book, n) => matrix(book, { ...RECORDED, at: String(1981 + (n % 44)) }),
    (book, n) => matrix(book, { ...RECORDED, entity: pick(places, n * 7) }),
    (book) => matrixBy(book, 'accused', RECORDED),
    (book) => gaps(book, RECORDED),
  ];
  const ask: Ask = (book, n) => pick(asks, n)(book, n);
  const later = await timesOf(casebook, ask);
  const claims = rows.map(({ harm }) => harm.claims[0]?.id ?? '').slice(0, ASKED);
  const after: number[] = [];
  for (const id of claims.slice(0, 10)) {
    for (const review of [() => undo(casebook, [id], null), () => decide(casebook, 'accept', [id], null)]) {
      await review();
      const asked = performance.now();
      await matrix(casebook, RECORDED);
      after.push(performance.now() - asked);
    }
  }
  await casebook.close();
  return {
    harms: rows.length,
    matrixOfAllHarmsFirst: { ms: firstMs, processorMs: Math.round((user + system) / 1000) },
    matrixOfAllHarmsLaterMs: later,
    matrixOfAllHarmsAfterAReviewMs: middleAndLate(after),
  };
}

/** `ONRECORD_BENCH_CLAIMS` makes it smaller than a million claims; `ONRECORD_BENCH_RECORD` names a casebook that was made before. */
export async function benchRecord(): Promise<Record<string, unknown>> {
  const kept = process.env['ONRECORD_BENCH_RECORD'];
  const scratch = kept === undefined ? await mkdtemp(join(tmpdir(), 'onrecord-bench-')) : null;
  const folder = kept ?? join(scratch ?? '', 'casebook');
  try {
    const began = performance.now();
    if (scratch !== null) await makeRecord(folder, CLAIMS);
    const makingS = scratch === null ? null : Math.round((performance.now() - began) / 1000);
    const casebook = await Casebook.open(folder, 'write', surroundings('Mina Farhadi'));
    const folded = await folding(casebook);
    if (scratch !== null) await joinHero(casebook);
    await casebook.close();
    const fileMB = Math.round((await stat(join(folder, 'record.db'))).size / 1e6);
    const targets =
      'entity 50, timeline page 50, matrix of 5,000 harms 300, search 150, joins 50 ms (p95); 20,000 claims folded a second; opening 500 ms; under 4,000 MB';
    return {
      targets,
      claims: CLAIMS,
      about: HERO,
      makingS,
      ...folded,
      fileMB,
      ...(await questions(folder)),
      ...(await otherSearches(CLAIMS)),
    };
  } finally {
    if (scratch !== null) await rm(scratch, { recursive: true, force: true });
  }
}
