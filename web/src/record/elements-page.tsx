import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, Form, Input, Label, TextArea, TextField } from 'react-aria-components';
import { ClockBar } from '../clocks/clock-bar.tsx';
import { useClockSearch } from '../clocks/use-clock-search.ts';
import { useTongue } from '../data/tongue.tsx';
import { useDeed, type Deed } from '../data/use-deed.ts';
import { Asked } from '../parts/asked.tsx';
import { Said } from '../parts/said.tsx';
import { ElementsTable } from './elements-table.tsx';
import { elementsQuestion } from './questions.ts';
import { RecordHead } from './record-head.tsx';

/** The team's lists of elements of crimes over the whole record: what is tagged, what has nothing, and the way to bring a list. */
export function ElementsPage() {
  const { say } = useTongue();
  const deed = useDeed();
  return (
    <div className="page record names elements">
      <RecordHead page="elements" title="elements.title" lead={say('elements.lead')} />
      <ClockBar />
      <Asked asked={useQuery(elementsQuestion(null, useClockSearch()))}>
        {({ lists, asOf }) => (
          <>
            {lists.length === 0 && <p className="notice">{say('elements.empty')}</p>}
            {lists.map((each) => (
              <section key={each.list}>
                <ElementsTable of={each} asOf={asOf} />
                <div className="actions">
                  <Button
                    className="button button-quiet"
                    isDisabled={deed.isBusy}
                    onPress={() => deed.send({ path: '/labels', body: { list: each.list, labels: [] }, said: 'remarks.said' })}
                  >
                    {say('elements.end')}
                  </Button>
                </div>
              </section>
            ))}
          </>
        )}
      </Asked>
      <BringList deed={deed} />
      <Said words={deed.words} failed={deed.failed} />
    </div>
  );
}

/** A list of its own: an element a line, with what it means after a colon. */
function BringList({ deed }: { readonly deed: Deed }) {
  const { say } = useTongue();
  const [list, setList] = useState('');
  const [lines, setLines] = useState('');
  const labels = lines.split('\n').flatMap((line) => {
    const [, label = '', about = ''] = /^([^:]*):?(.*)$/.exec(line) ?? [];
    return label.trim() === '' ? [] : [{ label: label.trim(), about: about.trim() }];
  });
  const isWhole = list.trim() !== '' && labels.length > 0;
  return (
    <section>
      <h2>{say('elements.bring')}</h2>
      <p className="small soft">{say('elements.bring.about')}</p>
      <Form
        className="care-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isWhole) return;
          deed.send({ path: '/labels', body: { list: list.trim(), labels }, said: 'remarks.said' });
          setList('');
          setLines('');
        }}
      >
        <TextField className="field" value={list} onChange={setList}>
          <Label>{say('elements.bring.name')}</Label>
          <Input dir="auto" />
        </TextField>
        <TextField className="field" value={lines} onChange={setLines}>
          <Label>{say('elements.bring.lines')}</Label>
          <TextArea dir="auto" rows={6} />
        </TextField>
        <Button className="button" type="submit" isDisabled={!isWhole || deed.isBusy}>
          {say('elements.bring.do')}
        </Button>
      </Form>
    </section>
  );
}
