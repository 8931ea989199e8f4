// Rich text: what a reader of it sees, in paragraphs.
import { FoundMetadata } from './found-metadata.ts';
import { languageOf } from './language-of.ts';
import type { ReadResult } from './outcome.ts';
import { rtfText } from './rtf-text.ts';
import { textMetadata } from './text-metadata.ts';
import { unreadable } from './unreadable.ts';

export async function readRtf(bytes: Uint8Array): Promise<ReadResult> {
  const source = Buffer.from(bytes).toString('latin1');
  const read = rtfText(source);
  if (!read) return { ok: false, problem: unreadable('damaged', 'Its groups are not closed.') };
  // A decoder puts this sign for bytes that stand for nothing; the file may hold it too, by its number.
  if (read.text.includes('\ufffd') && !/\\u(-3|65533)\b/.test(source)) return { ok: false, problem: unreadable('undecodable') };
  const text = read.text
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  const found = new FoundMetadata();
  found.add('language', await languageOf(text), 'the text');
  found.addAll(textMetadata(text));
  found.add('title', read.title, 'RTF title');
  found.add('author', read.author, 'RTF author');
  return { ok: true, reading: { text, pages: [], metadata: found.all(), warnings: [] } };
}
