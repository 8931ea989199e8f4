// A conversation in the reader: messages with who and when, however many there are, and the way to a day.
import { expect, test } from 'vitest';
import { complaintsOf, documentOf } from './desk.ts';
import { journeysThrough } from './journeys.ts';

const two = (n: number): string => String(n).padStart(2, '0');
/** Forty messages a day, from 1 to 20 August 2022. */
const filler = Array.from(
  { length: 800 },
  (_, n) => `[${two(1 + Math.floor(n / 40))}/08/2022, 10:${two(n % 40)}:00] ${n % 2 ? 'Navid Golzari' : 'Golnar Teherani'}: message ${n}`,
);
const CHAT = [
  '[31/07/2022, 09:00:00] East: \u200eMessages and calls are end-to-end encrypted.',
  '[31/07/2022, 09:01:00] Golnar Teherani: سلام، کسی خبر دارد؟',
  '[31/07/2022, 09:02:00] Navid Golzari: <b>Nobody</b>\n\nanswers the telephone.',
  '[31/07/2022, 09:03:00] Golnar Teherani: \u200e<attached: 1-PHOTO.jpg>',
  ...filler,
  '[21/08/2022, 08:00:00] +98 912 555 0147: Police arrested Omid Farrokh in Tabin yesterday.',
].join('\n');

const here = journeysThrough({ 'chat.txt': CHAT });

test('messages show who wrote them and when, and only words that were written are words', async () => {
  const { page } = here;
  const complaints = complaintsOf(page);
  const { id } = await documentOf(page, 'chat.txt');
  await page.goto(`${here.desk.origin}/documents/${id}?claim=none`);
  const message = (n: number) => page.locator(`#utterance-${n}`);
  await message(0).getByText('notice of the program').waitFor();
  await message(1).getByText('Golnar Teherani').waitFor();
  await expect.poll(() => message(1).locator('p').getAttribute('dir')).toBe('auto');
  await expect.poll(() => message(2).locator('p').textContent()).toBe('<b>Nobody</b>\n\nanswers the telephone.');
  await message(2).getByText('09:02:00').waitFor();
  await message(3).getByText('not in the casebook').waitFor();
  await expect.poll(() => page.locator('.message').count()).toBeLessThan(400);
  expect(complaints).toEqual([]);
});

test('a key leads to the next day, and a claim to its message, though neither was laid out before', async () => {
  const { page } = here;
  const { id } = await documentOf(page, 'chat.txt');
  await page.goto(`${here.desk.origin}/documents/${id}?claim=none`);
  await page.locator('#utterance-0').waitFor();
  await page.getByRole('button', { name: 'Day after' }).waitFor();
  for (const _ of Array(12)) await page.keyboard.press(']');
  await expect.poll(() => page.locator(':focus').getAttribute('id')).toBe('utterance-444');
  await page.keyboard.press('j');
  await page.locator('#utterance-804 .mark').waitFor();
  await page.locator('#utterance-804').getByText('+98 912 555 0147').waitFor();
});
