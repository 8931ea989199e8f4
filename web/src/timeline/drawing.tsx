import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent } from 'react';
import type { Count, Days, Mark, TimelineWindow } from '../../../src/model/timeline.ts';
import { useParameter } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { DrawingTools, useShownWords } from './drawing-tools.tsx';
import { CountTip, MarkTip } from './mark-tip.tsx';
import { viewOf, whole, type View } from './scale.ts';
import { useDrawn } from './use-drawn.ts';
import { useHand } from './use-hand.ts';

type Props = {
  /** The most exact first; the last is of all days. */
  readonly windows: readonly TimelineWindow[];
  readonly extent: Days;
  readonly said: boolean;
  /** What is shown, when it has stayed so for a moment. */
  readonly view: View;
  readonly onView: (view: View) => void;
};

/** What is pointed at, and where on the canvas. */
type Pointing = { readonly x: number; readonly y: number } & ({ readonly mark: Mark } | { readonly count: Count });
type Pointed = Pointing & { readonly within: { readonly width: number; readonly height: number } };

/** Milliseconds after which what is shown is taken for what a person wants to see. */
const SETTLED = 160;

/** The timeline as a picture, to be zoomed and moved. What it shows stands in words in the list below it. */
export function Drawing({ windows, extent, said, view, onView }: Props) {
  const { say } = useTongue();
  const frame = useRef<HTMLInputElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const settling = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const [chosen, setChosen] = useParameter('mark');
  const words = useShownWords(view, windows);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const settle = useEffectEvent((next: View) => onView(next));
  const onMoved = (next: View): void => {
    clearTimeout(settling.current);
    settling.current = setTimeout(() => settle(next), SETTLED);
  };
  useEffect(() => () => clearTimeout(settling.current), []);
  const drawn = useDrawn(frame, canvas, { windows, bounds: extent, view, chosen, said, onView: onMoved });
  const point = (next: Pointing | null): void => {
    const { clientWidth: width = 0, clientHeight: height = 0 } = canvas.current ?? {};
    setPointed(next && { ...next, within: { width, height } });
    drawn.current?.point(next && 'mark' in next ? next.mark.id : null);
  };
  const hand = useHand(frame, drawn, {
    onPoint: (at) => point(at && whatIsAt(drawn.current, at)),
    onPress: (at) => {
      const found = whatIsAt(drawn.current, at);
      if (found && 'mark' in found) setChosen(found.mark.id);
      else if (found) drawn.current?.go(viewOf(found.count, extent));
    },
  });
  const stepTo = (by: 1 | -1): boolean => {
    const marks = drawn.current?.marksInView() ?? [];
    const now = pointed && 'mark' in pointed ? marks.findIndex(({ id }) => id === pointed.mark.id) : -1;
    const mark = marks[now === -1 && by === -1 ? marks.length - 1 : now + by];
    const at = mark && drawn.current?.placeOf(mark.id);
    point(mark && at ? { ...at, mark } : null);
    return at !== undefined && at !== null;
  };
  const onKey = (event: KeyboardEvent): void => {
    const isPointed = pointed !== null && 'mark' in pointed;
    const act = keysOf(drawn.current, extent)[event.key];
    if (act) {
      act();
      point(null);
    } else if (event.key === 'Enter' && isPointed) setChosen(pointed.mark.id);
    else if (event.key === 'Escape' && isPointed) point(null);
    // Tab goes through the marks in view, and on to what follows after the last of them.
    else if ((event.key !== 'Tab' && event.key !== 'ArrowDown' && event.key !== 'ArrowUp') || !stepTo(isBack(event) ? -1 : 1)) return;
    event.preventDefault();
  };
  return (
    <section className="drawing" aria-label={say('timeline.drawing')}>
      <DrawingTools drawn={drawn} words={words} extent={extent} />
      <div className="drawing-frame">
        <canvas ref={canvas} aria-hidden="true" />
        <input
          ref={frame}
          className="drawing-hand"
          type="range"
          min={extent.first}
          max={extent.last}
          value={Math.min(extent.last, Math.max(extent.first, Math.round(view.first)))}
          aria-label={say('timeline.drawing')}
          aria-describedby="drawing-keys"
          aria-valuetext={words}
          onChange={(event) => drawn.current?.go({ ...view, first: Number(event.currentTarget.value) })}
          {...hand}
          onKeyDown={onKey}
          onBlur={() => point(null)}
        />
        {pointed && (
          <output className="drawing-tip" style={tipPlace(pointed)}>
            {'mark' in pointed ? <MarkTip mark={pointed.mark} /> : <CountTip count={pointed.count} />}
          </output>
        )}
      </div>
      <p className="small soft drawing-keys" id="drawing-keys">
        {say('timeline.drawing.keys')}
      </p>
    </section>
  );
}

const isBack = ({ key, shiftKey }: KeyboardEvent): boolean => key === 'ArrowUp' || (key === 'Tab' && shiftKey);

type Canvas = Parameters<typeof useHand>[1]['current'];

function whatIsAt(drawn: Canvas, { x, y }: { readonly x: number; readonly y: number }): Pointing | null {
  const mark = drawn?.markAt(x, y);
  if (mark) return { x, y, mark };
  const count = drawn?.countAt(x);
  return count ? { x, y, count } : null;
}

const NEARER = 0.7;
const A_STEP = 0.2;

/** What keys do to the drawing. Arrows go the way that they point, which is to what is earlier or later as the language is written. */
function keysOf(drawn: Canvas, extent: Days): Readonly<Record<string, () => void>> {
  return {
    '+': () => drawn?.zoom(NEARER),
    '=': () => drawn?.zoom(NEARER),
    '-': () => drawn?.zoom(1 / NEARER),
    '0': () => drawn?.go(whole(extent)),
    Home: () => drawn?.step(-Infinity),
    End: () => drawn?.step(Infinity),
    ArrowLeft: () => drawn?.pullPart(A_STEP),
    ArrowRight: () => drawn?.pullPart(-A_STEP),
  };
}

const TIP = 320;

/** Beside what is pointed at, inside the frame. */
function tipPlace({ x, y, within: { width, height } }: Pointed): Readonly<Record<string, number>> {
  const left = Math.max(0, Math.min(x + 12, width - TIP));
  return y > height / 2 ? { left, bottom: height - y + 14 } : { left, top: y + 18 };
}
