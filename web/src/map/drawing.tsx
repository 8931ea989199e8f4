import { memo, useEffect, useEffectEvent, useRef, useState, type KeyboardEvent, type PointerEvent, type RefObject } from 'react';
import { Button } from 'react-aria-components';
import type { MapRow } from '../../../src/model/place-map.ts';
import { useTongue } from '../data/tongue.tsx';
import { Marks } from './marks.tsx';
import { fitting, isSeen, panned, showing, WHOLE, zoomed, type Point, type View } from './view.ts';
import { pointOf, SHAPES, SIZE } from './world.ts';

type Props = {
  readonly rows: readonly MapRow[];
  readonly chosen: MapRow | null;
  readonly onChoose: (id: string) => void;
};

const STEP = 80;
const CLOSER = 1.5;
const CENTRE: Point = [SIZE.width / 2, SIZE.height / 2];
/** Cities are looked at no closer than this at first, and when one is chosen. */
const CITY_SCALE = 8;

/** The map as a picture, moved by mouse, touch and keys. It is for the eyes alone: what it shows stands in words in the list. */
export default function Drawing({ rows, chosen, onChoose }: Props) {
  const { say } = useTongue();
  const [view, setView] = useState(() => fitting(pointsOf(rows), CITY_SCALE, SIZE));
  const frame = useRef<SVGSVGElement>(null);
  const per = useUnits(frame);
  const zoom = (factor: number, around: Point = CENTRE): void => setView((now) => zoomed(now, factor, around, SIZE));
  useWheel(frame, zoom);
  const drag = useDrag(frame, (by) => setView((now) => panned(now, by, SIZE)));
  useShown(chosen, setView);
  return (
    <div className="map-frame" dir="ltr" role="toolbar" tabIndex={0} aria-label={say('map.picture')} onKeyDown={(event) => steer(event, zoom, setView)}>
      <svg ref={frame} viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} aria-hidden="true" {...drag}>
        <g transform={`translate(${view.x} ${view.y}) scale(${view.scale})`}>
          {view.scale < FINE ? <World /> : <Countries view={view} />}
          <Marks rows={rows} chosen={chosen?.id ?? null} scale={view.scale / per} isFine={view.scale >= FINE} onChoose={onChoose} />
        </g>
      </svg>
      <div className="picture-zoom">
        <Button className="button" aria-label={say('map.closer')} onPress={() => zoom(CLOSER)}>
          +
        </Button>
        <Button className="button" aria-label={say('map.further')} onPress={() => zoom(1 / CLOSER)}>
          −
        </Button>
        <Button className="button" aria-label={say('map.whole')} onPress={() => setView(WHOLE)}>
          ⤢
        </Button>
      </div>
    </div>
  );
}

/** From this scale on the coasts are drawn as exactly as the atlas has them, of what is in the frame. */
const FINE = 4;

/** Never drawn again when the view changes. */
const World = memo(function World() {
  return (
    <g className="map-land">
      {SHAPES.map(({ coarse }, n) => (
        <path key={n} d={coarse} />
      ))}
    </g>
  );
});

function Countries({ view }: { readonly view: View }) {
  return <g className="map-land">{SHAPES.map(({ path, box }, n) => isSeen(view, box, SIZE) && <path key={n} d={path} />)}</g>;
}

const pointsOf = (rows: readonly MapRow[]): readonly Point[] =>
  rows.flatMap(({ places }) => places.map(({ latitude, longitude }) => pointOf(latitude, longitude)));

const MOVES: Readonly<Record<string, Point>> = { ArrowLeft: [STEP, 0], ArrowRight: [-STEP, 0], ArrowUp: [0, STEP], ArrowDown: [0, -STEP] };
const ZOOMS: Readonly<Record<string, number>> = { '+': CLOSER, '=': CLOSER, '-': 1 / CLOSER, '−': 1 / CLOSER };

function steer(event: KeyboardEvent, zoom: (factor: number) => void, setView: (change: (view: View) => View) => void): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const [move, factor] = [MOVES[event.key], ZOOMS[event.key]];
  if (!move && factor === undefined && event.key !== '0') return;
  event.preventDefault();
  if (move) setView((view) => panned(view, move, SIZE));
  else if (factor !== undefined) zoom(factor);
  else setView(() => WHOLE);
}

/** Units of the map to a pixel of the page. */
const unit = (frame: Element | null): number => SIZE.width / Math.max(1, frame?.getBoundingClientRect().width ?? SIZE.width);

/** The same, also when the page becomes wider or narrower. */
function useUnits(frame: RefObject<SVGSVGElement | null>): number {
  const [per, setPer] = useState(1);
  useEffect(() => {
    if (!frame.current) return undefined;
    const resized = new ResizeObserver(() => setPer(unit(frame.current)));
    resized.observe(frame.current);
    return () => resized.disconnect();
  }, [frame]);
  return per;
}

/** React listens to wheels passively, so that the page would scroll too. */
function useWheel(frame: RefObject<SVGSVGElement | null>, zoom: (factor: number, around: Point) => void): void {
  const turned = useEffectEvent((event: WheelEvent) => {
    event.preventDefault();
    const [box, per] = [frame.current?.getBoundingClientRect(), unit(frame.current)];
    zoom(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0015)), [
      (event.clientX - (box?.left ?? 0)) * per,
      (event.clientY - (box?.top ?? 0)) * per,
    ]);
  });
  useEffect(() => {
    const drawn = frame.current;
    const listener = (event: WheelEvent): void => turned(event);
    drawn?.addEventListener('wheel', listener, { passive: false });
    return () => drawn?.removeEventListener('wheel', listener);
  }, [frame]);
}

/** A press that moves is no choice of what lies under it: the pointer is taken only once it has moved. */
const LEAST_MOVE = 4;

function useDrag(frame: RefObject<SVGSVGElement | null>, pan: (by: Point) => void) {
  const last = useRef<{ x: number; y: number; moving: boolean } | null>(null);
  return {
    onPointerDown: (event: PointerEvent): void => {
      if (event.button === 0) last.current = { x: event.clientX, y: event.clientY, moving: false };
    },
    onPointerMove: (event: PointerEvent): void => {
      const from = last.current;
      if (!from || (!from.moving && Math.hypot(event.clientX - from.x, event.clientY - from.y) < LEAST_MOVE)) return;
      if (!from.moving) frame.current?.setPointerCapture(event.pointerId);
      const per = unit(frame.current);
      pan([(event.clientX - from.x) * per, (event.clientY - from.y) * per]);
      last.current = { x: event.clientX, y: event.clientY, moving: true };
    },
    onPointerUp: (): void => {
      last.current = null;
    },
    onPointerCancel: (): void => {
      last.current = null;
    },
  };
}

/** Who chooses a place in the list wants to see where it is. */
function useShown(chosen: MapRow | null, setView: (change: (view: View) => View) => void): void {
  const show = useEffectEvent((id: string | undefined) => {
    if (id === undefined) return;
    const places = chosen?.places ?? [];
    const points = chosen ? pointsOf([chosen]) : [];
    const closest = places.every(({ precision }) => precision !== 'country') ? CITY_SCALE : 1;
    setView((view) => showing(view, points, closest, SIZE));
  });
  const id = chosen?.id;
  useEffect(() => show(id), [id]);
}
