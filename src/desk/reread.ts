// Reading again what was read before, by a newer reader or by OCR that was installed since. The new text stands from then
// on, the old one is kept; claims move over where their words stand exactly once, and wait for a person where they do not.
import { Fault } from '../base/fault.ts';
import { canonicalJson } from '../base/canonical-json.ts';
import { parseAct, type Act, type ActOf } from '../model/act.ts';
import { METADATA_FIELDS, parseMetadata, STATED, type Found, type Metadata, type MetadataField, type Reading, type Unreadable } from '../model/document.ts';
import { ReaderPool } from '../reading/reader-pool.ts';
import { readReadings } from '../views/read-readings.ts';
import { placeUtterances } from '../views/utterances.ts';
import { newerReaderOf } from './newer-reader.ts';
import type { Casebook } from './casebook.ts';
import { moveTo } from './find-places.ts';
import { describedBy, isUndescribed } from './media.ts';
import { propose } from './propose.ts';
import { keepSuggestions } from './suggestions.ts';
import { keepUtterances, keptUtterances } from './utterances.ts';

/**
 * What came of one. Same: nothing is new, and nothing was recorded. Read: it has a text for the first time. New-text: another text than
 * before, or what is known of it differs. Kept: it could not be read this time, and the old text stands. Unreadable: still.
 */
export type Reread = {
  /** The document's; the original's where there is none. */
  readonly id: string;
  readonly name: string;
  readonly outcome: 'same' | 'read' | 'new-text' | 'kept' | 'unreadable';
  /** Claims that stand at a new place, and those that lost theirs. */
  readonly moved: number;
  readonly orphans: number;
  readonly suggestions: number;
  readonly problem: Unreadable | null;
};

type Payload = ActOf<'document.read'>['payload'];

type Held = {
  readonly original: string;
  readonly sha256: string;
  readonly size: number;
  readonly name: string;
  readonly mediaType: string;
  readonly document: string | null;
  /** Who read it, or tried. */
  readonly reader: string | null;
  readonly code: string | null;
  /** Who read what it says of itself. */
  readonly describer: string | null;
};

/**
 * Reads the documents named (by their ids or their originals') again; where none is named, those that a newer reader could
 * read otherwise: another version read them, or they wait for OCR. Tells of each as it is done.
 *
 * Throws a Fault 'not-found' for an id that is none. Stopping keeps what was done.
 */
export async function* reread(casebook: Casebook, ids: readonly string[], stopped: AbortSignal): AsyncGenerator<Reread> {
  const held = await heldOriginals(casebook);
  const chosen = ids.length === 0 ? held.filter(isStale) : ids.map((id) => wanted(held, id));
  const pool = new ReaderPool();
  try {
    for (const each of new Set(chosen)) {
      if (stopped.aborted) return;
      yield await readAgain(casebook, pool, each, stopped);
    }
  } catch (thrown) {
    if (!stopped.aborted) throw thrown;
  } finally {
    await pool.close();
  }
}

async function heldOriginals({ store: { reads } }: Casebook): Promise<readonly Held[]> {
  const rows = await reads
    .selectFrom('original')
    .leftJoin('document', 'document.original', 'original.id')
    .leftJoin('unreadable', 'unreadable.original', 'original.id')
    .leftJoin('described', 'described.original', 'original.id')
    .select(['original.id as original', 'original.sha256', 'original.size', 'original.name', 'original.media_type as mediaType'])
    .select(['document.id as document', 'document.reader as read', 'unreadable.code', 'unreadable.reader as tried', 'described.reader as describer'])
    .orderBy('original.ordinal')
    .execute();
  return rows.map(({ read, tried, ...row }) => ({ ...row, reader: read ?? tried }));
}

function wanted(held: readonly Held[], id: string): Held {
  const found = held.find(({ original, document }) => id === document || id === original);
  if (!found) throw new Fault('not-found', `there is no document or original ${id}`, 'List them with `onrecord documents`.');
  return found;
}

const isStale = (held: Held): boolean =>
  held.code === 'needs-ocr' || newerReaderOf(held) !== null || (isUndescribed(held) && !held.reader?.startsWith('tesseract'));

