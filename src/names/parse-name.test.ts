import { describe, expect, it } from 'vitest';
import { parseName, type NameKind } from './parse-name.ts';

const words = (text: string, kind: NameKind = 'person') => parseName(text, kind).forms.map((form) => form.words.map((word) => word.text).join(' '));

describe('capitals', () => {
  it('tell the family name where the given names have small letters', () => {
    const told = (text: string) => parseName(text, 'person').forms.map((form) => [form.words.map(({ text: word }) => word), form.given]);
    expect(told('SOHRABZADEH Kamran')).toEqual(told('SOHRABZADEH, Kamran'));
    expect(told('Kamran SOHRABZADEH')).toEqual(told('SOHRABZADEH, Kamran'));
    expect(told('KAMRAN SOHRABZADEH')).toEqual([[['kamran', 'sohrabzadeh'], 0]]);
    expect(told('DR Kamran')).toEqual([[['kamran'], 0]]);
  });
});

describe('a parsed name', () => {
  it('keeps the text as it came', () => {
    expect(parseName(' SOHRABZADEH,  Kamran ', 'person').text).toBe(' SOHRABZADEH,  Kamran ');
  });

  it('has the given name first after "LAST, First", and knows the family name', () => {
    const [form] = parseName('SOHRABZADEH, Kamran', 'person').forms;
    expect(words('SOHRABZADEH, Kamran')).toEqual(['kamran sohrabzadeh']);
    expect(form?.family).toBe(1);
  });

  it('sets titles aside and says which, articles and particles without', () => {
    expect(words('Dr. Kamran bin Mansour al-Qaramari')).toEqual(['kamran mansour qaramari']);
    expect(parseName('Dr. Kamran Sohrabzadeh', 'person').titles).toEqual(['dr']);
  });

  it('keeps a title that is all there is, or that is the family name', () => {
    expect(words('the Colonel')).toEqual(['the colonel']);
    expect(words('Kamran Sayed')).toEqual(['kamran sayed']);
  });

  it.each(['Abd al-Rahim', 'Abdurrahim', 'Abdul Rahim', 'Abdel-Rahim', 'abdalrahim'])('reads the servant names alike: %s', (name) => {
    expect(words(name)).toEqual(['abdrahim']);
  });

  it('parts initials, and reads Persian letter names as initials before a dot', () => {
    expect(words('K.M. Tufan')).toEqual(['k m tufan']);
    expect(words('اس. توفان')).toEqual(['s توفان']);
  });

  it('has a form for each name that one text gives', () => {
    expect(words('Kamran Tufan; Nasrin Tufan')).toEqual(['kamran tufan', 'nasrin tufan']);
  });

  it('of an organization leaves legal forms aside, and keeps its numerals in sight', () => {
    const { forms, legalForms } = parseName('QARAMAR SHIPPING II, S.A. DE C.V.', 'organization');
    expect(forms[0]?.words.map(({ text }) => text)).toEqual(['qaramar', 'shipping', '2']);
    expect(forms[0]?.numerals).toBe('2');
    expect(legalForms).toContain('sa');
  });
});

describe('one word in its writings', () => {
  it.each([
    ['Arabic and Persian ye and kaf', 'مرادي كيان', 'مرادی کیان'],
    ['hamza carriers', 'رؤوف احمد', 'رووف أحمد'],
    ['te marbuta', 'فاطمة', 'فاطمه'],
    ['harakat and tatweel', 'مُرادی کـــیان', 'مرادی کیان'],
    ['marks of direction', '\u200fمرادی\u200e', 'مرادی'],
    ['decomposed letters', 'Kone\u0301', 'Kon\u00e9'],
    ['apostrophes of any form', 'Ra’ufian', "Ra'ufian"],
    ['apostrophes left out', 'Raʼufian', 'Raufian'],
    ['an article with and without its hyphen', 'al-Qaramari', 'AlQaramari'],
    ['an ending apart and together', 'سهراب‌زاده', 'سهرابزاده'],
    ['a name before and after a comma', 'TUFAN, Kamran', 'Kamran Tufan'],
    ['a peerage after the name', 'Edmund Harrow, Baron Harrow of Holmvik', 'Edmund Harrow'],
  ])('is the same: %s', (_, a, b) => {
    expect(words(a)).toEqual(words(b));
  });

  it('keeps digits of any script alike in an organization, and its numerals', () => {
    expect(words('بنیاد ۱۲', 'organization')).toEqual(words('بنیاد 12', 'organization'));
  });

  it('reads "née", "also known as" and a nom de guerre as further names', () => {
    expect(words('Nasrin Kiani née Tufan')).toEqual(['nasrin kiani', 'tufan']);
    expect(words('Kamran Tufan alias Haj Naser')).toHaveLength(2);
  });

  it('has a form for a well-known acronym, and for one in brackets, and none for a place in brackets', () => {
    expect(words('IRGC', 'organization')).toContain('islamic revolutionary guard corps');
    expect(words('Qaramar Guard (QG)', 'organization')).toEqual(['qaramar guard', 'qg']);
    expect(words('Qaramar Guard (Holmvik)', 'organization')).toEqual(['qaramar guard holmvik']);
  });
});
