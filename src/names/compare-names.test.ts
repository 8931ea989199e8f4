import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNames, scoreNames, VERDICT_FROM } from './compare-names.ts';
import { parseName, type NameKind } from './parse-name.ts';

const compare = (a: string, b: string, kind: NameKind = 'person') => compareNames(parseName(a, kind), parseName(b, kind));
const score = (a: string, b: string, kind: NameKind = 'person') => scoreNames(parseName(a, kind), parseName(b, kind));

describe('one name, written in many ways', () => {
  it.each([
    ['Kamran Sohrabzadeh', 'SOHRABZADEH, Kamran'],
    ['Kamran Sohrabzadeh', 'کامران سهراب‌زاده'],
    ['Kamran Sohrabzadeh', 'Камран Сохрабзаде'],
    ['Kamran Sohrabzadeh', 'Judge Kamran Sohrab-Zadeh'],
    ['Mansour Raufian', 'Mansur Raoofian'],
    ['منصور رئوفیان', 'منصور رؤوفيان'],
    ['Ahmadreza Tufan', 'احمد رضا توفان'],
    ['Jotan Awramow', 'Yotan Avramov'],
    ['Jamaleddine Tufanpour', 'Jamal al-Din Tufan Pour'],
    ['عبدالرحیم توفان‌پور', 'Abd al-Rahim Tufanpour'],
  ])('is likely one: %s, %s', (a, b) => {
    expect(score(a, b)).toBeGreaterThan(VERDICT_FROM.likely);
  });

  it('is called the same spelling where only case, order, titles and articles differ', () => {
    expect(compare('Judge Kamran Sohrabzadeh', 'SOHRABZADEH, Kamran').verdict).toBe('same spelling');
  });

  it('is found behind "also known as" and in brackets', () => {
    expect(score('Kamran Sohrabzadeh (a.k.a. Mansour Raufian)', 'Mansour Raufian')).toBeGreaterThan(VERDICT_FROM.likely);
  });
});

describe('two names', () => {
  it.each([
    ['Kamran Sohrabzadeh', 'Nasrin Sohrabzadeh'],
    ['Kamran Sohrabzadeh', 'Kamran Raufian'],
    ['کامران سهراب‌زاده', 'Nasrin Sohrabzadeh'],
  ])('that share one word are at most unlikely: %s, %s', (a, b) => {
    const { score: found, verdict, caps } = compare(a, b);
    expect(found).toBeLessThan(VERDICT_FROM.possible);
    expect(verdict).toBe('unlikely');
    expect(caps.length === 0 || caps.includes('only one word is shared')).toBe(true);
  });

  it('of father and son are kept apart, whatever else agrees', () => {
    const { caps, score: found } = compare('Kamran Sohrabzadeh Jr.', 'Kamran Sohrabzadeh Sr.');
    expect(caps).toContain('the generations differ');
    expect(found).toBeLessThan(0.25);
  });

  it('are never one where one is a person and one an organization, or one has no letters', () => {
    expect(scoreNames(parseName('Sohrabzadeh', 'person'), parseName('Sohrabzadeh', 'organization'))).toBe(0);
    expect(compare('…', 'Kamran Sohrabzadeh').score).toBe(0);
  });
});

describe('a kunya', () => {
  it('beside a name takes nothing from it', () => {
    expect(score('Kamran Sohrabzadeh (Abu Nasrin)', 'Kamran Sohrabzadeh')).toBeGreaterThan(VERDICT_FROM.likely);
  });

  it('alone is a weak alias: many are called so, and it makes nobody possible', () => {
    const { caps, score: found } = compare('Abu Nasrin', 'Kamran Sohrabzadeh (Abu Nasrin)');
    expect(found).toBeLessThan(VERDICT_FROM.possible);
    expect(caps).toContain('only a name of parenthood is shared');
  });
});

describe('a patronymic', () => {
  it('that one name leaves out speaks little against', () => {
    expect(score('Мехрдад Ахмедович Голаби', 'Mehrdad Golabi')).toBeGreaterThan(VERDICT_FROM.possible);
  });

  it('that both have and that differ speaks more against than one left out', () => {
    expect(score('Mehrdad Ahmedovich Golabi', 'Mehrdad Karimovich Golabi')).toBeLessThan(score('Mehrdad Ahmedovich Golabi', 'Mehrdad Golabi'));
  });
});

describe('a given name before the whole of the other name', () => {
  it('is as often a child or a parent: never likely', () => {
    expect(score('Nasrin Kamran Tufan Sohrabzadeh', 'Kamran Tufan Sohrabzadeh')).toBeLessThan(VERDICT_FROM.likely);
    expect(score('Kamran Tufan Sohrabzadeh', 'Kamran Sohrabzadeh')).toBeGreaterThan(VERDICT_FROM.possible);
  });
});

