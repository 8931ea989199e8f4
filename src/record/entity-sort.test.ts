import { expect, it } from 'vitest';
import { entitySort } from './entity-sort.ts';

it.each([
  ['Mansour Raufian', ['actor'], 'person'],
  ['منصور رئوفیان', ['target', 'saidBy'], 'person'],
  ['Holmvik District Court', ['actor'], 'organization'],
  ['وزارت خارجه قره‌مار', ['saidBy'], 'organization'],
  ['Sepideh-Dam', ['organization'], 'organization'],
  ['Sangtarash', ['place'], 'place'],
  ['Qaramar', ['place', 'actor'], 'person'],
  ['four operatives of the Guard', ['actor'], 'described'],
  ['the former diplomat', ['target'], 'described'],
])('%s in %j seems to be a %s', (name, parts, sort) => {
  expect(entitySort(name, parts)).toBe(sort);
});
