// Pseudonyms: a person says what the desk shows in the place of a name, and asks for the name where they need it. Both are acts of the log.
// The command line is the holder's own and shows names: see docs/decisions.
import { Fault } from '../base/fault.ts';
import { fold, foldedWords } from '../base/fold.ts';
import type { Act } from '../model/act.ts';
import { PROTECTED, type NameVeiled, type NamesVeiled, type PseudonymProposed } from '../model/pseudonym.ts';
import { keyOfName } from '../record/identity.ts';
import { lettersOf, placesOf } from '../record/find-words.ts';
import { aloneWords, BAR, samePseudonym, type VeiledName } from '../record/veil.ts';
import { findPassages } from '../views/passages.ts';
import { readNameWords } from '../views/read-cared-names.ts';
import { namesOf } from '../views/read-entities.ts';
import { everStated, namesStated, readAskings, readVeiledNames, wordsOfOthers } from '../views/read-pseudonyms.ts';
import type { Casebook } from './casebook.ts';
import { keptInMemory } from './kept-in-memory.ts';

/** Every name that has a pseudonym. O(reviews) where something was recorded since it was last asked for and any name has one. */
export const veiledNames = async (casebook: Casebook): Promise<readonly VeiledName[]> => (await known(casebook)).names;

const known = keptInMemory(async (casebook: Casebook, before: { readonly size: number; readonly names: readonly VeiledName[] } | null) => {
  const size = await casebook.store.log.size();
  return before && before.size === size ? before : { size, names: await readVeiledNames(casebook.store.reads) };
});

/**
 * What a person says of a pseudonym. `also` are other words that tell who is meant. `spared` are words of the name that stay uncovered where they
 * stand alone; left out, those that other names of the record have.
 */
export type Stating = { readonly pseudonym: string; readonly also?: readonly string[]; readonly spared?: readonly string[] };

const MOST_SIGNS = 80;

/**
 * Gives a name, and so all that people joined with it, a pseudonym, or another one.
 *
 * Throws a Fault 'not-found' for a name that no claim gives, 'bad-usage' for a pseudonym that tells something of the name or is none, 'conflict' for one that is
 * another's or that documents say.
 */
export async function statePseudonym(casebook: Casebook, id: string, { pseudonym, also = [], spared }: Stating, reason: string | null): Promise<void> {
  requireReason(reason);
  const { ids, words } = await named(casebook, id);
  const shown = pseudonym.trim();
  await requireFree(casebook, ids, words, shown);
  const others = spared ?? (await proposed(casebook, ids, words)).filter((word) => word.others).map(({ word }) => word);
  const folded = [...new Set(others.flatMap((word) => foldedWords(word)))];
  const [own = ids[0] ?? id] = await namesStated(casebook.store.reads, ids);
  await casebook.record([
    { kind: 'pseudonym.stated', payload: { name: own, pseudonym: shown, also: also.map((each) => each.trim()), spared: folded, reason } },
  ]);
}

/** The name is shown again to everybody. Throws a Fault 'not-found' where it has no pseudonym. */
export async function takePseudonymBack(casebook: Casebook, id: string, reason: string | null): Promise<void> {
  requireReason(reason);
  const stated = await namesStated(casebook.store.reads, await namesOf(casebook.store.reads, id));
  if (stated.length === 0) throw noPseudonym(id);
  await casebook.record(stated.map((name): Act => ({ kind: 'pseudonym.stated', payload: { name, pseudonym: null, also: [], spared: [], reason } })));
}

/** Tells the log that the person asked for the name; whoever calls shows it. Throws a Fault 'not-found' where it has no pseudonym. */
export async function askForName(casebook: Casebook, id: string, reason: string | null): Promise<VeiledName> {
  requireReason(reason);
  const name = await veiledBy(casebook, id);
  await casebook.record([{ kind: 'name.asked', payload: { name: name.ids[0] ?? id, reason } }]);
  return name;
}

