// What is inside of a container: the files of an archive, what is attached to a mail, the messages of a mailbox. Each
// is bytes for a document of its own; one level is opened, a container in it is a part like any other.
import PostalMime from 'postal-mime';
import type { Unreadable } from '../model/document.ts';
import { mailboxMessages } from './mailbox.ts';
import { captures } from './read-warc.ts';
import { unreadable } from './unreadable.ts';
import { WarcDamaged } from './warc-records.ts';
import { openZip, ZipDamaged } from './zip.ts';

/** The name is foreign: it is made safe where it is taken in. */
export type RawPart = { readonly name: string; readonly bytes: Uint8Array };
type Emit = (part: RawPart) => void;

/** Bytes of all parts together: what a bomb could fill a disk with. */
const TOTAL_LIMIT = 512 * 1024 * 1024;
/** Bytes of one part: what goes over the wire at once. */
const PART_LIMIT = 100 * 1024 * 1024;

const CONTAINERS: Readonly<Record<string, (bytes: Uint8Array, emit: Emit) => Unreadable | null | Promise<Unreadable | null>>> = {
  'application/zip': zipParts,
  'message/rfc822': mailParts,
  'application/mbox': mailboxParts,
  'application/warc': warcParts,
};

/** Gives every part to `emit`, in order; then null, or the reason why there are no more. A media type that holds no parts has none. */
export async function unpackOriginal(bytes: Uint8Array, mediaType: string, emit: Emit): Promise<Unreadable | null> {
  const parts = CONTAINERS[mediaType];
  let total = 0;
  const counted: Emit = (part) => {
    if (part.bytes.length > PART_LIMIT) throw new TooMuch(`One of its parts has more than ${PART_LIMIT / 1024 / 1024} MB.`);
    total += part.bytes.length;
    if (total > TOTAL_LIMIT) throw new TooMuch(`Its parts have more than ${TOTAL_LIMIT / 1024 / 1024} MB.`);
    emit(part);
  };
  try {
    return (await parts?.(bytes, counted)) ?? null;
  } catch (error) {
    if (error instanceof TooMuch) return unreadable('unsafe-archive', error.message);
    if (error instanceof ZipDamaged || error instanceof WarcDamaged) return unreadable('damaged', `${error.message}.`);
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

async function mailParts(bytes: Uint8Array, emit: Emit): Promise<Unreadable | null> {
  const { attachments } = await new PostalMime({ maxNestingDepth: 50, forceRfc822Attachments: true, attachmentEncoding: 'arraybuffer' }).parse(bytes);
  for (const { filename, mimeType, content } of attachments) {
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

/** Named by the end of the address, with the ending of its media type. */
function warcParts(bytes: Uint8Array, emit: Emit): null {
  for (const { url, mediaType, body } of captures(bytes)) {
    const last = /^[^?#]*\/([^/?#]*)/.exec(url)?.[1] ?? '';
    const ending = mediaType.includes('html') ? '.html' : mediaType.includes('pdf') ? '.pdf' : '.txt';
    emit({ name: last.toLowerCase().endsWith(ending) ? last : `${last || 'index'}${ending}`, bytes: body });
  }
  return null;
}
