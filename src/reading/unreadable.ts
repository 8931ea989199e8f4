// Why an original could not be read: every code, with what a person is told and what to do next. Such a finding never
// loses the original: it is preserved all the same, and a later reader can try again.
import type { Unreadable } from '../model/document.ts';

const PROBLEMS = {
  empty: ['The file is empty.', 'Look whether the copy is complete; get it again from where it came from.'],
  'no-text': ['The document holds no text.', 'If it is a picture of a page, it needs OCR; otherwise describe it by hand.'],
  'needs-ocr': [
    'It is a picture, or its pages are pictures: there is no text in it yet.',
    'Install Tesseract (on Debian the package tesseract-ocr, and its languages: tesseract-ocr-fas for Persian, -ara for Arabic, -fra for French) and read it again; or add its text beside the original.',
  ],
  'not-text': ['These bytes are not text.', 'Look what kind of file it is, and give it the right ending.'],
  undecodable: ['The text is damaged: some bytes stand for no character.', 'Get an undamaged copy, or save it as UTF-8 and add that copy beside it.'],
  damaged: ['The file is damaged or cut short.', 'Get it again from where it came from; compare sizes.'],
  encrypted: ['The file is locked with a password.', 'Open it with its password, save it without one, and add that copy beside it.'],
  'too-deep': ['The document is nested too deep to be read safely.', 'Open it in its own program, save its text, and add that beside it.'],
  'too-big': ['The document is bigger than can be read safely.', 'Split it into parts, and add those beside it.'],
  'too-much-text': ['The document unpacks to more text than can be read safely.', 'Split it into parts, and add those beside it.'],
  'unsafe-archive': [
    'The archive unpacks to more than its size explains, or to places outside of it.',
    'Unpack it in a safe place, look at what it holds, and add the files one by one.',
  ],
  archive: ['It is an archive; what is in it are documents of their own.', 'They are added with it; where they were not, unpack it and add them.'],
  'web-archive': [
    'It is an archive of the web; its pages are documents of their own.',
    'Look at them one by one: what is told here is of the archive as a whole.',
  ],
  'no-reader': ['No reader of this version of onrecord knows this kind of file.', 'Save its content as text, html or pdf, and add that beside it.'],
  'no-list': [
    'It is no list of names that can be read here.',
    'Give a table (CSV, or text with tabs) with a column of names, one name a line, or FollowTheMoney entities as JSON lines.',
  ],
  'no-names': ['It is not known where its names stand.', 'Say which column holds them: --column name=HEADING (or its number, from 1).'],
  'too-many-names': ['The list holds more names than can be searched here.', 'Keep the part of it that concerns this record, and add that.'],
  'reader-failed': ['The reader gave up on this document.', 'Open it in its own program, save it again as text or pdf, and add that beside it.'],
  'cannot-draw': ['The page cannot be drawn on this system.', 'Open the original in its own program.'],
  'took-too-long': ['Reading took longer than allowed and was stopped.', 'Split it into parts, or save its text and add that beside it.'],
  'out-of-memory': ['Reading needed more memory than allowed and was stopped.', 'Split it into parts, or save its text and add that beside it.'],
  'reader-died': ['The reader process died on this document.', 'Open it in its own program, save it again as text or pdf, and add that beside it.'],
  'bad-answer': [
    'The reader process gave an answer that makes no sense; nothing of it was taken over.',
    'Treat the file as hostile. Save its text in a safe place, and add that beside it.',
  ],
} as const satisfies Record<string, readonly [reason: string, hint: string]>;

export type ProblemCode = keyof typeof PROBLEMS;

/** The finding of that code. `detail` is the particular of this document and is put behind the reason; full sentences of so many characters at most. */
export function unreadable(code: ProblemCode, detail?: string, most = 300): Unreadable {
  const [reason, hint] = PROBLEMS[code];
  return { code, reason: detail ? `${reason} ${printable(detail, most)}` : reason, hint };
}

/** Foreign words made fit for a line on a terminal: no controls, no bidi overrides. */
function printable(text: string, most: number): string {
  return Array.from(text.toWellFormed().replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' '))
    .slice(0, most)
    .join('');
}
