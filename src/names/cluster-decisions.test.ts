import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterDecisions, whyJoined, wouldBreak, type Decision, type Says } from './cluster-decisions.ts';

/** "1 a=b" is a decision 1 that a and b are the same; ≠ different, ? unsure. */
const decisions = (...lines: readonly string[]): readonly Decision[] =>
  lines.map((line) => {
    const [, id = '', a = '', sign = '', b = ''] = /^(\S+) (\w+)([=≠?])(\w+)$/u.exec(line) ?? [];
    return { id, a, b, says: ({ '=': 'same', '≠': 'different', '?': 'unsure' } as Record<string, Says>)[sign] ?? 'unsure' };
  });
const members = (all: readonly Decision[]) => clusterDecisions(all).clusters.map((cluster) => cluster.members.join(''));
const ids = (path: readonly Decision[] | null) => path?.map(({ id }) => id);

describe('clusters', () => {
  it('are chains of same, and nothing else joins', () => {
    expect(members(decisions('1 a=b', '2 b=c', '3 d=e', '4 e?f'))).toEqual(['abc', 'de']);
  });

  it('follow the last word about a pair', () => {
    expect(members(decisions('1 a=b', '2 b≠a'))).toEqual([]);
    expect(members(decisions('1 a≠b', '2 a=b'))).toEqual(['ab']);
    expect(members(decisions('1 a=b', '2 a?b'))).toEqual([]);
  });

  it('never join two that are said to be different, and show the chain that would', () => {
    const { clusters, held } = clusterDecisions(decisions('1 a≠d', '2 a=b', '3 c=d', '4 b=c'));
    expect(clusters.map((cluster) => cluster.members.join(''))).toEqual(['ab', 'cd']);
    expect(held).toMatchObject([{ same: { id: '4' }, different: { id: '1' } }]);
    expect(ids(held[0]?.path ?? null)).toEqual(['2', '4', '3']);
  });

  it('hold back the last same of a chain whose ends are later said to be different', () => {
    const { clusters, held } = clusterDecisions(decisions('1 a=b', '2 b=c', '3 a≠c'));
    expect(clusters.map((cluster) => cluster.members.join(''))).toEqual(['ab']);
    expect(held.map(({ same }) => same.id)).toEqual(['2']);
  });

  it('flag the one decision that holds two parts together, and not the one that holds a single name', () => {
    const bridge = clusterDecisions(decisions('1 a=b', '2 c=d', '3 b=c')).clusters[0]?.bridges;
    expect(bridge).toMatchObject([{ decision: { id: '3' }, sides: [2, 2] }]);
    expect(clusterDecisions(decisions('1 a=b', '2 c=d', '3 b=c', '4 a=d')).clusters[0]?.bridges).toEqual([]);
  });

  it('say beforehand what a same would break', () => {
    const all = decisions('1 a≠c', '2 a=b');
    expect(ids(wouldBreak(all, 'c', 'b')?.path ?? null)).toEqual(['2', '']);
    expect(wouldBreak(all, 'b', 'd')).toBeNull();
  });

  it('say by which decisions two are joined', () => {
    expect(ids(whyJoined(decisions('1 a=b', '2 b=c'), 'c', 'a'))).toEqual(['2', '1']);
    expect(whyJoined(decisions('1 a=b'), 'a', 'c')).toBeNull();
  });
});

describe('any decisions', () => {
  const entity = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');
  const decision = fc.record({ a: entity, b: entity, says: fc.constantFrom<Says>('same', 'different', 'unsure') });
  const all = fc.array(decision, { maxLength: 24 }).map((list) => list.map((one, n) => ({ ...one, id: String(n) })));

  it('join nobody without a chain of same, and nobody of whom the last word is different', () => {
    fc.assert(
      fc.property(all, (given) => {
        for (const { members: within } of clusterDecisions(given).clusters)
          for (const a of within)
            for (const b of within) {
              if (a === b) continue;
              const chain = whyJoined(given, a, b);
              expect(chain?.every(({ says }) => says === 'same')).toBe(true);
              expect(new Set(chain?.flatMap((one) => [one.a, one.b])).isSupersetOf(new Set([a, b]))).toBe(true);
              const last = given.findLast((one) => [one.a, one.b].toSorted().join('') === [a, b].toSorted().join(''));
              expect(last?.says).not.toBe('different');
            }
      }),
    );
  });

  it('make no cluster where nobody said same', () => {
    fc.assert(
      fc.property(all, (given) => {
        expect(clusterDecisions(given.filter(({ says }) => says !== 'same')).clusters).toEqual([]);
      }),
    );
  });

  it('put no entity into two clusters, and give the same answer twice', () => {
    fc.assert(
      fc.property(all, (given) => {
        const within = clusterDecisions(given).clusters.flatMap((cluster) => cluster.members);
        expect(new Set(within).size).toBe(within.length);
        expect(clusterDecisions(given)).toEqual(clusterDecisions(structuredClone(given)));
      }),
    );
  });
});
