import { describe, expect, it } from 'vitest';
import { compareNames } from './compare-names.ts';
import { parseName } from './parse-name.ts';
import { weighContext, type NameContext } from './weigh-context.ts';

const compare = (a: string, b: string, x: NameContext = {}, y: NameContext = {}) =>
  compareNames(parseName(a, 'person'), parseName(b, 'person'), weighContext(x, y));

describe('what is known besides the names', () => {
  it('changes nothing where one side is silent: absence is neutral', () => {
    const full: NameContext = { born: '1961-04-02', birthPlace: 'Nurshahr', relatives: [{ relation: 'father', name: 'Mansour' }] };
    expect(weighContext(full, {})).toEqual([]);
    expect(compare('Kamran Tufan', 'Kamran Toufan', full).score).toBe(compare('Kamran Tufan', 'Kamran Toufan').score);
  });

  it('vetoes births far apart, whatever the names', () => {
    const { score, verdict, caps } = compare('Kamran Sohrabzadeh', 'Kamran Sohrabzadeh', { born: '1961' }, { born: '1984-03' });
    expect(score).toBeLessThanOrEqual(0.05);
    expect(verdict).toBe('unlikely');
    expect(caps).toEqual(['born 22 years apart']);
  });

  it('holds births a year or two apart against one person, without a veto', () => {
    const [part] = weighContext({ born: '1961-04-02' }, { born: '1962' });
    expect(part?.points).toBeLessThan(0);
    expect(part?.veto).toBeNull();
  });

  it('takes "about" for what it says, and never vetoes by an uncertain date', () => {
    expect(weighContext({ born: '1961~' }, { born: '1962' })[0]?.points).toBeGreaterThan(0);
    expect(weighContext({ born: '1961?' }, { born: '1984' })[0]?.veto).toBeNull();
  });

  it('explains each part beside those of the names', () => {
    const { why } = compare('Kamran Tufan', 'کامران توفان', { born: '1961-04-02' }, { born: '1961-04-02' });
    expect(why.at(-1)).toEqual({ kind: 'birth date', a: '1961-04-02', b: '1961-04-02', points: 4 });
  });

  it('does not lift a cap of the names', () => {
    const { score, caps } = compare('Kamran Sohrabzadeh', 'Kamran Raufian', { born: '1961-04-02' }, { born: '1961-04-02' });
    expect(score).toBeLessThan(0.5);
    expect(caps).toContain('only one word is shared');
  });

  it('vetoes a post that one took after the other had died, from either side', () => {
    const dead: NameContext = { died: '1999' };
    const later: NameContext = { posts: [{ role: 'governor', period: '2004/2006' }] };
    expect(weighContext(dead, later)[0]?.veto).toBe('one died 1999, before the other was governor (2004/2006)');
    expect(weighContext(later, dead)[0]).toMatchObject({ a: 'governor 2004/2006', b: 'died 1999' });
  });

  it.each<[string, NameContext, NameContext, string | undefined]>([
    ['national number', { numbers: [{ kind: 'national', issuer: 'Qaramar', value: '12-34' }] }, { numbers: [{ kind: 'national', issuer: 'qaramar', value: '۱۲۳۴' }] }, undefined],
    ['national number', { numbers: [{ kind: 'national', issuer: 'Qaramar', value: '1234' }] }, { numbers: [{ kind: 'national', issuer: 'Qaramar', value: '9999' }] }, 'two national numbers of Qaramar'],
    ['father', { relatives: [{ relation: 'father', name: 'Mansour Raufian' }] }, { relatives: [{ relation: 'father', name: 'منصور رئوفیان' }] }, undefined],
    ['role', { posts: [{ role: 'Governor', period: '2004/2006' }] }, { posts: [{ role: 'governor', period: '2005' }] }, undefined],
    ['birth place', { birthPlace: 'Nurshahr' }, { birthPlace: 'Holmvik' }, undefined],
  ])('knows a %s', (kind, a, b, veto) => {
    const [part] = weighContext(a, b);
    expect(part?.kind).toBe(kind);
    expect(part?.veto ?? undefined).toBe(veto);
  }); // prettier-ignore

  it('says nothing of two passports, nor of another child', () => {
    const passport = (value: string): NameContext => ({ numbers: [{ kind: 'passport', issuer: 'Qaramar', value }] });
    expect(weighContext(passport('A1'), passport('B2'))).toEqual([]);
    expect(weighContext({ relatives: [{ relation: 'child', name: 'Nasrin Tufan' }] }, { relatives: [{ relation: 'child', name: 'Mehrdad Golabi' }] })).toEqual(
      [],
    );
  });
});
