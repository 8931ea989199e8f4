import { expect, test } from 'vitest';
import { isoDay, parseEdtf } from '../base/edtf.ts';
import { buildMark } from '../record/build-mark.ts';
import { cutWindow, inTime } from '../record/cut-window.ts';
import { readClaims } from '../views/read-claims.ts';
import { readWindow } from '../views/read-window.ts';
import { withdrawClaim } from './claim-new.ts';
import { documentNames } from './entities.ts';
import type { ClaimFilter } from './parse-filter.ts';
import { story } from './story.test-data.ts';
import { parseStretchAsked, timelineStretch, timelineWindow } from './timeline.ts';
import { proceedings } from './proceedings-around.ts';

const claim = (words: string, edtf: string | null) => ({ words, kind: 'arrest' as const, time: edtf === null ? null : { text: words, edtf } });

test('a stretch begins at its year, and what stands before, after and without a date is counted', async () => {
  const claims = [claim('One', '1987'), claim('Two', '2001-05'), claim('Three', '2001-05-03'), claim('Four', null)];
  const { casebook } = await story([{ text: 'One. Two. Three. Four.', claims }]);
  const { dated, undated, ...counts } = await timelineStretch(casebook, parseStretchAsked({ year: '2001', skip: '1' }));
  expect(dated.map(({ first }) => first)).toEqual(['2001-05-03']);
  expect(undated).toHaveLength(1);
  expect(counts).toEqual({
    years: [
      { year: 1987, recorded: 1, suggested: 0 },
      { year: 2001, recorded: 2, suggested: 0 },
    ],
    before: 2,
    after: 0,
    undatedInAll: 1,
  });
});

test('with a clock fixed, a stretch is of the record as it stood', async () => {
  const { casebook } = await story([
    { text: 'One. Two.', published: '2020-01-01', claims: [claim('One', '1987'), claim('Two', '2001')] },
    { text: 'Three.', published: '2023-01-01', claims: [claim('Three', '1987-08')] },
  ]);
  const asked = parseStretchAsked({ year: '1987' });
  const { dated, years } = await timelineStretch(casebook, asked, { saidBy: '2021' });
  expect(dated.map(({ claim: { quote } }) => quote.exact)).toEqual(['One', 'Two']);
  expect(years.map(({ year, recorded }) => [year, recorded])).toEqual([
    [1987, 1],
    [2001, 1],
  ]);
  expect((await timelineStretch(casebook, asked, { at: '1987' })).dated.map(({ claim: { quote } }) => quote.exact)).toEqual(['One', 'Three']);
});

const AT = [
  '1975/..',
  '../1980',
  '198X',
  '1987',
  '1988~',
  '1988-07',
  '1988-07-28',
  '1988-07-28',
  '1988-07-29?',
  '1988-08-25/1988-09-02',
  '1989-03-21/1990-03-20',
  null,
];

test('what is drawn between two days is read from the index as it would be cut from all claims', async () => {
  const words = AT.map((_, n) => `Arrest number ${n}.`);
  const { casebook } = await story([{ text: words.join(' '), claims: AT.map((edtf, n) => claim(words[n] ?? '', edtf)) }]);
  const { reads } = casebook.store;
  const all = (await readClaims(reads, { statuses: ['recorded'] })).flatMap((row) => buildMark(row) ?? []).toSorted(inTime);
  const what = { kinds: null, recordedOnly: false };
  for (const edtf of ['1988-07-28', '1988-07', '1988-08-01/1988-08-31', '1988', '1970/1999', '1800/2100', '2050'])
    for (const most of [0, 3, 100]) {
      const { first, last } = parseEdtf(edtf);
      expect(await readWindow(reads, what, { first, last }, most), `${edtf} of ${most}`).toEqual(cutWindow(all, { first, last }, most));
    }
  expect(await readWindow(reads, what, null)).toEqual(cutWindow(all, null));
});

test('a count says no more than its claims: what is told by the year alone is counted in the year, and what is longer apart', async () => {
  const { casebook } = await story([{ text: 'One. Two. Three. Four.', claims: [claim('One', '1988'), claim('Two', '1988-07'), claim('Three', '1988-07-28'), claim('Four', '198X')] }]); // prettier-ignore
  const { first, last } = parseEdtf('1987/1989');
  const { marks, counts, longer } = await readWindow(casebook.store.reads, { kinds: null, recordedOnly: false }, { first, last }, 3);
  expect(marks).toBeNull();
  expect(counts.map((count) => [isoDay(count.first), isoDay(count.last), count.recorded])).toEqual([
    ['1988-01-01', '1988-12-31', 1],
    ['1988-07-01', '1988-07-31', 2],
  ]);
  expect(longer).toBe(1);
});

const NAMED = [
  { text: 'Sahar Navadeh was held in Holmvik in 2001. Omid Farzan was held in Tirgan in 2002.', published: '2005-03-04', known: '2020-01-01', claims: [
    { words: 'Sahar Navadeh was held', kind: 'detention' as const, time: { text: '2001', edtf: '2001' }, roles: { target: ['Sahar Navadeh'], place: ['Holmvik'] } },
    { words: 'Omid Farzan was held', kind: 'detention' as const, time: { text: '2002', edtf: '2002' }, roles: { target: ['Omid Farzan'], place: ['Tirgan'] } },
  ] },
  { text: 'Sahar Navadeh was freed in Tirgan in 2003.', published: '2009', known: '2021-01-01', claims: [
    { words: 'Sahar Navadeh was freed', kind: 'release' as const, time: { text: '2003', edtf: '2003' }, roles: { target: ['Sahar Navadeh'], place: ['Tirgan'] } },
  ] },
]; // prettier-ignore

