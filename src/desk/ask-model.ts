// The second analyser, asked: passages of documents go to a model that the person named, and to nobody else. Never on its own: the
// person sees what would be sent where, asks for it document by document, and each sending is an entry of the log before it is made.
import { overlap, spanLength } from '../base/span.ts';
import { asFault, Fault } from '../base/fault.ts';
import { list, string } from '../base/shape.ts';
import type { Proposal } from '../model/claim.ts';
import { known, parseMetadata, type Sensitivity } from '../model/document.ts';
import { passagesOf, questionFor, readAnswer, modelRule, type Message, type Passage } from '../language/model-analyser.ts';
import type { Asked } from '../language/suggest.ts';
import { passageAt, toldBy } from '../language/suggest-passages.ts';
import type { Utterance } from '../model/utterance.ts';
import { isTranslation } from '../views/read-attached.ts';
import { readCustody } from '../views/read-documents.ts';
import type { Casebook } from './casebook.ts';
import { propose, saidPassages, withIds, type Analysed } from './propose.ts';
import { keepSuggestions } from './suggestions.ts';
import { keptUtterances } from './utterances.ts';

/** An OpenAI-compatible endpoint. `url` is its base, as `http://127.0.0.1:11434/v1`; `key` its bearer token. */
export type Endpoint = { readonly url: string; readonly model: string; readonly key: string | null; readonly timeLimitMs: number };

/** What would be sent of a document: so many code points of its text, in so many questions. */
export type Sending = {
  readonly document: string;
  readonly title: string;
  readonly sensitivity: Sensitivity;
  readonly to: string;
  readonly model: string;
  readonly characters: number;
  readonly questions: number;
};

/** What came of it. `agreed` is what the rules propose too, and is not proposed twice; `dropped` what did not stand in the text. */
export type Asking = {
  readonly document: string;
  readonly proposed: number;
  readonly agreed: number;
  readonly dropped: number;
  /** Why a question has no answer; the rules' suggestions stand whatever happens. */
  readonly failures: readonly string[];
};

const ANSWER_LIMIT_BYTES = 2_000_000;

/** Throws a Fault 'bad-usage' where the address is none, 'not-allowed' where it would carry the text in the clear to another machine. */
export function checkEndpoint({ url, model }: Endpoint): void {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new Fault('bad-usage', `"${url}" is not an address`, 'Give the base of an OpenAI-compatible endpoint, as http://127.0.0.1:11434/v1.');
  }
  if (model.trim() === '') throw new Fault('bad-usage', 'no model is named', 'Name one of the endpoint’s models with --model.');
  const { protocol, hostname } = new URL(url);
  if (protocol === 'http:' && !['127.0.0.1', 'localhost', '[::1]'].includes(hostname)) {
    throw new Fault('not-allowed', `${url} would carry the text in the clear`, 'Use https:// for another machine, or a model on this one.');
  }
}

type Held = { readonly analysed: Analysed; readonly doc: Asked; readonly said: readonly Utterance[]; readonly sending: Sending };

/**
 * What would be sent of these documents; nothing is. Throws a Fault 'not-found' for an id without a text, and 'not-allowed' for a
 * document that is restricted or hidden, unless `even` says so.
 */
export async function whatIsSent(casebook: Casebook, documents: readonly string[], endpoint: Endpoint, even: boolean): Promise<readonly Sending[]> {
  checkEndpoint(endpoint);
  const held: Sending[] = [];
  for (const id of documents) held.push((await hold(casebook, id, endpoint, even)).sending);
  return held;
}

async function hold({ store }: Casebook, id: string, endpoint: Endpoint, even: boolean): Promise<Held> {
  const row = await store.reads
    .selectFrom('document')
    .innerJoin('original', 'original.id', 'document.original')
    .where('document.id', '=', id)
    .select(['document.id', 'document.text_sha256', 'document.utterances_sha256', 'document.metadata', 'document.title', 'original.name'])
    .executeTakeFirst();
  if (!row) throw new Fault('not-found', `there is no document ${id} with a text`, 'List them with `onrecord documents`; ids begin with d_.');
  if (await isTranslation(store.reads, id))
    throw new Fault('conflict', `the document ${id} is a translation`, 'Nothing was sent. Claims cite the original’s words: name the original.');
  // As sensitive as what it is inside of, or made of, too.
  const sensitivity = (await readCustody(store.reads, id))?.sensitivity ?? 'hidden';
  if (sensitivity !== 'public' && !even) {
    throw new Fault(
      'not-allowed',
      `the document ${id} is ${sensitivity}`,
      'Nothing was sent. Say --even-restricted if it may go to this endpoint all the same.',
    );
  }
  const metadata = parseMetadata(JSON.parse(row.metadata));
  const text = await store.vault.text(row.text_sha256);
  const doc = { text, published: known(metadata, 'published'), language: known(metadata, 'language') };
  const passages = passagesOf(doc);
  const characters = passages.reduce((sum, each) => sum + Array.from(each.text).length, 0);
  const { url: to, model } = endpoint;
  const sending = { document: id, title: row.title ?? row.name, sensitivity, to, model, characters, questions: passages.length };
  return { analysed: { id, text: row.text_sha256, metadata }, doc, said: await keptUtterances({ store }, row.utterances_sha256), sending };
}

