import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedWords } from '../base/fold.ts';
import { veilAnswer } from './veil-answer.ts';
import { veilOf, type VeiledName } from './veil.ts';

const HOMAYUN: VeiledName = {
  ids: ['n_aaaaaaaaaaaaaaaa'],
  pseudonym: 'Witness A',
  words: ['Dr. Homayun Rastegar', 'همایون رستگار'],
  also: ['the tall teacher'],
  spared: [],
  isPerson: true,
};
const veil = veilOf([HOMAYUN]);

describe('a bar', () => {
  it('is as long as what it covers, and leaves lines as they are', () => {
    expect(veil.bars('Dr. Homayun\nRastegar’s son')).toBe('Dr. ███████\n████████’s son');
    expect(veil.bars('and the tall teacher of Norvale')).toBe('and ████████████████ of Norvale');
  });

  it('covers a name in another script with its marks', () => {
    expect(veil.bars('به هُمایون رَستگارِ گفتند')).toBe('به ████████████████ گفتند');
  });

  it('covers a word of a name alone, and no word that only begins like it', () => {
    expect(veil.bars('Rastegar, and Rastegari')).toBe('████████, and Rastegari');
    expect(veil.bars('Rastegar, Homayun, and Rastegar-Homayun')).toBe('█████████████████, and ████████████████');
  });

  it('keeps the number of code points and every line of any text, and leaves no word of the name', () => {
    const piece = fc.constantFrom(
      'Homayun',
      'RASTEGAR',
      'Rastegar’s',
      'همایون',
      'رستگار',
      '\n',
      '\r\n',
      ' ',
      '-',
      'é',
      '𝒜',
      'prison',
      '%48omayun',
      '.',
      '\u00ad',
      '\u0301',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('');
        const covered = veil.bars(text);
        expect(Array.from(covered, (sign) => (sign === '\n' ? sign : '.'))).toEqual(Array.from(text, (sign) => (sign === '\n' ? sign : '.')));
        const words = new Set(foldedWords(covered));
        expect(['homayun', 'rastegar', 'همایون', 'رستگار'].filter((word) => words.has(word))).toEqual([]);
      }),
    );
  });
});

describe('a pseudonym', () => {
  it('stands in the place of a whole name, and never in that of one word of it, which others bear', () => {
    expect(veil.named('Homayun Rastegar met Ali Rastegar')).toBe('Witness A met Ali ████████');
  });

  it('stands nowhere in a text that has no such words', () => {
    const text = 'Guards beat a teacher at Sangtarash prison.';
    expect([veil.bars(text), veil.named(text)]).toEqual([text, text]);
  });
});

describe('an answer', () => {
  it('has bars where offsets are counted, pseudonyms elsewhere, and ids as they are', () => {
    const id = 'n_aaaaaaaaaaaaaaaa';
    const quote = { exact: 'beat Homayun Rastegar', start: 7, end: 28 };
    expect(
      veilAnswer({ id, label: 'Dr. Homayun Rastegar', labels: ['Dr. Homayun Rastegar', 'H. R.'], claims: [{ quote, title: 'Homayun Rastegar freed' }] }, veil),
    ).toEqual({
      id,
      label: 'Witness A',
      labels: ['Witness A'],
      claims: [{ quote: { exact: 'beat ████████████████', start: 7, end: 28 }, title: 'Witness A freed' }],
    });
  });

  it('does not tell whom a veiled name is like', () => {
    const pair = {
      left: { id: 'n_aaaaaaaaaaaaaaaa', label: 'Homayun Rastegar' },
      right: { id: 'n_bbbbbbbbbbbbbbbb', label: 'Homayoon Rastgar' },
      compared: null,
      judged: null,
    };
    expect(veilAnswer({ pairs: [pair], more: false }, veil)).toEqual({ pairs: [], more: false });
  });
});
