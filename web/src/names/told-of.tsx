import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { ClaimRow } from '../../../src/model/answers.ts';
import type { Dossier } from '../../../src/model/dossier.ts';
import type { EntityAlone } from '../../../src/model/entity.ts';
import type { Being } from '../../../src/model/remark.ts';
import { useClocks } from '../clocks/use-clocks.ts';
import { useClockSearch } from '../clocks/use-clock-search.ts';
import { proceedingPath, sourcePath } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { useIsLarge } from '../data/use-is-large.ts';
import { ClaimExcerpt } from '../parts/claim-excerpt.tsx';
import { ForeignList } from '../parts/claim-words.tsx';
import { Link } from '../parts/link.tsx';
import { Reason } from '../parts/reason.tsx';
import { ContradictionList } from '../record/contradiction-list.tsx';
import { countryWords } from '../record/proceedings-page.tsx';
import { DOSSIER_STRETCH, dossierQuestion } from '../record/questions.ts';
import { stageWords } from '../record/stage-words.ts';
import { groupLines, partsShown, placesWith, type Part } from './group-lines.ts';
import { LinesAgainst } from './lines-against.tsx';
import { Offices } from './offices.tsx';

type Props = {
  readonly view: EntityAlone;
  /** What people say that it is; null where nobody does, or they do not agree. */
  readonly sort: Being | null;
};

/** All that recorded claims tell of somebody or something, by what they tell it as, with what speaks against each line beside it. */
export function ToldOf({ view, sort }: Props) {
  const { say } = useTongue();
  const isLarge = useIsLarge();
  const [isWanted, setWanted] = useState(false);
  const [skip, setSkip] = useState(0);
  const asked = useQuery({ ...dossierQuestion(view.id, useClockSearch(), skip), enabled: isWanted || isLarge === false });
  if (isLarge && !isWanted) return <Gather mentions={view.mentions} onGather={() => setWanted(true)} />;
  if (asked.error) return <Reason title={say('error.title')} error={asked.error} again={() => void asked.refetch()} />;
  if (!asked.data) return <output className="soft">{say('loading')}</output>;
  return (
    <>
      <Stretch claims={asked.data.claims} onSkip={setSkip} />
      <Told dossier={asked.data} labels={view.labels} sort={sort} />
    </>
  );
}

/** Which of its claims stand below, and the way to those before and after them. Nothing where all do. */
function Stretch({ claims: { before, shown, all }, onSkip }: { readonly claims: Dossier['claims']; readonly onSkip: (skip: number) => void }) {
  const { say } = useTongue();
  if (shown === all) return null;
  const after = all - before - shown;
  return (
    <div className="beyond small">
      <span className="caution number">{say('dossier.stretch', { from: before + 1, to: before + shown, all })}</span>
      {before > 0 && (
        <Button className="button button-quiet" onPress={() => onSkip(Math.max(0, before - DOSSIER_STRETCH))}>
          {say('dossier.before')}
        </Button>
      )}
      {after > 0 && (
        <Button className="button" onPress={() => onSkip(before + shown)}>
          {say('stretch.next', { n: after })}
        </Button>
      )}
    </div>
  );
}

/** Of a large casebook, the first claims that name it are shown until a person wants the rest. */
function Gather({ mentions, onGather }: { readonly mentions: readonly ClaimRow[]; readonly onGather: () => void }) {
  const { say } = useTongue();
  return (
    <section>
      <h2>{say('dossier.told')}</h2>
      <p className="soft">{say('large.dossier')}</p>
      <div className="actions">
        <Button className="button" onPress={onGather}>
          {say('large.gather')}
        </Button>
      </div>
      {mentions.map((claim) => (
        <ClaimExcerpt key={claim.id} claim={claim} />
      ))}
    </section>
  );
}

type ToldProps = { readonly dossier: Dossier; readonly labels: readonly string[]; readonly sort: Being | null };

function Told({ dossier, labels, sort }: ToldProps) {
  const { say } = useTongue();
  const isFixed = Object.keys(useClocks()).length > 0;
  const { dated, undated, said, contradictions } = dossier;
  const lines = [...dated, ...undated];
  const parts = groupLines(lines);
  const places = placesWith(lines, labels);
  return (
    <>
      {lines.length + said.length === 0 && <p className="notice">{say(isFixed ? 'clocks.nothing' : 'dossier.none')}</p>}
      {partsShown(parts, sort).map((part) => (
        <section key={part} className={`told-${part}`}>
          <h2>{say(`entity.${part}`)}</h2>
          {part === 'law' && <Proceedings dossier={dossier} />}
          {parts[part].length === 0 && part !== 'rest' && <p className="soft">{say(`entity.${part}.none`)}</p>}
          {isOffice(part) ? <Offices lines={parts[part]} of={part} /> : <LinesAgainst lines={parts[part]} />}
        </section>
      ))}
      {places.length > 0 && (
        <section>
          <h2>{say('entity.placesWith')}</h2>
          <p>
            <ForeignList words={places} />
          </p>
        </section>
      )}
      {said.length > 0 && (
        <section>
          <h2>{say('dossier.said')}</h2>
          <LinesAgainst lines={said} />
        </section>
      )}
      {[...lines, ...said].some(({ as }) => as.includes('saidBy')) && (
        <p>
          <Link href={sourcePath(dossier.id)}>{say('source.asSource')}</Link>
        </p>
      )}
      {contradictions.length > 0 && (
        <section>
          <h2>{say('contradictions.name')}</h2>
          <ContradictionList rows={contradictions} />
        </section>
      )}
    </>
  );
}

const isOffice = (part: Part): part is 'posts' | 'members' => part === 'posts' || part === 'members';

/** Those in which it is the accused, each with its stage, never shortened. */
function Proceedings({ dossier: { proceedings } }: { readonly dossier: Dossier }) {
  const tongue = useTongue();
  if (proceedings.length === 0) return null;
  return (
    <ul className="record-rows">
      {proceedings.map(({ id, jurisdiction, stage }) => (
        <li key={id}>
          <Link href={proceedingPath(id)}>{stageWords(stage, tongue)}</Link>
          <span className="small soft">{countryWords(jurisdiction, tongue)}</span>
        </li>
      ))}
    </ul>
  );
}
