// Redaction: a copy of a document for others, without the passages and names that must not go out. The original stays as it came; the log has that a
// copy was made, of what and why, and nothing of what was taken out.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Fault } from '../base/fault.ts';
import type { Span } from '../base/span.ts';
import type { DocumentView } from '../model/answers.ts';
import type { CopyFormat, RedactedCopy, RedactedFile } from '../model/redaction.ts';
import { known, type MetadataField } from '../model/document.ts';
import { redact, requireGone } from '../exchange/redact-text.ts';
import { lettersOf, placesOf, tellingWords } from '../record/find-words.ts';
import { namesOf } from '../views/read-entities.ts';
import { readNameWords } from '../views/read-cared-names.ts';
import { NO_VEIL, type Veil } from '../record/veil.ts';
import type { Casebook } from './casebook.ts';
import { openDocument } from './open-document.ts';

/** What goes: words wherever they stand, the passages of claims, and names in every form that claims give of them or of names joined with them. */
export type Asked = {
  readonly words: readonly string[];
  readonly claims: readonly string[];
  readonly names: readonly string[];
  /** What of the document's metadata the copy says. */
  readonly keep: readonly MetadataField[];
};

/**
 * Writes the copy to `out`, a page where its name ends so and plain text else. The log has it before the file has its name.
 *
 * Throws a Fault 'not-found' where something that is to go does not stand in the text, 'conflict' where any of it would be left, in the file or in its name, or
 * where something lies there; 'bad-usage' where the reason tells any of it. Then nothing is written.
 */
export async function redactDocument(casebook: Casebook, id: string, asked: Asked, out: string, reason: string | null): Promise<RedactedCopy> {
  if (existsSync(out)) throw new Fault('conflict', `${out} is there already`, 'Name another file: a redacted copy is never written over something.');
  const { file, made, say } = await makeCopy(casebook, id, asked, { name: basename(out), format: out.endsWith('.html') ? 'html' : 'text' }, reason);
  await keepCopy(out, file, say);
  return made;
}

/**
 * The same copy, to be kept by whoever asks: nothing is written but the log, which has it before it is given. Throws as `redactDocument` does, and a Fault
 * 'conflict' where it would say what they do not see.
 */
export async function redactedCopy(
  casebook: Casebook,
  id: string,
  asked: Asked,
  format: CopyFormat,
  reason: string | null,
  veil: Veil = NO_VEIL,
): Promise<RedactedFile> {
  const name = format === 'html' ? 'redacted-copy.html' : 'redacted-copy.txt';
  const { file, made, say } = await makeCopy(casebook, id, asked, { name, format }, reason);
  const left = [...veil.standing(file)].map(({ pseudonym }) => `“${pseudonym}”`).join(', ');
  if (left !== '')
    throw new Fault(
      'conflict',
      `the copy would say a name that is kept behind a pseudonym: ${left}`,
      'Take the name out too, or ask for it first, with a reason.',
    );
  await say();
  return { ...made, name, file };
}

type MadeCopy = { readonly file: string; readonly made: RedactedCopy; readonly say: () => Promise<void> };

/** `say` tells the log of it. */
async function makeCopy(
  casebook: Casebook,
  id: string,
  asked: Asked,
  { name, format }: { readonly name: string; readonly format: CopyFormat },
  reason: string | null,
): Promise<MadeCopy> {
  if (!reason?.trim()) throw new Fault('bad-usage', 'a redaction wants a reason', 'Say why, with --reason TEXT. It stays in the record: keep names out of it.');
  const document = await openDocument(casebook, id);
  if (document.textSha === null)
    throw new Fault('bad-usage', `${id} could not be read, so there is no text to take anything out of`, 'See `onrecord show ID` for why.');
  const letters = lettersOf(document.text);
  const names = await namesIn(casebook, asked.names, (words) => placesOf(letters, words).length > 0);
  const words = [...asked.words, ...names];
  const spans = asked.claims.map((claim) => quoteOf(document, claim));
  if (words.length + spans.length === 0) throw new Fault('bad-usage', 'nothing is to be taken out', 'Say what, with --words TEXT, --claim ID or --name n_….');
  const kept = asked.keep.flatMap((field) => {
    const value = known(document.metadata, field);
    return value === null ? [] : [{ field, value }];
  });
  const { file, passages } = redact({ ...document, kept }, { spans, words }, format);
  requireGone(name, words);
  if (words.some((each) => placesOf(lettersOf(reason), each).length > 0))
    throw new Fault('bad-usage', 'the reason tells what is taken out', 'It stays in the record: say it without those words.');
  const digest = createHash('sha256').update(file).digest('hex');
  const payload = { document: document.id, passages, digest, kept: kept.map(({ field }) => field), reason };
  const say = async (): Promise<void> => void (await casebook.record([{ kind: 'redaction.made', payload }]));
  return { file, made: { passages, digest, parts: partsLeft(file, names) }, say };
}

/** Written whole, said in the log, and only then named: no copy has its name that the log does not know of. */
async function keepCopy(out: string, file: string, say: () => Promise<void>): Promise<void> {
  const unsaid = `${out}.unfinished`;
  await writeFile(unsaid, file, { flag: 'wx', mode: 0o600, flush: true });
  try {
    await say();
    await rename(unsaid, out);
  } catch (fault) {
    await rm(unsaid, { force: true });
    throw fault;
  }
}

function quoteOf({ id, claims }: DocumentView, claim: string): Span {
  const found = claims.find((each) => each.id === claim);
  if (!found) throw new Fault('not-found', `${claim} is no claim or suggestion of ${id}`, 'List them with `onrecord show ID`.');
  if (found.orphan) throw new Fault('conflict', `the words of ${claim} have no known place in the text that stands`, 'Place them first: `onrecord orphans`.');
  return found.quote;
}

/** The forms of names that stand in the text. */
async function namesIn({ store: { reads } }: Casebook, ids: readonly string[], stands: (words: string) => boolean): Promise<readonly string[]> {
  const found = await Promise.all(
    ids.map(async (id) => {
      const forms = [...new Set((await readNameWords(reads, await namesOf(reads, id))).map(tellingWords))].filter(stands);
      if (forms.length === 0)
        throw new Fault('not-found', `no form of ${id} that claims give stands in the text`, 'Give the words as the text has them, with --words TEXT.');
      return forms;
    }),
  );
  return [...new Set(found.flat())];
}

/** Words of names of several, in the copy. */
function partsLeft(file: string, names: readonly string[]): RedactedCopy['parts'] {
  const letters = lettersOf(file);
  const parts = new Set(names.flatMap((name) => (name.includes(' ') ? name.split(' ') : [])));
  return [...parts].map((word) => ({ word, places: placesOf(letters, word).length })).filter(({ places }) => places > 0);
}
