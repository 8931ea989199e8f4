// Pages captured with the machine's own Chromium: what the picture, the PDF and the WARC hold, and that the browser is held in.
import { mkdtemp, readFile, rm, chown, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { BrowserPipe, NOBODY } from '../../src/exchange/capture/browser-pipe.ts';
import { LIMITS } from '../../src/exchange/capture/capture-order.ts';
import { findBrowser } from '../../src/exchange/capture/find-browser.ts';
import { startPages, startSite, startSocks } from '../../src/exchange/capture/sites.test-data.ts';
import { withoutNetwork } from '../../src/reading/confinement.ts';
import { ReaderPool } from '../../src/reading/reader-pool.ts';
import { bytesOf } from '../../src/reading/source.ts';
import { capturePage, type CaptureAsked } from '../../src/desk/capture-page.ts';
import type { Casebook } from '../../src/desk/casebook.ts';
import { erase } from '../../src/desk/erase.ts';
import { documents, documentView } from '../../src/desk/questions.ts';
import { emptyBook } from '../../src/desk/texts.test-data.ts';

const BROWSER = findBrowser(process.env);
/** Stands behind the names of what is passed over. */
const WHY_NOT = BROWSER === null ? ' (not tested: no Chromium is installed here)' : '';

const SIGHT = 'data:image/svg+xml,' + encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>');
const NEWS = `<!doctype html><title>At the harbour</title><link rel=stylesheet href=/old.css>
<article><h1>At the harbour</h1><p>Nine people were held at the gate of the harbour on Friday, the police of Norvale said.</p>
<p>Two of them were shot by guards. Their families waited at the gate each day.</p></article><img src="${SIGHT}">
<iframe src=/frame></iframe><div style="height:6000px"></div><img loading=lazy src=/photo.svg>
<script>
  fetch('/late').then((answer) => answer.text()).then((words) => document.querySelector('article').append(words));
  navigator.sendBeacon('/seen'); new WebSocket('ws://' + location.host + '/talk'); new EventSource('/events'); open('/window');
  alert('Subscribe!'); setTimeout(() => { location.href = '/elsewhere'; }, 50);
</script>`;
const PAGES = {
  '/a': { to: '/news' },
  '/news': NEWS,
  '/old.css': { to: '/new.css' },
  '/new.css': { type: 'text/css', body: 'h1 { color: red }' },
  '/frame': '<p>Words in a frame.</p>',
  '/late': { type: 'text/plain', body: 'These words came late.' },
  '/photo.svg': {
    type: 'image/svg+xml',
    body: '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"><rect width="300" height="300" fill="blue"/></svg>',
  },
};

async function captured(url: string, asked: Partial<CaptureAsked> = {}) {
  const { casebook, drop } = await emptyBook();
  onTestFinished(drop);
  const order = { url, proxy: null, browser: BROWSER, allowLocal: true, limits: PATIENT, ...asked };
  const capturing = { stated: {}, stopped: new AbortController().signal, suggests: false, onProgress: () => undefined };
  const [added] = await Array.fromAsync(capturePage(casebook, order, capturing));
  const view = await documentView(casebook, added?.id ?? '');
  if (!view.capture) throw new Error('there is no capture');
  return { casebook, view, capture: view.capture };
}

async function original(casebook: Casebook, id: string | null): Promise<Buffer> {
  const row = await casebook.store.reads
    .selectFrom('original')
    .select('sha256')
    .where('id', '=', id ?? '')
    .executeTakeFirstOrThrow();
  return Buffer.from(await casebook.store.vault.originalBytes(row.sha256));
}

type Answer = { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: Buffer };

/** A reader of WARCs that knows nothing of the one under test: the answers by their addresses, as a browser can be given them. */
function answersIn(warc: Buffer): ReadonlyMap<string, Answer> {
  const found = new Map<string, Answer>();
  const all = gunzipSync(warc);
  for (let at = 0; at < all.length;) {
    const head = all.toString('latin1', at, all.indexOf('\r\n\r\n', at));
    const from = at + head.length + 4;
    const block = all.subarray(from, from + Number(/^Content-Length: (\d+)$/m.exec(head)?.[1]));
    at = from + block.length + 4;
    if (!/^WARC-Type: response\r?$/m.test(head)) continue;
    const end = block.indexOf('\r\n\r\n');
    const [first = '', ...lines] = block.toString('latin1', 0, end).split('\r\n');
    const headers = Object.fromEntries(lines.map((line) => line.split(/:\s*/, 2).map((each, n) => (n === 0 ? each.toLowerCase() : each)) as [string, string]));
    const body = headers['transfer-encoding'] === 'chunked' ? joined(block.subarray(end + 4)) : block.subarray(end + 4);
    found.set(/^WARC-Target-URI: (\S+)\r?$/m.exec(head)?.[1] ?? '', { status: Number(first.split(' ')[1]), headers, body });
  }
  return found;
}

function joined(chunks: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; ;) {
    const line = chunks.toString('latin1', at, chunks.indexOf('\r\n', at));
    const length = Number.parseInt(line, 16);
    if (!(length > 0)) return Buffer.concat(parts);
    at += line.length + 2;
    parts.push(chunks.subarray(at, at + length));
    at += length + 2;
  }
}

