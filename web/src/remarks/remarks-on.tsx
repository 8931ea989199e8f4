import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, Form, Input, Label, TextArea, TextField } from 'react-aria-components';
import { BEINGS, RELIABILITIES, type LabelList, type RemarkRow } from '../../../src/model/remark.ts';
import { read } from '../data/api.ts';
import { dayOf, inOrder } from '../data/dates.ts';
import { isolated } from '../data/isolated.ts';
import { useTongue, type Phrase, type Tongue } from '../data/tongue.tsx';
import { useDeed, type Deed } from '../data/use-deed.ts';
import { Choice } from '../parts/choice.tsx';
import { Foreign } from '../parts/claim-words.tsx';
import { Said } from '../parts/said.tsx';

/** What stands of what people remarked on something, by its id. */
export const remarksQuestion = (id: string) =>
  queryOptions({
    queryKey: ['remarks', id],
    queryFn: async ({ signal }) =>
      (await read<{ readonly remarks: readonly RemarkRow[] }>(`/remarks?${new URLSearchParams({ about: id }).toString()}`, signal)).remarks,
  });

const labelsQuestion = queryOptions({
  queryKey: ['labels'],
  queryFn: async ({ signal }) => (await read<{ readonly lists: readonly LabelList[] }>('/labels', signal)).lists,
});

type Props = {
  readonly id: string;
  /** What the page is first for: of a source, to say how reliable one holds it to be. */
  readonly isFirst?: 'reliability';
};

/** What the team says among itself of a claim, name, event, proceeding, publisher or document; only sources can be assessed. */
export function RemarksOn({ id, isFirst }: Props) {
  const { say } = useTongue();
  const remarks = useQuery(remarksQuestion(id)).data;
  const deed = useDeed();
  return (
    <section className="remarks">
      <h2>{say('remarks.title')}</h2>
      <p className="small soft">{say('remarks.lead')}</p>
      {remarks?.length === 0 && <p className="soft">{say('remarks.none')}</p>}
      <ul className="judgements">
        {remarks?.map((remark) => (
          <Remarked key={remark.entry} remark={remark} deed={deed} />
        ))}
      </ul>
      {isFirst === 'reliability' && remarks && (
        <details open={remarks.every(({ sort }) => sort !== 'reliability')}>
          <summary>{say('remarks.add.assess')}</summary>
          <Assessing id={id} deed={deed} />
        </details>
      )}
      <details>
        <summary>{say('remarks.add.note')}</summary>
        <Noting id={id} deed={deed} />
      </details>
      <details>
        <summary>{say('remarks.add.label')}</summary>
        <Labelling id={id} deed={deed} />
      </details>
      <details>
        <summary>{say('remarks.add.assign')}</summary>
        <Assigning id={id} deed={deed} />
      </details>
      {isFirst !== 'reliability' && /^[dnu]_/.test(id) && (
        <details>
          <summary>{say('remarks.add.assess')}</summary>
          <Assessing id={id} deed={deed} />
        </details>
      )}
      <Said words={deed.words} failed={deed.failed} />
    </section>
  );
}

function Remarked({ remark, deed }: { readonly remark: RemarkRow; readonly deed: Deed }) {
  const tongue = useTongue();
  const { say } = tongue;
  const { entry, sort, text, by, at } = remark;
  const day = dayOf(at, tongue);
  const end = (how: 'taken back' | 'done') =>
    deed.send({ path: '/remarks/end', body: { entry, how }, said: how === 'done' ? 'remarks.said' : 'names.said.undone' });
  return (
    <li>
      <span>
        <span className="kind">{say(`remarks.${sort}`)}</span> <strong>{valueWords(remark, tongue)}</strong> {text !== null && <Foreign>{text}</Foreign>}
      </span>
      <span className="small soft">{say('names.judged.by', { by: isolated(by), at: day ? inOrder(day, tongue)[0] : at })}</span>
      {sort === 'assignment' && (
        <Button className="button button-quiet" isDisabled={deed.isBusy} onPress={() => end('done')}>
          {say('remarks.done')}
        </Button>
      )}
      <Button className="button button-quiet" isDisabled={deed.isBusy} onPress={() => end('taken back')}>
        {say('remarks.takeBack')}
      </Button>
    </li>
  );
}

