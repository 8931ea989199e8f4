import { describe, expect, it } from 'vitest';
import { parseName, type NameKind } from './parse-name.ts';

const words = (text: string, kind: NameKind = 'person') => parseName(text, kind).forms.map((form) => form.words.map((word) => word.text).join(' '));

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
    expect(forms[0]?.words.map(({ text }) => text)).toEqual(['qaramar', 'shipping', 'ii']);
    expect(forms[0]?.numerals).toBe('ii');
    expect(legalForms).toContain('sa');
  });
});
