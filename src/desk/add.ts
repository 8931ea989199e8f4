// Taking documents in: each original is preserved first, then read, then analysed. A fault on the way leaves what came
// before it: an original is never lost because it could not be read, nor a text because it could not be analysed.
import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Act } from '../model/act.ts';
import { known, type Sensitivity, type Unreadable } from '../model/document.ts';
import type { Failure } from '../reading/outcome.ts';
import { isConversation } from '../reading/conversation/conversation-type.ts';
import { ReaderPool } from '../reading/reader-pool.ts';
import type { Kept } from '../store/kept-file.ts';
import { findOriginal } from '../views/read-documents.ts';
import { describedBy } from './media.ts';
import { ahead } from './ahead.ts';
import { Analysts } from './analysts.ts';
import { listFiles, type ListedFile } from './list-files.ts';
import { checkStated, collectionOf, type Stated } from './stated.ts';
import { indexText } from './index-texts.ts';
import { keepSuggestions } from './suggestions.ts';
import {
  asOpened,
  filesOf,
  isContainer,
  openContainer,
  takeFile,
  textOf,
  withInside,
  type Item,
  type ReadDocument,
  type Taken,
  type Work,
} from './take-file.ts';
import { allInside, isUnpacking, markUnpacking } from './unpacking.ts';
import type { Casebook } from './casebook.ts';
import { placeUtterances } from '../views/utterances.ts';
import { versionBefore } from './revisions.ts';
import { PROGRAM } from './program.ts';

/** What became of one file. `id` is the document's, or the original's where it could not be read. */
export type Added = {
  readonly path: string;
  /** Bytes of the original. */
  readonly size: number;
  readonly id: string;
  /** Opened: an archive, whose files follow as documents of their own. */
  readonly outcome: 'added' | 'held' | 'opened' | 'unreadable';
  readonly title: string | null;
  readonly suggestions: number;
  readonly problem: Unreadable | null;
  /** How sensitive it was taken in as; null of what was held already. */
  readonly sensitivity: Sensitivity | null;
  /** The document that was got from the same address before, where that had another text. */
  readonly revises: string | null;
};

/**
 * Takes in files, one after the other in the order given, and tells of each as it is done; some are read ahead.
 *
 * Stopping keeps all that was done: adding the same paths again goes on where it stopped. What is held already is said
 * to be held, and nothing is written for it.
 */
export async function* addFiles(casebook: Casebook, paths: readonly string[], stated: Stated, stopped: AbortSignal): AsyncGenerator<Added> {
  checkStated(stated);
  yield* addListed(casebook, await listFiles(paths), { stated, stopped });
}

/**
 * The same for files that `listFiles` found; what is stated was checked.
 *
 * @param how.suggests - false: claims are proposed later, by `analyseAgain`; else at once
 */
export function addListed(
  casebook: Casebook,
  files: readonly ListedFile[],
  how: { readonly stated: Stated; readonly stopped: AbortSignal; readonly suggests?: boolean },
): AsyncGenerator<Added> {
  const items = files.map(({ path, file }): Item => ({ path, file, container: null, depth: 0 }));
  return addItems({ suggests: true, ...how, casebook }, items);
}

/** The same for one file whose bytes are kept already, under the `name` that it had where it came from. */
export function addKept(casebook: Casebook, name: string, kept: Kept, stopped: AbortSignal): AsyncGenerator<Added> {
  return addItem(casebook, { path: name, kept, container: null, depth: 0 }, { stated: {}, stopped, suggests: true });
}

/** The same for one that was kept and looked at before, with what else the log is to say of it. */
export function addItem(casebook: Casebook, item: Item, how: Pick<Work, 'stated' | 'suggests'> & { readonly stopped: AbortSignal }): AsyncGenerator<Added> {
  return addItems({ ...how, casebook }, [item]);
}

