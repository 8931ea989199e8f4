// matrix, gaps: what is said to have been done about harms, and to which of them nothing was.
import { pick } from '../../desk/parse-filter.ts';
import { gaps as listGaps, matrix as buildMatrix, matrixBy } from '../../desk/matrix.ts';
import { MATRIX_BY, type Matrix, type MatrixGroup, type MatrixGrouped, type MatrixRow } from '../../model/matrix.ts';
import { kindEntry } from '../../model/vocabulary.ts';
import { claimLine } from '../claim-lines.ts';
import { CASEBOOK, type Command } from '../command.ts';
import { oneLine } from '../printable.ts';
import { withCasebook } from '../with-casebook.ts';
import { FILTER_OPTIONS, filterOf } from './lists.ts';

export const matrix: Command = {
  name: 'matrix',
  usage: '[--by harm|accused|place|year] [--kind KIND] [--entity NAME] [--at EDTF] [--said-by EDTF] [--known-by EDTF] [--recorded-only]',
  about:
    'Shows, for each harm that the claims tell of, or for each accused, place or year, what they say was done about it. Events and answers are proposed by\nthe machine.',
  options: { ...CASEBOOK, ...FILTER_OPTIONS, by: { type: 'string', value: 'WHAT', about: `a row for each ${MATRIX_BY.join(', ')}; harm if not given` } },
  words: [0, 0],
  examples: ['onrecord matrix', 'onrecord matrix --by accused --recorded-only', 'onrecord matrix --recorded-only --json'],
  async run(call) {
    const by = pick(MATRIX_BY, call.text('by') ?? 'harm', 'sort of row');
    const filter = filterOf(call);
    if (by === 'harm') {
      const found = await withCasebook(call, 'read', (casebook) => buildMatrix(casebook, filter));
      call.out(call.json ? JSON.stringify(found) : matrixLines(found).join('\n'));
    } else {
      const found = await withCasebook(call, 'read', (casebook) => matrixBy(casebook, by, filter));
      call.out(call.json ? JSON.stringify(found) : groupedLines(found).join('\n'));
    }
    return 0;
  },
};

export const gaps: Command = {
  name: 'gaps',
  usage: '[--kind KIND] [--entity NAME] [--at EDTF] [--said-by EDTF] [--known-by EDTF] [--recorded-only]',
  about: 'Lists harms to which nothing in this record tells of an answer, oldest first, with what somebody says was not done, and who denies them.',
  options: { ...CASEBOOK, ...FILTER_OPTIONS },
  words: [0, 0],
  examples: ['onrecord gaps --recorded-only', 'onrecord gaps --kind massacre --json'],
  async run(call) {
    const found = await withCasebook(call, 'read', (casebook) => listGaps(casebook, filterOf(call)));
    if (call.json) for (const row of found.rows) call.out(JSON.stringify(row));
    else for (const row of found.rows) for (const line of [harmLine(row), ...answerLines(row, { columns: [], asOf: found.asOf })]) call.out(line);
    if (found.rows.length === 0 && !call.json) call.note(`To every harm in this record some answer is told of, as of ${found.asOf}.`);
    return 0;
  },
};

function matrixLines(found: Matrix): readonly string[] {
  const blank = `none found in this record as of ${found.asOf}`;
  const lines = found.rows.flatMap((row) => [harmLine(row), ...answerLines(row, found)]);
  const single = found.rows.filter(({ origins }) => origins === 1).length;
  return [...lines, `${single} of ${found.rows.length} rest on a single origin.`, `In every column that is not named: ${blank}.`];
}

/** What a row without a name or a year is called. */
const NONE = { accused: 'Nobody is named', place: 'No place is given', year: 'No year is known' } as const;

function groupedLines(found: MatrixGrouped): readonly string[] {
  const lines = found.rows.flatMap((row) => [
    groupLine(row, found.by),
    ...row.harms.map(({ label, kind }) => `    ${'Harm'.padEnd(22)} ${kindEntry(kind).label}: “${oneLine(label, 90)}”`),
    ...answerLines(row, found),
  ]);
  return [...lines, `In every column that is not named: none found in this record as of ${found.asOf}.`];
}

function groupLine({ label, harms, days, single }: MatrixGroup, by: MatrixGrouped['by']): string {
  const many = `${harms.length} harm${harms.length === 1 ? '' : 's'}, ${single} on a single origin${days === null ? '' : `, ${days} days since the first`}`;
  return `${label === null ? NONE[by] : oneLine(label, 90)} (${many})`;
}

function harmLine({ harm, days, origins }: MatrixRow): string {
  const recorded = harm.claims.filter(({ status }) => status === 'recorded').length;
  const weight = recorded === 0 ? '' : `, ${origins} origin${origins === 1 ? '' : 's'}`;
  return `${kindEntry(harm.kind).label}: “${oneLine(harm.label, 90)}” (${recorded} recorded${weight}, ${harm.claims.length - recorded} suggested${days === null ? '' : `, ${days} days ago`})`;
}

function answerLines(row: Pick<MatrixRow, 'cells' | 'inaction' | 'denials'>, { columns, asOf }: Pick<Matrix, 'columns' | 'asOf'>): readonly string[] {
  const filled = columns.flatMap(({ id, label }) =>
    (row.cells[id] ?? []).map(({ claim, why }) => `    ${label.padEnd(22)} ${claimLine(claim)} [${oneLine(why, 60)}]`),
  );
  const inaction = row.inaction.map(({ claim }) => `    ${'Said not to be done'.padEnd(22)} ${claimLine(claim)}`);
  const denials = row.denials.map(({ claim }) => `    ${'Denial'.padEnd(22)} ${claimLine(claim)}`);
  const none = filled.length === 0 ? [`    ${'Any answer'.padEnd(22)} none found in this record as of ${asOf}`] : [];
  return [...filled, ...none, ...inaction, ...denials];
}
