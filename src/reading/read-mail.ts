// Mail: the header lines that a mail program shows, then the message. What is attached is named; its bytes are documents
// of their own.
import type { Address, Email } from 'postal-mime';
import { FoundMetadata } from './found-metadata.ts';
import { htmlText } from './html-text.ts';
import { elementsOf, parseHtml, removeUnseen } from './html-tree.ts';
import { languageOf } from './language-of.ts';
import type { ReadResult } from './outcome.ts';
import { parseMail } from './parse-mail.ts';
import { unreadable } from './unreadable.ts';
import { dateOf } from './written-date.ts';

/** `replaced`: bytes of it stand for no character, and a sign that says so stands in their place. */
type Message = { readonly email: Email; readonly text: string; readonly replaced: boolean };
type MessageResult = { readonly ok: true; readonly message: Message } | Extract<ReadResult, { ok: false }>;

export async function readEml(bytes: Uint8Array): Promise<ReadResult> {
  const read = await readMessage(bytes);
  if (!read.ok) return read;
  const { email, text, replaced } = read.message;
  const found = new FoundMetadata();
  found.add('language', await languageOf(bodyOf(email) ?? ''), 'the text');
  found.add('title', email.subject, 'mail Subject');
  found.add('author', email.from && nameOf(email.from), 'mail From');
  found.add('published', dateOf(header(email, 'date')), 'mail Date');
  return { ok: true, reading: { text, pages: [], metadata: found.all(), warnings: replaced ? [{ code: 'replaced-characters', detail: REPLACED }] : [] } };
}

const REPLACED = 'It is not in the encoding that it states: where a character is lost, the sign \ufffd stands.';

async function readMessage(bytes: Uint8Array): Promise<MessageResult> {
  const email = await parseMail(bytes).catch((error: unknown) => String(error));
  if (typeof email === 'string') return { ok: false, problem: unreadable(/nesting/i.test(email) ? 'too-deep' : 'damaged', email) };
  const body = bodyOf(email);
  if (body === null) return { ok: false, problem: unreadable('too-deep', 'Its html has more than 512 elements inside each other.') };
  const replaced = body.includes('\ufffd') && isReplaced(bytes);
  return { ok: true, message: { email, text: [headerLines(email), body].filter((each) => each !== '').join('\n\n'), replaced } };
}

/** Whether the sign for bytes that stand for nothing is the decoder's: the mail does not hold it. Of base64 that cannot be told. */
function isReplaced(bytes: Uint8Array): boolean {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return !source.includes('\ufffd') && !/=EF=\r?\n?BF=\r?\n?BD|^content-transfer-encoding:\s*base64|&#/im.test(source.toString('latin1'));
}

/** The plain text where the mail has one, else its html as text; null where that is nested too deep. */
function bodyOf({ text, html }: Email): string | null {
  const plain = (text ?? '').replace(/\r\n?/g, '\n').trim();
  if (plain !== '' || html === undefined) return plain.replaceAll('\0', '');
  const document = parseHtml(html);
  if (!document) return null;
  removeUnseen(document);
  const body = [...elementsOf(document)].find((each) => each.tagName === 'body');
  return body ? htmlText(body) : '';
}

function headerLines(email: Email): string {
  const lines: readonly (readonly [label: string, value: string])[] = [
    ['From', email.from ? addressText(email.from) : ''],
    ['To', (email.to ?? []).map(addressText).join(', ')],
    ['Cc', (email.cc ?? []).map(addressText).join(', ')],
    ['Date', header(email, 'date')],
    ['Subject', email.subject ?? ''],
    ['Attachments', email.attachments.map(({ filename, mimeType }) => filename ?? mimeType).join(', ')],
  ];
  return lines
    .filter(([, value]) => value.trim() !== '')
    .map(([label, value]) => `${label}: ${oneLine(value)}`)
    .join('\n');
}

const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

const header = (email: Email, key: string): string => email.headers.find((each) => each.key === key)?.value ?? '';

const nameOf = (address: Address): string => address.name || (address.address ?? '');

function addressText(address: Address): string {
  if (address.group) return `${address.name}: ${address.group.map(addressText).join(', ')}`;
  return address.name && address.name !== address.address ? `${address.name} <${address.address}>` : (address.address ?? '');
}
