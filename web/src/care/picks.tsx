import { Checkbox } from 'react-aria-components';
import { Foreign } from '../parts/claim-words.tsx';

type Option = { readonly value: string; readonly label: string; readonly about?: string };

type Props = {
  readonly title: string;
  readonly options: readonly Option[];
  readonly picked: readonly string[];
  readonly onPick: (picked: readonly string[]) => void;
};

/** Any of a list, folded away until somebody looks for it; nothing where the list is empty. */
export function Picks({ title, options, picked, onPick }: Props) {
  if (options.length === 0) return null;
  return (
    <details className="picks">
      <summary>
        {title} {picked.length > 0 && <span className="number">({picked.length})</span>}
      </summary>
      <fieldset aria-label={title}>
        {options.map(({ value, label, about }) => (
          <Checkbox
            key={value}
            className="check"
            isSelected={picked.includes(value)}
            onChange={(isPicked) => onPick(isPicked ? [...picked, value] : picked.filter((each) => each !== value))}
          >
            <span className="check-box" aria-hidden="true" />
            <span>
              <Foreign>{label}</Foreign> {about !== undefined && <span className="small soft">{about}</span>}
            </span>
          </Checkbox>
        ))}
      </fieldset>
    </details>
  );
}
