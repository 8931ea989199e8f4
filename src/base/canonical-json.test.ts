import { describe, expect, it } from 'vitest';
import { canonicalJson, parseCanonicalJson } from './canonical-json.ts';

describe('canonical JSON', () => {
  it('is what RFC 8785, section 3.2.2 gives for its example', () => {
    const value = {
      numbers: [Number('333333333.33333329'), 1e30 / 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('sorts members by UTF-16 units, as RFC 8785, section 3.2.3 does', () => {
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
    const sorted = ['\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'];
    expect(Object.keys(JSON.parse(canonicalJson(Object.fromEntries(keys.map((key) => [key, 1])))) as object).toSorted()).toEqual(sorted);
  });

  it('refuses what has no canonical form', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '\ud800']) expect(() => canonicalJson(value)).toThrow(TypeError);
  });

  it('is read back only from its own form: no second key of one name, no other order, no space', () => {
    expect(parseCanonicalJson('{"a":1,"b":2}')).toEqual({ a: 1, b: 2 });
    for (const text of ['{"b":2,"a":1}', '{"a":1,"a":1}', '{"a": 1}', '1.0']) expect(() => parseCanonicalJson(text)).toThrow(SyntaxError);
  });
});
