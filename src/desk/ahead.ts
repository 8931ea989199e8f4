// Work on many items side by side, whose results are taken in the order of the items, as many at a time as are ready.
import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

/** Under way at once: more than there are cores, since part of the work is waiting for the disk. */
const UNDER_WAY = 4 * availableParallelism();
/** Results that wait to be taken at most, and what they may weigh before no more work is begun. */
const MOST_WAITING = 32;
const HEAVIEST = 8_000_000;
/** What is ready waits for so many others, but no longer than a moment, in milliseconds: taking them together is cheaper. */
const TOGETHER = 16;
const MOMENT = 100;

type Slot<R> = { readonly result: Promise<R>; ready: { readonly weight: number } | null };

/**
 * The results of `work`, in the order of the items: at least one at a time, and with it those after it that are ready, or soon are. Rejects with
 * what the work on an item throws, when its turn has come.
 *
 * @param weightOf - of a result, in the unit of HEAVIEST: some 16 MB of text at most wait in memory, beside what is under way
 */
export async function* ahead<T, R>(items: readonly T[], work: (item: T) => Promise<R>, weightOf: (result: R) => number): AsyncGenerator<readonly R[]> {
  const slots: Slot<R>[] = [];
  const left = items.values();
  let isOver = false;
  let enough = Promise.withResolvers<void>();
  const weight = (): number => slots.reduce((sum, slot) => sum + (slot.ready?.weight ?? 0), 0);
  const waiting = (): number => slots.filter((slot) => slot.ready === null).length;
  /** How many from the first on are ready. */
  const ready = (): number => (waiting() === 0 ? slots.length : slots.findIndex((slot) => slot.ready === null));
  const mayBegin = (): boolean => weight() < HEAVIEST && slots.length < MOST_WAITING && waiting() < UNDER_WAY;
  const begin = (): void => {
    while (!isOver && mayBegin()) {
      const next = left.next();
      if (next.done) return;
      const slot: Slot<R> = { result: work(next.value), ready: null };
      slots.push(slot);
      // Whoever takes it hears of its failure; one that fails before its turn has come is not a failure that nobody heard of.
      slot.result.then((result) => ended(slot, weightOf(result))).catch(() => undefined);
    }
  };
  const ended = (slot: Slot<R>, itsWeight: number): void => {
    slot.ready = { weight: itsWeight };
    begin();
    if (ready() >= Math.min(TOGETHER, slots.length) || weight() >= HEAVIEST) enough.resolve();
  };
  try {
    for (begin(); slots.length > 0; begin()) {
      enough = Promise.withResolvers();
      await slots[0]?.result;
      if (ready() < Math.min(TOGETHER, slots.length)) await Promise.race([enough.promise, sleep(MOMENT)]);
      const taken = slots.splice(0, Math.max(1, ready()));
      begin(); // goes on while whoever took these is busy with them
      yield await Promise.all(taken.map(({ result }) => result));
    }
  } finally {
    isOver = true;
    await Promise.allSettled(slots.map(({ result }) => result));
  }
}
