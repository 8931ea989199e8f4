// What a document is a transcript, translation or description of, and which it has itself.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { DocumentView } from '../../../src/model/answers.ts';
import type { AttachedRow } from '../../../src/model/attachment.ts';
import { send } from '../data/api.ts';
import { askAnew } from '../data/ask-anew.ts';
import { isolated } from '../data/isolated.ts';
import { documentPath, useParameter } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { Foreign } from '../parts/claim-words.tsx';
import { Link } from '../parts/link.tsx';
import { Reason } from '../parts/reason.tsx';
import { Window } from '../parts/window.tsx';
import { AttachForm } from './attach-form.tsx';

export function AttachedPart({ document }: { readonly document: DocumentView }) {
  const { say } = useTongue();
  const [isOpen, setOpen] = useState(false);
  const own = document.attached.find((row) => row.original === document.original);
  const others = document.attached.filter((row) => row.to === document.original);
  return (
    <section className="attached" aria-label={say('attached.title')}>
      {own && <MadeFrom row={own} />}
      {others.length > 0 && (
        <ul>
          {others.map((row) => (
            <Made key={row.entry} row={row} />
          ))}
        </ul>
      )}
      <Button className="button button-quiet" onPress={() => setOpen(true)}>
        {say('attached.open')}
      </Button>
      <Window title={say('attached.open')} place="side" isOpen={isOpen} onOpenChange={setOpen}>
        <AttachForm document={document} isAttached={own !== undefined} onDone={() => setOpen(false)} />
      </Window>
    </section>
  );
}

/** Of a document that is made of another: that it is, by whom, and that the other's words count. */
function MadeFrom({ row }: { readonly row: AttachedRow }) {
  const { say } = useTongue();
  const isTranslation = row.as === 'translation';
  return (
    <div className="notice">
      <strong>{say(`attached.is.${row.as}`)}</strong>
      <Link href={documentPath(row.of.id)}>
        <Foreign>{row.of.title}</Foreign>
      </Link>
      <MadeBy row={row} />
      {isTranslation && <span className="small">{say('attached.translation.claims')}</span>}
      <div className="actions">
        {isTranslation && row.of.id !== row.to && (
          <Link className="button" href={`${documentPath(row.of.id)}?beside=${encodeURIComponent(row.document)}`}>
            {say('translation.beside')}
          </Link>
        )}
        <TakeBack row={row} />
      </div>
    </div>
  );
}

/** Of a document that has one. */
function Made({ row }: { readonly row: AttachedRow }) {
  const { say } = useTongue();
  const [beside, setBeside] = useParameter('beside');
  const isBeside = beside === row.document;
  return (
    <li>
      <span>
        {say(`attached.${row.as}`)}{' '}
        <Link href={documentPath(row.what.id)}>
          <Foreign>{row.what.title}</Foreign>
        </Link>
      </span>
      <MadeBy row={row} />
      <div className="actions">
        {row.as === 'translation' && row.of.id !== row.to && (
          <Button className="button" aria-pressed={isBeside} onPress={() => setBeside(isBeside ? null : row.document)}>
            {say(isBeside ? 'translation.alone' : 'translation.beside')}
          </Button>
        )}
        <TakeBack row={row} />
      </div>
    </li>
  );
}

function MadeBy({ row: { madeBy, maker, method, by } }: { readonly row: AttachedRow }) {
  const { say } = useTongue();
  return (
    <span className="small soft">
      {say(maker === 'engine' ? 'attached.by.engine' : 'attached.by', { name: isolated(madeBy) })}
      {method !== null && (
        <>
          {' '}
          <Foreign>{method}</Foreign> ·
        </>
      )}{' '}
      {say('attached.said', { by: isolated(by) })}
    </span>
  );
}

function TakeBack({ row }: { readonly row: AttachedRow }) {
  const { say } = useTongue();
  const client = useQueryClient();
  const taking = useMutation({ mutationFn: () => send<AttachedRow>('/attach/undo', { entry: row.entry }), onSuccess: () => askAnew(client) });
  return (
    <>
      <Button className="button button-quiet" isDisabled={taking.isPending} onPress={() => taking.mutate()}>
        {say('attached.undo')}
      </Button>
      {taking.error && <Reason title={say('attached.undo.failed')} error={taking.error} again={taking.reset} />}
    </>
  );
}
