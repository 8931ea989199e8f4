// Pages from sites that the test starts: what is followed, what is refused, and what goes over the connection.
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { readWarc } from '../../reading/read-warc.ts';
import { stretchesOf } from '../../reading/stretches.ts';
import { hasOpenssl } from '../../log/throw-away-authority.test-data.ts';
import { Budget } from './budget.ts';
import { LIMITS, type CaptureLimits } from './capture-order.ts';
import type { Ways } from './connect.ts';
import { fetchPage, type FetchedPage } from './fetch-page.ts';
import { exchange } from './http-exchange.ts';
import { parseProxy } from './proxy.ts';
import { startPages, startProxy, startRaw, startSecure, startSite, startSocks } from './sites.test-data.ts';
import { WarcWriter } from './warc-writer.ts';

/** An address of the internet; it is never connected to. */
const PUBLIC = '93.184.216.34';

/** Names lead where the test says; by default to this machine, which is allowed. */
const HERE: Ways = { allowLocal: true, proxy: null, resolve: async () => ['127.0.0.1'] };

function get(url: string, ways: Partial<Ways> = {}, limits: Partial<CaptureLimits> = {}): Promise<FetchedPage> {
  const budget = new Budget({ ...LIMITS, ...limits }, () => performance.now());
  const at = { ways: { ...HERE, ...ways }, budget, stopped: new AbortController().signal, now: () => new Date('2026-04-02T10:00:00Z') };
  return fetchPage(url, [['Accept', 'text/html']], (address, headers) => exchange(address, headers, at));
}

it('a page is got through redirects, each kept byte by byte as it was sent, and cookies that a site sets on the way go back to it alone', async () => {
  const { origin, asked } = await startSite(({ url }, response) => {
    if (url === '/a') response.writeHead(302, 'Over there', { location: '/b', 'set-cookie': ['seen=1; Path=/', 'x=2'] }).end();
    else response.writeHead(200, { 'content-type': 'text/plain' }).end('Nine people were held.');
  });
  const [first, page] = await get(`${origin}/a#part`);
  expect(first.asked.toString()).toBe(`GET /a HTTP/1.1\r\nHost: ${new URL(origin).host}\r\nAccept: text/html\r\nConnection: close\r\n\r\n`);
  expect(first.answered.toString()).toMatch(/^HTTP\/1\.1 302 Over there\r\nlocation: \/b\r\n/);
  expect(page?.url).toBe(`${origin}/b`);
  expect([page?.status, page?.address, page?.body.toString()]).toEqual([200, '127.0.0.1', 'Nine people were held.']);
  expect(page?.answered.toString()).toMatch(/\r\n\r\n(?:[0-9a-f]+\r\n)?Nine people were held\./);
  expect(asked.map(({ headers }) => headers['cookie'])).toEqual([undefined, 'seen=1; x=2']);
});

it('chunks stay as they were sent, what was announced before and what comes behind is left out', async () => {
  const chunked = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nNine\r\n0\r\n\r\n';
  const port = await startRaw((socket) => socket.once('data', () => socket.end(`HTTP/1.1 103 Early Hints\r\nLink: </s.css>\r\n\r\n${chunked}`)));
  const [page] = await get(`http://127.0.0.1:${port}/`);
  expect([page.answered.toString(), page.body.toString()]).toEqual([chunked, 'Nine']);
  const plain = 'HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nNine';
  const other = await startRaw((socket) => socket.once('data', () => socket.end(`${plain} and more`)));
  expect((await get(`http://127.0.0.1:${other}/`))[0].answered.toString()).toBe(plain);
});

it('a redirect to a private address is refused, also where a name that was public leads there later', async () => {
  const { port, asked } = await startPages({ '/a': { to: 'http://10.0.0.7/admin' }, '/b': { to: 'http://rebind.example/' }, '/page': 'secret' });
  // Only here, so that the first step reaches the test's own server: what the redirect leads to is checked as for anybody.
  const followed = async (path: string, resolve: Ways['resolve']): Promise<unknown> => {
    const budget = new Budget(LIMITS, () => performance.now());
    const at = (ways: Ways) => ({ ways, budget, stopped: new AbortController().signal, now: () => new Date() });
    return fetchPage(`http://127.0.0.1:${port}${path}`, [], (url, headers) =>
      exchange(url, headers, at({ allowLocal: url.port === String(port), proxy: null, resolve })),
    );
  };
  await expect(followed('/a', HERE.resolve)).rejects.toMatchObject({ code: 'not-allowed', message: '10.0.0.7 is a private address, and no site of the web' });
  await expect(followed('/b', HERE.resolve)).rejects.toMatchObject({
    code: 'not-allowed',
    message: 'rebind.example is this machine itself, and no site of the web',
  });
  expect(asked.map(({ path }) => path)).toEqual(['/a', '/b']);
});