async function* addItems(work: Omit<Work, 'pool' | 'analysts' | 'incoming'>, items: readonly Item[]): AsyncGenerator<Added> {
  const pool = new ReaderPool();
  const analysts = new Analysts();
  const incoming = work.casebook.store.vault.incoming();
  try {
    for await (const added of takeAll({ ...work, pool, analysts, incoming }, items))
      yield added.outcome === 'added' ? { ...added, revises: await versionBefore(work.casebook, added.id) } : added;
  } catch (thrown) {
    if (!work.stopped.aborted) throw thrown;
  } finally {
    await Promise.all([pool.close(), analysts.close()]);
    await incoming.close();
  }
}

/**
 * Reads some ahead, on every core, while what was read before is recorded: what is ready at one time goes into the record in
 * one transaction, so that many small documents do not wait for the disk one by one. Nobody waits longer than a moment for others.
 */
async function* takeAll(work: Work, items: readonly Item[]): AsyncGenerator<Added> {
  const { casebook, stopped } = work;
  for await (const ready of ahead(items, (item) => takeFile(work, item), textOf)) {
    let group: Taken[] = [];
    for (const taken of ready) {
      if (stopped.aborted) break;
      if (await isPlain(casebook, taken, group)) {
        group.push(taken);
        continue;
      }
      yield* await keepTogether(work, group);
      group = [];
      yield* finish(work, taken);
    }
    if (stopped.aborted) return;
    yield* await keepTogether(work, group);
  }
}

/** Whether all that is to be done for it is one record: its bytes are new here, and so are those of what is inside of it, which is read too. */
async function isPlain({ store }: Casebook, taken: Taken, before: readonly Taken[]): Promise<boolean> {
  const all = withInside(taken);
  if (all.some((each) => each.read === null || (each.inside === null && isContainer(each)))) return false;
  const digests = [...before.flatMap(withInside), ...all].map(({ kept }) => kept.sha256);
  if (new Set(digests).size < digests.length) return false;
  const held = await Promise.all(all.map(({ kept }) => findOriginal(store.reads, kept.sha256)));
  return held.every((original) => original === null);
}

/** Durable, all of them, before any is told of; a fault leaves none of them in the record, and adding them again goes on there. */
async function keepTogether({ casebook, incoming, stated }: Work, group: readonly Taken[]): Promise<readonly Added[]> {
  await incoming.settle(group.flatMap(withInside).flatMap(filesOf));
  const entries = group.flatMap((taken) => entriesOf(casebook, taken, stated));
  const acts = entries.flatMap((entry) => entry.acts);
  if (acts.length > 0)
    await casebook.record(acts, async () => {
      for (const { alongside } of entries) {
        await alongside();
        await setImmediate(); // readers are given their next documents meanwhile
      }
    });
  return entries.map(({ added }) => added);
}

/** Of a document and of what is inside of it, in this order. */
function entriesOf(casebook: Casebook, { item, kept, read, inside }: Taken, stated: Stated): readonly NewEntry[] {
  if (!read) return [];
  const entry = entryOf(casebook, { item, kept, read }, stated);
  const container = entry.added.original;
  return [entry, ...(inside ?? []).flatMap((part) => entriesOf(casebook, { ...part, item: { ...part.item, container } }, stated))];
}

/** Records one by itself; of an archive, or a mail with files attached, what is inside of it too. */
async function* finish(work: Work, before: Taken): AsyncGenerator<Added> {
  const { casebook, stopped } = work;
  const taken = isContainer(before) && !before.opened ? asOpened(before, await openContainer(work, before)) : before;
  const { opened } = taken;
  const added = await keep(work, taken, opened !== null);
  const goesOn = added.outcome === 'held' && (await isUnpacking(casebook, added.original));
  yield opened?.problem === null && added.outcome === 'unreadable' ? { ...added, outcome: 'opened', problem: null } : added;
  if (added.outcome === 'held' && !goesOn) return;
  // Stopped from here on, it is left marked, so that adding the container again opens it again: of the files inside, those
  // that are held already are passed over like any other.
  const parts = opened?.parts ?? (goesOn ? (await openContainer(work, taken)).parts : []);
  yield* takeAll(
    work,
    parts.map((part) => ({ ...part, container: added.original })),
  );
  if ((opened || goesOn) && !stopped.aborted) await allInside(casebook, added.original);
}

