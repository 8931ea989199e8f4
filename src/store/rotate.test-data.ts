// A change of key, as the desk makes it, without the desk.
import type { Checkpoint } from '../log/checkpoint.ts';
import { lastTerm } from '../log/key-chain.ts';
import type { Log } from '../log/log.ts';
import { formatVerifier } from '../log/signature.ts';
import type { Store } from './store.ts';

export async function rotate<Views>(store: Store<Views>, log: Log, lost = false): Promise<Checkpoint> {
  const next = store.newSigningKey();
  const from = formatVerifier(lastTerm(await store.terms()).key);
  const payload = { from, to: next.signer.vkey, lost, reason: 'its time' };
  await log.rotate(next.signer, [{ kind: 'key.rotated', actor: 'p_1', payload }], async () => store.keepSigningKey(next));
  return log.head();
}
