// A document that was read more than once, or that a newer reader would read otherwise.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import type { DocumentView, RereadShown } from '../../../src/model/answers.ts';
import { send } from '../data/api.ts';
import { askAnew } from '../data/ask-anew.ts';
import { dayOf, inOrder } from '../data/dates.ts';
import { isolated } from '../data/isolated.ts';
import { useTongue, type Tongue } from '../data/tongue.tsx';
import { Reason } from '../parts/reason.tsx';

type Wish = 'again' | 'undo';

const post = (id: string, wish: Wish): Promise<{ readonly documents: readonly RereadShown[] }> =>
  wish === 'again' ? send('/documents/reread', { ids: [id] }) : send('/documents/reread/undo', { id });

/** Nothing where the text is the only one and the newest. */
export function Readings({ document }: { readonly document: DocumentView }) {
  const tongue = useTongue();
  const { say } = tongue;
  const client = useQueryClient();
  const reading = useMutation({ mutationFn: (wish: Wish) => post(document.id, wish), onSuccess: () => askAnew(client) });
  const last = document.readings.findLast(({ current }) => current);
  const isReread = document.readings.length > 1 && last !== undefined;
  const [done] = reading.data?.documents ?? [];
  if (!isReread && document.newerReader === null && !done) return null;
  return (
    <div className="readings small">
      {isReread && <span>{say('reading.again', { by: isolated(last.reader), at: dayWords(last.at, tongue) })}</span>}
      {isReread && (
        <Button className="button button-quiet" isDisabled={reading.isPending} onPress={() => reading.mutate('undo')}>
          {say('reading.undo')}
        </Button>
      )}
      {document.newerReader !== null && (
        <>
          <span>{say('reading.newer', { reader: isolated(document.newerReader) })}</span>
          <Button className="button" isDisabled={reading.isPending} onPress={() => reading.mutate('again')}>
            {say('reading.do')}
          </Button>
        </>
      )}
      <output>{reading.isPending ? say('loading') : done && cameOf(done, tongue)}</output>
      {reading.error && <Reason title={say('reading.failed')} error={reading.error} again={reading.reset} />}
    </div>
  );
}

function dayWords(at: string, tongue: Tongue): string {
  const day = dayOf(at, tongue);
  return day ? inOrder(day, tongue)[0] : at;
}

function cameOf({ outcome, moved, orphans, problem }: RereadShown, { say }: Tongue): string {
  if (problem) return say('reading.kept', { reason: isolated(problem.reason) });
  return outcome === 'same' ? say('reading.same') : say('reading.done', { moved, orphans });
}
