// Others vouch for the log: a time-stamping authority and a witness, each asked over HTTP as a person asks it, and checked
// offline afterwards, here and in a bundle.
import { execFileSync, spawnSync } from 'node:child_process';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { cosign } from '../../src/log/cosignature.ts';
import { parseNote } from '../../src/log/note.ts';
import { ed25519Signer } from '../../src/log/signature.ts';
import { hasOpenssl, ThrowAwayAuthority } from '../../src/log/throw-away-authority.test-data.ts';
import type { Verification } from '../../src/model/answers.ts';
import { folderWith, json, onrecord } from './onrecord.ts';

const NOBODY = 'no outside witness: this shows consistency, not age';

async function casebook(): Promise<string> {
  const folder = await folderWith({ 'a.txt': 'Kamran Sohrabzadeh was arrested by Vestmark police on 14 November 2018.\n' });
  await json(folder, 'init', 'book');
  await json(folder, 'add', '--casebook', 'book', 'a.txt');
  return folder;
}

async function verify(folder: string, ...args: readonly string[]): Promise<Verification> {
  return JSON.parse((await onrecord(folder, 'verify', ...args, '--json')).out) as Verification;
}

const wrong = ({ checks }: Verification): readonly string[] => checks.filter(({ ok }) => !ok).map(({ name }) => name);

type Asked = { readonly path: string; readonly type: string | undefined; readonly body: Buffer };

/** A server for one test on the loopback interface. `answer` gives the body, or the status and the body. */
async function serve(answer: (asked: Asked) => Uint8Array | string | readonly [number, string]): Promise<{ readonly url: string; readonly asked: Asked[] }> {
  const asked: Asked[] = [];
  const listen: RequestListener = (request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const one = { path: request.url ?? '', type: request.headers['content-type'], body: Buffer.concat(pieces) };
      asked.push(one);
      const said = answer(one);
      if (Array.isArray(said)) response.writeHead(said[0] as number).end(said[1]);
      else response.end(said as Uint8Array | string);
    });
  };
  const server = createServer(listen);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

