import { describe, expect, it } from 'vitest';
import type { ClaimRow } from '../model/answers.ts';
import type { Kind } from '../model/vocabulary.ts';
import { buildProceedings } from './build-proceedings.ts';
import { identityOf, NOTHING_JUDGED } from './identity.ts';
import { on, told } from './told.test-data.ts';

const SADRPOUR = 'Amir Sadrpour';
const step = (id: string, kind: Kind, words: string, edtf: string | null, more: Partial<ClaimRow> = {}): ClaimRow =>
  told(id, {
    kind,
    quote: { exact: words, start: 0, end: Array.from(words).length },
    roles: { target: [SADRPOUR] },
    time: edtf === null ? null : on(edtf),
    document: 'd_1',
    ...more,
  });
const labels = (claims: readonly ClaimRow[], judged = NOTHING_JUDGED): readonly string[] =>
  buildProceedings(claims, identityOf(judged)).map(({ accused, jurisdiction, label }) => `${accused} (${jurisdiction ?? '?'}): ${label}`);

const charged = step('charge', 'charge', 'was charged in Belgium', '2018-07');
const convicted = step('conviction', 'conviction', 'was convicted', '2020-02-06');
const sentenced = step('sentence', 'sentence', 'was sentenced to 15 years', '2020-02-06');

describe('the stage of a proceeding', () => {
  it('before a judgment never leaves out that nobody was convicted', () => {
    expect(labels([charged])).toEqual(['Amir Sadrpour (BE): charged, not convicted']);
    expect(labels([step('a', 'arrest', 'was arrested', '2018-06-30')])).toEqual(['Amir Sadrpour (?): arrested, not convicted']);
  });

  it('is not inferred: a sentence makes no conviction', () => {
    expect(labels([sentenced])).toEqual(['Amir Sadrpour (?): sentenced']);
  });

  it('keeps a conviction through an exchange, and says both', () => {
    const exchanged = step('exchange', 'exchange', 'was exchanged for an aid worker', '2022-05-24');
    expect(labels([charged, convicted, sentenced, exchanged])).toEqual(['Amir Sadrpour (BE): convicted, sentenced; exchanged 24 May 2022']);
  });

  it('says what became of it on appeal, and whether it is final', () => {
    expect(labels([convicted, step('up', 'appeal', 'the appeals court upheld the verdict', '2021-05')])).toEqual([
      'Amir Sadrpour (?): convicted, upheld on appeal',
    ]);
    expect(labels([convicted, step('more', 'appeal', 'his sentence was raised to 18 years on appeal', '2021-05')])).toEqual([
      'Amir Sadrpour (?): convicted, sentence changed on appeal',
    ]);
    expect(labels([convicted, step('end', 'appeal', 'leave to appeal was refused', '2023-03')])).toEqual(['Amir Sadrpour (?): convicted, final']);
  });

  it('is final until an appeal or a new trial of a later day opens it again', () => {
    const final = step('end', 'appeal', 'leave to appeal was refused', '2023-03');
    expect(labels([convicted, final])).toEqual(['Amir Sadrpour (?): convicted, final']);
    expect(labels([convicted, step('up', 'appeal', 'he appealed', '2021'), final])).toEqual(['Amir Sadrpour (?): convicted, appeal lodged, final']);
    expect(labels([convicted, final, step('new', 'appeal', 'the court ordered a new trial', '2024')])).toEqual([
      'Amir Sadrpour (?): convicted, retrial ordered',
    ]);
  });

  it('says apart how far it has come for sure, and how far where a step fits a clock only possibly', () => {
    const [only] = buildProceedings([charged, { ...convicted, possibly: ['at'] }], identityOf(NOTHING_JUDGED));
    expect([only?.label, only?.possibly?.label]).toEqual(['charged, not convicted', 'convicted']);
  });

  it('follows the later judgment, and is contested where no claim tells which is later', () => {
    const acquitted = (edtf: string | null) => step('acquittal', 'acquittal', 'was acquitted', edtf);
    expect(labels([convicted, acquitted('2021-05-10')])).toEqual(['Amir Sadrpour (?): acquitted']);
    expect(labels([convicted, acquitted(null)])).toEqual(['Amir Sadrpour (?): convicted by some claims, acquitted by others']);
    expect(labels([convicted, step('q', 'appeal', 'the conviction was quashed', '2021')])).toEqual(['Amir Sadrpour (?): conviction quashed']);
  });

  it('takes no step from what is denied, demanded, alleged or to come', () => {
    const never = step('never', 'conviction', 'was never convicted', '2021', { modality: 'denied' });
    const faces = step('faces', 'sentence', 'faces 20 years if convicted', null, { modality: 'hypothetical' });
    const [only] = buildProceedings([charged, never, faces], identityOf(NOTHING_JUDGED));
    expect(only?.label).toBe('charged, not convicted');
    expect(only?.steps).toHaveLength(3);
  });
});

describe('a proceeding', () => {
  it('is of one country: steps under two laws are two, and those that name none stand apart', () => {
    const german = step('g', 'warrant', 'a warrant was issued', '2018', { roles: { actor: ['German prosecutors'], target: [SADRPOUR] } });
    expect(labels([charged, german, convicted])).toEqual([
      'Amir Sadrpour (DE): warrant issued, not convicted',
      'Amir Sadrpour (BE): charged, not convicted',
      'Amir Sadrpour (?): convicted',
    ]);
  });

  it('does not take the nationality of the accused for the country of the law', () => {
    expect(labels([step('a', 'arrest', 'Iranian diplomat arrested in Germany', '2018', { roles: { target: ['Iranian diplomat Amir Sadrpour'] } })])).toEqual([
      'Iranian diplomat Amir Sadrpour (DE): arrested, not convicted',
    ]);
  });

  it('holds steps of several documents only where people judged the names to be one: whoever shares a name with a convict is none by that', () => {
    const teacher = step('teacher', 'arrest', 'the teacher was arrested', '2014', { document: 'd_2' });
    const rows = buildProceedings([convicted, teacher], identityOf(NOTHING_JUDGED));
    expect(rows.map(({ label, alike }) => [label, alike.map((other) => other.label)])).toEqual([
      ['arrested, not convicted', ['convicted']],
      ['convicted', ['arrested, not convicted']],
    ]);
    const apart = { left: { document: 'd_1', name: SADRPOUR }, right: { document: 'd_2', name: SADRPOUR } };
    expect(buildProceedings([convicted, teacher], identityOf({ groups: [], apart: [apart] })).map(({ alike }) => alike)).toEqual([[], []]);
    const groups = ['d_1', 'd_2'].map((document) => ({ document, key: 'amir sadrpour', group: 'n_a' }));
    expect(labels([convicted, teacher], { groups, apart: [] })).toEqual(['Amir Sadrpour (?): convicted']);
  });

  it('is one for each of several accused', () => {
    const three = step('three', 'sentence', 'were sentenced', '2020', { roles: { target: [SADRPOUR, 'Nasrin Kiani', 'three others'] } });
    expect(labels([three])).toEqual(['Amir Sadrpour (?): sentenced', 'Nasrin Kiani (?): sentenced']);
  });
});
