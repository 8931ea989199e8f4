import { describe, expect, it } from 'vitest';
import { counterClaims } from './counter-claims.ts';
import { on, told } from './told.test-data.ts';

const beating = told('beating', {
  kind: 'torture',
  roles: { actor: ['guards'], target: ['Homayun Rastegar'], place: ['Sangtarash prison'] },
  time: on('1987'),
});

const rulesAgainst = (chosen: ReturnType<typeof told>, other: ReturnType<typeof told>): readonly string[] =>
  counterClaims([chosen], [chosen, other]).map(({ rule }) => rule);

describe('a denial', () => {
  it.each([
    ['of the same kind that names the same person', { kind: 'torture', roles: { target: ['Rastegar'] } }],
    ['of the same kind at the same place', { kind: 'torture', roles: { target: ['prisoners'], place: ['Sangtarash prison'] } }],
    ['of another harm to the same person', { kind: 'detention', roles: { target: ['Homayun Rastegar'] } }],
    ['in a mere statement about the same place', { kind: 'statement', roles: { about: ['Sangtarash prison'] } }],
    ['of the same kind that names nobody and no time', { kind: 'torture' }],
    ['of the same kind in the same year, which names nobody', { kind: 'torture', time: on('1987-05') }],
    ['in the same document', { kind: 'torture', document: 'd_beating', roles: { actor: ['Colonel Arash Tavana'] } }],
  ] as const)('%s is the other side', (_, given) => {
    expect(rulesAgainst(beating, told('denial', { ...given, modality: 'denied' }))).toEqual(['counter.denied@1']);
  });

  it.each([
    ['of another person', { kind: 'torture', roles: { target: ['Parvin Azadi'], place: ['Sangtarash prison'] } }],
    ['of another time', { kind: 'torture', roles: { target: ['Homayun Rastegar'] }, time: on('1994') }],
    ['of another place, which names nobody', { kind: 'torture', roles: { place: ['Norvale'] } }],
    ['of a step of the law', { kind: 'arrest', roles: { target: ['Homayun Rastegar'] } }],
  ] as const)('%s is not', (_, given) => {
    expect(rulesAgainst(beating, told('denial', { ...given, modality: 'denied' }))).toEqual([]);
  });

  it('that was chosen has what it denies for its other side', () => {
    const denial = told('denial', { kind: 'torture', roles: { target: ['Rastegar'] }, modality: 'denied' });
    expect(counterClaims([denial], [beating, denial])).toMatchObject([
      { claim: { id: 'beating' }, against: 'denial', why: expect.stringContaining('Rastegar') },
    ]);
  });
});

it('an acquittal, or a conviction set aside, stands beside the harm that is laid to the one it clears; a release does not', () => {
  const harm = told('harm', { kind: 'killing', roles: { actor: ['Idris Koné-Vasseur'] }, modality: 'alleged' });
  const step = (kind: 'acquittal' | 'appeal' | 'release', words: string, target = 'Idris Koné-Vasseur') =>
    told('step', { kind, roles: { target: [target] }, quote: { exact: words, start: 0, end: words.length } });
  expect(rulesAgainst(harm, step('acquittal', 'was acquitted'))).toEqual(['counter.cleared@2']);
  expect(rulesAgainst(harm, step('appeal', 'the conviction was quashed'))).toEqual(['counter.cleared@2']);
  expect(rulesAgainst(harm, step('appeal', 'the verdict was upheld'))).toEqual([]);
  expect(rulesAgainst(harm, step('release', 'was released'))).toEqual([]);
  expect(rulesAgainst(harm, step('acquittal', 'was acquitted', 'Parvin Azadi'))).toEqual([]);
});

describe('of the steps of the law', () => {
  const charge = told('charge', { kind: 'charge', roles: { target: ['Kamran Sohrabzadeh'] }, time: on('2019') });

  it('an acquittal is the other side of every accusation of the same accused, whenever it was', () => {
    const acquittal = told('acquittal', { kind: 'acquittal', roles: { target: ['Sohrabzadeh'] }, time: on('2022') });
    expect(rulesAgainst(charge, acquittal)).toEqual(['counter.acquittal@1']);
    expect(rulesAgainst(acquittal, charge)).toEqual(['counter.acquittal@1']);
  });

  it('an acquittal of somebody else is not', () => {
    expect(rulesAgainst(charge, told('acquittal', { kind: 'acquittal', roles: { target: ['Dariush Pournazer'] } }))).toEqual([]);
  });

  it('another outcome of the same is; the same outcome in other letters is not', () => {
    const sentence = (id: string, outcome: string) => told(id, { kind: 'sentence', roles: { target: ['Kamran Sohrabzadeh'], outcome: [outcome] } });
    expect(rulesAgainst(sentence('a', 'ten years'), sentence('b', 'fifteen years'))).toEqual(['counter.outcome@1']);
    expect(rulesAgainst(sentence('a', 'ten years'), sentence('b', 'Ten Years'))).toEqual([]);
  });

  it('a step taken is the other side of “nothing was done”', () => {
    const nothing = told('nothing', { kind: 'inaction', roles: { actor: ['Vestmark'], about: ['Kamran Sohrabzadeh'] } });
    expect(rulesAgainst(nothing, charge)).toEqual(['counter.inaction@1']);
  });
});

it('one death told in two ways, or of two times, is two sides; two deaths are not', () => {
  const killed = told('killed', { kind: 'killing', roles: { target: ['Homayun Rastegar'] }, time: on('1988-08') });
  expect(rulesAgainst(killed, told('died', { kind: 'death', roles: { target: ['Homayun Rastegar'], outcome: ['a heart attack'] } }))).toEqual([
    'counter.death@1',
  ]);
  expect(rulesAgainst(killed, told('later', { kind: 'execution', roles: { target: ['Rastegar'] }, time: on('1990') }))).toEqual(['counter.death@1']);
  expect(rulesAgainst(killed, told('other', { kind: 'killing', roles: { target: ['Parvin Azadi'] }, time: on('1990') }))).toEqual([]);
});
