import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { ClaimRow } from '../../../src/model/answers.ts';
import type { EventView } from '../../../src/model/event.ts';
import type { Judgement } from '../../../src/model/judgement.ts';
import { useTongue } from '../data/tongue.tsx';
import { JudgeActions, useJudgeKeys } from '../names/judge-actions.tsx';
import { JudgementList } from '../names/judgement-list.tsx';
import { pairKey, useJudging, type Judging } from '../names/use-judging.ts';
import { ClaimExcerpt } from '../parts/claim-excerpt.tsx';
import { Said } from '../parts/said.tsx';
import { WhyWindow } from '../parts/why-window.tsx';
import { joinsQuestion } from './questions.ts';

/** A claim that may be of the happening, and why; held against `of`, a claim that is. */
type Proposed = { readonly claim: ClaimRow; readonly of: string; readonly why: readonly string[] };

/** The claims of an event; those that are only proposed to be of it, from within it or from elsewhere, are judged one by one. */
export function Joining({ event }: { readonly event: EventView }) {
  const { say } = useTongue();
  const judging = useJudging('joining');
  const [asked, setAsked] = useState<readonly [string, string] | null>(null);
  // Only what is recorded can be joined: a suggestion is first reviewed.
  const recorded = event.claims.filter(({ status }) => status === 'recorded');
  const waiting = event.claims.length - recorded.length;
  const anchor = recorded.find(({ id }) => event.joined.includes(id)) ?? recorded[0];
  const elsewhere = useQuery(joinsQuestion(anchor?.id ?? null)).data ?? [];
  const inEvent = new Set(event.claims.map(({ id }) => id));
  const proposed: readonly Proposed[] = anchor
    ? [
        ...recorded.filter(({ id }) => id !== anchor.id && !event.joined.includes(id)).map((claim) => ({ claim, of: anchor.id, why: event.why })),
        ...elsewhere.filter(({ claim, joined }) => !joined && !inEvent.has(claim.id)).map(({ claim, why }) => ({ claim, of: anchor.id, why: [why] })),
      ]
    : [];
  const different = (reason: string): void => {
    setAsked(null);
    if (asked) judging.judge({ ids: asked, judgement: 'different', reason });
  };
  return (
    <>
      <section>
        <h2>{say('join.title')}</h2>
        <p className="soft">{say('join.lead')}</p>
        {waiting > 0 && <p className="small">{say('join.waiting', { n: waiting })}</p>}
        <ToJoin proposed={proposed} judging={judging} onDifferent={setAsked} />
        <Said words={judging.words} failed={judging.failed} />
        {judging.inTheWay.length > 0 && (
          <div className="notice in-the-way" data-tone="careful" role="alert">
            <JudgementList judgements={judging.inTheWay} onUndo={judging.undo} of="joining" />
          </div>
        )}
      </section>
      <section>
        <h2>{say('event.allClaims')}</h2>
        {event.claims.map((claim) => (
          <ClaimExcerpt key={claim.id} claim={claim}>
            {anchor && event.joined.includes(claim.id) && claim.id !== anchor.id && (
              <div className="actions">
                <Button className="button button-quiet" onPress={() => setAsked([anchor.id, claim.id])}>
                  {say('event.split')}
                </Button>
              </div>
            )}
          </ClaimExcerpt>
        ))}
      </section>
      {event.judgements.length > 0 && (
        <section>
          <h2>{say('event.history')}</h2>
          <JudgementList judgements={event.judgements} onUndo={judging.undo} of="joining" />
        </section>
      )}
      <WhyWindow title={say('joining.different')} isOpen={asked !== null} onClose={() => setAsked(null)} onReason={different} />
    </>
  );
}

type ToJoinProps = { readonly proposed: readonly Proposed[]; readonly judging: Judging; readonly onDifferent: (ids: readonly [string, string]) => void };

/** One in hand; what is judged goes and the next comes. */
function ToJoin({ proposed, judging, onDifferent }: ToJoinProps) {
  const { say } = useTongue();
  const [at, setAt] = useState(0);
  const waiting = proposed.filter(({ claim, of }) => !judging.done.has(pairKey(of, claim.id)));
  const here = Math.min(at, Math.max(0, waiting.length - 1));
  const one = waiting[here];
  const judge = (judgement: Judgement): void => {
    if (one && !judging.isBusy) judging.judge({ ids: [one.of, one.claim.id], judgement, reason: null });
  };
  const acts = [
    { letter: 'y', name: say('joining.same'), act: () => judge('same') },
    { letter: 'n', name: say('joining.different'), act: () => one && onDifferent([one.of, one.claim.id]) },
    { letter: 'h', name: say('joining.unsure'), act: () => judge('unsure') },
  ];
  const move = (by: 1 | -1): void => setAt(Math.min(Math.max(here + by, 0), Math.max(0, waiting.length - 1)));
  useJudgeKeys(acts, judging.undoLast, move);
  if (!one) return <p className="soft">{say('join.none')}</p>;
  return (
    <article className="pair" aria-label={say('join.nth', { n: here + 1, of: waiting.length })}>
      <p className="small soft">{say('join.nth', { n: here + 1, of: waiting.length })}</p>
      <ClaimExcerpt claim={one.claim}>
        <ul className="small soft" lang="en" dir="auto">
          {one.why.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </ClaimExcerpt>
      <JudgeActions acts={acts} onUndo={judging.undoLast} />
    </article>
  );
}
