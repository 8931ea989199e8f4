// A name that has a pseudonym, asked for over every door of the desk: nothing that is answered says a word of it.
import { request } from 'node:http';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished, test } from 'vitest';
import { foldedWords } from '../../src/base/fold.ts';
import type { Casebook } from '../../src/desk/casebook.ts';
import { entities } from '../../src/desk/entities.ts';
import { documents } from '../../src/desk/questions.ts';
import { judge } from '../../src/desk/judge.ts';
import { placeMap } from '../../src/desk/place-map.ts';
import { statePseudonym, veiledNames } from '../../src/desk/pseudonyms.ts';
import { note } from '../../src/desk/remarks.ts';
import { story, type Told } from '../../src/desk/story.test-data.ts';
import { ROUTES } from '../../src/http/routes.ts';
import { startServer } from '../../src/http/server.ts';
import type { ClaimRow, DocumentView } from '../../src/model/answers.ts';
import type { SearchAndLists } from '../../src/model/list-answers.ts';
import type { NamesVeiled } from '../../src/model/pseudonym.ts';

type Answer = { readonly status: number; readonly said: string; readonly body: string };
type Asking = (path: string, body?: unknown) => Promise<Answer>;

/** Asks as a browser that opened the link; `said` is all of the answer, headers too. */
async function served(casebook: Casebook): Promise<Asking> {
  const server = await startServer(casebook, 0);
  onTestFinished(() => server.close());
  const ask = (path: string, cookie: string, body?: unknown): Promise<Answer & { readonly cookies: readonly string[] }> =>
    new Promise((resolve, reject) => {
      const headers = { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
      const asked = request({ host: '127.0.0.1', port: server.port, path, method: body === undefined ? 'GET' : 'POST', headers }, (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (piece: string) => (text += piece));
        answer.on('end', () => {
          const said = `${answer.statusCode} ${JSON.stringify(answer.headers)} ${text}`;
          resolve({ status: answer.statusCode ?? 0, said, body: text, cookies: answer.headers['set-cookie'] ?? [] });
        });
      });
      asked.on('error', reject);
      asked.end(body === undefined ? undefined : JSON.stringify(body));
    });
  const { cookies } = await ask(new URL(server.link).pathname + new URL(server.link).search, '');
  const cookie = cookies.map((each) => each.split(';')[0]).join('; ');
  return (path, body) => ask(path, cookie, body);
}

const json = async <T>(ask: Asking, path: string, body?: unknown): Promise<T> => JSON.parse((await ask(path, body)).body) as T;

async function nameId(casebook: Casebook, label: string): Promise<string> {
  const found = (await entities(casebook)).find(({ labels }) => labels.includes(label));
  if (!found) throw new Error(`nobody is named ${label}`);
  return found.id;
}

const BEATEN: Told = {
  text: 'Guards beat Homayun Rastegar at Sangtarash prison on 5 May 2019. Rastegar was taken away.',
  published: '2019-06-01',
  publisher: 'Norvale Daily',
  claims: [{ kind: 'torture', words: 'Guards beat Homayun Rastegar', roles: { target: ['Homayun Rastegar'], place: ['Sangtarash prison'] } }],
};
const FREED: Told = {
  text: 'همایون رستگار آزاد شد.',
  claims: [{ kind: 'release', words: 'همایون رستگار آزاد شد', roles: { target: ['همایون رستگار'] } }],
};

/** A transcript, in which he speaks and is spoken of. */
const HEARD: Told = {
  text: '[00:00:01] Homayun Rastegar: they beat me.\n\n[00:00:04] Navid: Rastegar was there.\n\n[00:00:09] Navid: homayun\n rastegar too.\n',
  claims: [],
};

/** As the desk is after a person gave him the pseudonym “Witness A”. */
async function veiledStory(told: readonly Told[] = [BEATEN, FREED]) {
  const { casebook, claims } = await story(told);
  const id = await nameId(casebook, 'Homayun Rastegar');
  if (told.includes(FREED)) await judge(casebook, [id, await nameId(casebook, 'همایون رستگار')], 'same', 'his letter says so');
  await statePseudonym(casebook, id, { pseudonym: 'Witness A' }, 'he was threatened');
  return { casebook, claims, id, ask: await served(casebook) };
}

