// The one place that speaks to the server. It is the same program, of the same version and origin, so what it answers
// is taken at the types of src/model/answers.ts; what it refuses becomes a Refusal.
import type { FaultShape } from '../../../src/base/fault.ts';
import type { ErrorAnswer } from '../../../src/model/answers.ts';

/** What the server refused, or 'unreachable' where it gave no answer of its own. */
export class Refusal extends Error {
  readonly code: FaultShape['code'] | 'unreachable';
  readonly hint: string;

  constructor(code: FaultShape['code'] | 'unreachable', message: string, hint: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.hint = hint;
  }
}

/** Throws a Refusal. `signal` gives up. */
export const read = <Answer>(path: string, signal?: AbortSignal): Promise<Answer> => ask<Answer>(path, signal ? { signal } : {});

/** Throws a Refusal; then nothing was recorded, unless its code is 'unreachable': then look again. What `signal` gives up is thrown as an AbortError. */
export const send = <Answer>(path: string, body: unknown, signal?: AbortSignal): Promise<Answer> =>
  ask<Answer>(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), ...(signal ? { signal } : {}) });

/** Send what is told on leaving: it is sent even if the page is gone by then, and nobody hears what became of it. */
export const sendLast = (path: string, body: unknown): void =>
  void fetch(`/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    credentials: 'same-origin',
    keepalive: true,
  }).catch((thrown: unknown) => {
    if (!(thrown instanceof TypeError)) throw thrown;
  });

/** Send the bytes of a file as they are. Throws as `send` does; and what `signal` gives up is thrown as an AbortError. */
export const sendFile = <Answer>(path: string, file: File, signal: AbortSignal): Promise<Answer> =>
  ask<Answer>(path, { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: file, signal });

/** The address of a page's picture, `width` pixels wide; for an `img`. */
export const pagePictureAddress = (id: string, number: number, width: number): string => `/api${pagePicturePath(id, number, width)}`;

/** The same, for `read`. */
export const pagePicturePath = (id: string, number: number, width: number): string => `/documents/${encodeURIComponent(id)}/pages/${number}?width=${width}`;

/** The address of a picture, sound or film as it came. */
export const mediaAddress = (id: string): string => `/api/documents/${encodeURIComponent(id)}/media`;

/** The address of a transcript as captions. */
export const captionsAddress = (id: string): string => `/api/documents/${encodeURIComponent(id)}/captions`;

/** The log's own files are text and no JSON. Throws a Refusal. */
export async function readCheckpoint(signal?: AbortSignal): Promise<string> {
  const response = await fetch('/log/checkpoint', { credentials: 'same-origin', ...(signal ? { signal } : {}) });
  if (!response.ok) throw new Refusal('unreachable', `HTTP ${response.status}`, '');
  return response.text();
}

async function ask<Answer>(path: string, request: RequestInit): Promise<Answer> {
  const response = await fetch(`/api${path}`, { ...request, credentials: 'same-origin' }).catch((thrown: unknown) => {
    if (thrown instanceof DOMException && thrown.name === 'AbortError') throw thrown;
    throw new Refusal('unreachable', 'No answer', '', thrown);
  });
  const answer: unknown = await response.json().catch((thrown: unknown) => {
    throw new Refusal('unreachable', `An answer that is not JSON (HTTP ${response.status})`, '', thrown);
  });
  if (response.ok) return answer as Answer;
  if (isError(answer)) throw new Refusal(answer.error.code, answer.error.message, answer.error.hint);
  throw new Refusal('unreachable', `HTTP ${response.status}`, '');
}

const isError = (answer: unknown): answer is ErrorAnswer => typeof answer === 'object' && answer !== null && 'error' in answer;
