import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { entityQuestion, findQuestion } from '../data/questions.ts';
import { useTongue } from '../data/tongue.tsx';
import { Foreign } from './claim-words.tsx';

type Props = {
  readonly label: string;
  /** `n_…`; null where nobody is chosen. */
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
};

/** Somebody whom recorded claims name, found by typing, in any script. */
export function NamePicker({ label, value, onChange }: Props) {
  const chosen = useQuery({ ...entityQuestion(value ?? ''), enabled: value !== null }).data?.label;
  return <Picker key={`${value ?? ''} ${chosen ?? ''}`} label={label} value={value} chosen={chosen ?? ''} onChange={onChange} />;
}

function Picker({ label, value, chosen, onChange }: Props & { readonly chosen: string }) {
  const { say } = useTongue();
  const [words, setWords] = useState(chosen);
  const found = useQuery(findQuestion(words.trim())).data?.entities ?? [];
  return (
    <ComboBox
      className="field name-picker"
      inputValue={words}
      onInputChange={setWords}
      value={value}
      items={found}
      allowsCustomValue
      allowsEmptyCollection
      menuTrigger="input"
      onChange={(key) => key !== null && onChange(String(key))}
    >
      <Label>{label}</Label>
      <div className="name-picker-line">
        <Input dir="auto" />
        {value !== null && (
          <Button slot={null} className="button button-quiet" aria-label={say('picker.clear')} onPress={() => onChange(null)}>
            ✕
          </Button>
        )}
      </div>
      <Popover className="popover">
        <ListBox<(typeof found)[number]> className="options" renderEmptyState={() => <span className="small soft">{say('names.none')}</span>}>
          {({ id, label: name, sort, claims }) => (
            <ListBoxItem id={id} className="option" textValue={name}>
              <Foreign>{name}</Foreign>
              <span className="small soft">
                {say(`names.sort.${sort}`)}
                {say('comma')}
                {say('names.claims', { n: claims })}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
