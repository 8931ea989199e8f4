import { expect, it } from 'vitest';
import { parseEdtf } from '../../../src/base/edtf.ts';
import { askedFor, daysIn, FEWEST_DAYS, moved, viewOf, whole, within, zoomed } from './scale.ts';

const bounds = parseEdtf('1981/2024');

it('zooming keeps the day under the pointer where it is', () => {
  const { first: day } = parseEdtf('1988-07-28');
  const before = viewOf(parseEdtf('1980/1999'), bounds);
  const after = zoomed(before, day, 0.5, bounds);
  expect(after.days).toBeCloseTo(before.days / 2);
  expect((day - after.first) / after.days).toBeCloseTo((day - before.first) / before.days);
});

it('from decades one comes to days and no further, and back to all and no further', () => {
  let view = whole(bounds);
  for (let n = 0; n < 60; n++) view = zoomed(view, parseEdtf('1988-07-28').first, 0.7, bounds);
  expect(view.days).toBe(FEWEST_DAYS);
  for (let n = 0; n < 60; n++) view = zoomed(view, parseEdtf('1988-07-28').first, 1.5, bounds);
  expect(view).toEqual(whole(bounds));
});

it('moving stops at the ends', () => {
  const view = viewOf(parseEdtf('1988'), bounds);
  expect(moved(view, -Infinity, bounds).first).toBe(whole(bounds).first);
  const last = moved(view, Infinity, bounds);
  expect(last.first + last.days).toBeCloseTo(whole(bounds).first + whole(bounds).days);
  expect(within({ first: 0, days: 1e9 }, bounds)).toEqual(whole(bounds));
});

it('what is asked for holds the view, and is the same for one that was moved a little', () => {
  const view = viewOf(parseEdtf('1988-07'), bounds);
  const asked = askedFor(view);
  expect(asked.first).toBeLessThanOrEqual(daysIn(view).first);
  expect(asked.last).toBeGreaterThanOrEqual(daysIn(view).last);
  expect(askedFor(moved(view, 1, bounds))).toEqual(asked);
});
