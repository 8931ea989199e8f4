import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { NameVeiled } from '../../../src/model/pseudonym.ts';
import { isolated } from '../data/isolated.ts';
import { useTongue } from '../data/tongue.tsx';
import { useDeed } from '../data/use-deed.ts';
import { DateWords, Foreign } from '../parts/claim-words.tsx';
import { Said } from '../parts/said.tsx';
import { WhyWindow } from '../parts/why-window.tsx';
import { Window } from '../parts/window.tsx';
import { AskName } from './ask-name.tsx';
import { PseudonymForm } from './pseudonym-form.tsx';
import { pseudonymsQuestion } from './questions.ts';

type Props = {
  readonly id: string;
  /** Of all names. */
  readonly ids: readonly string[];
  /** Whether this stands at the head of the page: there is nothing there but what is shown in the place of a name. */
  readonly isHead: boolean;
};

/** Of somebody whom claims name: what is shown in the place of the name, who asked for it, and the ways to change that. */
export function NamePseudonym({ id, ids, isHead }: Props) {
  const { say } = useTongue();
  const veiled = useQuery(pseudonymsQuestion).data?.names.find((name) => name.id === id || ids.includes(name.id));
  if (isHead !== (veiled !== undefined)) return null;
  return (
    <section className="name-pseudonym">
      <h2>{say('veil.title')}</h2>
      {veiled ? <Veiled name={veiled} /> : <p className="soft">{say('veil.none')}</p>}
      {(!veiled || veiled.isOpen) && <Give id={id} isAnother={veiled !== undefined} />}
    </section>
  );
}

function Veiled({ name }: { readonly name: NameVeiled }) {
  const { say } = useTongue();
  const [isTaking, setTaking] = useState(false);
  const deed = useDeed();
  return (
    <>
      <p>
        {say(name.isOpen ? 'veil.open' : 'veil.covered')} <Foreign>{name.pseudonym}</Foreign>
      </p>
      {!name.isOpen && <AskName name={name} />}
      {name.askings.length > 0 && (
        <>
          <h3>{say('veil.askings')}</h3>
          <ul className="askings small">
            {name.askings.map(({ entry, by, at, reason }) => (
              <li key={entry}>
                <span className="when">
                  <DateWords edtf={at.slice(0, 10)} />
                </span>
                {say('comma')}
                <Foreign>{by}</Foreign>: <Foreign>{reason}</Foreign> <code dir="ltr">{entry}</code>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="actions">
        <Button className="button button-quiet" isDisabled={deed.isBusy} onPress={() => setTaking(true)}>
          {say('veil.take')}
        </Button>
        <Said {...deed} />
      </div>
      <WhyWindow
        title={say('veil.take.title', { name: isolated(name.pseudonym) })}
        note={say('veil.take.note')}
        isOpen={isTaking}
        onClose={() => setTaking(false)}
        onReason={(reason) => {
          setTaking(false);
          deed.send({ path: '/pseudonyms/undo', body: { id: name.id, reason }, said: 'veil.taken' });
        }}
      />
    </>
  );
}

function Give({ id, isAnother }: { readonly id: string; readonly isAnother: boolean }) {
  const { say } = useTongue();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="actions">
      <Button className="button" onPress={() => setOpen(true)}>
        {say(isAnother ? 'veil.give.another' : 'veil.give')}
      </Button>
      <Window title={say('veil.give.title')} place="side" isOpen={isOpen} onOpenChange={setOpen}>
        <PseudonymForm id={id} onSaid={() => setOpen(false)} />
      </Window>
    </div>
  );
}
