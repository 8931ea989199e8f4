// Opens the casebook that a call is about, and closes it whatever happens.
import { Casebook, findCasebook, surroundings } from '../desk/casebook.ts';
import type { Call } from './command.ts';

export async function withCasebook<T>(call: Call, mode: 'read' | 'write', work: (casebook: Casebook) => Promise<T>): Promise<T> {
  const folder = findCasebook(call.text('casebook'), call.folder);
  const casebook = await Casebook.open(folder, mode, surroundings(call.text('by') ?? null));
  try {
    return await work(casebook);
  } finally {
    await casebook.close();
  }
}
