import { describe, expect, it } from 'vitest';
import { allowedOf, kinBy, type Terms } from './care-reach.ts';

const NOTHING: Terms = { sensitivity: null, purpose: null, consentUntil: null, retention: null };
// A mail in an archive, with a photograph and a statement attached to the mail; the statement came in another mail too.
const kin = kinBy(
  [
    { part: 'mail', container: 'archive' },
    { part: 'photograph', container: 'mail' },
    { part: 'statement', container: 'mail' },
    { part: 'statement', container: 'second mail' },
  ],
  [
    { original: 'translation', of: 'statement' },
    { original: 'summary', of: 'translation' },
  ],
);
const allowed = (id: string, said: Readonly<Record<string, Partial<Terms>>>) =>
  allowedOf(id, kin(id), (each) => (said[each] ? [{ ...NOTHING, ...said[each] }] : []), '2026-11-21');

describe('what is said of an original', () => {
  it('holds for its transcripts and translations, and for theirs, wherever it was said; what is said of a translation does not reach back', () => {
    for (const where of ['statement', 'mail', 'archive', 'translation'])
      expect(allowed('summary', { [where]: { sensitivity: 'hidden' } }).sensitivity, where).toBe('hidden');
    expect(allowed('statement', { translation: { sensitivity: 'hidden' } }).sensitivity).toBe('public');
    expect([...kin('archive').made]).toEqual(['translation', 'summary']);
    expect([kin('translation').above.size, kin('mail').below.size]).toEqual([0, 2]);
  });

  it('holds for the files inside of it, over any number of steps', () => {
    expect(allowed('statement', { archive: { sensitivity: 'hidden', purpose: 'the court alone' } })).toEqual({
      sensitivity: 'hidden',
      purposes: ['the court alone'],
      ended: null,
    });
  });

  it('holds for what has its bytes, and not for its neighbours there', () => {
    const said = { statement: { sensitivity: 'hidden' } } as const;
    expect(['mail', 'archive', 'second mail', 'photograph'].map((id) => allowed(id, said).sensitivity)).toEqual(['hidden', 'hidden', 'hidden', 'public']);
  });

  it('is not loosened by what is said of its parts or its container', () => {
    expect(allowed('statement', { statement: { sensitivity: 'hidden' }, mail: { sensitivity: 'public' } }).sensitivity).toBe('hidden');
  });

  it('ends the day after its last day: a year is not over on its last of December', () => {
    const until = (retention: string, today: string) => allowedOf('x', kin('x'), () => [{ ...NOTHING, retention }], today).ended;
    expect([until('2026', '2026-12-31'), until('2026', '2027-01-01'), until('2026/..', '2099-01-01')]).toEqual([null, 'retention', null]);
    expect(allowed('photograph', { mail: { consentUntil: '2026-11-20' } }).ended).toBe('consent');
  });
});
