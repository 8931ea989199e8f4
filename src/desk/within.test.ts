import { expect, test } from 'vitest';
import { within } from './within.ts';

test('what is not done in time is not waited for, and what is done or fails in time is told', async () => {
  expect(await within(new Promise(() => {}), 1)).toBeNull();
  expect(await within(Promise.resolve('done'), 60_000)).toBe('done');
  await expect(within(Promise.reject(new Error('failed')), 60_000)).rejects.toThrow('failed');
});
