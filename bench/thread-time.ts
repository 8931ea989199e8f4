import type { Page } from 'playwright-core';

/** How long the page's own thread was at work meanwhile, in milliseconds of its own time, which does not grow with what else the machine does. */
export async function threadTime(page: Page, work: () => Promise<unknown>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const taken = async (): Promise<number> =>
    1000 * ((await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  const before = await taken();
  await work();
  const after = await taken();
  await session.detach();
  return after - before;
}
