// An export of Telegram as pages of html: messages.html, messages2.html, …
import { attribute, elementsOf, isElement, isText, parseHtml, type Element, type ParentNode } from '../html-tree.ts';
import type { ConversationText } from './conversation-text.ts';
import { addTelegram } from './read-telegram-json.ts';
import type { TelegramMessage } from './telegram-message.ts';

/** What goes on from page to page: a message without a name is of who sent the one before. */
export type PagesState = { speaker: string | null; readonly numbers: Map<number, number>; title: string | null };

/** Whether the first kilobytes of a page are those of such an export. */
export const isTelegramPage = (head: string): boolean =>
  /<title>\s*Exported Data\s*<\/title>/.test(head) && /class="page_wrap"/.test(head) && /class="page_header"/.test(head);

/** Adds the messages of a page. Gives whether the page is whole; null where it is nested too deep to be read. */
export function addPage(text: ConversationText, html: string, state: PagesState): boolean | null {
  const tree = parseHtml(html);
  if (!tree) return null;
  for (const element of elementsOf(tree)) {
    if (has(element, 'page_header') && state.title === null) state.title = wordsIn(firstOf(element, 'text')) || null;
    if (has(element, 'message')) addMessage(text, element, state);
  }
  return /<\/html>\s*$/i.test(html.slice(-200));
}

function addMessage(text: ConversationText, message: Element, state: PagesState): void {
  const id = Number(/^message(-?\d{1,15})$/.exec(attribute(message, 'id') ?? '')?.[1] ?? NaN);
  // Days stand between messages, under numbers below zero; each message has its own.
  if (id < 0) return;
  if (has(message, 'service')) {
    const words = wordsIn(firstOf(message, 'details'));
    if (words !== '') addTelegram(text, { ...NOTICE, words }, state.numbers);
    return;
  }
  const body = firstOf(message, 'body');
  if (!body) return;
  const forwarded = firstOf(body, 'forwarded');
  const name = nameIn(body);
  if (name !== null) state.speaker = name;
  addTelegram(text, messageIn(body, forwarded, { id: Number.isNaN(id) ? null : id, speaker: state.speaker }), state.numbers);
}

const NOTICE: TelegramMessage = {
  id: null,
  date: '',
  sent: null,
  speaker: null,
  forwardedFrom: null,
  replyTo: null,
  edited: false,
  sort: 'notice',
  words: '',
  beside: [],
  attachments: [],
};

function messageIn(body: Element, forwarded: Element | null, { id, speaker }: Pick<TelegramMessage, 'id' | 'speaker'>): TelegramMessage {
  const date = attribute(firstOf(body, 'date') ?? body, 'title') ?? '';
  const words = wordsIn(firstOf(forwarded ?? body, 'text'));
  const reply = linksIn(firstOf(body, 'reply_to')).map((each) => /#go_to_message(\d{1,15})$/.exec(each)?.[1]);
  const media = firstOf(forwarded ?? body, 'media_wrap');
  const attachments = media ? filesIn(media) : [];
  const said = media ? wordsIn(media).replace(/\s+/gu, ' ').trim() : '';
  const beside = attachments.length > 0 ? attachments.map((file) => `<${file}>`) : said === '' ? [] : [`<${said}>`];
  return {
    id,
    date,
    sent: sentOf(date),
    speaker,
    forwardedFrom: forwarded && (nameIn(forwarded) ?? ''),
    replyTo: Number(reply.find((each) => each !== undefined) ?? NaN) || null,
    edited: false,
    sort: words.trim() === '' ? 'media' : 'said',
    words,
    beside,
    attachments,
  };
}

/** "10.08.2022 14:03:05 UTC+04:30"; older programs leave the zone out. The day comes first, in whatever language the program was. */
function sentOf(title: string): string | null {
  const [, day, month, year, clock, zone = ''] = /^(\d\d)\.(\d\d)\.(\d{4}) (\d\d:\d\d:\d\d)(?: UTC([+-]\d\d:\d\d))?$/.exec(title) ?? [];
  return day === undefined || Number.isNaN(Date.parse(`${year}-${month}-${day}T${clock}Z`)) ? null : `${year}-${month}-${day}T${clock}${zone}`;
}

/** The name of who sent it, without what stands beside it: through which bot, or when it was first sent. */
function nameIn(body: Element): string | null {
  const element = body.childNodes.find((child) => isElement(child) && has(child, 'from_name'));
  const name = element && isElement(element) ? element.childNodes.filter(isText).map(({ value }) => value).join('').replace(/\s+/gu, ' ').trim() : ''; // prettier-ignore
  return name === '' ? null : name;
}

/** Links to files of the export, not to the web and not to other messages. */
function filesIn(media: Element): readonly string[] {
  return [
    ...new Set(
      linksIn(media)
        .filter((href) => href !== '' && !/^(?:[a-z][a-z0-9+.-]*:|#|\/)/i.test(href))
        .map(decoded),
    ),
  ];
}

function linksIn(element: Element | null): readonly string[] {
  return element ? [element, ...elementsOf(element)].flatMap((each) => (each.tagName === 'a' ? (attribute(each, 'href') ?? []) : [])) : [];
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch (thrown) {
    if (thrown instanceof URIError) return href;
    throw thrown;
  }
}

const has = (element: Element, name: string): boolean => (attribute(element, 'class') ?? '').split(/\s+/).includes(name);

function firstOf(node: ParentNode, name: string): Element | null {
  for (const element of elementsOf(node)) if (has(element, name)) return element;
  return null;
}

/** Words as a reader sees them: line breaks where the page has them. */
function wordsIn(element: Element | null): string {
  if (!element) return '';
  const parts: string[] = [];
  const walk = (node: ParentNode): void => {
    for (const child of node.childNodes) {
      if (isText(child)) parts.push(child.value.replace(/[\t\n\r ]+/g, ' '));
      else if (isElement(child) && child.tagName === 'br') parts.push('\n');
      else if (isElement(child) && child.tagName !== 'script') {
        walk(child);
        if (child.tagName === 'div') parts.push('\n');
      }
    }
  };
  walk(element);
  return parts
    .join('')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}
