import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, Form, Input, Label, TextField } from 'react-aria-components';
import type { RemarkRow } from '../../../src/model/remark.ts';
import { read } from '../data/api.ts';
import { isolated } from '../data/isolated.ts';
import { searchPath } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { useDeed } from '../data/use-deed.ts';
import { Foreign } from '../parts/claim-words.tsx';
import { Link } from '../parts/link.tsx';
import { Said } from '../parts/said.tsx';

const keptQuestion = queryOptions({
  queryKey: ['searches'],
  queryFn: async ({ signal }) => (await read<{ readonly searches: readonly RemarkRow[] }>('/searches', signal)).searches,
});

/** Searches that the team keeps in the casebook, and the way to keep the present one. */
export function KeptSearches({ query }: { readonly query: string }) {
  const { say } = useTongue();
  const kept = useQuery(keptQuestion).data ?? [];
  const [name, setName] = useState('');
  const deed = useDeed();
  const keep = (): void => {
    deed.send({ path: '/searches', body: { name, query }, said: 'search.kept.said' });
    setName('');
  };
  if (kept.length === 0 && query === '') return null;
  return (
    <details className="kept-searches">
      <summary>{say('search.kept')}</summary>
      <ul className="judgements">
        {kept.map(({ entry, value, by, about: { label } }) => (
          <li key={entry}>
            <Link href={searchPath(label)} dir="auto">
              {value}
            </Link>
            <span className="small soft">
              <Foreign>{label}</Foreign> · {isolated(by)}
            </span>
            <Button
              className="button button-quiet"
              onPress={() => deed.send({ path: '/remarks/end', body: { entry, how: 'taken back' }, said: 'names.said.undone' })}
            >
              {say('search.forget')}
            </Button>
          </li>
        ))}
      </ul>
      {query !== '' && (
        <Form
          className="search-box"
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim()) keep();
          }}
        >
          <TextField className="field" value={name} onChange={setName}>
            <Label>{say('search.keep.name')}</Label>
            <Input dir="auto" />
          </TextField>
          <Button className="button" type="submit" isDisabled={!name.trim() || deed.isBusy}>
            {say('search.keep.do')}
          </Button>
        </Form>
      )}
      <Said words={deed.words} failed={deed.failed} />
    </details>
  );
}
