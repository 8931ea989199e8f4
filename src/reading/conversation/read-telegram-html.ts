// Telegram's pages of html: one by itself, or all of a zip file in their order, as one conversation.
import { decodeText } from '../decode-text.ts';
import { FoundMetadata } from '../found-metadata.ts';
import { languageOf } from '../language-of.ts';
import type { ReadResult } from '../outcome.ts';
import { unreadable } from '../unreadable.ts';
import { openZip, ZipDamaged } from '../zip.ts';
import { ConversationText } from './conversation-text.ts';
import { pagesOf } from './conversation-zip.ts';
import { addPage, type PagesState } from './telegram-pages.ts';

export const readTelegramHtml = (bytes: Uint8Array): Promise<ReadResult> => readPages([['The page', () => bytes]]);

export async function readTelegramZip(bytes: Uint8Array): Promise<ReadResult> {
  try {
    return await readZip(bytes);
  } catch (thrown) {
    if (thrown instanceof ZipDamaged) return { ok: false, problem: unreadable('damaged', `${thrown.message}.`) };
    throw thrown;
  }
}

async function readZip(bytes: Uint8Array): Promise<ReadResult> {
  const archive = openZip(bytes);
  if (!archive.ok) return archive;
  const pages = pagesOf(archive.names.keys());
  if (!pages) return { ok: false, problem: unreadable('archive') };
  return readPages(pages.map((name) => [name, () => archive.file(name) ?? new Uint8Array()] as const));
}

async function readPages(pages: readonly (readonly [name: string, bytes: () => Uint8Array])[]): Promise<ReadResult> {
  const text = new ConversationText();
  const state: PagesState = { speaker: null, numbers: new Map(), title: null };
  const cut: string[] = [];
  for (const [name, bytes] of pages) {
    const decoded = decodeText(bytes());
    if (!decoded.ok) return { ok: false, problem: unreadable(decoded.code, `${name}: ${decoded.detail}`) };
    const whole = addPage(text, decoded.text, state);
    if (whole === null) return { ok: false, problem: unreadable('too-deep') };
    if (!whole) cut.push(name);
  }
  if (text.utterances.length === 0) return { ok: false, problem: unreadable('no-text') };
  const found = new FoundMetadata();
  found.add('title', state.title, 'the name of the chat');
  if (!found.has('title')) text.nameByWriters(found);
  found.add('language', await languageOf(text.sample()), 'the text');
  const warnings =
    cut.length === 0 ? [] : [{ code: 'parts-left-out' as const, detail: `What follows is missing, as the page ends in the middle: ${cut.join(', ')}.` }];
  return { ok: true, reading: { text: text.text(), pages: [], metadata: found.all(), warnings, utterances: text.utterances } };
}
