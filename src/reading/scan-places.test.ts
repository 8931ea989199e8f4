import { expect, test } from 'vitest';
import { scanPlaces, type Strip } from './scan-places.ts';

const word = (start: number, end: number, line: number, left: number, top: number) => ({ start, end, line, box: { left, top, width: 10, height: 10 } });
const PAGE = { text: 'one two six', width: 100, height: 200, words: [word(0, 3, 1, 10, 20), word(4, 7, 1, 30, 20), word(8, 11, 2, 10, 120)] };
const UPRIGHT: Strip = { width: 100, height: 200, corners: [0, 0, 1, 0, 0, 1] };
const place = (left: number, top: number, width: number, height: number) =>
  expect.objectContaining({ left: expect.closeTo(left), top: expect.closeTo(top), width: expect.closeTo(width), height: expect.closeTo(height) });

test('there is a rectangle for each line that a span touches, around whole words', () => {
  expect(scanPlaces({ start: 1, end: 9 }, PAGE, [UPRIGHT], 4)).toEqual([place(0.1, 0.1, 0.3, 0.05), place(0.1, 0.6, 0.1, 0.05)]);
  expect(scanPlaces({ start: 3, end: 4 }, PAGE, [UPRIGHT], 4)).toEqual([]);
});

test('a picture that lies turned or in strips on its page puts its words there', () => {
  // Turned to the right by a quarter: what is above stands at the right.
  const turned: Strip = { width: 100, height: 200, corners: [1, 0, 1, 1, 0, 0] };
  expect(scanPlaces({ start: 0, end: 3 }, PAGE, [turned], 1)).toEqual([place(0.85, 0.1, 0.05, 0.1)]);
  const strips: readonly Strip[] = [
    { width: 100, height: 100, corners: [0, 0, 1, 0, 0, 0.5] },
    { width: 100, height: 100, corners: [0, 0.5, 1, 0.5, 0, 1] },
  ];
  expect(scanPlaces({ start: 8, end: 11 }, PAGE, strips, 1)).toEqual([place(0.1, 0.6, 0.1, 0.05)]);
});
