import { availableParallelism } from 'node:os';
import { expect, test } from 'vitest';
import { ahead } from './ahead.ts';

/** Work whose end the test decides. */
function workshop() {
  const begun = new Map<number, PromiseWithResolvers<number>>();
  const work = (item: number): Promise<number> => {
    const made = Promise.withResolvers<number>();
    begun.set(item, made);
    return made.promise;
  };
  return { begun, work, end: (item: number) => begun.get(item)?.resolve(item) };
}
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const none = (): number => 0;

test('what is ready is given together and in order, and waits for others no longer than a moment', async () => {
  const { work, end } = workshop();
  const results = ahead([1, 2, 3, 4], work, none);
  const first = results.next();
  end(2);
  end(4);
  await turn();
  end(1);
  expect(await first).toEqual({ done: false, value: [1, 2] });
  end(3);
  expect(await results.next()).toEqual({ done: false, value: [3, 4] });
  expect(await results.next()).toEqual({ done: true, value: undefined });
});

test.each([
  ['no more is begun beyond what was under way while what waits to be taken is heavy', 9_000_000, 4 * availableParallelism()],
  ['no more than 32 are begun beyond what was taken', 1, 32],
])('%s', async (_, weight, most) => {
  let begun = 0;
  const items = Array.from({ length: 500 }, (_each, n) => n);
  const work = async (item: number): Promise<number> => (begun++, item);
  const results = ahead(items, work, () => weight);
  const taken = (await results.next()).value ?? [];
  await turn();
  expect(begun - taken.length).toBeGreaterThan(0);
  expect(begun - taken.length).toBeLessThanOrEqual(most);
  await results.return(undefined);
  const then = begun;
  await turn();
  expect(begun).toBe(then);
});

test('a failure is thrown when its turn has come, after what came before it was given; nothing is begun any more', async () => {
  const { begun, work, end } = workshop();
  const results = ahead(Array.from({ length: 200 }, (_, n) => n), work, none); // prettier-ignore
  const first = results.next();
  begun.get(1)?.reject(new Error('the disk is full'));
  await turn();
  end(0);
  expect((await first).value).toEqual([0]);
  const failed = expect(results.next()).rejects.toThrow('the disk is full');
  await turn();
  const then = begun.size;
  for (const item of begun.keys()) end(item);
  await failed;
  expect(begun.size).toBe(then);
});

test('of nothing there is nothing', async () => {
  expect(await ahead([], async () => 1, none).next()).toEqual({ done: true, value: undefined });
});
