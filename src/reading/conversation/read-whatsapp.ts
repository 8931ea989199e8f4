// Exports of WhatsApp as text, and of whatever writes conversations in the same form. Which time zone its clock was in, such a file never tells.
import { decodeText } from '../decode-text.ts';
import { FoundMetadata } from '../found-metadata.ts';
import { languageOf } from '../language-of.ts';
import type { ReadResult } from '../outcome.ts';
import { unreadable } from '../unreadable.ts';
import type { Warning } from '../../model/document.ts';
import { countBackward, sentOn } from './chat-days.ts';
import { readMessage } from './chat-message.ts';
import { messagesIn, survey, type Survey } from './chat-messages.ts';
import { ConversationText } from './conversation-text.ts';

export async function readWhatsapp(bytes: Uint8Array): Promise<ReadResult> {
  const whole = wholeCharacters(bytes);
  const decoded = decodeText(whole);
  if (!decoded.ok) return { ok: false, problem: unreadable(decoded.code, decoded.detail) };
  const chat = decoded.text.includes('\r') ? decoded.text.replace(/\r\n?/g, '\n') : decoded.text;
  const surveyed = survey(chat);
  const text = new ConversationText();
  if (surveyed.before !== '') text.addPlain(surveyed.before);
  for (const { head, written, body } of messagesIn(chat, surveyed)) {
    const { head: name, words, tail, ...told } = readMessage(body);
    text.add(written + name, words, tail, { ...told, sent: sentOn(head.day, head.clock, surveyed.orders.get(head.form) ?? 'unknown') });
  }
  const found = new FoundMetadata();
  text.nameByWriters(found);
  found.add('language', await languageOf(text.sample()), 'the text');
  return {
    ok: true,
    reading: {
      text: text.text(),
      pages: [],
      metadata: found.all(),
      warnings: [...warningsOf(text, surveyed), ...(whole.length < bytes.length ? [CUT] : [])],
      utterances: text.utterances,
    },
  };
}

const CUT: Warning = { code: 'parts-left-out', detail: 'The file ends in the middle of a character: what follows is missing.' };

/** UTF-8 without the beginning of a character of which the end was cut off. */
function wholeCharacters(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= 3 && back < bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 0;
    if (needed > 0) return needed > back ? bytes.subarray(0, bytes.length - back) : bytes;
  }
  return bytes;
}

function warningsOf(text: ConversationText, { messages, strays }: Survey): readonly Warning[] {
  const unsure = text.utterances.filter(({ sent }) => sent?.startsWith('[')).length;
  const undated = text.utterances.filter(({ sent }) => sent === null).length;
  const back = countBackward(text.utterances);
  const warnings: Warning[] = [];
  if (unsure > 0)
    warnings.push({
      code: 'days-unsure',
      detail: `Of ${unsure} of ${messages} messages the file does not tell which day it was: two are possible, as day and month may stand either way round.`,
    });
  if (undated > 0) warnings.push({ code: 'days-unsure', detail: `${undated} of ${messages} messages bear a date that there is not.` });
  if (back > 0)
    warnings.push({
      code: 'order-unsure',
      detail: `In ${back} places a message is more than a day older than the one before it, as where exports were put together or changed.`,
    });
  if (strays > 0)
    warnings.push({
      code: 'order-unsure',
      detail: `${strays} lines look like the beginning of a message in another form than the file has. They are taken for words of the message that they stand in.`,
    });
  return warnings;
}
