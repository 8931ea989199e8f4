// What kind of file this is. Its bytes say so first, its name's ending only where they do not: endings are often wrong,
// and a wrong reader would refuse what the right one can read.
import { conversationInZip, conversationType } from './conversation/conversation-type.ts';
import table from './media-types.json' with { type: 'json' };
import { memberBegin } from './gzip-members.ts';
import type { Stretches } from './stretches.ts';
import { zipNames, zipTable } from './zip-names.ts';
import { looksTimed } from './transcript/timed-lines.ts';

export const ANY_BYTES = 'application/octet-stream';

const WACZ = 'application/wacz';
/** What is read and opened by stretches. */
export const WEB_ARCHIVES: ReadonlySet<string> = new Set(['application/warc', WACZ]);
/** Bytes that tell what a file is. */
const BEGINNING = 4096;

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Zip files that are documents, by a file that only they hold. */
const IN_ZIP: readonly (readonly [name: string, mediaType: string])[] = [
  ['xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt/presentation.xml', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['META-INF/container.xml', 'application/epub+zip'],
  ['datapackage.json', WACZ],
];

/** In which conversations are exported. */
const MAY_BE_CONVERSATION: ReadonlySet<string> = new Set(['text/plain', 'text/html', 'application/json']);

/** Reads at most the first kilobytes, and of a zip its list of names. `application/octet-stream` where nothing tells. */
export function mediaTypeOf(bytes: Uint8Array, name: string): string {
  if (bytes.length === 0) return byEnding(name) ?? ANY_BYTES;
  const magic = mediaTypeByMagic(bytes);
  if (magic === 'application/zip') return inZip(bytes, name);
  if (magic === 'application/gzip') return inGzip(bytes);
  const generic = magic ?? byWords(bytes) ?? byEnding(name) ?? (bytes.subarray(0, 4096).includes(0) ? ANY_BYTES : 'text/plain');
  return MAY_BE_CONVERSATION.has(generic) ? (conversationType(bytes, name, generic) ?? generic) : generic;
}

/** By the first bytes alone; null where they do not tell. */
export function mediaTypeByMagic(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 64)).toString('hex');
  for (const { mediaType, bytes: pattern, at = 0 } of table.magic) {
    if (new RegExp(`^.{${at * 2}}${pattern}`).test(head)) return mediaType;
  }
  // A PDF may have up to 1,024 bytes of something else before its header (ISO 32000-1, annex H, note 13).
  return Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-1.') ? 'application/pdf' : null;
}

/** By the files in it; where their table is lost, by the ending, so that the reader of that format says what is wrong. */
function inZip(bytes: Uint8Array, name: string): string {
  const names = zipNames(bytes);
  if (!names) return byEnding(name) ?? 'application/zip';
  if (names.has('content.xml') && names.has('mimetype')) return openDocumentType(bytes);
  // Word in the browser counts its main part: document2.xml.
  if ([...names.keys()].some((each) => /^word\/document\d*\.xml$/.test(each))) return WORD;
  return IN_ZIP.find(([only]) => names.has(only))?.[1] ?? conversationInZip(bytes, names) ?? 'application/zip';
}

/**
 * A web archive, of which a stretch at its beginning and its end is enough to tell; null for anything else.
 */
export function webArchiveType(file: Stretches): string | null {
  const begin = file.read(0, Math.min(file.size, BEGINNING));
  const magic = mediaTypeByMagic(begin);
  const mediaType = magic === 'application/gzip' ? inGzip(begin) : magic === 'application/zip' && zipTable(file)?.has('datapackage.json') ? WACZ : magic;
  return mediaType !== null && WEB_ARCHIVES.has(mediaType) ? mediaType : null;
}

/** A compressed web capture is told by its first words; half a kilobyte cannot unpack to much. */
function inGzip(bytes: Uint8Array): string {
  return memberBegin(bytes.subarray(0, 512))?.toString('latin1', 0, 5) === 'WARC/' ? 'application/warc' : 'application/gzip';
}

/** An OpenDocument file says what it is in its first file, stored unpacked (OpenDocument 1.3 part 2, section 3.3). */
function openDocumentType(bytes: Uint8Array): string {
  const said = /^mimetype(application\/vnd\.oasis\.opendocument\.[a-z]+)/.exec(Buffer.from(bytes.subarray(30, 120)).toString('latin1'));
  return said?.[1]?.replace(/PK$/, '') ?? 'application/vnd.oasis.opendocument.text';
}

/** Formats that are text themselves, by how they begin. */
function byWords(bytes: Uint8Array): string | null {
  const head = headAsText(bytes).trimStart();
  if (/^(<!--[\s\S]*?-->\s*)*(<!doctype\s+html|<html|<head|<body)/i.test(head)) return 'text/html';
  if (/^<\?xml/i.test(head)) return /<html[\s>]/i.test(head) ? 'text/html' : 'application/xml';
  if (/^From \S+ .*\d{4}\r?\n/.test(head)) return 'application/mbox';
  if (isMail(head)) return 'message/rfc822';
  if (/^WEBVTT(?:\s|$)/.test(head)) return 'text/vtt';
  if (/^\d+\r?\n\d{1,2}:\d{2}:\d{2}[,.]\d{1,3} *-->/.test(head)) return 'application/x-subrip';
  if (looksTimed(head.replace(/\r\n?/g, '\n').replace(/\n[^\n]*$/, ''))) return 'text/x-timed-transcript';
  return null;
}

/** Two header lines that every mail has, in a block of header lines at the very start. */
function isMail(head: string): boolean {
  const block = /^(?:[!-9;-~]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)+/.exec(head)?.[0] ?? '';
  return (
    /^(from|return-path):/im.test(block) && /^(received|message-id|mime-version|date):/im.test(block) && /^(subject|to|message-id|mime-version):/im.test(block)
  );
}

/** The first 4,096 bytes as Latin letters; the zeros of UTF-16 are left out, so that ASCII words show in it too. */
function headAsText(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  return head.replace(/^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '').replaceAll('\0', '');
}

function byEnding(name: string): string | null {
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase();
  const known: Readonly<Record<string, string>> = table.endings;
  return (ending !== undefined && Object.hasOwn(known, ending) && known[ending]) || null;
}
