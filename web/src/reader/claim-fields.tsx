// The fields of a claim, as the forms that amend one and that make one have them.
import { useState } from 'react';
import { Button, Group, Input, Label, Text, TextField } from 'react-aria-components';
import type { Quote } from '../../../src/model/claim.ts';
import { MODALITIES, ROLES, type Role } from '../../../src/model/vocabulary.ts';
import { isolated } from '../data/isolated.ts';
import { useTongue } from '../data/tongue.tsx';
import { Choice } from '../parts/choice.tsx';
import { kindGroups } from '../parts/kind-groups.ts';
import { DateWords } from '../parts/claim-words.tsx';
import { Lines } from '../parts/lines.tsx';
import { faultOf, withName, type Draft } from './draft-claim.ts';
import { EDGE_MOVES, moveEdge } from './move-edge.ts';
import { useUnderstoodTime } from './understood-time.ts';

type PartProps = { readonly draft: Draft; readonly change: (change: Partial<Draft>) => void };

type Props = PartProps & {
  readonly documentId: string;
  readonly text: string;
  /** Words selected in the text while the form is open: they fill a field at the press of its name. */
  readonly picked: Quote | null;
};

export function ClaimFields({ draft, change, documentId, text, picked }: Props) {
  const { say } = useTongue();
  return (
    <>
      {picked && <PickedWords draft={draft} change={change} picked={picked} />}
      <KindAndStance draft={draft} change={change} />
      <QuoteField draft={draft} change={change} text={text} />
      <RoleFields draft={draft} change={change} />
      <TimeFields draft={draft} change={change} documentId={documentId} />
      <Lines label={say('amend.saidBy')} note={say('amend.saidBy.hint')} value={draft.saidBy} onChange={(saidBy) => change({ saidBy })} />
    </>
  );
}

/** What to do with the words that are selected in the text. */
function PickedWords({ draft, change, picked }: PartProps & { readonly picked: Quote }) {
  const { say } = useTongue();
  const { exact } = picked;
  const uses: readonly (readonly [string, () => void])[] = [
    ...ROLES.map((role) => [say(`role.${role}`), () => change({ roles: { ...draft.roles, [role]: withName(draft.roles[role] ?? '', exact) } })] as const),
    [say('card.part.time'), () => change({ timeText: exact })],
    [say('card.part.saidBy'), () => change({ saidBy: withName(draft.saidBy, exact) })],
    [say('amend.quote'), () => change({ quote: picked })],
  ];
  return (
    <Group className="field picked" aria-label={say('pick.label')}>
      <span className="label">{say('pick.words', { words: isolated(shortened(exact)) })}</span>
      <div className="choices">
        {uses.map(([name, use]) => (
          <Button key={name} className="choice" onPress={use}>
            {name}
          </Button>
        ))}
      </div>
    </Group>
  );
}

export const shortened = (words: string): string => (Array.from(words).length > 60 ? `${Array.from(words).slice(0, 58).join('')} …` : words);

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

/** The date is filled in as the words are understood, until a person writes it themselves. */
function TimeFields({ draft, change, documentId }: PartProps & { readonly documentId: string }) {
  const { say } = useTongue();
  const [isOwn, setOwn] = useState(false);
  const fault = faultOf(draft);
  const isBadDate = fault === 'amend.edtf.bad' || fault === 'amend.edtf.needsText';
  useUnderstoodTime(documentId, draft.timeText, (edtf) => {
    if (!isOwn) change({ edtf: edtf ?? '' });
  });
  return (
    <>
      <TextField className="field" value={draft.timeText} onChange={(timeText) => change({ timeText })}>
        <Label>{say('amend.timeText')}</Label>
        <Input dir="auto" />
      </TextField>
      <TextField
        className="field"
        value={draft.edtf}
        onChange={(edtf) => {
          setOwn(true);
          change({ edtf });
        }}
        isInvalid={isBadDate}
      >
        <Label>{say('amend.edtf')}</Label>
        <Input dir="ltr" />
        <output className="when">{isBadDate ? <span className="field-error">{say(fault)}</span> : draft.edtf.trim() && <DateWords edtf={draft.edtf} />}</output>
        <Text slot="description" className="field-note">
          {say('amend.edtf.hint')}
        </Text>
      </TextField>
    </>
  );
}
