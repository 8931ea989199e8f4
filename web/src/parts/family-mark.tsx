import type { Status } from '../../../src/model/answers.ts';
import type { Family } from '../../../src/model/vocabulary.ts';

/** A shape for each family, so that colour is never alone in telling them apart. */
const SHAPES: Readonly<Record<Family, string>> = {
  harm: 'M5 .8 9.2 5 5 9.2.8 5Z',
  justice: 'M1.4 1.4h7.2v7.2H1.4Z',
  response: 'M5 1.1a3.9 3.9 0 1 0 0 7.8 3.9 3.9 0 0 0 0-7.8Z',
  civic: 'M5 1.1 9.2 8.7H.8Z',
  office: 'M3 1.2h4L9.2 5 7 8.8H3L.8 5Z',
  life: 'M3.6.9h2.8v2.7h2.7v2.8H6.4v2.7H3.6V6.4H.9V3.6h2.7Z',
};

/** Filled where a person decided, hollow for a suggestion. Says nothing to a screen reader: the words beside it do. */
export function FamilyMark({ family, status }: { readonly family: Family; readonly status: Status }) {
  return (
    <svg className="family-mark" data-family={family} data-status={status} viewBox="0 0 10 10" aria-hidden="true">
      <path d={SHAPES[family]} />
    </svg>
  );
}
