// Word files by mammoth, which makes html of them: paragraphs, headings, lists, tables, notes. Deleted text of tracked
// changes is left out, inserted text is in; pictures, headers and footers are not text of the document.
import mammoth from 'mammoth';
import { damage } from './office-damage.ts';
import { FoundMetadata } from './found-metadata.ts';
import { htmlText } from './html-text.ts';
import { elementsOf, parseHtml } from './html-tree.ts';
import { languageOf } from './language-of.ts';
import { addOfficeMetadata } from './office-metadata.ts';
import { pictureWarnings } from './office-pictures.ts';
import type { ReadResult } from './outcome.ts';
import { textMetadata } from './text-metadata.ts';
import { unreadable } from './unreadable.ts';
import { openZip } from './zip.ts';

export async function readDocx(bytes: Uint8Array): Promise<ReadResult> {
  const archive = openZip(bytes);
  if (!archive.ok) return archive;
  try {
    const declaring = [...archive.names.keys()].find((name) => /\.(xml|rels)$/.test(name) && Buffer.from(archive.file(name) ?? []).includes('<!DOCTYPE'));
    if (declaring !== undefined)
      return { ok: false, problem: unreadable('unsafe-archive', `${declaring} declares a document type, which no office file does.`) };
    const text = await textOf(bytes);
    if (text === null) return { ok: false, problem: unreadable('too-deep') };
    const found = new FoundMetadata();
    found.add('language', await languageOf(text), 'the text');
    found.addAll(textMetadata(text));
    const core = archive.file('docProps/core.xml');
    if (core) addOfficeMetadata(found, Buffer.from(core).toString('utf8'), 'docProps/core.xml');
    return { ok: true, reading: { text, pages: [], metadata: found.all(), warnings: pictureWarnings(archive) } };
  } catch (error) {
    return damage(error);
  }
}

/** Null where the document is nested too deep. Pictures are not taken along. */
async function textOf(bytes: Uint8Array): Promise<string | null> {
  const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage, externalFileAccess: false });
  const document = parseHtml(value);
  const body = document && [...elementsOf(document)].find((each) => each.tagName === 'body');
  return body ? htmlText(body) : document && '';
}
