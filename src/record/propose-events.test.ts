import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposeEvents } from './propose-events.ts';
import { on, told } from './told.test-data.ts';

const groups = (claims: Parameters<typeof proposeEvents>[0]): readonly (readonly string[])[] =>
  proposeEvents(claims).map((event) => event.claims.map(({ id }) => id));

describe('claims are proposed as one event', () => {
  it('where they are of one kind, name one accused, and can be of one day', () => {
    const claims = [
      told('a', { kind: 'arrest', roles: { target: ['Kamran Sohrabzadeh'] }, time: on('2018-11-14') }),
      told('b', { kind: 'arrest', roles: { target: ['Sohrabzadeh'] }, time: on('2018') }),
    ];
    expect(groups(claims)).toEqual([['a', 'b']]);
    expect(proposeEvents(claims)[0]?.why[0]).toContain('both name Sohrabzadeh');
  });

  it('where neither names a party and both are of one year, as two mentions of a massacre', () => {
    const claims = [told('a', { kind: 'massacre', time: on('1987') }), told('b', { kind: 'massacre', time: on('1987') })];
    expect(groups(claims)).toEqual([['a', 'b']]);
  });
});

it('claims of one harm at one place are proposed as one event where not both are dated, unless the undated one fits two', () => {
  const plot = (id: string, edtf: string | null) => told(id, { kind: 'plot', roles: { place: ['Lac-Blanc'] }, time: edtf ? on(edtf) : null });
  expect(groups([plot('a', '2017-06'), plot('b', null)])).toEqual([['a', 'b']]);
  expect(groups([plot('a', '2017-06'), plot('b', null), plot('c', '2019')])).toEqual([['a'], ['b'], ['c']]);
});

describe('claims about people who are described and not named', () => {
  const executed = (id: string, target: string, place?: string) =>
    told(id, { kind: 'execution', roles: { target: [target], ...(place ? { place: [place] } : {}) }, time: on('1987') });

  it('are proposed as one event by kind and time, whatever the words for them', () => {
    expect(groups([executed('a', 'political prisoners', 'Sangtarash'), executed('b', 'at least 1,900 prisoners')])).toEqual([['a', 'b']]);
  });

  it('are not where both name places, and none in common', () => {
    expect(groups([executed('a', 'political prisoners', 'Sangtarash'), executed('b', 'prisoners', 'Bagh-e Kaj')])).toEqual([['a'], ['b']]);
  });
});

describe('claims are not proposed as one event', () => {
  it('where their times cannot meet', () => {
    const claims = [
      told('a', { kind: 'arrest', roles: { target: ['Amir Sadrpour'] }, time: on('2017-06-27') }),
      told('b', { kind: 'arrest', roles: { target: ['Amir Sadrpour'] }, time: on('2019') }),
    ];
    expect(groups(claims)).toEqual([['a'], ['b']]);
  });

  it('where only the authority is the same: a court sentences many', () => {
    const claims = [
      told('a', { kind: 'sentence', roles: { actor: ['Assize Court'], target: ['Nasrin Kiani'] }, time: on('2020-02-06') }),
      told('b', { kind: 'sentence', roles: { actor: ['Assize Court'], target: ['Mehrdad Golabi'] }, time: on('2020-02-06') }),
    ];
    expect(groups(claims)).toEqual([['a'], ['b']]);
  });

  it('where an undated claim fits two events: it stays alone', () => {
    const claims = [
      told('a', { kind: 'arrest', roles: { target: ['Amir Sadrpour'] }, time: on('2017') }),
      told('b', { kind: 'arrest', roles: { target: ['Amir Sadrpour'] }, time: on('2019') }),
      told('c', { kind: 'arrest', roles: { target: ['Sadrpour'] } }),
    ];
    expect(groups(claims)).toEqual([['a'], ['b'], ['c']]);
  });

  it('where it is denied, demanded or feared: that tells of no event', () => {
    const claims = [
      told('a', { kind: 'execution', modality: 'denied' }),
      told('b', { kind: 'arrest', modality: 'demanded' }),
      told('c', { kind: 'attack', modality: 'hypothetical' }),
    ];
    expect(groups(claims)).toEqual([]);
  });
});

it('every claim that tells of an event is in exactly one', () => {
  const names = fc.constantFrom('Kamran Sohrabzadeh', 'Sohrabzadeh', 'Mansour Raufian', 'he', 'Amir Sadrpour');
  const times = fc.constantFrom(null, on('1987'), on('1987-07'), on('2018~'), on('2017/2019'), { text: 'recently', edtf: null });
  const claims = fc.array(fc.record({ kind: fc.constantFrom('arrest', 'killing', 'massacre', 'sentence'), target: names, time: times }), { maxLength: 30 });
  fc.assert(
    fc.property(claims, (given) => {
      const rows = given.map(({ kind, target, time }, n) => told(`c${n}`, { kind, roles: { target: [target] }, time }));
      expect(
        proposeEvents(rows)
          .flatMap((event) => event.claims.map(({ id }) => id))
          .toSorted(),
      ).toEqual(rows.map(({ id }) => id).toSorted());
    }),
  );
});
