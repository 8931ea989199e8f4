import { describe, expect, it } from 'vitest';
import type { ClaimRow } from '../model/answers.ts';
import { buildMatrix } from './build-matrix.ts';
import { groupMatrix } from './group-matrix.ts';
import { identityOf, NOTHING_JUDGED } from './identity.ts';
import { proposeEvents } from './propose-events.ts';
import { on, told } from './told.test-data.ts';

const identity = identityOf(NOTHING_JUDGED);
const grouped = (claims: readonly ClaimRow[], by: 'accused' | 'place' | 'year') =>
  groupMatrix(buildMatrix(proposeEvents(claims), claims, '2026-11-21', { identity, happenings: [] }), by, identity);
const marksOf = ({ cells }: ReturnType<typeof grouped>[number]) =>
  Object.fromEntries(Object.entries(cells).map(([id, marks]) => [id, marks.map(({ claim }) => claim.id)]));

const paper = { document: 'd_1' };
const killing = told('killing', {
  ...paper, kind: 'killing', roles: { actor: ['Asadollah Moradkhani', 'Kamran Raufian', 'the guards'], place: ['Bagh-e Kaj'] }, time: on('2018-03'),
}); // prettier-ignore
const torture = told('torture', {
  ...paper,
  kind: 'torture',
  quote: { exact: 'beaten', start: 900, end: 906 },
  roles: { actor: ['Kamran Raufian'] },
  time: on('2019'),
});
const charge = told('charge', { kind: 'charge', roles: { target: ['Asadollah Moradkhani'] }, time: on('2020') });
const letter = told('letter', { kind: 'letter', roles: { about: ['the 2018 killing'] }, time: on('2021') });
const claims = [killing, torture, charge, letter];

describe('the matrix', () => {
  it('by accused has a row for each who is named; a step against somebody else is no answer as to them, a letter about the harm is', () => {
    const rows = grouped(claims, 'accused').map((row) => [row.label, row.harms.map(({ id }) => id), marksOf(row)]);
    expect(rows).toEqual([
      ['Asadollah Moradkhani', ['ev_lling'], { acknowledged: ['letter'], charge: ['charge'] }],
      ['Kamran Raufian', ['ev_lling', 'ev_rture'], { acknowledged: ['letter'] }],
    ]);
  });

  it('by place says where none is given, and by year puts a harm under the year in which it can have begun', () => {
    expect(grouped(claims, 'place').map(({ label }) => label)).toEqual(['Bagh-e Kaj', null]);
    expect(grouped(claims, 'year').map(({ label, days }) => [label, days])).toEqual([
      ['2018', 3187],
      ['2019', 2881],
    ]);
  });
});
