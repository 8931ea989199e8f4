// The matrix by accused, by place or by year: the rows of harms put together under what their claims give. People of several documents are one only
// where somebody judged so, or within one harm that is proposed to be one. A harm that gives several stands under each; one that gives none stands under nobody, nowhere or no year, and says so.
import { jdnToGregorian } from '../base/calendar.ts';
import type { ClaimRow } from '../model/answers.ts';
import type { Matrix, MatrixBy, MatrixGroup, MatrixMark, MatrixRow } from '../model/matrix.ts';
import { isDescription } from '../names/name-key.ts';
import { isStepAgainst } from './answer-harms.ts';
import { firstDay } from './build-matrix.ts';
import { keyOfName, type Identity, type Named } from './identity.ts';

/** What a row stands under. `named`: where somebody is named so. */
type Under = { readonly key: string; readonly label: string; readonly named: readonly Named[] };

/** O(marks). The rows are as `buildMatrix` made them; within a group they stay in their order, and groups come by their first harm, years by number. */
export function groupMatrix({ rows }: Pick<Matrix, 'rows'>, by: Exclude<MatrixBy, 'harm'>, identity: Identity): readonly MatrixGroup[] {
  const groups = new Map<string, { label: string | null; readonly rows: MatrixRow[] }>();
  for (const row of rows) {
    const under = new Map(UNDER[by](row, identity).map((each) => [each.key, each]));
    for (const each of under.size > 0 ? under.values() : [null]) {
      const [key, label] = [each?.key ?? '', each?.label ?? null];
      const group = groups.get(key) ?? { label, rows: [] };
      groups.set(key, group);
      group.rows.push(by === 'accused' && each ? about(row, each.named, identity) : row);
      if (label !== null && label.length > (group.label?.length ?? 0)) group.label = label;
    }
  }
  const made = [...groups].map(([key, group]) => groupOf(key, group.label, group.rows));
  // What has no name or year comes last.
  return made.toSorted((a, b) => Number(a.label === null) - Number(b.label === null) || (by === 'year' ? Number(a.label) - Number(b.label) : 0));
}

const UNDER: Readonly<Record<Exclude<MatrixBy, 'harm'>, (row: MatrixRow, identity: Identity) => readonly Under[]>> = {
  // Of two places of one name nobody says that they are two before somebody judges them so: they stand together.
  place: ({ harm }) => harm.claims.flatMap((claim) => namesOf(claim, claim.roles.place).map(({ name }) => ({ key: keyOfName(name), label: name, named: [] }))),
  accused: accusedOf,
  year: ({ harm }) => {
    const first = firstDay(harm);
    if (first === null || !Number.isFinite(first)) return [];
    const year = String(jdnToGregorian(first).year);
    return [{ key: year, label: year, named: [] }];
  },
};

/** Whom the claims name as actors of a harm, and against whom steps were taken that answer it; who may be one with another of these stands there once. */
function accusedOf({ harm, cells }: MatrixRow, identity: Identity): readonly Under[] {
  const actors = harm.claims.flatMap((claim) => namesOf(claim, claim.roles.actor)).toSorted((a, b) => b.name.length - a.name.length);
  const targets = Object.values(cells).flatMap((marks) => marks.flatMap(({ claim }) => accusedIn(claim)));
  const under: Under[] = [];
  for (const each of [...actors, ...targets]) {
    const known = under.findIndex(({ named }) => named.some((other) => mayBe(identity, each, other)));
    const there = under[known];
    if (there) under[known] = { ...there, named: [...there.named, each] };
    else under.push({ key: identity.bearer(each), label: each.name, named: [each] });
  }
  return under;
}

const mayBe = ({ relate }: Identity, a: Named, b: Named): boolean => ['one', 'perhaps'].includes(relate(a, b));

/** "The guards" accuses nobody who could be told from others. */
const namesOf = ({ document }: ClaimRow, names: readonly string[] | undefined): readonly Named[] =>
  (names ?? []).filter((name) => !isDescription(name)).map((name) => ({ document, name }));

const accusedIn = (claim: ClaimRow): readonly Named[] => (isStepAgainst(claim.kind) ? namesOf(claim, claim.roles.target) : []);

/** Of a row what is about one accused: a step against somebody else alone is no answer as to them. */
function about(row: MatrixRow, accused: readonly Named[], identity: Identity): MatrixRow {
  const concerns = ({ claim }: MatrixMark): boolean => {
    const against = accusedIn(claim);
    return against.length === 0 || against.some((each) => accused.some((own) => mayBe(identity, each, own)));
  };
  const cells = Object.entries(row.cells).flatMap(([id, marks]) => (marks.some(concerns) ? [[id, marks.filter(concerns)] as const] : []));
  return { ...row, cells: Object.fromEntries(cells), inaction: row.inaction.filter(concerns) };
}

function groupOf(key: string, label: string | null, rows: readonly MatrixRow[]): MatrixGroup {
  const columns = new Set(rows.flatMap(({ cells }) => Object.keys(cells)));
  const days = rows.flatMap((row) => row.days ?? []);
  return {
    key,
    label,
    harms: rows.map(({ harm }) => harm),
    days: days.length === 0 ? null : Math.max(...days),
    single: rows.filter(({ origins }) => origins === 1).length,
    cells: Object.fromEntries([...columns].map((id) => [id, once(rows.flatMap(({ cells }) => cells[id] ?? []))])),
    inaction: once(rows.flatMap(({ inaction }) => inaction)),
    denials: once(rows.flatMap(({ denials }) => denials)),
  };
}

/** A claim that answers several harms of a group stands in it once. */
const once = (marks: readonly MatrixMark[]): readonly MatrixMark[] =>
  [...new Map(marks.toReversed().map((mark) => [mark.claim.id, mark])).values()].toReversed();
