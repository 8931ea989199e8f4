// A table or a plain list of names: which column holds what is known by the first row's words, or said by the person.
import { foldedWords } from '../../base/fold.ts';
import { COLUMN_USES, LIST_FACTS, type ColumnUse, type ListColumn, type ListEntry, type ListFormat } from '../../model/name-list.ts';
import known from './columns.json' with { type: 'json' };
import type { EntryGathering } from './gather-entries.ts';
import { delimiterOf, rowsOf, type Row } from './table-rows.ts';

/** Where each use stands, by the number of its columns from 0. */
type Places = ReadonlyMap<ColumnUse, readonly number[]>;

/** Thrown where no column is known to hold names; `columns` are the first row's words. */
export class NoNames extends Error {
  readonly columns: readonly string[];

  constructor(message: string, columns: readonly string[]) {
    super(message);
    this.columns = columns;
  }
}

export type TableRead = { readonly format: ListFormat; readonly columns: readonly ListColumn[] };

const NAMING = ['name', 'given', 'family'] as const;

/** A table as text. Throws NoNames, and what rowsOf and the gathering throw. */
export function readTable(text: string, said: readonly ListColumn[], gathering: EntryGathering, emit: (entry: ListEntry) => void): TableRead {
  const delimiter = delimiterOf(text);
  return readRows(rowsOf(text, delimiter), delimiter === null, { said, gathering, emit });
}

type Reading = { readonly said: readonly ListColumn[]; readonly gathering: EntryGathering; readonly emit: (entry: ListEntry) => void };

/** Gives each entry to `emit`. `isOneColumn`: no row has more than one cell. Throws NoNames, and what the rows and the gathering throw. */
export function readRows(rows: Iterator<Row> & Iterable<Row>, isOneColumn: boolean, { said, gathering, emit }: Reading): TableRead {
  const head = firstOf(rows);
  if (!head) throw new NoNames('It holds no rows.', []);
  const places = placesOf(head.cells, said);
  const isPlain = isOneColumn && said.length === 0;
  if (!isPlain && !NAMING.some((use) => places.has(use))) {
    throw new NoNames('No column of names was recognized.', head.cells);
  }
  // A list of names, one a line, needs no first row that says so.
  const isHeaded = !isPlain || places.has('name');
  const at: Places = isPlain ? new Map([['name', [0]]]) : places;
  if (!isHeaded) take(head, at, 1, gathering, emit);
  for (const row of rows) take(row, at, head.cells.length, gathering, emit);
  const columns = [...at].flatMap(([use, columnsAt]) => columnsAt.map((n) => ({ use, column: (isHeaded && head.cells[n]?.trim()) || String(n + 1) })));
  return { format: isPlain ? 'names' : 'table', columns };
}

/** The first row that holds anything. */
function firstOf(rows: Iterator<Row>): Row | null {
  for (let next = rows.next(); next.done !== true; next = rows.next()) if (next.value.cells.some((cell) => cell.trim() !== '')) return next.value;
  return null;
}

const folded = (words: string): string => foldedWords(words).join(' ');

const USES = new Map(COLUMN_USES.flatMap((use) => known[use].map((words) => [folded(words), use] as const)));

/** What the person said of a column stands before what its words tell. Throws NoNames where they named one that is not there. */
function placesOf(head: readonly string[], said: readonly ListColumn[]): Places {
  const places = new Map<ColumnUse, number[]>();
  const taken = new Set<number>();
  const put = (use: ColumnUse, n: number): void => {
    taken.add(n);
    places.set(use, [...(places.get(use) ?? []), n]);
  };
  for (const { use, column } of said) {
    const named = head.findIndex((cell) => folded(cell) === folded(column) && folded(cell) !== '');
    const n = named >= 0 ? named : /^\d{1,4}$/.test(column) ? Number(column) - 1 : -1;
    if (n < 0 || n >= head.length) throw new NoNames(`There is no column "${column}".`, head);
    put(use, n);
  }
  head.forEach((cell, n) => {
    const use = USES.get(folded(cell));
    if (use !== undefined && !taken.has(n) && !said.some((each) => each.use === use)) put(use, n);
  });
  return places;
}

const ORGANIZATIONS = /compan|organi[sz]|entit|body|firm|vessel|سازمان|شرکت|منظمة|شركة|организац|компани/iu;
const PEOPLE = /person|individual|people|human|شخص|فرد|лиц[оа]|physique/iu;

function take(row: Row, at: Places, width: number, gathering: EntryGathering, emit: (entry: ListEntry) => void): void {
  const { line, cells } = row;
  if (cells.every((cell) => cell.trim() === '')) return;
  if (cells.length !== width) gathering.note('ragged', line);
  const of = (use: ColumnUse): readonly string[] => (at.get(use) ?? []).flatMap((n) => cells[n] ?? []);
  const built = [...of('given'), ...of('family')].join(' ');
  const aliases = of('alias').flatMap((cell) => cell.split(/[;|\n]/));
  const [id = ''] = of('id').map((cell) => cell.trim());
  const kind = of('kind').join(' ');
  const entry = gathering.take({
    row: line,
    id: id || null,
    kind: PEOPLE.test(kind) && !/legal|юр/iu.test(kind) ? 'person' : ORGANIZATIONS.test(kind) ? 'organization' : null,
    names: [...of('name'), built, ...aliases],
    facts: LIST_FACTS.flatMap((what) => of(what).map((words) => [what, words] as const)),
  });
  if (entry) emit(entry);
}