it('a name is resolved once for each question, and that very address is connected to; of several addresses one that is private refuses all', async () => {
  const { port, asked } = await startPages({ '/': 'Nine people were held.' });
  const answers = [['127.0.0.1'], ['10.0.0.7']];
  let resolved = 0;
  const resolve: Ways['resolve'] = async () => answers[resolved++] ?? [];
  const [page] = await get(`http://rebind.example:${port}/`, { resolve });
  expect([resolved, page.address, asked[0]?.headers['host']]).toEqual([1, '127.0.0.1', `rebind.example:${port}`]);
  for (const addresses of [['127.0.0.1'], [PUBLIC, '::1']])
    await expect(get(`http://rebind.example:${port}/`, { allowLocal: false, resolve: async () => addresses })).rejects.toMatchObject({ code: 'not-allowed' });
  expect(asked.length).toBe(1);
});

it('redirects to file: and other schemes, in a circle, and without end are told as such', async () => {
  const { origin, asked } = await startSite(({ url = '' }, response) => {
    const to =
      url === '/file'
        ? 'file:///etc/passwd'
        : url === '/script'
          ? 'javascript:alert(1)'
          : url === '/a'
            ? '/b'
            : url === '/b'
              ? '/a'
              : `/${Number(url.slice(1)) + 1}`;
    response.writeHead(301, { location: to }).end();
  });
  await expect(get(`${origin}/file`)).rejects.toMatchObject({ code: 'not-allowed', message: expect.stringContaining('redirects to file:') as string });
  await expect(get(`${origin}/script`)).rejects.toMatchObject({ code: 'not-allowed' });
  await expect(get(`${origin}/a`)).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('in a circle') as string });
  const before = asked.length;
  await expect(get(`${origin}/0`)).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('more than 10 times') as string });
  expect(asked.length - before).toBe(11);
});

it.each(['file:///etc/passwd', 'ftp://herald.example/', 'data:text/html,x', 'herald.example', 'https://mina:secret@herald.example/'])(
  '%s is refused before anything is asked for',
  async (url) => {
    await expect(get(url)).rejects.toMatchObject({ code: 'bad-usage' });
  },
);

it('what is not answered with success is told with what that means', async () => {
  const { origin } = await startPages({});
  await expect(get(`${origin}/gone`)).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('answered 404: it has no such page') as string,
  });
});

it('an answer that is too large is refused by its own word, or as soon as it is; so are all answers together', async () => {
  const { origin } = await startSite(({ url = '' }, response) => {
    if (url === '/said') response.writeHead(200, { 'content-length': 500_000_000 }).flushHeaders();
    else if (url === '/endless') {
      const more = (): void => void (response.destroyed || response.write(Buffer.alloc(65_536), more));
      more();
    } else response.writeHead(302, { location: '/said' }).end(Buffer.alloc(700_000));
  });
  const tooMuch = { code: 'conflict', message: expect.stringMatching(/ more than 1 MB$/) as string };
  await expect(get(`${origin}/said`, {}, { answerBytes: 1_048_576 })).rejects.toMatchObject(tooMuch);
  await expect(get(`${origin}/endless`, {}, { answerBytes: 1_048_576 })).rejects.toMatchObject(tooMuch);
  await expect(get(`${origin}/endless`, {}, { allBytes: 1_048_576 })).rejects.toMatchObject(tooMuch);
});

