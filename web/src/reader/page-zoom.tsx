// How large the pages of an original are shown. The address keeps it.
import { Button } from 'react-aria-components';
import { useParameter } from '../data/route.ts';
import { useKeys } from '../data/use-keys.ts';
import { useTongue } from '../data/tongue.tsx';

/** As wide as there is room, a whole page at once, or so many percent of the room's width. */
const ZOOMS = ['page', '75', 'width', '150', '200', '300'] as const;
type ZoomValue = (typeof ZOOMS)[number];

type Zoom = { readonly value: ZoomValue; readonly set: (value: ZoomValue) => void; readonly step: (by: 1 | -1) => void };

export function useZoom(): Zoom {
  const [addressed, setAddressed] = useParameter('zoom');
  const value = ZOOMS.find((zoom) => zoom === addressed) ?? 'width';
  const set = (zoom: ZoomValue): void => setAddressed(zoom === 'width' ? null : zoom);
  const step = (by: 1 | -1): void => set(ZOOMS[Math.min(ZOOMS.length - 1, Math.max(0, ZOOMS.indexOf(value) + by))] ?? 'width');
  return { value, set, step };
}

export function PageZoom({ zoom: { value, set, step } }: { readonly zoom: Zoom }) {
  const { say, number } = useTongue();
  useKeys({ '+': () => step(1), '=': () => step(1), '-': () => step(-1), '0': () => set('width') });
  return (
    <div className="page-zoom" role="toolbar" aria-label={say('page.zoom')}>
      <Button className="button" aria-label={say('page.smaller')} aria-keyshortcuts="-" isDisabled={value === ZOOMS[0]} onPress={() => step(-1)}>
        −
      </Button>
      <output className="small number">
        {value === 'page' || value === 'width' ? say(`page.fit.${value}`) : say('page.percent', { n: number(Number(value)) })}
      </output>
      <Button className="button" aria-label={say('page.larger')} aria-keyshortcuts="+" isDisabled={value === ZOOMS.at(-1)} onPress={() => step(1)}>
        +
      </Button>
      {value !== 'width' && (
        <Button className="button button-quiet" aria-keyshortcuts="0" onPress={() => set('width')}>
          {say('page.fit.width')} <kbd aria-hidden="true">0</kbd>
        </Button>
      )}
      {value !== 'page' && (
        <Button className="button button-quiet" onPress={() => set('page')}>
          {say('page.fit.page')}
        </Button>
      )}
    </div>
  );
}
