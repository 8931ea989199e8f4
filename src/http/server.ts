// The desk's server: the API and the browser's part, on the loopback interface alone.
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import serveFiles from '@fastify/static';
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { ZodError } from 'zod';
import { asFault, Fault, type FaultCode } from '../base/fault.ts';
import type { Casebook } from '../desk/casebook.ts';
import { Leases } from '../desk/leases.ts';
import { CheckedLately } from '../desk/check-lately.ts';
import { logFile } from '../desk/log-files.ts';
import { throughVeil } from '../desk/through-veil.ts';
import { OpenedNames } from '../desk/opened-names.ts';
import { PageViewer, type Picture } from '../desk/page-viewer.ts';
import { MOST_BYTES } from '../desk/receive.ts';
import type { ShownMedia } from '../desk/shown-media.ts';
import { watchRest } from './at-rest.ts';
import { guard, keyCookie, OPEN, sameKey, sessionCookie, sessionOf, type Gate } from './guard.ts';
import { openApi } from './openapi.ts';
import { ROUTES } from './routes.ts';
import { sendMedia } from './send-media.ts';

const WEB = fileURLToPath(new URL('../../web/dist/', import.meta.url));

/** HTTP status of each fault that is the asker's, or says that something is not there; any other is 500. */
const STATUS: Readonly<Partial<Record<FaultCode, number>>> = {
  'bad-usage': 400,
  'bad-date': 400,
  'bad-query': 400,
  'bad-shape': 400,
  'not-allowed': 401,
  'not-found': 404,
  conflict: 409,
  'casebook-locked': 503,
};

/** Paths where what is missing is missing, and no page of the desk. */
const OWN_ERRORS = /^\/(?:api|log|assets)\//;

/** `link` opens the desk; it holds the key that every request is asked for. `atRest` resolves when for a moment nobody waited for an answer. */
export type Server = { readonly link: string; readonly port: number; readonly atRest: () => Promise<void>; readonly close: () => Promise<void> };

/**
 * Starts serving a casebook on 127.0.0.1. `port` 0 takes any that is free.
 *
 * Throws a Fault 'conflict' where the port is taken.
 */
export async function startServer(casebook: Casebook, port: number): Promise<Server> {
  const app = fastify({ bodyLimit: 1_000_000, forceCloseConnections: true });
  const gate: Gate = { key: randomBytes(32).toString('base64url'), port: () => portOf(app) };
  // The guard comes first, so that not even a path that does not exist is told apart without the key.
  app.addHook('onRequest', async (request, reply) => guard(request, reply, gate));
  const atRest = watchRest(app);
  app.setErrorHandler((thrown, _request, reply) => sendFault(reply, thrown));
  const viewer = new PageViewer(casebook);
  app.addHook('onClose', () => viewer.close());
  addApi(app, casebook, viewer, gate);
  await addDesk(app, gate);
  await listen(app, port);
  return { link: `http://127.0.0.1:${portOf(app)}${OPEN}?key=${gate.key}`, port: portOf(app), atRest, close: () => app.close() };
}

function addApi(app: FastifyInstance, casebook: Casebook, viewer: PageViewer, gate: Gate): void {
  // A file comes as it is: its bytes are handed on as a stream, and never parsed here.
  const [leases, checked, opened] = [new Leases(), new CheckedLately(), new OpenedNames()];
  app.addHook('onClose', async () => checked.close());
  const unseen = `unseen${randomBytes(16).toString('hex')}`;
  app.addContentTypeParser('application/octet-stream', (_request, body, done) => done(null, body));
  for (const { method, path, answer, takesFile, givesPicture, givesMedia, records = false } of ROUTES) {
    app.route({
      method,
      url: path,
      ...(takesFile ? { bodyLimit: MOST_BYTES } : {}),
      handler: async (request, reply) => {
        void reply.header('cache-control', 'no-store');
        const { params, query, body } = request;
        const session = sessionOf(request, gate);
        const veil = await opened.veil(casebook, session);
        const asked = { body, gone: goneSignal(reply), viewer, leases, checked, opened, session, veil };
        const through = { address: { params, query }, said: takesFile ? null : body, records, isText: !givesPicture && !givesMedia, unseen };
        const answered = await throughVeil(veil, through, (address) => answer(casebook, { ...asked, ...address }).catch(asAskers));
        if (givesMedia) return sendMedia(reply, request.headers.range, answered as ShownMedia);
        return givesPicture ? sendPicture(reply, answered as Picture) : answered;
      },
    });
  }
  app.get<{ Params: { readonly '*': string } }>('/log/*', async (request, reply) => {
    const found = await logFile(casebook, request.params['*']);
    if (!found) throw new Fault('not-found', `the log has no ${request.params['*']}`, 'See C2SP tlog-tiles for the paths.');
    return reply.type(found.mediaType).send(found.bytes);
  });
  app.get('/api/openapi.json', async () => openApi());
}

