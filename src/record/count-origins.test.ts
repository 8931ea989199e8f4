import { describe, expect, it } from 'vitest';
import type { ClaimRow } from '../model/answers.ts';
import { countOrigins, type Sources } from './count-origins.ts';
import { identityOf, NOTHING_JUDGED } from './identity.ts';
import type { Judged } from './join-pairs.ts';
import { madeOf } from './made-of.ts';
import { told } from './told.test-data.ts';

const claim = (document: string, ...saidBy: readonly string[]): ClaimRow => told(`s_${document}_${saidBy.join('')}`, { kind: 'execution', document, saidBy });
const judged = (left: string, judgement: 'same' | 'different', right: string): Judged => ({ entry: `e_${left}${right}`, left, right, judgement });
const sources = (given: Partial<Sources> = {}): Sources => ({
  documents: new Map(),
  judged: [],
  owners: [],
  identity: identityOf(NOTHING_JUDGED),
  copies: () => null,
  made: madeOf([]),
  ...given,
});
const count = (claims: readonly ClaimRow[], given?: Partial<Sources>) => {
  const { documents, origins, independence } = countOrigins(claims, sources(given));
  return `${documents} documents, ${origins.length} origins, independence ${independence}`;
};

const side = (id: string) => ({ id, title: `Title ${id}`, language: null, mediaType: 'text/plain' });
const made = madeOf([
  { as: 'translation', what: side('persian-english'), of: side('persian') },
  { as: 'translation', what: side('persian-norwegian'), of: side('persian') },
]);

describe('claims have one origin', () => {
  it('where one document is a translation of the other, or both are of a third, and they are one document; nobody’s judgement makes two of it', () => {
    const claims = [claim('persian'), claim('persian-english'), claim('persian-norwegian')];
    const judgements = [judged('persian', 'different', 'persian-english')];
    expect(count(claims, { made, judged: judgements })).toBe('1 documents, 1 origins, independence one origin');
    expect(countOrigins(claims.slice(0, 2), sources({ made })).origins[0]?.why).toEqual(['“Title persian-english” is a translation of “Title persian”']);
    expect(count([claim('persian-english'), claim('persian-norwegian')], { made })).toBe('1 documents, 1 origins, independence one origin');
  });

  it('where they are copies of one text, and the reason is shown', () => {
    const copies = () => 'reprints the report of Continental News Agency';
    const counted = countOrigins([claim('d_1'), claim('d_2'), claim('d_3'), claim('d_4')], sources({ copies }));
    expect([counted.documents, counted.origins.length, counted.independence]).toEqual([4, 1, 'one origin']);
    expect(counted.origins[0]?.why).toEqual(['reprints the report of Continental News Agency']);
  });

  it('where they rest on one named source, however many outlets relay it', () => {
    expect(count([claim('d_1', 'Ledger for Justice'), claim('d_2', 'The Norvale Herald', 'Ledger for Justice')])).toBe(
      '2 documents, 1 origins, independence one origin',
    );
  });

  it('where one publisher brought out both, unless they cite others', () => {
    const documents = new Map(['d_1', 'd_2'].map((id) => [id, { publisher: 'Sepid Radio', author: null }]));
    expect(count([claim('d_1'), claim('d_2')], { documents })).toBe('2 documents, 1 origins, independence one origin');
    expect(count([claim('d_1', 'a survivor'), claim('d_2', 'a former guard')], { documents })).toBe('2 documents, 2 origins, independence not known');
  });

  it('where people say so, by chains too; and have two where people say that', () => {
    const three = [claim('d_1'), claim('d_2'), claim('d_3')];
    expect(count(three, { judged: [judged('d_1', 'same', 'd_2'), judged('d_2', 'same', 'd_3')] })).toBe('3 documents, 1 origins, independence one origin');
    const copies = () => 'the same text';
    expect(count([claim('d_1'), claim('d_2')], { copies, judged: [judged('d_1', 'different', 'd_2')] })).toBe('2 documents, 2 origins, independence known');
  });
});

it('two documents of whose publishers nothing is known are two origins, and their independence is not known', () => {
  expect(count([claim('d_1'), claim('d_2')])).toBe('2 documents, 2 origins, independence not known');
});

it('two voices in one document are two origins, one voice is one', () => {
  expect(count([claim('d_1', 'a survivor'), claim('d_1', 'the Foreign Ministry')])).toBe('1 documents, 2 origins, independence not known');
  expect(count([claim('d_1', 'a survivor'), claim('d_1', 'a survivor')])).toBe('1 documents, 1 origins, independence one origin');
});
