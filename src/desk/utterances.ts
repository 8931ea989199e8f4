// What a document's speakers wrote or said: kept beside its text, and asked for by windows.
import { Fault } from '../base/fault.ts';
import type { ClaimRow, UtterancesShown } from '../model/answers.ts';
import type { HeardPassage } from '../model/media.ts';
import type { Reading } from '../model/document.ts';
import { parseUtteranceLines, utteranceLines, type Heard, type Utterance } from '../model/utterance.ts';
import { countUtterances, readUtterances, utteranceAt } from '../views/utterances.ts';
import type { Casebook } from './casebook.ts';

type Vaulted = { readonly store: Pick<Casebook['store'], 'vault'> };

/** Keeps the utterances of a reading. Gives their digest; null where it has none. */
export async function keepUtterances({ store }: Vaulted, { utterances: said = [] }: Pick<Reading, 'utterances'>): Promise<string | null> {
  return said.length === 0 ? null : store.vault.keepText(utteranceLines(said));
}

/** All of a text, by their digest. O(utterances). Throws a Fault as the vault does. */
export async function keptUtterances({ store }: Vaulted, sha256: string | null): Promise<readonly Utterance[]> {
  return sha256 === null ? [] : parseUtteranceLines(await store.vault.text(sha256));
}

/** `most` of a document's utterances from the one numbered `from` on, and how many there are. Throws a Fault 'not-found' for an id of no document. */
export async function utterances({ store: { reads } }: Casebook, document: string, from: number, most: number): Promise<UtterancesShown> {
  const held = await reads.selectFrom('document').select('id').where('id', '=', document).executeTakeFirst();
  if (!held) throw new Fault('not-found', `there is no document ${document}`, 'List them with `onrecord documents`.');
  return { utterances: await readUtterances(reads, document, from, most), ...(await countUtterances(reads, document)) };
}

/** All that is heard in a transcript, in order. None of a document without times. Throws a Fault 'not-found' for an id of no document. */
export async function heardPassages(casebook: Casebook, document: string): Promise<readonly HeardPassage[]> {
  const { reads } = casebook.store;
  const held = await reads.selectFrom('document').select('utterances_sha256 as utterances').where('id', '=', document).executeTakeFirst();
  if (!held) throw new Fault('not-found', `there is no document ${document}`, 'List them with `onrecord documents`.');
  const said = await keptUtterances(casebook, held.utterances);
  return said.flatMap(({ start, end, head, speaker, heard }) => (heard ? [{ start, end, head, speaker, ...heard }] : []));
}

/** When a claim's words are heard; null where that is not known. */
export async function heardAt(
  { store: { reads } }: Casebook,
  { document, quote, orphan }: Pick<ClaimRow, 'document' | 'quote' | 'orphan'>,
): Promise<Heard | null> {
  return orphan ? null : ((await utteranceAt(reads, document, quote))?.heard ?? null);
}
