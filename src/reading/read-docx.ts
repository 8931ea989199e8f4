// Word files: paragraphs, headings, lists, tables, notes, text boxes. Deleted text of tracked changes is left out, inserted
// text is in; hidden text, comments, pictures, headers and footers are not text of the document.
import { damage } from './office-damage.ts';
import { FoundMetadata } from './found-metadata.ts';
import { languageOf } from './language-of.ts';
import { addOfficeMetadata } from './office-metadata.ts';
import { countIn, leftOutWarnings } from './office-left-out.ts';
import { pictureWarnings } from './office-pictures.ts';
import type { ReadResult } from './outcome.ts';
import { textMetadata } from './text-metadata.ts';
import { unreadable } from './unreadable.ts';
import { WORD_DOCUMENT, wordNotes, wordText } from './word-text.ts';
import { openZip } from './zip.ts';

/** A part of the archive declares a document type. */
class DeclaresType extends Error {}

export async function readDocx(bytes: Uint8Array): Promise<ReadResult> {
  const archive = openZip(bytes);
  if (!archive.ok) return archive;
  const part = (name: string): string => {
    const xml = Buffer.from(archive.file(name) ?? []).toString('utf8');
    if (xml.includes('<!DOCTYPE')) throw new DeclaresType(name);
    return xml;
  };
  try {
    const main = [...archive.names.keys()].find((name) => WORD_DOCUMENT.test(name)) ?? '';
    const notes = new Map([...wordNotes(part('word/footnotes.xml'), 'footnote'), ...wordNotes(part('word/endnotes.xml'), 'endnote')]);
    const xml = part(main);
    const text = wordText(xml, notes);
    const found = new FoundMetadata();
    found.add('language', await languageOf(text), 'the text');
    found.addAll(textMetadata(text));
    const core = part('docProps/core.xml');
    if (core !== '') addOfficeMetadata(found, core, 'docProps/core.xml');
    const comments = countIn(part('word/comments.xml'), /<(?:\w+:)?comment\s/g);
    const warnings = [...pictureWarnings(archive), ...leftOutWarnings(comments, /<(?:\w+:)?delText[\s>]/.test(xml))];
    return { ok: true, reading: { text, pages: [], metadata: found.all(), warnings } };
  } catch (error) {
    if (error instanceof DeclaresType)
      return { ok: false, problem: unreadable('unsafe-archive', `${error.message} declares a document type, which no office file does.`) };
    return damage(error);
  }
}
