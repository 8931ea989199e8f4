import { useQuery } from '@tanstack/react-query';
import type { ClaimRow, Status } from '../../../src/model/answers.ts';
import type { EventRow } from '../../../src/model/event.ts';
import { MATRIX_BY, type MatrixBy, type MatrixGroup, type MatrixMark, type MatrixRow, type MatrixStretch } from '../../../src/model/matrix.ts';
import { familyOf } from '../../../src/model/vocabulary.ts';
import { dayOf, inOrder } from '../data/dates.ts';
import { matrixQuestion } from '../data/questions.ts';
import { setParameters, useParameter } from '../data/route.ts';
import { useTongue, type Tongue } from '../data/tongue.tsx';
import { ClockBar } from '../clocks/clock-bar.tsx';
import { useClocks } from '../clocks/use-clocks.ts';
import { Asked } from '../parts/asked.tsx';
import { Choice } from '../parts/choice.tsx';
import { When } from '../parts/claim-words.tsx';
import { FamilyMark } from '../parts/family-mark.tsx';
import { CellWindow, type OpenCell } from './cell-window.tsx';
import { StretchShown } from './stretch-shown.tsx';

/** Harms, and what is said to have been done about each. */
export function MatrixPage() {
  const [year] = useParameter('year');
  const [skip] = useParameter('skip');
  const by = useBy();
  const clocks = useClocks();
  const search = new URLSearchParams({
    ...clocks,
    ...(by === 'harm' ? {} : { by }),
    ...(year === null ? {} : { year }),
    ...(skip === null ? {} : { skip }),
  }).toString();
  return <Asked asked={useQuery(matrixQuestion(search))}>{(matrix) => <MatrixView matrix={matrix} />}</Asked>;
}

/** The three parts of a row that are no columns of answers, by the names they have in addresses. */
const CLAIMS = 'claims';
const INACTION = 'said-not-done';
const DENIALS = 'denied';

/** What a row stands for, by the address. */
function useBy(): MatrixBy {
  const [by] = useParameter('by');
  return MATRIX_BY.find((each) => each === by) ?? 'harm';
}

const open = (harm: string, cell: string): void => setParameters({ harm, cell }, true);

function MatrixView({ matrix }: { readonly matrix: MatrixStretch }) {
  const tongue = useTongue();
  const [harm] = useParameter('harm');
  const [cell] = useParameter('cell');
  const by = useBy();
  const rows = rowsOf(matrix, by, tongue);
  const shown = rows.find(({ id }) => id === harm);
  const opened = shown && cell !== null ? openCell(shown, cell) : null;
  const nameOf = (id: string): string => {
    if (id === CLAIMS) return tongue.say('matrix.harm');
    if (id === INACTION || id === DENIALS) return tongue.say(id === INACTION ? 'matrix.inaction' : 'matrix.denials');
    return tongue.column(id, matrix.columns.find((column) => column.id === id)?.label ?? id);
  };
  return (
    <div className="page page-wide">
      <title>{`${tongue.say('matrix.title')} · onrecord`}</title>
      <header className="page-head">
        <h1>{tongue.say('matrix.title')}</h1>
        <p className="lead">{tongue.say('matrix.lead')}</p>
      </header>
      <ClockBar />
      <div className="matrix-by">
        <Choice<MatrixBy>
          label={tongue.say('matrix.by')}
          value={by}
          groups={[{ title: tongue.say('matrix.by'), options: MATRIX_BY.map((value) => ({ value, label: tongue.say(`matrix.by.${value}`) })) }]}
          onChange={(value) => setParameters({ by: value === 'harm' ? null : value, harm: null, cell: null }, true)}
        />
      </div>
      {!matrix.whole && <StretchShown matrix={matrix} />}
      {matrix.rows.length === 0 ? <p className="notice">{tongue.say('matrix.empty')}</p> : <Table matrix={matrix} rows={rows} nameOf={nameOf} />}
      <CellWindow cell={opened} title={nameOf(cell ?? CLAIMS)} isOpen={opened !== null} onClose={() => setParameters({ harm: null, cell: null }, false)} />
    </div>
  );
}

/** A row as the table shows it: of one harm, or of the harms under one accused, place or year. */
type Row = Pick<MatrixRow, 'cells' | 'inaction' | 'denials'> & { readonly id: string; readonly head: MatrixRow | MatrixGroup; readonly words: string };

function rowsOf({ rows, groups }: MatrixStretch, by: MatrixBy, { say }: Tongue): readonly Row[] {
  if (by === 'harm') return rows.map((row) => ({ ...row, id: row.harm.id, head: row, words: row.harm.label }));
  return groups.map((group) => ({ ...group, id: group.key || '-', head: group, words: group.label ?? say(`matrix.none.${by}`) }));
}

const claimsIn = (head: Row['head']): readonly ClaimRow[] => ('harm' in head ? head.harm.claims : head.harms.flatMap(({ claims }) => claims));

function openCell({ head, words, cells, inaction, denials }: Row, cell: string): OpenCell {
  if (cell === CLAIMS) return { words, marks: claimsIn(head).map((claim) => ({ claim, why: '' })), why: 'harm' in head ? head.harm.why : [] };
  const marks = cell === INACTION ? inaction : cell === DENIALS ? denials : (cells[cell] ?? []);
  return { words, marks, why: [] };
}

