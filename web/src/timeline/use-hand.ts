import { useEffect, useEffectEvent, useRef, type MouseEvent, type PointerEvent, type RefObject } from 'react';
import type { DrawnTimeline } from './drawn-timeline.ts';

/** Pixels that a pointer moves before it pulls; less is a press. */
const PULL = 4;
/** How much nearer a wheel comes for each pixel that it is turned. */
const OF_A_PIXEL = 0.002;
const OF_A_LINE = 16;

type Hand = {
  readonly onMouseDown: (event: MouseEvent) => void;
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerUp: (event: PointerEvent) => void;
  readonly onPointerLeave: () => void;
};

type Place = { readonly x: number; readonly y: number };

/** Moving by pulling, zooming by the wheel, pointing and pressing. Places are pixels of the canvas. */
export function useHand(
  frame: RefObject<HTMLElement | null>,
  drawn: RefObject<DrawnTimeline | null>,
  { onPoint, onPress }: { readonly onPoint: (at: Place | null) => void; readonly onPress: (at: Place) => void },
): Hand {
  const held = useRef<{ readonly from: number; last: number; pulls: boolean } | null>(null);
  const placeOf = (event: { readonly clientX: number; readonly clientY: number }): Place => {
    const { left, top } = frame.current?.getBoundingClientRect() ?? { left: 0, top: 0 };
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const onWheel = useEffectEvent((event: WheelEvent) => {
    // A page is scrolled by the wheel: what lies under it on the way does not take it, unless it was chosen.
    if (!event.ctrlKey && !event.metaKey && document.activeElement !== frame.current) return;
    event.preventDefault();
    const turned = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? OF_A_LINE : 1;
    if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) drawn.current?.pull(-event.deltaX * turned);
    else drawn.current?.zoom(Math.exp(event.deltaY * turned * OF_A_PIXEL), placeOf(event).x);
    onPoint(null);
  });
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const listener = (event: WheelEvent): void => onWheel(event);
    element.addEventListener('wheel', listener, { passive: false });
    return () => element.removeEventListener('wheel', listener);
  }, [frame]);
  return {
    // A browser would pull the thumb of a range.
    onMouseDown: (event) => event.preventDefault(),
    onPointerDown: (event) => {
      if (event.button !== 0) return;
      frame.current?.focus({ preventScroll: true });
      held.current = { from: event.clientX, last: event.clientX, pulls: false };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event) => {
      const hand = held.current;
      if (!hand) {
        onPoint(placeOf(event));
        return;
      }
      hand.pulls ||= Math.abs(event.clientX - hand.from) > PULL;
      if (!hand.pulls) return;
      onPoint(null);
      drawn.current?.pull(event.clientX - hand.last);
      hand.last = event.clientX;
    },
    onPointerUp: (event) => {
      const hand = held.current;
      held.current = null;
      if (hand && !hand.pulls) onPress(placeOf(event));
    },
    onPointerLeave: () => onPoint(null),
  };
}
