// The desk's server, spoken to over HTTP: who is answered, what is said, and how errors look.
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pdfOf, words } from '../../fixtures/reading/make-pdf.ts';
import { addFiles } from '../../src/desk/add.ts';
import { Casebook, surroundings } from '../../src/desk/casebook.ts';
import { wav } from '../../src/reading/media/media-files.test-data.ts';
import { documents } from '../../src/desk/questions.ts';
import { readRange } from '../../src/http/send-media.ts';
import { ROUTES } from '../../src/http/routes.ts';
import { startServer, type Server } from '../../src/http/server.ts';
import type { ClaimRow } from '../../src/model/answers.ts';

type Answer = { readonly status: number; readonly headers: Readonly<Record<string, string | string[] | undefined>>; readonly body: string };

let folder: string;
let casebook: Casebook;
let server: Server;
let cookie: string;

/** With node:http, because fetch would not let a test lie about Host and Origin. */
function ask(path: string, options: { method?: string; headers?: Record<string, string>; body?: unknown } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { host: `127.0.0.1:${server.port}`, ...(options.body === undefined ? {} : { 'content-type': 'application/json' }), ...options.headers };
    const asked = request({ host: '127.0.0.1', port: server.port, path, method: options.method ?? 'GET', headers }, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (piece: string) => (body += piece));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }));
    });
    asked.on('error', reject);
    asked.end(options.body === undefined ? undefined : JSON.stringify(options.body));
  });
}

const withKey = (path: string, options: Parameters<typeof ask>[1] = {}): Promise<Answer> => ask(path, { ...options, headers: { cookie, ...options.headers } });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onrecord-http-'));
  await writeFile(join(folder, 'a.txt'), 'Kamran Sohrabzadeh was arrested by Vestmark police on 14 November 2018.\n');
  casebook = await Casebook.create(join(folder, 'book'), 'Test', surroundings('Mina Farhadi'));
  for await (const added of addFiles(casebook, [join(folder, 'a.txt')], {}, new AbortController().signal)) expect(added.outcome).toBe('added');
  server = await startServer(casebook, 0);
  const opened = await ask(new URL(server.link).pathname + new URL(server.link).search);
  expect(opened).toMatchObject({ status: 303, headers: { location: '/' } });
  cookie = String(opened.headers['set-cookie']).split(';')[0] ?? '';
});

afterAll(async () => {
  await server.close();
  await casebook.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a sound', () => {
  const held = async (): Promise<string> => {
    await writeFile(join(folder, 'call.wav'), wav(1));
    const [added] = await Array.fromAsync(addFiles(casebook, [join(folder, 'call.wav')], {}, new AbortController().signal));
    return `/api/documents/${added?.id ?? ''}/media`;
  };

  it('is given as it came, whole or by ranges, as what it was taken for and nothing else', async () => {
    const path = await held();
    const whole = await withKey(path);
    expect(whole).toMatchObject({ status: 200, headers: { 'content-type': 'audio/wav', 'content-length': String(wav(1).length), 'accept-ranges': 'bytes' } });
    expect(whole.headers['content-security-policy']).toContain('sandbox');
    expect(whole.headers['x-content-type-options']).toBe('nosniff');
    const range = await withKey(path, { headers: { range: 'bytes=0-3' } });
    expect(range).toMatchObject({ status: 206, body: 'RIFF', headers: { 'content-range': `bytes 0-3/${wav(1).length}` } });
    expect(await withKey(path, { headers: { range: 'bytes=99999999-' } })).toMatchObject({ status: 416 });
    expect(await ask(path)).toMatchObject({ status: 401 });
  });

  it('has its transcript as captions, in which no word is a tag', async () => {
    await writeFile(join(folder, 'call.srt'), '1\n00:00:01,000 --> 00:00:02,500\nThey said <no> & left.\n');
    const [added] = await Array.fromAsync(addFiles(casebook, [join(folder, 'call.srt')], {}, new AbortController().signal));
    const answer = await withKey(`/api/documents/${added?.id ?? ''}/captions`);
    expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'text/vtt; charset=utf-8' } });
    expect(answer.body).toBe('WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nThey said &lt;no&gt; &amp; left.\n');
  });

  it('is not given in place of a text', async () => {
    const [text] = await documents(casebook);
    expect(await withKey(`/api/documents/${text?.id ?? ''}/media`)).toMatchObject({ status: 409 });
  });
});

