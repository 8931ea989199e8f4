// Verification: whether a log is what its checkpoints say it is, and who besides its maker vouches for that. It needs
// nothing but the log and what the reader holds: no network, and no trust in whoever made it.
import { Fault } from '../base/fault.ts';
import { judge, type Check } from './check.ts';
import { parseCheckpoint, type Checkpoint } from './checkpoint.ts';
import { judgeEntries, judgeErasures, judgePayloads, judgeRoot, judgeTree, judgeWithheld } from './judge-walk.ts';
import { chainKeys, judgeNamedLogs, openHead, openInTerm, readChange, type KeyChain } from './key-chain.ts';
import type { Anchor, LogReader, LogStore } from './log-store.ts';
import type { Policy } from './policy.ts';
import type { Verifier } from './signature.ts';
import { checkTimestamp, type Authorities } from './timestamp.ts';
import { failed, gained, type Outcome } from './verdict.ts';
import { checkQuorum, cosigners, standing, type Voucher } from './voucher.ts';
import { walkLog, type Walk } from './walk-log.ts';

export type Verification = {
  /** Whether every check is ok. */
  readonly ok: boolean;
  readonly checks: readonly Check[];
  readonly vouchers: readonly Voucher[];
  /** Who vouches, or that nobody does, in words. */
  readonly standing: string;
};

export type VerifyOptions = {
  /** A public key of the log: where it was changed, any of them. Keys after it must be tied to it by its signature. */
  readonly log: Verifier;
  /** Let a key pass that the one before did not sign for, and only report it: where nobody told the reader which key is the log's. */
  readonly untied?: boolean;
  /** Checkpoints that the reader holds from earlier or elsewhere, as notes: what the log must agree with. */
  readonly held?: readonly string[];
  /** Which witnesses the reader trusts. Without it no cosignature counts. */
  readonly policy?: Policy | null;
  /** Whether this is a copy from which payloads may have been withheld. What is missing is then no finding. */
  readonly withheld?: boolean;
  /** Which time-stamping authorities the reader trusts. Without it no time stamp counts. */
  readonly authorities?: Authorities | null;
};

/**
 * Recompute all of a log. Findings are values; only a disk that fails throws.
 *
 * Streams: a million entries take seconds and some tens of megabytes. Sees the log as it is when asked, whatever is
 * appended meanwhile.
 */
export async function verifyLog(store: LogStore, options: VerifyOptions): Promise<Verification> {
  try {
    return await store.snapshot((reader) => verifyReader(reader, options));
  } catch (thrown) {
    // What the store cannot even read is a finding about the record, too.
    if (thrown instanceof Fault && thrown.code === 'casebook-damaged') return conclude([{ name: 'store', ok: false, detail: thrown.message }], []);
    throw thrown;
  }
}

/** The same, over what may be a copy that others were given: a reader that nobody writes to meanwhile. */
export async function verifyReader(reader: LogReader, options: VerifyOptions): Promise<Verification> {
  const notes = await notesOf(reader, options);
  const walk = await walkLog(reader, notes.sizes);
  const opened = openAll(notes, walk, options);
  const { head } = opened;
  const checks = [...opened.checks];
  if (head.ok) checks.push(judgeEntries(walk, head.value), judgeTree(walk, head.value), judgeRoot(walk, head.value));
  checks.push(judgePayloads(walk), options.withheld ? judgeWithheld(walk) : judgeErasures(walk));
  return concludeWith(checks, opened, walk, options);
}

/** What the entries of a log, or their hashes, come to: how many there are, the roots of the sizes that were asked for, the changes of its key. */
export type Seen = Pick<Walk, 'count' | 'roots' | 'rotations'>;

/** The checkpoints that a log has, and others kept of it. `sizes` are those that roots are wanted of. */
export type Notes = { readonly note: string | null; readonly anchors: readonly Anchor[]; readonly sizes: ReadonlySet<number> };

export async function notesOf(reader: LogReader, { held = [] }: VerifyOptions): Promise<Notes> {
  const note = await reader.head();
  const anchors = await reader.anchors();
  return { note, anchors, sizes: new Set([note ?? '', ...held, ...anchors.map((anchor) => anchor.note)].map(sizeOf)) };
}

/** The same, and what the reader holds, each opened with the key of its time; `checks` are of the last checkpoint and of the keys. */
export type Opened = {
  readonly checks: readonly Check[];
  readonly head: Outcome<Checkpoint>;
  readonly anchors: readonly Anchor[];
  readonly anchored: readonly Outcome<Checkpoint>[];
  readonly held: readonly Outcome<Checkpoint>[];
};

export function openAll({ note, anchors }: Notes, seen: Seen, options: VerifyOptions): Opened {
  const kept = anchors.map((anchor) => anchor.note);
  const chain = keysOf(seen, kept, options);
  const head = note === null ? failed('there is no checkpoint') : openHead(note, chain.terms);
  const held = (options.held ?? []).map((each) => openInTerm(each, chain.terms));
  const anchored = kept.map((each) => openInTerm(each, chain.terms));
  const checks = [judge('checkpoint', head, ({ size }) => `signed by ${options.log.name}, for ${size} entries`), ...judgeKeys(chain, options.policy ?? null)];
  return { checks, head, anchors, anchored, held };
}