describe('names of servants of God', () => {
  it('are told apart by whose servants they are, and not by what all of them share', () => {
    const { why } = compare('Abdulmalik Sohrabzadeh', 'Abd al-Khaliq Sohrabzadeh');
    expect(why.map(({ kind }) => kind)).toContain('contradiction');
    expect(score('Abdulmalik Sohrabzadeh', 'Abd al-Malik Sohrabzadeh')).toBeGreaterThan(VERDICT_FROM.likely);
  });
});

describe('a given name of two groups', () => {
  it('agrees with either, and the two do not agree by it', () => {
    expect(compare('Chris Pellworm', 'Christian Pellworm').why[0]?.kind).toBe('meaning');
    expect(compare('Chris Pellworm', 'Christopher Pellworm').why[0]?.kind).toBe('meaning');
    expect(compare('Christian Pellworm', 'Christopher Pellworm').why[0]?.kind).not.toBe('meaning');
  });
});

describe('a post before a name', () => {
  it.each(['then-judiciary chief Kamran Sohrabzadeh', 'Judiciary Chief Kamran Sohrabzadeh', 'former deputy interior minister Kamran Sohrabzadeh'])(
    'is set aside: %s',
    (text) => {
      expect(compare(text, 'Kamran Sohrabzadeh').verdict).toBe('same spelling');
    },
  );

  it('is a name where no title stands with it, and where nothing else would be left', () => {
    expect(compare('Guard Sohrabzadeh', 'Kamran Sohrabzadeh').why.map(({ a }) => a)).toContain('guard');
    expect(compare('the judiciary chief', 'Kamran Sohrabzadeh').score).toBeLessThan(VERDICT_FROM.possible);
  });
});

describe('particles and articles', () => {
  it.each([
    ['Tavo de la Cruzado', 'Tavo Delacruzado'],
    ['Joost van den Berghol', 'Joost Vandenberghol'],
    ['Abdolkarim Tufan', 'Abd al-Karim Tufan'],
    ['Kamran al-Oustavar', 'KAMRAN ALOUSTAVAR'],
    ['کامران الاوستاور', 'Kamran Aloustavar'],
  ])('are met written apart and together: %s, %s', (a, b) => {
    expect(score(a, b)).toBeGreaterThan(VERDICT_FROM.likely);
  });

  it('that neither name has do not make two names one', () => {
    expect(score('Tavo Cruzado', 'Tavo Elcanto')).toBeLessThan(VERDICT_FROM.possible);
    expect(compare('Tavo de la Cruzado', 'Tavo Delacroft').why.map(({ kind }) => kind)).toContain('contradiction');
  });
});

describe('a single name', () => {
  it('is never likely anybody, and says why', () => {
    expect(compare('Kamran', 'Kamran')).toMatchObject({ verdict: 'possible', caps: ['a single name is all there is'] });
    expect(compare('Kamran', 'کامران').verdict).not.toBe('likely');
    expect(score('Kamran', 'Kamran Sohrabzadeh')).toBeLessThan(VERDICT_FROM.likely);
  });

  it('is not what two whole names have', () => {
    expect(compare('Kamran Sohrabzadeh', 'Kamran Sohrab-Zadeh').caps).toEqual([]);
  });
});

describe('a number in an organization', () => {
  it.each([
    ['12th Brigade', 'Twelfth Brigade'],
    ['الكتيبة 12', '12th Brigade'],
    ['الكتيبة الثانية عشرة', 'Twelfth Brigade'],
    ['Qaramar Guard II', 'Second Qaramar Guard'],
  ])('is one in figures and in words: %s, %s', (a, b) => {
    expect(compare(a, b, 'organization').caps).not.toContain('the numerals differ');
  });

  it('keeps two apart where it differs', () => {
    expect(score('12th Brigade', 'Thirteenth Brigade', 'organization')).toBeLessThan(VERDICT_FROM.possible);
    expect(score('الكتيبة الثانية عشرة', 'Second Brigade', 'organization')).toBeLessThan(VERDICT_FROM.possible);
  });
});

describe('places in the names of organizations', () => {
  it('keep its branches in two countries apart', () => {
    const { caps, verdict } = compare('Qaramar Relief Foundation: Kenya Branch', 'Qaramar Relief Foundation: Albania Branch', 'organization');
    expect(verdict).toBe('unlikely');
    expect(caps).toContain('each has the name of another place');
  });

  it('are one in any language, as a people and as a country, and may be left out', () => {
    for (const other of ['Kenyan Qaramar Relief Foundation', 'Qaramar Relief Foundation'])
      expect(compare('Qaramar Relief Foundation of Kenya', other, 'organization').caps).toEqual([]);
  });
});

