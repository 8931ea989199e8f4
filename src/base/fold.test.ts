import { describe, expect, it } from 'vitest';
import { fold, foldedWords, idWord, soughtWords } from './fold.ts';

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

  it('takes an id that somebody looks for as one word, if it is whole', () => {
    const id = 'c_2rznh6md4at5c4fm';
    expect(soughtWords(`Harbour ${id}`)).toEqual(['harbour', idWord(id)]);
    expect(soughtWords('c_2rznh d_report x_2rznh6md4at5c4fm9')).toEqual(['c', '2rznh', 'd', 'report', 'x', '2rznh6md4at5c4fm9']);
  });
});