function valueWords({ sort, value, list }: RemarkRow, { say }: Tongue): string {
  if (sort === 'assignment') return say('remarks.to', { who: isolated(value) });
  const step = sort === 'reliability' ? RELIABILITIES.find((each) => each === value) : undefined;
  if (step) return say(`reliability.${step}`);
  const being = sort === 'being' ? BEINGS.find((each) => each === value) : undefined;
  if (being) return say(`names.sort.${being}`);
  if (sort === 'revision') return say('remarks.revision.value');
  return list === null ? isolated(value) : `${isolated(list)}: ${isolated(value)}`;
}

type Adding = { readonly id: string; readonly deed: Deed };

function Noting({ id, deed }: Adding) {
  const [text, setText] = useState('');
  return (
    <Adder
      deed={deed}
      isWhole={text.trim() !== ''}
      onAdd={() => (deed.send({ path: '/remarks/note', body: { ids: [id], text }, said: 'remarks.said' }), setText(''))}
    >
      <Words label="remarks.note.words" value={text} onChange={setText} long />
    </Adder>
  );
}

function Labelling({ id, deed }: Adding) {
  const { say } = useTongue();
  const [label, setLabel] = useState('');
  const [list, setList] = useState<string | null>(null);
  const lists = useQuery(labelsQuestion).data ?? [];
  const groups = lists.map(({ list: title, labels }) => ({ title, options: labels.map((each) => ({ value: `${title}\n${each.label}`, label: each.label })) }));
  const send = (): void => {
    deed.send({ path: '/remarks/label', body: { ids: [id], label, list }, said: 'remarks.said' });
    setLabel('');
    setList(null);
  };
  return (
    <Adder deed={deed} isWhole={label.trim() !== ''} onAdd={send}>
      {groups.length > 0 && (
        <Choice
          label={say('remarks.label.list')}
          value={list === null ? null : `${list}\n${label}`}
          groups={groups}
          onChange={(chosen) => {
            const [title = '', word = ''] = chosen.split('\n');
            setList(title);
            setLabel(word);
          }}
        />
      )}
      <Words
        label="remarks.label.words"
        value={label}
        onChange={(word) => {
          setList(null);
          setLabel(word);
        }}
      />
    </Adder>
  );
}

function Assigning({ id, deed }: Adding) {
  const [to, setTo] = useState('');
  const [what, setWhat] = useState('');
  const send = (): void => {
    deed.send({ path: '/remarks/assign', body: { ids: [id], to, reason: what.trim() || null }, said: 'remarks.said' });
    setTo('');
    setWhat('');
  };
  return (
    <Adder deed={deed} isWhole={to.trim() !== ''} onAdd={send}>
      <Words label="remarks.assign.to" value={to} onChange={setTo} />
      <Words label="remarks.assign.what" value={what} onChange={setWhat} />
    </Adder>
  );
}

function Assessing({ id, deed }: Adding) {
  const { say } = useTongue();
  const [step, setStep] = useState<(typeof RELIABILITIES)[number] | null>(null);
  const [reason, setReason] = useState('');
  const send = (): void => {
    deed.send({ path: '/remarks/assess', body: { ids: [id], step, reason }, said: 'remarks.said' });
    setStep(null);
    setReason('');
  };
  return (
    <Adder deed={deed} isWhole={step !== null && reason.trim() !== ''} onAdd={send}>
      <Choice
        label={say('remarks.reliability')}
        value={step}
        groups={[{ title: '', options: RELIABILITIES.map((value) => ({ value, label: say(`reliability.${value}`) })) }]}
        onChange={setStep}
      />
      <Words label="remarks.reason" value={reason} onChange={setReason} />
    </Adder>
  );
}

type AdderProps = { readonly deed: Deed; readonly isWhole: boolean; readonly onAdd: () => void; readonly children: React.ReactNode };

function Adder({ deed, isWhole, onAdd, children }: AdderProps) {
  const { say } = useTongue();
  return (
    <Form
      className="care-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole) onAdd();
      }}
    >
      {children}
      <Button className="button" type="submit" isDisabled={!isWhole || deed.isBusy}>
        {say('judge.do')}
      </Button>
    </Form>
  );
}

type WordsProps = { readonly label: Phrase; readonly value: string; readonly onChange: (value: string) => void; readonly long?: boolean };

function Words({ label, value, onChange, long = false }: WordsProps) {
  const { say } = useTongue();
  return (
    <TextField className="field" value={value} onChange={onChange}>
      <Label>{say(label)}</Label>
      {long ? <TextArea dir="auto" rows={3} /> : <Input dir="auto" />}
    </TextField>
  );
}
