import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { NameVeiled } from '../../../src/model/pseudonym.ts';
import { isolated } from '../data/isolated.ts';
import { useTongue } from '../data/tongue.tsx';
import { useDeed } from '../data/use-deed.ts';
import { Said } from '../parts/said.tsx';
import { WhyWindow } from '../parts/why-window.tsx';

/** A press and a reason lead to the name behind a pseudonym, for this session; the log has who asked. */
export function AskName({ name: { id, pseudonym } }: { readonly name: Pick<NameVeiled, 'id' | 'pseudonym'> }) {
  const { say } = useTongue();
  const [isOpen, setOpen] = useState(false);
  const deed = useDeed();
  return (
    <div className="actions">
      <Button className="button" isDisabled={deed.isBusy} onPress={() => setOpen(true)}>
        {say('veil.ask', { name: isolated(pseudonym) })}
      </Button>
      <Said {...deed} />
      <WhyWindow
        title={say('veil.ask.title', { name: isolated(pseudonym) })}
        note={say('veil.ask.note')}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        onReason={(reason) => {
          setOpen(false);
          deed.send({ path: '/pseudonyms/ask', body: { id, reason }, said: 'veil.asked' });
        }}
      />
    </div>
  );
}
