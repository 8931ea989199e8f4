// XML of office files as a stream of events. It knows nothing of document types: a file that declares one is refused,
// so that no entity can name a file or unfold into millions. Namespaces are not resolved: office programs all write the
// usual prefixes.
// Source: XML 1.0, fifth edition, sections 2.4 (text), 2.7 (CDATA), 3.1 (tags), 4.1 (references).

export type XmlHandler = {
  /** `attribute` gives a value by its name as written, or null. */
  readonly open: (name: string, attribute: (name: string) => string | null) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
};

export class XmlError extends Error {
  override readonly name = 'XmlError';
}

/** Deeper than any office program nests; a reader's own state grows with it. */
const DEEPEST = 512;
const TOKEN =
  /<(?:!--[\s\S]*?-->|!\[CDATA\[([\s\S]*?)\]\]>|\?[\s\S]*?\?>|(\/?)([^\s<>/!?]+)((?:\s+[^\s=<>/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>)|([^<]+)/gy;

/** O(length). Throws an XmlError on a document type, on what is not well formed, and where elements are nested over 512 deep. */
export function readXml(source: string, handler: XmlHandler): void {
  const open: string[] = [];
  let end = 0;
  for (const found of source.replace(/^\ufeff/, '').matchAll(TOKEN)) {
    end = found.index + found[0].length;
    const [, cdata, closing, name, attributes = '', empty, text] = found;
    if (cdata !== undefined) handler.text(cdata);
    else if (text !== undefined) handler.text(withReferences(text));
    else if (name === undefined) continue;
    else if (closing) closeTag(open, name, handler);
    else {
      handler.open(name, (wanted) => attributeIn(attributes, wanted));
      if (empty) handler.close(name);
      else open.push(name);
      if (open.length > DEEPEST) throw new XmlError(`more than ${DEEPEST} elements stand inside each other`);
    }
  }
  if (end < source.replace(/^\ufeff/, '').length)
    throw new XmlError(/^<!DOCTYPE/i.test(source.slice(end)) ? 'it declares a document type, which no office file does' : 'its markup is broken');
  if (open.length > 0) throw new XmlError(`<${open.at(-1)}> is never closed`);
}

function closeTag(open: string[], name: string, handler: XmlHandler): void {
  if (open.pop() !== name) throw new XmlError(`</${name}> closes what is not open`);
  handler.close(name);
}

function attributeIn(attributes: string, wanted: string): string | null {
  for (const [, name, double, single] of attributes.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    if (name === wanted) return withReferences(double ?? single ?? '');
  return null;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function withReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (_, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
    if (name !== undefined) return NAMED[name] ?? fail(name);
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff) ? fail(`#${point}`) : String.fromCodePoint(point);
  });
}

function fail(reference: string): never {
  throw new XmlError(`&${reference}; stands for nothing`);
}
