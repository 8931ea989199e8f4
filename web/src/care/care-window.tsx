import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, Form, Input, Label, TextField } from 'react-aria-components';
import { readEdtf } from '../../../src/base/edtf.ts';
import type { Care, CareReached } from '../../../src/model/answers.ts';
import { SENSITIVITIES, type Sensitivity } from '../../../src/model/document.ts';
import { send } from '../data/api.ts';
import { askAnew } from '../data/ask-anew.ts';
import { useTongue } from '../data/tongue.tsx';
import { Choice } from '../parts/choice.tsx';
import { DateWords } from '../parts/claim-words.tsx';
import { Lines } from '../parts/lines.tsx';
import { Reason } from '../parts/reason.tsx';
import { Window } from '../parts/window.tsx';

/** What was last said of how something may be used; null where nothing was. */
export type Stands = Care & { readonly sensitivity: Sensitivity | null };

type Props = {
  /** Id of a document, an original or a name. */
  readonly about: string;
  readonly stands: Stands;
};

/** A press leads to the form in which a person says how something may be used; what was said is told beside it. */
export function StateCare({ about, stands }: Props) {
  const { say } = useTongue();
  const [isOpen, setOpen] = useState(false);
  const [reached, setReached] = useState<CareReached | null>(null);
  const reaches = reached ? reached.inside.length + reached.made.length + reached.names.length : 0;
  return (
    <div className="actions">
      <Button className="button" onPress={() => setOpen(true)}>
        {say('care.open')}
      </Button>
      <output className="small">
        {reached && say('care.said')} {reaches > 0 && say('care.reached', { n: reaches })}
      </output>
      <Window title={say('care.title')} place="side" isOpen={isOpen} onOpenChange={setOpen}>
        <CareForm
          about={about}
          stands={stands}
          onSaid={(what) => {
            setReached(what);
            setOpen(false);
          }}
        />
      </Window>
    </div>
  );
}

const WORDS = ['consent', 'purpose'] as const;
const DATES = ['consentUntil', 'retention'] as const;
type Written = Readonly<Record<(typeof WORDS)[number] | (typeof DATES)[number], string>>;
const NOTHING: Written = { consent: '', purpose: '', consentUntil: '', retention: '' };

function CareForm({ about, stands, onSaid }: Props & { readonly onSaid: (reached: CareReached) => void }) {
  const { say } = useTongue();
  const client = useQueryClient();
  const [sensitivity, setSensitivity] = useState<Sensitivity | null>(null);
  const [written, setWritten] = useState(NOTHING);
  const [reason, setReason] = useState('');
  const said = Object.fromEntries(Object.entries(written).flatMap(([name, words]) => (words.trim() === '' ? [] : [[name, words.trim()]])));
  const sending = useMutation({
    mutationFn: () => send<CareReached>('/care', { id: about, sensitivity, ...said, reason: reason.trim() }),
    onSuccess: (reached) => {
      void askAnew(client);
      onSaid(reached);
    },
  });
  const isSaid = sensitivity !== null || Object.keys(said).length > 0;
  const areDates = DATES.every((name) => written[name].trim() === '' || readEdtf(written[name].trim()) !== null);
  const isReady = isSaid && areDates && reason.trim() !== '' && !sending.isPending;
  const isFreer = sensitivity !== null && SENSITIVITIES.indexOf(sensitivity) < SENSITIVITIES.indexOf(stands.sensitivity ?? 'public');
  const levels = SENSITIVITIES.map((value) => ({ value, label: say(`care.level.${value}`) }));
  return (
    <Form
      className="care-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) sending.mutate();
      }}
    >
      <p className="small soft">{say('care.note')}</p>
      <Choice label={say('custody.sensitivity')} value={sensitivity} groups={[{ title: '', options: levels }]} onChange={setSensitivity} />
      {isFreer && <p className="caution small">{say('care.freer')}</p>}
      {WORDS.map((name) => (
        <Lines
          key={name}
          label={say(`custody.${name}`)}
          note={stands[name] === null ? say(`care.${name}.note`) : say('care.stands', { words: stands[name] })}
          value={written[name]}
          onChange={(words) => setWritten({ ...written, [name]: words })}
        />
      ))}
      {DATES.map((name) => (
        <DateField
          key={name}
          label={say(`custody.${name}`)}
          stands={stands[name]}
          value={written[name]}
          onChange={(words) => setWritten({ ...written, [name]: words })}
        />
      ))}
      <Lines label={say('amend.reason')} note={say('amend.reason.needed')} value={reason} onChange={setReason} />
      {sending.error && <Reason title={say('care.failed')} error={sending.error} again={sending.reset} />}
      <div className="actions">
        <Button className="button button-main" type="submit" isDisabled={!isReady}>
          {say('care.do')}
        </Button>
      </div>
    </Form>
  );
}

type DateProps = { readonly label: string; readonly stands: string | null; readonly value: string; readonly onChange: (value: string) => void };

function DateField({ label, stands, value, onChange }: DateProps) {
  const { say } = useTongue();
  const isBad = value.trim() !== '' && readEdtf(value.trim()) === null;
  return (
    <TextField className="field" value={value} onChange={onChange} isInvalid={isBad}>
      <Label>{label}</Label>
      <Input dir="ltr" />
      <output className="when">
        {isBad && <span className="field-error">{say('amend.edtf.bad')}</span>}
        {!isBad && value.trim() !== '' && <DateWords edtf={value.trim()} />}
        {value.trim() === '' && stands !== null && say('care.stands', { words: stands })}
      </output>
    </TextField>
  );
}
