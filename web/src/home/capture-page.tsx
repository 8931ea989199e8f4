import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Button, Form, Input, Label, Text, TextField } from 'react-aria-components';
import type { WaysToCapture } from '../../../src/model/capture.ts';
import type { Unreadable } from '../../../src/model/document.ts';
import { Refusal, send } from '../data/api.ts';
import { askClaimsAnew } from '../data/ask-anew.ts';
import { isolated } from '../data/isolated.ts';
import { capturesQuestion } from '../data/questions.ts';
import { documentPath } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { Link } from '../parts/link.tsx';

/** What the server answers of a page that it took in. */
type Captured = {
  readonly id: string;
  readonly title: string | null;
  readonly path: string;
  readonly problem: Unreadable | null;
  readonly revises: string | null;
};

type Asked = { readonly url: string; readonly proxy: string };

/** How often a person is told how far it has come, in milliseconds. */
const TELL_MS = 1000;

/** Asks for one page of the web, after saying who will see that. */
export function CapturePage() {
  const { say } = useTongue();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="capture" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('capture.title')}</summary>
      {isOpen && <CaptureForm />}
    </details>
  );
}

function CaptureForm() {
  const { say } = useTongue();
  const [url, setUrl] = useState('');
  const [proxy, setProxy] = useState('');
  const { capturing, stop } = useCapturing(() => setUrl(''));
  const ways = useQuery({ ...capturesQuestion, refetchInterval: capturing.isPending ? TELL_MS : false });
  const isReady = url.trim() !== '' && !capturing.isPending;
  return (
    <Form
      className="capture-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) capturing.mutate({ url: url.trim(), proxy: proxy.trim() });
      }}
    >
      <TextField className="field" type="url" value={url} onChange={setUrl} validationBehavior="aria">
        <Label>{say('capture.url')}</Label>
        <Input dir="ltr" placeholder="https://" />
      </TextField>
      <TextField className="field" value={proxy} onChange={setProxy}>
        <Label>{say('capture.proxy')}</Label>
        <Input dir="ltr" placeholder={ways.data?.proxy ?? ''} />
        <Text slot="description" className="small soft">
          {say('capture.proxy.hint')}
        </Text>
      </TextField>
      <WhoSees proxy={proxy.trim()} ways={ways.data} />
      <div className="actions">
        <Button className="button button-main" type="submit" isDisabled={!isReady}>
          {say('capture.go')}
        </Button>
        {capturing.isPending && (
          <Button className="button" onPress={stop}>
            {say('add.stop')}
          </Button>
        )}
      </div>
      <output className="queue-said" data-failed={(capturing.error !== null && !isStop(capturing.error)) || undefined}>
        {capturing.isPending && <Progress url={capturing.variables.url} ways={ways.data} />}
        {capturing.data && <Outcome captured={capturing.data} />}
        {capturing.error && (isStop(capturing.error) ? say('capture.stopped') : <Why error={capturing.error} />)}
      </output>
    </Form>
  );
}

/** One capture, and what stops it: going away from this page stops it as well, as nobody would hear what became of it. */
function useCapturing(onDone: () => void) {
  const client = useQueryClient();
  const stopping = useRef<AbortController | null>(null);
  const capturing = useMutation({
    mutationFn: ({ url, proxy }: Asked) => {
      stopping.current = new AbortController();
      return send<Captured>('/capture', { url, ...(proxy === '' ? {} : { proxy }) }, stopping.current.signal);
    },
    onSuccess: onDone,
    onSettled: () => askClaimsAnew(client),
  });
  return { capturing, stop: () => stopping.current?.abort() };
}

const isStop = (error: Error): boolean => error.name === 'AbortError';

function WhoSees({ proxy, ways }: { readonly proxy: string; readonly ways: WaysToCapture | undefined }) {
  const { say } = useTongue();
  const through = proxy === 'none' ? null : proxy === '' ? (ways?.proxy ?? null) : proxy.replace(/\/\/[^/@]*@/, '//');
  return (
    <div className="notice" data-tone="careful">
      <p>{through === null ? say('capture.sees') : say('capture.sees.proxy', { proxy: isolated(through) })}</p>
      <p className="small">{say(ways?.browser === false ? 'capture.noBrowser' : 'capture.keeps')}</p>
    </div>
  );
}

function Progress({ url, ways }: { readonly url: string; readonly ways: WaysToCapture | undefined }) {
  const { say, number } = useTongue();
  const found = ways?.underWay.find((each) => each.url === url);
  const megabytes = number(Math.round((found?.bytes ?? 0) / 1e5) / 10);
  return <span>{found && found.answers > 0 ? say('capture.progress', { n: found.answers, megabytes }) : say('capture.going')}</span>;
}

function Outcome({ captured: { id, title, path, problem, revises } }: { readonly captured: Captured }) {
  const { say } = useTongue();
  return (
    <>
      <Link href={documentPath(id)}>{say('capture.added', { title: isolated(title ?? path) })}</Link>
      {revises !== null && <span> {say('capture.revised')}</span>}
      {problem && <span> {say('capture.unreadable')}</span>}
    </>
  );
}

const Why = ({ error }: { readonly error: Error }) => <bdi lang="en">{error instanceof Refusal ? `${error.message}. ${error.hint}` : error.message}</bdi>;
