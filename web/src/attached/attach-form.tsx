import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, Form } from 'react-aria-components';
import type { DocumentRow, DocumentView } from '../../../src/model/answers.ts';
import { ATTACHED_AS, MAKERS, type AttachedAs, type AttachedRow } from '../../../src/model/attachment.ts';
import { send } from '../data/api.ts';
import { askAnew } from '../data/ask-anew.ts';
import { useTongue } from '../data/tongue.tsx';
import { Choice } from '../parts/choice.tsx';
import { DocumentPicker } from '../parts/document-picker.tsx';
import { Lines } from '../parts/lines.tsx';
import { Reason } from '../parts/reason.tsx';

type Props = { readonly document: DocumentView; readonly isAttached: boolean; readonly onDone: () => void };

/** Which of the two the open document is: what is attached, or what that is made of. What has no words, or is attached, can only be the latter. */
const WAYS = ['this', 'other'] as const;
type Way = (typeof WAYS)[number];

export function AttachForm({ document, isAttached, onDone }: Props) {
  const { say } = useTongue();
  const client = useQueryClient();
  const canBeMade = document.text !== '' && !isAttached;
  const [way, setWay] = useState<Way>(canBeMade ? 'this' : 'other');
  const [as, setAs] = useState<AttachedAs | null>(null);
  const [other, setOther] = useState<string | null>(null);
  const [maker, setMaker] = useState<(typeof MAKERS)[number]>('person');
  const [madeBy, setMadeBy] = useState('');
  const [method, setMethod] = useState('');
  const sending = useMutation({
    mutationFn: () => {
      const [id, to] = way === 'this' ? [document.id, other] : [other, document.id];
      return send<AttachedRow>('/attach', { id, to, as, madeBy: madeBy.trim(), maker, method: method.trim() || null });
    },
    onSuccess: () => {
      void askAnew(client);
      onDone();
    },
  });
  const isReady = as !== null && other !== null && madeBy.trim() !== '' && !sending.isPending;
  const one = <Value extends string>(values: readonly Value[], label: (value: Value) => string) => [{ title: '', options: values.map((value) => ({ value, label: label(value) })) }]; // prettier-ignore
  return (
    <Form
      className="care-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) sending.mutate();
      }}
    >
      <p className="small soft">{say('attach.note')}</p>
      {canBeMade && (
        <Choice
          label={say('attach.way')}
          value={way}
          groups={one(WAYS, (value) => say(`attach.way.${value}`))}
          onChange={(next) => {
            setWay(next);
            setOther(null);
          }}
        />
      )}
      <Choice label={say('attach.as')} value={as} groups={one(ATTACHED_AS, (value) => say(`attached.${value}`))} onChange={setAs} />
      <DocumentPicker
        key={way}
        label={say(way === 'this' ? 'attach.to' : 'attach.what')}
        value={other}
        isOpen={(each) => mayBe(each, document, way)}
        onChange={setOther}
      />
      <Choice label={say('attach.maker')} value={maker} groups={one(MAKERS, (value) => say(`attach.maker.${value}`))} onChange={setMaker} />
      <Lines label={say('attach.madeBy')} note={say('attach.madeBy.note')} value={madeBy} onChange={setMadeBy} />
      <Lines label={say('attach.method')} note={say('attach.method.note')} value={method} onChange={setMethod} />
      {sending.error && <Reason title={say('attach.failed')} error={sending.error} again={sending.reset} />}
      <div className="actions">
        <Button className="button button-main" type="submit" isDisabled={!isReady}>
          {say('attach.do')}
        </Button>
      </div>
    </Form>
  );
}

/** What is attached has words of its own; what was erased is neither. */
const mayBe = ({ id, problem, attachedTo }: DocumentRow, document: DocumentView, way: Way): boolean =>
  id !== document.id && problem?.code !== 'erased' && (way === 'this' || (problem === null && attachedTo === null));
