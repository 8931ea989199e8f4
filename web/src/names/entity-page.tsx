import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, Checkbox } from 'react-aria-components';
import type { EntityAlone, PairProposed } from '../../../src/model/entity.ts';
import { entityQuestion, rivalsQuestion } from '../data/questions.ts';
import { documentPath, namePath } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { Asked } from '../parts/asked.tsx';
import { Foreign } from '../parts/claim-words.tsx';
import { LikeNames } from '../lists/like-names.tsx';
import { Link } from '../parts/link.tsx';
import { ClockBar } from '../clocks/clock-bar.tsx';
import { HappeningsOf } from '../record/happenings-of.tsx';
import { HistoryOf } from '../record/history-of.tsx';
import { OriginsOf } from '../record/origins-of.tsx';
import { Said } from '../parts/said.tsx';
import { RemarksOn } from '../remarks/remarks-on.tsx';
import { NamePseudonym } from '../veil/name-pseudonym.tsx';
import { NamesCare } from './names-care.tsx';
import { JudgementList } from './judgement-list.tsx';
import { PlaceAroundOf } from './place-around.tsx';
import { Pairs } from './pairs.tsx';
import { TiesOf } from './ties-of.tsx';
import { ToldOf } from './told-of.tsx';
import { useJudging, type Judging } from './use-judging.ts';
import { useBeing, WhatItIs } from './what-it-is.tsx';

/** Somebody or something whom claims name, whole; who shares its name and was judged to be another stands at its head. */
export function EntityPage({ id }: { readonly id: string }) {
  return <Asked asked={useQuery(entityQuestion(id))}>{(view) => <EntityOf key={id} view={view} />}</Asked>;
}

function EntityOf({ view }: { readonly view: EntityAlone }) {
  const { say } = useTongue();
  const judging = useJudging();
  const sort = useBeing(view.id);
  const [isComparing, setComparing] = useState(false);
  const ids = view.names.map((name) => name.id);
  return (
    <div className="page names record entity">
      <title>{`${view.label} · onrecord`}</title>
      <header className="page-head">
        <h1 dir="auto">{view.label}</h1>
        <p className="lead">
          {say('names.claims', { n: view.claims })}
          {say('comma')}
          {say('names.documents', { n: view.documents })}
        </p>
        <WhatItIs view={view} />
        <Apart view={view} />
      </header>
      <NamePseudonym id={view.id} ids={ids} isHead />
      <Rivals view={view} judging={judging} isOpen={isComparing} onToggle={setComparing} />
      <ClockBar />
      <ToldOf view={view} sort={sort} />
      {(sort ?? view.sort) !== 'person' && <PlaceAroundOf id={view.id} isPlace={(sort ?? view.sort) === 'place'} />}
      <HappeningsOf id={view.id} />
      <OriginsOf id={view.id} />
      <TiesOf id={view.id} />
      <section>
        <h2>{say('names.byDocument')}</h2>
        <ul className="entities">
          {view.names.map(({ id, label, document, documentTitle, claims }) => (
            <li key={id}>
              <Foreign>{label}</Foreign>
              <span className="small soft">
                <Link href={documentPath(document)} dir="auto">
                  {documentTitle}
                </Link>
                {say('comma')}
                {say('names.claims', { n: claims })}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <NamesCare view={view} />
      <NamePseudonym id={view.id} ids={ids} isHead={false} />
      <LikeNames id={view.id} judging={judging} />
      {!isComparing && <Said words={judging.words} failed={judging.failed} />}
      {view.judgements.length > 0 && (
        <section>
          <h2>{say('names.judgements')}</h2>
          <JudgementList judgements={view.judgements} weak={view.weak} onUndo={judging.undo} />
        </section>
      )}
      <RemarksOn id={view.id} />
      <HistoryOf id={view.id} />
    </div>
  );
}

type RivalsProps = {
  readonly view: EntityAlone;
  readonly judging: Judging;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
};

/** Who it may be besides, closed until a person looks: the keys that judge are heard only while the two are seen. */
function Rivals({ view, judging, isOpen, onToggle }: RivalsProps) {
  const { say } = useTongue();
  const rivals = useQuery(rivalsQuestion(view.id)).data ?? [];
  if (rivals.length === 0 && !isOpen) return null;
  return (
    <details className="rivals" open={isOpen} onToggle={(event) => onToggle(event.currentTarget.open)}>
      <summary>{rivals.length === 0 ? say('names.rivals') : say('names.rivals.count', { n: rivals.length })}</summary>
      {isOpen && (
        <section>
          <h2>{say('names.rivals')}</h2>
          <Several view={view} rivals={rivals} judging={judging} />
          <Pairs pairs={rivals} judging={judging} />
        </section>
      )}
    </details>
  );
}

function Apart({ view: { apart } }: { readonly view: EntityAlone }) {
  const { say } = useTongue();
  if (apart.length === 0) return null;
  return (
    <div className="notice apart" data-tone="careful">
      <p>{say('names.apart')}</p>
      <ul>
        {apart.map(({ id, label, documents }) => (
          <li key={id}>
            <Link href={namePath(id)} dir="auto">
              {label}
            </Link>{' '}
            <span className="small soft">{say('names.documents', { n: documents })}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Where there are several that it may be, a person who has seen them all says it of those they pick, at once. */
function Several({ view, rivals, judging }: { readonly view: EntityAlone; readonly rivals: readonly PairProposed[]; readonly judging: Judging }) {
  const { say } = useTongue();
  const [picked, setPicked] = useState<readonly string[]>([]);
  const others = rivals.map(({ left, right }) => (left.id === view.id ? right : left));
  if (others.length < 2) return null;
  const ids = picked.filter((id) => others.some((other) => other.id === id));
  return (
    <fieldset className="several">
      <legend>{say('names.several')}</legend>
      {others.map(({ id, label, documents }) => (
        <Checkbox
          key={id}
          className="check"
          isSelected={picked.includes(id)}
          onChange={(isPicked) => setPicked(isPicked ? [...picked, id] : picked.filter((each) => each !== id))}
        >
          <span className="check-box" aria-hidden="true" />
          <Foreign>{label}</Foreign> <span className="small soft">{say('names.documents', { n: documents })}</span>
        </Checkbox>
      ))}
      <Button
        className="button"
        isDisabled={ids.length === 0 || judging.isBusy}
        onPress={() => judging.judge({ ids: [view.id, ...ids], judgement: 'same', reason: null })}
      >
        {say('names.several.same', { n: ids.length })}
      </Button>
    </fieldset>
  );
}
