// Web pages: the article where there is one, else everything that a reader of the page sees.
import type { Metadata } from '../model/document.ts';
import { decodeText } from './decode-text.ts';
import { FoundMetadata } from './found-metadata.ts';
import { findArticle } from './html-article.ts';
import { htmlMetadata } from './html-metadata.ts';
import { htmlText } from './html-text.ts';
import { elementsOf, parseHtml, rawText, removeUnseen, type Document, type Element } from './html-tree.ts';
import { languageOf } from './language-of.ts';
import type { ReadResult } from './outcome.ts';
import { textMetadata } from './text-metadata.ts';
import { unreadable } from './unreadable.ts';

/**
 * @param charset - what the page's surroundings (a mail's header) say; the page's own word comes before it, as in browsers
 *   only a byte order mark would
 */
export async function readHtml(bytes: Uint8Array, charset?: string): Promise<ReadResult> {
  const decoded = decodeText(bytes, declaredEncoding(bytes) ?? charset);
  if (!decoded.ok) return { ok: false, problem: unreadable(decoded.code, decoded.detail) };
  const document = parseHtml(decoded.text);
  if (!document) return { ok: false, problem: unreadable('too-deep', 'It has more than 512 elements inside each other.') };
  const said = htmlMetadata(document);
  removeUnseen(document);
  const text = pageText(document);
  return { ok: true, reading: { text, pages: [], metadata: await allMetadata(said, text), warnings: [] } };
}

/** What the text shows comes after what the page says, but its language before: templates are often in another one. */
async function allMetadata(said: Metadata, text: string): Promise<Metadata> {
  const found = new FoundMetadata();
  found.add('language', await languageOf(text), 'the text');
  found.addAll(said);
  const shown = textMetadata(text);
  found.addAll({ ...shown, title: [] });
  return found.all();
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const label = /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ?? /^<\?xml[^>]+encoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1];
  // UTF-16 cannot be declared in letters of one byte: such a page is what its bytes say (HTML, 13.2.3.2).
  return label === undefined || /^utf-?16/i.test(label) ? undefined : label;
}

function pageText(document: Document): string {
  const body = [...elementsOf(document)].find((each) => each.tagName === 'body');
  if (!body) return '';
  const article = findArticle(document);
  if (!article) return htmlText(body);
  const text = htmlText(article.root, article.isFurniture);
  const heading = headingOf(body);
  // A heading of the page that stands outside of the article's element is the article's all the same.
  return heading !== '' && !text.includes(heading) ? `${heading}\n\n${text}` : text;
}

/** The page's only first-level heading, or nothing. */
function headingOf(body: Element): string {
  const headings = [...elementsOf(body)].filter((each) => each.tagName === 'h1' && rawText(each).trim() !== '');
  return headings.length === 1 && headings[0] ? htmlText(headings[0]) : '';
}
