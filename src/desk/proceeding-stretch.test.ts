import { expect, it } from 'vitest';
import { proceedingStretch } from './proceeding-stretch.ts';
import { story } from './story.test-data.ts';
import { proceedings } from './proceedings-around.ts';

const TEXT = `The court in Holmvik charged Kamran Sohrabzadeh with murder on 3 May 2019.

The trial of Kamran Sohrabzadeh began on 2 June 2020.

Kamran Sohrabzadeh was sentenced to 12 years on 9 July 2021.
`;

const step = (kind: 'charge' | 'trial' | 'sentence', words: string, edtf: string, about: readonly string[] = []) => ({
  kind,
  words,
  roles: { target: ['Kamran Sohrabzadeh'], about },
  time: { text: edtf, edtf },
});

it('a page of a proceeding says how far it has come by all of its steps, and gives those after the ones that are passed over', async () => {
  const { casebook } = await story([
    {
      text: TEXT,
      claims: [
        step('charge', 'charged Kamran Sohrabzadeh with murder', '2019-05-03', ['murder']),
        step('trial', 'The trial of Kamran Sohrabzadeh', '2020-06-02'),
        step('sentence', 'Kamran Sohrabzadeh was sentenced to 12 years', '2021-07-09'),
      ],
    },
  ]);
  const [whole] = await proceedings(casebook, { status: 'recorded' });
  const page = await proceedingStretch(casebook, whole?.id ?? '', 1, { status: 'recorded' });
  expect(page.label).toBe(whole?.label);
  expect(page.steps).toEqual(whole?.steps.slice(1));
  expect({ before: page.before, after: page.after, suggested: page.suggested }).toEqual({ before: 1, after: 0, suggested: 0 });
  const charge = page.particulars.find(({ what }) => what === 'charge');
  expect({ value: charge?.value, of: charge?.claims.map(({ quote }) => quote.exact), more: charge?.more }).toEqual({
    value: 'murder',
    of: ['charged Kamran Sohrabzadeh with murder'],
    more: 0,
  });
  expect((await proceedingStretch(casebook, whole?.id ?? '', 9, { status: 'recorded' })).steps).toEqual([]);
});
