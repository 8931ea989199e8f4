// Verification of one entry, offline, from its `.tlog-proof`, its bytes, and its payload and salt where they are shown.
import { judge, type Check } from './check.ts';
import { openCheckpoint } from './checkpoint.ts';
import { parseEnvelope, payloadDigest } from './entry.ts';
import { fromUtf8 } from './bytes.ts';
import { parseProofFile } from './proof-file.ts';
import { checkInclusion } from './proof.ts';
import { leafHash } from './tree.ts';
import { failed, gained, type Outcome } from './verdict.ts';
import { conclude, quorumOf, readAnchor, type Verification, type VerifyOptions } from './verify.ts';

/** What is shown of an entry. `bytes` is the envelope as it was hashed; `salt` is in hexadecimal digits. */
export type Exhibit = {
  readonly proof: string;
  readonly bytes: Uint8Array;
  readonly opened?: { readonly payload: string; readonly salt: string };
  /** An RFC 3161 response over the proof's checkpoint. */
  readonly timestamp?: Uint8Array;
};

/** Findings are values; nothing throws on what an exhibit says. */
export function verifyProof(exhibit: Exhibit, { log, policy = null, authorities = null }: Omit<VerifyOptions, 'held'>): Verification {
  const read = parseProofFile(exhibit.proof);
  if (!read.ok) return conclude([{ name: 'proof', ok: false, detail: read.reason }], []);
  const { proof, checkpoint } = read.value;
  const signed = openCheckpoint(checkpoint.note, log);
  const included = checkInclusion(leafHash(exhibit.bytes), proof, checkpoint.root);
  const checks: Check[] = [
    judge('checkpoint', signed, ({ size }) => `signed by ${log.name}, for ${size} entries`),
    judge('proof', included.ok ? gained(proof) : included, ({ index, size }) => `the entry is number ${index} of the ${size}`),
  ];
  const text = fromUtf8(exhibit.bytes);
  const envelope = text === null ? null : parseEnvelope(text);
  checks.push(
    judge('envelope', envelope ? gained(envelope) : failed('the entry is not an envelope'), ({ kind, at }) => `${kind}, at ${at} by the maker's clock`),
  );
  if (exhibit.opened && envelope) checks.push(judge('payload', checkPayload(exhibit.opened, envelope.digest), () => 'it is the one that the entry commits to'));
  const sound = checks.every((check) => check.ok);
  const anchor = { note: checkpoint.note, timestamp: exhibit.timestamp ?? null };
  const vouched = sound ? readAnchor('checkpoint', anchor, checkpoint.size, { policy, authorities }) : { checks: [], vouchers: [] };
  const quorum = policy ? [judge('policy', quorumOf(policy, vouched.vouchers), (words) => words)] : [];
  return conclude([...checks, ...vouched.checks, ...quorum], vouched.vouchers);
}

function checkPayload({ payload, salt }: { readonly payload: string; readonly salt: string }, digest: string): Outcome<null> {
  const ok = payloadDigest(salt, payload) === digest;
  return ok ? gained(null) : failed('the payload or the salt is not the one that the entry commits to');
}
