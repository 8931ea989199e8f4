// A claim that lost its place when its document was read again: its words as they stood, and where they may stand now.
import { useQuery } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import { CodePoints, type Span } from '../../../src/base/span.ts';
import type { ClaimRow, DocumentView } from '../../../src/model/answers.ts';
import type { Quote } from '../../../src/model/claim.ts';
import { orphansQuestion } from '../data/questions.ts';
import { useKeys } from '../data/use-keys.ts';
import { useTongue } from '../data/tongue.tsx';
import { Reason } from '../parts/reason.tsx';

type Props = {
  readonly claim: ClaimRow;
  readonly document: Pick<DocumentView, 'text' | 'textSha'>;
  /** The words selected in the text. */
  readonly picked: Quote | null;
  readonly onPlace: (span: Span) => void;
};

/** Code points around a candidate. */
const AROUND = 60;
/** As many as there are keys for. */
const MOST = 9;

/** The number of a candidate places it there, and `h` at the words selected in the text. */
export function OrphanPlaces({ claim, document, picked, onPlace }: Props) {
  const { say, number } = useTongue();
  const orphans = useQuery(orphansQuestion(claim.document, document.textSha));
  const orphan = orphans.data?.find((each) => each.claim.id === claim.id);
  const candidates = orphan?.candidates.slice(0, MOST) ?? [];
  const byKey = Object.fromEntries(candidates.map((each, n) => [String(n + 1), () => onPlace(each)]));
  useKeys(picked ? { ...byKey, h: () => onPlace(picked) } : byKey);
  if (orphans.error) return <Reason title={say('orphan.failed')} error={orphans.error} again={() => void orphans.refetch()} />;
  if (!orphan) return <output className="soft">{say('loading')}</output>;
  return (
    <div className="orphan">
      <p className="small">{say('orphan.before')}</p>
      <InWords before={orphan.before} words={claim.quote.exact} after={orphan.after} />
      <p className="small">{say(candidates.length > 0 ? 'orphan.candidates' : 'orphan.none')}</p>
      <ol className="options" aria-label={say('orphan.candidates')}>
        {candidates.map((each, n) => (
          <li key={each.start}>
            <Button className="option option-button" aria-keyshortcuts={String(n + 1)} onPress={() => onPlace(each)}>
              <kbd aria-hidden="true">{number(n + 1)}</kbd> <InWords {...around(document.text, each)} words={each.exact} />
            </Button>
          </li>
        ))}
      </ol>
      {picked && (
        <Button className="button" aria-keyshortcuts="h" onPress={() => onPlace(picked)}>
          {say('orphan.here')} <kbd aria-hidden="true">h</kbd>
        </Button>
      )}
    </div>
  );
}

type Around = { readonly before: string; readonly after: string };

function around(text: string, { start, end }: Span): Around {
  const points = new CodePoints(text);
  return {
    before: points.slice({ start: Math.max(0, start - AROUND), end: start }),
    after: points.slice({ start: end, end: Math.min(points.length, end + AROUND) }),
  };
}

function InWords({ before, words, after }: Around & { readonly words: string }) {
  return (
    <q className="quote in-words" dir="auto">
      {before}
      <mark>{words}</mark>
      {after}
    </q>
  );
}
