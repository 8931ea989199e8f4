// Who reads what. A reader's module is loaded when its first document comes, so that a process that meets only text
// never loads the library for another format. A reader whose text, or what it finds of
// the document, can differ from its last version's gets a new number.
import { MEDIA_READER } from './media/describe-media.ts';
import type { ReadResult } from './outcome.ts';
import { stretchesOf, type Stretches } from './stretches.ts';
import { unreadable } from './unreadable.ts';

export type Read = (bytes: Uint8Array) => ReadResult | Promise<ReadResult>;
export type Reader = { readonly id: string; readonly load: () => Promise<Read> };

const text: Reader = { id: 'txt@1', load: async () => (await import('./read-text.ts')).readText };

const subtitles: Reader = { id: 'cues@1', load: async () => (await import('./transcript/read-transcript.ts')).readSubtitles };

const NOBODY = 'none@1';

/** By media type. */
export const readers: Readonly<Record<string, Reader>> = {
  'text/plain': text,
  'text/csv': text,
  'text/tab-separated-values': text,
  // Bytes that nothing is known of may be text without an ending; if they are not, the reader says so.
  'application/octet-stream': text,
  'text/vtt': subtitles,
  'application/x-subrip': subtitles,
  'text/x-timed-transcript': { id: 'timed@1', load: async () => (await import('./transcript/read-transcript.ts')).readTimedText },
  'text/html': { id: 'html@2', load: async () => (await import('./read-html.ts')).readHtml },
  'application/pdf': { id: 'pdf@3', load: async () => (await import('./read-pdf.ts')).readPdf },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { id: 'docx@4', load: async () => (await import('./read-docx.ts')).readDocx },
  'application/vnd.oasis.opendocument.text': { id: 'odt@4', load: async () => (await import('./read-odt.ts')).readOdt },
  'text/rtf': { id: 'rtf@1', load: async () => (await import('./read-rtf.ts')).readRtf },
  'message/rfc822': { id: 'eml@2', load: async () => (await import('./read-mail.ts')).readEml },
  'text/x-whatsapp': { id: 'whatsapp@1', load: async () => (await import('./conversation/read-whatsapp.ts')).readWhatsapp },
  'application/x-telegram+json': { id: 'telegram-json@1', load: async () => (await import('./conversation/read-telegram-json.ts')).readTelegramJson },
  'text/x-telegram+html': { id: 'telegram-html@1', load: async () => (await import('./conversation/read-telegram-html.ts')).readTelegramHtml },
  'application/x-telegram+zip': { id: 'telegram-html@1', load: async () => (await import('./conversation/read-telegram-html.ts')).readTelegramZip },
  'application/warc': { id: 'warc@3', load: async () => byStretches((await import('./read-warc.ts')).readWarc) },
  'application/wacz': { id: 'wacz@1', load: async () => () => ({ ok: false, problem: unreadable('web-archive') }) },
};

const byStretches =
  (read: (file: Stretches) => Promise<ReadResult>): Read =>
  (bytes) =>
    read(stretchesOf(bytes));

/** Whether it has no words but what people attach to it. A picture may be one of a page. */
export const isWordless = (mediaType: string): boolean => /^(?:audio|video)\//.test(mediaType);

/** Name and version of who reads files of this media type now; 'none@1' where nobody does. */
export const readerOf = (mediaType: string): string => readers[mediaType]?.id ?? (isWordless(mediaType) ? MEDIA_READER : NOBODY);
