import { describe, expect, it } from 'vitest';
import { by, canMeet, isoDay, parseEdtf, readEdtf, within } from './edtf.ts';
import { Fault } from './fault.ts';

const bounds = (text: string): string => {
  const { first, last, precision } = parseEdtf(text);
  const day = (jdn: number): string => (Number.isFinite(jdn) ? isoDay(jdn) : 'open');
  return `${day(first)} ${day(last)} ${precision}`;
};

describe('an EDTF date', () => {
  it.each([
    ['2022-08-10', '2022-08-10 2022-08-10 day'],
    ['2022-02', '2022-02-01 2022-02-28 month'],
    ['1988', '1988-01-01 1988-12-31 year'],
    ['198X', '1980-01-01 1989-12-31 decade'],
    ['19XX', '1900-01-01 1999-12-31 century'],
    ['1988-XX', '1988-01-01 1988-12-31 year'],
    ['1988-07-XX', '1988-07-01 1988-07-31 month'],
    ['1988~', '1988-01-01 1988-12-31 year'],
    ['2021-23', '2021-09-01 2021-11-30 season'],
    ['2021-24', '2021-12-01 2022-02-28 season'],
    ['2022-08-25/2022-08-31', '2022-08-25 2022-08-31 interval'],
    ['2021-10/..', '2021-10-01 open interval'],
    ['../2022-09', 'open 2022-09-30 interval'],
    ['1980/1999', '1980-01-01 1999-12-31 interval'],
    ['[1987,1988-07]', '1987-01-01 1988-07-31 set'],
    ['[..1988]', 'open 1988-12-31 set'],
  ])('%s covers %s', (text, expected) => {
    expect(bounds(text)).toBe(expected);
  });

  it.each(['', 'last month', '2022-13', '2022-02-30', '1988-7', '2022-09/2022-08', '/', '..', '10/08/2022', '2022-08-10T', '[]', '1X88'])(
    'is not “%s”',
    (text) => {
      expect(readEdtf(text)).toBeNull();
      expect(() => parseEdtf(text)).toThrow(Fault);
    },
  );

  it('keeps “about” and “uncertain” apart from its days', () => {
    expect(parseEdtf('1988~')).toMatchObject({ approximate: true, uncertain: false });
    expect(parseEdtf('1988?')).toMatchObject({ approximate: false, uncertain: true });
    expect(parseEdtf('1988%')).toMatchObject({ approximate: true, uncertain: true });
  });
});

describe('two dates', () => {
  it('can meet where their days overlap', () => {
    expect(canMeet(parseEdtf('2018-06'), parseEdtf('2018-06-30'))).toBe(true);
    expect(canMeet(parseEdtf('2018-06'), parseEdtf('2018-07'))).toBe(false);
  });

  it('can meet a year apart where one is approximate', () => {
    expect(canMeet(parseEdtf('1988~'), parseEdtf('1989'))).toBe(true);
    expect(canMeet(parseEdtf('1988'), parseEdtf('1989'))).toBe(false);
  });

  it('of which one is a set can meet on days of its members alone', () => {
    expect(canMeet(parseEdtf('[1980,1990]'), parseEdtf('1985'))).toBe(false);
    expect(canMeet(parseEdtf('[1980,1990..]'), parseEdtf('1995'))).toBe(true);
  });
});

describe('whether something happened within a date', () => {
  it.each([
    ['2018-06-30', '2018-06', 'certainly'],
    ['2018-06', '2018-06-30', 'possibly'],
    ['2018', '2018~', 'certainly'],
    ['2019', '2018~', 'possibly'],
    ['2020', '2018~', 'not'],
    ['2018~', '2018', 'possibly'],
    ['2018~', '2017/2019', 'certainly'],
    ['2018-06-03?', '2018-06', 'possibly'],
    ['2018-06-03', '2018-06?', 'certainly'],
    ['1988', '../2019', 'certainly'],
    ['2019/..', '../2019', 'possibly'],
    ['2020-01', '../2019', 'not'],
    ['1988-07', '198X', 'certainly'],
    ['198X', '1988', 'possibly'],
    ['1990', '198X', 'not'],
    ['[1987,1988]', '1988', 'possibly'],
    ['{1987,1988}', '1988', 'certainly'],
  ])('%s within %s: %s', (date, asked, sure) => {
    expect(within(parseEdtf(date), parseEdtf(asked))).toBe(sure);
  });

  it('is sure within the days on which a post was surely held, where it lasted', () => {
    expect(within(parseEdtf('2017/2020'), parseEdtf('2018'), true)).toBe('certainly');
    expect(within(parseEdtf('2017/2020'), parseEdtf('2018'))).toBe('possibly');
    expect(within(parseEdtf('2017/2020'), parseEdtf('2017-03'), true)).toBe('possibly');
    expect(within(parseEdtf('2019/..'), parseEdtf('2024'), true)).toBe('possibly');
  });
});

it.each([
  ['2018', '2018', 'certainly'],
  ['2018', '2018-06', 'possibly'],
  ['2018', '2017', 'not'],
  ['2018~', '2018', 'possibly'],
  ['2018-05?', '2018-06', 'possibly'],
  ['2018/2020', '2019', 'possibly'],
  ['198X', '1989', 'certainly'],
  ['../2017', '2018', 'certainly'],
])('%s by %s: %s', (date, asked, sure) => {
  expect(by(parseEdtf(date), parseEdtf(asked))).toBe(sure);
});