describe('a name with a pseudonym', () => {
  it('is shown as that where it stands by itself, and as a bar as long in the words of a document', async () => {
    const { ask, claims } = await veiledStory();
    const claim = await json<ClaimRow>(ask, `/api/claims/${claims[0]?.id}`);
    expect(claim.roles).toEqual({ target: ['Witness A'], place: ['Sangtarash prison'] });
    expect(claim.quote.exact).toBe('Guards beat ████████████████');
    const { text } = await json<DocumentView>(ask, `/api/documents/${claim.document}`);
    expect(text).toBe('Guards beat ████████████████ at Sangtarash prison on 5 May 2019. ████████ was taken away.');
  });

  it('is veiled in other scripts too where people joined them', async () => {
    const { ask, claims } = await veiledStory();
    expect(await json<ClaimRow>(ask, `/api/claims/${claims[1]?.id}`)).toMatchObject({
      roles: { target: ['Witness A'] },
      quote: { exact: '█████████████ آزاد شد' },
    });
  });

  it('leaves a word of it where another name has it, and nowhere else', async () => {
    const other: Told = {
      text: 'Sara Rastegar spoke. Rastegar wept.',
      claims: [{ kind: 'statement', words: 'Sara Rastegar spoke', roles: { actor: ['Sara Rastegar'] } }],
    };
    const { ask, casebook } = await veiledStory([BEATEN, other]);
    const texts = await Promise.all((await documents(casebook)).map(({ id }) => json<DocumentView>(ask, `/api/documents/${id}`)));
    expect(texts.map(({ text }) => text)).toEqual([
      'Guards beat ████████████████ at Sangtarash prison on 5 May 2019. Rastegar was taken away.',
      'Sara Rastegar spoke. Rastegar wept.',
    ]);
  });

  it('is not found by its own words, by the beginning of one, nor by leaving them out; and is found by its pseudonym', async () => {
    const { ask } = await veiledStory();
    const found = async (query: string) => {
      const { passageTotal, claimTotal, entities: named, listed } = await json<SearchAndLists>(ask, `/api/search?query=${encodeURIComponent(query)}`);
      return [passageTotal, claimTotal, named.length, listed.length];
    };
    for (const query of ['Homayun Rastegar', '"Homayun Rastegar"', 'Rastegar', 'Rasteg*', 'Hom*', 'همایون', 'Rastgar', 'speaker:Rastegar'])
      expect([query, ...(await found(query))]).toEqual([query, 0, 0, 0, 0]);
    const beat = await found('beat');
    expect(beat).toEqual([1, expect.any(Number), 0, 0]);
    expect(await found('beat NOT Rastegar')).toEqual(beat);
    const [passages, said, named] = await found('"Witness A"');
    expect([passages, named]).toEqual([2, 1]);
    expect(said).toBeGreaterThan(1);
    const other = await ask('/api/dossiers/Nobody%20Atall');
    const own = await ask('/api/dossiers/Homayun%20Rastegar');
    expect(own.body).toBe(other.body.replace('Nobody Atall', 'Homayun Rastegar'));
    expect(await ask('/api/sources/Homayun%20Rastegar')).toMatchObject({ status: (await ask('/api/sources/Nobody%20Atall')).status });
    expect(await json(ask, '/api/sources?like=Rastegar')).toEqual(await json(ask, '/api/sources?like=Qwertyuiop'));
    for (const page of ['events', 'proceedings'])
      expect(await json(ask, `/api/${page}/page?words=Raste`)).toEqual(await json(ask, `/api/${page}/page?words=Qwertyuiop`));
    expect((await json<{ readonly rows: readonly object[] }>(ask, '/api/events/page?words=Witness')).rows.length).toBeGreaterThan(1);
    expect(await json(ask, '/api/search?query=Rastgar&across-scripts=yes')).toEqual(await json(ask, '/api/search?query=Qwertyuiop&across-scripts=yes'));
    expect(await json(ask, '/api/find?words=Rastegar')).toEqual(await json(ask, '/api/find?words=Qwertyuiop'));
    expect(await json(ask, '/api/claims?entity=Rastegar')).toEqual([]);
    expect(await json(ask, '/api/claims?entity=Witness%20A&status=recorded')).toHaveLength(2);
    expect((await ask('/api/network?of=Witness%20A')).status).toBe(200);
  });

  it('is told to nobody as one of two that may be the same', async () => {
    const alike: Told = {
      text: 'Homayoon Rastegar fled.',
      claims: [{ kind: 'statement', words: 'Homayoon Rastegar fled', roles: { actor: ['Homayoon Rastegar'] } }],
    };
    const { ask, id } = await veiledStory([BEATEN, alike]);
    expect(await json(ask, '/api/pairs')).toMatchObject({ pairs: [] });
    expect(await json(ask, `/api/entities/${id}`)).toMatchObject({ label: 'Witness A', labels: ['Witness A'], rivals: [], judgements: [], apart: [] });
  });

  it('is shown to who asks for it with a reason, in their session alone, which the log has; and is covered again', async () => {
    const { ask, casebook, id, claims } = await veiledStory();
    const another = await served(casebook);
    expect((await ask('/api/pseudonyms/ask', { id, reason: ' ' })).status).toBe(400);
    const answer = await json<NamesVeiled>(ask, '/api/pseudonyms/ask', { id, reason: 'the court asked who it is' });
    expect(answer.names).toMatchObject([{ pseudonym: 'Witness A', isOpen: true, askings: [{ by: 'Mina Farhadi', reason: 'the court asked who it is' }] }]);
    expect((await json<ClaimRow>(ask, `/api/claims/${claims[0]?.id}`)).quote.exact).toBe('Guards beat Homayun Rastegar');
    expect((await json<ClaimRow>(another, `/api/claims/${claims[0]?.id}`)).quote.exact).toBe('Guards beat ████████████████');
    expect((await json<NamesVeiled>(ask, '/api/pseudonyms/cover', { id })).names).toMatchObject([{ isOpen: false }]);
    expect((await json<ClaimRow>(ask, `/api/claims/${claims[0]?.id}`)).roles.target).toEqual(['Witness A']);
  });

  it('keeps its pages, pictures and files back until then', async () => {
    const { ask, claims, id } = await veiledStory();
    const { document = '' } = claims[0] ?? {};
    expect(await json(ask, `/api/documents/${document}/veiled`)).toMatchObject({ names: [{ pseudonym: 'Witness A' }] });
    for (const part of ['pages/1', 'media'])
      expect(await ask(`/api/documents/${document}/${part}`)).toMatchObject({ status: 409, body: expect.stringContaining('Ask for the name') });
    await ask('/api/pseudonyms/ask', { id, reason: 'to read the scan' });
    expect(await json(ask, `/api/documents/${document}/veiled`)).toEqual({ names: [] });
  });

  it('is shown again to all when its pseudonym is taken back', async () => {
    const { ask, id, claims } = await veiledStory();
    await ask('/api/pseudonyms/undo', { id, reason: 'he speaks in public now' });
    expect((await json<ClaimRow>(ask, `/api/claims/${claims[0]?.id}`)).quote.exact).toBe('Guards beat Homayun Rastegar');
  });
});

