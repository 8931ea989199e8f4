import { describe, expect, it } from 'vitest';
import { identityOf, NOTHING_JUDGED } from './identity.ts';

const at = (document: string, name: string) => ({ document, name });

describe('two names', () => {
  it('of one document with the same telling words are one, of two documents perhaps', () => {
    const { relate } = identityOf(NOTHING_JUDGED);
    expect(relate(at('d_1', 'President Raufian'), at('d_1', 'Raufian'))).toBe('one');
    expect(relate(at('d_1', 'Raufian'), at('d_2', 'Mansour Raufian'))).toBe('perhaps');
    expect(relate(at('d_1', 'Nasrin Kiani'), at('d_2', 'Mansour Raufian'))).toBe('unlike');
  });

  it('that people joined are one, whatever their scripts; that people judged apart are two, with all that each was joined to', () => {
    const { relate } = identityOf({
      groups: [
        { document: 'd_1', key: 'amir sadrpour', group: 'n_a' },
        { document: 'd_2', key: 'امیر صدرپور', group: 'n_a' },
      ],
      apart: [{ left: at('d_3', 'Amir Sadrpour'), right: at('d_1', 'Amir Sadrpour') }],
    });
    expect(relate(at('d_1', 'Amir Sadrpour'), at('d_2', 'امیر صدرپور'))).toBe('one');
    expect(relate(at('d_3', 'Amir Sadrpour'), at('d_2', 'امیر صدرپور'))).toBe('two');
    expect(relate(at('d_3', 'Amir Sadrpour'), at('d_4', 'Amir Sadrpour'))).toBe('perhaps');
  });
});
