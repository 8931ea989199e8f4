import { Label, Text, TextArea, TextField } from 'react-aria-components';

type Props = { readonly label: string; readonly note: string; readonly value: string; readonly onChange: (value: string) => void };

/** A field for words of any length; where it holds a list, each member has a line. */
export function Lines({ label, note, value, onChange }: Props) {
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