describe('what is masked is never written back', () => {
  it('neither a bar in a quote nor a pseudonym in a role, until the name was asked for', async () => {
    const { ask, claims, id } = await veiledStory();
    const [claim] = claims;
    if (!claim) throw new Error('no claim');
    const { quote, kind, time, modality, saidBy } = claim;
    const masked = await json<ClaimRow>(ask, `/api/claims/${claim.id}`);
    const write = (content: object) => ask('/api/claims', { document: claim.document, content });
    const plain = { quote, kind, roles: {}, time, modality, saidBy };
    for (const content of [
      { ...plain, quote: masked.quote },
      { ...plain, roles: { target: ['Witness A'] } },
      { ...plain, roles: { target: ['witness a’s'] } },
    ])
      expect(await write(content)).toMatchObject({ status: 409, body: expect.stringContaining('Ask for the name first') });
    expect((await ask('/api/review/amend', { id: claim.id, content: { ...plain, saidBy: ['Witness A'] }, reason: 'x' })).status).toBe(409);
    expect((await ask('/api/remarks/note', { ids: [claim.id], text: 'ask Witness A about ████' })).status).toBe(409);
    expect((await ask('/api/remarks/note', { ids: [claim.id], text: 'ask Witness A about it' })).status).toBe(200);
    await ask('/api/pseudonyms/ask', { id, reason: 'to put the claim right' });
    expect((await write({ ...plain, roles: { target: ['Homayun Rastegar'] } })).status).toBe(200);
  });

  it('and a redacted copy does not say it either', async () => {
    const { ask, claims, id } = await veiledStory();
    const copy = (what: object) => ask(`/api/documents/${claims[0]?.document}/redact`, { format: 'text', reason: 'for the press', ...what });
    expect(await copy({ words: ['Sangtarash'] })).toMatchObject({ status: 409, body: expect.stringContaining('Witness A') });
    expect(await copy({ names: [id], words: ['Rastegar'] })).toMatchObject({ status: 200 });
  });
});

/** What the questions of the table want to know; every one is asked of every route that takes it. */
const TYPED = ['beat', 'prison', 'witness', 'Witness A', 'was taken', 'zzz'];

