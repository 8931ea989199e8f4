// A connection to the host of an address, to exactly the machine that was looked at: the name is resolved here, once, every address
// that it has is checked, and one of those is connected to. A name that is a public address when it is checked and another when it is
// asked (DNS rebinding) gains nothing, as it is not asked again.
import { lookup } from 'node:dns/promises';
import { connect as connectSocket, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { Fault } from '../../base/fault.ts';
import { whyForbidden, whyForbiddenHost } from './forbidden-address.ts';
import { connectThrough, type Proxy } from './proxy.ts';

/** The addresses of a host, by its name. Rejects where it has none. */
export type Resolve = (host: string) => Promise<readonly string[]>;

export const resolveBySystem: Resolve = async (host) => (await lookup(host, { all: true })).map(({ address }) => address);

/** How sites are reached. `authorities`: certificates (PEM) that are trusted in the place of those that Node brings. */
export type Ways = {
  readonly allowLocal: boolean;
  readonly proxy: Proxy | null;
  readonly resolve: Resolve;
  readonly authorities?: string;
};

/** An open connection; `address` is the machine's, null where a proxy found it. */
export type Connection = { readonly socket: Socket; readonly address: string | null };

/** For one address of a host to take the connection. */
const CONNECT_MS = 15_000;

/**
 * Throws a Fault 'bad-usage' for another scheme than http and https and for an address with a name and password in it, 'not-allowed' for a
 * host that is no public machine, 'conflict' where none can be connected to, and with what `stopped` gives.
 */
export async function connect(url: URL, ways: Ways, stopped: AbortSignal): Promise<Connection> {
  requireSite(url, ways);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
  const { socket, address } = ways.proxy ? await viaProxy(ways.proxy, { host, port }, stopped) : await directly(url, { host, port }, ways, stopped);
  return { socket: url.protocol === 'https:' ? await secured(socket, host, ways, stopped) : socket, address };
}

/** What can be told of an address before its name is resolved. Throws as `connect` does. */
export function requireSite(url: URL, { allowLocal }: Pick<Ways, 'allowLocal'>): void {
  requireWeb(url);
  requirePublic(url, allowLocal ? null : whyForbiddenHost(url.hostname));
}

export function requireWeb(url: URL): void {
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new Fault('bad-usage', `${url.protocol} is no address of the web`, 'Only http:// and https:// are asked for.');
  if (url.username !== '' || url.password !== '')
    throw new Fault('bad-usage', 'the address holds a name or a password, which would stand in the record', 'Give it without them.');
}

function requirePublic(url: URL, forbidden: string | null): void {
  if (forbidden === null) return;
  throw new Fault(
    'not-allowed',
    `${url.host} is ${forbidden}, and no site of the web`,
    'Nothing was asked for there. Where that is meant, say --allow-local on the command line.',
  );
}

async function directly(url: URL, { host, port }: { readonly host: string; readonly port: number }, ways: Ways, stopped: AbortSignal): Promise<Connection> {
  const addresses = isIP(host) === 0 ? await resolved(host, ways.resolve) : [host];
  // All of them: a host that mixes public addresses with others is not to be trusted with any.
  if (!ways.allowLocal) for (const address of addresses) requirePublic(url, whyForbidden(address));
  let last: unknown;
  for (const address of addresses) {
    try {
      return { socket: await opened(address, port, stopped), address };
    } catch (thrown) {
      stopped.throwIfAborted();
      last = thrown;
    }
  }
  throw new Fault('conflict', `${url.host} cannot be connected to${reasonOf(last)}`, 'Look whether the site is there, and try again later.', last);
}

async function resolved(host: string, resolve: Resolve): Promise<readonly string[]> {
  const addresses = await resolve(host).catch((cause: unknown) => {
    throw new Fault('conflict', `${host} has no address${reasonOf(cause)}`, 'Look at how it is written, and whether this machine is on a network.', cause);
  });
  if (addresses.length > 0) return addresses;
  throw new Fault('conflict', `${host} has no address`, 'Look at how it is written.');
}

async function viaProxy(proxy: Proxy, target: { readonly host: string; readonly port: number }, stopped: AbortSignal): Promise<Connection> {
  const socket = await opened(proxy.host, proxy.port, stopped).catch((cause: unknown) => {
    stopped.throwIfAborted();
    throw new Fault(
      'conflict',
      `the proxy cannot be connected to${reasonOf(cause)}`,
      'Look whether it runs, and at its address. Nothing was asked for without it.',
      cause,
    );
  });
  const cut = (): unknown => socket.destroy();
  stopped.addEventListener('abort', cut, { once: true });
  try {
    await connectThrough(socket, proxy, target);
    return { socket, address: null };
  } catch (thrown) {
    socket.destroy();
    stopped.throwIfAborted();
    throw thrown;
  } finally {
    stopped.removeEventListener('abort', cut);
  }
}

/** `host` is an address, or the name of a proxy that the person gave. */
function opened(host: string, port: number, stopped: AbortSignal): Promise<Socket> {
  const socket = connectSocket({ host, port });
  return settled(socket, 'connect', stopped);
}

/** The certificate has to be of the name that was asked for, and of somebody whom this machine trusts. */
async function secured(socket: Socket, host: string, { authorities }: Ways, stopped: AbortSignal): Promise<Socket> {
  const secure = connectTls({
    socket,
    host,
    ...(isIP(host) === 0 ? { servername: host } : {}),
    ALPNProtocols: ['http/1.1'],
    ...(authorities === undefined ? {} : { ca: authorities }),
  });
  try {
    return await settled(secure, 'secureConnect', stopped);
  } catch (cause) {
    socket.destroy();
    stopped.throwIfAborted();
    throw new Fault(
      'conflict',
      `${host} does not prove that it is ${host}${reasonOf(cause)}`,
      'Somebody may stand in between. Look at it in a browser; nothing was asked for.',
      cause,
    );
  }
}

async function settled<S extends Socket>(socket: S, ready: 'connect' | 'secureConnect', stopped: AbortSignal): Promise<S> {
  const { promise, resolve, reject } = Promise.withResolvers<S>();
  const cut = (): unknown => socket.destroy(stopped.reason instanceof Error ? stopped.reason : new Error('stopped'));
  const timer = setTimeout(() => socket.destroy(new Error('it took too long')), CONNECT_MS);
  socket.once(ready, () => resolve(socket));
  socket.once('error', reject);
  socket.once('close', () => reject(new Error('the connection was closed')));
  stopped.addEventListener('abort', cut, { once: true });
  if (stopped.aborted) cut();
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    stopped.removeEventListener('abort', cut);
    socket.off('error', reject);
    // What breaks later is told by whoever reads from it.
    socket.on('error', () => undefined);
  }
}

/** Why, in the words of the system: ": ECONNREFUSED"; empty where it has none. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return '';
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  return `: ${WORDS[code] ?? (code || cause.message)}`;
}

const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'it refuses',
  ECONNRESET: 'it closed the connection',
  ETIMEDOUT: 'it does not answer',
  ENOTFOUND: 'nobody knows that name',
  EAI_AGAIN: 'the name system does not answer',
  ENETUNREACH: 'this machine is on no network that leads there',
  EHOSTUNREACH: 'no network leads there',
  CERT_HAS_EXPIRED: 'its certificate is out of date',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself alone',
  SELF_SIGNED_CERT_IN_CHAIN: 'nobody known vouches for its certificate',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'nobody known vouches for its certificate',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is of another name',
};
