import { expect, test } from 'vitest';
import { bylineName } from './byline.ts';

test.each([
  ['By Ada Wren', 'Ada Wren'],
  ['By Ada Wren and Bo Lind · 8 July 2021', 'Ada Wren and Bo Lind'],
  ['Written by: Ada Wren | Courts', 'Ada Wren'],
  ['Par Hélène Marsac, le 30 janvier 2024', 'Hélène Marsac'],
  ['Maj Ekerling 17 december 2022', 'Maj Ekerling'],
  ['نوشته مهین تابان، ۱۷ تیر ۱۴۰۰', 'مهین تابان'],
])('%s names %s', (line, name) => {
  expect(bylineName(line)).toBe(name);
});

test.each(['by the end of the month', 'By 8 July 2021', 'Everything was denied.', '', '· 8 July 2021'])('%j names nobody', (line) => {
  expect(bylineName(line)).toBeNull();
});
