import { describe, expect, it } from 'vitest';
import { compileQuery, isAnswer, parseQuery } from './search-query.ts';

const compiled = (text: string): string | null => {
  const { query } = parseQuery(text);
  return query && compileQuery(query);
};

describe('a search', () => {
  it.each([
    ['Sangtarash executions', '("sangtarash" AND "executions")'],
    ['"clemency panel" OR tribunal*', '("clemency panel" OR "tribunal" *)'],
    ['prison NOT "Bagh-e Kaj"', '("prison" NOT "bagh e kaj")'],
    ['prison -holmvik', '("prison" NOT "holmvik")'],
    ['(arrest OR charge) AND 2018', '(("arrest" OR "charge") AND "2018")'],
    ['سنگ‌تراش', '"سنگ تراش"'],
    ['and or not', '("and" AND "or" AND "not")'],
  ])('%s is asked of the index as %s', (text, wanted) => {
    expect(compiled(text)).toBe(wanted);
  });

  it('takes fields apart from words', () => {
    expect(parseQuery('speaker:"Ledger for Justice" kind:execution')).toEqual({
      query: null,
      fields: [
        ['speaker', 'Ledger for Justice'],
        ['kind', 'execution'],
      ],
    });
  });

  it.each(['NOT prison', 'arrest OR', '(arrest', 'arrest)', 'a OR NOT b'])('%s is refused, with what is off', (text) => {
    expect(() => parseQuery(text)).toThrow(expect.objectContaining({ code: 'bad-query' }) as Error);
  });

  it('never hands on what was typed: quotes, stars and brackets are words or nothing', () => {
    expect(compiled('a"b c" NEAR(x y) col:^z')).toBe('("a" AND "b c" AND "near" AND ("x" AND "y") AND "col z")');
  });

  it('is asked of words in the same way', () => {
    const { query } = parseQuery('sangtar* NOT holmvik');
    expect(query && isAnswer(query, ' the sangtarash prison')).toBe(true);
    expect(query && isAnswer(query, ' sangtarash and holmvik')).toBe(false);
  });
});
