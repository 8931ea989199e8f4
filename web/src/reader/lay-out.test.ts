import { expect, test } from 'vitest';
import { layOut, pagesBegun } from './lay-out.ts';

const claim = (id: string, text: string, exact: string) => {
  const start = Array.from(text.slice(0, text.indexOf(exact))).length;
  return { id, quote: { exact, start, end: start + Array.from(exact).length } };
};

const drawn = (text: string, claims: Parameters<typeof layOut>[1]) =>
  layOut(text, claims).map(({ stretches }) => stretches.map(({ words, covering, starts }) => [words, covering.map(({ id, lane }) => `${id}${lane}`).join(' '), starts.map(({ number }) => number).join(' ')])); // prettier-ignore

test('overlapping claims lie in lanes of their own, and every word is drawn once', () => {
  const text = 'The court convicted him of murder at the prison.';
  const claims = [claim('a', text, 'The court convicted him of murder'), claim('b', text, 'murder at the prison')];
  expect(drawn(text, claims)).toEqual([
    [
      ['The court convicted him of ', 'a0', '1'],
      ['murder', 'a0 b1', '2'],
      [' at the prison', 'b1', ''],
      ['.', '', ''],
    ],
  ]);
});

test('a lane is used again once its claim has ended', () => {
  const text = 'One two three.';
  expect(drawn(text, [claim('a', text, 'One'), claim('b', text, 'three')])[0]?.map(([, covering]) => covering)).toEqual(['a0', '', 'b0', '']);
});

test('offsets are code points: characters beyond the basic plane do not shift the marks', () => {
  const text = '😀😀 arrested\n\n😀 charged';
  expect(drawn(text, [claim('a', text, 'arrested'), claim('b', text, 'charged')])).toEqual([
    [['😀😀 ', '', ''], ['arrested', 'a0', '1']],
    [['😀 ', '', ''], ['charged', 'b0', '2']],
  ]); // prettier-ignore
});

test('single line breaks stay inside a paragraph, and empty lines part paragraphs', () => {
  expect(drawn('one\ntwo\n\n \n\nthree', []).map((each) => each.map(([words]) => words))).toEqual([['one\ntwo'], ['three']]);
});

test('a claim over two paragraphs is marked in both and begins in the first', () => {
  const text = 'He said\n\nso.';
  expect(drawn(text, [claim('a', text, 'said\n\nso')])).toEqual([
    [['He ', '', ''], ['said', 'a0', '1']],
    [['so', 'a0', ''], ['.', '', '']],
  ]); // prettier-ignore
});

test('an earlier claim that ends late is still marked after a later one that ended', () => {
  const text = 'a b c\n\nd e f';
  const long = { id: 'l', quote: { exact: text, start: 0, end: 12 } };
  const short = { id: 's', quote: { exact: 'b', start: 2, end: 3 } };
  expect(drawn(text, [long, short])[1]).toEqual([['d e f', 'l0', '']]);
});

test('a page is shown where its first paragraph begins; one without a paragraph of its own is not', () => {
  const text = 'One.\n\nTwo goes on\nover the page.\n\nThree.';
  const pages = [
    { label: '1', start: 0, end: 17 },
    { label: '2', start: 18, end: 41 },
    { label: '3', start: 41, end: 42 },
  ];
  const begun = pagesBegun(pages, layOut(text, []));
  expect([...begun].map(([start, shown]) => [start, shown.map(({ label }) => label)])).toEqual([
    [0, ['1']],
    [34, ['2']],
  ]);
});
