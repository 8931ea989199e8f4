import { expect, test } from 'vitest';
import { Leases } from './leases.ts';

test('what one window holds another does not get, until it is let go', () => {
  const leases = new Leases();
  expect(leases.take('one', ['s_a', 's_b'], 0)).toEqual(['s_a', 's_b']);
  expect(leases.take('two', ['s_b', 's_c'], 1)).toEqual(['s_c']);
  expect(leases.heldByOthers('two', 2)).toEqual(['s_a', 's_b']);
  expect(leases.take('one', ['s_d'], 3)).toEqual(['s_d']);
  expect(leases.take('two', ['s_b'], 4)).toEqual(['s_b']);
});

test('a window that says nothing more for two minutes holds nothing', () => {
  const leases = new Leases();
  leases.take('one', ['s_a'], 0);
  expect(leases.take('two', ['s_a'], 119_999)).toEqual([]);
  expect(leases.heldByOthers('two', 120_000)).toEqual([]);
  expect(leases.take('two', ['s_a'], 120_000)).toEqual(['s_a']);
});

test('taking again what a window holds keeps it there', () => {
  const leases = new Leases();
  leases.take('one', ['s_a'], 0);
  leases.take('one', ['s_a'], 100_000);
  expect(leases.take('two', ['s_a'], 150_000)).toEqual([]);
});
