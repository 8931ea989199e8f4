// What was done about it: a row for each harm that the claims tell of, a column for each kind of answer. A filled cell
// holds claims and why each is proposed to answer this harm; a blank says only that none was found in this record.
import { canMeet, readEdtf, widened } from '../base/edtf.ts';
import { foldedWords } from '../base/fold.ts';
import { overlap } from '../base/span.ts';
import { nameKey } from '../names/name-key.ts';
import type { ClaimRow } from '../model/answers.ts';
import type { EventRow } from '../model/event.ts';
import type { Matrix, MatrixColumn, MatrixMark, MatrixRow } from '../model/matrix.ts';
import { familyOf, kindEntry, type Kind } from '../model/vocabulary.ts';
import table from './columns.json' with { type: 'json' };
import type { Identity } from './identity.ts';
import { sameOrKin } from './propose-events.ts';

/** The columns, in the order of the law's course; `proceeding` tells the steps of the law from other answers. */
type Column = MatrixColumn & { readonly proceeding: boolean };
const COLUMNS = table as readonly Column[];

const columnOf = new Map<Kind, Column>(COLUMNS.flatMap((column) => column.kinds.map((kind): [Kind, Column] => [kind, column])));

/** Whether a row shows any step of the law; answers outside the law, denials and said inaction do not count as one. */
export const hasProceeding = (row: MatrixRow): boolean => COLUMNS.some((column) => column.proceeding && row.cells[column.id] !== undefined);

/**
 * The matrix of `events` (as proposed from `claims`), as the record stood on the ISO day `asOf`. Origins and figures are the caller's to weigh.
 *
 * O(answers × harms).
 */
export function buildMatrix(events: readonly EventRow[], claims: readonly ClaimRow[], asOf: string, identity: Identity): Matrix {
  const answers = claims.flatMap((claim): readonly Answer[] => {
    const place = placeOf(claim);
    return place ? [{ claim, place, lastDay: lastDay(claim) }] : [];
  });
  const told: Told = { answers, denials: claims.filter(isDenialOfHarm), identity, asOf };
  const rows = events
    .filter((event) => familyOf(event.kind) === 'harm')
    .map((harm) => ({ harm, begins: firstDay(harm) }))
    .toSorted((a, b) => byFirstDay(a.begins, b.begins))
    .map(({ harm, begins }) => rowOf(harm, begins, told));
  return { columns: COLUMNS.map(({ id, label, kinds }) => ({ id, label, kinds })), rows, asOf };
}

/** A claim that may answer a harm, and the last day on which it can have been given; null where that is not known. */
type Answer = { readonly claim: ClaimRow; readonly place: Column | 'inaction'; readonly lastDay: number | null };

type Told = { readonly answers: readonly Answer[]; readonly denials: readonly ClaimRow[]; readonly identity: Identity; readonly asOf: string };

/** `begins` is the first day of the harm: what was done before it answers something else. */
function rowOf(harm: EventRow, begins: number | null, { answers, denials, identity, asOf }: Told): MatrixRow {
  const row = {
    harm,
    days: daysSince(begins, asOf),
    origins: 0,
    figures: [],
    cells: {} as Record<string, MatrixMark[]>,
    inaction: [] as MatrixMark[],
    denials: [] as MatrixMark[],
  };
  for (const claim of denials) if (isDenialOf(claim, harm, identity)) row.denials.push({ claim, why: `the same is said not to have happened` });
  for (const { claim, place, lastDay: given } of answers) {
    const why = given !== null && begins !== null && given < begins ? null : link(claim, harm, identity);
    if (!why) continue;
    if (place === 'inaction') row.inaction.push({ claim, why });
    else (row.cells[place.id] ??= []).push({ claim, why });
  }
  return row;
}

/**
 * Harms to which no claim tells of an answer, oldest first, as the rows of a matrix are. What somebody says was not done stays with the row: it
 * is that source's claim, and no answer.
 */
export const gapsOf = ({ rows }: Matrix): readonly MatrixRow[] => rows.filter(({ cells }) => Object.keys(cells).length === 0);