/** A refusal of what was sent, as the fault that it is. */
const asAskers = (thrown: unknown): never => {
  throw thrown instanceof ZodError ? badBody(thrown) : clientFault(thrown);
};

/** Of the type that it was taken for, and no other: a browser is not to guess. */
const sendPicture = (reply: FastifyReply, { mediaType, bytes }: Picture): FastifyReply => reply.type(mediaType).send(bytes);

/** Aborted when the connection closes before the answer was sent. */
function goneSignal({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  raw.once('close', () => raw.writableEnded || gone.abort());
  return gone.signal;
}

/** The browser's part. A path that is no file is the desk's own to make sense of, but not under /api/. */
async function addDesk(app: FastifyInstance, gate: Gate): Promise<void> {
  app.get<{ Querystring: { readonly key?: string } }>(OPEN, async (request, reply) => {
    if (!sameKey(request.query.key, gate.key))
      throw new Fault('not-allowed', 'this link is not of the desk that runs now', 'Open the link that `onrecord serve` printed last.');
    return reply
      .header('set-cookie', [keyCookie(gate), sessionCookie(request, gate)])
      .header('cache-control', 'no-store')
      .redirect('/', 303);
  });
  const built = existsSync(WEB);
  if (built)
    await app.register(serveFiles, {
      root: WEB,
      wildcard: true,
      cacheControl: false,
      setHeaders: (reply, path) => void reply.header('cache-control', keepingOf(path)),
    });
  app.setNotFoundHandler((request, reply) => {
    if (request.method === 'GET' && !OWN_ERRORS.test(request.url) && built) return reply.header('cache-control', 'no-cache').sendFile('index.html');
    return sendFault(reply, new Fault('not-found', `there is nothing at ${request.method} ${request.url.split('?')[0]}`, 'See /api/openapi.json.'));
  });
}

/** What the build names by its digest is the same for ever; any other file may be another with the next version. */
const keepingOf = (path: string): string => (path.startsWith(join(WEB, 'assets')) ? 'public, max-age=31536000, immutable' : 'no-cache');

function sendFault(reply: FastifyReply, thrown: unknown): FastifyReply {
  const fault = thrown instanceof ZodError ? badBody(thrown) : clientFault(thrown);
  return reply.code(STATUS[fault.code] ?? 500).send({ error: fault.shape() });
}

function badBody(thrown: ZodError): Fault {
  const issue = thrown.issues[0];
  return new Fault('bad-shape', `${issue?.path.join('.') || 'the request'}: ${issue?.message ?? 'not as it should be'}`, 'See /api/openapi.json.', thrown);
}

/** Fastify's own refusals (a body that is no JSON, one that is too large) are the asker's too. */
function clientFault(thrown: unknown): Fault {
  const status = typeof thrown === 'object' && thrown !== null && 'statusCode' in thrown ? Number(thrown.statusCode) : 500;
  if (!(thrown instanceof Fault) && status >= 400 && status < 500 && thrown instanceof Error)
    return new Fault('bad-shape', thrown.message, 'See /api/openapi.json.', thrown);
  return asFault(thrown);
}

async function listen(app: FastifyInstance, port: number): Promise<void> {
  try {
    await app.listen({ host: '127.0.0.1', port });
  } catch (cause) {
    const taken = cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE';
    throw taken ? new Fault('conflict', `port ${port} is taken`, 'Stop what uses it, or give another with --port N.', cause) : cause;
  }
}

function portOf(app: FastifyInstance): number {
  const address = app.server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
