import { useEffect, useEffectEvent, useRef, type RefObject } from 'react';
import type { Days, TimelineWindow } from '../../../src/model/timeline.ts';
import { usePreferences } from '../data/preferences.ts';
import { useTongue } from '../data/tongue.tsx';
import { DrawnTimeline } from './drawn-timeline.ts';
import { lookOf } from './look.ts';
import type { View } from './scale.ts';

export type Drawn = {
  /** The most exact first; the last is of all days. */
  readonly windows: readonly TimelineWindow[];
  readonly bounds: Days;
  /** What is shown at first. */
  readonly view: View;
  /** The id of the mark that is chosen. */
  readonly chosen: string | null;
  readonly said: boolean;
  readonly onView: (view: View) => void;
};

/** Draws on the canvas of a frame for as long as it is there, as the theme and the language are; for a printer, on white. */
export function useDrawn(
  frame: RefObject<HTMLElement | null>,
  canvas: RefObject<HTMLCanvasElement | null>,
  { windows, bounds, view, chosen, said, onView }: Drawn,
): RefObject<DrawnTimeline | null> {
  const tongue = useTongue();
  const { theme } = usePreferences();
  const scheme = theme === 'auto' ? undefined : theme;
  const drawn = useRef<DrawnTimeline | null>(null);
  const changed = useEffectEvent((next: View) => onView(next));
  const begin = useEffectEvent((element: HTMLCanvasElement, around: HTMLElement) => {
    drawn.current = new DrawnTimeline(element, lookOf(around, tongue, said, scheme), { bounds, view }, (next) => changed(next));
  });
  const lookAgain = useEffectEvent(() => {
    if (frame.current) drawn.current?.look(lookOf(frame.current, tongue, said, scheme));
  });
  const onPaper = useEffectEvent(() => {
    if (frame.current) drawn.current?.paint(lookOf(frame.current, tongue, said, 'light'));
  });
  useEffect(() => {
    if (!canvas.current || !frame.current) return undefined;
    begin(canvas.current, frame.current);
    const resized = new ResizeObserver(() => lookAgain());
    resized.observe(canvas.current);
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const again = (): void => lookAgain();
    const toPaper = (): void => onPaper();
    dark.addEventListener('change', again);
    window.addEventListener('beforeprint', toPaper);
    window.addEventListener('afterprint', again);
    return () => {
      resized.disconnect();
      dark.removeEventListener('change', again);
      window.removeEventListener('beforeprint', toPaper);
      window.removeEventListener('afterprint', again);
      drawn.current?.close();
      drawn.current = null;
    };
  }, [canvas, frame]);
  useEffect(() => {
    if (frame.current) drawn.current?.look(lookOf(frame.current, tongue, said, scheme));
  }, [frame, tongue, said, scheme]);
  useEffect(() => drawn.current?.show(windows, bounds), [windows, bounds]);
  useEffect(() => drawn.current?.choose(chosen), [chosen]);
  return drawn;
}
