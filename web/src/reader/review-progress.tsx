import { useQuery } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import type { ClaimRow } from '../../../src/model/answers.ts';
import { useClocks } from '../clocks/use-clocks.ts';
import { useIsThen } from '../clocks/use-is-then.ts';
import { documentsQuestion } from '../data/questions.ts';
import { documentPath } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { Link } from '../parts/link.tsx';

type Props = { readonly claims: readonly ClaimRow[]; readonly documentId: string; readonly onSeveral: () => void };

/** How far the review of a document has come, and where to go when it is done. */
export function ReviewProgress({ claims, documentId, onSeveral }: Props) {
  const { say } = useTongue();
  const isThen = useIsThen();
  const isWhole = Object.keys(useClocks()).length === 0;
  const recorded = claims.filter((claim) => claim.status === 'recorded').length;
  const rejected = claims.filter((claim) => claim.status === 'rejected').length;
  const decided = claims.filter((claim) => claim.status !== 'suggested').length;
  return (
    <div className="panel-head">
      <div>
        <h2>{say('panel.title')}</h2>
        {claims.length > 0 && <span className="small soft number">{say('panel.decided', { done: decided, all: claims.length })}</span>}
      </div>
      <div className="progress" aria-hidden="true" hidden={claims.length === 0}>
        <span data-status="recorded" style={{ inlineSize: `${(100 * recorded) / Math.max(1, claims.length)}%` }} />
        <span data-status="rejected" style={{ inlineSize: `${(100 * rejected) / Math.max(1, claims.length)}%` }} />
      </div>
      {claims.length - decided > 1 && !isThen && (
        <Button className="button button-quiet" aria-keyshortcuts="s" onPress={onSeveral}>
          {say('several.open')} <kbd aria-hidden="true">s</kbd>
        </Button>
      )}
      {decided === claims.length && claims.length > 0 && isWhole && <Onwards documentId={documentId} />}
    </div>
  );
}

/** Where to go when a document is done: the next one that has something waiting. */
function Onwards({ documentId }: { readonly documentId: string }) {
  const { say } = useTongue();
  const later = useQuery(documentsQuestion({ shelf: 'waiting', after: documentId, most: '1' })).data;
  const any = useQuery({ ...documentsQuestion({ shelf: 'waiting', most: '1' }), enabled: later?.total === 0 }).data;
  const next = [...(later?.documents ?? []), ...(any?.documents ?? [])].find(({ id }) => id !== documentId);
  return (
    <div className="onwards">
      <span>{say('panel.finished')}</span>
      <Link className="button" href={next ? documentPath(next.id) : '/'}>
        {next ? say('panel.nextDocument') : say('panel.toList')}
      </Link>
    </div>
  );
}