/** Throws a Fault 'not-found' where the name has no pseudonym. */
export async function veiledBy(casebook: Casebook, id: string): Promise<VeiledName> {
  const found = (await veiledNames(casebook)).find(({ ids }) => ids.includes(id));
  if (!found) throw noPseudonym(id);
  return found;
}

/** All that have one. `isOpen` says of which whoever asks sees the names. */
export async function namesVeiled(casebook: Casebook, isOpen: (name: VeiledName) => boolean): Promise<NamesVeiled> {
  const names = await veiledNames(casebook);
  return { names: await Promise.all(names.map((name) => rowOf(casebook, name, isOpen(name)))), next: await nextNumber(casebook) };
}

/** What would be recorded of a name if nothing else is said. */
export async function proposePseudonym(casebook: Casebook, id: string): Promise<PseudonymProposed> {
  const { ids, words } = await named(casebook, id);
  return { pseudonym: `${PROTECTED} ${await nextNumber(casebook)}`, words: await proposed(casebook, ids, words) };
}

const rowOf = async ({ store: { reads } }: Casebook, { ids, pseudonym }: VeiledName, isOpen: boolean): Promise<NameVeiled> => ({
  id: ids[0] ?? '',
  pseudonym,
  isOpen,
  askings: await readAskings(reads, ids),
});

async function named({ store: { reads } }: Casebook, id: string): Promise<{ readonly ids: readonly string[]; readonly words: readonly string[] }> {
  const ids = (await namesOf(reads, id)).toSorted();
  const words = await readNameWords(reads, ids);
  if (words.length === 0) throw new Fault('not-found', `no claim names ${id}`, 'List the names with `onrecord entities`; ids begin with n_.');
  return { ids, words };
}

async function proposed({ store: { reads } }: Casebook, ids: readonly string[], words: readonly string[]): Promise<PseudonymProposed['words']> {
  const alone = [...new Set(words.flatMap(aloneWords))];
  const others = await wordsOfOthers(reads, ids, alone);
  return alone.map((word) => ({ word, others: others.has(word) }));
}

async function nextNumber({ store: { reads } }: Casebook): Promise<number> {
  const numbers = (await everStated(reads)).map(({ pseudonym }) => Number(/\d{1,6}$/.exec(fold(pseudonym))?.[0] ?? 0));
  return Math.max(0, ...numbers) + 1;
}

/** Throws where a pseudonym would tell something, or could be taken for something else. */
async function requireFree({ store: { reads } }: Casebook, ids: readonly string[], words: readonly string[], pseudonym: string): Promise<void> {
  const said = foldedWords(pseudonym);
  if (said.length === 0 || Array.from(pseudonym).length > MOST_SIGNS || pseudonym.includes(BAR))
    throw new Fault('bad-usage', 'a pseudonym is one word or a few', 'Give one as “Witness A”.');
  const letters = lettersOf(pseudonym);
  if (words.flatMap((form) => foldedWords(form)).some((word) => Array.from(word).length > 1 && placesOf(letters, word).length > 0))
    throw new Fault('bad-usage', 'the pseudonym has a word of the name', 'Give one that tells nothing of it, as “Witness A”.');
  if ((await everStated(reads)).some((each) => !ids.includes(each.name) && samePseudonym(each.pseudonym, pseudonym)))
    throw new Fault('conflict', 'it is, or was, the pseudonym of another', 'Give another one: who reads both would take the two for one.');
  const isName = await reads.selectFrom('name').select('id').where('key', '=', keyOfName(pseudonym)).executeTakeFirst();
  if (isName || (await findPassages(reads, `"${said.join(' ')}"`, null, 1)).total > 0)
    throw new Fault('conflict', 'documents say these very words', 'Give another one: who reads it would not know which of the two it is.');
}

function requireReason(reason: string | null): asserts reason is string {
  if (!reason?.trim()) throw new Fault('bad-usage', 'this wants a reason', 'Say why. It stays in the log.');
}

const noPseudonym = (id: string): Fault => new Fault('not-found', `${id} has no pseudonym`, 'It is shown as it is.');
