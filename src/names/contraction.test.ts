import { describe, expect, it } from 'vitest';
import { isContraction } from './contraction.ts';

const words = (text: string): readonly string[] => text.split(' ');

describe('a word put together of the beginnings of others', () => {
  it.each([
    ['cosur', 'constructora y comercializadora del sur'],
    ['iuvm', 'international union of virtual media'],
    ['qotw', 'qaramar ocean trading works'],
    ['transqar', 'transportes qaramar'],
  ])('is known for that: %s of %s', (short, long) => {
    expect(isContraction(short, words(long))).toBe(true);
  });

  it.each([
    ['another order', 'surco', 'constructora del sur'],
    ['letters from within', 'onstur', 'constructora del sur'],
    ['one word alone', 'const', 'constructora del sur'],
    ['two letters', 'cs', 'constructora del sur'],
    ['more than the words have', 'cosurx', 'constructora del sur'],
  ])('is none with %s', (_, short, long) => {
    expect(isContraction(short, words(long))).toBe(false);
  });

  it('is looked for in no more time than its letters and words take, however often a letter comes again', () => {
    expect(
      isContraction(
        `${'a'.repeat(60)}b`,
        Array.from({ length: 60 }, () => 'aaaaaaaaaa'),
      ),
    ).toBe(false);
  });
});
