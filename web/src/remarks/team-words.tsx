import { useState } from 'react';
import type { ClaimRow } from '../../../src/model/answers.ts';
import { useTongue } from '../data/tongue.tsx';
import { ElementsOf } from '../record/elements-of.tsx';
import { HistoryOf } from '../record/history-of.tsx';
import { RemarksOn } from './remarks-on.tsx';

/** What the team says of one claim: elements of crimes, notes and labels, and its history; asked for when it is opened. */
export function TeamWords({ claim }: { readonly claim: ClaimRow }) {
  const { say } = useTongue();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="team-words" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('remarks.title')}</summary>
      {isOpen && (
        <div className="record">
          <ElementsOf id={claim.id} claims={[claim]} />
          <RemarksOn id={claim.id} />
          <HistoryOf id={claim.id} />
        </div>
      )}
    </details>
  );
}
