import type { MapRow, PlaceMeant } from '../../../src/model/place-map.ts';
import { useTongue } from '../data/tongue.tsx';
import { perhaps, wordsOf } from './place-names.ts';
import type { Point } from './view.ts';
import { pointOf, SHAPES } from './world.ts';

type Props = {
  readonly rows: readonly MapRow[];
  readonly chosen: string | null;
  /** Pixels of the page to a unit of the map: marks and words keep their size. */
  readonly scale: number;
  /** Coasts are drawn as exactly as the atlas has them. */
  readonly isFine: boolean;
  readonly onChoose: (id: string) => void;
};

/** Countries that are named as such as areas, cities as circles by how many claims name them; each by how precise the words are. */
export function Marks({ rows, chosen, scale, isFine, onChoose }: Props) {
  const countries = rows.filter(({ places }) => places.some(isCountry));
  // The smaller lie upon the larger.
  const cities = rows.filter(({ places }) => places.some((place) => !isCountry(place))).toSorted((a, b) => claimsOf(b) - claimsOf(a));
  return (
    <>
      {countries.map((row) => (
        <Areas key={row.id} row={row} isChosen={row.id === chosen} scale={scale} isFine={isFine} onChoose={onChoose} />
      ))}
      {cities.map((row) => (
        <Circles key={row.id} row={row} isChosen={row.id === chosen} scale={scale} onChoose={onChoose} />
      ))}
      <Labels rows={cities} chosen={chosen} scale={scale} />
    </>
  );
}

const isCountry = ({ precision }: PlaceMeant): boolean => precision === 'country';
const claimsOf = ({ recorded, suggested }: MapRow): number => recorded + suggested;
const statusOf = ({ recorded }: MapRow): string => (recorded > 0 ? 'recorded' : 'suggested');

type MarkProps = { readonly row: MapRow; readonly isChosen: boolean; readonly scale: number; readonly onChoose: (id: string) => void };

/** How much of the colour, by the power of ten of the claims. */
const tint = (claims: number): number => Math.min(0.75, 0.22 + 0.16 * Math.log10(Math.max(1, claims)));

/** A country too small to be seen bears a square, as does one that the atlas has no shape of. */
function Areas({ row, isChosen, scale, isFine, onChoose }: MarkProps & Pick<Props, 'isFine'>) {
  const tongue = useTongue();
  const places = row.places.filter(isCountry);
  const shared = {
    className: 'map-area',
    'data-status': statusOf(row),
    'data-chosen': isChosen || undefined,
    'data-several': row.places.length > 1 || undefined,
    fillOpacity: tint(claimsOf(row)),
    onClick: () => onChoose(row.id),
  };
  return places.map(({ country, latitude, longitude, extent }) => {
    const [x, y] = pointOf(latitude, longitude);
    const isSmall = extent === null || Math.max(extent[2] - extent[0], extent[3] - extent[1]) * scale < SMALL;
    return (
      <g key={country} {...shared}>
        <title>{`${wordsOf(row)} · ${perhaps(row, tongue)}`}</title>
        {SHAPES.filter(({ code }) => code === country).map(({ path, coarse }, n) => (
          <path key={n} d={isFine ? path : coarse} />
        ))}
        {isSmall && <rect x={x - 5 / scale} y={y - 5 / scale} width={10 / scale} height={10 / scale} />}
      </g>
    );
  });
}

/** Degrees at the scale of the whole world. */
const SMALL = 3;

const radius = (claims: number): number => Math.min(24, 3.5 + 2 * Math.sqrt(claims));

function Circles({ row, isChosen, scale, onChoose }: MarkProps) {
  const tongue = useTongue();
  return row.places.map((place) => {
    const [cx, cy] = pointOf(place.latitude, place.longitude);
    return (
      <circle
        key={place.id}
        className="map-city"
        data-status={statusOf(row)}
        data-precision={place.precision}
        data-several={row.places.length > 1 || undefined}
        data-chosen={isChosen || undefined}
        cx={cx}
        cy={cy}
        r={(radius(claimsOf(row)) + (place.precision === 'around' ? 5 : 0)) / scale}
        onClick={() => onChoose(row.id)}
      >
        <title>{`${wordsOf(row)} · ${perhaps(row, tongue)}`}</title>
      </circle>
    );
  });
}

const MOST_LABELS = 14;
const LETTER = 6.2;
const LINE = 13;
/** Of longer words the beginning is written; all of them stand in the list. */
const LONGEST = 28;

/** The words of sources beside the largest circles, as far as they leave each other room; always those of the chosen one. */
function Labels({ rows, chosen, scale }: { readonly rows: readonly MapRow[]; readonly chosen: string | null; readonly scale: number }) {
  const taken: (readonly [number, number, number])[] = [];
  const labels: { readonly id: string; readonly words: string; readonly at: Point }[] = [];
  for (const row of rows.toSorted((a, b) => Number(b.id === chosen) - Number(a.id === chosen))) {
    const [place] = row.places;
    if (labels.length >= MOST_LABELS || !place) break;
    const [x, y] = pointOf(place.latitude, place.longitude);
    const whole = wordsOf(row);
    const words = whole.length > LONGEST ? `${whole.slice(0, LONGEST)}…` : whole;
    const [left, top, width] = [x * scale + radius(claimsOf(row)) + 3, y * scale, words.length * LETTER];
    const isFree = taken.every(([l, t, w]) => left > l + w || l > left + width || Math.abs(t - top) > LINE);
    if (!isFree) continue;
    taken.push([left, top, width]);
    labels.push({ id: row.id, words, at: [left / scale, y] });
  }
  return (
    <g className="map-labels" style={{ fontSize: 11 / scale }}>
      {labels.map(({ id, words, at: [x, y] }) => (
        <text key={id} x={x} y={y} dy="0.35em">
          {words}
        </text>
      ))}
    </g>
  );
}
