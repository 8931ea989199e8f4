// One question to a site and its answer, both byte by byte as they went over the connection: what a WARC keeps.
// HTTP/1.1 without keeping connections: one connection, one question. Node's parser follows along to say where the answer ends.
// Source: RFC 9112; RFC 9110, section 15.2 (answers that only announce another).
import { request, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { Fault } from '../../base/fault.ts';
import { tooMuch, type Budget } from './budget.ts';
import { connect, type Ways } from './connect.ts';

/** `asked` and `answered` are HTTP messages as they were sent; `body` is the answer's without the framing of its transfer. */
export type Exchange = {
  readonly url: string;
  /** When it was asked, ISO, UTC. */
  readonly at: string;
  /** Of the machine that answered; null where a proxy found it. */
  readonly address: string | null;
  readonly status: number;
  /** Names and values in the order in which they came. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly asked: Buffer;
  readonly answered: Buffer;
  readonly body: Buffer;
};

/** Headers of a question, in their order; Host and Connection are put to them. */
export type Headers = readonly (readonly [name: string, value: string])[];

/** The longest head of an answer, in bytes. */
const HEAD = 64 * 1024;

/**
 * Asks for an address (GET) and takes the answer whole.
 *
 * Throws the Faults of `connect`; 'conflict' where the answer is more than its limits allow, takes longer, breaks off or is no HTTP;
 * and what `stopped` gives.
 */
export async function exchange(
  url: URL,
  headers: Headers,
  at: { readonly ways: Ways; readonly budget: Budget; readonly stopped: AbortSignal; readonly now: () => Date },
): Promise<Exchange> {
  const { ways, budget, now } = at;
  const late = new Fault('conflict', `${url.host} took longer than ${Math.round(budget.answerMs / 1000)} s for one answer`, 'Try again later.');
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(late), budget.answerMs);
  const stopped = AbortSignal.any([at.stopped, timeout.signal]);
  try {
    const moment = now().toISOString();
    const { socket, address } = await connect(url, ways, stopped);
    const answer = await ask(url, headers, { socket, budget, stopped });
    return { url: url.href, at: moment, address, ...answer };
  } finally {
    clearTimeout(timer);
  }
}

type Asking = { readonly socket: Socket; readonly budget: Budget; readonly stopped: AbortSignal };

async function ask(url: URL, headers: Headers, { socket, budget, stopped }: Asking): Promise<Omit<Exchange, 'url' | 'at' | 'address'>> {
  const cut = (): unknown => socket.destroy();
  stopped.addEventListener('abort', cut, { once: true });
  if (stopped.aborted) cut();
  const came: Buffer[] = [];
  const head: Headers = [['Host', url.host], ...headers, ['Connection', 'close']];
  try {
    const answer = await opened(url, head, socket, came);
    if (Number(answer.headers['content-length'] ?? 0) > budget.limits.answerBytes) throw tooMuch(`the answer of ${url.host} has`, budget.limits.answerBytes);
    const body = await bodyOf(answer, url, budget);
    const raw = withoutAnnouncements(Buffer.concat(came));
    const bodyIsPlain = answer.headers['transfer-encoding'] === undefined;
    return {
      status: answer.statusCode ?? 0,
      headers: pairs(answer.rawHeaders),
      asked: Buffer.from(`GET ${url.pathname}${url.search} HTTP/1.1\r\n${head.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`, 'latin1'),
      // Beyond the length that it gave itself, nothing belongs to it.
      answered: bodyIsPlain ? raw.subarray(0, raw.indexOf('\r\n\r\n') + 4 + body.length) : raw,
      body,
    };
  } catch (thrown) {
    stopped.throwIfAborted();
    if (thrown instanceof Fault) throw thrown;
    throw new Fault('conflict', `the answer of ${url.host} broke off or makes no sense`, 'Try again later.', thrown);
  } finally {
    stopped.removeEventListener('abort', cut);
    socket.destroy();
  }
}

/** The answer's head; `came` takes every byte of the answer from here on. */
async function opened(url: URL, headers: Headers, socket: Socket, came: Buffer[]): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const asking = request({
    createConnection: () => socket,
    method: 'GET',
    path: `${url.pathname}${url.search}`,
    headers: headers.flat(),
    setHost: false,
    maxHeaderSize: HEAD,
    joinDuplicateHeaders: true,
  });
  asking.once('response', resolve);
  asking.on('error', reject);
  asking.once('upgrade', () => reject(new Fault('conflict', `${url.host} wants to speak another protocol`, 'Look at the address.')));
  asking.end();
  // Before the parser of Node sees it, and whatever that makes of it.
  socket.prependListener('data', (piece: Buffer) => came.push(piece));
  socket.resume();
  return promise;
}

/** Counted as it comes, so that what is too much is never held. */
async function bodyOf(answer: IncomingMessage, url: URL, budget: Budget): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of answer as AsyncIterable<Buffer>) {
    length += piece.length;
    budget.take(piece.length);
    if (length > budget.limits.answerBytes) throw tooMuch(`the answer of ${url.host} has`, budget.limits.answerBytes);
    pieces.push(piece);
  }
  return Buffer.concat(pieces, length);
}

/** A site may announce its answer (100, 103) before it gives it: what was announced is no answer. */
function withoutAnnouncements(raw: Buffer): Buffer {
  for (let at = 0; ;) {
    const end = raw.indexOf('\r\n\r\n', at);
    if (end < 0 || !/^HTTP\/1\.\d 1\d\d/.test(raw.toString('latin1', at, at + 12))) return raw.subarray(at);
    at = end + 4;
  }
}

const pairs = (raw: readonly string[]): Headers => raw.flatMap((name, n) => (n % 2 === 0 ? [[name, raw[n + 1] ?? ''] as const] : []));
