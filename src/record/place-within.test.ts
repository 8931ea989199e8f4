import { expect, it } from 'vitest';
import { placesWithin } from './place-within.ts';

const within = (phrase: string): readonly string[] => placesWithin(phrase, (words) => ['iran', 'ایران', 'lebanon'].includes(words.join(' ')));

it('reads from the words for a place what it lies in, from the narrowest to the widest', () => {
  expect(within('Evin prison in Tehran, Iran')).toEqual(['Evin prison', 'Tehran', 'Iran']);
  expect(within('میدان باغ کاج در نورشهر')).toEqual(['میدان باغ کاج', 'نورشهر']);
  expect(within('Tripoli, Lebanon')).toEqual(['Tripoli', 'Lebanon']);
  expect(within('domstolen i Holmvik')).toEqual(['domstolen', 'Holmvik']);
});

it('takes two names with a comma for two places, unless the second is a country', () => {
  expect(within('Istanbul, Ankara')).toEqual(['Istanbul, Ankara']);
});

it('takes nothing for a place that is not written as a name', () => {
  expect(within('a cell in solitary confinement')).toEqual(['a cell in solitary confinement']);
  expect(within('the old fort in 1987')).toEqual(['the old fort in 1987']);
  expect(within('Iran')).toEqual(['Iran']);
});
