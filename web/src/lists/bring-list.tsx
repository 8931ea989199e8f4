import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Button, FileTrigger, Form, Input, Label, TextArea, TextField } from 'react-aria-components';
import { SENSITIVITIES, type Sensitivity } from '../../../src/model/document.ts';
import type { ListAdded } from '../../../src/model/list-answers.ts';
import { Refusal, sendFile } from '../data/api.ts';
import { isolated } from '../data/isolated.ts';
import { useTongue } from '../data/tongue.tsx';
import { Choice } from '../parts/choice.tsx';

/** Takes the file of a list, with what the person says of it; what could not be read is told with what to do. */
export function BringList() {
  const { say } = useTongue();
  const client = useQueryClient();
  const [title, setTitle] = useState('');
  const [source, setSource] = useState('');
  const [columns, setColumns] = useState('');
  const [sensitivity, setSensitivity] = useState<Sensitivity>('public');
  const stopping = useRef<AbortController | null>(null);
  const bringing = useMutation({
    mutationFn: (file: File) => {
      stopping.current = new AbortController();
      const said = {
        name: file.name,
        sensitivity,
        ...(title.trim() ? { title } : {}),
        ...(source.trim() ? { source } : {}),
        ...(columns.trim() ? { columns } : {}),
      };
      return sendFile<ListAdded>(`/names/lists?${new URLSearchParams(said).toString()}`, file, stopping.current.signal);
    },
    onSuccess: ({ outcome }) => {
      if (outcome !== 'unreadable') for (const clear of [setTitle, setSource, setColumns]) clear('');
    },
    onSettled: () => Promise.all(['lists', 'hits', 'find'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
  const { data, error } = bringing;
  return (
    <Form className="bring-list" onSubmit={(event) => event.preventDefault()}>
      <TextField className="field" value={title} onChange={setTitle}>
        <Label>{say('lists.title')}</Label>
        <Input dir="auto" />
      </TextField>
      <TextField className="field" value={source} onChange={setSource}>
        <Label>{say('lists.source')}</Label>
        <Input dir="auto" />
      </TextField>
      <Choice
        label={say('lists.sensitivity')}
        value={sensitivity}
        groups={[{ title: '', options: SENSITIVITIES.map((value) => ({ value, label: say(`sensitivity.${value}`) })) }]}
        onChange={setSensitivity}
      />
      <details>
        <summary>{say('lists.columns')}</summary>
        <TextField className="field" value={columns} onChange={setColumns}>
          <Label>{say('lists.columns.about')}</Label>
          <TextArea dir="ltr" rows={3} placeholder={'name=Full name\nfather=4'} />
        </TextField>
      </details>
      <div className="actions">
        <FileTrigger onSelect={(files) => files?.[0] && bringing.mutate(files[0])}>
          <Button className="button" isDisabled={bringing.isPending}>
            {say('lists.choose')}
          </Button>
        </FileTrigger>
        {bringing.isPending && (
          <Button className="button" onPress={() => stopping.current?.abort()}>
            {say('add.stop')}
          </Button>
        )}
      </div>
      <output className="queue-said" data-failed={error !== null || data?.outcome === 'unreadable' || undefined}>
        {bringing.isPending && say('lists.bringing')}
        {data?.list && say(data.outcome === 'held' ? 'lists.held' : 'lists.brought', { title: isolated(data.list.title), n: data.list.names })}
        {data?.problem && <bdi lang="en">{`${data.problem.reason} ${data.problem.hint}`}</bdi>}
        {error && <bdi lang="en">{error instanceof Refusal ? `${error.message}. ${error.hint}` : error.message}</bdi>}
      </output>
    </Form>
  );
}
