// The text of a part of a page, in reading order: a block is a paragraph, paragraphs are parted by an empty line, a row
// of a table is a line with tabs between its cells. Whitespace is folded as a browser folds it. Nothing is added: no
// bullets, no marks of a heading.
import { isElement, isText, type Element, type Node } from './html-tree.ts';

const BLOCKS = new Set([
  'address', 'article', 'aside', 'blockquote', 'body', 'caption', 'center', 'dd', 'details', 'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer', 'form',
  'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hgroup', 'hr', 'legend', 'li', 'main', 'menu', 'nav', 'ol', 'p', 'pre', 'search', 'section', 'summary', 'table', 'ul',
]); // prettier-ignore

/** @param skip - elements that are left out, with all that is in them */
export function htmlText(root: Element, skip: (element: Element) => boolean = () => false): string {
  const writer = new ParagraphWriter();
  write(root, writer, skip, false);
  return writer.text();
}

function write(node: Node, writer: ParagraphWriter, skip: (element: Element) => boolean, verbatim: boolean): void {
  if (isText(node)) return verbatim ? writer.addVerbatim(node.value) : writer.add(node.value);
  if (!isElement(node) || skip(node)) return;
  if (node.tagName === 'br') return writer.breakLine();
  if (node.tagName === 'tr') return writeRow(node, writer, skip);
  const block = BLOCKS.has(node.tagName);
  if (block) writer.endParagraph();
  for (const child of node.childNodes) write(child, writer, skip, verbatim || node.tagName === 'pre');
  if (block) writer.endParagraph();
}

/** A cell's own paragraphs become one line; a table that only lays out a page (one cell a row) stays paragraphs. */
function writeRow(row: Element, writer: ParagraphWriter, skip: (element: Element) => boolean): void {
  const cells = row.childNodes.filter((child) => isElement(child) && (child.tagName === 'td' || child.tagName === 'th'));
  const texts = cells.filter((cell) => isElement(cell) && !skip(cell)).map((cell) => htmlText(cell as Element, skip));
  if (texts.every((text) => text === '')) return;
  if (texts.length === 1 || texts.some((text) => text.includes('\n\n') && text.length > 300)) return writer.addParagraphs(texts);
  writer.addVerbatim(`${texts.map((text) => text.replace(/\s+/g, ' ')).join('\t')}\n`);
}

/** Puts folded runs of text together. At most one line break and one space between words, whatever the source has. */
class ParagraphWriter {
  readonly #paragraphs: string[] = [];
  #parts: string[] = [];

  add(text: string): void {
    // Soft hyphens and byte order marks are for the layout; a non-breaking space is a space that is not broken at.
    this.#parts.push(text.replace(/[\u00ad\ufeff]/g, '').replace(/[\s\u00a0]+/g, ' '));
  }

  addVerbatim(text: string): void {
    this.#parts.push(text.replace(/\r\n?/g, '\n'));
  }

  breakLine(): void {
    this.#parts.push('\n');
  }

  addParagraphs(texts: readonly string[]): void {
    this.endParagraph();
    this.#paragraphs.push(...texts.filter((text) => text !== ''));
  }

  /** Two breaks one after another part paragraphs too, as writers of old pages meant them. */
  endParagraph(): void {
    if (this.#parts.length === 0) return;
    const text = this.#parts
      .join('')
      .replace(/ {2,}/g, ' ')
      .replace(/ *\n */g, '\n')
      .trim();
    this.#parts = [];
    for (const each of text.split(/\n{2,}/)) if (each !== '') this.#paragraphs.push(each);
  }

  text(): string {
    this.endParagraph();
    return this.#paragraphs.join('\n\n');
  }
}
