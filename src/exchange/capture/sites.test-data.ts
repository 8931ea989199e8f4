// Sites and proxies that live as long as a test, on this machine.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A site that answers as told. `asked` are the addresses that it was asked for, in order, with their heads. */
export type Site = {
  readonly port: number;
  readonly origin: string;
  readonly asked: readonly { readonly path: string; readonly headers: Readonly<Record<string, unknown>> }[];
};

export async function startSite(answer: RequestListener): Promise<Site> {
  const asked: { readonly path: string; readonly headers: Readonly<Record<string, unknown>> }[] = [];
  const port = await listening(
    createHttpServer((request, response) => {
      asked.push({ path: request.url ?? '', headers: request.headers });
      answer(request, response);
    }),
  );
  return { port, origin: `http://127.0.0.1:${port}`, asked };
}

/** A site whose every answer is these pages, by path: text is html, else what is given. Other paths are not there. */
export const startPages = (
  pages: Readonly<Record<string, string | { readonly type: string; readonly body: string | Buffer } | { readonly to: string }>>,
): Promise<Site> =>
  startSite(({ url = '' }, response) => {
    const page = Object.hasOwn(pages, url) ? pages[url] : undefined;
    if (page === undefined) response.writeHead(404).end();
    else if (typeof page === 'string') response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
    else if ('to' in page) response.writeHead(302, { location: page.to }).end();
    else response.writeHead(200, { 'content-type': page.type }).end(page.body);
  });

/** A site of this name that speaks TLS and answers with these words; `certificate` (PEM) is its own, signed by itself. Made with openssl. */
export async function startSecure(name: string, words: string): Promise<{ readonly port: number; readonly certificate: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-tls-'));
  const [key, certificate] = ['key.pem', 'certificate.pem'].map((file) => join(folder, file)) as [string, string];
  const what = ['-newkey', 'rsa:2048', '-nodes', '-days', '30', '-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`];
  execFileSync('openssl', ['req', '-x509', ...what, '-keyout', key, '-out', certificate], { stdio: 'ignore' });
  const files = { key: readFileSync(key), cert: readFileSync(certificate) };
  rmSync(folder, { recursive: true });
  const port = await listening(createHttpsServer(files, (_, response) => response.end(words)));
  return { port, certificate: files.cert.toString() };
}

/** What answers each connection byte by byte as told. Gives its port. */
export const startRaw = (answer: (socket: Socket) => void): Promise<number> =>
  listening(
    createServer((socket) => {
      socket.on('error', () => undefined);
      answer(socket);
    }),
  );

/** A SOCKS 5 proxy that knows where names lead; `asked` are the names and ports that it was asked for. */
export async function startSocks(leads: Readonly<Record<string, number>>): Promise<{ readonly port: number; readonly asked: readonly string[] }> {
  const asked: string[] = [];
  const port = await startRaw((socket) => {
    socket.once('data', () => {
      socket.write(Uint8Array.of(5, 0));
      socket.once('data', (request: Buffer) => {
        const length = request[4] ?? 0;
        const name = `${request.toString('latin1', 5, 5 + length)}:${request.readUInt16BE(5 + length)}`;
        asked.push(name);
        const to = leads[name];
        socket.write(Uint8Array.of(5, to === undefined ? 4 : 0, 0, 1, 0, 0, 0, 0, 0, 0));
        if (to === undefined) socket.end();
        else meet(socket, to);
      });
    });
  });
  return { port, asked };
}

/** An http proxy (CONNECT) that knows where names lead; `asked` are its questions' first lines. */
export async function startProxy(leads: Readonly<Record<string, number>>): Promise<{ readonly port: number; readonly asked: readonly string[] }> {
  const asked: string[] = [];
  const port = await startRaw((socket) => {
    socket.once('data', (request: Buffer) => {
      const line = request.toString('latin1').split('\r\n')[0] ?? '';
      asked.push(line);
      const to = leads[/^CONNECT (\S+) /.exec(line)?.[1] ?? ''];
      socket.write(to === undefined ? 'HTTP/1.1 502 Bad Gateway\r\n\r\n' : 'HTTP/1.1 200 Connection established\r\n\r\n');
      if (to === undefined) socket.end();
      else meet(socket, to);
    });
  });
  return { port, asked };
}

function meet(socket: Socket, port: number): void {
  const far = connect(port, '127.0.0.1');
  far.on('error', () => socket.destroy());
  socket.pipe(far).pipe(socket);
}

/** Its port, once it listens; it is gone with the test. */
async function listening(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket.once('close', () => sockets.delete(socket))));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return (server.address() as AddressInfo).port;
}
