// What was done about it: a row for each harm that the claims tell of, a column for each kind of answer. A filled cell
// holds claims and why each is proposed to answer this harm; a blank says only that none was found in this record.
import { readEdtf, widened } from '../base/edtf.ts';
import type { ClaimRow } from '../model/answers.ts';
import type { EventRow } from '../model/event.ts';
import type { Matrix, MatrixColumn, MatrixMark, MatrixRow } from '../model/matrix.ts';
import { familyOf, type Kind } from '../model/vocabulary.ts';
import { answering, denying, type Answered, type Begun } from './answer-harms.ts';
import table from './columns.json' with { type: 'json' };
import type { LinkRow } from '../model/link.ts';
import { groups, type Judged } from './join-pairs.ts';
import type { JudgedRecord } from './propose-events.ts';

/** The columns, in the order of the law's course; `proceeding` tells the steps of the law from other answers. */
type Column = MatrixColumn & { readonly proceeding: boolean };
const COLUMNS = table as readonly Column[];

const columnOf = new Map<Kind, Column>(COLUMNS.flatMap((column) => column.kinds.map((kind): [Kind, Column] => [kind, column])));

/** Whether a row shows any step of the law; answers outside the law, denials and said inaction do not count as one. */
export const hasProceeding = ({ cells }: Pick<MatrixRow, 'cells'>): boolean => COLUMNS.some((column) => column.proceeding && cells[column.id] !== undefined);

/**
 * The matrix of `events` (as proposed from `claims`), as the record stood on the ISO day `asOf`; `links` are those of people that stand. Origins and figures
 * are the caller's to weigh.
 *
 * O(claims + what each of them may answer).
 */
export function buildMatrix(
  events: readonly EventRow[],
  claims: readonly ClaimRow[],
  asOf: string,
  { identity, happenings, links }: JudgedRecord & { readonly links?: readonly Linked[] },
): Matrix {
  const harms = events
    .filter((event) => familyOf(event.kind) === 'harm')
    .map((harm) => ({ harm, begins: firstDay(harm) }))
    .toSorted((a, b) => byFirstDay(a.begins, b.begins));
  const answers = answering(harms, claims, placeOf, identity);
  const ledTo = linkedTo(claims, happenings, links ?? []);
  const denialsOf = denying(claims, identity);
  const rows = harms.map((each, n) => rowOf(each, withLinked(answers[n] ?? [], ledTo(each.harm)), denialsOf(each.harm), asOf));
  return { columns: COLUMNS.map(({ id, label, kinds }) => ({ id, label, kinds })), rows, asOf };
}

type Place = Column | 'inaction';

/** A link of people, as far as the matrix asks of it: what a harm led to, and why they say so. */
type Linked = Pick<LinkRow, 'link' | 'left' | 'right' | 'reason' | 'by'>;

/** Gives of a harm the answers that people say it led to, with all that they joined with these. */
function linkedTo(claims: readonly ClaimRow[], happenings: readonly Judged[], links: readonly Linked[]): (harm: EventRow) => readonly Answered<Place>[] {
  if (links.length === 0) return () => [];
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const together = new Map(groups(happenings).flatMap(({ members }) => members.map((member) => [member, members] as const)));
  return (harm) => {
    const own = new Set(harm.claims.map(({ id }) => id));
    return links
      .filter(({ link, left }) => link === 'led to' && own.has(left.id))
      .flatMap(({ right, reason, by }) =>
        (together.get(right.id) ?? [right.id]).flatMap((id): readonly Answered<Place>[] => {
          const claim = byId.get(id);
          const place = claim ? placeOf(claim) : null;
          return claim && place ? [{ claim, place, why: `${by} says that the harm led to it: ${reason}` }] : [];
        }),
      );
  };
}

/** What people say comes in the place of what is proposed. */
function withLinked(proposed: readonly Answered<Place>[], linked: readonly Answered<Place>[]): readonly Answered<Place>[] {
  const said = new Set(linked.map(({ claim }) => claim.id));
  return [...proposed.filter(({ claim }) => !said.has(claim.id)), ...linked];
}

function rowOf({ harm, begins }: Begun, answers: readonly Answered<Place>[], denials: readonly ClaimRow[], asOf: string): MatrixRow {
  const cells: Record<string, MatrixMark[]> = {};
  for (const { claim, why, place } of answers) if (place !== 'inaction') (cells[place.id] ??= []).push({ claim, why });
  return {
    harm,
    days: daysSince(begins, asOf),
    origins: 0,
    figures: [],
    cells,
    inaction: answers.filter(({ place }) => place === 'inaction').map(({ claim, why }) => ({ claim, why })),
    denials: denials.map((claim) => ({ claim, why: 'the same is said not to have happened' })),
  };
}

/**
 * Harms to which no claim tells of an answer, oldest first, as the rows of a matrix are. What somebody says was not done stays with the row: it
 * is that source's claim, and no answer.
 */
export const gapsOf = ({ rows }: Matrix): readonly MatrixRow[] => rows.filter(({ cells }) => Object.keys(cells).length === 0);

/** Where a claim stands in a row: under its kind; a step said not to have been taken, with what was not done. */
function placeOf(claim: ClaimRow): Place | null {
  if (claim.kind === 'inaction') return 'inaction';
  const column = columnOf.get(claim.kind);
  if (!column) return null;
  if (claim.modality === 'denied') return 'inaction';
  return claim.modality === 'asserted' || claim.modality === 'alleged' ? column : null;
}

/** Whether claims of a kind can stand in a row as answers. */
export const mayAnswer = (kind: Kind): boolean => kind === 'inaction' || columnOf.has(kind);

/** The first day on which the harm can have happened, by any claim; null where no claim has a resolved time. */
export function firstDay(event: EventRow): number | null {
  const times = event.claims.flatMap((claim) => (claim.time?.edtf ? (readEdtf(claim.time.edtf) ?? []) : []));
  return times.length === 0 ? null : Math.min(...times.map((time) => widened(time).first));
}

/** Null also where it is said to be yet to come. */
export function daysSince(first: number | null, asOf: string): number | null {
  const today = readEdtf(asOf);
  return first === null || !Number.isFinite(first) || !today || today.first < first ? null : today.first - first;
}

/** Oldest first; what has no day comes last. */
function byFirstDay(a: number | null, b: number | null): number {
  if (a === b) return 0;
  return a === null || (b !== null && a > b) ? 1 : -1;
}
