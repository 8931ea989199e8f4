import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ClaimRow } from '../../../src/model/answers.ts';
import type { ElementsList } from '../../../src/model/element.ts';
import { useClockSearch } from '../clocks/use-clock-search.ts';
import { useTongue } from '../data/tongue.tsx';
import { useDeed } from '../data/use-deed.ts';
import { Choice } from '../parts/choice.tsx';
import { Link } from '../parts/link.tsx';
import { Said } from '../parts/said.tsx';
import { ElementsTable } from './elements-table.tsx';
import { elementsQuestion } from './questions.ts';

type Props = {
  readonly id: string;
  /** Its recorded claims, to be tagged. */
  readonly claims: readonly ClaimRow[];
};

/** Which elements of a crime the claims of one thing are tagged with, and which have none; by the lists that a person holds it against. Nothing where the team keeps no list. */
export function ElementsOf({ id, claims }: Props) {
  const { say } = useTongue();
  const found = useQuery(elementsQuestion(id, useClockSearch())).data;
  const [chosen, setChosen] = useState<string | null>(null);
  if (!found || found.lists.length === 0) return null;
  const isUsed = ({ elements }: ElementsList): boolean => elements.some(({ claims: of, whole }) => of.length + whole.length > 0);
  const shown = found.lists.filter((each) => isUsed(each) || each.list === chosen);
  const rest = found.lists.filter((each) => !shown.includes(each));
  return (
    <section className="elements">
      <h2>{say('elements.title')}</h2>
      <p className="small soft">{say('elements.lead')}</p>
      {shown.map((each) => (
        <div key={each.list}>
          <ElementsTable of={each} asOf={found.asOf} />
          <Tagging of={each} claims={claims} />
        </div>
      ))}
      {rest.length > 0 && (
        <Choice
          label={say('elements.hold')}
          value={null}
          groups={[{ title: '', options: rest.map(({ list }) => ({ value: list, label: list })) }]}
          onChange={setChosen}
        />
      )}
      <Link className="small" href="/elements">
        {say('elements.all')}
      </Link>
    </section>
  );
}

/** Code points of a claim's words in a list to choose from. */
const SHORT = 90;

/** A claim is tagged with an element: chosen first, then the claim. */
function Tagging({ of: { list, elements }, claims }: { readonly of: ElementsList; readonly claims: readonly ClaimRow[] }) {
  const { say } = useTongue();
  const deed = useDeed();
  const [label, setLabel] = useState<string | null>(null);
  const recorded = claims.filter(({ status }) => status === 'recorded');
  if (recorded.length === 0) return null;
  const tag = (claim: string): void => {
    if (label !== null) deed.send({ path: '/remarks/label', body: { ids: [claim], label, list }, said: 'remarks.said' });
    setLabel(null);
  };
  return (
    <div className="elements-tag">
      <Choice
        label={say('elements.tag')}
        value={label}
        groups={[{ title: '', options: elements.map((each) => ({ value: each.label, label: each.label })) }]}
        onChange={setLabel}
      />
      {label !== null && (
        <Choice
          label={say('elements.tag.which')}
          value={null}
          groups={[{ title: '', options: recorded.map(({ id, quote }) => ({ value: id, label: Array.from(quote.exact).slice(0, SHORT).join('') })) }]}
          onChange={tag}
        />
      )}
      <Said words={deed.words} failed={deed.failed} />
    </div>
  );
}
