import { useState } from 'react';
import { Button, Checkbox } from 'react-aria-components';
import type { ClaimRow } from '../../../src/model/answers.ts';
import type { OriginCount } from '../../../src/model/event.ts';
import { documentPath, sourcesLike } from '../data/route.ts';
import { useTongue, type Phrase } from '../data/tongue.tsx';
import { useDeed } from '../data/use-deed.ts';
import { Link } from '../parts/link.tsx';
import { Said } from '../parts/said.tsx';
import { WhyWindow } from '../parts/why-window.tsx';

const INDEPENDENCE = {
  'one origin': 'origins.one',
  known: 'origins.known',
  'not known': 'origins.notKnown',
} as const satisfies Record<OriginCount['independence'], Phrase>;

/** Origins that are shown before a person asks for all: those of most claims. */
const FIRST = 24;

type Props = { readonly origins: OriginCount; readonly claims: readonly ClaimRow[] };

/** "7 documents, 2 origins", with the reason for each that was counted as one; a person joins or splits documents with a reason. */
export function OriginsTold({ origins: { documents, origins, independence }, claims }: Props) {
  const { say } = useTongue();
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [decision, setDecision] = useState<'join' | 'split' | null>(null);
  const [all, setAll] = useState(false);
  const deed = useDeed();
  if (origins.length === 0) return null;
  const titles = new Map(claims.map(({ document, documentTitle }) => [document, documentTitle]));
  const pick = (document: string, isPicked: boolean): void => setPicked(isPicked ? [...picked, document] : picked.filter((each) => each !== document));
  const decide = (reason: string): void => {
    setDecision(null);
    setPicked([]);
    deed.send({ path: '/origins', body: { ids: picked, decision, reason }, said: 'origins.said' });
  };
  return (
    <section>
      <h2>{say('origins.title')}</h2>
      <p>
        <strong>
          {say('origins.count', { n: documents })}
          {say('comma')}
          {say('origins.origins', { n: origins.length })}
        </strong>{' '}
        {say(INDEPENDENCE[independence])}
      </p>
      <ol className="origins">
        {origins.slice(0, all ? origins.length : FIRST).map((origin) => (
          <li key={origin.documents.join(' ') + (origin.source ?? '')}>
            <span>
              {origin.source === null ? (
                <span className="soft">{say('origins.noSource')}</span>
              ) : (
                <>
                  {say('origins.source')}{' '}
                  <Link href={sourcesLike(origin.source)} dir="auto">
                    {origin.source}
                  </Link>
                </>
              )}
            </span>
            {origin.documents.map((document) => (
              <span key={document} className="origin-document">
                {documents > 1 && (
                  <Checkbox
                    className="check"
                    aria-label={titles.get(document) ?? document}
                    isSelected={picked.includes(document)}
                    onChange={(is) => pick(document, is)}
                  >
                    <span className="check-box" aria-hidden="true" />
                  </Checkbox>
                )}
                <Link href={documentPath(document)} dir="auto">
                  {titles.get(document) ?? document}
                </Link>
              </span>
            ))}
            {origin.why.length > 0 && (
              <span className="small soft">
                {say('origins.why')} <bdi lang="en">{origin.why.join('; ')}</bdi>
              </span>
            )}
          </li>
        ))}
      </ol>
      {origins.length > FIRST && !all && (
        <div className="actions">
          <Button className="button button-quiet" onPress={() => setAll(true)}>
            {say('origins.all', { n: origins.length })}
          </Button>
        </div>
      )}
      {documents > 1 && (
        <div className="actions">
          <Button className="button" isDisabled={picked.length < 2 || deed.isBusy} onPress={() => setDecision('join')}>
            {say('origins.join')}
          </Button>
          <Button className="button" isDisabled={picked.length < 2 || deed.isBusy} onPress={() => setDecision('split')}>
            {say('origins.split')}
          </Button>
        </div>
      )}
      <Said words={deed.words} failed={deed.failed} />
      <WhyWindow
        title={say(decision === 'join' ? 'origins.join' : 'origins.split')}
        isOpen={decision !== null}
        onClose={() => setDecision(null)}
        onReason={decide}
      />
    </section>
  );
}
