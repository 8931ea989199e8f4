// A proxy between this machine and the sites: http (CONNECT) and SOCKS 5. The proxy resolves the names, so that not even a question
// of the name system tells which site is asked for.
// Source: RFC 9110, section 9.3.6 (CONNECT); RFC 1928 (SOCKS 5), RFC 1929 (its names and passwords).
import type { Socket } from 'node:net';
import { Fault } from '../../base/fault.ts';

/** `user` and `password` are empty where there are none. */
export type Proxy = { readonly kind: 'http' | 'socks5'; readonly host: string; readonly port: number; readonly user: string; readonly password: string };

const KINDS: Readonly<Record<string, { readonly kind: Proxy['kind']; readonly port: number }>> = {
  'http:': { kind: 'http', port: 8080 },
  'socks5:': { kind: 'socks5', port: 1080 },
  'socks5h:': { kind: 'socks5', port: 1080 },
};

const HINT = 'Give it as http://HOST:PORT or socks5h://HOST:PORT; of Tor, socks5h://127.0.0.1:9050.';

/** Throws a Fault 'bad-usage' where it is no address of a proxy. */
export function parseProxy(words: string): Proxy {
  const url = URL.canParse(words) ? new URL(words) : null;
  const known = url && KINDS[url.protocol];
  // The words may hold a password: they are not repeated.
  if (!url || !known || url.hostname === '') throw new Fault('bad-usage', 'that is no address of a proxy', HINT);
  const [user, password] = [url.username, url.password].map((each) => decodeURIComponent(each));
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return { kind: known.kind, host, port: url.port === '' ? known.port : Number(url.port), user: user ?? '', password: password ?? '' };
}

/** As it may stand in a record: without its password. */
export const shownProxy = ({ kind, host, port }: Proxy): string =>
  `${kind === 'http' ? 'http' : 'socks5h'}://${host.includes(':') ? `[${host}]` : host}:${port}`;

/** Has the proxy at the other end of `socket` connect to a host by its name. Throws a Fault 'conflict' where it will not. */
export async function connectThrough(socket: Socket, proxy: Proxy, target: { readonly host: string; readonly port: number }): Promise<void> {
  const heard = new Heard(socket);
  try {
    if (proxy.kind === 'http') await connectByHttp(socket, heard, proxy, target);
    else await connectBySocks(socket, heard, proxy, target);
  } finally {
    heard.end();
  }
}

type Target = { readonly host: string; readonly port: number };

async function connectByHttp(socket: Socket, heard: Heard, { user, password }: Proxy, { host, port }: Target): Promise<void> {
  const authority = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  const key = user === '' ? '' : `Proxy-Authorization: Basic ${Buffer.from(`${user}:${password}`).toString('base64')}\r\n`;
  socket.write(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n${key}\r\n`);
  const head = await heard.until('\r\n\r\n');
  const status = /^HTTP\/1\.[01] (\d{3})/.exec(head)?.[1];
  if (status?.[0] !== '2') throw refusedBy(status === undefined ? 'what answers there is no proxy' : `the proxy answered ${status}`);
}

/** What a SOCKS server says why it did not connect. */
const REPLIES: Readonly<Record<number, string>> = {
  1: 'it failed',
  2: 'its rules forbid it',
  3: 'the network cannot be reached',
  4: 'the host cannot be reached',
  5: 'the host refused',
  6: 'it took too long',
};

async function connectBySocks(socket: Socket, heard: Heard, { user, password }: Proxy, { host, port }: Target): Promise<void> {
  socket.write(Uint8Array.of(5, 1, user === '' ? 0 : 2));
  const [version, method] = await heard.bytes(2);
  if (version !== 5) throw refusedBy('what answers there is no SOCKS 5 proxy');
  if (method === 2) {
    socket.write(Buffer.concat([Uint8Array.of(1), counted(user), counted(password)]));
    if ((await heard.bytes(2))[1] !== 0) throw refusedBy('the proxy does not take the name and password');
  } else if (method !== 0) throw refusedBy('the proxy wants a name and password');
  // By its name, also where it is an address: as socks5h does.
  socket.write(Buffer.concat([Uint8Array.of(5, 1, 0, 3), counted(host), Uint8Array.of(port >> 8, port & 255)]));
  const [, reply = 1, , kind] = await heard.bytes(4);
  if (reply !== 0) throw refusedBy(`the proxy could not reach ${host}: ${REPLIES[reply] ?? `reply ${reply}`}`);
  const length = kind === 1 ? 4 : kind === 4 ? 16 : ((await heard.bytes(1))[0] ?? 0);
  await heard.bytes(length + 2);
}

function counted(words: string): Buffer {
  const bytes = Buffer.from(words);
  if (bytes.length > 255) throw refusedBy('a name is too long for the proxy');
  return Buffer.concat([Uint8Array.of(bytes.length), bytes]);
}

const refusedBy = (why: string): Fault => new Fault('conflict', why, `Look whether the proxy runs, and at its address. ${HINT}`);

/** The longest head that is taken of a proxy, in bytes. */
const HEAD = 16 * 1024;

/** What a socket has said so far; what is more than was asked for stays in the socket. */
class Heard {
  readonly #socket: Socket;
  #held: Buffer = Buffer.alloc(0);
  #wake: () => void = () => undefined;
  #over = false;
  readonly #take = (piece: Buffer): void => {
    this.#held = Buffer.concat([this.#held, piece]);
    this.#wake();
  };
  readonly #close = (): void => {
    this.#over = true;
    this.#wake();
  };

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', this.#take).on('end', this.#close).on('close', this.#close);
  }

  end(): void {
    this.#socket.off('data', this.#take).off('end', this.#close).off('close', this.#close);
    this.#socket.pause();
    if (this.#held.length > 0) this.#socket.unshift(this.#held);
  }

  async bytes(count: number): Promise<Buffer> {
    await this.#wait(() => this.#held.length >= count);
    return this.#cut(count);
  }

  async until(end: string): Promise<string> {
    await this.#wait(() => this.#held.includes(end));
    return this.#cut(this.#held.indexOf(end) + end.length).toString('latin1');
  }

  #cut(count: number): Buffer {
    const given = this.#held.subarray(0, count);
    this.#held = this.#held.subarray(count);
    return given;
  }

  async #wait(isThere: () => boolean): Promise<void> {
    while (!isThere()) {
      if (this.#over || this.#held.length > HEAD) throw refusedBy('the proxy closed the connection');
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#wake = resolve;
      await promise;
    }
  }
}
