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
  ['v', 'keys.cover'],
  ['+ −', 'keys.zoom'],
  ['[ ]', 'keys.day'],
  ['← → + − 0', 'keys.timeline'],
  ['← ↑ → ↓ + − 0', 'keys.picture'],
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
  const { letterKeys, coverMedia } = usePreferences();
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
      <Toggle id="letter-keys" isOn={letterKeys} label="keys.off" about="keys.off.about" onChange={(isOn) => setPreferences({ letterKeys: isOn })} />
      <Toggle id="cover-media" isOn={coverMedia} label="cover.media" about="cover.media.about" onChange={(isOn) => setPreferences({ coverMedia: isOn })} />
    </Window>
  );
}

type ToggleProps = {
  readonly id: string;
  readonly isOn: boolean;
  readonly label: Phrase;
  readonly about: Phrase;
  readonly onChange: (isOn: boolean) => void;
};

/** Something that a person prefers, on or off. */
function Toggle({ id, isOn, label, about, onChange }: ToggleProps) {
  const { say } = useTongue();
  return (
    <div>
      <Switch className="switch" isSelected={isOn} onChange={onChange} aria-describedby={`${id}-about`}>
        <span className="switch-track" />
        {say(label)}
      </Switch>
      <p className="small soft" id={`${id}-about`}>
        {say(about)}
      </p>
    </div>
  );
}
