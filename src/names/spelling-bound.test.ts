import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignSpelling } from './align-spelling.ts';
import { nameCosts } from './name-costs.ts';
import { SpellingBound } from './spelling-bound.ts';
import { foldForNames, signsOf } from './spelling.ts';

const signs = (word: string) => signsOf(foldForNames(word));
const bound = new SpellingBound(nameCosts);

describe('the most evidence that a word could give', () => {
  it('is never less than what an alignment gives, in any scripts', () => {
    const word = fc.string({ unit: fc.constantFrom(...Array.from('abdehikmnorstuyzابدرزسشکلمنوهیабдеикмнорст')), minLength: 1, maxLength: 14 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        bound.setTo(signs(a));
        expect(bound.most(signs(b), 0, signs(b).length)).toBeGreaterThanOrEqual(alignSpelling(signs(a), signs(b), nameCosts));
      }),
    );
  });

  it('tells words apart that share few letters', () => {
    bound.setTo(signs('Kamran'));
    expect(bound.most(signs('Zubyul'), 0, signs('Zubyul').length)).toBeLessThan(0);
  });
});
