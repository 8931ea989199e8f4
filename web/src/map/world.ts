// The world in equal areas: the shapes of countries by their codes, and where a place of the earth stands among them.
import { geoEqualEarth, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-50m.json';
import type { Point, Size } from './view.ts';

/** `code`: ISO 3166-1; null of what has none. Paths as SVG has them, `coarse` for a look from far away. `box`: left, top, right, bottom. */
export type Shape = { readonly code: string | null; readonly path: string; readonly coarse: string; readonly box: readonly [number, number, number, number] };

const WIDTH = 1000;
/** No claim is of places further south: the ice is left out. */
const [NORTH, SOUTH] = [84, -57] as const;

const projection = geoEqualEarth().rotate([-11, 0]).fitWidth(WIDTH, { type: 'Sphere' });
const heightOf = (latitude: number): number => projection([11, latitude])?.[1] ?? 0;
projection.translate([projection.translate()[0], projection.translate()[1] - heightOf(NORTH)]);

/** Points nearer to the one before than this are left out of a coarse path, in units. */
const NEAR = 1;

export const SIZE: Size = { width: WIDTH, height: Math.round(heightOf(SOUTH)) };

export const pointOf = (latitude: number, longitude: number): Point => projection([longitude, latitude]) ?? [0, 0];

/** Made once: the atlas is 80,000 points. */
export const SHAPES: readonly Shape[] = shapes(atlas as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>);

function shapes(world: Topology<{ countries: GeometryCollection<{ name: string }> }>): readonly Shape[] {
  const draw = geoPath(projection).digits(1);
  return feature(world, world.objects.countries)
    .features.filter(({ properties }) => properties.name !== 'Antarctica')
    .map((each) => {
      const [[left, top], [right, bottom]] = draw.bounds(each);
      const path = draw(each) ?? '';
      return { code: codeOf(each.id, each.properties.name), path, coarse: thinned(path), box: [left, top, right, bottom] };
    });
}

/** A path of straight lines with fewer points: a tenth of them, of the whole world. */
function thinned(path: string): string {
  return path.replaceAll(/M[^MZ]*/g, (ring) => {
    let [lastX, lastY] = [Infinity, Infinity];
    const points = ring.slice(1).split('L');
    const kept = points.filter((point) => {
      const [x = 0, y = 0] = point.split(',').map(Number);
      if (Math.hypot(x - lastX, y - lastY) < NEAR) return false;
      [lastX, lastY] = [x, y];
      return true;
    });
    return `M${(kept.length < 3 ? points : kept).join('L')}`;
  });
}

/** The atlas has numbers, for which BCP 47 knows the letters; of Kosovo it has none. */
function codeOf(id: string | number | undefined, name: string): string | null {
  if (id === undefined) return name === 'Kosovo' ? 'XK' : null;
  return new Intl.Locale(Intl.getCanonicalLocales(`und-${id}`)[0] ?? 'und').region ?? null;
}
