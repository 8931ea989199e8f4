import type { ReactNode } from 'react';
import { Button, Header, Label, ListBox, ListBoxItem, ListBoxSection, Popover, Select, SelectValue } from 'react-aria-components';
import { useTongue } from '../data/tongue.tsx';

type Option<Value> = { readonly value: Value; readonly label: string };
export type OptionGroup<Value> = { readonly title: string; readonly options: readonly Option<Value>[] };

type Props<Value extends string> = {
  readonly label: ReactNode;
  /** Null where none is chosen yet. */
  readonly value: Value | null;
  /** A group without a title is shown without one. */
  readonly groups: readonly OptionGroup<Value>[];
  readonly onChange: (value: Value) => void;
};

/** One of a list; the first letters of an option find it. */
export function Choice<Value extends string>({ label, value, groups, onChange }: Props<Value>) {
  const { say } = useTongue();
  const options = groups.flatMap((group) => group.options);
  const choose = (key: unknown): void => {
    const chosen = options.find((option) => option.value === key);
    if (chosen) onChange(chosen.value);
  };
  return (
    <Select className="field" value={value} onChange={choose} placeholder={say('choice.none')}>
      <Label>{label}</Label>
      <Button className="select-button">
        <SelectValue />
        <span aria-hidden="true">▾</span>
      </Button>
      <Popover className="popover">
        <ListBox className="options">
          {groups.map((group, n) => (
            <ListBoxSection key={group.title} id={`group-${n}`} aria-label={group.title || say('choice.none')}>
              {group.title !== '' && <Header>{group.title}</Header>}
              {group.options.map((option) => (
                <ListBoxItem key={option.value} id={option.value} className="option">
                  {option.label}
                </ListBoxItem>
              ))}
            </ListBoxSection>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
