import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainBetween, groups, refusalOf, standing, type Judged } from './join-pairs.ts';

/** "a=b" same, "a#b" different, "a?b" unsure. */
const judged = (...words: readonly string[]): readonly Judged[] =>
  words.map((word, n) => ({
    entry: `e_${n}`,
    left: word.slice(0, 1),
    right: word.slice(2),
    judgement: word[1] === '=' ? 'same' : word[1] === '#' ? 'different' : 'unsure',
  }));
const shown = (each: readonly Judged[]): string => each.map(({ left, right, judgement }) => `${left}${judgement === 'same' ? '=' : '#'}${right}`).join(' ');

describe('groups', () => {
  it('are joined by chains of same', () => {
    expect(groups(judged('a=b', 'c=b', 'd=e')).map(({ members }) => members.join(''))).toEqual(['abc', 'de']);
  });

  it('take nothing from unsure and different', () => {
    expect(groups(judged('a?b', 'b#c'))).toEqual([]);
  });

  it('follow the last judgement of a pair, whichever of the two was named first', () => {
    expect(groups(judged('a=b', 'b#a'))).toEqual([]);
    expect(shown(standing(judged('a=b', 'b#a')))).toBe('b#a');
  });

  it('say which judgement alone holds them together', () => {
    const [group] = groups(judged('a=b', 'b=c', 'a=c', 'c=d'));
    expect(shown(group?.weak ?? [])).toBe('c=d');
  });

  it('are never joined over a different that was judged before', () => {
    expect(groups(judged('a#c', 'a=b', 'b=c')).map(({ members }) => members.join(''))).toEqual(['ab']);
  });
});

describe('a judgement that alone holds a group together is flagged', () => {
  it('also where it ties one single name to the group: that name is the easiest to have joined wrongly', () => {
    expect(shown(groups(judged('a=b', 'b=c'))[0]?.weak ?? [])).toBe('a=b b=c');
  });

  it('between two parts, until another judgement ties them too', () => {
    expect(shown(groups(judged('a=b', 'a=e', 'b=e', 'c=d', 'c=f', 'd=f', 'b=c'))[0]?.weak ?? [])).toBe('b=c');
    expect(groups(judged('a=b', 'c=d', 'b=c', 'a=d'))[0]?.weak).toEqual([]);
  });

  it('not in a group of two, where it is all that was judged', () => {
    expect(groups(judged('a=b'))[0]?.weak).toEqual([]);
  });
});

describe('a judgement is refused', () => {
  it('where same would join two that are kept apart, and the way is shown', () => {
    const refusal = refusalOf(judged('a=b', 'b#c', 'c=d'), 'd', 'a', 'same');
    expect(refusal?.reason).toBe('kept apart');
    expect(shown(refusal?.chain ?? [])).toBe('c=d b#c a=b');
  });

  it('where different would part two that a chain holds together, and the chain is shown', () => {
    const refusal = refusalOf(judged('a=b', 'b=c'), 'a', 'c', 'different');
    expect(refusal?.reason).toBe('held together');
    expect(shown(refusal?.chain ?? [])).toBe('a=b b=c');
  });

  it('not where it is about the very pair that was judged otherwise before', () => {
    expect(refusalOf(judged('a=b'), 'b', 'a', 'different')).toBeNull();
    expect(refusalOf(judged('a#b'), 'a', 'b', 'same')).toBeNull();
  });
});

it('whatever is judged, in whatever order, nothing is together without a chain of same, nor with a different inside', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
  const one = fc.tuple(name, fc.constantFrom('=', '#', '?'), name).filter(([left, , right]) => left !== right);
  fc.assert(
    fc.property(fc.array(one, { maxLength: 14 }), (words) => {
      const all = judged(...words.map((word) => word.join('')));
      const stand = standing(all);
      for (const { members } of groups(all)) {
        for (const member of members) expect(chainBetween(all, members[0] ?? '', member)).not.toBeNull();
      }
      // Where each was allowed when it was made, no two that are judged different are in one group.
      const allowed = all.filter((each, n) => refusalOf(all.slice(0, n), each.left, each.right, each.judgement) === null);
      for (const { members } of groups(allowed)) {
        const inside = standing(allowed).filter(({ left, right, judgement }) => judgement === 'different' && members.includes(left) && members.includes(right));
        expect(inside).toEqual([]);
      }
      expect(stand.length).toBeLessThanOrEqual(all.length);
    }),
  );
});

it('whatever is judged, nobody is in two groups, nobody is grouped without a same of their own, and the same judgements give the same groups', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');
  const one = fc.tuple(name, fc.constantFrom('=', '#', '?'), name).filter(([left, , right]) => left !== right);
  fc.assert(
    fc.property(fc.array(one, { maxLength: 20 }), (words) => {
      const all = judged(...words.map((word) => word.join('')));
      const within = groups(all).flatMap(({ members }) => members);
      expect(new Set(within).size).toBe(within.length);
      const joined = standing(all).filter(({ judgement }) => judgement === 'same').flatMap(({ left, right }) => [left, right]); // prettier-ignore
      expect(within.filter((member) => !joined.includes(member))).toEqual([]);
      expect(groups(structuredClone(all))).toEqual(groups(all));
      expect(groups(all.filter(({ judgement }) => judgement !== 'same'))).toEqual([]);
    }),
  );
});
