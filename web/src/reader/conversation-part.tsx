// Some messages of a conversation: who, when, the words, and what was sent with them.
import { useQuery } from '@tanstack/react-query';
import { memo, useEffect } from 'react';
import type { CodePoints } from '../../../src/base/span.ts';
import type { ClaimRow, UtteranceShown } from '../../../src/model/answers.ts';
import { dayOf, isInstant } from '../../../src/model/utterance.ts';
import { haveSame } from '../data/in-parts.ts';
import { isolated } from '../data/isolated.ts';
import { utterancesQuestion } from '../data/questions.ts';
import { documentPath } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { DateWords, Foreign } from '../parts/claim-words.tsx';
import { Link } from '../parts/link.tsx';
import type { Wanted } from './conversation.tsx';
import { looksOf, ParagraphText } from './document-text.tsx';
import { layOutPassage, type Placed } from './lay-out.ts';
import { bringIntoView } from './use-selection.ts';

/** Messages that are asked for and laid out together. */
export const PART = 50;

type Props = {
  readonly document: string;
  /** Which part it is, from 0. */
  readonly number: number;
  readonly isNear: boolean;
  readonly points: CodePoints;
  /** Of the whole document, in reading order. */
  readonly placed: readonly Placed[];
  readonly byId: ReadonlyMap<string, ClaimRow>;
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
  /** The message of this part that a person wants to be at. */
  readonly wanted: Wanted | null;
};

export const ConversationPart = memo(function ConversationPart(props: Props) {
  const { document, number, isNear, selected, wanted } = props;
  const { data } = useQuery({ ...utterancesQuestion(document, number * PART, PART), enabled: isNear });
  const isShown = isNear && data !== undefined;
  useEffect(() => {
    if (isShown && wanted?.takesFocus) window.document.getElementById(`utterance-${wanted.ordinal}`)?.focus();
  }, [isShown, wanted]);
  const holdsSelected = isShown && data.utterances.some(({ head, end }) => isIn(props.byId.get(selected ?? ''), head, end));
  useEffect(() => {
    if (holdsSelected && selected !== null) bringIntoView(selected);
  }, [holdsSelected, selected]);
  return (
    <div className="conversation-part" data-empty={!isShown || undefined}>
      {isShown && data.utterances.map((each, n) => <Message key={each.ordinal} utterance={each} before={data.utterances[n - 1] ?? null} {...props} />)}
    </div>
  );
}, isSame);

const isIn = (claim: ClaimRow | undefined, head: number, end: number): boolean => claim !== undefined && claim.quote.start >= head && claim.quote.start < end;

function isSame(before: Props, after: Props): boolean {
  const told = ({ isNear, points, placed, byId, wanted, onSelect, selected }: Props) => [isNear, points, placed, byId, wanted, onSelect, selected];
  return haveSame(told(before), told(after));
}

type MessageProps = Pick<Props, 'points' | 'placed' | 'byId' | 'selected' | 'onSelect'> & {
  readonly utterance: UtteranceShown;
  /** The one before it in its part. */
  readonly before: UtteranceShown | null;
};

function Message({ utterance, before, points, placed, byId, selected, onSelect }: MessageProps) {
  const { say, code } = useTongue();
  const { ordinal, sort, speaker, start, end, forwardedFrom, edited, files } = utterance;
  const day = dayOf(utterance);
  const paragraph = layOutPassage({ start, end }, placed, points);
  return (
    <>
      {day !== null && day !== (before && dayOf(before)) && (
        <div className="page-break" lang={code}>
          <DateWords edtf={day} />
        </div>
      )}
      <article id={`utterance-${ordinal}`} className="message" data-sort={sort} tabIndex={-1} aria-label={speaker ?? say(`talk.${sort}`)}>
        <header className="small" lang={code}>
          {speaker !== null && (
            <strong>
              <Foreign>{speaker}</Foreign>
            </strong>
          )}
          {sort !== 'said' && <span className="soft">{say(`talk.${sort}`)}</span>}
          <Moment utterance={utterance} />
          {forwardedFrom !== null && <span className="caution">{say('talk.forwarded', { who: isolated(forwardedFrom) })}</span>}
          {edited && <span className="soft">{say('talk.edited')}</span>}
        </header>
        {end > start && <ParagraphText paragraph={paragraph} byId={byId} looks={looksOf(paragraph, byId, selected)} selected={selected} onSelect={onSelect} />}
        {files.length > 0 && (
          <ul className="small" aria-label={say('talk.files')}>
            {files.map(({ name, id }) => (
              <li key={name} dir="auto">
                {id === null ? <span className="soft">{say('talk.notHeld', { name: isolated(name) })}</span> : <Link href={documentPath(id)}>{name}</Link>}
              </li>
            ))}
          </ul>
        )}
      </article>
    </>
  );
}

/** The time of day; that nobody knows of which time zone it is, where that is so. */
function Moment({ utterance }: { readonly utterance: UtteranceShown }) {
  const { say } = useTongue();
  const { sent, heard } = utterance;
  if (heard !== null) return <span className="when number">{clock(heard.from)}</span>;
  const [, time, zone] = /T(\d\d:\d\d(?::\d\d)?)(.*)$/.exec(sent ?? '') ?? [];
  if (time === undefined) return sent === null ? null : <span className="caution">{say('talk.dayUnsure')}</span>;
  return (
    <span className="when number" title={isInstant(utterance) ? undefined : say('talk.zone')}>
      <bdi>{zone === '' ? time : `${time} ${zone}`}</bdi>
      {!isInstant(utterance) && <span className="unseen"> {say('talk.zone')}</span>}
    </span>
  );
}

/** Seconds as a player shows them. */
const clock = (seconds: number): string => new Date(Math.floor(seconds) * 1000).toISOString().slice(11, 19);
