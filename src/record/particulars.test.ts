// What claims give of a proceeding beside its steps, and nothing that they do not give.
import { describe, expect, it } from 'vitest';
import type { ClaimRow } from '../model/answers.ts';
import { buildProceedings } from './build-proceedings.ts';
import { identityOf, NOTHING_JUDGED } from './identity.ts';
import { docketsIn } from './particulars.ts';
import { on, told } from './told.test-data.ts';

const ACCUSED = 'Kamran Sohrabzadeh';
const said = (id: string, kind: ClaimRow['kind'], words: string, given: Partial<ClaimRow>): ClaimRow =>
  told(id, { kind, document: 'd_1', quote: { exact: words, start: 0, end: Array.from(words).length }, ...given });

it('a proceeding has its court, file, basis and charges as claims give them, and apart from these what is said of the accused', () => {
  const charged = said('a', 'charge', 'was indicted in case B 15255-19, under universal jurisdiction, for murder in Qatar', {
    roles: { target: [ACCUSED], actor: ['Holmvik District Court'], about: ['murder in Qatar'] },
    time: on('2020-09-02'),
  });
  const tortured = said('b', 'torture', 'Sohrabzadeh beat prisoners', { roles: { actor: [ACCUSED], place: ['Sangtarash, Iran'] }, modality: 'alleged' });
  const denied = said('c', 'torture', 'Sohrabzadeh beat nobody', { roles: { actor: [ACCUSED] }, modality: 'denied' });
  const [only] = buildProceedings([charged, tortured, denied], identityOf(NOTHING_JUDGED));
  expect(only?.particulars).toEqual([
    { what: 'court', value: 'Holmvik District Court', claims: ['a'] },
    { what: 'docket', value: 'B 15255-19', claims: ['a'] },
    { what: 'basis', value: 'universal jurisdiction', claims: ['a'] },
    { what: 'charge', value: 'murder in Qatar', claims: ['a'] },
    { what: 'committed in', value: 'QA', claims: ['a'] },
    { what: 'committed in', value: 'IR', claims: ['b'] },
  ]);
  expect(only?.alleged.map(({ id }) => id)).toEqual(['b']);
});

it('a step that is only demanded gives nothing, and what others are said to have done is nothing of the accused', () => {
  const demanded = said('a', 'charge', 'should be charged', { roles: { target: [ACCUSED], about: ['murder'] }, modality: 'demanded' });
  const arrested = said('b', 'arrest', 'was arrested', { roles: { target: [ACCUSED] } });
  const other = said('c', 'torture', 'guards beat prisoners', { roles: { actor: ['Mansour Raufian'], place: ['Iran'] } });
  const [only] = buildProceedings([demanded, arrested, other], identityOf(NOTHING_JUDGED));
  expect([only?.particulars, only?.alleged]).toEqual([[], []]);
});

describe('the number of a file', () => {
  it.each([
    ['in case no. 1:22-mj-00166 he', ['1:22-mj-00166']],
    ['mål B 15255-19', ['B 15255-19']],
    ['affaire n° 2018/4417 du parquet', ['2018/4417']],
    ['پرونده شماره ۸۷/۱۳۶۶', ['۸۷/۱۳۶۶']],
    ['see ECLI:NL:RBDHA:2019:10647, of 2019', ['ECLI:NL:RBDHA:2019:10647']],
    ['a case of 1988', []],
    ['in the case 31 people testified', []],
    ['file on 12 officers', []],
  ])('%s: %j', (words, expected) => {
    expect(docketsIn(words)).toEqual(expected);
  });
});