it('a server that drips, one that never answers, one that breaks off and one that speaks no HTTP are given up with the reason', async () => {
  const drips = await startSite((_, response) => {
    const timer = setInterval(() => response.write('x'), 20);
    response.on('close', () => clearInterval(timer));
  });
  const late = { code: 'conflict', message: expect.stringContaining('took longer than') as string };
  await expect(get(drips.origin, {}, { answerMs: 500 })).rejects.toMatchObject(late);
  await expect(get(`http://127.0.0.1:${await startRaw(() => undefined)}/`, {}, { answerMs: 300 })).rejects.toMatchObject(late);
  const broken = { code: 'conflict', message: expect.stringContaining('broke off or makes no sense') as string };
  const half = await startRaw((socket) => socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nNine')));
  await expect(get(`http://127.0.0.1:${half}/`)).rejects.toMatchObject(broken);
  const other = await startRaw((socket) => socket.end('220 mail.example ESMTP\r\n'));
  await expect(get(`http://127.0.0.1:${other}/`)).rejects.toMatchObject(broken);
});

it('through a proxy, http or SOCKS, names go to the proxy, addresses of this network are refused all the same, and nothing goes around it', async () => {
  const { port, asked } = await startPages({ '/news': 'Nine people were held.' });
  const leads = { 'herald.example:80': port };
  const never: Ways['resolve'] = () => Promise.reject(new Error('names are the proxy’s to resolve'));
  const [http, socks] = [await startProxy(leads), await startSocks(leads)];
  for (const proxy of [parseProxy(`http://127.0.0.1:${http.port}`), parseProxy(`socks5h://127.0.0.1:${socks.port}`)]) {
    const through = { allowLocal: false, proxy, resolve: never };
    const [page] = await get('http://herald.example/news', through);
    expect([page.address, page.body.toString()]).toEqual([null, 'Nine people were held.']);
    await expect(get('http://elsewhere.example/', through)).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('proxy') as string });
    for (const inside of ['http://192.168.1.1/', 'http://localhost/', 'http://[::1]/'])
      await expect(get(inside, through)).rejects.toMatchObject({ code: 'not-allowed' });
  }
  expect(http.asked).toEqual(['CONNECT herald.example:80 HTTP/1.1', 'CONNECT elsewhere.example:80 HTTP/1.1']);
  expect(socks.asked).toEqual(['herald.example:80', 'elsewhere.example:80']);
  expect(asked.length).toBe(2);
  const gone = parseProxy('socks5h://127.0.0.1:1');
  await expect(get('http://herald.example/news', { proxy: gone })).rejects.toMatchObject({
    message: expect.stringContaining('the proxy cannot be connected to') as string,
  });
});

it.skipIf(!hasOpenssl)(
  'a site has to prove its name, directly and through a proxy: another name, and a certificate that nobody known vouches for, are refused',
  async () => {
    const { port, certificate } = await startSecure('herald.example', 'Nine people were held.');
    const [http, socks] = [await startProxy({ 'herald.example:443': port }), await startSocks({ 'herald.example:443': port })];
    const ways = [{ proxy: parseProxy(`http://127.0.0.1:${http.port}`) }, { proxy: parseProxy(`socks5://127.0.0.1:${socks.port}`) }];
    for (const way of ways) {
      const [page] = await get('https://herald.example/', { ...way, authorities: certificate });
      expect(page.body.toString()).toBe('Nine people were held.');
      await expect(get('https://herald.example/', way)).rejects.toMatchObject({ message: expect.stringContaining('signed by itself') as string });
    }
    expect((await get(`https://herald.example:${port}/`, { authorities: certificate }))[0].address).toBe('127.0.0.1');
    const another = get(`https://other.example:${port}/`, { authorities: certificate });
    await expect(another).rejects.toMatchObject({
      code: 'conflict',
      message: 'other.example does not prove that it is other.example: its certificate is of another name',
    });
  },
);

it('the WARC of a page and of a frame in it is read as that page, whatever its coding; lengths and digests hold', async () => {
  const { origin } = await startSite(({ url }, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (url === '/old') response.writeHead(301, { location: '/news' }).end();
    else if (url === '/frame') response.end('<p>Another page inside.</p>');
    else response.setHeader('content-encoding', 'gzip').end(gzipSync('<title>Held</title><p>Nine people were held at the harbour of Norvale on Friday.</p>'));
  });
  const page = await get(`${origin}/old`);
  const pieces: Buffer[] = [];
  let ids = 0;
  const warc = new WarcWriter({ program: 'onrecord test', at: '2026-04-02T10:00:00Z', newId: () => `id-${ids++}` }, (bytes) => pieces.push(bytes));
  for (const [n, each] of page.entries()) warc.write(each, { path: 'R'.repeat(n), via: page[n - 1]?.url ?? null });
  for (const frame of await get(`${origin}/frame`)) warc.write(frame, { path: 'RE', via: `${origin}/news` });
  const read = await readWarc(stretchesOf(Buffer.concat(pieces)));
  expect(read.ok && [read.reading.text, read.reading.metadata.url?.[0], read.reading.metadata.captured?.[0]?.value]).toEqual([
    'Nine people were held at the harbour of Norvale on Friday.',
    { value: `${origin}/news`, from: 'WARC-Target-URI' },
    '2026-04-02',
  ]);
});
