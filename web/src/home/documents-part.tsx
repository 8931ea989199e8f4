// The documents a page at a time, and those of them whose titles have words that are typed.
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import { documentsQuestion } from '../data/questions.ts';
import { setParameters, useParameter } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { Beyond } from '../parts/beyond.tsx';
import { DocumentsTable } from './documents-table.tsx';

/** Fewer are looked over at a glance: there is nothing to type. */
const FEW = 20;

/** The stretch of them that the address names. */
export function useShelfAsked(): ReturnType<typeof documentsQuestion> {
  const [words] = useParameter('title');
  const [skip] = useParameter('skip');
  return documentsQuestion({ shelf: 'read', words: useDeferredValue(words ?? '').trim(), skip: skip ?? '0' });
}

export function DocumentsPart() {
  const { say } = useTongue();
  const [words] = useParameter('title');
  const [skip] = useParameter('skip');
  const page = useQuery(useShelfAsked()).data;
  if (!page) return null;
  const passed = Number(skip ?? 0);
  return (
    <>
      {(page.total > FEW || words !== null) && (
        <TextField className="field" value={words ?? ''} onChange={(next) => setParameters({ title: next === '' ? null : next, skip: null }, false)}>
          <Label>{say('home.find')}</Label>
          <Input dir="auto" />
        </TextField>
      )}
      {page.total === 0 && <p className="soft">{say('home.find.none')}</p>}
      {page.documents.length > 0 && <DocumentsTable documents={page.documents} />}
      <Beyond before={passed} shown={page.documents.length} after={page.total - passed - page.documents.length} />
    </>
  );
}
