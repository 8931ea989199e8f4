import type { RefObject } from 'react';
import { Button } from 'react-aria-components';
import { isoDay } from '../../../src/base/edtf.ts';
import type { Days, TimelineWindow } from '../../../src/model/timeline.ts';
import { inBothCalendars, inOrder } from '../data/dates.ts';
import { isolated } from '../data/isolated.ts';
import { useTongue } from '../data/tongue.tsx';
import type { DrawnTimeline } from './drawn-timeline.ts';
import { daysIn, whole, type View } from './scale.ts';

type Props = {
  readonly drawn: RefObject<DrawnTimeline | null>;
  /** What is shown, in words. */
  readonly words: string;
  readonly extent: Days;
};

/** A press of a button comes so much nearer, or goes so far. */
const NEARER = 0.5;
const A_STEP = 0.5;

/** Which days the drawing shows and how much stands in them, in words, and buttons for what its keys do. */
export function DrawingTools({ drawn, words, extent }: Props) {
  const { say } = useTongue();
  const buttons = [
    ['timeline.nearer', '+', () => drawn.current?.zoom(NEARER)],
    ['timeline.farther', '−', () => drawn.current?.zoom(1 / NEARER)],
    ['timeline.earlier', null, () => drawn.current?.step(-A_STEP)],
    ['timeline.later', null, () => drawn.current?.step(A_STEP)],
    ['timeline.all', null, () => drawn.current?.go(whole(extent))],
  ] as const;
  return (
    <div className="drawing-tools">
      <output className="small">{words}</output>
      <div className="actions">
        {buttons.map(([phrase, sign, act]) => (
          <Button key={phrase} className="button button-quiet" aria-label={say(phrase)} onPress={act}>
            {sign ?? say(phrase)}
          </Button>
        ))}
      </div>
    </div>
  );
}

/** Which days a view shows, and how much stands in them. */
export function useShownWords(view: View, windows: readonly TimelineWindow[]): string {
  const tongue = useTongue();
  const { say } = tongue;
  const { first, last } = daysIn(view);
  const dayWords = (day: number): string => {
    const both = inBothCalendars(isoDay(day), tongue);
    return isolated(both ? inOrder(both, tongue)[0] : '');
  };
  const shown = windows.find((each) => each.first <= first && each.last >= last) ?? windows.at(-1);
  const range = { from: dayWords(first), to: dayWords(last) };
  if (shown?.marks) {
    const inView = shown.marks.filter((mark) => (mark.first ?? -Infinity) <= last && (mark.last ?? Infinity) >= first).length;
    return say('timeline.shown', { ...range, n: inView });
  }
  const longer = shown?.longer ?? 0;
  return `${say('timeline.shown.counts', range)}${longer > 0 ? ` ${say('timeline.shown.longer', { n: longer })}` : ''}`;
}
