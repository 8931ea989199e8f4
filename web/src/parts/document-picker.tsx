import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import type { DocumentRow } from '../../../src/model/answers.ts';
import { documentsQuestion } from '../data/questions.ts';
import { useTongue } from '../data/tongue.tsx';
import { Foreign } from './claim-words.tsx';

type Props = {
  readonly label: string;
  readonly value: string | null;
  /** Which of those that are found can be chosen. */
  readonly isOpen: (document: DocumentRow) => boolean;
  readonly onChange: (id: string | null) => void;
};

/** So many are offered; whoever types more words finds the others. */
const OFFERED = '50';

/** A document, found by the words of its title or file. */
export function DocumentPicker({ label, value, isOpen, onChange }: Props) {
  const { say } = useTongue();
  const [words, setWords] = useState('');
  const found = (useQuery(documentsQuestion({ words: value === null ? words.trim() : '', most: OFFERED })).data?.documents ?? []).filter(isOpen);
  return (
    <ComboBox
      className="field"
      inputValue={words}
      onInputChange={setWords}
      value={value}
      items={found}
      allowsEmptyCollection
      menuTrigger="focus"
      onChange={(key) => onChange(key === null ? null : String(key))}
    >
      <Label>{label}</Label>
      <Input dir="auto" />
      <Popover className="popover">
        <ListBox<DocumentRow> className="options" renderEmptyState={() => <span className="small soft">{say('home.find.none')}</span>}>
          {({ id, title, name }) => (
            <ListBoxItem id={id} className="option" textValue={title ?? name}>
              <Foreign>{title ?? name}</Foreign>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
