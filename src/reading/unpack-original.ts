// What is inside of a container: the files of an archive, what is attached to a mail, the messages of a mailbox. Each
// is bytes for a document of its own; one level is opened, a container in it is a part like any other.
import type { Unreadable } from '../model/document.ts';
import { CONVERSATION_TYPES } from './conversation/conversation-type.ts';
import { isOfThePage, pagesOf } from './conversation/conversation-zip.ts';
import { chatsIn } from './conversation/telegram-export.ts';
import { mailboxMessages } from './mailbox.ts';
import { attachedTo } from './parse-mail.ts';
import { stretchesOf, type Stretches } from './stretches.ts';
import { unreadable } from './unreadable.ts';
import { unpackWacz, unpackWarc } from './unpack-web.ts';
import { openZip, ZipDamaged } from './zip.ts';

/** The name is foreign: it is made safe where it is taken in. */
export type RawPart = { readonly name: string; readonly bytes: Uint8Array };
type Emit = (part: RawPart) => void;

/** Bytes of all parts together: what a bomb could fill a disk with. Those of a web archive may have so many times its size. */
const TOTAL_LIMIT = 512 * 1024 * 1024;
const TIMES = 50;
/** Bytes of one part: what goes over the wire at once. */
const PART_LIMIT = 100 * 1024 * 1024;

type Open<T> = (original: T, emit: Emit) => Unreadable | null | Promise<Unreadable | null>;

const BY_STRETCHES: Readonly<Record<string, Open<Stretches>>> = { 'application/warc': unpackWarc, 'application/wacz': unpackWacz };

const WHOLE: Readonly<Record<string, Open<Uint8Array>>> = {
  'application/zip': zipParts,
  [CONVERSATION_TYPES.whatsappZip]: zipParts,
  [CONVERSATION_TYPES.telegramZip]: sentInPages,
  [CONVERSATION_TYPES.telegramAccount]: chats,
  'message/rfc822': mailParts,
  'application/mbox': mailboxParts,
};

/**
 * Gives every part to `emit`, in order; then null, what is found of a web archive as a whole ('web-archive'), or the reason why there are no more. A
 * media type that holds no parts has none.
 */
export async function unpackOriginal(bytes: Uint8Array, mediaType: string, emit: Emit): Promise<Unreadable | null> {
  if (BY_STRETCHES[mediaType]) return unpackByStretches(stretchesOf(bytes), mediaType, emit);
  return limited(bytes, TOTAL_LIMIT, WHOLE[mediaType], emit);
}

/** The same for what is not taken whole: a web archive. */
export function unpackByStretches(file: Stretches, mediaType: string, emit: Emit): Promise<Unreadable | null> {
  return limited(file, Math.max(TOTAL_LIMIT, file.size * TIMES), BY_STRETCHES[mediaType], emit);
}

async function limited<T>(original: T, most: number, open: Open<T> | undefined, emit: Emit): Promise<Unreadable | null> {
  let total = 0;
  const counted: Emit = (part) => {
    if (part.bytes.length > PART_LIMIT) throw new TooMuch(`One of its parts has more than ${PART_LIMIT / 1024 / 1024} MB.`);
    total += part.bytes.length;
    if (total > most) throw new TooMuch(`Its parts have more than ${Math.round(most / 1024 / 1024)} MB.`);
    emit(part);
  };
  try {
    return (await open?.(original, counted)) ?? null;
  } catch (error) {
    if (error instanceof TooMuch) return unreadable('unsafe-archive', error.message);
    if (error instanceof ZipDamaged) return unreadable('damaged', `${error.message}.`);
    return unreadable('reader-failed', error instanceof Error ? error.message : '');
  }
}

class TooMuch extends Error {}

function zipParts(bytes: Uint8Array, emit: Emit): Unreadable | null {
  const archive = openZip(bytes);
  if (!archive.ok) return archive.problem;
  for (const name of archive.names.keys()) if (!name.endsWith('/')) emit({ name, bytes: archive.file(name) ?? new Uint8Array() });
  return null;
}

/** What was sent in a conversation of which the pages are read as one. */
function sentInPages(bytes: Uint8Array, emit: Emit): Unreadable | null {
  const archive = openZip(bytes);
  if (!archive.ok) return archive.problem;
  const pages = pagesOf(archive.names.keys()) ?? [];
  for (const name of archive.names.keys())
    if (!name.endsWith('/') && !pages.includes(name) && !isOfThePage(name)) emit({ name, bytes: archive.file(name) ?? new Uint8Array() });
  return null;
}

/** Each chat of an account, in the very bytes that the export has of it. */
function chats(bytes: Uint8Array, emit: Emit): Unreadable | null {
  for (const { name, span } of chatsIn(bytes)) emit({ name, bytes: bytes.subarray(span.start, span.end < 0 ? bytes.length : span.end) });
  return null;
}

async function mailParts(bytes: Uint8Array, emit: Emit): Promise<Unreadable | null> {
  for (const { filename, mimeType, content } of await attachedTo(bytes)) {
    const name = filename ?? (mimeType === 'message/rfc822' ? 'message.eml' : 'attachment');
    emit({ name, bytes: typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content) });
  }
  return null;
}

function mailboxParts(bytes: Uint8Array, emit: Emit): null {
  let number = 0;
  for (const message of mailboxMessages(bytes)) emit({ name: `message-${++number}.eml`, bytes: message });
  return null;
}