describe.runIf(hasOpenssl)('a time-stamping authority', () => {
  let authority: ThrowAwayAuthority;
  beforeAll(() => {
    authority = new ThrowAwayAuthority();
  });
  afterAll(() => authority.remove());

  async function stamped(): Promise<{ readonly folder: string; readonly began: number }> {
    const folder = await casebook();
    const began = Math.floor(Date.now() / 1000) * 1000;
    const { url, asked } = await serve(({ body }) => authority.answer(body));
    await writeFile(`${folder}/ca.pem`, authority.pem);
    const ran = await onrecord(folder, 'log', 'timestamp', '--casebook', 'book', '--tsa', url, '--ca', 'ca.pem');
    expect(ran).toMatchObject({ status: 0, out: expect.stringMatching(/^Test Authority, of Test Root stamped the first 4 entries on \d{4}-/) });
    // It learns a digest, and nothing else of the record.
    expect(asked.map(({ type, body }) => [type, body.length < 100])).toEqual([['application/timestamp-query', true]]);
    return { folder, began };
  }

  it('vouches for what it stamped and since when, offline, to whoever trusts it', async () => {
    const { folder, began } = await stamped();
    expect(await verify(folder, 'book')).toMatchObject({ ok: true, vouched: NOBODY });
    const trusting = await verify(folder, 'book', '--ca', 'ca.pem');
    expect(trusting.ok).toBe(true);
    const at = /^Test Authority, of Test Root vouches that the first 4 entries were there on (\S+) \(RFC 3161\)$/.exec(trusting.vouched)?.[1] ?? '';
    expect(new Date(at).getTime()).toBeGreaterThanOrEqual(began);
    expect(new Date(at).getTime()).toBeLessThanOrEqual(Date.now());
    // What came later is not stamped, and what is stamped stays so.
    await writeFile(`${folder}/b.txt`, 'Thousands rallied at Lac-Blanc on 27 June 2017.\n');
    await json(folder, 'add', '--casebook', 'book', 'b.txt');
    expect((await verify(folder, 'book', '--ca', 'ca.pem')).vouched).toBe(trusting.vouched);
  });

  it('vouches in a bundle too: to us, to the checker inside, and to openssl', async () => {
    const { folder } = await stamped();
    await json(folder, 'export', '--format', 'bundle', 'out', '--casebook', 'book');
    await rm(`${folder}/book`, { recursive: true });
    expect(await verify(folder, 'out', '--ca', 'ca.pem')).toMatchObject({ ok: true, vouched: expect.stringContaining('Test Authority, of Test Root vouches') });
    const checker = spawnSync(process.execPath, ['out/data/verify/verify.mjs', 'out', '--ca', 'ca.pem'], { cwd: folder, encoding: 'utf8' });
    expect(checker).toMatchObject({ status: 0, stdout: expect.stringContaining('Test Authority, of Test Root vouches that the first 4 entries') });
    const anchors = `${folder}/out/data/log/anchors`;
    expect((await readdir(anchors)).toSorted()).toEqual(['0.tsr', '0.txt']);
    execFileSync('openssl', ['ts', '-verify', '-in', '0.tsr', '-data', '0.txt', '-CAfile', `${folder}/ca.pem`], { cwd: anchors, stdio: 'pipe' });
  });

  it('that answers with something else, or that the person does not trust, is not kept', async () => {
    const folder = await casebook();
    await writeFile(`${folder}/ca.pem`, authority.pem);
    const stranger = new ThrowAwayAuthority();
    onTestFinished(() => stranger.remove());
    let earlier: Uint8Array | null = null;
    for (const [answer, status, says] of [
      [() => '<html>404</html>', 9, 'cannot be accepted'],
      [() => [503, 'busy'] as const, 11, 'answered 503'],
      [(body: Buffer) => stranger.answer(body), 9, 'does not lead to an authority that is trusted'],
      [(body: Buffer) => (earlier = authority.answer(body)), 0, ''],
      [() => earlier ?? '', 9, 'answers another question'],
    ] as const) {
      const { url } = await serve(({ body }) => answer(body));
      const ran = await onrecord(folder, 'log', 'timestamp', '--casebook', 'book', '--tsa', url, '--ca', 'ca.pem');
      expect([says, ran.status, ran.err]).toEqual([says, status, expect.stringContaining(says)]);
    }
    const closed = await onrecord(folder, 'log', 'timestamp', '--casebook', 'book', '--tsa', 'http://127.0.0.1:9', '--ca', 'ca.pem');
    expect(closed).toMatchObject({ status: 11, err: expect.stringContaining('could not be asked') });
    await json(folder, 'export', '--format', 'bundle', 'out', '--casebook', 'book');
    expect(await readdir(`${folder}/out/data/log/anchors`)).toHaveLength(2);
  });
});

