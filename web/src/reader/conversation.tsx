// A conversation as its messages. There may be 300,000 of them: each part of them asks for its own when it comes near to what is seen, and leaves its
// room empty when it is far again.
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { CodePoints } from '../../../src/base/span.ts';
import type { ClaimRow, DocumentView } from '../../../src/model/answers.ts';
import { isolated } from '../data/isolated.ts';
import { inBothCalendars, inOrder } from '../data/dates.ts';
import { placeInConversationQuestion, speakersQuestion } from '../data/questions.ts';
import { useKeys } from '../data/use-keys.ts';
import { useTongue } from '../data/tongue.tsx';
import { Choice } from '../parts/choice.tsx';
import { ConversationPart, PART } from './conversation-part.tsx';
import { placeClaims } from './lay-out.ts';

type Props = {
  readonly document: DocumentView;
  /** In reading order. */
  readonly claims: readonly ClaimRow[];
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
};

/** Where a person wants to be: an utterance by its number. Who goes to a claim keeps the focus in the list of claims. */
export type Wanted = { readonly ordinal: number; readonly takesFocus: boolean };

export function Conversation({ document, claims, selected, onSelect }: Props) {
  const { say } = useTongue();
  const { id, text, utterances: total, language } = document;
  const points = useMemo(() => new CodePoints(text), [text]);
  const placed = useMemo(() => placeClaims(claims.filter(({ orphan }) => !orphan)), [claims]);
  const byId = useMemo(() => new Map(claims.map((claim) => [claim.id, claim])), [claims]);
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const list = useRef<HTMLElement>(null);
  const near = useNear(list);
  const goTo = useCallback((ordinal: number) => setWanted({ ordinal, takesFocus: true }), []);
  const show = useCallback((ordinal: number) => setWanted({ ordinal, takesFocus: false }), []);
  useEffect(() => {
    if (wanted) list.current?.children[Math.floor(wanted.ordinal / PART)]?.scrollIntoView({ block: 'start' });
  }, [wanted]);
  useSelectedPlace(id, byId.get(selected ?? '') ?? null, show);
  return (
    <>
      <Days id={id} onDay={goTo} wanted={wanted?.ordinal ?? 0} />
      <section ref={list} className="document-text conversation" aria-label={say('document.text')} lang={language ?? undefined}>
        {Array.from({ length: Math.ceil(total / PART) }, (_, n) => (
          <ConversationPart
            key={n}
            document={id}
            number={n}
            isNear={near.has(n)}
            points={points}
            placed={placed}
            byId={byId}
            selected={near.has(n) ? selected : null}
            onSelect={onSelect}
            wanted={wanted !== null && Math.floor(wanted.ordinal / PART) === n ? wanted : null}
          />
        ))}
      </section>
    </>
  );
}

/** The parts that are seen or nearly. How many there are does not change. */
function useNear(list: { readonly current: HTMLElement | null }): ReadonlySet<number> {
  const [near, setNear] = useState<ReadonlySet<number>>(new Set([0]));
  useEffect(() => {
    const numbers = new Map(Array.from(list.current?.children ?? [], (part, n) => [part, n] as const));
    const observer = new IntersectionObserver(
      (entries) =>
        setNear((before) => {
          const after = new Set(before);
          for (const { target, isIntersecting } of entries) {
            const number = numbers.get(target) ?? 0;
            if (isIntersecting) after.add(number);
            else after.delete(number);
          }
          return after;
        }),
      { rootMargin: '1500px 0px' },
    );
    for (const part of numbers.keys()) observer.observe(part);
    return () => observer.disconnect();
  }, [list]);
  return near;
}

/** Goes to the part in which the selected claim's words stand, where these are not laid out yet. */
function useSelectedPlace(document: string, claim: ClaimRow | null, show: (ordinal: number) => void): void {
  const start = claim && !claim.orphan ? claim.quote.start : null;
  const { data: ordinal } = useQuery({ ...placeInConversationQuestion(document, start ?? 0), enabled: start !== null });
  const id = claim?.id ?? null;
  useEffect(() => {
    if (ordinal !== undefined && id !== null && window.document.getElementById(`mark-${id}`) === null) show(ordinal);
  }, [ordinal, id, show]);
}

type DaysProps = { readonly id: string; readonly wanted: number; readonly onDay: (first: number) => void };

/** Who wrote how much, and the way to a day. */
function Days({ id, wanted, onDay }: DaysProps) {
  const tongue = useTongue();
  const { say } = tongue;
  const { data } = useQuery(speakersQuestion(id));
  const days = data?.days ?? [];
  const now = Math.max(0, days.findLastIndex(({ first }) => first <= wanted)); // prettier-ignore
  const go = (n: number): void => {
    const day = days[n];
    if (day) onDay(day.first);
  };
  useKeys({ '[': () => go(now - 1), ']': () => go(now + 1) });
  if (!data) return null;
  const label = (day: string): string => {
    const both = inBothCalendars(day, tongue);
    return both ? inOrder(both, tongue)[0] : day;
  };
  return (
    <div className="conversation-days">
      <p className="small soft">
        {say('talk.total', { n: data.total })}
        {data.speakers.length > 0 &&
          ` · ${data.speakers
            .slice(0, 6)
            .map(({ name, utterances }) => `${isolated(name)} ${tongue.number(utterances)}`)
            .join(say('comma'))}${data.speakers.length > 6 ? ' …' : ''}`}
      </p>
      {days.length > 1 && (
        <div className="actions">
          <Choice
            label={say('talk.day')}
            value={String(days[now]?.first ?? 0)}
            groups={[
              {
                title: say('talk.day'),
                options: days.map(({ day, first, utterances }) => ({ value: String(first), label: `${label(day)} (${tongue.number(utterances)})` })),
              },
            ]}
            onChange={(first) => onDay(Number(first))}
          />
          <Button className="button" aria-keyshortcuts="[" isDisabled={now === 0} onPress={() => go(now - 1)}>
            {say('talk.earlier')} <kbd aria-hidden="true">[</kbd>
          </Button>
          <Button className="button" aria-keyshortcuts="]" isDisabled={now >= days.length - 1} onPress={() => go(now + 1)}>
            {say('talk.later')} <kbd aria-hidden="true">]</kbd>
          </Button>
        </div>
      )}
    </div>
  );
}
