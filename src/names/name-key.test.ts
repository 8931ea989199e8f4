import { describe, expect, it } from 'vitest';
import { mayBeOne, nameKey } from './name-key.ts';

describe('the telling words of a name', () => {
  it('leave titles, articles and the possessive aside', () => {
    expect(nameKey('the former Judge Kamran Sohrabzadeh’s')).toEqual(['kamran', 'sohrabzadeh']);
  });

  it('leave titles aside in whatever letters they are written', () => {
    expect(nameKey('آقای کامران سهراب‌زاده')).toEqual(nameKey('کامران سهراب‌زاده'));
    expect(nameKey('Señora Laleh Ostovar')).toEqual(['laleh', 'ostovar']);
    // What folds to a title and another word is a name: Ruhollah is no ayatollah.
    expect(nameKey('روح الله رستگار')).toHaveLength(3);
  });

  it('are the same for Arabic and Persian forms of one letter', () => {
    expect(nameKey('مرادخاني')).toEqual(nameKey('مرادخانی'));
  });
});

describe('two names may be of one party', () => {
  it('where one holds all the telling words of the other', () => {
    expect(mayBeOne('Sohrabzadeh', 'Kamran Sohrabzadeh')).toBe(true);
    expect(mayBeOne('Kamran Sohrabzadeh', 'Nasrin Sohrabzadeh')).toBe(false);
  });

  it('by one word only where it is the last of the longer, and never by a given name', () => {
    expect(mayBeOne('Kamran', 'Kamran Sohrabzadeh')).toBe(false);
    expect(mayBeOne('Qaramar', 'Qaramar diplomat')).toBe(false);
    expect(mayBeOne('Qaramar', 'Mansour Raufian of Qaramar')).toBe(false);
    expect(mayBeOne('Raufian', 'Mansour Raufian of Qaramar')).toBe(true);
  });

  it('where it describes and does not name, only by the very same words', () => {
    expect(mayBeOne('Qaramar', 'a diplomat of Qaramar')).toBe(false);
    expect(mayBeOne('the political prisoners', 'political prisoners')).toBe(true);
    expect(mayBeOne('prisoners', 'political prisoners')).toBe(false);
  });

  it('never for pronouns and bare titles, which tell nobody apart', () => {
    expect(mayBeOne('he', 'he')).toBe(false);
    expect(mayBeOne('the president', 'President Mansour Raufian')).toBe(false);
  });
});
