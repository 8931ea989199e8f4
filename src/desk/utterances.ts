// What a document's speakers wrote or said: kept beside its text, and asked for by windows.
import { Fault } from '../base/fault.ts';
import type { ClaimRow, SpeakersShown, UtteranceShown, UtterancesShown } from '../model/answers.ts';
import type { HeardPassage } from '../model/media.ts';
import type { Reading } from '../model/document.ts';
import { parseUtteranceLines, utteranceLines, type Heard, type Utterance } from '../model/utterance.ts';
import { partName } from '../reading/part-name.ts';
import { countUtterances, filesBeside, readUtterances, utteranceAt, utteranceTotal, type Numbered } from '../views/utterances.ts';
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

/** From where on utterances are wanted: a number, counted from 0, or a place of the text, in code points. */
export type From = { readonly from: number } | { readonly at: number };

/** `most` of a document's utterances from one on. Throws a Fault 'not-found' for an id of no document. */
export async function utterances(casebook: Casebook, document: string, asked: From, most: number): Promise<UtterancesShown> {
  const { reads } = casebook.store;
  await requireDocument(casebook, document);
  const from = 'from' in asked ? asked.from : ((await utteranceAt(reads, document, { start: asked.at }))?.ordinal ?? 0);
  return { utterances: await withFiles(casebook, document, await readUtterances(reads, document, from, most)), total: await utteranceTotal(reads, document) };
}

/** Who wrote or said what is in a document, and on which days. O(utterances). Throws a Fault 'not-found' for an id of no document. */
export async function speakers(casebook: Casebook, document: string): Promise<SpeakersShown> {
  await requireDocument(casebook, document);
  return countUtterances(casebook.store.reads, document);
}

async function requireDocument({ store: { reads } }: Casebook, document: string): Promise<void> {
  const held = await reads.selectFrom('document').select('id').where('id', '=', document).executeTakeFirst();
  if (!held) throw new Fault('not-found', `there is no document ${document}`, 'List them with `onrecord documents`.');
}

/** The utterance that a place of a document stands in; null where it stands in none. */
export async function utteranceOf(casebook: Casebook, document: string, start: number): Promise<UtteranceShown | null> {
  const found = await utteranceAt(casebook.store.reads, document, { start });
  return found && ((await withFiles(casebook, document, [found]))[0] ?? null);
}

/** Files inside of containers are kept under their last name, so made that it can be a file's. */
async function withFiles({ store: { reads } }: Casebook, document: string, found: readonly Numbered[]): Promise<readonly UtteranceShown[]> {
  const held = await filesBeside(reads, document, [...new Set(found.flatMap(({ attachments }) => attachments.map(partName)))]);
  return found.map((each) => ({ ...each, files: each.attachments.map((name) => ({ name, id: held.get(partName(name)) ?? null })) }));
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