type TableProps = { readonly matrix: MatrixStretch; readonly rows: readonly Row[]; readonly nameOf: (cell: string) => string };

function Table({ matrix, rows, nameOf }: TableProps) {
  const tongue = useTongue();
  const day = dayOf(matrix.asOf, tongue);
  const asOf = day ? inOrder(day, tongue)[0] : matrix.asOf;
  return (
    <section className="matrix-frame" aria-label={tongue.say('matrix.title')}>
      <table className="matrix">
        <caption>
          <span>{tongue.say(matrix.whole ? 'matrix.caption' : 'matrix.caption.stretch', { date: asOf })}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{nameOf(CLAIMS)}</th>
            {matrix.columns.map((column) => (
              <th key={column.id} scope="col">
                {nameOf(column.id)}
              </th>
            ))}
            {[INACTION, DENIALS].map((id) => (
              <th key={id} scope="col" className="own">
                {nameOf(id)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {'harm' in row.head ? <HarmHead harm={row.head.harm} /> : <GroupHead group={row.head} id={row.id} words={row.words} />}
              {matrix.columns.map(({ id }) => (
                <Cell key={id} harm={row.id} id={id} name={nameOf(id)} marks={row.cells[id] ?? []} asOf={asOf} />
              ))}
              <Cell harm={row.id} id={INACTION} name={nameOf(INACTION)} marks={row.inaction} asOf={asOf} sign="⊘" />
              <Cell harm={row.id} id={DENIALS} name={nameOf(DENIALS)} marks={row.denials} asOf={asOf} sign="≠" />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function GroupHead({ group, id, words }: { readonly group: MatrixGroup; readonly id: string; readonly words: string }) {
  const { say } = useTongue();
  const { harms, days, single } = group;
  const counts = [say('matrix.harms', { n: harms.length }), say('matrix.single', { n: single }), ...(days === null ? [] : [say('matrix.days', { n: days })])];
  return (
    <th scope="row">
      <span className="harm-words" dir="auto">
        {words}
      </span>
      <button type="button" className="cell" onClick={() => open(id, CLAIMS)}>
        {counts.join(say('comma'))}
      </button>
    </th>
  );
}

function HarmHead({ harm }: { readonly harm: EventRow }) {
  const tongue = useTongue();
  const family = familyOf(harm.kind);
  const documents = new Set(harm.claims.map((claim) => claim.document)).size;
  const status = harm.claims.some((claim) => claim.status === 'recorded') ? 'recorded' : 'suggested';
  const time = harm.claims.find((claim) => claim.time?.edtf)?.time ?? null;
  return (
    <th scope="row">
      <span className="card-line" data-family={family}>
        <FamilyMark family={family} status={status} />
        <span className="kind">{tongue.kind(harm.kind)}</span>
        {time && <When time={time} />}
      </span>
      <span className="harm-words" dir="auto">
        {harm.label}
      </span>
      <button type="button" className="cell" onClick={() => open(harm.id, CLAIMS)}>
        {countWords(harm.claims, tongue.say)} {tongue.say('matrix.inDocuments', { n: documents })}
      </button>
    </th>
  );
}

type CellProps = {
  readonly harm: string;
  readonly id: string;
  readonly name: string;
  readonly marks: readonly MatrixMark[];
  readonly asOf: string;
  /** For the columns that are no answers, so that they are never taken for one. */
  readonly sign?: '⊘' | '≠';
};

function Cell({ harm, id, name, marks, asOf, sign }: CellProps) {
  const { say, number } = useTongue();
  const className = sign ? 'own' : undefined;
  if (marks.length === 0) {
    return (
      <td className={className}>
        <span className="blank">
          {say('matrix.blank')} <span className="unseen">{say('matrix.blank.rest', { date: asOf })}</span>
        </span>
      </td>
    );
  }
  const claims = marks.map(({ claim }) => claim);
  const acquits = claims.some(({ kind }) => kind === 'acquittal');
  const counts = [countWords(claims, say), ...(acquits ? [say('matrix.acquittal')] : [])].join(say('comma'));
  return (
    <td className={className}>
      <button type="button" className="cell" aria-label={say('matrix.cell', { column: name, counts })} onClick={() => open(harm, id)}>
        {acquits && (
          <span className="sign" title={say('matrix.acquittal')}>
            ⊖
          </span>
        )}
        {sign && <span className="sign">{sign}</span>}
        {counted(claims).map(({ status, n, first }) => (
          <span key={status} className="cell-count number">
            <FamilyMark family={familyOf(first.kind)} status={status} /> {number(n)}
          </span>
        ))}
      </button>
    </td>
  );
}

type Counted = { readonly status: Status; readonly n: number; readonly first: ClaimRow };

/** How many of each status, the recorded first: what a person decided is never summed with what the machine proposes. */
function counted(claims: readonly ClaimRow[]): readonly Counted[] {
  return (['recorded', 'suggested', 'rejected'] as const).flatMap((status) => {
    const those = claims.filter((claim) => claim.status === status);
    const first = those[0];
    return first ? [{ status, n: those.length, first }] : [];
  });
}

/** "1 recorded claim, 2 suggestions". */
const countWords = (claims: readonly ClaimRow[], say: Tongue['say']): string =>
  counted(claims)
    .map(({ status, n }) => say(`matrix.counts.${status}`, { n }))
    .join(say('comma'));
