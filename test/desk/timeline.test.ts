// The timeline as it is drawn: zoomed from decades to days, narrowed to somebody and by a clock, and gone through by keys to the words of a claim. The
// page's Content-Security-Policy holds, as for anybody.
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { complaintsOf, documentOf, sent } from './desk.ts';
import { journeysThrough } from './journeys.ts';

const TEXT = 'Sahar Navadeh was arrested in Holmvik on 28 July 1988. Omid Farzan was held in Tirgan in 2001. Sahar Navadeh was freed in May 1995.\n';
const CLAIMS = [
  { words: 'Sahar Navadeh was arrested', kind: 'arrest', edtf: '1988-07-28', target: 'Sahar Navadeh', place: 'Holmvik' },
  { words: 'Omid Farzan was held', kind: 'detention', edtf: '2001', target: 'Omid Farzan', place: 'Tirgan' },
  { words: 'Sahar Navadeh was freed', kind: 'release', edtf: '1995-05', target: 'Sahar Navadeh', place: 'Holmvik' },
] as const;

const here = journeysThrough({ 'told.txt': TEXT });

/** The claims are recorded; done once for all journeys. Only they are drawn. */
async function open(page: Page, search = ''): Promise<void> {
  const { id, counts } = await documentOf(page, 'told.txt');
  if (counts.recorded === 0)
    for (const { words, kind, edtf, target, place } of CLAIMS) {
      const start = TEXT.indexOf(words);
      const quote = { exact: words, start, end: start + words.length };
      const content = { kind, quote, roles: { target: [target], place: [place] }, time: { text: edtf, edtf }, modality: 'asserted', saidBy: [] };
      await sent(page, '/claims', { document: id, content });
    }
  await page.goto(`${here.desk.origin}/timeline?recorded=1${search}`);
  await page.locator('.drawing-hand').waitFor();
}

const shown = (page: Page): Promise<string | null> => page.locator('.drawing-tools output').textContent();
const daysShown = (page: Page): number => {
  const [from = '', to = ''] = (new URL(page.url()).searchParams.get('span') ?? '1900-01-01/2100-01-01').split('/');
  return (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
};
const PATIENCE = { timeout: 30_000 };

test('one comes nearer from decades to days, and back to all, by keys and by the wheel', async () => {
  const { page } = here;
  const complaints = complaintsOf(page);
  await open(page);
  await expect.poll(() => shown(page), PATIENCE).toContain('3 marks');
  await page.locator('.drawing-hand').focus();
  for (let n = 0; n < 22; n++) await page.keyboard.press('+');
  await expect.poll(() => daysShown(page), PATIENCE).toBeLessThan(12);
  await page.keyboard.press('0');
  await expect.poll(() => daysShown(page), PATIENCE).toBeGreaterThan(4000);
  await page.locator('.drawing-hand').hover();
  await page.mouse.wheel(0, -600);
  await expect.poll(() => daysShown(page), PATIENCE).toBeLessThan(3000);
  expect(complaints).toEqual([]);
});

test('Tab goes from mark to mark and tells each, Enter opens one, and its words lead to the passage', async () => {
  const { page } = here;
  await open(page);
  await expect.poll(() => shown(page), PATIENCE).toContain('3 marks');
  await page.locator('.drawing-hand').focus();
  await page.keyboard.press('Tab');
  await page.locator('.drawing-tip', { hasText: 'Sahar Navadeh was arrested' }).waitFor();
  await page.keyboard.press('Tab');
  await page.locator('.drawing-tip', { hasText: 'Sahar Navadeh was freed' }).waitFor();
  await page.keyboard.press('Enter');
  const chosen = page.locator('.drawing-chosen');
  await chosen.locator('.excerpt-quote', { hasText: 'Sahar Navadeh was freed' }).waitFor();
  await chosen.getByRole('button', { name: 'In the list' }).click();
  await page.waitForURL(/from=1995-05-01/);
  await page.locator('.moment[data-chosen]:focus', { hasText: 'Sahar Navadeh was freed' }).waitFor();
  await chosen.locator('.excerpt-quote').click();
  await page.waitForURL(/\/documents\/.*claim=/);
  await page.locator('.mark[data-selected]').first().waitFor();
});

test('narrowed to somebody, or by a clock, the drawing and the list show the same', async () => {
  const { page } = here;
  await open(page);
  await page.getByRole('combobox', { name: 'Who or what' }).fill('Omid');
  await page.getByRole('option', { name: /Omid Farzan/ }).click();
  await page.waitForURL(/name=n_/);
  await expect.poll(() => shown(page), PATIENCE).toContain('1 mark');
  await expect.poll(() => page.locator('.moment').count(), PATIENCE).toBe(1);
  await open(page);
  await page.locator('.clocks summary').click();
  await page.getByRole('slider', { name: 'It can have happened in' }).focus();
  await page.keyboard.press('Home');
  await page.waitForURL(/at=1988/);
  await expect.poll(() => shown(page), PATIENCE).toContain('1 mark');
  await expect.poll(() => page.locator('.moment').count(), PATIENCE).toBe(1);
});

test('when it was said stands beside when it happened, if that is asked for', async () => {
  const { page } = here;
  await open(page);
  await page.getByRole('button', { name: 'Said when' }).click();
  await page.waitForURL(/said=1/);
  await page.locator('.said-after', { hasText: 'not known' }).first().waitFor();
});

test('on paper the drawing and the list are there, without what can only be pressed', async () => {
  const { page } = here;
  await open(page);
  await page.emulateMedia({ media: 'print' });
  await page.locator('.drawing-frame canvas').waitFor();
  await page.locator('.moment').first().waitFor();
  await page.locator('.drawing-tools button').first().waitFor({ state: 'hidden' });
  await page.emulateMedia({ media: null });
});
