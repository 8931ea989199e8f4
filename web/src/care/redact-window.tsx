import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Button, Form } from 'react-aria-components';
import type { Custody } from '../../../src/model/answers.ts';
import { METADATA_FIELDS, type MetadataField } from '../../../src/model/document.ts';
import { COPY_FORMATS, type CopyFormat, type RedactedFile } from '../../../src/model/redaction.ts';
import { send } from '../data/api.ts';
import { documentNamesQuestion, documentQuestion } from '../data/questions.ts';
import { useTongue } from '../data/tongue.tsx';
import { Choice } from '../parts/choice.tsx';
import { Lines } from '../parts/lines.tsx';
import { Reason } from '../parts/reason.tsx';
import { Window } from '../parts/window.tsx';
import { Picks } from './picks.tsx';

type Props = { readonly document: string; readonly metadata: Custody['metadata'] };

/** A press leads to the form that makes a copy of a document for others, without what must not go out. */
export function MakeRedacted({ document, metadata }: Props) {
  const { say } = useTongue();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button className="button" onPress={() => setOpen(true)}>
        {say('redact.open')}
      </Button>
      <Window title={say('redact.title')} place="side" isOpen={isOpen} onOpenChange={setOpen}>
        <RedactForm document={document} metadata={metadata} />
      </Window>
    </>
  );
}

const MIME: Readonly<Record<CopyFormat, string>> = { html: 'text/html', text: 'text/plain' };

function RedactForm({ document, metadata }: Props) {
  const { say, kind } = useTongue();
  const client = useQueryClient();
  const names = useQuery(documentNamesQuestion(document)).data ?? [];
  const claims = useQuery(documentQuestion(document)).data?.claims.filter(({ orphan }) => !orphan) ?? [];
  const [words, setWords] = useState('');
  const [pickedNames, pickNames] = useState<readonly string[]>([]);
  const [pickedClaims, pickClaims] = useState<readonly string[]>([]);
  const [keep, setKeep] = useState<readonly string[]>([]);
  const [format, setFormat] = useState<CopyFormat>('html');
  const [reason, setReason] = useState('');
  const listed = words.split('\n').map((line) => line.trim()).filter((line) => line !== ''); // prettier-ignore
  const asked = { words: listed, names: pickedNames, claims: pickedClaims, keep, format, reason: reason.trim() };
  const making = useMutation({
    mutationFn: () => send<RedactedFile>(`/documents/${encodeURIComponent(document)}/redact`, asked),
    onSuccess: () => client.invalidateQueries({ queryKey: ['custody'] }),
  });
  const isReady = listed.length + pickedNames.length + pickedClaims.length > 0 && asked.reason !== '' && !making.isPending;
  const fields: readonly MetadataField[] = METADATA_FIELDS.filter((field) => metadata[field]?.length);
  if (making.data) return <Made copy={making.data} type={MIME[format]} />;
  return (
    <Form
      className="care-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) making.mutate();
      }}
    >
      <p className="small soft">{say('redact.note')}</p>
      <Lines label={say('redact.words')} note={say('redact.words.note')} value={words} onChange={setWords} />
      <Picks title={say('redact.names')} options={names.map(({ id, label }) => ({ value: id, label }))} picked={pickedNames} onPick={pickNames} />
      <Picks
        title={say('redact.claims')}
        options={claims.map(({ id, quote, kind: of }) => ({ value: id, label: quote.exact, about: kind(of) }))}
        picked={pickedClaims}
        onPick={pickClaims}
      />
      <Picks
        title={say('redact.keep')}
        options={fields.map((field) => ({ value: field, label: metadata[field]?.[0]?.value ?? '', about: say(`metadata.${field}`) }))}
        picked={keep}
        onPick={setKeep}
      />
      <Choice
        label={say('redact.format')}
        value={format}
        groups={[{ title: '', options: COPY_FORMATS.map((value) => ({ value, label: say(`redact.format.${value}`) })) }]}
        onChange={setFormat}
      />
      <Lines label={say('amend.reason')} note={say('redact.reason.note')} value={reason} onChange={setReason} />
      {making.error && <Reason title={say('redact.failed')} error={making.error} again={making.reset} />}
      <div className="actions">
        <Button className="button button-main" type="submit" isDisabled={!isReady}>
          {say('redact.do')}
        </Button>
      </div>
    </Form>
  );
}

/** The copy, to be saved by a person and read before it goes anywhere. */
function Made({ copy, type }: { readonly copy: RedactedFile; readonly type: string }) {
  const { say } = useTongue();
  const [address] = useState(() => URL.createObjectURL(new Blob([copy.file], { type })));
  useEffect(() => () => URL.revokeObjectURL(address), [address]);
  return (
    <div className="care-form">
      <output>{say('redact.made', { n: copy.passages })}</output>
      {copy.parts.length > 0 && (
        <div className="notice" data-tone="careful">
          <p>{say('redact.parts')}</p>
          <ul>
            {copy.parts.map(({ word, places }) => (
              <li key={word}>
                <bdi>{word}</bdi> <span className="small soft">{say('redact.places', { n: places })}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className="small soft">
        SHA-256 <code dir="ltr">{copy.digest}</code>
      </p>
      <div className="actions">
        <a className="button button-main" href={address} download={copy.name}>
          {say('redact.save')}
        </a>
      </div>
    </div>
  );
}
