// The second analyser by the command line, against a small server that stands for an OpenAI-compatible endpoint.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { ClaimRow, DocumentRow } from '../../src/model/answers.ts';
import { folderWith, json, onrecord } from './onrecord.ts';

const TEXT = 'Police arrested Omid Farrokh in Basel on 3 March 2016.\n\nThe lamps went out over the yard and he was seen no more.\n';
const GONE = { quote: 'he was seen no more', kind: 'abduction', roles: {}, time: null, modality: 'asserted', saidBy: [] };
const INVENTED = { ...GONE, quote: 'he was taken to a cell' };
const ARREST = { ...GONE, quote: 'Police arrested Omid Farrokh in Basel on 3 March 2016', kind: 'arrest' };

type Seen = { readonly path: string | undefined; readonly authorization: string | undefined; readonly body: string };

/** A server that answers every question with `respond`; gives its base address and what it was asked. */
async function endpoint(respond: (response: ServerResponse) => void): Promise<{ readonly url: string; readonly seen: Seen[] }> {
  const seen: Seen[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (piece: string) => (body += piece));
    request.on('end', () => {
      seen.push({ path: request.url, authorization: request.headers.authorization, body });
      respond(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, seen };
}

const claiming =
  (...claims: readonly unknown[]) =>
  (response: ServerResponse): void => {
    response.end(JSON.stringify({ id: 'x', choices: [{ index: 0, message: { role: 'assistant', content: JSON.stringify({ claims }) } }] }));
  };

async function casebook(...options: readonly string[]): Promise<{ readonly folder: string; readonly document: string }> {
  const folder = await folderWith({ 'report.txt': TEXT });
  await onrecord(folder, 'init', 'book');
  await onrecord(folder, 'add', 'report.txt', '--casebook', 'book', ...options);
  const [row] = await json<DocumentRow>(folder, 'documents', '--casebook', 'book');
  return { folder, document: row?.id ?? '' };
}

const rules = async (folder: string): Promise<readonly string[]> =>
  (await json<ClaimRow>(folder, 'claims', '--casebook', 'book')).map((claim) => `${claim.rule} ${claim.kind}`);

test('what would be sent where is shown, and nothing is sent until --send is given; then only quotes of the text are proposed', async () => {
  const { folder, document } = await casebook();
  const { url, seen } = await endpoint(claiming(GONE, INVENTED, ARREST));
  const call = ['analyse', document, '--casebook', 'book', '--endpoint', url, '--model', 'small'];
  const [shown] = await json(folder, ...call);
  expect(shown).toMatchObject({ document, to: url, model: 'small', sensitivity: 'public', questions: 1 });
  expect(seen).toEqual([]);

  const [done] = await json(folder, ...call, '--send');
  expect(done).toMatchObject({ document, proposed: 1, agreed: 1, dropped: 1, failures: [] });
  expect(seen).toHaveLength(1);
  expect(seen[0]).toMatchObject({ path: '/v1/chat/completions', authorization: undefined });
  expect(seen[0]?.body).toContain('The lamps went out');
  expect(await rules(folder)).toEqual(['arrest.verb@1 arrest', 'model:small@1 abduction']);
  expect((await onrecord(folder, 'show', document, '--casebook', 'book')).out).toContain(`small at ${url}`);

  await json(folder, ...call, '--send');
  await onrecord(folder, 'analyse', '--casebook', 'book');
  expect(await rules(folder)).toEqual(['arrest.verb@1 arrest', 'model:small@1 abduction']);
});

test('where the endpoint fails, is late or sends the caller elsewhere, it is said and the rules’ suggestions stand', async () => {
  const failing: readonly (readonly [(response: ServerResponse) => void, RegExp, string?])[] = [
    [(response) => response.writeHead(500).end(), /answered 500/],
    [(response) => response.end('hello'), /not that of a chat/],
    [(response) => response.end('{"choices":[{"message":{"content":"no"}}]}'), /not JSON/],
    [() => undefined, /did not answer in 0.5 s/, '0.5'],
    [(response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(), /could not be asked/],
  ];
  const { folder, document } = await casebook();
  // Only what never answers is given a short time: a busy machine may be late with the others.
  for (const [respond, reason, limit = '60'] of failing) {
    const { url } = await endpoint(respond);
    const ran = await onrecord(folder, 'analyse', document, '--casebook', 'book', '--endpoint', url, '--model', 'small', '--send', '--time-limit', limit);
    expect(ran).toMatchObject({ status: 1, err: expect.stringMatching(reason) as unknown });
  }
  expect(await rules(folder)).toEqual(['arrest.verb@1 arrest']);
});

test('a restricted document is refused unless it is said, and a far address in the clear always', async () => {
  const { folder, document } = await casebook('--sensitivity', 'restricted');
  const { url, seen } = await endpoint(claiming(GONE));
  const call = ['analyse', document, '--casebook', 'book', '--model', 'small', '--send'];
  expect(await onrecord(folder, ...call, '--endpoint', url)).toMatchObject({ status: 9 });
  expect(await onrecord(folder, ...call, '--endpoint', 'http://models.example/v1', '--even-restricted')).toMatchObject({ status: 9 });
  expect(await onrecord(folder, ...call, '--endpoint', 'models')).toMatchObject({ status: 2 });
  expect(seen).toEqual([]);
  expect(await onrecord(folder, ...call, '--endpoint', url, '--even-restricted')).toMatchObject({ status: 0 });
  expect(seen).toHaveLength(1);
});
