// Takes the pictures of docs/screens anew, from the demonstration: `npm run onrecord -- demo --once`, then `node test/desk/screens.ts`.
// The desk is looked at in both languages and both themes; names of pictures are given to those that are few enough to be kept.
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { startServer } from '../../src/http/server.ts';
import { openDemonstration } from '../../src/desk/demonstration.ts';
import type { DocumentRow } from '../../src/model/answers.ts';
import { startBrowser } from './browser.ts';
import { asked } from './desk.ts';

const FOLDER = fileURLToPath(new URL('../../docs/screens/', import.meta.url));

type Look = 'light' | 'dark' | 'persian-light' | 'persian-dark';

/** What is done on a page before its picture is taken. */
type Scene = {
  readonly name: string;
  readonly path: string;
  readonly ready: string;
  readonly act?: (page: Page) => Promise<void>;
  readonly looks: readonly Look[];
};

const EACH: readonly Look[] = ['light', 'dark', 'persian-light', 'persian-dark'];
const opened = (key: string, ready: string) => async (page: Page) => {
  await page.keyboard.press(key);
  await page.locator(ready).first().waitFor();
};

const scenes = (english: string, persian: string): readonly Scene[] => [
  { name: 'home', path: '/', ready: '.integrity-result', looks: EACH },
  { name: 'queue', path: '/queue', ready: '.queue-list .actions', looks: ['light', 'persian-dark'] },
  { name: 'reader', path: `/documents/${english}`, ready: '.card[data-selected]', looks: ['light', 'dark'] },
  { name: 'reader', path: `/documents/${persian}`, ready: '.card[data-selected]', looks: ['persian-light', 'persian-dark'] },
  { name: 'reader-amend', path: `/documents/${english}`, ready: '.card[data-selected]', act: opened('e', '.amend'), looks: ['light'] },
  { name: 'own-claim', path: `/documents/${english}`, ready: '.card[data-selected]', act: opened('c', '.amend'), looks: ['light'] },
  { name: 'reject', path: `/documents/${english}`, ready: '.card[data-selected]', act: opened('r', '[role="dialog"]'), looks: ['light'] },
  { name: 'several', path: `/documents/${english}`, ready: '.card[data-selected]', act: opened('s', '[role="dialog"]'), looks: ['light'] },
  { name: 'custody', path: `/documents/${english}/custody`, ready: '.custody-acts', looks: ['light', 'persian-dark'] },
  { name: 'timeline', path: '/timeline', ready: '.moment', looks: ['light', 'persian-dark'] },
  { name: 'matrix', path: '/matrix', ready: '.matrix', looks: ['light', 'persian-dark'] },
  { name: 'matrix-cell', path: '/matrix', ready: '.matrix', act: (page) => page.locator('.matrix td .cell').first().click(), looks: ['light'] },
  { name: 'integrity', path: '/integrity', ready: '.checks', looks: ['light', 'persian-dark'] },
  {
    name: 'find',
    path: '/',
    ready: '.documents',
    act: async (page) => {
      await page.keyboard.press('Control+K');
      await page.getByRole('dialog').locator('input').fill('prison');
      await page.locator('.found [role="menuitem"]').nth(2).waitFor();
    },
    looks: ['light'],
  },
];

async function take(page: Page, origin: string, { name, path, ready, act, looks }: Scene): Promise<void> {
  for (const look of looks) {
    const [tongue, theme] = look.startsWith('persian-') ? ['fa', look.slice('persian-'.length)] : ['en', look];
    await page.evaluate(`localStorage.setItem('onrecord.preferences', 'tongue=${tongue}&theme=${theme}')`);
    await page.goto(origin + path);
    await page.locator(ready).first().waitFor();
    await act?.(page);
    await page.evaluate('document.fonts.ready');
    await page.waitForTimeout(400);
    await page.screenshot({ path: `${FOLDER}${name}-${look}.png` });
    process.stdout.write(`${name}-${look}.png\n`);
  }
}

const casebook = await openDemonstration(() => {}, new AbortController().signal);
const server = await startServer(casebook, 0);
const browser = await startBrowser();
try {
  await mkdir(FOLDER, { recursive: true });
  const page = await browser.context.newPage();
  await page.goto(server.link);
  await page.locator('.documents').waitFor();
  const documents = await asked<readonly DocumentRow[]>(page, '/documents');
  const longest = (language: string): string => documents.filter((each) => each.language === language).toSorted((a, b) => b.counts.suggested - a.counts.suggested)[0]?.id ?? ''; // prettier-ignore
  for (const scene of scenes(longest('en'), longest('fa'))) await take(page, `http://127.0.0.1:${server.port}`, scene);
} finally {
  await browser.close();
  await server.close();
  await casebook.close();
}
