import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Button, Form, Group, Input, Label, Text, TextArea, TextField } from 'react-aria-components';
import type { ClaimRow } from '../../../src/model/answers.ts';
import type { ClaimContent } from '../../../src/model/claim.ts';
import { FAMILIES, familyOf, KINDS, MODALITIES, ROLES, type Role } from '../../../src/model/vocabulary.ts';
import { useTongue, type Tongue } from '../data/tongue.tsx';
import { Choice } from '../parts/choice.tsx';
import { DateWords } from '../parts/claim-words.tsx';
import { contentOf, draftOf, faultOf, type Draft } from './draft-claim.ts';
import { EDGE_MOVES, moveEdge } from './move-edge.ts';

type Props = {
  readonly claim: ClaimRow;
  readonly text: string;
  readonly onSave: (content: ClaimContent, reason: string) => void;
  readonly onCancel: () => void;
};

type PartProps = { readonly draft: Draft; readonly change: (change: Partial<Draft>) => void };

/** The form that puts a suggestion right. Ctrl+Enter saves, Escape leaves it. */
export function AmendForm({ claim, text, onSave, onCancel }: Props) {
  const { say } = useTongue();
  const form = useRef<HTMLDivElement>(null);
  // Whoever asks for the form wants to write in it, and to see as much of it as there is room for.
  useEffect(() => {
    const card = form.current?.closest('li');
    card?.parentElement?.scrollTo({ top: card.offsetTop - card.parentElement.offsetTop });
    form.current?.querySelector('button')?.focus({ preventScroll: true });
  }, []);
  const [draft, setDraft] = useState(() => draftOf(claim));
  const [reason, setReason] = useState('');
  const change = (some: Partial<Draft>): void => setDraft((before) => ({ ...before, ...some }));
  const isReady = faultOf(draft) === null && reason.trim() !== '';
  const save = (): void => {
    if (isReady) onSave(contentOf(draft), reason.trim());
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onCancel();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
  };
  return (
    <div role="presentation" ref={form} onKeyDown={onKeyDown}>
      <Form
        className="amend"
        aria-label={say('amend.title')}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <p className="small soft">{say('amend.note')}</p>
        <KindAndStance draft={draft} change={change} />
        <QuoteField draft={draft} change={change} text={text} />
        <RoleFields draft={draft} change={change} />
        <TimeFields draft={draft} change={change} />
        <Lines label={say('amend.saidBy')} note={say('amend.saidBy.hint')} value={draft.saidBy} onChange={(saidBy) => change({ saidBy })} />
        <Lines label={say('amend.reason')} note={say('amend.reason.needed')} value={reason} onChange={setReason} />
        <div className="actions">
          <Button className="button button-main" type="submit" isDisabled={!isReady}>
            {say('amend.save')} <kbd aria-hidden="true">Ctrl ⏎</kbd>
          </Button>
          <Button className="button" onPress={onCancel}>
            {say('cancel')} <kbd aria-hidden="true">Esc</kbd>
          </Button>
        </div>
      </Form>
    </div>
  );
}

const kindGroups = (tongue: Tongue) =>
  FAMILIES.map((family) => ({
    title: tongue.say(`family.${family}`),
    options: KINDS.filter((kind) => familyOf(kind) === family).map((kind) => ({ value: kind, label: tongue.kind(kind) })),
  }));

function KindAndStance({ draft, change }: PartProps) {
  const tongue = useTongue();
  const stances = MODALITIES.map((value) => ({ value, label: tongue.say(`stance.${value}`) }));
  return (
    <>
      <Choice label={tongue.say('amend.kind')} value={draft.kind} groups={kindGroups(tongue)} onChange={(kind) => change({ kind })} />
      <Choice
        label={tongue.say('amend.modality')}
        value={draft.modality}
        groups={[{ title: tongue.say('amend.modality'), options: stances }]}
        onChange={(modality) => change({ modality })}
      />
    </>
  );
}

const EDGE_SIGNS = { earlier: '+', later: '−', shorter: '−', longer: '+' } as const;

function QuoteField({ draft, change, text }: PartProps & { readonly text: string }) {
  const { say } = useTongue();
  const [earlier, later, shorter, longer] = EDGE_MOVES.map((move) => (
    <Button key={move} className="button edge" aria-label={say(`amend.${move}`)} onPress={() => change({ quote: moveEdge(text, draft.quote, move) })}>
      {EDGE_SIGNS[move]}
    </Button>
  ));
  return (
    <Group className="field" aria-label={say('amend.quote')}>
      <span className="label">{say('amend.quote')}</span>
      <blockquote className="quote" dir="auto" aria-live="polite">
        {draft.quote.exact}
      </blockquote>
      <div className="edges">
        <span>
          {earlier}
          {later}
        </span>
        <span>
          {shorter}
          {longer}
        </span>
      </div>
    </Group>
  );
}

function RoleFields({ draft, change }: PartProps) {
  const { say } = useTongue();
  const shown = ROLES.filter((role) => draft.roles[role] !== undefined);
  const set = (role: Role, names: string): void => change({ roles: { ...draft.roles, [role]: names } });
  return (
    <>
      {shown.map((role) => (
        <Lines key={role} label={say(`role.${role}`)} note={say('amend.each')} value={draft.roles[role] ?? ''} onChange={(names) => set(role, names)} />
      ))}
      <Group className="field" aria-label={say('amend.addRole')}>
        <div className="choices">
          {ROLES.filter((role) => !shown.includes(role)).map((role) => (
            <Button key={role} className="choice" aria-label={`${say('amend.addRole')}: ${say(`role.${role}`)}`} onPress={() => set(role, '')}>
              + {say(`role.${role}`)}
            </Button>
          ))}
        </div>
      </Group>
    </>
  );
}

function TimeFields({ draft, change }: PartProps) {
  const { say } = useTongue();
  const fault = faultOf(draft);
  return (
    <>
      <TextField className="field" value={draft.timeText} onChange={(timeText) => change({ timeText })}>
        <Label>{say('amend.timeText')}</Label>
        <Input dir="auto" />
      </TextField>
      <TextField className="field" value={draft.edtf} onChange={(edtf) => change({ edtf })} isInvalid={fault !== null}>
        <Label>{say('amend.edtf')}</Label>
        <Input dir="ltr" />
        <output className="when">{fault ? <span className="field-error">{say(fault)}</span> : draft.edtf.trim() && <DateWords edtf={draft.edtf} />}</output>
        <Text slot="description" className="field-note">
          {say('amend.edtf.hint')}
        </Text>
      </TextField>
    </>
  );
}

type LinesProps = { readonly label: string; readonly note: string; readonly value: string; readonly onChange: (value: string) => void };

function Lines({ label, note, value, onChange }: LinesProps) {
  return (
    <TextField className="field" value={value} onChange={onChange}>
      <Label>{label}</Label>
      <TextArea dir="auto" rows={1} />
      <Text slot="description" className="field-note">
        {note}
      </Text>
    </TextField>
  );
}
