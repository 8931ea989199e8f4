// Pages captured from sites that the test starts, without a browser: what is recorded, and that a failure records nothing. What a
// browser adds is tested in test/desk/capture.test.ts.
import { expect, it, onTestFinished } from 'vitest';
import { LIMITS } from '../exchange/capture/capture-order.ts';
import { startPages, startRaw, startSocks } from '../exchange/capture/sites.test-data.ts';
import type { Added } from './add.ts';
import { capturePage, wayOut, whoSees, type CaptureAsked } from './capture-page.ts';
import type { Casebook } from './casebook.ts';
import { recordClaim } from './claim-new.ts';
import { erase } from './erase.ts';
import { documents, documentView } from './questions.ts';
import { findQuote } from './quoted.ts';
import { revisions } from './revisions.ts';
import { emptyBook } from './texts.test-data.ts';

const HELD = 'Nine people were held at the gate of the harbour on Friday.';
const REST = 'The police of Norvale said nothing about them for a week. Their families waited at the gate each day, and were sent away.';
const page = (words: string): string => `<title>At the harbour</title><article><h1>At the harbour</h1><p>${words}</p><p>${REST}</p></article>`;

async function bookHere(): Promise<Casebook> {
  const { casebook, drop } = await emptyBook();
  onTestFinished(drop);
  return casebook;
}

const capture = (casebook: Casebook, url: string, asked: Partial<CaptureAsked> = {}, stopped = new AbortController().signal): Promise<Added[]> =>
  Array.fromAsync(
    capturePage(
      casebook,
      { url, proxy: null, browser: null, allowLocal: true, ...asked },
      { stated: {}, stopped, suggests: true, onProgress: () => undefined },
    ),
  );

it('a page is a document, with where and when it was got, by what, and what is not in it', async () => {
  const casebook = await bookHere();
  const { origin } = await startPages({ '/old': { to: '/news/12' }, '/news/12': `${page(HELD)}<img src="/photo.jpg">` });
  const [added] = await capture(casebook, `${origin}/old`);
  expect(added).toMatchObject({ outcome: 'added', title: 'At the harbour', revises: null });
  const view = await documentView(casebook, added?.id ?? '');
  expect(view.text).toContain(HELD);
  expect(view.mediaType).toBe('application/warc');
  expect(view.name).toMatch(/^127\.0\.0\.1_news_12 \d{4}-\d\d-\d\dT\d{6}Z\.warc\.gz$/);
  expect(view.metadata.url?.[0]).toEqual({ value: `${origin}/news/12`, from: 'WARC-Target-URI' });
  expect(view.collection).toMatchObject({ url: `${origin}/old`, method: 'captured from the web', collectedAt: view.capture?.from });
  expect(view.capture).toMatchObject({
    asked: `${origin}/old`,
    reached: `${origin}/news/12`,
    redirects: [`${origin}/old`],
    answers: 2,
    picture: null,
    noPicture: expect.stringContaining('Chromium') as string,
    proxied: false,
  });
  expect(view.history.map(({ what }) => what)).toContain('captured from the web: 2 answers, without a picture');
  expect(await casebook.alteredViews()).toEqual([]);
});

it('the same address with other words is told as a revision, with the claims whose words were changed', async () => {
  const casebook = await bookHere();
  const pages = { '/news/12': page(HELD) };
  const { origin } = await startPages(pages);
  const [first] = await capture(casebook, `${origin}/news/12`);
  const { text } = await documentView(casebook, first?.id ?? '');
  const claim = await recordClaim(casebook, first?.id ?? '', {
    quote: findQuote(text, HELD),
    kind: 'detention',
    roles: {},
    time: null,
    modality: 'asserted',
    saidBy: [],
  });
  pages['/news/12'] = page(HELD.replace('Nine', 'Two'));
  const [second] = await capture(casebook, `${origin}/news/12`);
  expect(second?.revises).toBe(first?.id);
  expect((await revisions(casebook)).map(({ later, claims }) => [later.id, later.by, claims.map((each) => [each.claim.id, each.words])])).toEqual([
    [second?.id, 'captured', [[claim.id, HELD.replace('Nine', 'Two')]]],
  ]);
});