test('a range is read as browsers write it', () => {
  expect(readRange('bytes=0-', 10)).toEqual({ start: 0, end: 10 });
  expect(readRange('bytes=2-3', 10)).toEqual({ start: 2, end: 4 });
  expect(readRange('bytes=5-900', 10)).toEqual({ start: 5, end: 10 });
  expect(readRange('bytes=-4', 10)).toEqual({ start: 6, end: 10 });
  expect(readRange('bytes=-40', 10)).toEqual({ start: 0, end: 10 });
  expect(readRange('bytes=10-', 10)).toBe('none of it');
  for (const unheeded of [undefined, 'bytes=0-1,3-4', 'bytes=-', 'bytes=5-2', 'pages=1-2']) expect(readRange(unheeded, 10)).toBeNull();
});

describe('the server answers', () => {
  it('what a team asks: a search with clocks and facets, a network, notes and labels, and refuses what it cannot do', async () => {
    const parsed = async (path: string, body?: unknown) => {
      const answer = await withKey(path, body === undefined ? {} : { method: 'POST', body, headers: { origin: new URL(server.link).origin } });
      return { status: answer.status, said: JSON.parse(answer.body) as Record<string, unknown> };
    };
    const found = await parsed('/api/search?query=arrested&said-by=2030&known-by=2999');
    expect([found.status, Array.isArray(found.said['facets'])]).toEqual([200, true]);
    expect(await parsed('/api/network?depth=1&said-by=2030')).toMatchObject({ status: 200, said: { edges: [], path: null } });
    expect((await parsed('/api/network?to=Nobody')).status).toBe(400);
    const [claim] = JSON.parse((await withKey('/api/claims')).body) as readonly ClaimRow[];
    const labelled = await parsed('/api/remarks/label', { ids: [claim?.id], label: 'urgent' });
    expect(labelled).toMatchObject({ status: 200, said: { remarks: [{ sort: 'label', value: 'urgent', by: 'Mina Farhadi' }] } });
    expect(JSON.parse((await withKey('/api/claims?label=urgent')).body)).toHaveLength(1);
    expect((await parsed(`/api/remarks?about=${claim?.id}`)).said['remarks']).toHaveLength(1);
    expect(await parsed('/api/links', { from: claim?.id, link: 'led to', to: claim?.id, reason: 'x' })).toMatchObject({
      said: { error: { code: 'bad-usage' } },
    });
    expect((await parsed(`/api/dossiers/${encodeURIComponent('Nobody at All')}`)).status).toBe(404);
  });

  it('the holder of the printed link, whose key goes into a same-site cookie that scripts cannot read', async () => {
    const opened = await ask(new URL(server.link).pathname + new URL(server.link).search);
    expect(String(opened.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict/);
    expect((await withKey('/api/summary')).status).toBe(200);
  });

  it('with a policy that allows nothing remote and nothing inline, and never from a cache', async () => {
    const { headers } = await withKey('/api/summary');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(headers['cache-control']).toBe('no-store');
  });

  it('every route that it describes', async () => {
    const description = JSON.parse((await withKey('/api/openapi.json')).body) as { paths: Record<string, Record<string, object>> };
    expect(Object.values(description.paths).flatMap(Object.keys)).toHaveLength(ROUTES.length);
  });

  it('a page as a picture that no cache keeps, and the rectangles of what is claimed on it', async () => {
    await writeFile(join(folder, 'letter.pdf'), pdfOf([words([50, 780, 'Kamran Sohrabzadeh was arrested in Vestmark on 14 November 2018.'])]));
    const [added] = await Array.fromAsync(addFiles(casebook, [join(folder, 'letter.pdf')], {}, new AbortController().signal));
    const document = `/api/documents/${added?.id}`;
    expect(JSON.parse((await withKey(`${document}/pages`)).body)).toEqual({ pages: [{ number: 1, label: '1', width: 595, height: 842 }] });
    const picture = await withKey(`${document}/pages/1?width=400`);
    expect(picture).toMatchObject({ status: 200, headers: { 'content-type': 'image/png', 'cache-control': 'no-store' } });
    expect(await withKey(`${document}/pages/2`)).toMatchObject({ status: 404 });
    expect(await withKey(`${document}/pages/x`)).toMatchObject({ status: 400 });
    const { rectangles } = JSON.parse((await withKey(`${document}/rectangles`)).body) as { rectangles: { places: object[] }[] };
    expect(rectangles.length).toBeGreaterThan(0);
    for (const { places } of rectangles) expect(places).toMatchObject([{ page: 1 }]);
    expect(JSON.parse((await withKey(`${document}/rectangles?start=0&end=6`)).body)).toMatchObject({ rectangles: [{ id: null, places: [{ page: 1 }] }] });
    expect(JSON.parse((await withKey('/api/orphans')).body)).toEqual({ orphans: [] });
  });

  it('the desk for any path of its own, so that its links can be opened', async () => {
    expect(await withKey('/documents/d_0000000000000000')).toMatchObject({ status: 200, body: expect.stringContaining('<div id="desk">') });
  });

  it('the log as static files, byte for byte what the checkpoint seals', async () => {
    const checkpoint = await withKey('/log/checkpoint');
    const size = Number(checkpoint.body.split('\n')[1]);
    expect(checkpoint.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect((await withKey(`/log/tile/entries/000.p/${size}`)).status).toBe(200);
  });

  it('a review with the claim as it then stands', async () => {
    const claims = JSON.parse((await withKey('/api/claims')).body) as readonly ClaimRow[];
    const ids = [claims[0]?.id ?? ''];
    const accepted = await withKey('/api/review/accept', { method: 'POST', body: { ids } });
    expect(JSON.parse(accepted.body)).toMatchObject({ claims: [{ id: ids[0], status: 'recorded', review: { by: 'Mina Farhadi' } }] });
    const undone = await withKey('/api/review/undo', { method: 'POST', body: { id: ids[0] } });
    expect(JSON.parse(undone.body)).toMatchObject({ claims: [{ status: 'suggested', review: null }] });
  });
});

describe('the server refuses', () => {
  const refused = { status: 401, body: expect.stringContaining('"not-allowed"') };

  it('who has no key, or a wrong one', async () => {
    expect(await ask('/api/documents')).toMatchObject(refused);
    expect(await ask('/api/documents', { headers: { cookie: cookie.replace(/=.*/, '=guess') } })).toMatchObject(refused);
    expect(await ask('/open?key=guess')).toMatchObject(refused);
  });

  it('another name for this machine, as DNS rebinding would bring', async () => {
    expect(await withKey('/api/documents', { headers: { host: 'evil.example' } })).toMatchObject(refused);
    expect(await withKey('/', { headers: { host: `evil.example:${server.port}` } })).toMatchObject(refused);
  });

  it('another origin, and another site in the same browser', async () => {
    expect(await withKey('/api/documents', { headers: { origin: 'https://evil.example' } })).toMatchObject(refused);
    expect(await withKey('/api/review/undo', { method: 'POST', body: {}, headers: { 'sec-fetch-site': 'cross-site' } })).toMatchObject(refused);
    expect(await withKey('/api/documents', { headers: { 'sec-fetch-site': 'same-site' } })).toMatchObject(refused);
  });

  it('what it does not understand, with a code, words and a hint', async () => {
    for (const [path, options, status, code] of [
      ['/api/claims?at=soon', {}, 400, 'bad-date'],
      ['/api/claims?kind=gossip', {}, 400, 'bad-usage'],
      ['/api/claims/s_0000000000000000', {}, 404, 'not-found'],
      ['/api/nothing', {}, 404, 'not-found'],
      ['/assets/nothing.js', {}, 404, 'not-found'],
      ['/log/tile/0/000', {}, 404, 'not-found'],
      ['/api/review/accept', { method: 'POST', body: { ids: [] } }, 400, 'bad-shape'],
      ['/api/review/reject', { method: 'POST', body: { ids: ['s_0000000000000000'] } }, 400, 'bad-usage'],
      ['/api/review/accept', { method: 'POST', body: { ids: ['s_0000000000000000'] } }, 404, 'not-found'],
    ] as const) {
      const { status: got, body } = await withKey(path, options);
      expect([path, got]).toEqual([path, status]);
      expect(JSON.parse(body)).toEqual({ error: { code, message: expect.any(String), hint: expect.any(String) } });
    }
  });
});
