import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { Button, Form, Input, Label, ListBox, ListBoxItem, TextField } from 'react-aria-components';
import type { EventView } from '../../../src/model/event.ts';
import type { LinkSort } from '../../../src/model/link.ts';
import { dayOf, inOrder } from '../data/dates.ts';
import { isolated } from '../data/isolated.ts';
import { eventPath } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { useDeed, type Deed } from '../data/use-deed.ts';
import { Choice } from '../parts/choice.tsx';
import { Foreign } from '../parts/claim-words.tsx';
import { Link } from '../parts/link.tsx';
import { Said } from '../parts/said.tsx';
import { Window } from '../parts/window.tsx';
import { eventsQuestion } from './questions.ts';

/** What people say that an event is a part of, led to or came of; and the way to say so. Nothing is linked by machine. */
export function EventLinks({ event }: { readonly event: EventView }) {
  const tongue = useTongue();
  const { say } = tongue;
  const [isLinking, setLinking] = useState(false);
  const deed = useDeed();
  return (
    <section>
      <h2>{say('links.title')}</h2>
      {event.links.length === 0 && <p className="soft">{say('links.none')}</p>}
      <ul className="judgements">
        {event.links.map(({ how, other, link: { entry, by, at, reason } }) => {
          const day = dayOf(at, tongue);
          return (
            <li key={entry}>
              <span>
                <strong>{say(`links.${how}`)}</strong>{' '}
                <Link href={eventPath(other.id)} dir="auto">
                  {other.label}
                </Link>
              </span>
              <span className="small soft">
                {say('names.judged.by', { by: isolated(by), at: day ? inOrder(day, tongue)[0] : at })}
                {say('comma')}
                {say('card.reason', { reason: isolated(reason) })}
              </span>
              <Button
                className="button button-quiet"
                isDisabled={deed.isBusy}
                onPress={() => deed.send({ path: '/links/undo', body: { entry }, said: 'names.said.undone' })}
              >
                {say('names.undo')}
              </Button>
            </li>
          );
        })}
      </ul>
      <div className="actions">
        <Button className="button" onPress={() => setLinking(true)}>
          {say('links.make')}
        </Button>
      </div>
      <Said words={deed.words} failed={deed.failed} />
      <Window title={say('links.title')} place="side" isOpen={isLinking} onOpenChange={setLinking}>
        <LinkForm event={event} deed={deed} onDone={() => setLinking(false)} />
      </Window>
    </section>
  );
}

const HOWS = {
  isPart: { link: 'part of', isLeft: true },
  hasPart: { link: 'part of', isLeft: false },
  ledTo: { link: 'led to', isLeft: true },
  cameOf: { link: 'led to', isLeft: false },
} as const satisfies Record<string, { readonly link: LinkSort; readonly isLeft: boolean }>;
type How = keyof typeof HOWS;

/** Events that are offered at once. */
const MOST = 40;

function LinkForm({ event, deed, onDone }: { readonly event: EventView; readonly deed: Deed; readonly onDone: () => void }) {
  const tongue = useTongue();
  const { say } = tongue;
  const [how, setHow] = useState<How>('isPart');
  const [words, setWords] = useState('');
  const [other, setOther] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const found = useQuery(eventsQuestion(new URLSearchParams({ words: useDeferredValue(words).trim() }).toString())).data;
  const others = (found?.rows ?? []).filter(({ id }) => id !== event.id);
  const make = (): void => {
    if (other === null || !reason.trim()) return;
    const { link, isLeft } = HOWS[how];
    deed.send({ path: '/links', body: { link, from: isLeft ? event.id : other, to: isLeft ? other : event.id, reason: reason.trim() }, said: 'links.said' });
    onDone();
  };
  return (
    <Form
      className="care-form"
      onSubmit={(submitted) => {
        submitted.preventDefault();
        make();
      }}
    >
      <Choice<How>
        label={say('links.how')}
        value={how}
        groups={[{ title: '', options: (Object.keys(HOWS) as How[]).map((value) => ({ value, label: say(`links.${value}`) })) }]}
        onChange={setHow}
      />
      <TextField className="field" value={words} onChange={setWords}>
        <Label>{say('events.narrow')}</Label>
        <Input dir="auto" />
      </TextField>
      <ListBox
        className="options"
        aria-label={say('links.other')}
        selectionMode="single"
        selectedKeys={other === null ? [] : [other]}
        onSelectionChange={(keys) => setOther(keys === 'all' ? null : (others.find(({ id }) => keys.has(id))?.id ?? null))}
      >
        {others.slice(0, MOST).map(({ id, kind, label }) => (
          <ListBoxItem key={id} id={id} className="option" textValue={label}>
            <span className="kind">{tongue.kind(kind)}</span> <Foreign>{label}</Foreign>
          </ListBoxItem>
        ))}
      </ListBox>
      <TextField className="field" value={reason} onChange={setReason}>
        <Label>{say('judge.own')}</Label>
        <Input dir="auto" />
      </TextField>
      <Button className="button button-main" type="submit" isDisabled={other === null || !reason.trim()}>
        {say('judge.do')}
      </Button>
    </Form>
  );
}