describe('the first letters of a name', () => {
  it('make an organization possible at most', () => {
    const { caps, verdict } = compare('Qaramar Ocean Trading Works', 'QOTW', 'organization');
    expect(verdict).not.toBe('likely');
    expect(caps.length === 0 || caps.includes('only first letters of its words are shared')).toBe(true);
  });

  it('of another name make it none, nor does any other word that is not shared', () => {
    for (const other of ['QXTV', 'Holmvik']) expect(compare('Qaramar Ocean Trading Works', other, 'organization').score).toBeLessThan(VERDICT_FROM.possible);
  });

  it('with their dots are one word, and a legal form after them is none of it', () => {
    expect(parseName('Q.O.T.W. S.A.', 'organization').forms[0]?.words.map(({ text }) => text)).toEqual(['qotw']);
  });
});

describe('an organization', () => {
  it('is one under its legal forms and under words of the same meaning', () => {
    expect(score('Qaramar Trading Co., Ltd.', 'QARAMAR TRADING COMPANY LLC', 'organization')).toBeGreaterThan(VERDICT_FROM.possible);
    expect(compare('Bank Qaramar', 'Banco Qaramar', 'organization').why.map(({ kind }) => kind)).toContain('meaning');
  });
});

describe('two organizations', () => {
  it('whose numerals differ are kept apart', () => {
    expect(compare('Qaramar Shipping II', 'Qaramar Shipping III', 'organization').caps).toEqual(['the numerals differ']);
  });
});

describe('a woman’s form of a family name', () => {
  it.each([
    ['Nadia Averinova', 'Nadia Averinov'],
    ['Ewa Tufanska', 'Ewa Tufanski'],
    ['Надия Аверинова', 'Nadia Averinov'],
  ])('is never more against one woman than weak evidence: %s, %s', (a, b) => {
    expect(score(a, b)).toBeGreaterThan(VERDICT_FROM.possible);
  });

  it('is told for what it is', () => {
    expect(compare('Nadia Averinova', 'Nadia Averinov').why.map(({ kind }) => kind)).toContain('other gender');
  });

  it('and a man’s are one family’s, and of two people where the given names differ', () => {
    expect(score('Nadia Averinova', 'Kamran Averinov')).toBeLessThan(VERDICT_FROM.possible);
  });

  it.each([
    ['N. Averinov', 'N. Averinova'],
    ['Marin Golabi', 'Marina Golabi'],
  ])('is no likely one person where nothing says whose it is: %s, %s', (a, b) => {
    const { caps, verdict } = compare(a, b);
    expect(verdict).not.toBe('likely');
    expect(caps).toContain('one has a woman’s form of the name and one a man’s, and nothing says whose');
  });
});

describe('a father’s and a mother’s family name', () => {
  it('may be told without the mother’s', () => {
    expect(compare('Tavo Quintero Salazar', 'Tavo Quintero')).toMatchObject({ verdict: 'likely', caps: [] });
    expect(compare('QUINTERO SALAZAR, Tavo', 'Tavo Quintero')).toMatchObject({ verdict: 'likely', caps: [] });
  });

  it('are seldom told without the father’s: possible, and no more', () => {
    for (const two of ['Tavo Quintero Salazar', 'QUINTERO SALAZAR, Tavo'])
      expect(compare(two, 'Tavo Salazar')).toMatchObject({ verdict: 'possible', caps: ['of two family names only the second is shared'] });
  });

  it('are no others’ two words: a Portuguese name is called by its last', () => {
    expect(compare('Joao Silva Tufano', 'Joao Tufano').caps).toEqual([]);
  });
});

describe('a name that came with marriage', () => {
  it('beside the name before it is one woman’s', () => {
    expect(compare('Nadia Berghol', 'Nadia Berghol-Tufan').verdict).toBe('likely');
    expect(score('Nadia Tufan', 'Nadia Tufan née Berghol')).toBeGreaterThan(VERDICT_FROM.likely);
    expect(score('Nadia Berghol', 'Nadia Tufan née Berghol')).toBeGreaterThan(VERDICT_FROM.possible);
  });

  it('alone is another name: what joins them has to be said somewhere', () => {
    expect(score('Nadia Berghol', 'Nadia Tufan')).toBeLessThan(VERDICT_FROM.possible);
  });
});

describe('a Korean or Chinese name', () => {
  it.each([
    ['PAEK, Ho Kyu', 'Baek Ho-gyu'],
    ['Paek Eun Rim', 'PAEK, Un-rim'],
    ['Pak Ja Hyop', 'PARK Cha-hyop'],
  ])('is one in any romanization: %s, %s', (a, b) => {
    expect(score(a, b)).toBeGreaterThan(VERDICT_FROM.possible);
  });

  it('is another with one syllable other', () => {
    for (const other of ['Paek Song-rim', 'Paek Yong Ho']) expect(score('PAEK, Yong Rim', other)).toBeLessThanOrEqual(0.3);
  });

  it('is told from short names of others by its family’s name', () => {
    expect(parseName('Tom Pell', 'person').forms[0]?.words.map(({ syllable }) => syllable)).toEqual([null, null]);
  });
});

