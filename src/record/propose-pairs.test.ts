import { describe, expect, it } from 'vitest';
import type { EntityRow } from '../model/entity.ts';
import type { NameContext } from '../names/weigh-context.ts';
import { comparedOf, fewest, groundsOf } from './propose-pairs.ts';

const known = (label: string, context: NameContext = {}) => {
  const row: EntityRow = { id: label, label, sort: 'person', labels: [label], claims: 1, documents: 1 };
  return { row, context };
};

describe('the grounds of a pair', () => {
  it('tell the reasons part by part', () => {
    const grounds = groundsOf(comparedOf(known('Kamran Sohrabzadeh'), known('Camran Sohrabzade')));
    expect(grounds.rule).toMatch(/^names@\d+$/);
    expect(grounds.why[0]).toContain('“Kamran Sohrabzadeh” and “Camran Sohrabzade”');
    expect(grounds.why.length).toBeGreaterThan(2);
  });

  it('weigh in what claims tell of both, and say nothing of what only one side tells', () => {
    const judge = { posts: [{ role: 'judge', period: '2015' }] };
    const alone = comparedOf(known('Kamran Sohrabzadeh'), known('Camran Sohrabzade'));
    expect(comparedOf(known('Kamran Sohrabzadeh', judge), known('Camran Sohrabzade'))).toEqual(alone);
    const both = comparedOf(known('Kamran Sohrabzadeh', judge), known('Camran Sohrabzade', judge));
    expect(both?.parts.filter(({ besides }) => besides)).toMatchObject([{ kind: 'role', a: 'judge 2015', b: 'judge 2015' }]);
    expect(groundsOf(both).why).toContain('judge 2015 / judge 2015: role');
  });

  it('name a contradiction that rules it out: who had died took no post afterwards', () => {
    const compared = comparedOf(known('Kamran Sohrabzadeh', { died: '1989' }), known('Kamran Sohrabzadeh', { posts: [{ role: 'governor', period: '2004' }] }));
    expect(compared?.vetoes).toHaveLength(1);
    expect(compared?.score).toBeLessThan(0.1);
  });
});

it('as few pairs are asked about as suffice', () => {
  const isNeeded = fewest();
  expect([isNeeded('a', 'b'), isNeeded('b', 'c'), isNeeded('a', 'c'), isNeeded('d', 'e')]).toEqual([true, true, false, true]);
});
