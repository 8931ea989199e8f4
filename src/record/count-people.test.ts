// Figures are given side by side: the ends of what sources say, and what most origins say.
import { describe, expect, it } from 'vitest';
import { countPeople } from './count-people.ts';
import { readFigure } from './read-figure.ts';
import { told } from './told.test-data.ts';

describe('a figure', () => {
  it.each([
    ['at least 31 killed', 31, null, 'killed'],
    ['nine', 9, 9, null],
    ['1,900', 1900, 1900, null],
    ['12.000 Gefangene', 12000, 12000, null],
    ['a few hundred', 200, null, null],
    ['between 20 and 30 marchers', 20, 30, null],
    ['20–30 wounded', 20, 30, 'injured'],
    ['up to 40 people', 0, 40, null],
    ['thirty-one dead', 31, 31, 'killed'],
    ['two hundred', 200, 200, null],
    ['dozens arrested', 24, null, 'held'],
    ['۳۰ هزار نفر', 30000, 30000, null],
    ['بیش از ۳۱ کشته', 31, null, 'killed'],
    ['des centaines de morts', 200, null, 'killed'],
    ['دوازده هزار زندانی', 12000, 12000, 'held'],
    ['سیصد و پنجاه و دو تن کشته', 352, 352, 'killed'],
    ['بین دویست و سیصد نفر', 200, 300, null],
    ['سی و یک کشته', 31, 31, 'killed'],
    ['خمسة وعشرون قتيلا', 25, 25, 'killed'],
    ['خمسة عشر معتقلا', 15, 15, 'held'],
    ['ثلاثة آلاف معتقل', 3000, 3000, 'held'],
    ['two hundred and fifty thousand people', 250000, 250000, null],
    ['between two hundred and three hundred dead', 200, 300, 'killed'],
    ['one hundred and twenty', 120, 120, null],
    ['1.5 million people', 1500000, 1500000, null],
    ['quatre-vingt-douze morts', 92, 92, 'killed'],
    ['soixante-dix-sept', 77, 77, null],
    ['trescientos cuarenta y dos muertos', 342, 342, 'killed'],
    ['tjugofem döda', 25, 25, 'killed'],
    ['about a thousand prisoners', 1000, 1000, null],
    ['no fewer than 12 dead', 12, null, 'killed'],
    ['no more than 12 dead', 0, 12, 'killed'],
    ['12 or more', 12, null, null],
    ['as many as 300', 0, 300, null],
    ['two or three people', 2, 3, null],
    ['between 2,800 and 5,000 prisoners', 2800, 5000, null],
    ['بین دو هزار و هشتصد تا پنج هزار نفر', 2800, 5000, null],
    ['بين 2800 و5000', 2800, 5000, null],
    ['tens of thousands', 20000, null, null],
    ['hundreds of thousands', 200000, null, null],
    ['عشرات الآلاف', 20000, null, null],
    ['مئات السجناء', 200, null, null],
    ['ده‌ها نفر', 20, null, null],
    ['half a dozen', 6, 6, null],
    ['half a million people', 500000, 500000, null],
    ['ما لا يقل عن 31 قتيلا', 31, null, 'killed'],
    ['au moins trente et un morts', 31, null, 'killed'],
    ['une vingtaine de morts', 20, 20, 'killed'],
    ['jusqu’à 300', 0, 300, null],
    ['16 September 2022: 31 killed', 31, 31, 'killed'],
    ['for 12 days, nine people', 9, 9, null],
  ])('is read from “%s”', (words, low, high, of) => {
    expect(readFigure(words)).toEqual({ low, high, of });
  });

  it.each([
    '20 years',
    '300,000 dollars',
    'life imprisonment',
    'one of the prisoners',
    'the marchers',
    '74 lashes',
    'zweiundzwanzig thousand',
    '2.5 of them',
    '$300,000',
    '5 %',
    '9 August 2021',
    '۲۵ شهریور',
    'in 1988',
    'aged 12',
    '١٢ عاما',
  ])('is none in “%s”', (words) => {
    expect(readFigure(words)).toBeNull();
  });
});

const given = (id: string, outcome: string, by: string) => told(id, { kind: 'killing', roles: { outcome: [outcome] }, saidBy: [by] });
const count = (claims: Parameters<typeof countPeople>[0]) =>
  countPeople(
    claims,
    (some) => ({ origins: [...new Set(some.map(({ saidBy }) => saidBy[0] ?? ''))].map((source) => ({ source, claims: [], documents: [], why: [] })) }),
    ({ saidBy }) => saidBy[0] ?? 'unnamed',
  );

describe('the figures of an event', () => {
  it('have the ends of what is given, and as best what more origins give than any other', () => {
    const [killed] = count([given('s_1', '1,900', 'Ledger for Justice'), given('s_2', '12,000', 'PDM'), given('s_3', '12,000', 'Sepid Radio'), given('s_4', 'a few hundred', 'a former official')]); // prettier-ignore
    expect(killed).toMatchObject({ of: 'killed', low: 200, best: 12000, high: 12000, open: true });
    expect(killed?.given.map(({ words, by }) => `${words}: ${by.join(', ')}`)).toEqual([
      'a few hundred: a former official', '1,900: Ledger for Justice', '12,000: PDM, Sepid Radio',
    ]); // prettier-ignore
  });

  it('have no best where two numbers have as many origins, nor where one source says its own twice', () => {
    expect(count([given('s_1', '31', 'Ledger for Justice'), given('s_2', '9', 'the Ministry'), given('s_3', '9', 'the Ministry')])[0]).toMatchObject({ low: 9, best: null, high: 31 }); // prettier-ignore
  });

  it('keep the killed apart from the injured', () => {
    expect(count([given('s_1', '31 dead', 'a'), given('s_2', '200 wounded', 'a')]).map(({ of, best }) => [of, best])).toEqual([
      ['killed', 31],
      ['injured', 200],
    ]);
  });
});
