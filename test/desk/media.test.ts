// Pictures, sound and film in the desk, and what is attached to documents: transcripts that play, translations beside their original.
import { expect, test } from 'vitest';
import { jpeg, wav } from '../../src/reading/media/media-files.test-data.ts';
import { asked, complaintsOf, documentOf } from './desk.ts';
import { journeysThrough } from './journeys.ts';

const DOT = Buffer.from('R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs=', 'base64');
const CUES =
  'WEBVTT\n\n00:00.000 --> 00:01.000\n<v Mina>Where were you?\n\n00:02.000 --> 00:03.000\n<v Navid>Navid Golzari was arrested at Tirgan on 5 November 2018.\n';
const PERSIAN = 'خبر تیرگان\n\nنوید گلزاری در ۱۴ آبان ۱۳۹۷ در تیرگان بازداشت شد.\n\nدادگاهی تشکیل نشد.\n';
const ENGLISH = 'News of Tirgan\n\nNavid Golzari was arrested at Tirgan on 5 November 2018.\n\nNo court met.\n';

/** However busy the machine is. */
const PATIENT = { timeout: 60_000 } as const;

const here = journeysThrough({
  'call.wav': wav(4),
  'call.vtt': CUES,
  'dot.gif': DOT,
  'square.jpg': jpeg({ main: { 0x10f: 'Zenitka' }, exif: { 0x9003: '2021:07:08 14:22:10' } }, { width: 40, height: 30 }),
  'persian.txt': PERSIAN,
  'english.txt': ENGLISH,
});

const open = async (name: string): Promise<string> => {
  const { id } = await documentOf(here.page, name);
  await here.page.goto(`${here.desk.origin}/documents/${id}`);
  return id;
};
const attach = async (data: object): Promise<void> => {
  const answer = await here.page.context().request.post(`${here.desk.origin}/api/attach`, { data, headers: { origin: here.desk.origin } });
  expect(answer.status()).toBe(200);
};
const heardUpTo = (): Promise<number> => here.page.locator('audio').evaluate((held) => (held as unknown as { readonly currentTime: number }).currentTime);

test('a picture is covered until somebody asks for it', async () => {
  const complaints = complaintsOf(here.page);
  await open('dot.gif');
  await here.page.getByText('It may show violence').waitFor();
  expect(await here.page.locator('.media img').count()).toBe(0);
  await here.page.getByRole('button', { name: 'Show the picture' }).click();
  await expect
    .poll(() => here.page.locator('.media img').evaluate((held) => (held as unknown as { readonly naturalWidth: number }).naturalWidth), PATIENT)
    .toBe(1);
  expect(complaints).toEqual([]);
});

test('what a photograph says of itself is told with where it stands, and with what to be careful of', async () => {
  await open('square.jpg');
  await here.page.getByText('What the file says of itself').click();
  const table = here.page.locator('.media-facts table');
  await table.getByText('2021-07-08T14:22:10').waitFor();
  await table.getByText('EXIF DateTimeOriginal').waitFor();
  await table.getByText('which may be wrong; no time zone unless').waitFor();
});

test('a transcript is attached in the desk, plays from its passages, and a claim in it tells when its words are heard', async () => {
  const complaints = complaintsOf(here.page);
  const { page } = here;
  await open('call.vtt');
  await page.getByRole('button', { name: 'Attach a transcript, translation or description' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: 'As what' }).click();
  await page.getByRole('option', { name: 'Transcript' }).click();
  await form.getByRole('combobox', { name: 'What it is made of' }).fill('call w');
  await page.getByRole('option', { name: 'call.wav' }).click();
  await form.getByRole('textbox', { name: 'Who made it' }).fill('Sara Mohebbi');
  await form.getByRole('button', { name: 'Attach', exact: true }).click();
  await page.getByText(/Made by .Sara Mohebbi/).waitFor();
  await page.locator('audio').waitFor();
  await page.locator('.document-text').getByRole('button', { name: 'Play from 0:00:02' }).click();
  await expect.poll(heardUpTo, PATIENT).toBeGreaterThanOrEqual(2);
  await page.locator('.card').getByRole('button', { name: 'Play from 0:00:02' }).first().waitFor();
  await open('call.wav');
  await page.getByRole('region', { name: 'Transcripts, translations, descriptions' }).getByRole('link', { name: 'call.vtt' }).waitFor();
  expect(complaints).toEqual([]);
});

test('a translation stands beside its original and under a claim’s words, says whose it is, and is taken back', async () => {
  const complaints = complaintsOf(here.page);
  const { page } = here;
  const [original, translation] = [await documentOf(page, 'persian.txt'), await documentOf(page, 'english.txt')];
  await attach({ id: translation.id, to: original.id, as: 'translation', madeBy: 'Sara Mohebbi', maker: 'person' });
  await open('english.txt');
  await page.getByText('a claim cites the original’s').waitFor();
  expect(await page.locator('.card').count()).toBe(0);
  await page.getByRole('link', { name: 'Beside the original' }).click();
  const pair = page.locator('.text-pair').nth(1);
  await pair.getByText('بازداشت شد').first().waitFor();
  await expect.poll(() => pair.locator('.beside-words').textContent(), PATIENT).toBe('Navid Golzari was arrested at Tirgan on 5 November 2018.');
  await page
    .locator('.card .translated')
    .getByText(/Translation by .Sara Mohebbi.; not the words themselves/)
    .first()
    .waitFor();
  expect((await asked<{ readonly attached: readonly object[] }>(page, `/documents/${original.id}`)).attached).toHaveLength(1);
  await page.getByRole('region', { name: 'Transcripts, translations, descriptions' }).getByRole('button', { name: 'Take back' }).click();
  await expect.poll(() => page.locator('.text-pair').count(), PATIENT).toBe(0);
  await open('english.txt');
  await page.locator('.card').first().waitFor();
  expect(complaints).toEqual([]);
});
