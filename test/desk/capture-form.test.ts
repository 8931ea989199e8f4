// A page of the web, added by the desk's form: who sees it is said before, what became of it after, and it can be stopped. The sites of
// these journeys lie behind a proxy that the test starts: the desk asks no address of this machine.
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { startPages, startRaw, startSocks } from '../../src/exchange/capture/sites.test-data.ts';
import { asked, complaintsOf } from './desk.ts';
import { journeysThrough } from './journeys.ts';
import type { DocumentRow } from '../../src/model/answers.ts';

// Without pictures, which have a test of their own.
beforeAll(() => void vi.stubEnv('ONRECORD_CHROMIUM', ''));
afterAll(() => void vi.unstubAllEnvs());

const here = journeysThrough({});
// A machine that does much else beside takes its time.
const SLOW = { timeout: 600_000 };
beforeEach(() => here.page.setDefaultTimeout(250_000));
const HELD = 'Nine people were held at the gate of the harbour on Friday, the police of Norvale said.';

async function fill(url: string, proxy: string): Promise<void> {
  await here.page.getByText('Add a page from the web').click();
  await here.page.getByLabel('Proxy').fill(proxy);
  await here.page.getByLabel('Address of the page').fill(url);
}

const form = () => here.page.locator('.capture-form');
const press = (name: string): Promise<void> => form().getByRole('button', { name }).click();

test('the form says who will see it, captures the page, and leads to it; the page says when and where it was captured', SLOW, async () => {
  const complaints = complaintsOf(here.page);
  const { port } = await startPages({ '/news': `<title>At the harbour</title><p>${HELD}</p>` });
  const proxy = await startSocks({ 'herald.example:80': port });
  await here.page.getByText('Add a page from the web').click();
  await form().getByText('The site will see the address of this machine').waitFor();
  await form().getByText('Chromium was not found').waitFor();
  await here.page.getByLabel('Proxy').fill(`socks5h://mina:secret@127.0.0.1:${proxy.port}`);
  await form().getByText('the proxy sees which sites are asked for').waitFor();
  expect(await form().locator('.notice').innerText()).not.toContain('secret');
  await here.page.getByLabel('Proxy').fill(`socks5h://127.0.0.1:${proxy.port}`);
  await here.page.getByLabel('Address of the page').fill('http://herald.example/news');
  await press('Capture the page');
  await form().getByRole('link', { name: 'At the harbour' }).click();
  await here.page.locator('.document-text').getByText(HELD).waitFor();
  await here.page.getByText('Captured from the web').click();
  await here.page.locator('.captured').getByText('http://herald.example/news').waitFor();
  await here.page.locator('.captured').getByText('no Chromium was found').waitFor();
  expect(complaints).toEqual([]);
});

test('an address of this machine is refused in words, and a capture that is stopped leaves nothing', SLOW, async () => {
  const before = await asked<readonly DocumentRow[]>(here.page, '/documents');
  await fill(`${here.desk.origin}/`, '');
  await press('Capture the page');
  await form().getByText('is this machine itself').waitFor();
  const silent = await startRaw(() => undefined);
  const proxy = await startSocks({ 'silent.example:80': silent });
  await here.page.getByLabel('Proxy').fill(`socks5h://127.0.0.1:${proxy.port}`);
  await here.page.getByLabel('Address of the page').fill('http://silent.example/');
  await press('Capture the page');
  await expect.poll(() => proxy.asked, { timeout: 250_000 }).toEqual(['silent.example:80']);
  await press('Stop');
  await form().getByText('Nothing was recorded').waitFor();
  await expect.poll(async () => (await asked<{ readonly underWay: readonly unknown[] }>(here.page, '/capture')).underWay, { timeout: 250_000 }).toEqual([]);
  expect(await asked<readonly DocumentRow[]>(here.page, '/documents')).toEqual(before);
});
