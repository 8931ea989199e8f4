import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { ClaimRow } from '../../../src/model/answers.ts';
import { KINDS, type Kind } from '../../../src/model/vocabulary.ts';
import { useTongue } from '../data/tongue.tsx';
import { Choice } from '../parts/choice.tsx';
import { ClaimExcerpt } from '../parts/claim-excerpt.tsx';
import { Window } from '../parts/window.tsx';

type Props = {
  readonly isOpen: boolean;
  /** In reading order. */
  readonly claims: readonly ClaimRow[];
  readonly onClose: () => void;
  readonly onAccept: (ids: readonly string[]) => void;
};

/** Accepts all suggestions of one kind, each of which is shown first; the button stands below the last. */
export function SeveralDialog({ isOpen, claims, onClose, onAccept }: Props) {
  const { say } = useTongue();
  return (
    <Window title={say('several.title')} place="side" isOpen={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Several waiting={claims.filter((claim) => claim.status === 'suggested')} onAccept={onAccept} />
    </Window>
  );
}

function Several({ waiting, onAccept }: { readonly waiting: readonly ClaimRow[]; readonly onAccept: Props['onAccept'] }) {
  const tongue = useTongue();
  const [kind, setKind] = useState<Kind | null>(null);
  const kinds = KINDS.filter((each) => waiting.some((claim) => claim.kind === each));
  const options = kinds.map((each) => ({
    value: each,
    label: tongue.say('queue.sort', { name: tongue.kind(each), n: waiting.filter((claim) => claim.kind === each).length }),
  }));
  const shown = waiting.filter((claim) => claim.kind === kind);
  if (waiting.length === 0) return <p>{tongue.say('several.none')}</p>;
  return (
    <>
      <p className="small soft">{tongue.say('several.note')}</p>
      <Choice label={tongue.say('amend.kind')} value={kind} groups={[{ title: tongue.say('amend.kind'), options }]} onChange={setKind} />
      {shown.length > 0 && (
        <>
          <div>
            {shown.map((claim) => (
              <ClaimExcerpt key={claim.id} claim={claim} />
            ))}
          </div>
          <div className="actions">
            <Button className="button button-main" onPress={() => onAccept(shown.map((claim) => claim.id))}>
              {tongue.say('several.accept', { n: shown.length })}
            </Button>
          </div>
        </>
      )}
    </>
  );
}
