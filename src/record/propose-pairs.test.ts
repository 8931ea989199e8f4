import { describe, expect, it } from 'vitest';
import type { EntityRow } from '../model/answers.ts';
import { fewest, groundsOf, proposePairs } from './propose-pairs.ts';

const named = (id: string, label: string, sort: EntityRow['sort'] = 'person'): EntityRow => ({ id, label, sort, labels: [label], claims: 1, documents: 1 });
const shown = (entities: readonly EntityRow[]): readonly string[] => proposePairs(entities).map(({ left, right }) => `${left.id}${right.id}`);

describe('two names are proposed as one', () => {
  it('where they are alike, across scripts too', () => {
    expect(shown([named('a', 'Mansour Raufian'), named('b', 'منصور رئوفیان'), named('c', 'Nasrin Kiani')])).toEqual(['ab']);
  });

  it('not where one is a person and the other a body, nor where words only describe', () => {
    expect(
      shown([named('a', 'Holmvik'), named('b', 'Holmvik', 'organization'), named('c', 'the court', 'described'), named('d', 'the court', 'described')]),
    ).toEqual([]);
  });

  it('with the reasons part by part', () => {
    const grounds = groundsOf(named('a', 'Kamran Sohrabzadeh'), named('b', 'Camran Sohrabzade'));
    expect(grounds.rule).toMatch(/^names@\d+$/);
    expect(grounds.why[0]).toContain('“Kamran Sohrabzadeh” and “Camran Sohrabzade”');
    expect(grounds.why.length).toBeGreaterThan(2);
  });
});

it('as few pairs are asked about as suffice', () => {
  const ends = (left: string, right: string) => ({ left: { id: left }, right: { id: right } });
  expect(fewest([ends('a', 'b'), ends('b', 'c'), ends('a', 'c'), ends('d', 'e')])).toEqual([ends('a', 'b'), ends('b', 'c'), ends('d', 'e')]);
});