describe('two sorts of bodies', () => {
  it.each([
    ['Bank of Qaramar', 'University of Qaramar'],
    ['Qaramar Court', 'Qaramar Prison'],
    ['بانک قرامار', 'Qaramar University'],
  ])('are two, whatever else agrees: %s, %s', (a, b) => {
    expect(compare(a, b, 'organization')).toMatchObject({ verdict: 'unlikely', caps: ['each is another sort of body'] });
  });

  it('are two too where they are two ministries', () => {
    expect(score('Ministry of Health', 'Ministry of Defence', 'organization')).toBeLessThan(VERDICT_FROM.possible);
    expect(score('وزارت کشور', 'Ministry of Intelligence', 'organization')).toBeLessThan(VERDICT_FROM.possible);
    expect(score('وزارت کشور', 'Ministry of Interior', 'organization')).toBeGreaterThan(VERDICT_FROM.possible);
  });

  it('are one in two languages, and under two words for one sort', () => {
    expect(compare('دادگاه قرامار', 'Qaramar Tribunal', 'organization').caps).toEqual([]);
  });
});

describe('an organization', () => {
  it.each([
    ['a bank', 'Qaramar Unhaeng', 'Qaramar Bank'],
    ['a petrochemical company', 'پتروشیمی قرامار', 'Qaramar Petrochemical Co.'],
    ['exports', 'Bank Saderat Qaramar', 'Qaramar Export Bank'],
    ['known letters within a name', 'IRGC Missile Command of Qaramar', 'Islamic Revolutionary Guard Corps Qaramar Missile Command'],
  ])('may be one whose words stand for the same: %s', (_, a, b) => {
    expect(score(a, b, 'organization')).toBeGreaterThan(VERDICT_FROM.possible);
  });

  it('that shares only words that many bear is another, where each has others', () => {
    expect(compare('Zor International Money Service', 'International Money Service Pell', 'organization')).toMatchObject({
      verdict: 'unlikely',
      caps: ['only words that many organizations bear are shared, and each has others'],
    });
  });

  it('that has a number is likely none that has none: it is one of several', () => {
    const { verdict, caps } = compare('Zorvan Qaramar Depot', 'Zorvan Qaramar Depot No. 2', 'organization');
    expect([verdict, caps]).toEqual(['possible', ['one has a number that the other has not']]);
  });

  it('is not called by its country in brackets alone', () => {
    const bodies = (text: string) => parseName(text, 'organization').forms.map(({ words }) => words.map((word) => word.text).join(' '));
    expect(bodies('Zorvan Insurance (U.K.)')).toEqual(['zorvan insurance uk']);
    expect(bodies('Zorvan Insurance (ZIC)')).toEqual(['zorvan insurance', 'zic']);
  });
});

describe('the explanation', () => {
  it('names every word once, with what it is worth', () => {
    const { why } = compare('Kamran Sohrabzadeh', 'کامران مرادی سهراب‌زاده');
    expect(why.map(({ a, kind }) => [a, kind])).toEqual([['kamran', 'other script'], ['sohrabzadeh', 'other script'], ['', 'omission']]); // prettier-ignore
    expect(why.every(({ kind, points }) => (kind === 'omission' ? points <= 0 : points > 0))).toBe(true);
  });

  it('tells a contradiction, words that each name has and the other lacks, from an omission', () => {
    const [agreement, contradiction] = compare('Kamran Sohrabzadeh', 'Nasrin Sohrabzadeh').why;
    expect(agreement).toMatchObject({ a: 'sohrabzadeh', b: 'sohrabzadeh', kind: 'same spelling' });
    expect(contradiction).toMatchObject({ a: 'kamran', b: 'nasrin', kind: 'contradiction' });
    expect(contradiction?.points).toBeLessThan(0);
  });
});

describe('any two texts', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...Array.from('abdhkmnrzو ن ر م ا ب аеинк-,.()')) }));

  it('have a score from 0 to 1 that is the same both ways round, and the same with its reasons', () => {
    fc.assert(
      fc.property(text, text, fc.constantFrom<NameKind>('person', 'organization'), (a, b, kind) => {
        const found = score(a, b, kind);
        expect(found).toBeGreaterThanOrEqual(0);
        expect(found).toBeLessThanOrEqual(1);
        expect(score(b, a, kind)).toBeCloseTo(found, 10);
        expect(compare(a, b, kind).score).toBe(found);
      }),
    );
  });
});
