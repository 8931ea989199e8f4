// Files that a process kept and did not come to record, as it was killed: nobody was told that they are kept, and no entry speaks of them. They go when the
// casebook is next opened to write and nobody else writes, so that what `check` finds astray was put there by somebody.
import { Fault } from '../base/fault.ts';
import type { Log } from '../log/log.ts';
import { parseAct, textsOf, type Act } from '../model/act.ts';
import type { Store } from '../store/store.ts';
import { SHELVES, type Shelf } from '../store/kept-file.ts';
import { dropMarks, writingMarks } from '../store/writing-marks.ts';
import type { Tables } from '../views/tables.ts';

/**
 * O(log), and only after a crash. Done in a transaction, which waits for nobody's files: a process that begins meanwhile and finds its bytes kept already is told by
 * `requireKept` that they are gone. A crash on the way leaves the marks, and the next opening goes on.
 */
export async function dropUnrecorded(folder: string, { store, log }: { readonly store: Store<Tables>; readonly log: Log }, own: string): Promise<void> {
  const { abandoned, others } = await writingMarks(folder, own);
  if (abandoned.length === 0 || others) return;
  await store.transact(async () => {
    const recorded = await recordedFiles(log);
    for (const shelf of SHELVES) await store.vault.dropUnexpected(shelf, recorded[shelf]);
  });
  await dropMarks(abandoned);
}

/** By the log and not by the views: what is told to be kept by nothing but an altered table would be lost. */
async function recordedFiles(log: Log): Promise<Readonly<Record<Shelf, ReadonlySet<string>>>> {
  const files = { originals: new Set<string>(), texts: new Set<string>() };
  for await (const { envelope, payload: bytes } of log.entries()) {
    if (bytes === null || !TELLS_OF_FILES.has(envelope.kind)) continue;
    const { kind, payload } = parseAct(envelope.kind, JSON.parse(Buffer.from(bytes).toString('utf8')));
    if (kind === 'original.preserved') files.originals.add(payload.sha256);
    if (kind === 'document.read') for (const text of textsOf(payload)) files.texts.add(text);
    if (kind === 'list.added') {
      files.originals.add(payload.sha256);
      files.texts.add(payload.text);
    }
  }
  return files;
}

const TELLS_OF_FILES: ReadonlySet<string> = new Set(['original.preserved', 'document.read', 'list.added']);

/** Throws a Fault 'conflict' where an act speaks of a file that is not kept any more. Called in the transaction that records the act. */
export async function requireKept({ vault }: Store<Tables>, acts: readonly Act[]): Promise<void> {
  for (const { kind, payload } of acts) {
    const kept =
      (kind !== 'original.preserved' || (await vault.has('originals', payload.sha256))) &&
      (kind !== 'document.read' || (await hasTexts(vault, textsOf(payload)))) &&
      (kind !== 'list.added' || ((await vault.has('originals', payload.sha256)) && (await hasTexts(vault, [payload.text]))));
    if (!kept) throw new Fault('conflict', 'what was kept of a file was cleaned away before it was recorded', 'Add it again. Nothing was recorded.');
  }
}

async function hasTexts(vault: Store<Tables>['vault'], digests: readonly string[]): Promise<boolean> {
  for (const sha256 of digests) if (!(await vault.has('texts', sha256))) return false;
  return true;
}
