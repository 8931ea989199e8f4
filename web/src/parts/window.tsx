import type { ReactNode } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTongue } from '../data/tongue.tsx';

type Props = {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  /** `side` stands along the page's end and is as high as it; `middle` is as small as what it holds. */
  readonly place: 'middle' | 'side';
  readonly children: ReactNode;
};

/** A dialog over the page. Escape and a press beside it close it, and the focus goes back to where it was. */
export function Window({ title, isOpen, onOpenChange, place, children }: Props) {
  const { say } = useTongue();
  return (
    <ModalOverlay className="overlay" data-place={place} isOpen={isOpen} onOpenChange={onOpenChange} isDismissable>
      <Modal className="window">
        <Dialog className="window-body">
          <div className="window-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <Button className="button button-quiet" slot="close">
              {say('close')}
            </Button>
          </div>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