/** Adds to the checks of a log what others hold of it, and who vouches. */
export function concludeWith(checks: readonly Check[], { held, anchors, anchored }: Opened, seen: Seen, options: VerifyOptions): Verification {
  const agreed = held.map((each, n) => judgeHeld(`checkpoint held ${n + 1}`, each, seen));
  const vouched = vouchersOf(anchors, anchored, seen, options);
  const readers = held.flatMap((each): Voucher[] =>
    each.ok && seen.roots.get(each.value.size) === each.value.root ? [{ by: 'the reader', kind: 'reader', size: each.value.size, at: null }] : [],
  );
  return conclude([...checks, ...agreed, ...vouched.checks], [...vouched.vouchers, ...readers]);
}

/** How the keys follow from one another, and whether the reader's policy names them. */
export const judgeKeys = ({ check, terms }: KeyChain, policy: Policy | null): readonly Check[] =>
  [check, policy && judgeNamedLogs(policy.logs.map(({ verifier }) => verifier), terms)].filter((each) => each !== null); // prettier-ignore

/** -1 for what is no checkpoint. */
function sizeOf(note: string): number {
  const read = parseCheckpoint(note);
  return read.ok ? read.value.checkpoint.size : -1;
}

function keysOf({ rotations, roots }: Seen, kept: readonly string[], { log, untied = false }: VerifyOptions): KeyChain {
  const bySize = Map.groupBy(kept, sizeOf);
  const changes = rotations.map((rotation) => readChange(rotation, bySize.get(rotation.index + 1) ?? [], roots.get(rotation.index + 1)));
  return chainKeys(log, changes, untied);
}

export function conclude(checks: readonly Check[], vouchers: readonly Voucher[]): Verification {
  return { ok: checks.every((check) => check.ok), checks, vouchers, standing: standing(vouchers) };
}

/** Whether the log goes on from a checkpoint that somebody holds. */
function judgeHeld(name: string, held: Outcome<Checkpoint>, walk: Seen): Check {
  if (!held.ok) return { name, ok: false, detail: held.reason };
  const { size, root } = held.value;
  if (size > walk.count) {
    return { name, ok: false, detail: `it is of ${size} entries, and ${walk.count} are here: the log was cut short, or is an older copy` };
  }
  const same = walk.roots.get(size) === root;
  return {
    name,
    ok: same,
    detail: same ? `the first ${size} entries are as they were` : `the first ${size} entries are not those that were signed: the log was forked or altered`,
  };
}

type Vouched = { readonly checks: readonly Check[]; readonly vouchers: readonly Voucher[] };

/** What others said of checkpoints of this log. Only words on a checkpoint that the log agrees with count. */
function vouchersOf(anchors: readonly Anchor[], opened: readonly Outcome<Checkpoint>[], walk: Seen, { policy, authorities }: VerifyOptions): Vouched {
  const checks: Check[] = [];
  const vouchers: Voucher[] = [];
  anchors.forEach((anchor, n) => {
    const name = `checkpoint kept ${n + 1}`;
    const checkpoint = opened[n] ?? failed('it is missing');
    const agrees = judgeHeld(name, checkpoint, walk);
    checks.push(agrees);
    if (!agrees.ok || !checkpoint.ok) return;
    const found = readAnchor(name, anchor, checkpoint.value.size, { policy: policy ?? null, authorities: authorities ?? null });
    checks.push(...found.checks);
    vouchers.push(...found.vouchers);
  });
  if (policy) checks.push(judge('policy', quorumOf(policy, vouchers), (words) => words));
  return { checks, vouchers };
}

type Trust = { readonly policy: Policy | null; readonly authorities: Authorities | null };

/** What one anchor comes to under the reader's trust; strangers' words come to nothing, wrong ones to a failed check. */
export function readAnchor(name: string, { note, timestamp }: Pick<Anchor, 'note' | 'timestamp'>, size: number, { policy, authorities }: Trust): Vouched {
  const checks: Check[] = [];
  const vouchers: Voucher[] = [];
  if (policy) {
    const { vouchers: witnesses, wrong } = cosigners(note, size, policy);
    vouchers.push(...witnesses);
    checks.push(...wrong.map((detail) => ({ name: `${name}, cosignature`, ok: false, detail })));
  }
  if (timestamp && authorities) {
    const stamped = checkTimestamp(timestamp, Buffer.from(note), authorities);
    checks.push(judge(`${name}, time stamp`, stamped, ({ by, at }) => `${by} stamped it on ${at.toISOString()}`));
    if (stamped.ok) vouchers.push({ ...stamped.value, kind: 'timestamp', size });
  }
  return { checks, vouchers };
}

export function quorumOf(policy: Policy, vouchers: readonly Voucher[]): Outcome<string> {
  const verdict = checkQuorum(policy, vouchers);
  return verdict.ok ? gained(policy.quorum === null ? 'nobody has to vouch' : `${policy.quorum} vouched`) : verdict;
}
