// Verification of a casebook, offline: the log against its checkpoints, and every kept file against the log. It works on
// a casebook that is damaged: what is wrong is a finding, not a fault.
import { setImmediate } from 'node:timers/promises';
import { asFault, Fault } from '../base/fault.ts';
import { parseEnvelope } from '../log/entry.ts';
import type { LogReader, LogStore, Row } from '../log/log-store.ts';
import { verifyLog } from '../log/verify.ts';
import { standing } from '../log/voucher.ts';
import { parseAct, textsOf, type Act } from '../model/act.ts';
import type { Check, Verification } from '../model/answers.ts';
import type { Key } from '../store/key-slots.ts';
import { openStore, type Store } from '../store/store.ts';
import type { Shelf } from '../store/kept-file.ts';
import type { Tables } from '../views/tables.ts';
import type { Trust } from './trust.ts';

/** A reader who was handed nothing. */
const NOBODY: Trust = { held: [], policy: null, authorities: null, key: null };

/** Checks the casebook in `folder` by what the reader trusts, from what lies there alone. O(entries + bytes of originals and texts); streams. */
export async function verifyCasebook(folder: string, trust: Trust, opensWith: Key | null): Promise<Verification> {
  const store = await openStore<Tables>(folder, { mode: 'read', ...(opensWith === null ? {} : { key: opensWith }) });
  try {
    return await verifyStore(store, trust);
  } finally {
    await store.close();
  }
}

/** The same for a casebook that is open. */
export async function verifyStore(store: Store<Tables>, trust: Trust = NOBODY): Promise<Verification> {
  const { held, policy, authorities, key } = trust;
  const log = await verifyLog(inTurns(store.log), { log: key ?? store.verifier, untied: key === null, held, policy, authorities });
  const files = await checkFiles(store);
  return { ok: log.ok && files.every((check) => check.ok), checks: [...log.checks, ...files], vouched: log.standing };
}

/** The same log, which lets others have their turn between batches: a desk that checks a long log goes on answering. */
const inTurns = (log: LogStore): LogStore => ({
  ...readInTurns(log),
  write: (work) => log.write(work),
  snapshot: (work) => log.snapshot((reader) => work(readInTurns(reader))),
});

const readInTurns = (log: LogReader): LogReader => ({
  head: () => log.head(),
  size: () => log.size(),
  row: (index) => log.row(index),
  rowById: (id) => log.rowById(id),
  nodes: (places) => log.nodes(places),
  anchors: () => log.anchors(),
  batches: async function* (from, to) {
    for await (const rows of log.batches(from, to)) {
      yield rows;
      await setImmediate();
    }
  },
});

/** Who besides the maker vouches for a casebook that nobody was asked to vouch for. */
export const nobodyVouches = (): string => standing([]);

/** Every original and text that the log speaks of is there, and is what it was. */
async function checkFiles(store: Store<Tables>): Promise<readonly Check[]> {
  const kept: Readonly<Record<Shelf, Set<string>>> = { originals: new Set(), texts: new Set() };
  for await (const act of actsOf(inTurns(store.log))) {
    if (act.kind === 'original.preserved') kept.originals.add(act.payload.sha256);
    if (act.kind === 'document.read') for (const text of textsOf(act.payload)) kept.texts.add(text);
    if (act.kind === 'list.added') {
      kept.originals.add(act.payload.sha256);
      kept.texts.add(act.payload.text);
    }
  }
  return [await checkShelf(store, 'originals', kept.originals), await checkShelf(store, 'texts', kept.texts)];
}

async function checkShelf({ vault }: Store<Tables>, shelf: Shelf, digests: ReadonlySet<string>): Promise<Check> {
  const wrong: string[] = [];
  for (const digest of digests) {
    const verdict = await vault.check(shelf, digest);
    if (!verdict.ok) wrong.push(verdict.reason);
  }
  const detail = wrong.length === 0 ? `all ${digests.size} are there, and are what they were` : wrong.join('; ');
  return { name: shelf, ok: wrong.length === 0, detail };
}

async function* actsOf(log: LogStore): AsyncGenerator<Act> {
  for await (const rows of log.batches(0, await log.size())) {
    for (const row of rows) {
      const act = readAct(row);
      if (act) yield act;
    }
  }
}

/** Acts that tell of files. The others, which are nearly all of a long log, are not read. */
const OF_FILES: ReadonlySet<string> = new Set<Act['kind']>(['original.preserved', 'document.read', 'list.added']);

/** The act of a row, if it tells of files; null where its payload was destroyed, or was altered beyond reading, which the check of payloads names. */
function readAct({ envelope, payload }: Row): Act | null {
  const stamp = parseEnvelope(envelope);
  if (!stamp || payload === null || !OF_FILES.has(stamp.kind)) return null;
  try {
    return parseAct(stamp.kind, JSON.parse(payload));
  } catch (thrown) {
    const fault = thrown instanceof SyntaxError ? new Fault('bad-shape', thrown.message, '', thrown) : asFault(thrown);
    if (fault.code === 'bad-shape') return null;
    throw fault;
  }
}
