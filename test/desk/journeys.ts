// What every file of journeys begins with: one browser and one desk for all its journeys, and a page for each.
import { beforeAll, beforeEach } from 'vitest';
import type { Page } from 'playwright-core';
import { startBrowser, type Browser } from './browser.ts';
import { openDesk, type Desk } from './desk.ts';

/** Good inside of a journey; `page` has been let in by the desk's link, and is another for each. */
export type Journeys = { readonly browser: Browser; readonly desk: Desk; readonly page: Page };

/** Call at the top of a file. `files` (name → text or bytes) are in the desk's casebook; `readable` is of `startBrowser`. Desks that the command line makes and serves are in documents.test.ts. */
export function journeysThrough(files: Readonly<Record<string, string | Uint8Array>>, { readable = false } = {}): Journeys {
  let browser: Browser;
  let desk: Desk;
  let page: Page;
  beforeAll(async () => {
    browser = await startBrowser({ readable });
    return browser.close;
  });
  beforeAll(async () => {
    desk = await openDesk(files);
    return desk.close;
  });
  beforeEach(async () => {
    page = await browser.context.newPage();
    await page.goto(desk.link);
    return () => page.close();
  });
  return {
    get browser() {
      return browser;
    },
    get desk() {
      return desk;
    },
    get page() {
      return page;
    },
  };
}