/** Where a claim stands in a row: under its kind; a step said not to have been taken, with what was not done. */
function placeOf(claim: ClaimRow): Column | 'inaction' | null {
  if (claim.kind === 'inaction') return 'inaction';
  const column = columnOf.get(claim.kind);
  if (!column) return null;
  if (claim.modality === 'denied') return 'inaction';
  return claim.modality === 'asserted' || claim.modality === 'alleged' ? column : null;
}

/** Why an answer is proposed to answer a harm; null where nothing says so. */
function link(answer: ClaimRow, harm: EventRow, identity: Identity): string | null {
  for (const told of harm.claims) {
    if (answer.document === told.document && overlap(answer.quote, told.quote) > 0) return 'told in the same words';
    const about = (answer.roles.about ?? []).find((each) => namesHarm(each, told));
    if (about) return `is said to be about “${about}”`;
    if (!isStepAgainst(answer.kind)) continue;
    const accused = (answer.roles.target ?? []).find((each) => (told.roles.actor ?? []).some((actor) => maySame(identity, answer, each, told, actor)));
    if (accused) return `is directed at ${accused}, named as an actor of the harm`;
  }
  return null;
}

/** The last day that a claim's time can mean; null where it has no resolved time. */
function lastDay(claim: ClaimRow): number | null {
  const given = claim.time?.edtf ? readEdtf(claim.time.edtf) : null;
  return given && widened(given).last;
}

/** A step against somebody: sanctions and steps of the law. A letter to an accused answers no harm by that alone. */
const isStepAgainst = (kind: Kind): boolean => familyOf(kind) === 'justice' || kind === 'sanction' || kind === 'entry-ban';

/** Whether a phrase names a harm: by its year and kind ("victims of the 1988 massacre"), or by its whole short quote. */
function namesHarm(phrase: string, told: ClaimRow): boolean {
  const words = foldedWords(phrase);
  const label = nameKey(told.quote.exact);
  if (label.length >= 2 && label.length <= 4 && label.every((word) => words.includes(word))) return true;
  const year = told.time?.edtf?.slice(0, 4);
  return Boolean(year && words.includes(year) && foldedWords(kindEntry(told.kind).label).some((word) => words.includes(word)));
}

/** Whether two names may be of one, and people did not judge them to be two. */
function maySame({ relate }: Identity, a: ClaimRow, name: string, b: ClaimRow, other: string): boolean {
  return ['one', 'perhaps'].includes(relate({ document: a.document, name }, { document: b.document, name: other }));
}

const isDenialOfHarm = (claim: ClaimRow): boolean => claim.modality === 'denied' && familyOf(claim.kind) === 'harm';

/** Whether a claim says that what an event tells of did not happen, or may say so. */
export function isDenialOf(claim: ClaimRow, harm: EventRow, identity: Identity): boolean {
  if (!isDenialOfHarm(claim)) return false;
  return harm.claims.some((told) => sameOrKin(claim.kind, told.kind) && mayBeSameHarm(claim, told, identity));
}

function mayBeSameHarm(a: ClaimRow, b: ClaimRow, identity: Identity): boolean {
  const x = a.time?.edtf ? readEdtf(a.time.edtf) : null;
  const y = b.time?.edtf ? readEdtf(b.time.edtf) : null;
  if (x && y) return canMeet(x, y);
  const parties = (claim: ClaimRow): readonly string[] => [...(claim.roles.target ?? []), ...(claim.roles.actor ?? []), ...(claim.roles.place ?? [])];
  return parties(a).some((name) => parties(b).some((other) => maySame(identity, a, name, b, other)));
}

/** The first day on which the harm can have happened, by any claim; null where no claim has a resolved time. */
function firstDay(event: EventRow): number | null {
  const times = event.claims.flatMap((claim) => (claim.time?.edtf ? (readEdtf(claim.time.edtf) ?? []) : []));
  return times.length === 0 ? null : Math.min(...times.map((time) => widened(time).first));
}

/** Null also where it is said to be yet to come. */
function daysSince(first: number | null, asOf: string): number | null {
  const today = readEdtf(asOf);
  return first === null || !Number.isFinite(first) || !today || today.first < first ? null : today.first - first;
}

/** Oldest first; what has no day comes last. */
function byFirstDay(a: number | null, b: number | null): number {
  if (a === b) return 0;
  return a === null || (b !== null && a > b) ? 1 : -1;
}
