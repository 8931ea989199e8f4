import { describe, expect, test } from 'vitest';
import { passageAt, suggestPassages, type Passage } from './suggest-passages.ts';

const TEXT = '🚗 Golnar: Police arrested Omid Farrokh in Tabin yesterday\n\nNavid: and the court sentenced Laleh Karimi to death.\n';
const passage = (words: string, published: string | null, ...speakers: readonly string[]): Passage => {
  const start = Array.from(TEXT.slice(0, TEXT.indexOf(words))).length;
  return { start, end: start + Array.from(words).length, published, speakers };
};
const ARRESTED = passage('Police arrested Omid Farrokh in Tabin yesterday', '2022-08-10', 'Golnar Teherani');
const SENTENCED = passage('and the court sentenced Laleh Karimi to death.', null, 'Navid', 'Sepid Radio');

describe('what a message says', () => {
  const found = suggestPassages({ text: TEXT, language: 'en' }, [ARRESTED, SENTENCED]);

  test('is said by whoever wrote it, and of what they passed on by whom they had it from', () => {
    expect(found.map(({ kind, saidBy }) => [kind, saidBy])).toEqual([
      ['arrest', ['Golnar Teherani']],
      ['sentence', ['Navid', 'Sepid Radio']],
    ]);
  });

  test('is told as of the day of the message, and stands where the text has it', () => {
    expect(found[0]?.time?.edtf).toBe('2022-08-09');
    for (const { quote } of found) expect(Array.from(TEXT).slice(quote.start, quote.end).join('')).toBe(quote.exact);
    for (const { quote, evidence } of found) for (const each of evidence) expect(each.start >= quote.start - 60 && each.end <= TEXT.length).toBe(true);
  });

  test('in another script is read by the rules of that script', () => {
    const text = 'امید فرخ در تابین بازداشت شد و پلیس گزارش را پس گرفت.';
    expect(suggestPassages({ text, language: 'en' }, [{ start: 0, end: text.length, published: null, speakers: ['Golnar'] }])).toMatchObject([
      { kind: 'arrest', saidBy: ['Golnar'] },
    ]);
  });
});

test('a place stands in one passage or between them', () => {
  const at = (start: number): readonly string[] | undefined => passageAt([ARRESTED, SENTENCED], { start })?.speakers;
  expect([at(0), at(ARRESTED.start), at(ARRESTED.end), at(SENTENCED.end - 1), at(SENTENCED.end)]).toEqual([undefined, ['Golnar Teherani'], undefined, ['Navid', 'Sepid Radio'], undefined]); // prettier-ignore
});
