// An export of Telegram as JSON: of one chat, or of an account with all of its chats.
// @see https://core.telegram.org/import-export, and Telegram Desktop's own writer (export_output_json.cpp)
import { elements, members, type ByteSpan } from './json-spans.ts';

/** What Telegram calls sorts of chats. */
const CHATS: ReadonlySet<string> = new Set([
  'personal_chat',
  'bot_chat',
  'saved_messages',
  'replies',
  'private_group',
  'private_supergroup',
  'public_supergroup',
  'private_channel',
  'public_channel',
]);

/** Bytes before the first message, in which a chat says what it is. */
const SAMPLE = 16 * 1024;

/** `several`: chats are in it as files of their own. Null where it is no such export. */
export function telegramJson(bytes: Uint8Array): 'chat' | 'several' | null {
  const head = bytes.subarray(0, SAMPLE);
  const first = new Map([...members(head, 0)].map(({ key, ...span }) => [key, span]));
  const type = first.get('type');
  const messages = first.get('messages');
  if (type && messages && CHATS.has(asText(head, type)) && head[messages.start] === 0x5b) return 'chat';
  if (!first.has('about')) return null;
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return whole.includes('"chats"') && whole.includes('"date_unixtime"') ? 'several' : null;
}

export type Chat = { readonly name: string; readonly span: ByteSpan };

/** Every chat of an account's export; the last one may be cut. */
export function* chatsIn(bytes: Uint8Array): Generator<Chat> {
  for (const { key, start } of members(bytes, 0)) {
    if (key !== 'chats' && key !== 'left_chats') continue;
    for (const list of members(bytes, start)) {
      if (list.key !== 'list') continue;
      for (const span of elements(bytes, list.start)) yield { name: nameOf(bytes, span), span };
    }
  }
}

/** What the chat is called, and its id, which no two have alike. */
function nameOf(bytes: Uint8Array, { start }: ByteSpan): string {
  const found = new Map<string, string>();
  for (const { key, ...span } of members(bytes, start)) {
    if (key === 'messages') break;
    if (key === 'name' || key === 'id' || key === 'type') found.set(key, asText(bytes, span));
  }
  return `${found.get('name') || (found.get('type') ?? 'chat')} ${found.get('id') ?? ''}.json`;
}

/** The value of a member as text; empty where it is none. */
export function asText(bytes: Uint8Array, { start, end }: ByteSpan): string {
  if (end < 0) return '';
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes.subarray(start, end)).toString('utf8'));
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return '';
    throw thrown;
  }
}
