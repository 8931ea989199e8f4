// What is made of what, as people say it: a transcript, a translation, a description attached to its original. Each is an entry of the log, and
// can be taken back. What is attached is no second source, bears what is said of its original, and of a translation no claims are proposed.
import { CodePoints } from '../base/span.ts';
import { Fault } from '../base/fault.ts';
import type { Attached, AttachedRow, TranslatedClaim, TranslationAligned } from '../model/attachment.ts';
import { parseMetadata } from '../model/document.ts';
import { alignParagraphs, passageFor } from '../record/align-paragraphs.ts';
import { readAttached } from '../views/read-attached.ts';
import { keptUtterances } from './utterances.ts';
import type { Casebook } from './casebook.ts';
import { propose } from './propose.ts';
import { instantOf, type ClaimFilter } from './parse-filter.ts';
import { claim, custody } from './questions.ts';
import { textOf } from './quoted.ts';
import { keepSuggestions } from './suggestions.ts';

/** What a person says of it. */
export type Making = Pick<Attached, 'as' | 'maker' | 'method'> & { readonly madeBy: string };

/**
 * Says that a document is made of another, or of an original that has no words (by the id of either).
 *
 * Throws a Fault 'not-found' for an id that is none, 'bad-usage' where nobody is named who made it or it has no text, 'conflict' where it is
 * attached already, or the other is made of it.
 */
export async function attach(casebook: Casebook, id: string, to: string, { as, madeBy, maker, method }: Making): Promise<AttachedRow> {
  if (!madeBy.trim()) throw new Fault('bad-usage', `who made the ${as} is not said`, 'Name the person, or the program and its version, with --made-by "…".');
  const [what, of] = [await custody(casebook, id), await custody(casebook, to)];
  const { document, original } = what;
  if (document === null) throw new Fault('bad-usage', `${id} has no text`, 'Attach a document that could be read.');
  if (original === of.original) throw new Fault('bad-usage', `${id} is named twice`, 'Name two that differ.');
  const standing = await readAttached(casebook.store.reads);
  const before = standing.find((each) => each.original === original);
  if (before)
    throw new Fault('conflict', `it is attached already: ${said(before)}`, `Take that back first: onrecord review undo ${before.entry} --reason TEXT.`);
  const around = wayUp(standing, of.original).find((each) => each.to === original);
  if (around)
    throw new Fault('conflict', `it would go round in a circle: ${said(around)}`, `Take that back first: onrecord review undo ${around.entry} --reason TEXT.`);
  const payload = { document, original, to: of.original, as, madeBy: madeBy.trim(), maker, method: method?.trim() || null };
  const [entry] = (await casebook.record([{ kind: 'document.attached', payload }], () => proposeAgain(casebook, document))).slice(-1);
  return one(await readAttached(casebook.store.reads, { originals: [original] }), entry?.envelope.id ?? '');
}

/** From an original upwards: what it is made of, step by step. */
function wayUp(standing: readonly AttachedRow[], from: string): readonly AttachedRow[] {
  const row = standing.find((each) => each.original === from);
  return row ? [row, ...wayUp(standing, row.to)] : [];
}

const said = ({ as, what, of }: AttachedRow): string => `${what.id} as a ${as} of ${of.id} (“${of.title}”)`;

function one(rows: readonly AttachedRow[], entry: string): AttachedRow {
  const row = rows.find((each) => each.entry === entry);
  if (!row) throw new Error('what was attached was not folded');
  return row;
}

/** What an entry attached, if it was not taken back. */
export const standingAttachment = async ({ store: { reads } }: Casebook, entry: string): Promise<AttachedRow | null> =>
  (await readAttached(reads)).find((each) => each.entry === entry) ?? null;

/** Takes back that it is attached, by the entry that says so. Throws a Fault 'not-found' where none stands. */
export async function detach(casebook: Casebook, entry: string, reason: string | null): Promise<AttachedRow> {
  const row = await standingAttachment(casebook, entry);
  if (!row)
    throw new Fault(
      'not-found',
      `nothing that stands is attached by ${entry}`,
      '`onrecord show ID` lists what is attached to a document, each with its entry.',
    );
  const { document, original, to } = row;
  await casebook.record([{ kind: 'document.detached', payload: { attached: entry, document, original, to, reason } }], () => proposeAgain(casebook, document));
  return { ...row, undone: true };
}

/** As a document becomes a translation, or is none any more, what is proposed for it goes, or comes. Inside a transaction. */
async function proposeAgain(casebook: Casebook, id: string): Promise<void> {
  const row = await casebook.store.views
    .selectFrom('document')
    .select(['text_sha256', 'utterances_sha256', 'metadata'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const document = { id, text: row.text_sha256, metadata: parseMetadata(JSON.parse(row.metadata)) };
  const text = await casebook.store.vault.text(document.text);
  await keepSuggestions(casebook, document, text, propose(document, text, await keptUtterances(casebook, row.utterances_sha256)));
}

/** What is attached to a document or an original, and what it is attached to itself. Throws a Fault 'not-found' for an id that is none. */
export async function attachedTo(casebook: Casebook, id: string, knownAt?: string): Promise<readonly AttachedRow[]> {
  const { original } = await custody(casebook, id);
  return readAttached(casebook.store.reads, { originals: [original], ...(knownAt === undefined ? {} : { knownAt }) });
}

/** A translation beside its original, paragraph by paragraph; null where it is a translation of nothing that has a text. Throws a Fault 'not-found' for an id that is none. */
export async function translationAligned(casebook: Casebook, document: string): Promise<TranslationAligned | null> {
  const row = (await attachedTo(casebook, document)).find((each) => each.document === document && each.as === 'translation');
  if (!row || row.of.id === row.to) return null;
  const [original, translation] = [await textOf(casebook, row.of.id), await textOf(casebook, document)];
  return { row, original, translation, ...alignParagraphs(original, translation) };
}

/** What each translation of a claim's document has where its words stand. None of a claim whose words have no known place. */
export async function translatedClaim(casebook: Casebook, id: string, clocks: ClaimFilter = {}): Promise<readonly TranslatedClaim[]> {
  const { document, quote, orphan } = await claim(casebook, id, clocks);
  if (orphan) return [];
  const rows = (await attachedTo(casebook, document, instantOf(clocks))).filter((each) => each.of.id === document && each.as === 'translation');
  const original = rows.length === 0 ? '' : await textOf(casebook, document);
  return Promise.all(
    rows.map(async (row) => {
      const translation = await textOf(casebook, row.document);
      const aligned = alignParagraphs(original, translation);
      const passage = passageFor(aligned, quote);
      return { row, words: passage ? new CodePoints(translation).slice(passage) : '', exact: aligned.exact };
    }),
  );
}
