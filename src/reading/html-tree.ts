// An html page as a tree, by the parsing rules that browsers follow (parse5), without what no reader of the page sees.
import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5';

export type Document = DefaultTreeAdapterTypes.Document;
export type Element = DefaultTreeAdapterTypes.Element;
export type Node = DefaultTreeAdapterTypes.ChildNode;
export type ParentNode = DefaultTreeAdapterTypes.ParentNode;

/** Elements nested deeper than browsers themselves build them are an attack, or a page that no one wrote. */
const DEEPEST = 512;

/** Null where it is nested deeper than 512 elements; parsing stops there. O(length), where the page is not made to be slow. */
export function parseHtml(html: string): Document | null {
  let depth = 0;
  const treeAdapter = {
    ...defaultTreeAdapter,
    onItemPush: () => {
      if (++depth > DEEPEST) throw new TooDeep();
    },
    onItemPop: () => {
      depth--;
    },
  };
  try {
    return parse(html, { treeAdapter });
  } catch (error) {
    if (error instanceof TooDeep) return null;
    throw error;
  }
}

class TooDeep extends Error {}

export const isElement = (node: Node | ParentNode): node is Element => 'tagName' in node;
export const isText = (node: Node): node is DefaultTreeAdapterTypes.TextNode => node.nodeName === '#text';

/** Null where the element has no such attribute. */
export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((each) => each.name === name)?.value ?? null;
}

/** All elements below, in reading order. */
export function* elementsOf(node: ParentNode): Generator<Element> {
  for (const child of node.childNodes) {
    if (!isElement(child)) continue;
    yield child;
    yield* elementsOf(child);
  }
}

/** The text below, as it stands in the source. */
export function rawText(node: ParentNode): string {
  const parts: string[] = [];
  for (const child of node.childNodes) {
    if (isText(child)) parts.push(child.value);
    else if (isElement(child)) parts.push(rawText(child));
  }
  return parts.join('');
}

const UNSEEN = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'frame',
  'object',
  'embed',
  'applet',
  'svg',
  'canvas',
  'audio',
  'video',
  'select',
  'button',
  'input',
  'textarea',
  'dialog',
  'map',
]);

/** Takes out of the body what a browser would not show as text; the head stays, for its metadata. */
export function removeUnseen(node: ParentNode): void {
  node.childNodes = node.childNodes.filter((child) => child.nodeName !== '#comment' && !(isElement(child) && child.tagName !== 'head' && isUnseen(child)));
  for (const child of node.childNodes) if (isElement(child) && child.tagName !== 'head') removeUnseen(child);
}

function isUnseen(element: Element): boolean {
  if (UNSEEN.has(element.tagName)) return true;
  const style = attribute(element, 'style');
  return (
    attribute(element, 'hidden') !== null ||
    attribute(element, 'aria-hidden') === 'true' ||
    (style !== null && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style))
  );
}
