// Suggestions and layers of the analysis for files, without a casebook: nothing is kept.
import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { Fault } from '../base/fault.ts';
import { inspect, LAYERS, type Layer } from '../language/inspect.ts';
import { suggest } from '../language/suggest.ts';
import { suggestPassages, type Passage } from '../language/suggest-passages.ts';
import type { Proposal } from '../model/claim.ts';
import { known, type Unreadable } from '../model/document.ts';
import { parseEdtf } from '../base/edtf.ts';
import { ReaderPool } from '../reading/reader-pool.ts';
import { saidPassages } from './propose.ts';

export { LAYERS };

/** A document as the annotation guide writes one. */
export type Suggested = FileDocument & { readonly claims: readonly Proposal[] };

type FileDocument = {
  /** The file's name without its ending, or the id that a JSON document gives. */
  readonly id: string;
  readonly title: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly language: string | null;
  readonly text: string;
};

/** `passages` is null of what is no conversation. */
type ReadFile = FileDocument & { readonly passages: readonly Passage[] | null };

export type FileResult<T> = {
  readonly path: string;
  readonly result: { readonly ok: true; readonly document: T } | { readonly ok: false; readonly problem: Unreadable };
};

/** One result a file, in the order given. `published` is EDTF and wins over what files say; Fault 'bad-date' where it is not. */
export async function* suggestFiles(paths: readonly string[], published: string | null, stopped: AbortSignal): AsyncGenerator<FileResult<Suggested>> {
  for await (const { path, result } of readFiles(paths, published, stopped)) {
    yield { path, result: result.ok ? { ok: true, document: suggested(result.document) } : result };
  }
}

function suggested({ passages, ...document }: ReadFile): Suggested {
  return { ...document, claims: passages === null ? suggest(document) : suggestPassages(document, passages) };
}

export async function* inspectFiles(
  paths: readonly string[],
  layer: Layer,
  published: string | null,
  stopped: AbortSignal,
): AsyncGenerator<FileResult<object>> {
  for await (const { path, result } of readFiles(paths, published, stopped)) {
    yield { path, result: result.ok ? { ok: true, document: { id: result.document.id, ...inspect(result.document, layer) } } : result };
  }
}

async function* readFiles(paths: readonly string[], published: string | null, stopped: AbortSignal): AsyncGenerator<FileResult<ReadFile>> {
  const stated = published === null ? null : parseEdtf(published).edtf;
  const pool = new ReaderPool({ size: 1 });
  try {
    for (const path of paths) {
      if (stopped.aborted) return;
      const ready = extname(path) === '.json' ? await readyDocument(path) : null;
      yield {
        path,
        result: ready ? { ok: true, document: { ...ready, published: stated ?? ready.published, passages: null } } : await readOne(pool, path, stated, stopped),
      };
    }
  } finally {
    await pool.close();
  }
}

async function readOne(pool: ReaderPool, path: string, stated: string | null, stopped: AbortSignal): Promise<FileResult<ReadFile>['result']> {
  const outcome = await pool.read(path, { name: basename(path) }, stopped);
  if (!outcome.ok) return outcome;
  const { text, metadata, utterances = [] } = outcome.reading;
  const published = stated ?? known(metadata, 'published');
  const said = {
    title: known(metadata, 'title'),
    author: known(metadata, 'author'),
    publisher: known(metadata, 'publisher'),
    language: known(metadata, 'language'),
  };
  return { ok: true, document: { id: basename(path, extname(path)), ...said, published, text, passages: saidPassages(utterances) } };
}

/** A JSON file that holds a document with its text; null where it holds something else. Trusted: it is the caller's own. */
async function readyDocument(path: string): Promise<FileDocument | null> {
  const bytes = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new Fault('not-found', `there is no file ${path}`, 'Check the path.', cause);
  });
  let value: unknown;
  try {
    value = JSON.parse(bytes);
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
  if (typeof value !== 'object' || value === null || !('text' in value) || typeof value.text !== 'string') return null;
  const given: Readonly<Record<string, unknown>> = { ...value };
  const words = (field: string): string | null => (typeof given[field] === 'string' ? given[field] : null);
  return {
    id: typeof given['id'] === 'number' ? String(given['id']) : (words('id') ?? basename(path, extname(path))),
    title: words('title'),
    author: words('author'),
    publisher: words('publisher'),
    published: words('published'),
    language: words('language'),
    text: value.text,
  };
}