type AddedOriginal = Added & { readonly original: string };

async function keep(
  { casebook, incoming, stated }: Work,
  { item, kept, read }: Pick<Taken, 'item' | 'kept' | 'read'>,
  holdsFiles: boolean,
): Promise<AddedOriginal> {
  const { path } = item;
  await incoming.settle(filesOf({ kept, read }));
  // Looked up again: the same bytes may have come twice in one call.
  const held = await findOriginal(casebook.store.reads, kept.sha256);
  if (held && item.container !== null)
    await casebook.record([{ kind: 'original.contained', payload: { original: held.id, container: item.container, name: basename(path) } }]);
  if (held || !read) {
    const id = held?.document ?? held?.id ?? '';
    return {
      path,
      size: kept.size,
      original: held?.id ?? '',
      id,
      outcome: 'held',
      title: null,
      suggestions: 0,
      problem: null,
      sensitivity: null,
      revises: null,
    };
  }
  const { acts, alongside, added } = entryOf(casebook, { item, kept, read }, stated);
  await casebook.record(acts, async () => {
    await alongside();
    if (holdsFiles) await markUnpacking(casebook, added.original);
  });
  return added;
}

/** What the log is to say of it, what is kept beside the log in the same transaction, and what is told of it then. */
type NewEntry = { readonly acts: readonly Act[]; readonly alongside: () => Promise<void>; readonly added: AddedOriginal };

function entryOf(
  casebook: Casebook,
  { item, kept, read }: { readonly item: Item; readonly kept: Kept; readonly read: Failure | ReadDocument },
  stated: Stated,
): NewEntry {
  const { sha256, size } = kept;
  const original = casebook.newId('o_');
  // What people wrote to each other they did not write for the public.
  const unsaid = isConversation(read.mediaType) ? 'restricted' : 'public';
  const collection = collectionOf(basename(item.path), item.container, { ...stated, ...item.came }, unsaid);
  const preserved: Act = { kind: 'original.preserved', payload: { original, sha256, size, mediaType: read.mediaType, collection, tool: PROGRAM } };
  const told = { path: item.path, size, original, sensitivity: collection.sensitivity, revises: null };
  const beside = item.acts?.(original) ?? [];
  const described = describedBy(original, read.mediaType, read.media);
  if (!read.ok) {
    const { reader, problem } = read;
    const acts: readonly Act[] = [preserved, ...described, { kind: 'document.unreadable', payload: { original, reader, problem } }, ...beside];
    return { acts, alongside: async () => {}, added: { ...told, id: original, outcome: 'unreadable', title: null, suggestions: 0, problem } };
  }
  const { document, length, utterances, suggestions } = read;
  const { text, reader, pages, warnings } = read.reading;
  const { id, metadata } = document;
  const documentRead: Act = {
    kind: 'document.read',
    payload: { document: id, original, text: document.text, length, reader, pages, metadata, warnings, utterances },
  };
  const added: AddedOriginal = { ...told, id, outcome: 'added', title: known(metadata, 'title'), suggestions: suggestions?.length ?? 0, problem: null };
  // Its words and its copies are found at once, whether claims are proposed now or later.
  const alongside = async (): Promise<void> => {
    await placeUtterances(casebook.store.views, id, read.reading.utterances ?? []);
    await (suggestions ? keepSuggestions(casebook, document, text, suggestions) : indexText(casebook, document, text));
  };
  return { acts: [preserved, ...described, documentRead, ...beside], alongside, added };
}
