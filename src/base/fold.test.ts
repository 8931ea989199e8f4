import { describe, expect, it } from 'vitest';
import { fold, foldedWords } from './fold.ts';

describe('folding', () => {
  it.each([
    ['كتاب علي', 'کتاب علی'],
    ['آیت‌الله', 'ایت الله'],
    ['۱۳۶۷', '1367'],
    ['١٣٦٧', '1367'],
    ['مُحَمَّـد', 'محمد'],
    ['Koné-Vasseur', 'kone-vasseur'],
    ['Å Ł ß', 'a l ss'],
    ['Ra`ufian ﻼ', "ra'ufian لا"],
  ])('%s is compared as %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('joins what an apostrophe parts inside a word, and parts what a hyphen joins', () => {
    expect(foldedWords("Ra’ufian, Sohrab-Zadeh; O'Neill")).toEqual(['raufian', 'sohrab', 'zadeh', 'oneill']);
  });
});
