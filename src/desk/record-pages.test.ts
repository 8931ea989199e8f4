import { describe, expect, it } from 'vitest';
import { events } from './events.ts';
import { proceeding, proceedings } from './proceedings-around.ts';
import { eventsPage, parsePageAsked, proceedingsPage } from './record-pages.ts';
import { story } from './story.test-data.ts';

/** Two reports of one beating, another one without a date; one man charged in the first report and convicted in the second, and another of his name. */
const told = () =>
  story([
    {
      text: 'Guards beat Homayun Rastegar at Sangtarash on 3 May 2018. Mansour Raufian was charged with it.',
      claims: [
        { kind: 'torture', words: 'beat Homayun Rastegar', roles: { target: ['Homayun Rastegar'], place: ['Sangtarash'] }, time: { text: '3 May 2018', edtf: '2018-05-03' } },
        { kind: 'charge', words: 'Mansour Raufian was charged', roles: { target: ['Mansour Raufian'] }, time: { text: '2019', edtf: '2019' } },
      ],
    },
    {
      text: 'Homayun Rastegar was beaten in May 2018. Laleh Danesh was arrested. Mansour Raufian was sentenced in 2020. Mansour Raufian, a teacher, was arrested.',
      claims: [
        { kind: 'torture', words: 'Homayun Rastegar was beaten', roles: { target: ['Homayun Rastegar'] }, time: { text: 'May 2018', edtf: '2018-05' } },
        { kind: 'arrest', words: 'Laleh Danesh was arrested', roles: { target: ['Laleh Danesh'] } },
        { kind: 'sentence', words: 'Mansour Raufian was sentenced', roles: { target: ['Mansour Raufian'] }, time: { text: '2020', edtf: '2020' } },
      ],
    },
  ]); // prettier-ignore

const ALL = parsePageAsked({});
/** As few claims as if there were too many to look through. */
const NONE = 0;

describe('a page of events', () => {
  it('has the same rows by stretches of claims as out of the list as a whole; those without a date are counted', async () => {
    const { casebook } = await told();
    const recorded = { status: 'recorded' } as const;
    const whole = await eventsPage(casebook, ALL, recorded);
    expect(whole).toMatchObject({ whole: true, rows: await events(casebook, recorded), before: 0, after: 0 });
    const stretch = await eventsPage(casebook, ALL, recorded, NONE);
    const dated = whole.rows.filter(({ claims }) => claims.some(({ time }) => time?.edtf));
    expect(stretch).toMatchObject({ whole: false, shown: 4, before: 0, after: 0, undated: 1 });
    expect(new Set(stretch.rows.map(({ id }) => id))).toEqual(new Set(dated.map(({ id }) => id)));
    expect(stretch.rows.find(({ kind }) => kind === 'torture')).toEqual(whole.rows.find(({ kind }) => kind === 'torture'));
  });

  it('begins in a year, and passes over what is asked', async () => {
    const { casebook } = await told();
    expect((await eventsPage(casebook, parsePageAsked({ year: '2020' }), {}, NONE)).rows.map(({ kind }) => kind)).toEqual(['sentence']);
    expect(await eventsPage(casebook, parsePageAsked({ skip: '1' }), {})).toMatchObject({ whole: true, before: 1 });
  });

  it('finds by words what has no date, by the beginnings of its words, either way', async () => {
    const { casebook } = await told();
    for (const few of [NONE, undefined])
      expect((await eventsPage(casebook, parsePageAsked({ words: 'dane arr' }), {}, few)).rows.map(({ kind }) => kind)).toEqual(['arrest']);
  });
});

describe('a page of proceedings', () => {
  it('has the same rows by stretches of claims as out of the list as a whole', async () => {
    const { casebook } = await told();
    const whole = await proceedings(casebook, {});
    expect((await proceedingsPage(casebook, ALL, {})).rows).toEqual(whole);
    const stretch = await proceedingsPage(casebook, ALL, {}, NONE);
    const dated = whole.filter(({ steps }) => steps.some(({ claim }) => claim.time?.edtf));
    expect(new Map(stretch.rows.map((row) => [row.id, row]))).toEqual(new Map(dated.map((row) => [row.id, row])));
  });

  it('is found around any of its steps as it is among all', async () => {
    const { casebook, claims } = await told();
    const sentence = claims.find(({ kind }) => kind === 'sentence')?.id ?? '';
    const whole = (await proceedings(casebook, {})).find(({ steps }) => steps.some(({ claim }) => claim.id === sentence));
    expect(await proceeding(casebook, `pr_${sentence.slice(2)}`)).toEqual(whole);
  });
});
