// Opens the casebook that a call is about, and closes it whatever happens.
import { Casebook, findCasebook, isEncrypted, surroundings } from '../desk/casebook.ts';
import type { Call } from './command.ts';
import { passphrase } from './passphrase.ts';

export async function withCasebook<T>(call: Call, mode: 'read' | 'write', work: (casebook: Casebook) => Promise<T>): Promise<T> {
  const folder = findCasebook(call.text('casebook'), call.folder);
  const casebook = await openCasebook(call, folder, mode);
  try {
    return await work(casebook);
  } finally {
    await casebook.close();
  }
}

/** Opens the casebook in `folder`, asking for its passphrase where it is encrypted. The caller closes it. */
export async function openCasebook(call: Call, folder: string, mode: 'read' | 'write'): Promise<Casebook> {
  const secret = (await isEncrypted(folder)) ? await passphrase(call) : null;
  return Casebook.open(folder, mode, surroundings(call.text('by') ?? null), secret);
}
