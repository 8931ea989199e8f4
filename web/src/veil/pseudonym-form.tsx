import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, Checkbox, Form } from 'react-aria-components';
import { PROTECTED, type NamesVeiled, type PseudonymProposed } from '../../../src/model/pseudonym.ts';
import { send } from '../data/api.ts';
import { askAnew } from '../data/ask-anew.ts';
import { useTongue } from '../data/tongue.tsx';
import { Foreign } from '../parts/claim-words.tsx';
import { Lines } from '../parts/lines.tsx';
import { Reason } from '../parts/reason.tsx';
import { proposedQuestion } from './questions.ts';

type Props = { readonly id: string; readonly onSaid: () => void };

/** Gives a name a pseudonym: which, which of its words are covered where they stand alone, what else tells who it is, and why. */
export function PseudonymForm({ id, onSaid }: Props) {
  const { say } = useTongue();
  const { data, error, refetch } = useQuery(proposedQuestion(id));
  if (error) return <Reason title={say('veil.failed')} error={error} again={() => void refetch()} />;
  return data ? <Filled id={id} proposed={data} onSaid={onSaid} /> : <output className="soft">{say('loading')}</output>;
}

function Filled({ id, proposed, onSaid }: Props & { readonly proposed: PseudonymProposed }) {
  const { say } = useTongue();
  const client = useQueryClient();
  const [pseudonym, setPseudonym] = useState(proposed.pseudonym.replace(PROTECTED, say('veil.protected')));
  const [also, setAlso] = useState('');
  const [spared, setSpared] = useState(proposed.words.filter(({ others }) => others).map(({ word }) => word));
  const [reason, setReason] = useState('');
  const others = also.split('\n').map((each) => each.trim()).filter((each) => each !== ''); // prettier-ignore
  const sending = useMutation({
    mutationFn: () => send<NamesVeiled>('/pseudonyms', { id, pseudonym: pseudonym.trim(), also: others, spared, reason: reason.trim() }),
    onSuccess: () => {
      void askAnew(client);
      onSaid();
    },
  });
  const isReady = pseudonym.trim() !== '' && reason.trim() !== '' && !sending.isPending;
  return (
    <Form
      className="care-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) sending.mutate();
      }}
    >
      <p className="small soft">{say('veil.give.note')}</p>
      <Lines label={say('veil.pseudonym')} note={say('veil.pseudonym.note')} value={pseudonym} onChange={setPseudonym} />
      <Alone words={proposed.words} spared={spared} onSpare={setSpared} />
      <Lines label={say('veil.also')} note={say('veil.also.note')} value={also} onChange={setAlso} />
      <Lines label={say('amend.reason')} note={say('veil.reason.note')} value={reason} onChange={setReason} />
      {sending.error && <Reason title={say('veil.failed')} error={sending.error} again={sending.reset} />}
      <div className="actions">
        <Button className="button button-main" type="submit" isDisabled={!isReady}>
          {say('veil.do')}
        </Button>
      </div>
    </Form>
  );
}

type AloneProps = { readonly words: PseudonymProposed['words']; readonly spared: readonly string[]; readonly onSpare: (spared: string[]) => void };

/** Nothing of names that have no words of their own, as descriptions. */
function Alone({ words, spared, onSpare }: AloneProps) {
  const { say } = useTongue();
  if (words.length === 0) return null;
  return (
    <fieldset className="several">
      <legend>{say('veil.alone')}</legend>
      {words.map(({ word, others }) => (
        <Checkbox
          key={word}
          className="check"
          isSelected={!spared.includes(word)}
          onChange={(isCovered) => onSpare(isCovered ? spared.filter((each) => each !== word) : [...spared, word])}
        >
          <span className="check-box" aria-hidden="true" />
          <Foreign>{word}</Foreign> {others && <span className="small soft">{say('veil.others')}</span>}
        </Checkbox>
      ))}
    </fieldset>
  );
}
