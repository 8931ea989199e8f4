// One message of a Telegram export as JSON. Its members are foreign: what has not the shape that it should is taken for not told.
import type { UtteranceSort } from '../../model/utterance.ts';

export type TelegramMessage = {
  readonly id: number | null;
  /** As the file writes it: local time of the computer that exported. */
  readonly date: string;
  readonly sent: string | null;
  readonly speaker: string | null;
  readonly forwardedFrom: string | null;
  /** The id of the message that it answers. */
  readonly replyTo: number | null;
  readonly edited: boolean;
  readonly sort: UtteranceSort;
  readonly words: string;
  /** What was sent beside the words, as lines. */
  readonly beside: readonly string[];
  readonly attachments: readonly string[];
};

type Members = Readonly<Record<string, unknown>>;

/** Null for what is no message. */
export function telegramMessage(value: unknown): TelegramMessage | null {
  if (!isMembers(value)) return null;
  const date = textOf(value['date']) ?? '';
  const of = { id: numberOf(value['id']), date, sent: sentOf(date, textOf(value['date_unixtime'])), edited: value['edited'] !== undefined };
  if (value['type'] === 'service') return { ...of, ...NOTHING, speaker: null, edited: false, sort: 'notice', words: serviceWords(value) };
  if (value['type'] !== 'message') return null;
  const attachments = FILES.flatMap((member) => fileOf(value[member]) ?? []);
  const beside = [...FILES.flatMap((member) => leftOut(member, value[member]) ?? []), ...attachments.map((name) => `<${name}>`), ...besides(value)];
  const words = wordsOf(value['text']);
  return {
    ...of,
    speaker: textOf(value['from']) ?? textOf(value['from_id']),
    forwardedFrom: textOf(value['forwarded_from']) ?? textOf(value['forwarded_from_id']),
    replyTo: numberOf(value['reply_to_message_id']),
    sort: words.trim() === '' ? 'media' : 'said',
    words,
    beside,
    attachments,
  };
}

const NOTHING = { forwardedFrom: null, replyTo: null, beside: [], attachments: [] } as const;

/** Members that name a file. A thumbnail is a smaller picture of one of them. */
const FILES = ['photo', 'file'] as const;

const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' && value.isWellFormed() ? value : null);
const numberOf = (value: unknown): number | null => (typeof value === 'number' && Number.isSafeInteger(value) ? value : null);

/** A text, or pieces of it: text, or marked text that has its words under `text`. */
function wordsOf(value: unknown): string {
  if (typeof value === 'string') return value.toWellFormed();
  if (!Array.isArray(value)) return '';
  return value.map((piece: unknown) => (typeof piece === 'string' ? piece : isMembers(piece) ? (textOf(piece['text']) ?? '') : '')).join('').toWellFormed(); // prettier-ignore
}

/** A path within the export. Where a file was not exported, the member says so in words, in brackets. */
const fileOf = (value: unknown): string | null => {
  const path = textOf(value);
  return path === null || path.startsWith('(') ? null : path;
};

const leftOut = (member: string, value: unknown): string | null => (textOf(value)?.startsWith('(') ? `<${member}: ${textOf(value)}>` : null);

/** A place, a contact, a poll: what people send that is neither words nor a file. */
function besides(message: Members): readonly string[] {
  const [place, contact, poll] = [message['location_information'], message['contact_information'], message['poll']];
  const lines: string[] = [];
  if (isMembers(place)) lines.push(`<location: ${String(place['latitude'])}, ${String(place['longitude'])}>`);
  if (isMembers(contact)) {
    const said = [contact['first_name'], contact['last_name'], contact['phone_number']].flatMap((each) => textOf(each) ?? []);
    lines.push(`<contact: ${said.join(' ')}>`);
  }
  if (isMembers(poll)) lines.push(`<poll: ${wordsOf(poll['question'])}>`, ...answersOf(poll['answers']));
  return lines;
}

const answersOf = (answers: unknown): readonly string[] =>
  Array.isArray(answers) ? answers.flatMap((each: unknown) => (isMembers(each) ? [`<answer: ${wordsOf(each['text'])}>`] : [])) : [];

/** Who did what, in the words of the file. */
function serviceWords(message: Members): string {
  const who = textOf(message['actor']) ?? textOf(message['actor_id']) ?? '';
  const told = ['title', 'members', 'text', 'duration_seconds', 'discard_reason'].flatMap((member) => {
    const value = message[member];
    const said = Array.isArray(value) && member === 'members' ? value.flatMap((each: unknown) => textOf(each) ?? []).join(', ') : typeof value === 'number' ? String(value) : wordsOf(value);
    return said === '' ? [] : [said];
  }); // prettier-ignore
  return [[who, textOf(message['action']) ?? ''].filter((each) => each !== '').join(' '), ...told].join(': ').toWellFormed();
}

/** The local time with its offset, which the seconds since 1970 tell; without one where they do not fit to it. */
function sentOf(date: string, unix: string | null): string | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(date)) return null;
  const local = Date.parse(`${date}Z`);
  if (Number.isNaN(local) || new Date(local).toISOString().slice(0, 19) !== date) return null;
  const minutes = unix !== null && /^\d{1,11}$/.test(unix) ? (local / 1000 - Number(unix)) / 60 : NaN;
  if (!Number.isInteger(minutes / 15) || Math.abs(minutes) > 14 * 60) return date;
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map((each) => String(each).padStart(2, '0'));
  return `${date}${minutes < 0 ? '-' : '+'}${hours}:${rest}`;
}
