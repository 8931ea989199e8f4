// What office files say about themselves: Dublin Core fields, in docProps/core.xml (docx) or meta.xml (odt).
import { FoundMetadata } from './found-metadata.ts';
import { dateOf } from './written-date.ts';
import { readXml } from './xml.ts';

/** Adds title and author, and the day of the last saving, else the first: the latest that the text can have been written, not when it was published. */
export function addOfficeMetadata(found: FoundMetadata, xml: string, from: string): void {
  const fields = textByElement(xml);
  found.add('title', fields.get('dc:title'), `${from} title`);
  found.add('author', fields.get('meta:initial-creator') ?? fields.get('dc:creator'), `${from} creator`);
  const saved = fields.get('dcterms:modified') ?? fields.get('dc:date') ?? fields.get('dcterms:created') ?? fields.get('meta:creation-date');
  found.add('saved', saved ? dateOf(saved) : null, `${from} date of saving`);
}

function textByElement(xml: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  let current = '';
  readXml(xml, {
    open: (name) => (current = name),
    close: () => (current = ''),
    text: (text) => current !== '' && text.trim() !== '' && fields.set(current, text.trim()),
  });
  return fields;
}
