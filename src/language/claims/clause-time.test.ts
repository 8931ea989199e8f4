import { expect, test } from 'vitest';
import { suggest } from '../suggest.ts';

const timeOf = (text: string, kind: string): string | null | undefined =>
  suggest({ text, published: '2022-08-10', language: 'en' }).find((each) => each.kind === kind)?.time?.edtf;

test.each([
  [
    'the time behind an event is the event’s, not that of the later sentence',
    'A court jailed Omid Farrokh for the killing of Ana Kolar in March 2014.',
    'detention',
    undefined,
  ],
  ['the event keeps it', 'A court jailed Omid Farrokh for the killing of Ana Kolar in March 2014.', 'killing', '2014-03'],
  ['a time of the days before publication stays', 'A court jailed Omid Farrokh for the killing of Ana Kolar on Monday.', 'detention', '2022-08-08'],
  ['a time beside the verb stays', 'Omid Farrokh was jailed in June 2015 for the murder of Ana Kolar in March 2014.', 'detention', '2015-06'],
  ['a year that a range says at its end is that of its start', 'Omid Farrokh was held between July and September 1987.', 'detention', '1987-07/1987-09'],
  ['and the year before where the start is later in it', 'Omid Farrokh was jailed between November and March 1987.', 'detention', '1986-11/1987-03'],
  ['of days of one month the first is kept', 'Between 3 and 7 July 1987 soldiers killed twelve villagers.', 'killing', '1987-07-03/1987-07-07'],
  ['with a dash too', 'Soldiers killed twelve villagers on 3–7 July 1987.', 'killing', '1987-07-03/1987-07-07'],
  ['two days are no range, and neither is chosen: the month holds both', 'Soldiers killed twelve villagers on 3 and 7 July 1987.', 'killing', '1987-07'],
  ['also where they open the sentence', 'On 3 and 7 July 1987 soldiers killed twelve villagers.', 'killing', '1987-07'],
  ['an anniversary is not the day of the event', 'They met on the fifth anniversary of the killing of Ana Kolar, on 4 June 2020.', 'killing', '2015-06-04'],
  ['nor is its year, where how many is not said', 'They met on the anniversary of the killing of Ana Kolar, on 4 June 2020.', 'killing', undefined],
  ['what a date is set for does not come before when it was set', 'The council adopted a law for September 1 in 2013.', 'resolution', '2013'],
  ['since an event with a date is from then on', 'Since the February 2021 coup, soldiers have arrested 3,000 people.', 'arrest', '2021-02/..'],
  ['since an event without one is not', 'Since the coup, soldiers have arrested 3,000 people.', 'arrest', undefined],
  ['a clause of “in which” was when its event was', 'They spoke of the bombing on 30 June in Sitra, in which a woman was killed.', 'killing', '2022-06-30'],
  ['another relative clause was not', 'They spoke of the bombing on 30 June by a man who killed a woman.', 'killing', undefined],
  ['the night of a date is the date', 'On the night of August 17, 1977, soldiers killed a farmer.', 'killing', '1977-08-17'],
  ['what is decided then is of then', 'The prosecutor decided in January not to open an investigation into the fire.', 'investigation', '2022-01'],
  ['what is asked for then is not', 'The union asked the court in January to open an investigation into the fire.', 'investigation', undefined],
])('%s', (_, text, kind, edtf) => {
  expect(timeOf(text, kind)).toBe(edtf);
});

test('a year that a range says at its end is that of its start, also where the date of the document is not known', () => {
  const text = 'Prisoners were executed at Sangtarash between July and September 1987.';
  expect(suggest({ text, published: null, language: 'en' }).find(({ kind }) => kind === 'execution')?.time?.edtf).toBe('1987-07/1987-09');
});