test('narrowed to a proceeding, its steps alone are drawn, as they were known', async () => {
  const charged = {
    words: 'Omid Farzan was charged',
    kind: 'charge' as const,
    time: { text: '2003', edtf: '2003' },
    roles: { target: ['Omid Farzan'], place: ['Tirgan'] },
  };
  const other = {
    words: 'Sahar Navadeh was charged',
    kind: 'charge' as const,
    time: { text: '2004', edtf: '2004' },
    roles: { target: ['Sahar Navadeh'], place: ['Tirgan'] },
  };
  const { casebook } = await story([{ text: 'Omid Farzan was charged. Sahar Navadeh was charged.', known: '2021-01-01', claims: [charged, other] }]);
  const id = (await proceedings(casebook, {})).find(({ accused }) => accused === 'Omid Farzan')?.id ?? '';
  const asked = { ...ANY, proceeding: id };
  expect((await timelineWindow(casebook, asked)).marks).toHaveLength(1);
  const { dated } = await timelineStretch(casebook, { ...asked, year: null, skip: 0 });
  expect(dated.map(({ claim: { quote } }) => quote.exact)).toEqual(['Omid Farzan was charged']);
  expect((await timelineWindow(casebook, asked, { knownBy: '2020' })).marks).toEqual([]);
});

const ANY = { families: null, recordedOnly: true, days: null, said: false, name: null, place: null };

test('the drawing and the list are narrowed alike: to a name, to a place, and by each clock', async () => {
  const { casebook, claims } = await story(NAMED);
  const names = await documentNames(casebook, claims[0]?.document ?? '');
  const id = (label: string): string => names.find((row) => row.label === label)?.id ?? '';
  const [sahar, tirgan] = [id('Sahar Navadeh'), id('Tirgan')];
  const years = async (narrowed: Partial<typeof ANY | { name: string; place: string }>, filter: ClaimFilter = {}): Promise<readonly string[]> => {
    const { marks } = await timelineWindow(casebook, { ...ANY, ...narrowed }, filter);
    const { dated } = await timelineStretch(casebook, { ...ANY, ...narrowed, year: null, skip: 0 }, filter);
    expect(dated.map(({ claim: { id: of } }) => of)).toEqual(marks?.map((mark) => mark.id));
    return dated.map(({ first }) => first?.slice(0, 4) ?? '');
  };
  expect(await years({})).toEqual(['2001', '2002', '2003']);
  // Names of two documents are two until a person joins them.
  expect(await years({ name: sahar })).toEqual(['2001']);
  expect(await years({ place: tirgan })).toEqual(['2002']);
  expect(await years({ place: sahar })).toEqual([]);
  expect(await years({ name: sahar, place: tirgan })).toEqual([]);
  expect(await years({}, { entity: 'Sahar Navadeh' })).toEqual(['2001', '2003']);
  // Whoever is shown another name finds nothing by the one that is not shown.
  expect(await years({}, { entity: 'Sahar Navadeh', shown: (name) => (name === 'Sahar Navadeh' ? 'Witness 7' : name) })).toEqual([]);
  expect(await years({}, { kind: 'release' })).toEqual(['2003']);
  expect(await years({}, { at: '2002' })).toEqual(['2002']);
  expect(await years({}, { saidBy: '2006' })).toEqual(['2001', '2002']);
  expect(await years({}, { knownBy: '2020-06' })).toEqual(['2001', '2002']);
  expect(await years({}, { knownBy: '2019' })).toEqual([]);
});

test('a claim that is recorded after it was drawn is drawn, and what is asked for says when it was said', async () => {
  const { casebook, claims } = await story(NAMED);
  const drawn = async () => (await timelineWindow(casebook, { ...ANY, said: true }, { entity: 'Sahar Navadeh' })).marks?.map(({ said = 0 }) => isoDay(said));
  expect(await drawn()).toEqual(['2005-03-04', '2009-01-01']);
  await withdrawClaim(casebook, claims[0]?.id ?? '', 'It was another.');
  expect(await drawn()).toEqual(['2009-01-01']);
});

test('a stretch of the list begins at a day, and of few kinds that stand far apart as well', async () => {
  const { casebook } = await story([{ text: 'One. Two. Three. Four.', claims: [claim('One', '1988-07-03'), claim('Two', '1988-07-28'), claim('Three', '1995'), claim('Four', '2020')] }]); // prettier-ignore
  for (const families of [undefined, 'justice']) {
    const { dated, before, after } = await timelineStretch(casebook, parseStretchAsked({ from: '1988-07-28', ...(families ? { families } : {}) }));
    expect(dated.map(({ first }) => first)).toEqual(['1988-07-28', '1995-01-01', '2020-01-01']);
    expect([before, after]).toEqual([1, 0]);
  }
});
