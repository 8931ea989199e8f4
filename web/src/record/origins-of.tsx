import { useQuery } from '@tanstack/react-query';
import { useClockSearch } from '../clocks/use-clock-search.ts';
import { useTongue } from '../data/tongue.tsx';
import { useDeed } from '../data/use-deed.ts';
import { JudgementList } from '../names/judgement-list.tsx';
import { Said } from '../parts/said.tsx';
import { OriginsTold } from './origins-told.tsx';
import { originsQuestion } from './questions.ts';

/** How many origins stand behind what is told of one thing, with why, and what people judged of them, which can be taken back. */
export function OriginsOf({ id }: { readonly id: string }) {
  const { say } = useTongue();
  const deed = useDeed();
  const found = useQuery(originsQuestion(id, useClockSearch())).data;
  if (!found) return null;
  const { origins, claims, total, judgements } = found;
  return (
    <>
      <OriginsTold origins={origins} claims={claims} />
      {claims.length < total && <p className="small soft">{say('origins.looked', { looked: claims.length, claims: total })}</p>}
      {judgements.length > 0 && (
        <section>
          <h2>{say('origins.judgements')}</h2>
          <JudgementList
            judgements={judgements}
            of="origins"
            onUndo={(entry) => deed.send({ path: '/judge/undo', body: { entry, reason: null }, said: 'names.said.undone' })}
          />
          <Said words={deed.words} failed={deed.failed} />
        </section>
      )}
    </>
  );
}
