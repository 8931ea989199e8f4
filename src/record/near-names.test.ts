// What is filed under names is found by every name that may be of one with it.
import { expect, it } from 'vitest';
import { mayBeOne } from '../names/name-key.ts';
import { identityOf, keyOfName, NOTHING_JUDGED } from './identity.ts';
import { nameToken, NearNames } from './near-names.ts';

const NAMES = [
  'Kamran Sohrabzadeh',
  'Sohrabzadeh',
  'Kamran Sohrabzadeh Raufian',
  'Kamran Raufian',
  'General Raufian',
  'the General',
  'کامران سهراب‌زاده',
  'Ministry of the Interior of the Free and Sovereign Province of Norvale on the Tirgan',
  'Interior Ministry',
];

it('by a shorter name, by a longer one and by the very same, and nothing by a title alone', () => {
  const near = new NearNames<string>(identityOf(NOTHING_JUDGED));
  for (const [n, name] of NAMES.entries()) near.add({ document: `d_${n}`, name }, name);
  for (const name of NAMES) {
    const found = near.near({ document: 'd_another', name });
    expect(NAMES.filter((other) => mayBeOne(name, other) || mayBeOne(other, name)).filter((other) => !found.has(other))).toEqual([]);
  }
  expect([...near.near({ document: 'd_another', name: 'Raufian' })]).toEqual(['Kamran Sohrabzadeh Raufian', 'Kamran Raufian', 'General Raufian']);
  expect(near.near({ document: 'd_another', name: 'the General' }).size).toBe(0);
});

it('by a name that shares no word with it where people judged the two to be one', () => {
  const latin = { document: 'd_1', name: 'Kamran Sohrabzadeh' };
  const persian = { document: 'd_2', name: 'کامران سهراب‌زاده' };
  const identity = identityOf({ groups: [{ document: 'd_1', key: keyOfName(latin.name), group: 'n_1' }, { document: 'd_2', key: keyOfName(persian.name), group: 'n_1' }], apart: [] }); // prettier-ignore
  const near = new NearNames<string>(identity);
  near.add(latin, 'the arrest');
  expect([...near.near(persian)]).toEqual(['the arrest']);
});

it('has a token for an index such as no text has as a word, the same for the same words in another order', () => {
  expect(nameToken('Kamran Sohrabzadeh')).toBe('_kamran_sohrabzadeh');
  expect(nameToken('Sohrabzadeh, Kamran')).toBe('_kamran_sohrabzadeh');
  expect(nameToken('Raufian')).toBe('_raufian');
  expect(nameToken('the General')).toBe('');
});