/**
 * Sends a document's passages, one by one, and keeps what may be proposed beside the rules' suggestions. That it is sent is in the log
 * before the first byte goes. Throws as `whatIsSent` does; what goes wrong on the way is a failure of the outcome.
 */
export async function askModel(
  casebook: Casebook,
  id: string,
  endpoint: Endpoint,
  { even, stopped }: { readonly even: boolean; readonly stopped: AbortSignal },
): Promise<Asking> {
  checkEndpoint(endpoint);
  const { analysed, doc, said, sending } = await hold(casebook, id, endpoint, even);
  await casebook.record([{ kind: 'document.sent', payload: { document: id, to: sending.to, model: sending.model, characters: sending.characters } }]);
  const proposals: Proposal[] = [];
  const failures: string[] = [];
  let dropped = 0;
  for (const passage of passagesOf(doc)) {
    const answer = await askOnce(endpoint, doc, passage, stopped).catch((thrown: unknown) => failureOf(thrown));
    if (typeof answer === 'string') failures.push(answer);
    else {
      proposals.push(...answer.proposals);
      dropped += answer.dropped;
    }
    if (stopped.aborted) break;
  }
  const rules = propose(analysed, doc.text, said);
  const passages = saidPassages(said) ?? [];
  const told = proposals.map((each) => {
    const passage = passageAt(passages, each.quote);
    return passage ? toldBy(passage, each) : each;
  });
  const fresh = told.filter((each) => !rules.some((rule) => saysSame(rule, each)));
  const analyser = modelRule(endpoint.model);
  // Where no question was answered, what the model proposed before stands.
  if (proposals.length > 0 || failures.length === 0)
    await casebook.store.transact(() => keepSuggestions(casebook, analysed, doc.text, withIds(analysed, analyser, fresh), analyser));
  return { document: id, proposed: fresh.length, agreed: proposals.length - fresh.length, dropped, failures };
}

/** The same kind, half of the shorter quote shared. */
const saysSame = (a: Proposal, b: Proposal): boolean =>
  a.kind === b.kind && overlap(a.quote, b.quote) * 2 >= Math.min(spanLength(a.quote), spanLength(b.quote));

function failureOf(thrown: unknown): string {
  const fault = asFault(thrown);
  if (fault.code === 'bug') throw fault;
  return fault.message;
}

async function askOnce(endpoint: Endpoint, doc: Asked, passage: Passage, stopped: AbortSignal): Promise<ReturnType<typeof readAnswer>> {
  const content = await post(endpoint, questionFor(doc, passage), stopped);
  return readAnswer(content, passage, endpoint.model);
}

async function post({ url, model, key, timeLimitMs }: Endpoint, messages: readonly Message[], stopped: AbortSignal): Promise<string> {
  const headers = { 'content-type': 'application/json', ...(key === null ? {} : { authorization: `Bearer ${key}` }) };
  const body = JSON.stringify({ model, messages, temperature: 0, stream: false, response_format: { type: 'json_object' } });
  const signal = AbortSignal.any([stopped, AbortSignal.timeout(timeLimitMs)]);
  try {
    const answer = await fetch(`${url.replace(/\/$/, '')}/chat/completions`, { method: 'POST', headers, body, redirect: 'error', signal });
    if (answer.status !== 200) throw new Fault('conflict', `${url} answered ${answer.status}`, 'Check the address, the model’s name and the key.');
    return contentOf(await limited(answer));
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    const late = signal.aborted && !stopped.aborted;
    throw new Fault(
      'conflict',
      late ? `${url} did not answer in ${timeLimitMs / 1000} s` : `${url} could not be asked`,
      'Check the address, and try again.',
      cause,
    );
  }
}

async function limited(answer: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of answer.body ?? []) {
    size += piece.length;
    if (size > ANSWER_LIMIT_BYTES) throw new Fault('conflict', `the answer of ${answer.url} does not end`, 'Check the address.');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

/** The words of the first choice. Other members of the answer are the endpoint's own and are passed over. */
function contentOf(body: string): string {
  const bad = (cause?: unknown): Fault =>
    new Fault('bad-shape', 'the endpoint’s answer is not that of a chat', 'Check that the address is OpenAI-compatible.', cause);
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch (cause) {
    throw bad(cause);
  }
  const [choice] = list((each) => each)(member(value, 'choices'), 'choices');
  return string(member(member(choice, 'message'), 'content'), 'choices[0].message.content');
}

const member = (value: unknown, name: string): unknown => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined);