test('no route of the desk says a word of a veiled name, in status, headers, body or error', { timeout: 300_000 }, async () => {
  const form = fc.constantFrom('Homayun Rastegar', 'HOMAYUN  RASTEGAR', 'Homayun\nRastegar’s', 'Dr. Homayun\u00adRastegar', 'Homáyun Rastegar', 'homayun-rastegar@mail.example', 'Rastegar, Homayun', 'https://n.example/%48omayun%20Rastegar'); // prettier-ignore
  const around = fc.constantFrom('They asked for ', 'Sara Mohebbi beat ', '“', '');
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(around, form), { minLength: 1, maxLength: 2 }), async (others) => {
      const { casebook, ask } = await veiledStory([
        BEATEN,
        FREED,
        HEARD,
        ...others.map(([before, name], n): Told => ({ text: `${before}${name} (${n}).`, publisher: name, claims: [] })),
      ]);
      const claims = await json<readonly ClaimRow[]>(ask, '/api/claims');
      await note(casebook, [claims[0]?.id ?? ''], 'Homayun Rastegar telephoned');
      const paths = await everyPath(casebook, claims);
      expect(paths.length).toBeGreaterThan(200);
      for (const path of paths) {
        const { said } = await ask(path);
        const words = new Set(foldedWords(decoded(said)));
        const told = ['homayun', 'rastegar', 'homayunrastegar', 'همایون', 'رستگار'].filter((word) => words.has(word));
        expect([path, told]).toEqual([path, []]);
      }
    }),
    { numRuns: 2 },
  );
});

/** With what percent signs and JSON’s escapes stand for. */
const decoded = (said: string): string =>
  said.replaceAll(/\\[nrt]/g, ' ').replace(/(?:%[0-9a-f]{2})+/gi, (signs) => Buffer.from(signs.replaceAll('%', ''), 'hex').toString('utf8'));

/** Every GET of the table, of everything that the casebook holds. */
async function everyPath(casebook: Casebook, claims: readonly ClaimRow[]): Promise<readonly string[]> {
  const held = await documents(casebook);
  const texts = await casebook.store.reads.selectFrom('document').select('text_sha256 as text').execute();
  const originals = await casebook.store.reads.selectFrom('original').select('id').execute();
  const { found, others: rest } = await placeMap(casebook, { families: null, recordedOnly: false, sensitive: true });
  const rows = [...found, ...rest];
  // Claims of every document; what is asked beside an address is asked of one thing of each sort.
  const some = [...new Map(claims.map((claim) => [claim.document, claim])).values()];
  const ids = [
    ...[...held, ...originals, ...some, ...(await entities(casebook))].map(({ id }) => id),
    ...some.flatMap(({ id }) => [`ev_${id.slice(2)}`, `pr_${id.slice(2)}`]),
    'n_aaaaaaaaaaaaaaaa',
  ];
  const few = [...new Map(ids.map((id) => [id.slice(0, 2), id])).values(), ...(await veiledNames(casebook)).flatMap((name) => name.ids)];
  const values: Readonly<Record<string, readonly string[]>> = {
    id: ids, number: ['1'], text: texts.map(({ text }) => text), left: held.map(({ id }) => id), right: held.map(({ id }) => id),
    words: TYPED, query: [...TYPED, 'beat NOT witness', 'speaker:witness', 'publisher:norvale'], like: TYPED, of: [...few, ...TYPED], to: ['Witness A'],
    since: ['2001-01-01T00:00:00Z'], year: ['2019'], by: ['accused'], about: few, all: ['yes'], document: held.map(({ id }) => id), entity: TYPED, ids: [ids.slice(0, 2).join(' ')],
    judgement: ['same'], place: ['w:sangtarash prison', ...rows.map(({ id }) => id)], sensitive: ['yes'], name: few, 'across-scripts': ['yes'], families: ['harm'], speaker: ['Witness A', ''], kind: ['torture', 'no kind'], at: ['2019', 'soon'], 'known-by': ['2999'], from: ['0'], width: ['200'],
  }; // prettier-ignore
  return ROUTES.filter(({ method }) => method === 'GET').flatMap(({ path, query = [] }) => {
    const filled = [...path.matchAll(/:(\w+)/g)].reduce<readonly string[]>(
      (all, [part, name]) => all.flatMap((each) => (values[name ?? ''] ?? []).map((value) => each.replace(part, encodeURIComponent(value)))),
      [path],
    );
    const first = filled[0] ?? path;
    const must = ['words', 'query', 'since', 'judgement', 'place']
      .filter((name) => query.includes(name))
      .map((name) => `${name}=${encodeURIComponent(values[name]?.[0] ?? '')}`);
    const asked = query.flatMap((name) => (values[name] ?? []).map((value) => `${first}?${[`${name}=${encodeURIComponent(value)}`, ...must.filter((each) => !each.startsWith(`${name}=`))].join('&')}`)); // prettier-ignore
    return [...filled, ...asked];
  });
}
