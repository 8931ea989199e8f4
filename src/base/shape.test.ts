import { describe, expect, it } from 'vitest';
import { count, list, mapOf, object, oneOf, orNull, string } from './shape.ts';

const claim = object({ kind: oneOf(['arrest', 'charge']), start: count, roles: mapOf(['actor', 'target'], list(string)), reason: orNull(string) });

describe('a shape', () => {
  it('gives what it parsed; what may be null may be left out', () => {
    expect(claim({ kind: 'arrest', start: 3, roles: { target: ['Kamran Sohrabzadeh'] } })).toEqual({
      kind: 'arrest',
      start: 3,
      roles: { target: ['Kamran Sohrabzadeh'] },
      reason: null,
    });
  });

  it.each([
    [{ kind: 'trial', start: 3, roles: {} }, 'kind is not one of arrest, charge'],
    [{ kind: 'arrest', start: -1, roles: {} }, 'start is not a whole number from 0'],
    [{ kind: 'arrest', start: 1, roles: { actor: ['a', 7] } }, 'roles.actor[1] is not a text'],
    [{ kind: 'arrest', start: 1, roles: { witness: [] } }, 'roles.witness is not one of actor, target'],
    [{ kind: 'arrest', start: 1, roles: {}, extra: 1 }, 'extra is not a known member'],
    [[], 'the value is not an object'],
  ])('names the place that is off: %j', (value, message) => {
    expect(() => claim(value)).toThrow(message);
  });
});
