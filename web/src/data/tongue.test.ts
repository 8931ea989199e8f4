import { expect, test } from 'vitest';
import { KINDS } from '../../../src/model/vocabulary.ts';
import en from '../../strings/en.json' with { type: 'json' };
import fa from '../../strings/fa.json' with { type: 'json' };
import { tongueOf } from './tongue.tsx';

const placesOf = (message: unknown): string => JSON.stringify((JSON.stringify(message).match(/\{\w+\}/g) ?? []).toSorted());

test('every phrase of the interface is there in both languages, with the same places to fill', () => {
  expect(Object.keys(fa).toSorted()).toEqual(Object.keys(en).toSorted());
  const differing = Object.entries(en).filter(([key, message]) => placesOf(message) !== placesOf(Object.entries(fa).find(([other]) => other === key)?.[1]));
  expect(differing.map(([key]) => key)).toEqual([]);
});

test('every kind of claim has a Persian word', () => {
  expect(KINDS.filter((kind) => !(kind in fa.kinds))).toEqual([]);
});

test('a phrase takes the plural of its number, in the digits of its language', () => {
  expect(tongueOf('en').say('home.recorded', { n: 1 })).toBe('1 claim is recorded.');
  expect(tongueOf('en').say('home.recorded', { n: 1200 })).toBe('1,200 claims are recorded.');
  expect(tongueOf('fa').say('home.recorded', { n: 12 })).toBe('۱۲ گزاره ثبت شده است.');
});