it('of a page that is not got nothing is recorded, and the reason is told', async () => {
  const casebook = await bookHere();
  const silent = await startRaw(() => undefined);
  const { origin } = await startPages({ '/away': { to: 'file:///etc/passwd' } });
  const before = (await Array.fromAsync(casebook.log.entries())).length;
  await expect(capture(casebook, `${origin}/none`)).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('404') as string });
  await expect(capture(casebook, `${origin}/away`)).rejects.toMatchObject({ code: 'not-allowed' });
  await expect(capture(casebook, `${origin}/`, { allowLocal: false })).rejects.toMatchObject({ code: 'not-allowed' });
  await expect(capture(casebook, `http://127.0.0.1:${silent}/`, { limits: { ...LIMITS, answerMs: 200 } })).rejects.toMatchObject({ code: 'conflict' });
  expect((await Array.fromAsync(casebook.log.entries())).length).toBe(before);
  expect(await casebook.store.vault.strays('originals', [])).toEqual([]);
});

it('a capture that is stopped ends, and records nothing', async () => {
  const casebook = await bookHere();
  const stop = new AbortController();
  const silent = await startRaw(() => stop.abort());
  expect(await capture(casebook, `http://127.0.0.1:${silent}/`, {}, stop.signal)).toEqual([]);
  expect(await documents(casebook)).toEqual([]);
});

it('through a proxy the record says so, and the names are its to resolve', async () => {
  const casebook = await bookHere();
  const { port } = await startPages({ '/news': page(HELD) });
  const proxy = await startSocks({ 'herald.example:80': port });
  const [added] = await capture(casebook, 'http://herald.example/news', { proxy: `socks5h://127.0.0.1:${proxy.port}`, allowLocal: false });
  expect((await documentView(casebook, added?.id ?? '')).capture).toMatchObject({ proxied: true, reached: 'http://herald.example/news' });
  expect(proxy.asked).toEqual(['herald.example:80']);
});

it('an erased page leaves neither its words nor its address behind', async () => {
  const casebook = await bookHere();
  const { origin } = await startPages({ '/news/12': page(HELD) });
  const [added] = await capture(casebook, `${origin}/news/12`);
  await erase(casebook, added?.id ?? '', 'a court order');
  const left = (await Array.fromAsync(casebook.log.entries())).map(({ payload }) => Buffer.from(payload ?? []).toString());
  expect(left.join('\n')).not.toContain(origin);
  expect(await casebook.store.reads.selectFrom('capture').selectAll().execute()).toEqual([]);
  expect(await casebook.alteredViews()).toEqual([]);
});

it('a proxy of the environment is taken for all that is asked for, a word against it wins, and what is no proxy is refused', () => {
  const env = { HTTPS_PROXY: 'http://proxy.example:3128', PATH: '', ONRECORD_CHROMIUM: '' };
  expect(wayOut(undefined, env)).toEqual({ proxy: 'http://proxy.example:3128', browser: null });
  expect(wayOut('none', env).proxy).toBeNull();
  expect(wayOut('socks5h://mina:secret@127.0.0.1:9050', env).proxy).toContain('9050');
  expect(whoSees(wayOut('socks5h://mina:secret@127.0.0.1:9050', env))).toContain('socks5h://127.0.0.1:9050');
  expect(whoSees(wayOut('socks5h://mina:secret@127.0.0.1:9050', env))).not.toContain('secret');
  expect(whoSees(wayOut(undefined, { PATH: '' }))).toContain('will see this machine’s address');
  expect(() => wayOut('ftp://proxy.example', env)).toThrow('no address of a proxy');
});
