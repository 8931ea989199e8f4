import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { Button, Input, Label, TextField, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { SourceView } from '../../../src/model/source.ts';
import { useTongue } from '../data/tongue.tsx';
import { useDeed } from '../data/use-deed.ts';
import { JudgementList } from '../names/judgement-list.tsx';
import { Foreign } from '../parts/claim-words.tsx';
import { Said } from '../parts/said.tsx';
import { WhyWindow } from '../parts/why-window.tsx';
import { sourcesQuestion } from './questions.ts';

/** What people said of who owns a publisher, and the way to say it: that two share an owner makes what both tell one origin. */
export function Owners({ source }: { readonly source: SourceView }) {
  const { say } = useTongue();
  const deed = useDeed();
  const [other, setOther] = useState<string | null>(null);
  const [decision, setDecision] = useState<'join' | 'split' | null>(null);
  const decide = (reason: string): void => {
    setDecision(null);
    setOther(null);
    if (other !== null && decision !== null) deed.send({ path: '/origins', body: { ids: [source.id, other], decision, reason }, said: 'origins.said' });
  };
  return (
    <section className="owners">
      <h2>{say('owners.title')}</h2>
      <p className="small soft">{say('owners.lead')}</p>
      {source.owners.length === 0 && <p className="soft">{say('owners.none')}</p>}
      <JudgementList
        judgements={source.owners}
        of="owners"
        onUndo={(entry) => deed.send({ path: '/judge/undo', body: { entry, reason: null }, said: 'names.said.undone' })}
      />
      <PublisherPicker key={source.owners.length} except={source.id} value={other} onChange={setOther} />
      <div className="actions">
        <Button className="button" isDisabled={other === null || deed.isBusy} onPress={() => setDecision('join')}>
          {say('owners.join')}
        </Button>
        <Button className="button" isDisabled={other === null || deed.isBusy} onPress={() => setDecision('split')}>
          {say('owners.split')}
        </Button>
      </div>
      <Said words={deed.words} failed={deed.failed} />
      <WhyWindow
        title={say(decision === 'split' ? 'owners.split' : 'owners.join')}
        isOpen={decision !== null}
        onClose={() => setDecision(null)}
        onReason={decide}
      />
    </section>
  );
}

type PickerProps = { readonly except: string; readonly value: string | null; readonly onChange: (id: string | null) => void };

/** Publishers that are offered at once. */
const MOST = 8;

/** Another publisher of the casebook: found by typing, and chosen among those that the words may mean. */
function PublisherPicker({ except, value, onChange }: PickerProps) {
  const { say } = useTongue();
  const [words, setWords] = useState('');
  const like = useDeferredValue(words).trim();
  const asked = useQuery({ ...sourcesQuestion(new URLSearchParams({ like }).toString()), enabled: like !== '' });
  const found = like === '' ? [] : (asked.data?.sources ?? []).filter(({ id, sort }) => sort === 'publisher' && id !== except).slice(0, MOST);
  return (
    <>
      <TextField
        className="field"
        value={words}
        onChange={(next) => {
          setWords(next);
          onChange(null);
        }}
      >
        <Label>{say('owners.with')}</Label>
        <Input dir="auto" />
      </TextField>
      {like !== '' && asked.isSuccess && found.length === 0 && <p className="small soft">{say('sources.none')}</p>}
      <ToggleButtonGroup
        className="choices"
        aria-label={say('owners.with')}
        selectedKeys={value === null ? [] : [value]}
        onSelectionChange={(keys) => onChange(found.find(({ id }) => keys.has(id))?.id ?? null)}
      >
        {found.map(({ id, label, documents }) => (
          <ToggleButton key={id} id={id} className="choice">
            <Foreign>{label}</Foreign> <span className="small soft">{say('names.documents', { n: documents })}</span>
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </>
  );
}
