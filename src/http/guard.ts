// Who may ask: only pages of this very server, in a browser that opened the link which `serve` printed. Everything else
// is refused before a route is looked at: another site in the same browser, a name that resolves to this machine (DNS
// rebinding), another user of the machine.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Fault } from '../base/fault.ts';

export type Gate = { readonly key: string; readonly port: () => number };

/** Where the printed link leads: it puts the key into a cookie and out of the address. */
export const OPEN = '/open';

/** What every answer carries. Nothing remote, nothing inline; the desk in no frame. */
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; media-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** Sets the headers, and throws a Fault 'not-allowed' where a request may not be answered. */
export function guard(request: FastifyRequest, reply: FastifyReply, gate: Gate): void {
  void reply.headers(HEADERS);
  const hosts = ['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${gate.port()}`);
  const { host, origin, 'sec-fetch-site': site } = request.headers;
  if (host === undefined || !hosts.includes(host)) refuse(`this server does not answer to the name "${host ?? ''}"`);
  if (origin !== undefined && !hosts.some((name) => origin === `http://${name}`)) refuse(`pages of ${origin} may not ask this server`);
  const navigates = request.method === 'GET' && !isApi(request.url);
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !navigates) refuse('another site may not ask this server');
  if (isApi(request.url) && !sameKey(cookie(request, cookieName(gate)), gate.key)) refuse('the key of this desk is missing');
}

/** The cookie for a key that was right; SameSite, so that no other site's request carries it. */
export function keyCookie(gate: Gate): string {
  return `${cookieName(gate)}=${gate.key}; Path=/; HttpOnly; SameSite=Strict`;
}

/** The cookie of a browser's session, kept where it has one: it ends with the browser. It lets nobody in; it tells whose asking was heard. */
export const sessionCookie = (request: FastifyRequest, gate: Gate): string =>
  `${sessionName(gate)}=${sessionOf(request, gate) || randomBytes(16).toString('base64url')}; Path=/; HttpOnly; SameSite=Strict`;

/** Empty where the request has none. */
export const sessionOf = (request: FastifyRequest, gate: Gate): string => {
  const said = cookie(request, sessionName(gate)) ?? '';
  return /^[\w-]{22}$/.test(said) ? said : '';
};

/** In constant time. */
export function sameKey(given: string | undefined, key: string): boolean {
  const a = Buffer.from(given ?? '');
  const b = Buffer.from(key);
  return a.length === b.length && timingSafeEqual(a, b);
}

const isApi = (url: string): boolean => url.startsWith('/api/') || url.startsWith('/log/');

/** Cookies are shared by all ports of a machine, so the name holds the port. */
const cookieName = (gate: Gate): string => `onrecord-${gate.port()}`;
const sessionName = (gate: Gate): string => `onrecord-session-${gate.port()}`;

function cookie(request: FastifyRequest, wanted: string): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([name]) => name === wanted)?.[1];
}

function refuse(why: string): never {
  throw new Fault('not-allowed', why, 'Open the link that `onrecord serve` printed, in a browser on this machine.');
}
