// Plain text in any encoding. Only line ends are made one; nothing else is changed, dropped or added.
import type { ReadResult } from './outcome.ts';
import { decodeText } from './decode-text.ts';
import { FoundMetadata } from './found-metadata.ts';
import { languageOf } from './language-of.ts';
import { textMetadata } from './text-metadata.ts';
import { unreadable } from './unreadable.ts';

/** @param charset - what the text's surroundings say */
export async function readText(bytes: Uint8Array, charset?: string): Promise<ReadResult> {
  const decoded = decodeText(bytes, charset);
  if (!decoded.ok) return { ok: false, problem: unreadable(decoded.code, decoded.detail) };
  const text = decoded.text.replace(/\r\n?/g, '\n');
  const found = new FoundMetadata();
  found.addAll(textMetadata(text));
  found.add('language', await languageOf(text), 'the text');
  return { ok: true, reading: { text, pages: [], metadata: found.all(), warnings: [] } };
}
