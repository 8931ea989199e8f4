// What a line of a WhatsApp export tells behind its date: a person's words, a file that was sent, or what the program tells itself.
import type { UtteranceSort } from '../../model/utterance.ts';
import { withoutDirection } from './chat-line.ts';
import words from './words.json' with { type: 'json' };

/** `head` is the part before the words, with the sender's name and what the program says of files; `tail` the part behind them. */
export type ChatMessage = {
  readonly head: string;
  readonly words: string;
  readonly tail: string;
  readonly sort: UtteranceSort;
  readonly speaker: string | null;
  readonly edited: boolean;
  readonly attachments: readonly string[];
};

const [REMOVED, OMITTED, ATTACHED, EDITED, LEAVES, NOT_SENDERS] = [words.removed, words.omitted, words.attached, words.edited, words.leaves, words.notSenders].map((list) => new Set(list)); // prettier-ignore

/** UTF-16 units of what the program says itself, at most. */
const LONGEST_SAID = 300;
/** UTF-16 units of the longest name that is taken for a sender's. */
const LONGEST_NAME = 100;

/** @param body - of the whole message, over all of its lines */
export function readMessage(body: string): ChatMessage {
  const sender = /^([^\n]{1,100}?):(?:[ \u00a0\u200e\u200f]|$)/u.exec(body);
  const speaker = sender ? senderOf(sender[1] ?? '') : null;
  if (!sender || speaker === null) return notice('', body);
  const head = `${sender[1]}:${/^[ \u00a0]/.exec(body.slice((sender[1] ?? '').length + 1))?.[0] ?? ''}`;
  const rest = body.slice(head.length);
  // What the program says is short.
  const plain = rest.length > LONGEST_SAID ? '' : plainOf(rest);
  // The program marks what it says itself with a mark of direction before it.
  if (rest.startsWith('\u200e') && isNotice(rest) && !plain.startsWith('<')) return notice(head, rest);
  const of = { speaker, edited: false, attachments: [] };
  if (REMOVED?.has(plain.replace(/\.$/, ''))) return { ...of, head, words: rest, tail: '', sort: 'removed' };
  if (OMITTED?.has(plain)) return { ...of, head, words: rest, tail: '', sort: 'media' };
  return saidBy(speaker, head, rest);
}

const notice = (head: string, body: string): ChatMessage => ({ head, words: body, tail: '', sort: 'notice', speaker: null, edited: false, attachments: [] });

/** Whether a name can be a person's: what programs log has other words there. */
export const isSender = (speaker: string): boolean => !NOT_SENDERS?.has(speaker.toLowerCase());

/** A person's words, and what the program says of them before and behind. */
function saidBy(speaker: string, head: string, body: string): ChatMessage {
  if (!/[>)]/.test(body)) return { head, words: body, tail: '', sort: 'said', speaker, edited: false, attachments: [] };
  const marked = /(?:^|[ \n])?\u200e?(<[^<>\n]{6,60}>)\s*$/u.exec(body);
  const edited = marked !== null && (EDITED?.has(plainOf(marked[1] ?? '')) ?? false);
  const unedited = edited ? body.slice(0, marked?.index) : body;
  const file = fileBefore(unedited) ?? fileBehind(unedited);
  const { before, name, behind } = file ?? { before: 0, name: null, behind: unedited.length };
  const said = unedited.slice(before, behind);
  const isMedia = name !== null && said.trim() === '';
  const [from, to] = isMedia ? [0, unedited.length] : [before, behind];
  return {
    head: head + body.slice(0, from),
    words: body.slice(from, to),
    tail: body.slice(to),
    sort: isMedia ? 'media' : 'said',
    speaker,
    edited,
    attachments: name === null ? [] : [name],
  };
}

type File = { readonly before: number; readonly name: string; readonly behind: number };

/** "IMG-20220810-WA0001.jpg (file attached)", and the words on the lines below it. */
function fileBefore(body: string): File | null {
  const found = /^[\u200e\u200f]{0,3}([^\n<>]{1,200}?\.[A-Za-z0-9]{2,5}) \(([^()\n]{4,30})\)[^\S\n]*(?:\n|$)/u.exec(body);
  return found && ATTACHED?.has(plainOf(found[2] ?? '')) ? { before: found[0].length, name: withoutDirection(found[1] ?? ''), behind: body.length } : null;
}

/** Words, and "<attached: 00000012-PHOTO-2022-08-10-14-03-05.jpg>" behind them. */
function fileBehind(body: string): File | null {
  const found = /[ \n]?[\u200e\u200f]{0,3}<([^<>:：\n]{3,30})\s?[:：] ?([^<>\n]{1,200}\.[A-Za-z0-9]{2,5})>\s*$/u.exec(body);
  return found && ATTACHED?.has(plainOf(found[1] ?? '')) ? { before: 0, name: withoutDirection(found[2] ?? '').trim(), behind: found.index } : null;
}

/** A name without what the export puts around it: marks of direction, spaces that do not break, the tilde of who is in no list of contacts. */
function nameOf(name: string): string {
  const plain = withoutDirection(name).replace(/\s+/gu, ' ').replace(/^ ?~ ?/, '').trim(); // prettier-ignore
  return plain.length > LONGEST_NAME ? '' : plain;
}

/** Those who were met lately: a few people send most of what there is. */
const senders = new Map<string, string | null>();
const MOST_SENDERS = 2_000;

/** The name that stands before a colon; null where it is none, but the beginning of what the program says. */
function senderOf(written: string): string | null {
  const met = senders.get(written);
  if (met !== undefined) return met;
  if (senders.size >= MOST_SENDERS) senders.clear();
  const name = nameOf(written);
  const sender = name === '' || isNotice(written) ? null : name;
  senders.set(written, sender);
  return sender;
}

function isNotice(text: string): boolean {
  const plain = plainOf(text);
  return words.notices.some((each) => plain.includes(each)) || [...(LEAVES ?? [])].some((each) => plain.endsWith(` ${each}`));
}

const plainOf = (text: string): string => withoutDirection(text).replace(/\s+/gu, ' ').trim().toLowerCase();
