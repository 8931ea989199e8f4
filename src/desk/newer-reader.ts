import { readerOf } from '../reading/readers.ts';

/**
 * The reader that would read a document now, where it is another than the one that did or tried; null where nobody did. What Tesseract
 * read is read again only when a person asks for it: it takes seconds a page.
 */
export function newerReaderOf({ mediaType, reader }: { readonly mediaType: string; readonly reader: string | null }): string | null {
  const now = readerOf(mediaType);
  return reader === null || reader.startsWith('tesseract') || reader === now ? null : now;
}
