import { Switch } from 'react-aria-components';
import { setPreferences, usePreferences } from '../data/preferences.ts';
import { useTongue, type Phrase } from '../data/tongue.tsx';
import { Window } from './window.tsx';

const KEYS: readonly (readonly [string, Phrase])[] = [
  ['j', 'keys.next'],
  ['k', 'keys.previous'],
  ['a', 'keys.accept'],
  ['r', 'keys.reject'],
  ['e', 'keys.amend'],
  ['u', 'keys.undo'],
  ['c', 'keys.own'],
  ['w', 'keys.withdraw'],
  ['s', 'keys.several'],
  ['p', 'keys.pages'],
  ['t', 'keys.play'],
  ['+ −', 'keys.zoom'],
  ['[ ]', 'keys.day'],
  ['1 … 9', 'keys.place'],
  ['h', 'keys.here'],
  ['y n h', 'keys.judge'],
  ['z', 'keys.unjudge'],
  ['m', 'keys.mayBe'],
  ['Ctrl K', 'keys.find'],
  ['?', 'keys.help'],
  ['Esc', 'keys.escape'],
  ['Ctrl ⏎', 'keys.save'],
];

type Props = { readonly isOpen: boolean; readonly onOpenChange: (isOpen: boolean) => void };

export function KeysDialog({ isOpen, onOpenChange }: Props) {
  const { say } = useTongue();
  const { letterKeys } = usePreferences();
  return (
    <Window title={say('keys.title')} place="middle" isOpen={isOpen} onOpenChange={onOpenChange}>
      <dl className="keys">
        {KEYS.map(([key, phrase]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{say(phrase)}</dd>
          </div>
        ))}
      </dl>
      <div>
        <Switch className="switch" isSelected={letterKeys} onChange={(isOn) => setPreferences({ letterKeys: isOn })} aria-describedby="letter-keys-about">
          <span className="switch-track" />
          {say('keys.off')}
        </Switch>
        <p className="small soft" id="letter-keys-about">
          {say('keys.off.about')}
        </p>
      </div>
    </Window>
  );
}
