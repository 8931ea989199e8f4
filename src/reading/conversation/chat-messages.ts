// The messages of a WhatsApp export: which lines begin one, and whether a text is such an export at all.
import { isDate, OrderEvidence, type Order } from './chat-days.ts';
import { readLineHead, type LineHead } from './chat-line.ts';
import { isSender, readMessage } from './chat-message.ts';

/** A message as it stands: `written` is the head of its first line, `body` all behind that, over all of its lines. */
export type RawMessage = { readonly head: LineHead; readonly written: string; readonly body: string };

/** What is to be known of an export before its messages are read. */
export type Survey = {
  /** The forms that the heads of its messages have, and how day and month stand in each. */
  readonly orders: ReadonlyMap<string, Order>;
  readonly messages: number;
  /** Lines that look like the beginning of a message in another form. */
  readonly strays: number;
  /** What stands before the first message. */
  readonly before: string;
};

/** Of all heads, so many must have a form that is taken for one of the file's: else it is something that was pasted into a message. */
const LEAST_SHARE = 0.05;
const LEAST = 3;

/** O(lines). */
export function survey(text: string): Survey {
  const seen = new Map<string, { count: number; first: number; readonly evidence: OrderEvidence }>();
  let all = 0;
  for (const { head, start } of headsIn(text)) {
    all++;
    const form = seen.get(head.form) ?? { count: 0, first: start, evidence: new OrderEvidence() };
    form.count++;
    form.evidence.add(head.day, head.mark);
    seen.set(head.form, form);
  }
  const most = Math.max(0, ...[...seen.values()].map(({ count }) => count));
  const forms = [...seen].filter(([, { count }]) => count === most || count >= Math.max(LEAST, all * LEAST_SHARE));
  const messages = forms.reduce((sum, [, { count }]) => sum + count, 0);
  const first = Math.min(text.length, ...forms.map(([, form]) => form.first));
  return {
    orders: new Map(forms.map(([form, { evidence }]) => [form, evidence.order()])),
    messages,
    strays: all - messages,
    before: text.slice(0, first).trim(),
  };
}

/** The messages, one after the other: of a text of 300,000 they are never all there at once. */
export function* messagesIn(text: string, { orders }: Pick<Survey, 'orders'>): Generator<RawMessage> {
  let last: { readonly head: LineHead; readonly start: number } | null = null;
  for (const each of headsIn(text)) {
    if (!orders.has(each.head.form)) continue;
    if (last) yield messageOf(text, last, each.start);
    last = each;
  }
  if (last) yield messageOf(text, last, text.length);
}

function messageOf(text: string, { head, start }: { readonly head: LineHead; readonly start: number }, end: number): RawMessage {
  const body = start + head.length;
  return { head, written: text.slice(start, body), body: text.slice(body, end).trimEnd() };
}

/** Every line that begins as a message does, and where. */
function* headsIn(text: string): Generator<{ readonly head: LineHead; readonly start: number }> {
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const head = readLineHead(text.slice(start, end));
    if (head && isDate(head.day)) yield { head, start };
    start = end + 1;
  }
}

/** Lines before the first message: of an export that was cut, or of a mail that it came with. */
const MOST_BEFORE = 8;
/** Of the lines that are not empty, so many begin a message. */
const SHARE_OF_LINES = 0.2;
/** Of the messages, so many have a sender. */
const SHARE_WITH_SENDER = 0.5;

/**
 * Whether a text, or its beginning, is an export: it begins with messages, a good share of its lines begin one, most of which have a sender.
 *
 * @param isNamedSo - the file's name is that of an export: then one message is enough
 */
export function isChat(text: string, isNamedSo: boolean): boolean {
  const surveyed = survey(text);
  const { messages } = surveyed;
  const lines = linesIn(text);
  const linesBefore = linesIn(surveyed.before);
  if (messages < (isNamedSo ? 1 : LEAST) || linesBefore > Math.min(MOST_BEFORE, messages) || messages < lines * SHARE_OF_LINES) return false;
  const senders = [...messagesIn(text, surveyed)].flatMap(({ body }) => readMessage(body).speaker ?? []);
  return senders.length >= messages * SHARE_WITH_SENDER && senders.some(isSender);
}

const linesIn = (text: string): number => text.split('\n').filter((line) => line.trim() !== '').length;
