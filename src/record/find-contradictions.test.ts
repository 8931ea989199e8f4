import { describe, expect, it } from 'vitest';
import type { ClaimRow } from '../model/answers.ts';
import { buildProceedings } from './build-proceedings.ts';
import { findContradictions } from './find-contradictions.ts';
import { identityOf, NOTHING_JUDGED } from './identity.ts';
import type { Judged } from './join-pairs.ts';
import { proposeEvents } from './propose-events.ts';
import { on, told } from './told.test-data.ts';

const identity = identityOf(NOTHING_JUDGED);
const found = (claims: readonly ClaimRow[], happenings: readonly Judged[] = []): readonly string[] =>
  findContradictions(claims, proposeEvents(claims, { identity, happenings }), buildProceedings(claims, identity), identity).map(
    ({ on: what, left, right }) =>
      `${what}: ${left.value} (${left.claims.map(({ id }) => id).join(' ')}) against ${right.value} (${right.claims.map(({ id }) => id).join(' ')})`,
  );
const same = (left: string, right: string): Judged => ({ entry: `e_${left}${right}`, left, right, judgement: 'same' });
const arrest = (id: string, edtf: string, place: string) => told(id, { kind: 'arrest', roles: { target: ['Amir Sadrpour'], place: [place] }, time: on(edtf) });

describe('claims contradict each other', () => {
  it('where one event is told with times that no day can satisfy; a day within a month only refines it', () => {
    const claims = [arrest('a', '2017-06', 'Holmvik'), arrest('b', '2017-06-29', 'Holmvik'), arrest('c', '2017-07', 'Holmvik')];
    expect(found(claims, [same('a', 'b'), same('a', 'c')])).toEqual(['time: 2017-06 (a) against 2017-07 (c)']);
  });

  it('where one event of a day is told of two places', () => {
    expect(found([arrest('a', '2017-06-29', 'Holmvik'), arrest('b', '2017-06-29', 'Lac-Blanc')], [same('a', 'b')])).toEqual([
      'place: Holmvik (a) against Lac-Blanc (b)',
    ]);
  });

  it('where the numbers of one event differ, and neither is a bound', () => {
    const dead = (id: string, outcome: string) =>
      told(id, { kind: 'killing', roles: { place: ['Bagh-e Kaj square'], outcome: [outcome] }, time: on('2022-09-16') });
    expect(found([dead('a', '31 marchers'), dead('b', '9 marchers')])).toEqual(['number: 31 marchers (a) against 9 marchers (b)']);
    expect(found([dead('a', 'at least 9 marchers'), dead('b', '31 marchers')])).toEqual([]);
    expect(found([dead('a', '31 marchers'), dead('b', '9 rioters')])).toEqual(['number: 31 marchers (a) against 9 rioters (b)']);
    expect(found([dead('a', '31 marchers'), dead('b', '12 wounded')])).toEqual([]);
  });

  it('where one judgment is told with two outcomes', () => {
    const sentence = (id: string, outcome: string) =>
      told(id, { kind: 'sentence', document: 'd_1', roles: { target: ['Amir Sadrpour'], outcome: [outcome] }, time: on('2020-02-06') });
    expect(found([sentence('a', '20 years'), sentence('b', '15 years in prison')])).toEqual(['outcome: 20 years (a) against 15 years in prison (b)']);
    expect(found([sentence('a', '20 years'), sentence('b', 'life in prison')])).toEqual(['outcome: 20 years (a) against life in prison (b)']);
    expect(found([sentence('a', '20 years'), sentence('b', 'a fine')])).toEqual([]);
  });

  it('where two are named for one in what people joined as one happening, and not where a name is a body’s', () => {
    const shot = (id: string, by: string) => told(id, { kind: 'killing', roles: { actor: [by], target: ['Navid Ostovar'] }, time: on('2022-09-16') });
    const claims = [shot('a', 'Shahrokh Pournazer'), shot('b', 'Mehrdad Golabi')];
    expect(found(claims, [same('a', 'b')])).toEqual(['identity: Shahrokh Pournazer (a) against Mehrdad Golabi (b)']);
    expect(found([shot('a', 'Shahrokh Pournazer'), shot('b', 'the Guard Corps')], [same('a', 'b')])).toEqual([]);
  });

  it('where one says that it happened and another that it did not', () => {
    const told1987 = told('a', { kind: 'execution', quote: { exact: 'prisoners were executed', start: 0, end: 23 }, time: on('1987') });
    const denial = told('b', {
      kind: 'execution',
      modality: 'denied',
      quote: { exact: 'no execution took place', start: 0, end: 23 },
      time: on('1987'),
      saidBy: ['Foreign Ministry'],
    });
    expect(found([told1987, denial])).toEqual(['occurrence: prisoners were executed (a) against no execution took place (b)']);
  });

  it('where an accused is convicted by one and acquitted by another, and no date tells which is later', () => {
    const judged = (id: string, kind: 'conviction' | 'acquittal', edtf: string | null) =>
      told(id, { kind, document: 'd_1', roles: { target: ['Idris Koné-Vasseur'] }, time: edtf ? on(edtf) : null });
    expect(found([judged('a', 'conviction', null), judged('b', 'acquittal', null)])).toEqual(['stage: convicted (a) against acquitted (b)']);
  });
});

it('what became true later contradicts nothing', () => {
  const serving = told('a', { kind: 'sentence', document: 'd_1', roles: { target: ['Amir Sadrpour'], outcome: ['20 years'] }, time: on('2020') });
  const exchanged = told('b', { kind: 'exchange', document: 'd_1', roles: { target: ['Amir Sadrpour'] }, time: on('2023') });
  expect(found([serving, exchanged])).toEqual([]);
});

describe('of one person, claims contradict each other', () => {
  const died = (id: string, edtf: string) => told(id, { kind: 'death', document: 'd_1', roles: { target: ['Navid Ostovar'] }, time: on(edtf) });
  const holds = (id: string, who: string, title: string, edtf: string, modality: ClaimRow['modality'] = 'asserted') =>
    told(id, { kind: 'position', document: 'd_1', roles: { actor: [who], title: [title], organization: ['the judiciary'] }, time: on(edtf), modality });

  it('where a death is of two times', () => {
    expect(found([died('a', '1987-08'), died('b', '1988')])).toEqual(['time: 1987-08 (a) against 1988 (b)']);
    expect(found([died('a', '1987-08'), died('b', '1987')])).toEqual([]);
  });

  it('where two are said to hold on one day a post that one holds at a time; who follows whom contradicts nobody', () => {
    const raufian = holds('a', 'Mansour Raufian', 'head', '2017/2020');
    expect(found([raufian, holds('b', 'Amir Sadrpour', 'head', '2018-05-03')])).toEqual(['identity: Mansour Raufian (a) against Amir Sadrpour (b)']);
    expect(found([raufian, holds('b', 'Amir Sadrpour', 'deputy head', '2018-05-03')])).toEqual([]);
    expect(found([raufian, holds('b', 'Amir Sadrpour', 'head', '2021-05-03')])).toEqual([]);
    expect(found([raufian, holds('b', 'Amir Sadrpour', 'head', '2020')])).toEqual([]);
  });

  it('where one says that somebody held a post, and another that they never did', () => {
    const never = holds('b', 'Mansour Raufian', 'head', '2018', 'denied');
    expect(found([holds('a', 'Mansour Raufian', 'head', '2017/2020'), never])).toEqual(['occurrence: a (a) against b (b)']);
    expect(found([holds('a', 'Mansour Raufian', 'member', '2017/2020'), never])).toEqual([]);
  });
});
