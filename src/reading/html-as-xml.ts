// A page's tree written out as well-formed XML, for a parser that takes nothing else. Names that XML could not have, which
// pages hold by mistake, are left out: of an attribute with its value, of an element without what is in it.
import { isElement, isText, type ParentNode } from './html-tree.ts';

const EMPTY = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr']);
const NAME = /^[a-z][a-z0-9-]*$/;

/** What is inside of the node; no comments. */
export function htmlAsXml(node: ParentNode): string {
  const parts: string[] = [];
  write(node, parts);
  return parts.join('');
}

function write(node: ParentNode, parts: string[]): void {
  for (const child of node.childNodes) {
    if (isText(child)) parts.push(escaped(child.value));
    if (!isElement(child)) continue;
    const { tagName, attrs } = child;
    if (!NAME.test(tagName)) {
      write(child, parts);
      continue;
    }
    parts.push('<', tagName);
    for (const { name, value } of attrs) if (NAME.test(name)) parts.push(' ', name, '="', escaped(value), '"');
    if (EMPTY.has(tagName)) {
      parts.push('/>');
      continue;
    }
    parts.push('>');
    write(child, parts);
    parts.push('</', tagName, '>');
  }
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
