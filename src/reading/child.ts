// The inside of a reading process: take a document's bytes from standard input, read them, answer on descriptor 3; again
// until the input ends. It holds no state between documents. It may open no file but the program's own code.
import { readSync, writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import type { Unreadable } from '../model/document.ts';
import { parseListColumn, type ListEntry } from '../model/name-list.ts';
import { confine } from './confine.ts';
import type { RawPart } from './unpack-original.ts';
import { frame, rawHead } from './frames.ts';
import { boolean, count, list, object, oneOf, orNull, string, type Of } from '../base/shape.ts';
import { ORIGINAL_LIMIT, tooBig } from './original-limit.ts';
import type { Stretches } from './stretches.ts';
import { entriesToWire, hasAttached, listedToWire, locatedToWire, pagesToWire, partHead, resultToWire, type Plan, type ReadResult } from './outcome.ts';

const parseRequest = object({
  name: string,
  size: count,
  /** The bytes are not sent: the child asks for those that it needs. */
  asks: boolean,
  want: oneOf(['reading', 'reading-with-parts', 'parts', 'places', 'pages', 'picture', 'strips', 'drawing', 'metadata', 'list']),
  spans: list(object({ start: count, end: count })),
  page: orNull(object({ number: count, width: count })),
  columns: list(parseListColumn),
});
const ANSWERS = 3;
/** What a text is read as whose letters came from a picture: nothing that it holds makes it another kind of file. */
const TEXT = { mediaType: 'text/plain', reader: 'txt@1' };

/** What is not taken at all. */
const UNKNOWN = { mediaType: 'application/octet-stream', reader: 'none@1' };
/** Bytes that tell what a file is. */
const BEGINNING = 4096;

/** Entries of a list that go in one frame. */
const AT_ONCE = 2000;

confine();
const prepared = new Set<string>();
const {
  drawingOfOriginal,
  listInOriginal,
  locateInOriginal,
  pagesOfOriginal,
  pictureInOriginal,
  planByStretches,
  planFor,
  planForList,
  planForWordless,
  prepareReader,
  readByStretches,
  readOriginal,
  readWordless,
  stripsInOriginal,
} = await import('./read-original.ts');

for (let request = nextRequest(); request; request = nextRequest()) {
  if (request.asks) await answerByStretches(request);
  else await answerWhole(request, take(request.size));
}

/** A film is described by some of it, a web archive is read and opened by stretches; anything else is taken whole, unless it is too big for that. */
async function answerByStretches(request: Of<typeof parseRequest>): Promise<void> {
  const { size, want } = request;
  const file: Stretches = { size, read: (start, end) => ask(start, Math.min(size, end)) };
  const wordless = want !== 'parts' ? planForWordless(file.read(0, BEGINNING)) : null;
  const archive = wordless ? null : planByStretches(file);
  if (wordless) {
    answer(frame(wordless));
    answerResult(await readWordless(file, wordless));
  } else if (archive) {
    answer(frame(archive));
    if (want === 'parts') await answerParts(async (emit) => (await opener()).unpackByStretches(file, archive.mediaType, emit));
    else answerResult(await readByStretches(file, archive));
  } else if (size > ORIGINAL_LIMIT) {
    answer(frame(UNKNOWN));
    answer(frame({ ok: 'no', problem: tooBig(size) }));
  } else await answerWhole(request, ask(0, size));
}

async function answerWhole(request: Of<typeof parseRequest>, bytes: Buffer): Promise<void> {
  const plan = request.want === 'metadata' ? TEXT : request.want === 'list' ? planForList(bytes, request.name) : planFor(bytes, request.name);
  answer(frame(plan));
  await prepare(plan.mediaType);
  if (request.want === 'reading' || request.want === 'metadata') answerResult(await readOriginal(bytes, plan));
  else if (request.want === 'reading-with-parts') await answerWithParts(bytes, plan);
  else if (request.want === 'list') await answerList(bytes, plan, request.columns);
  else if (request.want === 'parts') await answerParts(async (emit) => (await opener()).unpackOriginal(bytes, plan.mediaType, emit));
  else if (request.want === 'picture') await answerPicture((emit) => pictureInOriginal(bytes, request.page?.number ?? 1, emit));
  else if (request.want === 'strips') answer(frame({ strips: await stripsInOriginal(bytes, request.page?.number ?? 1) }));
  else if (request.want === 'drawing') await answerPicture((emit) => drawingOfOriginal(bytes, plan, request.page ?? { number: 1, width: 1 }, emit));
  else if (request.want === 'pages') answer(frame(pagesToWire(await pagesOfOriginal(bytes, plan))));
  else answer(frame(locatedToWire(await locateInOriginal(bytes, plan, request.spans))));
}

/** What was compiled of a reader is written down before it has read anything, so that the next process begins sooner. */
async function prepare(mediaType: string): Promise<void> {
  if (prepared.has(mediaType)) return;
  prepared.add(mediaType);
  await prepareReader(mediaType);
  flushCompileCache();
}

function answerResult(result: ReadResult): void {
  for (const part of resultToWire(result)) answer(frame(part));
}

/** Loaded when the first container comes. */
async function opener(): Promise<typeof import('./unpack-original.ts')> {
  return import('./unpack-original.ts');
}

/** A reading, and of a mail that could be read what is attached to it. */
async function answerWithParts(bytes: Uint8Array, plan: Plan): Promise<void> {
  const result = await readOriginal(bytes, plan);
  answerResult(result);
  if (result.ok && hasAttached(plan.mediaType)) await answerParts(async (emit) => (await opener()).unpackOriginal(bytes, plan.mediaType, emit));
}

function answerPart({ name, bytes }: RawPart): void {
  answer(frame(partHead(name)));
  answer(rawHead(bytes.length));
  answer(bytes);
}

/** What is found of an archive as a whole is told with the number of its parts. */
async function answerParts(unpack: (emit: (part: RawPart) => void) => Promise<Unreadable | null>): Promise<void> {
  let parts = 0;
  const end = await unpack((part) => {
    parts++;
    answerPart(part);
  });
  const isOver = end === null || end.code === 'web-archive';
  answer(frame(isOver ? { ok: 'unpacked', count: parts, finding: end } : { ok: 'no', problem: end }));
}

async function answerList(bytes: Uint8Array, plan: Plan, columns: Of<typeof parseRequest>['columns']): Promise<void> {
  let entries: ListEntry[] = [];
  const send = (): void => {
    if (entries.length > 0) answer(frame(entriesToWire(entries)));
    entries = [];
  };
  const head = await listInOriginal(bytes, plan, columns, (entry) => {
    entries.push(entry);
    if (entries.length >= AT_ONCE) send();
  });
  send();
  answer(frame(listedToWire(head)));
}

/** A part of its own for the page's picture; no part beyond the last page. */
async function answerPicture(give: (emit: (picture: Uint8Array) => void) => Promise<Unreadable | null>): Promise<void> {
  let pictures = 0;
  const problem = await give((picture) => {
    pictures++;
    answerPart({ name: 'page', bytes: picture });
  });
  answer(frame(problem ? { ok: 'no', problem } : { ok: 'unpacked', count: pictures, finding: null }));
}

function nextRequest(): Of<typeof parseRequest> | null {
  const head = takeOrEnd(4);
  return head && parseRequest(JSON.parse(take(head.readUInt32BE(0)).toString('utf8')));
}

/** A stretch of the original, from whoever holds it. */
function ask(start: number, end: number): Buffer {
  if (end <= start) return Buffer.alloc(0);
  answer(frame({ need: { start, end } }));
  return take(end - start);
}

function take(size: number): Buffer {
  const bytes = takeOrEnd(size);
  if (!bytes) throw new Error('the input ended inside a document');
  return bytes;
}

/** Null where the input ends before the first byte. */
function takeOrEnd(size: number): Buffer | null {
  const bytes = Buffer.alloc(size);
  for (let got = 0; got < size;) {
    const more = readSync(0, bytes, got, size - got, null);
    if (more === 0) return null;
    got += more;
  }
  return bytes;
}

function answer(bytes: Uint8Array): void {
  for (let sent = 0; sent < bytes.length;) sent += writeSync(ANSWERS, bytes, sent);
}
