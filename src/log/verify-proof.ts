// Verification of one entry, offline, from its `.tlog-proof`, its bytes, and its payload and salt where they are shown.
import { judge, type Check } from './check.ts';
import type { Checkpoint } from './checkpoint.ts';
import { parseEnvelope, payloadDigest } from './entry.ts';
import { fromUtf8 } from './bytes.ts';
import { checkHandover, type Handover } from './handover.ts';
import { chainKeys, openInTerm, type Terms } from './key-chain.ts';
import { parseProofFile } from './proof-file.ts';
import { checkInclusion } from './proof.ts';
import { leafHash } from './tree.ts';
import { failed, gained, type Outcome } from './verdict.ts';
import { conclude, judgeKeys, quorumOf, readAnchor, type Verification, type VerifyOptions } from './verify.ts';
import type { Voucher } from './voucher.ts';

/** What is shown of an entry. `bytes` is the envelope as it was hashed; `salt` is in hexadecimal digits. */
export type Exhibit = {
  readonly proof: string;
  readonly bytes: Uint8Array;
  readonly opened?: { readonly payload: string; readonly salt: string };
  /** The changes of the log's key up to the proof's checkpoint, in order. */
  readonly handovers?: readonly Handover[];
  /** An RFC 3161 response over the proof's checkpoint. */
  readonly timestamp?: Uint8Array;
};

/** Findings are values; nothing throws on what an exhibit says. */
export function verifyProof(exhibit: Exhibit, options: VerifyOptions): Verification {
  const { log, policy = null, authorities = null, untied = false, held = [] } = options;
  const read = parseProofFile(exhibit.proof);
  if (!read.ok) return conclude([{ name: 'proof', ok: false, detail: read.reason }], []);
  const { proof, checkpoint } = read.value;
  const chain = chainKeys(log, (exhibit.handovers ?? []).map(checkHandover), untied);
  const signed = openInTerm(checkpoint.note, chain.terms);
  const included = checkInclusion(leafHash(exhibit.bytes), proof, checkpoint.root);
  const checks: Check[] = [
    judge('checkpoint', signed, ({ size }) => `signed by ${log.name}, for ${size} entries`),
    judge('proof', included.ok ? gained(proof) : included, ({ index, size }) => `the entry is number ${index} of the ${size}`),
  ];
  checks.push(...judgeKeys(chain, policy));
  const text = fromUtf8(exhibit.bytes);
  const envelope = text === null ? null : parseEnvelope(text);
  checks.push(
    judge('envelope', envelope ? gained(envelope) : failed('the entry is not an envelope'), ({ kind, at }) => `${kind}, at ${at} by the maker's clock`),
  );
  if (exhibit.opened && envelope) checks.push(judge('payload', checkPayload(exhibit.opened, envelope.digest), () => 'it is the one that the entry commits to'));
  checks.push(...held.map((note, n) => judgeHeld(`checkpoint held ${n + 1}`, note, checkpoint, chain.terms)));
  const sound = checks.every((check) => check.ok);
  const anchor = { note: checkpoint.note, timestamp: exhibit.timestamp ?? null };
  const vouched = sound ? readAnchor('checkpoint', anchor, checkpoint.size, { policy, authorities }) : { checks: [], vouchers: [] };
  const quorum = policy ? [judge('policy', quorumOf(policy, vouched.vouchers), (words) => words)] : [];
  const readers = sound ? held.map((): Voucher => ({ by: 'the reader', kind: 'reader', size: checkpoint.size, at: null })) : [];
  return conclude([...checks, ...vouched.checks, ...quorum], [...vouched.vouchers, ...readers]);
}

/** One entry's proof agrees with a checkpoint of the same size, or not. Of another size it can show nothing, and says so. */
function judgeHeld(name: string, note: string, checkpoint: Checkpoint, terms: Terms): Check {
  const opened = openInTerm(note, terms);
  if (!opened.ok) return { name, ok: false, detail: opened.reason };
  const { size, root } = opened.value;
  if (size !== checkpoint.size) {
    const detail = `it is of ${size} entries, and the proof is of ${checkpoint.size}: one entry’s proof cannot show that the one goes on from the other. Ask for one under your checkpoint (onrecord log prove INDEX --checkpoint FILE), or for the whole log`;
    return { name, ok: false, detail };
  }
  const ok = root === checkpoint.root;
  return {
    name,
    ok,
    detail: ok ? 'it is the one that the proof leads to' : `the proof leads to other entries than these ${size}: the log was forked or altered`,
  };
}

function checkPayload({ payload, salt }: { readonly payload: string; readonly salt: string }, digest: string): Outcome<null> {
  const ok = payloadDigest(salt, payload) === digest;
  return ok ? gained(null) : failed('the payload or the salt is not the one that the entry commits to');
}
