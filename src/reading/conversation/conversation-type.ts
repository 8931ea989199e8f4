// Which kinds of files are conversations, by what is in them; their names alone tell nothing.
import type { ZipEntry } from '../zip-names.ts';
import { readLineHead } from './chat-line.ts';
import { isChat } from './chat-messages.ts';
import { conversationZip, wholeLines } from './conversation-zip.ts';
import { telegramJson } from './telegram-export.ts';
import { isTelegramPage } from './telegram-pages.ts';

/** None of them is registered: each is named by the form below it, as RFC 6839 has it. */
export const CONVERSATION_TYPES = {
  whatsapp: 'text/x-whatsapp',
  whatsappZip: 'application/x-whatsapp+zip',
  telegramJson: 'application/x-telegram+json',
  telegramAccount: 'application/x-telegram-account+json',
  telegramHtml: 'text/x-telegram+html',
  telegramZip: 'application/x-telegram+zip',
} as const;

const ALL: ReadonlySet<string> = new Set(Object.values(CONVERSATION_TYPES));

/** Whether what a file holds was written between people who thought themselves among themselves. */
export const isConversation = (mediaType: string): boolean => ALL.has(mediaType);

/** Bytes that are looked at. */
const SAMPLE = 64 * 1024;
/** Lines in which a message must begin. */
const FIRST_LINES = 12;

/** The type of a page, a JSON file or a text that is a conversation; null where it is none. */
export function conversationType(bytes: Uint8Array, name: string, generic: string): string | null {
  const head = wholeLines(bytes.subarray(0, SAMPLE), bytes.length > SAMPLE);
  if (generic === 'text/html') return isTelegramPage(head) ? CONVERSATION_TYPES.telegramHtml : null;
  const json = telegramJson(bytes);
  if (json) return json === 'chat' ? CONVERSATION_TYPES.telegramJson : CONVERSATION_TYPES.telegramAccount;
  if (generic !== 'text/plain') return null;
  const begins = head.slice(0, 20_000).split(/\r?\n|\r/, FIRST_LINES).some((line) => readLineHead(line) !== null); // prettier-ignore
  return begins && isChat(head.replace(/\r\n?/g, '\n'), /whatsapp|^_chat\.txt$/i.test(name)) ? CONVERSATION_TYPES.whatsapp : null;
}

/** The type of a zip file that holds one. */
export function conversationInZip(bytes: Uint8Array, names: ReadonlyMap<string, ZipEntry>): string | null {
  const found = conversationZip(bytes, names);
  return found && (found === 'whatsapp' ? CONVERSATION_TYPES.whatsappZip : CONVERSATION_TYPES.telegramZip);
}
