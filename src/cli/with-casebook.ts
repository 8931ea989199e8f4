// Opens the casebook that a call is about, and closes it whatever happens.
import { Fault } from '../base/fault.ts';
import { Casebook, findCasebook, isEncrypted, surroundings } from '../desk/casebook.ts';
import type { Call } from './command.ts';
import { askKey } from './ask-key.ts';

export async function withCasebook<T>(call: Call, mode: 'read' | 'write' | 'rescue', work: (casebook: Casebook) => Promise<T>): Promise<T> {
  const folder = findCasebook(call.text('casebook'), call.folder);
  const casebook = await openCasebook(call, folder, mode);
  try {
    return await work(casebook);
  } finally {
    await casebook.close();
  }
}

/**
 * Opens the casebook in `folder`, asking for its key where it is encrypted. The caller closes it. One that was
 * altered is opened to read only where reading is enough, and it is said.
 */
export async function openCasebook(call: Call, folder: string, mode: 'read' | 'write' | 'rescue' | 'serve'): Promise<Casebook> {
  const secret = (await isEncrypted(folder)) ? await askKey(call) : null;
  const around = surroundings(call.text('by') ?? null);
  try {
    return await Casebook.open(folder, mode === 'serve' ? 'write' : mode, around, secret);
  } catch (thrown) {
    if (mode === 'write' || mode === 'rescue' || !(thrown instanceof Fault) || thrown.code !== 'casebook-damaged') throw thrown;
    call.note(`This casebook was ALTERED: ${thrown.message}. It is open to read only. \`onrecord verify\` says more.`);
    return Casebook.openDamaged(folder, around, secret, thrown.message);
  }
}