describe('a witness', () => {
  const signer = ed25519Signer('witness.example/w1', new Uint8Array(32).fill(7), 'cosignature');
  const policyOf = (url: string): string => `witness w1 ${signer.vkey} ${url}\nquorum w1\n`;

  /** Remembers the size that it saw last, as C2SP tlog-witness wants, and answers 409 with it where the asker has another. */
  function witness(): { readonly answer: (asked: Asked) => string | readonly [number, string]; seen: number } {
    const state = {
      seen: 0,
      answer: ({ body }: Asked): string | readonly [number, string] => {
        const text = body.toString('utf8');
        const note = text.slice(text.indexOf('\n\n') + 2);
        const old = Number(/^old (\d+)\n/.exec(text)?.[1]);
        const parsed = parseNote(note);
        if (!parsed.ok) return [400, 'not a checkpoint'];
        if (old !== state.seen) return [409, `${state.seen}\n`];
        state.seen = Number(note.split('\n')[1]);
        return cosign({ verbatim: note, parsed: parsed.value }, signer, new Date('2026-11-21T10:00:00Z')).slice(note.length);
      },
    };
    return state;
  }

  it('is asked only when the person asks, sees the checkpoint alone, and then vouches', async () => {
    const folder = await casebook();
    const { url, asked } = await serve(witness().answer);
    await writeFile(`${folder}/policy.txt`, policyOf(url));
    expect(wrong(await verify(folder, 'book', '--policy', 'policy.txt'))).toEqual(['policy']);
    const ran = await onrecord(folder, 'log', 'witness', '--casebook', 'book', '--policy', 'policy.txt');
    expect(ran).toMatchObject({ status: 0, out: 'w1 cosigned the first 4 entries on 2026-11-21T10:00:00.000Z.\n' });
    expect(asked.map(({ path, body }) => [path, body.toString('utf8')])).toEqual([
      ['/add-checkpoint', expect.stringMatching(/^old 0\n\nonrecord\.invalid\/\w+\n4\n[^\n]+\n\n— onrecord\.invalid\/\w+ [^\n]+\n$/)],
    ]);
    const vouched = 'w1 vouches that the first 4 entries were there on 2026-11-21T10:00:00.000Z';
    expect(await verify(folder, 'book', '--policy', 'policy.txt')).toMatchObject({ ok: true, vouched });
    expect(await verify(folder, 'book')).toMatchObject({ ok: true, vouched: NOBODY });
  });

  it('is shown that the log only grew since it saw it last, also where it remembers more than is kept here', async () => {
    const folder = await casebook();
    const state = witness();
    const { url, asked } = await serve(state.answer);
    await writeFile(`${folder}/policy.txt`, policyOf(url));
    const ask = () => onrecord(folder, 'log', 'witness', '--casebook', 'book', '--policy', 'policy.txt');
    await ask();
    await writeFile(`${folder}/b.txt`, 'Thousands rallied at Lac-Blanc on 27 June 2017.\n');
    await json(folder, 'add', '--casebook', 'book', 'b.txt');
    expect((await ask()).out).toContain('the first 6 entries');
    expect(asked.at(-1)?.body.toString('utf8')).toMatch(/^old 4\n[A-Za-z0-9+/=]+\n/);
    // It saw five entries of this log by another way: it says so, and is shown the log from there.
    await writeFile(`${folder}/c.txt`, 'Parvin Azadi was released in 1989.\n');
    await json(folder, 'add', '--casebook', 'book', 'c.txt');
    state.seen = 5;
    expect((await ask()).out).toContain('the first 8 entries');
    expect(asked.slice(-2).map(({ body }) => body.toString('utf8').split('\n')[0])).toEqual(['old 6', 'old 5']);
  });

  it('that has seen more than is here says that this is an older copy', async () => {
    const folder = await casebook();
    const { url } = await serve(() => [409, '9\n']);
    await writeFile(`${folder}/policy.txt`, policyOf(url));
    const ran = await onrecord(folder, 'log', 'witness', '--casebook', 'book', '--policy', 'policy.txt');
    expect(ran).toMatchObject({ status: 11, err: expect.stringContaining('older copy') });
  });

  it('whose answer is not its own cosignature is not kept', async () => {
    const folder = await casebook();
    const forger = ed25519Signer('witness.example/w1', new Uint8Array(32).fill(8), 'cosignature');
    const { url } = await serve(({ body }) => {
      const note = body.toString('utf8').split('\n\n').slice(1).join('\n\n');
      const parsed = parseNote(note);
      return parsed.ok ? cosign({ verbatim: note, parsed: parsed.value }, forger, new Date()).slice(note.length) : '';
    });
    await writeFile(`${folder}/policy.txt`, policyOf(url));
    expect(await onrecord(folder, 'log', 'witness', '--casebook', 'book', '--policy', 'policy.txt')).toMatchObject({
      status: 9,
      err: expect.stringContaining('Nothing was kept'),
    });
    expect(wrong(await verify(folder, 'book', '--policy', 'policy.txt'))).toEqual(['policy']);
  });

  it('vouches in a bundle too', async () => {
    const folder = await casebook();
    const { url } = await serve(witness().answer);
    await writeFile(`${folder}/policy.txt`, policyOf(url));
    await json(folder, 'log', 'witness', '--casebook', 'book', '--policy', 'policy.txt');
    await json(folder, 'export', '--format', 'bundle', 'out', '--casebook', 'book');
    await rm(`${folder}/book`, { recursive: true });
    const checker = spawnSync(process.execPath, ['out/data/verify/verify.mjs', 'out', '--policy', 'policy.txt'], { cwd: folder, encoding: 'utf8' });
    expect(checker).toMatchObject({ status: 0, stdout: expect.stringContaining('w1 vouches that the first 4 entries were there on 2026-11-21T10:00:00.000Z') });
    expect(await readFile(`${folder}/out/data/log/anchors/0.txt`, 'utf8')).toContain('— witness.example/w1 ');
  });
});
