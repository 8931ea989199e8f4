// A new key for the log, in the place of the one that signed it until now: because it may have been seen, because it was
// lost, or because it is time. The old key's last checkpoint names the new one, and both sign it (src/log/key-chain.ts).
import { Fault } from '../base/fault.ts';
import { keyName } from '../log/key-chain.ts';
import { formatVerifier } from '../log/signature.ts';
import type { Casebook } from './casebook.ts';

export type Rotated = {
  /** The new public key, as a vkey; and the one that it follows. */
  readonly key: string;
  readonly retired: string;
  /** Of the last checkpoint of the old key, which is the first of the new one. */
  readonly size: number;
  readonly checkpoint: string;
  /** Whether the old key signed for the new one. */
  readonly tied: boolean;
  /** Whether no byte of the old secret key is left in the casebook's files. False where another program was reading them: it goes when the last one closes. */
  readonly destroyed: boolean;
};

/**
 * @param casebook - opened to write; opened to rescue where its key was lost, and then only if it is
 */
export async function rotateKey(casebook: Casebook, { reason, lost }: { readonly reason: string | null; readonly lost: boolean }): Promise<Rotated> {
  if (!reason?.trim())
    throw new Fault('bad-usage', 'a change of key wants a reason', 'Say why, with --reason TEXT. Whoever gets the record reads it: keep names out of it.');
  if (lost && casebook.store.signer) {
    throw new Fault(
      'conflict',
      'the key that signs this log is here, and it is sound',
      'Leave --lost out, so that the old key signs for the new one. Nothing was changed.',
    );
  }
  const { retired, key } = await casebook.rotateKey(reason);
  const { size, note } = await casebook.log.head();
  return { key, retired, size, checkpoint: note, tied: !lost, destroyed: await scrubbed(casebook) };
}

async function scrubbed({ store }: Casebook): Promise<boolean> {
  try {
    await store.scrub();
    return true;
  } catch (thrown) {
    if (thrown instanceof Fault && thrown.code === 'casebook-locked') return false;
    throw thrown;
  }
}

/** A key of the log, and the sizes at which it began and ended to sign; `until` is null for the one of today. */
export type KeyOfLog = { readonly key: string; readonly id: string; readonly from: number; readonly until: number | null; readonly tied: boolean };

/** The log's keys, the first one first. What is wrong with their chain is for `verify` to say. */
export async function keysOfLog({ store }: Casebook): Promise<readonly KeyOfLog[]> {
  const terms = await store.terms();
  return terms.map(({ key, begin, end, tied }) => ({
    key: formatVerifier(key),
    id: keyName(key),
    from: begin,
    until: Number.isFinite(end) ? end : null,
    tied,
  }));
}
