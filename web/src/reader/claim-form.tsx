import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Button, Form } from 'react-aria-components';
import type { ClaimContent, Quote } from '../../../src/model/claim.ts';
import { useTongue } from '../data/tongue.tsx';
import { Lines } from '../parts/lines.tsx';
import { ClaimFields } from './claim-fields.tsx';
import { contentOf, type Draft } from './draft-claim.ts';
import { dropDraft, keepDraft, keptDraft, useKept } from './kept-drafts.ts';

type Props = {
  /** What the form begins with. */
  readonly begin: Draft;
  readonly documentId: string;
  readonly text: string;
  readonly picked: Quote | null;
  /** Under which what was typed is kept until it is recorded or thrown away. */
  readonly keptAs: string;
  /** To put a suggestion right, which wants a reason, or to make a claim of one's own. */
  readonly does: 'amend' | 'own';
  readonly onSave: (content: ClaimContent, reason: string) => void;
  readonly onCancel: () => void;
};

/** The form of a claim. Ctrl+Enter saves; Escape leaves it, and what was typed is kept. */
export function ClaimForm({ begin, documentId, text, picked, keptAs, does, onSave, onCancel }: Props) {
  const { say } = useTongue();
  const form = useFormFocus();
  const kept = useKept(keptAs);
  const [wasKept] = useState(kept !== null);
  const { draft, reason } = kept ?? { draft: begin, reason: '' };
  // Two fields may change before the form is drawn again, so each change is made to what is kept by then.
  const keep = (some: Partial<Draft>, why?: string): void => {
    const now = keptDraft(keptAs) ?? { draft: begin, reason: '' };
    const next = { ...now.draft, ...some };
    const isAsBegun = JSON.stringify(next) === JSON.stringify(begin) && (why ?? now.reason) === '';
    if (isAsBegun) dropDraft(keptAs);
    else keepDraft(keptAs, { draft: next, reason: why ?? now.reason });
  };
  const change = (some: Partial<Draft>): void => keep(some);
  const content = contentOf(draft);
  const isReady = content !== null && (does === 'own' || reason.trim() !== '');
  const save = (): void => {
    if (!isReady) return;
    dropDraft(keptAs);
    onSave(content, reason.trim());
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onCancel();
  };
  // Before the field that has the focus: a button would take Enter for a press.
  const onSaveKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.stopPropagation();
    event.preventDefault();
    save();
  };
  return (
    <div role="presentation" ref={form} onKeyDown={onKeyDown} onKeyDownCapture={onSaveKey}>
      <Form
        className="amend"
        aria-label={say(`${does}.title`)}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <p className="small soft">{say(`${does}.note`)}</p>
        {wasKept && <p className="small caution">{say('amend.goesOn')}</p>}
        <ClaimFields draft={draft} change={change} documentId={documentId} text={text} picked={picked} />
        {does === 'amend' && <Lines label={say('amend.reason')} note={say('amend.reason.needed')} value={reason} onChange={(why) => keep({}, why)} />}
        <div className="actions">
          <Button className="button button-main" type="submit" isDisabled={!isReady}>
            {say(`${does}.save`)} <kbd aria-hidden="true">Ctrl ⏎</kbd>
          </Button>
          <Button className="button" onPress={onCancel}>
            {say(kept ? 'amend.putOff' : 'cancel')} <kbd aria-hidden="true">Esc</kbd>
          </Button>
          {kept && (
            <Button
              className="button button-quiet"
              onPress={() => {
                dropDraft(keptAs);
                onCancel();
              }}
            >
              {say('amend.discard')}
            </Button>
          )}
        </div>
      </Form>
    </div>
  );
}

/** Whoever asks for the form wants to write in it, and to see as much of it as there is room for. */
function useFormFocus() {
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const list = form.current?.closest('.claims');
    const card = form.current?.closest('.card');
    if (list && card) list.scrollBy({ top: card.getBoundingClientRect().top - list.getBoundingClientRect().top });
    form.current?.querySelector('button')?.focus({ preventScroll: true });
  }, []);
  return form;
}
