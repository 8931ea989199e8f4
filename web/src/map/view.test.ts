import { expect, it } from 'vitest';
import { fitting, isSeen, panned, seenAt, showing, WHOLE, zoomed } from './view.ts';

const size = { width: 1000, height: 400 };

it('what is under the pointer stays under it when one comes closer', () => {
  const view = zoomed(WHOLE, 4, [300, 100], size);
  expect(view.scale).toBe(4);
  expect(seenAt(view, [300, 100])).toEqual([300, 100]);
  expect(zoomed(view, 1 / 4, [300, 100], size)).toEqual(WHOLE);
});

it('nobody leaves the map, by moving it or by going too far or too close', () => {
  expect(panned(WHOLE, [50, 50], size)).toEqual(WHOLE);
  expect(panned({ scale: 2, x: 0, y: 0 }, [-5000, -5000], size)).toEqual({ scale: 2, x: -1000, y: -400 });
  expect(zoomed(WHOLE, 0.1, [0, 0], size)).toEqual(WHOLE);
  expect(zoomed(WHOLE, 1000, [0, 0], size).scale).toBe(60);
});

it('a place that is out of sight is brought to the middle, and one in sight moves nothing', () => {
  const close = zoomed(WHOLE, 4, [0, 0], size);
  expect(showing(close, [[100, 50]], 6, size)).toBe(close);
  expect(seenAt(showing(close, [[900, 300]], 6, size), [900, 300])).toEqual([500, 200]);
});

it('places far apart are shown together', () => {
  const view = showing(zoomed(WHOLE, 10, [0, 0], size), [[100, 100], [900, 300]], 6, size); // prettier-ignore
  expect(view.scale).toBe(1);
  for (const [x, y] of [seenAt(view, [100, 100]), seenAt(view, [900, 300])]) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x).toBeLessThanOrEqual(1000);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThanOrEqual(400);
  }
});

it('of one place no more than its surroundings is shown at first, of none the whole', () => {
  expect(fitting([[500, 200]], 8, size).scale).toBe(8);
  expect(fitting([], 8, size)).toEqual(WHOLE);
});

it('what lies beside the frame is not in it', () => {
  const view = zoomed(WHOLE, 4, [0, 0], size);
  expect(isSeen(view, [0, 0, 10, 10], size)).toBe(true);
  expect(isSeen(view, [600, 0, 700, 10], size)).toBe(false);
});
