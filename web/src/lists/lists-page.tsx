import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import type { ListHits, NameListRow } from '../../../src/model/list-answers.ts';
import { send } from '../data/api.ts';
import { dayOf, inOrder } from '../data/dates.ts';
import { isolated } from '../data/isolated.ts';
import { namePath } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { Pairs } from '../names/pairs.tsx';
import { useJudging } from '../names/use-judging.ts';
import { Asked } from '../parts/asked.tsx';
import { Foreign } from '../parts/claim-words.tsx';
import { Link } from '../parts/link.tsx';
import { BringList } from './bring-list.tsx';
import { hitsQuestion, listsQuestion } from './questions.ts';

/** Lists that were brought, and names of the record that are like names on them, to be judged by people. */
export function ListsPage() {
  const { say } = useTongue();
  const asked = useQuery(listsQuestion);
  const hits = useQuery(hitsQuestion);
  return (
    <div className="page names lists">
      <title>{`${say('lists.name')} · onrecord`}</title>
      <header className="page-head">
        <h1>{say('lists.name')}</h1>
        <p className="lead">{say('lists.lead')}</p>
      </header>
      {hits.data && hits.data.lists > 0 && <Hits hits={hits.data} />}
      <section>
        <h2>{say('lists.brought.title')}</h2>
        <Asked asked={asked}>{(rows) => (rows.length === 0 ? <p className="soft">{say('lists.none')}</p> : <Lists rows={rows} />)}</Asked>
      </section>
      <section>
        <h2>{say('lists.bring')}</h2>
        <p className="soft">{say('lists.bring.lead')}</p>
        <BringList />
      </section>
    </div>
  );
}

function Hits({ hits: { hits, looked, names } }: { readonly hits: ListHits }) {
  const { say } = useTongue();
  const judging = useJudging();
  const same = hits.filter(({ judged }) => judged === 'same');
  const open = hits.filter(({ judged }) => judged !== 'same').map(({ row, entry, compared, judged }) => ({ left: row, right: entry, compared, judged }));
  return (
    <section>
      <h2>{say('lists.like')}</h2>
      <p className="soft">{say('lists.like.lead')}</p>
      {looked < names && <p className="small soft">{say('names.looked', { looked, names })}</p>}
      <Pairs pairs={open} judging={judging} none={say('lists.noHits')} />
      {same.length > 0 && (
        <>
          <h3>{say('lists.judged')}</h3>
          <ul className="entities">
            {same.map(({ row, entry }) => (
              <li key={`${row.id} ${entry.id}`}>
                <Link href={namePath(row.id)} dir="auto">
                  {row.label}
                </Link>
                <span className="small soft">
                  {say('names.judged.same')}{' '}
                  <Link href={namePath(entry.id)} dir="auto">
                    {entry.names[0]}
                  </Link>{' '}
                  {say('lists.on')} <Foreign>{entry.title}</Foreign>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Lists({ rows }: { readonly rows: readonly NameListRow[] }) {
  const client = useQueryClient();
  const { say } = useTongue();
  const setting = useMutation({
    mutationFn: (set: { readonly id: string; readonly searched: boolean }) => send<NameListRow>('/names/lists/set', { ...set, reason: null }),
    onSettled: () => Promise.all(['lists', 'hits', 'find'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
  return (
    <>
      <ul className="list-rows">
        {rows.map((row) => (
          <ListLine key={row.id} row={row} isBusy={setting.isPending} onSet={(searched) => setting.mutate({ id: row.id, searched })} />
        ))}
      </ul>
      {setting.error && (
        <p role="alert" className="caution">
          {say('said.failed', { message: isolated(setting.error.message) })}
        </p>
      )}
    </>
  );
}

type LineProps = { readonly row: NameListRow; readonly isBusy: boolean; readonly onSet: (searched: boolean) => void };

function ListLine({ row, isBusy, onSet }: LineProps) {
  const tongue = useTongue();
  const { say, number } = tongue;
  const day = dayOf(row.at, tongue);
  return (
    <li data-searched={row.searched || undefined}>
      <h3>
        <Foreign>{row.title}</Foreign>
      </h3>
      <p className="small">
        {say('lists.names', { n: row.names })}
        {say('comma')}
        {say('lists.entries', { n: row.entries })}
        {say('comma')}
        {say(`sensitivity.${row.sensitivity}`)}
        {!row.searched && <strong className="caution"> {say('lists.notSearched')}</strong>}
      </p>
      <p className="small soft">
        {say('names.judged.by', { by: isolated(row.by), at: day ? inOrder(day, tongue)[0] : row.at })}
        {row.source !== null && (
          <>
            {say('comma')}
            {say('lists.from')} <Foreign>{row.source}</Foreign>
          </>
        )}
        {say('comma')}
        SHA-256 <code dir="ltr">{row.sha256.slice(0, 12)}…</code>
      </p>
      {row.notes.map(({ code, count, rows }) => (
        <p key={code} className="small caution">
          {say(`lists.note.${code}`, { n: count })} {say('lists.lines', { lines: rows.map(number).join(say('comma')) })}
        </p>
      ))}
      <Button className="button button-quiet" isDisabled={isBusy} onPress={() => onSet(!row.searched)}>
        {say(row.searched ? 'lists.remove' : 'lists.restore')}
      </Button>
    </li>
  );
}
