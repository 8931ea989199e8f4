import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
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
      <PublisherPicker except={source.id} onChange={setOther} />
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

type PickerProps = { readonly except: string; readonly onChange: (id: string | null) => void };

/** Another publisher of the casebook, found by typing. */
function PublisherPicker({ except, onChange }: PickerProps) {
  const { say } = useTongue();
  const [words, setWords] = useState('');
  const search = new URLSearchParams(words.trim() ? { like: words.trim() } : {}).toString();
  const found = (useQuery(sourcesQuestion(search)).data?.sources ?? []).filter(({ id, sort }) => sort === 'publisher' && id !== except);
  return (
    <ComboBox
      className="field name-picker"
      inputValue={words}
      onInputChange={(next) => {
        setWords(next);
        onChange(found.find(({ label }) => label === next)?.id ?? null);
      }}
      items={found}
      allowsEmptyCollection
      menuTrigger="input"
      onChange={(key) => key !== null && onChange(String(key))}
    >
      <Label>{say('owners.with')}</Label>
      <Input dir="auto" />
      <Popover className="popover">
        <ListBox<(typeof found)[number]> className="options" renderEmptyState={() => <span className="small soft">{say('sources.none')}</span>}>
          {({ id, label, documents }) => (
            <ListBoxItem id={id} className="option" textValue={label}>
              <Foreign>{label}</Foreign>
              <span className="small soft">{say('names.documents', { n: documents })}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
