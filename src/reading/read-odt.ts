// OpenDocument texts: content.xml's paragraphs, headings, lists and tables. Comments, and text that tracked changes
// deleted, are not part of the text; a note stands in brackets where its mark is.
import { damage } from './office-damage.ts';
import { FoundMetadata } from './found-metadata.ts';
import { languageOf } from './language-of.ts';
import { addOfficeMetadata } from './office-metadata.ts';
import { countIn, leftOutWarnings } from './office-left-out.ts';
import { pictureWarnings } from './office-pictures.ts';
import { OfficeText } from './office-text.ts';
import type { ReadResult } from './outcome.ts';
import { textMetadata } from './text-metadata.ts';
import { unreadable } from './unreadable.ts';
import { readXml } from './xml.ts';
import { openZip } from './zip.ts';

export async function readOdt(bytes: Uint8Array): Promise<ReadResult> {
  const archive = openZip(bytes);
  if (!archive.ok) return archive;
  try {
    const manifest = archive.file('META-INF/manifest.xml');
    if (manifest && Buffer.from(manifest).includes('manifest:encryption-data')) return { ok: false, problem: unreadable('encrypted') };
    const xml = Buffer.from(archive.file('content.xml') ?? []).toString('utf8');
    const text = contentText(xml);
    const found = new FoundMetadata();
    found.add('language', await languageOf(text), 'the text');
    found.addAll(textMetadata(text));
    const meta = archive.file('meta.xml');
    if (meta) addOfficeMetadata(found, Buffer.from(meta).toString('utf8'), 'meta.xml');
    const comments = countIn(xml, /<office:annotation[\s>/]/g);
    const warnings = [...pictureWarnings(archive), ...leftOutWarnings(comments, /<text:deletion[\s>]/.test(xml))];
    return { ok: true, reading: { text, pages: [], metadata: found.all(), warnings } };
  } catch (error) {
    return damage(error);
  }
}

const UNREAD = new Set([
  'office:annotation',
  'text:tracked-changes',
  'text:note-citation',
  'office:forms',
  'text:sequence-decls',
  'svg:title',
  'svg:desc',
  'draw:object',
]);

/**
 * The paragraphs, parted by empty lines.
 *
 * @see OpenDocument 1.3 part 3, sections 5.1 (paragraphs), 6.1.2 (white space), 9.1 (tables)
 */
function contentText(xml: string): string {
  const text = new OfficeText();
  readXml(xml, {
    open: (name, attribute) => open(text, name, attribute),
    close: (name) => close(text, name),
    text: (words) => text.add(words.replace(/\s+/g, ' ')),
  });
  return text.text();
}

function open(text: OfficeText, name: string, attribute: (name: string) => string | null): void {
  if (UNREAD.has(name)) text.passOver();
  else if (name === 'text:p' || name === 'text:h') text.beginParagraph();
  else if (name === 'text:note-body') text.beginNote();
  else if (name === 'text:s') text.add(' '.repeat(Math.min(Number(attribute('text:c') ?? 1) || 1, 100)));
  else if (name === 'text:tab') text.add('\t');
  else if (name === 'text:line-break') text.add('\n');
  else if (name === 'table:table-row') text.beginRow();
  else if (name === 'table:table-cell') text.beginCell();
}

function close(text: OfficeText, name: string): void {
  if (UNREAD.has(name)) text.readOn();
  else if (name === 'text:p' || name === 'text:h') text.endParagraph();
  else if (name === 'text:note-body') text.endNote();
  else if (name === 'table:table-row') text.endRow();
  else if (name === 'table:table') text.endTable();
}