async function readAgain(casebook: Casebook, pool: ReaderPool, held: Held, stopped: AbortSignal): Promise<Reread> {
  const { sha256, size, name, original, document: old } = held;
  const { vault } = casebook.store;
  const source = { size, bytes: () => vault.original(sha256), part: (start: number, end: number) => vault.originalPart(sha256, start, end) };
  const outcome = await pool.read(source, { name }, stopped);
  if (isUndescribed(held)) await casebook.record(describedBy(original, held.mediaType, outcome.media));
  if (!outcome.ok) {
    const { problem, reader } = outcome;
    const isNews = old === null && (problem.code !== held.code || reader !== held.reader);
    if (isNews) await casebook.record([{ kind: 'document.unreadable', payload: { original, reader, problem } }]);
    return { id: old ?? original, name, outcome: old === null ? 'unreadable' : 'kept', moved: 0, orphans: 0, suggestions: 0, problem };
  }
  const before = old === null ? null : await lastReading(casebook, old);
  const payload = await payloadOf(casebook, held, outcome.reading, before);
  if (before && canonicalJson(before) === canonicalJson(payload))
    return { id: payload.document, name, outcome: 'same', moved: 0, orphans: 0, suggestions: 0, problem: null };
  return stand(casebook, payload, outcome.reading.text, { name, outcome: before ? 'new-text' : 'read' });
}

async function payloadOf(casebook: Casebook, { original, document }: Held, reading: Reading, before: Payload | null): Promise<Payload> {
  const { text, reader, pages, warnings } = reading;
  const metadata = withStatements(reading.metadata, before?.metadata ?? {});
  const length = Array.from(text).length;
  const utterances = await keepUtterances(casebook, reading);
  const kept = await casebook.store.vault.keepText(text);
  return { document: document ?? casebook.newId('d_'), original, text: kept, length, reader, pages, metadata, warnings, utterances };
}

/** What a person said when it was added stays first. */
function withStatements(metadata: Metadata, before: Metadata): Metadata {
  const out: Partial<Record<MetadataField, readonly Found[]>> = { ...metadata };
  for (const field of METADATA_FIELDS) {
    const stated = (before[field] ?? []).filter(({ from }) => from === STATED);
    if (stated.length > 0) out[field] = [...stated, ...(metadata[field] ?? [])];
  }
  return parseMetadata(out);
}

/** Records that this text stands from now on: its claims are moved, and what is proposed for it is kept, in one transaction. */
async function stand(casebook: Casebook, payload: Payload, text: string, told: Pick<Reread, 'name' | 'outcome'>): Promise<Reread> {
  const { document: id } = payload;
  const { acts, moved, orphans } = await moveTo(casebook, id, payload.text, text);
  const document = { id, text: payload.text, metadata: payload.metadata };
  const utterances = await keptUtterances(casebook, payload.utterances);
  const suggestions = propose(document, text, utterances);
  const read: Act = { kind: 'document.read', payload };
  await casebook.record([read, ...acts], async () => {
    // What any analyser proposed stood in the words of the text before.
    await casebook.store.views.deleteFrom('suggestion').where('document', '=', document.id).execute();
    await placeUtterances(casebook.store.views, id, utterances);
    await keepSuggestions(casebook, document, text, suggestions);
  });
  return { id, ...told, moved, orphans, suggestions: suggestions.length, problem: null };
}

/**
 * Takes a reading back: the text before it stands again, and its claims stand where they stood. Done twice, the newer one
 * stands again. Throws a Fault 'not-found' where the document was read only once.
 */
export async function undoReread(casebook: Casebook, document: string): Promise<Reread> {
  const before = (await readReadings(casebook.store.reads, document)).at(-2);
  if (!before) throw new Fault('not-found', `${document} has no earlier text`, 'Only a document that was read again has one: see `onrecord show ID`.');
  const payload = parsePayload(before);
  const held = wanted(await heldOriginals(casebook), document);
  return stand(casebook, payload, await casebook.store.vault.text(payload.text), { name: held.name, outcome: 'new-text' });
}

async function lastReading({ store: { reads } }: Casebook, document: string): Promise<Payload | null> {
  const last = (await readReadings(reads, document)).at(-1);
  return last === undefined ? null : parsePayload(last);
}

function parsePayload(json: string): Payload {
  const act = parseAct('document.read', JSON.parse(json));
  if (act.kind === 'document.read') return act.payload;
  throw new Fault('bug', 'a reading is kept as another act', 'This is a fault of onrecord.');
}

/** An earlier text of a document, as it was. Throws a Fault 'not-found' where it never had it. */
export async function earlierReading(casebook: Casebook, document: string, text: string): Promise<Pick<Reading, 'text' | 'pages'>> {
  const reading = (await readReadings(casebook.store.reads, document)).map(parsePayload).find((each) => each.text === text);
  if (!reading) throw new Fault('not-found', `${document} never had the text ${text}`, 'See the readings of the document.');
  return { text: await casebook.store.vault.text(text), pages: reading.pages };
}
