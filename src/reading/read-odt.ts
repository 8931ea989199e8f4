// OpenDocument texts: content.xml's paragraphs, headings, lists and tables. Comments, and text that tracked changes
// deleted, are not part of the text; a note stands in brackets where its mark is.
import { damage } from './office-damage.ts';
import { FoundMetadata } from './found-metadata.ts';
import { languageOf } from './language-of.ts';
import { addOfficeMetadata } from './office-metadata.ts';
import { pictureWarnings } from './office-pictures.ts';
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
    const text = contentText(Buffer.from(archive.file('content.xml') ?? []).toString('utf8'));
    const found = new FoundMetadata();
    found.add('language', await languageOf(text), 'the text');
    found.addAll(textMetadata(text));
    const meta = archive.file('meta.xml');
    if (meta) addOfficeMetadata(found, Buffer.from(meta).toString('utf8'), 'meta.xml');
    return { ok: true, reading: { text, pages: [], metadata: found.all(), warnings: pictureWarnings(archive) } };
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
export function contentText(xml: string): string {
  const content = new Content();
  readXml(xml, {
    open: (name, attribute) => content.open(name, attribute),
    close: (name) => content.close(name),
    text: (text) => content.add(text.replace(/\s+/g, ' ')),
  });
  return content.paragraphs.join('\n\n');
}

/** Where reading stands: paragraphs can hold frames and notes with paragraphs of their own, cells whole tables. */
class Content {
  readonly paragraphs: string[] = [];
  readonly #open: string[] = [];
  readonly #rows: string[][] = [];
  #notes = 0;
  #unread = 0;
  /** A row of the table that is open has been put down. */
  #table = false;

  open(name: string, attribute: (name: string) => string | null): void {
    if (UNREAD.has(name)) this.#unread++;
    else if (name === 'text:p' || name === 'text:h') this.#open.push('');
    else if (name === 'text:note-body') this.#notes++;
    else if (name === 'text:s') this.add(' '.repeat(Math.min(Number(attribute('text:c') ?? 1) || 1, 100)));
    else if (name === 'text:tab') this.add('\t');
    else if (name === 'text:line-break') this.add('\n');
    else if (name === 'table:table-row') this.#rows.push([]);
    else if (name === 'table:table-cell') this.#rows.at(-1)?.push('');
  }

  close(name: string): void {
    if (UNREAD.has(name)) this.#unread--;
    else if (name === 'text:p' || name === 'text:h') this.#endParagraph();
    else if (name === 'text:note-body') this.#notes--;
    else if (name === 'table:table-row') this.#endRow();
    else if (name === 'table:table') this.#table = false;
  }

  add(text: string): void {
    const last = this.#open.pop();
    if (last !== undefined) this.#open.push(this.#unread === 0 ? last + text : last);
  }

  #endParagraph(): void {
    const text = (this.#open.pop() ?? '').trim();
    if (text === '') return;
    if (this.#notes > 0 && this.#open.length > 0) this.add(` [${text}]`);
    else if (!this.#intoCell(text)) this.paragraphs.push(text);
  }

  #endRow(): void {
    const line = (this.#rows.pop() ?? []).join('\t').trim();
    if (line !== '' && !this.#intoCell(line)) this.#addRow(line);
  }

  /** The rows of one table are lines of one paragraph. */
  #addRow(line: string): void {
    const before = this.#table ? this.paragraphs.pop() : undefined;
    this.paragraphs.push(before === undefined ? line : `${before}\n${line}`);
    this.#table = true;
  }

  /** Into the cell that is open, if one is: its paragraphs become one line. */
  #intoCell(text: string): boolean {
    const row = this.#rows.at(-1);
    const before = row?.pop();
    if (!row || before === undefined) return false;
    row.push(before === '' ? text : `${before} ${text}`);
    return true;
  }
}
