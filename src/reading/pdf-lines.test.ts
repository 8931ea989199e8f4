import { expect, test } from 'vitest';
import { linesOf } from './pdf-lines.ts';

/** A run of 12 points, drawn from `left` to `right`. */
const run = (str: string, left: number, right: number) => ({ str, width: right - left, transform: [12, 0, 0, 12, left, 700] });
const text = (...runs: readonly ReturnType<typeof run>[]): string => linesOf(runs).map((line) => line.text).join('\n'); // prettier-ignore

test('the stroke that stretches two letters, which a word processor calls a 3 on both sides, is no part of the word', () => {
  expect(text(run('کامران س3', 130, 200), run('3هراب', 100, 130))).toBe('کامران سهراب');
});

test('a number beside a word, and one that stands between two words, stay', () => {
  expect(text(run('بند 3', 130, 200), run('الف', 100, 129))).toContain('3');
  expect(text(run('ماده3', 130, 200), run('است', 100, 125))).toContain('3');
});
