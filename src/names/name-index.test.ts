import { describe, expect, it } from 'vitest';
import { NameIndex } from './name-index.ts';

const index = (...names: readonly string[]) => new NameIndex(names.map((name, n) => ({ id: String(n), name, kind: 'person' as const })));
const found = (names: readonly string[], text: string, options = {}) =>
  index(...names)
    .find(text, options)
    .map(({ name }) => name);
const NAMES = [
  'Kamran Sohrabzadeh',
  'منصور رئوفیان',
  'Amir Sadrpour',
  'Nasrin Kiani',
  'Мехрдад Голаби',
  'حمید نوریان',
  'Abdulaziz Tufan',
  'Taj Collinwick',
] as const;

describe('an index of names', () => {
  it.each([
    ['Raoufian', 'منصور رئوفیان'],
    ['Mansour Raufian', 'منصور رئوفیان'],
    ['سهراب‌زاده', 'Kamran Sohrabzadeh'],
    ['Sohrab Zadeh', 'Kamran Sohrabzadeh'],
    ['SOHRABZADE, Camran', 'Kamran Sohrabzadeh'],
    ['Mehrdad Golabi', 'Мехрдад Голаби'],
    ['Hamid Nourian', 'حمید نوریان'],
    ['Aziz Tufan', 'Abdulaziz Tufan'],
    ['Тадж Коллинвик', 'Taj Collinwick'],
    ['Ntagolabi Mehrdad', 'Мехрдад Голаби'],
  ])('finds across spellings and scripts: %s, %s', (text, name) => {
    expect(found(NAMES, text)[0]).toBe(name);
  });

  it('finds what is being typed, in the script of the typing and in others', () => {
    expect(found(NAMES, 'Kamran Soh', { typing: true })[0]).toBe('Kamran Sohrabzadeh');
    expect(found(NAMES, 'Rao', { typing: true })).toContain('منصور رئوفیان');
    expect(found(NAMES, 'سهر', { typing: true })).toContain('Kamran Sohrabzadeh');
  });

  it('finds nothing where nothing is like it, and of a text without letters', () => {
    expect(found(NAMES, 'Pellworm')).toEqual([]);
    expect(found(NAMES, '…')).toEqual([]);
    expect(found([], 'Kamran')).toEqual([]);
  });

  it('gives each name once, under each of its own forms, and the ids that it was given', () => {
    const both = new NameIndex([{ id: 'x', name: 'Kamran Tufan; Kamran Tufanpour', kind: 'person' }, { id: 'x', name: 'Haj Naser', kind: 'person' }]); // prettier-ignore
    expect(both.find('Kamran Tufan').map(({ id, name }) => [id, name])).toEqual([['x', 'Kamran Tufan; Kamran Tufanpour']]);
    expect(both.size).toBe(2);
  });

  it.each([
    ['two words written as one', 'کامیاررضا توفان', 'Kamyar Reza Tufan', ['کامیار توفان', 'رضا توفان']],
    ['one word written as two', 'Kamyar Reza Tufan', 'کامیاررضا توفان', []],
    ['whose servant somebody is, without the servant', 'Aziz Tufan', 'Abdulaziz Tufan', ['Aziz Kiani']],
    ['a letter read as it is before its vowel', 'Ceyhan Carmond', 'Seyhan Karmond', ['Ceylan Karman']],
  ])('finds %s', (_, text, name, others) => {
    expect(found([...others, name], text)[0]).toBe(name);
  });

  it('does not take a word apart that only happens to hold two others', () => {
    expect(found(['Kam Tufan', 'Ran Tufan', 'Kamran Tufan'], 'Kamran Tufan')[0]).toBe('Kamran Tufan');
  });

  it('finds a name of common words among thousands that share one of them', () => {
    const many = Array.from({ length: 5000 }, (_, n) => (n % 2 === 0 ? `Kamran Zor${n.toString(26)}` : `Vel${n.toString(26)} Tufan`));
    expect(found([...many, 'Tufan, Kamran'], 'Kamran Tufan')[0]).toBe('Tufan, Kamran');
  });

  it('puts a name that leaves words out before one that has another word in their place', () => {
    expect(found(['Kamran Kiani', 'Kamran Tufan Sohrabzadeh Kiani'], 'Tufan Kiani')).toEqual(['Kamran Tufan Sohrabzadeh Kiani', 'Kamran Kiani']);
  });

  it('keeps to a kind where it is asked to', () => {
    const mixed = new NameIndex([{ id: 'p', name: 'Kamran Tufan', kind: 'person' }, { id: 'o', name: 'Tufan Trading Co.', kind: 'organization' }]); // prettier-ignore
    expect(mixed.find('Tufan', { kind: 'organization' }).map(({ id }) => id)).toEqual(['o']);
  });

  it('answers the same whatever was asked before', () => {
    const one = index(...NAMES);
    const first = one.find('Raoufian');
    one.find('Kamran');
    expect(one.find('Raoufian')).toEqual(first);
  });
});