/** What a browser without a network shows of a page when it is given these answers. */
async function replayed(url: string, answers: ReadonlyMap<string, Answer>): Promise<string> {
  const browser = await chromium.launch({ executablePath: BROWSER ?? '', args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(300_000);
    await page.route('**', (route) => {
      let address = route.request().url();
      for (let answer = answers.get(address); answer?.headers['location']; answer = answers.get(address))
        address = new URL(answer.headers['location'], address).href;
      const answer = answers.get(address);
      // Nothing to show, so that the page stays where another would take its place.
      return !answer
        ? route.fulfill({ status: 204 })
        : route.fulfill({ status: answer.status, contentType: answer.headers['content-type'] ?? '', body: answer.body });
    });
    page.on('dialog', (dialog) => void dialog.dismiss());
    await page.goto(url);
    await page.locator('article', { hasText: 'came late' }).waitFor();
    return await page.locator('article').innerText();
  } finally {
    await browser.close();
  }
}

/** A machine that does much else beside takes its time. */
const PATIENT = { ...LIMITS, allMs: 900_000 };
const SLOW = { timeout: 900_000 };

const wordsOf = (text: string): string =>
  text
    .split(/\s+/)
    .filter((word) => word !== '')
    .join(' ');

describe.skipIf(BROWSER === null)(`a page captured with a browser${WHY_NOT}`, SLOW, () => {
  it('has the same words in its text, its PDF and its WARC as that is replayed, and a picture of all of it; what it did not need is named, and was not asked for', async () => {
    const { origin, asked } = await startPages(PAGES);
    const { casebook, view, capture } = await captured(`${origin}/a`);
    expect(capture).toMatchObject({ noPicture: null, browser: expect.stringMatching(/^Chrome\/\d+/) as string, answers: 7 });
    expect(asked.map(({ path }) => path).toSorted()).toEqual(['/a', '/frame', '/late', '/new.css', '/news', '/old.css', '/photo.svg']);
    const leftOut = capture.leftOut.map(({ url }) => new URL(url).pathname).toSorted();
    expect(leftOut).toEqual(['/elsewhere', '/events', '/seen']);

    const answers = answersIn(await original(casebook, view.original));
    const shown = wordsOf(await replayed(`${origin}/news`, answers));
    expect(shown).toBe(
      'At the harbour Nine people were held at the gate of the harbour on Friday, the police of Norvale said. Two of them were shot by guards. Their families waited at the gate each day. These words came late.',
    );
    const pool = new ReaderPool();
    const pdf = await pool.read(bytesOf(await original(casebook, capture.pdf)), { name: 'page.pdf' });
    const picture = await original(casebook, capture.picture);
    const seen = await pool.read(bytesOf(picture), { name: 'page.png' });
    await pool.close();
    expect(pdf.ok && wordsOf(pdf.reading.text)).toContain(shown);
    // The text is that of the page as it was sent, before its scripts ran.
    expect(shown).toContain(wordsOf(view.text));
    expect(wordsOf(view.text)).toContain('Nine people were held at the gate of the harbour on Friday');

    expect(picture.toString('latin1', 1, 4)).toBe('PNG');
    expect(picture.readUInt32BE(16)).toBe(1280);
    expect(picture.readUInt32BE(20)).toBeGreaterThan(6300);
    // Where Tesseract is installed, the picture is read too; it may misread a word.
    const missed = seen.ok ? shown.split(' ').filter((word) => !seen.reading.text.includes(word)) : [];
    expect(missed.length).toBeLessThan(3);
    expect(picture.includes(`Source\0\0\0\0\0${origin}/news`)).toBe(true);

    expect((await documents(casebook)).map(({ id }) => id)).toEqual([view.id]);
    await erase(casebook, view.id, 'a court order');
    expect(await casebook.store.reads.selectFrom('original').selectAll().execute()).toEqual([]);
    expect(await casebook.store.vault.strays('originals', [])).toEqual([]);
  });

  it('is held to the same rules: what it would ask of this machine and its network is refused, and nothing goes around the proxy', async () => {
    const secret = await startSite((_, response) => response.writeHead(200, { 'access-control-allow-origin': '*' }).end('secret'));
    const inside = [`${secret.origin}/x.png`, `http://localhost:${secret.port}/y.png`, 'http://10.0.0.7/z.png'];
    const script = `<script>new WebSocket('ws://127.0.0.1:${secret.port}/'); fetch('${secret.origin}/fetched').catch(() => {}); new Worker(URL.createObjectURL(new Blob(["fetch('${secret.origin}/worker')"])));</script>`;
    const { port } = await startPages({
      '/news': `<p>Nine people were held.</p>${inside.map((each) => `<img src="${each}">`).join('')}<img src=http://moved.example/>${script}`,
    });
    const moved = await startSite((_, response) => response.writeHead(302, { location: `${secret.origin}/moved` }).end());
    const proxy = await startSocks({ 'herald.example:80': port, 'moved.example:80': moved.port });
    const { capture } = await captured('http://herald.example/news', { allowLocal: false, proxy: `socks5h://127.0.0.1:${proxy.port}` });
    expect(capture.picture).not.toBeNull();
    expect(secret.asked).toEqual([]);
    expect([...new Set(proxy.asked)].toSorted()).toEqual(['herald.example:80', 'moved.example:80']);
    const told = capture.leftOut.map(({ url }) => url);
    for (const each of [...inside, `${secret.origin}/fetched`, `${secret.origin}/worker`, `${secret.origin}/moved`]) expect(told).toContain(each);
    expect(capture.leftOut.find(({ url }) => url === 'http://10.0.0.7/z.png')?.why).toBe('10.0.0.7 is a private address, and no site of the web');
  });

  it('is shown as far as it came where a part of it never ends; where the page makes the browser crash, the WARC stands and says why there is no picture', async () => {
    const { origin } = await startSite(({ url }, response) => {
      response.setHeader('content-type', 'text/html');
      if (url === '/news') response.end('<p>Nine people were held at the harbour.</p><img src=/endless>');
      else if (url === '/hungry')
        response.end('<p>Nine people were held at the harbour.</p><script>for (const all = []; ; ) all.push(new Uint8Array(5e7).fill(1))</script>');
      else response.write('<');
    });
    const { capture } = await captured(`${origin}/news`, { limits: { ...PATIENT, answerMs: 1500 } });
    expect(capture.picture).not.toBeNull();
    expect(capture.leftOut.map(({ why }) => why)).toEqual([expect.stringContaining('took longer than')]);
    const hungry = await captured(`${origin}/hungry`);
    expect(hungry.capture).toMatchObject({
      picture: null,
      pdf: null,
      browser: null,
      noPicture: expect.stringMatching(/memory/) as string,
    });
    expect(hungry.view.text).toContain('Nine people were held');
  });

  it('is shown by a browser in its sandbox, which is not root and has no network', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'onrecord-sandbox-'));
    const isRoot = process.getuid?.() === 0;
    if (isRoot) await chown(folder, NOBODY, NOBODY);
    const pipe = await BrowserPipe.start(BROWSER ?? '', folder, await withoutNetwork(isRoot ? NOBODY : undefined));
    onTestFinished(async () => {
      pipe.kill();
      await pipe.ended;
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    });
    const { commandLine } = (await pipe.send('SystemInfo.getInfo')) as { readonly commandLine: string };
    expect(commandLine).toContain('--proxy-server=http://127.0.0.1:9');
    expect(commandLine).not.toMatch(/--no-sandbox|--single-process/);
    const { targetId } = (await pipe.send('Target.createTarget', { url: 'chrome://sandbox' })) as { readonly targetId: string };
    const { sessionId } = (await pipe.send('Target.attachToTarget', { targetId, flatten: true })) as { readonly sessionId: string };
    const said = async (): Promise<string> =>
      ((await pipe.send('Runtime.evaluate', { expression: 'document.body.innerText' }, sessionId)) as { readonly result: { readonly value: string } }).result
        .value;
    if (process.platform === 'linux') {
      await expect.poll(said, { timeout: 60_000 }).toContain('You are adequately sandboxed.');
      const renderers = (await Promise.all((await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(processOf))).filter(
        ({ words }) => words.includes('--type=renderer') && words.includes(folder),
      );
      expect(renderers.length).toBeGreaterThan(0);
      for (const { status } of renderers) {
        expect(status).toMatch(/^Seccomp:\s+2$/m);
        expect(status).not.toMatch(/^Uid:\s+0\b/m);
      }
    }
  });
});

/** Empty of a process that is gone. */
async function processOf(pid: string): Promise<{ readonly words: string; readonly status: string }> {
  const [words, status] = await Promise.all(['cmdline', 'status'].map((name) => readFile(`/proc/${pid}/${name}`, 'latin1').catch(() => '')));
  return { words: words ?? '', status: status ?? '' };
}
