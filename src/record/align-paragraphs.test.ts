import { expect, it } from 'vitest';
import { CodePoints } from '../base/span.ts';
import { alignParagraphs, passageFor } from './align-paragraphs.ts';

const words = (text: string, span: { readonly start: number; readonly end: number } | null): string | null => span && new CodePoints(text).slice(span);
const FARSI = 'خبر\n\nنوید گلزاری در تیرگان بازداشت شد.\n\nدادگاه تشکیل نشد.\n';

it('paragraphs that are as many in both stand for each other one by one', () => {
  const english = 'News\n\nNavid Golzari was arrested at Tirgan.\n \nNo court met.';
  const aligned = alignParagraphs(FARSI, english);
  expect(aligned.exact).toBe(true);
  expect(aligned.pairs.map((pair) => [words(FARSI, pair.original), words(english, pair.translation)])).toEqual([
    ['خبر', 'News'],
    ['نوید گلزاری در تیرگان بازداشت شد.', 'Navid Golzari was arrested at Tirgan.'],
    ['دادگاه تشکیل نشد.', 'No court met.'],
  ]);
  const start = Array.from(FARSI.slice(0, FARSI.indexOf('بازداشت'))).length;
  expect(words(english, passageFor(aligned, { start, end: start + 7 }))).toBe('Navid Golzari was arrested at Tirgan.');
});

it('others are laid beside each other by where they stand, none twice and none lost, and that is said to be rough', () => {
  const english = 'News.\n\nHe was arrested.\n\nAt Tirgan.\n\nNo court met.';
  const { exact, pairs } = alignParagraphs(FARSI, english);
  expect(exact).toBe(false);
  const laid = pairs.flatMap(({ translation }) => (translation ? [words(english, translation)] : [])).join('\n\n');
  expect(laid).toBe(english);
});

it('of an original without words the translation stands alone', () => {
  expect(alignParagraphs('', 'One.\n\nTwo.')).toEqual({ exact: false, pairs: [{ original: null, translation: { start: 0, end: 4 } }, { original: null, translation: { start: 6, end: 10 } }] }); // prettier-ignore
  expect(passageFor(alignParagraphs('One.', ''), { start: 0, end: 4 })).toBeNull();
});
