// One chat of a Telegram export as JSON, message by message: of a file of 300,000 never more than one is an object.
import { isUtf8 } from 'node:buffer';
import type { Warning } from '../../model/document.ts';
import { FoundMetadata } from '../found-metadata.ts';
import { languageOf } from '../language-of.ts';
import type { ReadResult } from '../outcome.ts';
import { unreadable } from '../unreadable.ts';
import { countBackward } from './chat-days.ts';
import { ConversationText } from './conversation-text.ts';
import { elements, members } from './json-spans.ts';
import { asText } from './telegram-export.ts';
import { telegramMessage, type TelegramMessage } from './telegram-message.ts';

export async function readTelegramJson(bytes: Uint8Array): Promise<ReadResult> {
  const text = new ConversationText();
  const found = new FoundMetadata();
  let read: Read = { whole: false, passed: 0, replaced: 0 };
  for (const { key, ...span } of members(bytes, 0)) {
    if (key === 'name') found.add('title', asText(bytes, span), 'the name of the chat');
    if (key === 'messages') read = readMessages(bytes, span.start, text);
  }
  if (text.utterances.length === 0) return { ok: false, problem: unreadable(read.whole && read.passed === 0 ? 'no-text' : 'damaged') };
  if (!found.has('title')) text.nameByWriters(found);
  found.add('language', await languageOf(text.sample()), 'the text');
  return { ok: true, reading: { text: text.text(), pages: [], metadata: found.all(), warnings: warningsOf(read, text), utterances: text.utterances } };
}

/** Whether the list of messages came to its end, how many of what is in it are none, and in how many bytes stand for no character. */
type Read = { readonly whole: boolean; readonly passed: number; readonly replaced: number };

function readMessages(bytes: Uint8Array, at: number, text: ConversationText): Read {
  const numbers = new Map<number, number>();
  let [passed, replaced] = [0, 0];
  let end = at;
  for (const span of elements(bytes, at)) {
    if (span.end < 0) return { whole: false, passed, replaced };
    end = span.end;
    const piece = bytes.subarray(span.start, span.end);
    const message = parsed(piece);
    if (!message) {
      passed++;
      continue;
    }
    if (!isUtf8(piece)) replaced++;
    addTelegram(text, message, numbers);
  }
  const behind = Buffer.from(bytes.subarray(end === at ? at + 1 : end, end + 200)).toString('latin1');
  return { whole: /^\s*\]/.test(behind), passed, replaced };
}

function parsed(bytes: Uint8Array): TelegramMessage | null {
  try {
    return telegramMessage(JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')));
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return null;
    throw thrown;
  }
}

/** @param numbers - which utterance each message is, by its id; the message is added to it */
export function addTelegram(text: ConversationText, message: TelegramMessage, numbers: Map<number, number>): void {
  const { id, date, sent, speaker, forwardedFrom, replyTo, edited, sort, words, beside, attachments } = message;
  const who = [speaker ?? '', forwardedFrom === null ? '' : `(forwarded from ${forwardedFrom})`].filter((each) => each !== '').join(' ').replace(/\s+/gu, ' '); // prettier-ignore
  const head = [date === '' ? '' : `[${date}] `, who === '' ? '' : `${who}: `].join('');
  const answers = replyTo === null ? null : (numbers.get(replyTo) ?? null);
  const isBare = words.trim() === '';
  if (id !== null) numbers.set(id, text.utterances.length);
  const told = { sort, speaker, sent, forwardedFrom, answers, edited, attachments };
  if (isBare) text.add(head, beside.join('\n'), '', told);
  else text.add(head, words.trimEnd(), beside.length === 0 ? '' : `\n${beside.join('\n')}`, told);
}

function warningsOf({ whole, passed, replaced }: Read, text: ConversationText): readonly Warning[] {
  const warnings: Warning[] = [];
  const back = countBackward(text.utterances);
  if (!whole)
    warnings.push({
      code: 'parts-left-out',
      detail: `The file ends in the middle: after ${text.utterances.length} messages there are no more that are whole.`,
    });
  if (passed > 0) warnings.push({ code: 'parts-left-out', detail: `${passed} of what is listed as messages are none that can be read.` });
  if (replaced > 0)
    warnings.push({
      code: 'replaced-characters',
      detail: `In ${replaced} messages bytes stand for no character: a mark (\ufffd) stands there in their place.`,
    });
  if (back > 0)
    warnings.push({
      code: 'order-unsure',
      detail: `In ${back} places a message is more than a day older than the one before it, as where exports were put together or changed.`,
    });
  return warnings;
}
