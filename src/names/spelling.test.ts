import { describe, expect, it } from 'vitest';
import { alignSpelling } from './align-spelling.ts';
import { nameCosts } from './name-costs.ts';
import { foldForNames, otherSkeletonsOf, SIGNS, signsOf, skeletonOf } from './spelling.ts';

const signs = (word: string) => signsOf(foldForNames(word));
const evidence = (a: string, b: string) => alignSpelling(signs(a), signs(b), nameCosts);

describe('the signs of a word', () => {
  it('are its longest letter groups, with the ends marked and doubled letters once', () => {
    expect([...signs('Mohammad')].map((sign) => SIGNS[sign])).toEqual(['m', 'o', 'h', 'a', 'm', 'a', 'd$']);
    expect([...signs('شهرام')].map((sign) => SIGNS[sign])).toEqual(['ش', 'ه', 'ر', 'ا', 'م']);
  });

  it('fit into one byte each', () => {
    expect(SIGNS.length).toBeLessThanOrEqual(256);
    expect(new Set(SIGNS).size).toBe(SIGNS.length);
  });
});

describe('the skeleton of a word', () => {
  it.each([
    ['Sohrabzadeh', 'سهراب‌زاده'],
    ['Sohrabzadeh', 'Сохрабзаде'],
    ['Kamran', 'کامران'],
    ['Qaramar', 'Gharamar'],
  ])('is one across spellings: %s, %s', (a, b) => {
    // prettier-ignore
    expect(skeletonOf(signs(b.replace('\u200c', '')))).toBe(skeletonOf(signs(a)));
  });
});

describe('the evidence of spelling', () => {
  it('keeps the readings that a letter may have: و is v, w, u or o; ق is q, gh or k', () => {
    for (const latin of ['v', 'w', 'u', 'o']) expect(nameCosts.pairs[pairAt('و', latin)]).toBeGreaterThan(0);
    for (const latin of ['q', 'gh', 'k']) expect(nameCosts.pairs[pairAt('ق', latin)]).toBeGreaterThan(0);
  });

  it('speaks for one name in two scripts, and against two names', () => {
    expect(evidence('Raufian', 'رئوفیان')).toBeGreaterThan(5);
    expect(evidence('Kamran', 'نسرین')).toBeLessThan(0);
  });

  it('lets a vowel go cheaply across scripts, and not within one', () => {
    const gap = (sign: string, script: number) => nameCosts.gaps[SIGNS.indexOf(sign) * 4 + script] ?? 0;
    for (const vowel of ['a', 'e', 'o']) expect(gap(vowel, 1)).toBeGreaterThan(gap(vowel, 0));
  });
});

describe('the other skeletons of a word', () => {
  it('read one sign as some spellings do, the rest as usual', () => {
    expect(skeletonOf(signs('Taj'))).toBe('tj');
    expect(otherSkeletonsOf(signs('Taj'))).toEqual(['t', 'ts', 'tS']);
  });

  it('are none where every sign is read one way', () => {
    expect(otherSkeletonsOf(signs('Kamran'))).toEqual([]);
  });
});

const pairAt = (a: string, b: string) => SIGNS.indexOf(a) * 256 + SIGNS.indexOf(b);
