import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CodePoints, overlap } from './span.ts';

describe('code points', () => {
  it('count a candle as one where UTF-16 counts two units', () => {
    const text = 'شاهد گفت 🕯 Then he wept.';
    const points = new CodePoints(text);
    const start = points.fromUnit(text.indexOf('Then'));
    expect(start).toBe(text.indexOf('Then') - 1);
    expect(points.slice({ start, end: start + 4 })).toBe('Then');
  });

  it('are those of Array.from, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), fc.nat(), (text, a, b) => {
        const points = new CodePoints(text);
        const characters = Array.from(text);
        const [start = 0, end = 0] = [a % (characters.length + 1), b % (characters.length + 1)].toSorted((x, y) => x - y);
        expect(points.length).toBe(characters.length);
        expect(points.slice({ start, end })).toBe(characters.slice(start, end).join(''));
        expect(points.fromUnit(points.toUnit(start))).toBe(start);
      }),
    );
  });
});

it('spans that only touch do not overlap', () => {
  expect(overlap({ start: 0, end: 5 }, { start: 5, end: 9 })).toBe(0);
  expect(overlap({ start: 0, end: 6 }, { start: 4, end: 9 })).toBe(2);
});
