import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Custody } from '../../../src/model/answers.ts';
import { SHOWN_AS } from '../../../src/model/media.ts';
import { useTongue } from '../data/tongue.tsx';
import { useDeed } from '../data/use-deed.ts';
import { Said } from '../parts/said.tsx';
import { WhyWindow } from '../parts/why-window.tsx';

/** What else has pictures in it. */
const PAGED: readonly string[] = ['application/pdf', 'image/tiff', 'application/warc'];

/** Says that an original is graphic, or that it is not; nothing of what shows nothing. */
export function MarkGraphic({ custody: { original, mediaType, isGraphic } }: { readonly custody: Custody }) {
  const { say } = useTongue();
  const [isAsking, setAsking] = useState(false);
  const deed = useDeed();
  if (!(mediaType in SHOWN_AS) && !PAGED.includes(mediaType) && !isGraphic) return null;
  return (
    <div className="actions">
      {isGraphic && <span className="caution">{say('graphic.is')}</span>}
      <Button className="button" isDisabled={deed.isBusy} onPress={() => setAsking(true)}>
        {say(isGraphic ? 'graphic.unmark' : 'graphic.mark')}
      </Button>
      <Said {...deed} />
      <WhyWindow
        title={say(isGraphic ? 'graphic.unmark.title' : 'graphic.mark.title')}
        note={say('graphic.note')}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onReason={(reason) => {
          setAsking(false);
          deed.send({ path: '/originals/mark', body: { id: original, graphic: !isGraphic, reason }, said: 'graphic.said' });
        }}
      />
    </div>
  );
}
