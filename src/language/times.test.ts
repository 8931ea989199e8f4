import { expect, test } from 'vitest';
import { inspect } from './inspect.ts';

const times = (text: string, published: string | null, language = 'en'): readonly string[] =>
  inspect({ text, published, language }, 'times').times.map((each) => `${each.text} = ${each.type} ${each.value} ${each.edtf ?? '-'}`);

test.each([
  ['They met on 3 May 2016.', ['3 May 2016 = DATE 2016-05-03 2016-05-03']],
  ['They met on May 3.', ['May 3 = DATE 2022-05-03 2022-05-03']],
  ['They met last month.', ['last month = DATE 2022-07 2022-07']],
  ['They met on Monday.', ['Monday = DATE 2022-08-08 2022-08-08']],
  ['They will meet on Friday.', ['Friday = DATE 2022-08-12 2022-08-12']],
  ['It was a decade ago.', ['a decade ago = DATE 2012 2012']],
  ['It began in the late 1980s.', ['the late 1980s = DATE 198 198X~']],
  ['It began in mid-2019.', ['mid-2019 = DATE 2019 2019~']],
  ['They met in the final week of February.', ['the final week of February = DATE 2022-02-22/2022-02-28 2022-02-22/2022-02-28']],
  ['In 1988 they left, and at the end of that year they came back.', ['1988 = DATE 1988 1988', 'the end of that year = DATE 1988 1988~']],
  ['He was held for 22 years.', ['22 years = DURATION P22Y -']],
  ['They met at 10 p.m. Wednesday.', ['10 p.m. Wednesday = TIME 2022-08-10T22:00 2022-08-10']],
  ['They are planning to meet on Friday.', ['Friday = DATE 2022-08-12 2022-08-12']],
  ['They could come as early as Friday.', ['Friday = DATE 2022-08-12 2022-08-12']],
  ['They would appeal the ruling, announced Friday.', ['Friday = DATE 2022-08-05 2022-08-05']],
  ['It fell in the 1988 second quarter.', ['the 1988 second quarter = DATE 1988-Q2 1988-04/1988-06']],
  ['They will leave by year’s end.', ['year’s end = DATE 2022 2022~']],
  ['It rose in the year ended March 31.', ['the year = DURATION P1Y -', 'March 31 = DATE 2022-03-31 2022-03-31']],
  ['Few come these days.', ['these days = DATE PRESENT_REF 2022-08-10']],
  ['They need 20 more years.', ['20 more years = DURATION P20Y -']],
  ['The 44-year-old man paid an annual fee.', []],
  ['He may march in the may.', []],
])('"%s"', (text, expected) => {
  expect(times(text, '2022-08-10')).toEqual(expected);
});

test('what is relative stays unresolved where the date of the document is not known', () => {
  expect(times('They met last month.', null)).toEqual(['last month = DATE  -']);
  expect(times('They met on Monday.', null)).toEqual(['Monday = DATE XXXX-WXX-1 -']);
});

test('Solar Hijri dates are Gregorian days, whichever digits they are written in', () => {
  expect(times('در ۱۰ مرداد ۱۴۰۱ آمد.', null, 'fa')).toEqual(['۱۰ مرداد ۱۴۰۱ = DATE 2022-08-01 2022-08-01']);
  expect(times('در اسفند ۱۳۹۷ رفت.', null, 'fa')).toEqual(['اسفند ۱۳۹۷ = DATE 2019-02-20/2019-03-20 2019-02-20/2019-03-20']);
  expect(times('في 10 يناير 2020 وصل.', null, 'ar')).toEqual(['10 يناير 2020 = DATE 2020-01-10 2020-01-10']);
});

test('of two months that a range names, the year is told of the last', () => {
  expect(times('در تیر تا شهریور ۱۳۶۶ اعدام شدند.', null, 'fa')).toEqual(['تیر تا شهریور ۱۳۶۶ = DATE 1987-06-22/1987-09-22 1987-06-22/1987-09-22']);
  expect(times('بین بهمن و فروردین ۱۴۰۱ بود.', null, 'fa')).toEqual(['بهمن و فروردین ۱۴۰۱ = DATE 2022-01-21/2022-04-20 2022-01-21/2022-04-20']);
  expect(times('De juillet à septembre 1988, il fut détenu.', null, 'fr')).toEqual(['juillet à septembre 1988 = DATE 1988-07/1988-09 1988-07/1988-09']);
  expect(times('Entre julio y septiembre de 1988 estuvo preso.', null, 'es')).toEqual(['julio y septiembre de 1988 = DATE 1988-07/1988-09 1988-07/1988-09']);
  expect(times('Il vint en juillet et septembre 1988.', null, 'fr')).toHaveLength(2);
});

test('French and Spanish dates are found', () => {
  expect(times('Il y a deux ans, en mai 2020, il partit.', '2022-08-10', 'fr')).toEqual([
    'Il y a deux ans = DATE 2020 2020',
    'mai 2020 = DATE 2020-05 2020-05',
  ]);
  expect(times('El 5 de mayo de 2020 salió.', '2022-08-10', 'es')).toEqual(['5 de mayo de 2020 = DATE 2020-05-05 2020-05-05']);
});
