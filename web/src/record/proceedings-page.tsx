import { useQuery } from '@tanstack/react-query';
import { Input, Label, TextField } from 'react-aria-components';
import type { ProceedingRow } from '../../../src/model/proceeding.ts';
import { proceedingPath, setParameters, useParameter } from '../data/route.ts';
import { useTongue, type Tongue } from '../data/tongue.tsx';
import { ClockBar } from '../clocks/clock-bar.tsx';
import { Asked } from '../parts/asked.tsx';
import { Link } from '../parts/link.tsx';
import { Paged } from './paged.tsx';
import { usePageSearch } from './use-page-search.ts';
import { proceedingsQuestion } from './questions.ts';
import { RecordHead } from './record-head.tsx';
import { howFar } from './stage-words.ts';

/** Every accused and jurisdiction that claims name, with how far the law is said to have come. */
export function ProceedingsPage() {
  const { say } = useTongue();
  const [words] = useParameter('words');
  const asked = useQuery(proceedingsQuestion(new URLSearchParams(usePageSearch()).toString()));
  return (
    <div className="page record">
      <RecordHead page="proceedings" title="proceedings.title" lead={say('proceedings.lead')} />
      <ClockBar />
      <TextField className="field" value={words ?? ''} onChange={(next) => setParameters({ words: next === '' ? null : next, year: null, skip: null }, false)}>
        <Label>{say('proceedings.narrow')}</Label>
        <Input dir="auto" />
      </TextField>
      <Asked asked={asked}>
        {(found) => (
          <Paged page={found} empty="proceedings.empty">
            <Rows rows={found.rows} />
          </Paged>
        )}
      </Asked>
    </div>
  );
}

function Rows({ rows }: { readonly rows: readonly ProceedingRow[] }) {
  const tongue = useTongue();
  const { say } = tongue;
  return (
    <table className="documents">
      <thead>
        <tr>
          <th scope="col">{say('proceedings.accused')}</th>
          <th scope="col">{say('proceedings.where')}</th>
          <th scope="col">{say('proceedings.stage')}</th>
          <th scope="col">{say('proceeding.ladder')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <Link href={proceedingPath(row.id)} dir="auto">
                {row.accused}
              </Link>
            </th>
            <td>{countryWords(row.jurisdiction, tongue)}</td>
            <td>{howFar(row, tongue)}</td>
            <td className="number">{say('proceedings.steps', { n: row.steps.length })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A country by its code of ISO 3166-1, in the interface's language. */
export const countryWords = (code: string | null, { code: tongue, say }: Tongue): string =>
  code === null ? say('proceedings.nowhere') : (new Intl.DisplayNames(tongue, { type: 'region', fallback: 'code' }).of(code) ?? code);
