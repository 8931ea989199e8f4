// Zip files that hold an export of a conversation: with its pages, or as text, and the files that were sent in it.
import { constants, inflateRawSync } from 'node:zlib';
import type { ZipEntry } from '../zip-names.ts';
import { isChat } from './chat-messages.ts';

/** Bytes of a packed text by which it is told what it is. */
const SAMPLE = 32 * 1024;

/** What the zip holds, by its names and the beginning of one text in it; null where it is no such export. */
export function conversationZip(bytes: Uint8Array, names: ReadonlyMap<string, ZipEntry>): 'whatsapp' | 'telegram' | null {
  const folder = /^(.*\/)?messages\.html$/.exec([...names.keys()].find((name) => /(?:^|\/)messages\.html$/.test(name)) ?? '')?.[1];
  const all = [...names.keys()];
  if (all.some((name) => /(?:^|\/)messages\.html$/.test(name)) && names.has(`${folder ?? ''}css/style.css`)) return 'telegram';
  const text = [...names].find(([name]) => isNamedSo(name));
  return text && isChat(beginning(bytes, text[1]), true) ? 'whatsapp' : null;
}

/** `_chat.txt` or "WhatsApp Chat with Golnar.txt", in whatever language. */
function isNamedSo(name: string): boolean {
  const file = name.slice(name.lastIndexOf('/') + 1).toLowerCase();
  return file === '_chat.txt' || (file.endsWith('.txt') && file.includes('whatsapp'));
}

/** The pages of one conversation in their order; null where there are several, or none. */
export function pagesOf(names: Iterable<string>): readonly string[] | null {
  const pages = [...names].flatMap((name) => {
    const found = /^(.*\/)?messages(\d{0,6})\.html$/.exec(name);
    return found ? [{ name, folder: found[1] ?? '', number: Number(found[2] || 1) }] : [];
  });
  const isOne = pages.length > 0 && new Set(pages.map(({ folder }) => folder)).size === 1;
  return isOne ? pages.toSorted((a, b) => a.number - b.number).map(({ name }) => name) : null;
}

/** What a page needs to look as it does; nobody sent it. */
export const isOfThePage = (name: string): boolean => /^(?:[^/]+\/)?(?:css|js|images)\/[^/]+$/.test(name);

function beginning(bytes: Uint8Array, { offset, packed, method }: ZipEntry): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > bytes.length) return '';
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const data = bytes.subarray(start, start + Math.min(packed, SAMPLE));
  return wholeLines(method === 0 ? data : inflated(data), data.length < packed);
}

function inflated(data: Uint8Array): Uint8Array {
  try {
    return inflateRawSync(data, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 8 * 1024 * 1024 });
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown) return new Uint8Array();
    throw thrown;
  }
}

/** A beginning of a text in UTF-8, up to its last whole line where it goes on. */
export function wholeLines(bytes: Uint8Array, goesOn: boolean): string {
  const text = Buffer.from(bytes.subarray(0, 256 * 1024)).toString('utf8');
  return goesOn || bytes.length > 256 * 1024 ? text.slice(0, Math.max(0, text.lastIndexOf('\n'))) : text;
}
