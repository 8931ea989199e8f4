import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { ListHit } from '../../../src/model/list-answers.ts';
import type { Judgement } from '../../../src/model/judgement.ts';
import { namePath } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { Explanation } from '../names/explanation.tsx';
import type { Judging } from '../names/use-judging.ts';
import { Link } from '../parts/link.tsx';
import { ReasonDialog } from '../parts/reason-dialog.tsx';
import { Facts, OnList } from './listed-side.tsx';
import { hitsOnQuestion } from './questions.ts';

/** On the page of somebody whom claims name: like names on lists, to be judged one by one. Nothing where no list is searched, or none has one. */
export function LikeNames({ id, judging }: { readonly id: string; readonly judging: Judging }) {
  const { say } = useTongue();
  const hits = useQuery(hitsOnQuestion(id)).data ?? [];
  if (hits.length === 0) return null;
  return (
    <section className="like-names">
      <h2>{say('lists.like')}</h2>
      <p className="soft">{say('lists.like.lead')}</p>
      <ul className="like-list">
        {hits.map((hit) => (
          <Hit key={hit.entry.id} hit={hit} judging={judging} />
        ))}
      </ul>
    </section>
  );
}

const SAID = ['same', 'different', 'unsure'] as const satisfies readonly Judgement[];

function Hit({ hit, judging }: { readonly hit: ListHit; readonly judging: Judging }) {
  const { say } = useTongue();
  const [isAskingWhy, setAskingWhy] = useState(false);
  const { row, entry, compared, judged } = hit;
  const [first = ''] = entry.names;
  const judge = (judgement: Judgement, reason: string | null = null): void => {
    setAskingWhy(false);
    judging.judge({ ids: [row.id, entry.id], judgement, reason });
  };
  return (
    <li>
      <Link href={namePath(entry.id)} dir="auto">
        {first}
      </Link>
      <OnList entry={entry} />
      <Facts entry={entry} />
      {compared && (
        <details>
          <summary>{say('names.why')}</summary>
          <Explanation compared={compared} />
        </details>
      )}
      {judged === 'same' ? (
        <p className="caution">{say('lists.judgedSame')}</p>
      ) : (
        <div className="actions">
          {judged === 'unsure' && <span className="caution small">{say('names.wasUnsure')}</span>}
          {SAID.map((judgement) => (
            <Button
              key={judgement}
              className="button"
              isDisabled={judging.isBusy}
              onPress={() => (judgement === 'different' ? setAskingWhy(true) : judge(judgement))}
            >
              {say(`names.${judgement}`)}
            </Button>
          ))}
        </div>
      )}
      <ReasonDialog of="different" isOpen={isAskingWhy} onClose={() => setAskingWhy(false)} onReason={(reason) => judge('different', reason)} />
    </li>
  );
}
