// A redacted copy: a document's text in which passages are replaced by a mark, as a file of its own that bears nothing else of the original but
// what was asked for. The mark is of one length whatever stood there. What was to go is looked for again in the whole file before anybody gets it.
import { Fault } from '../base/fault.ts';
import { bySpan, type Span } from '../base/span.ts';
import type { MetadataField, Page } from '../model/document.ts';
import { lettersOf, placesOf, remainsOf } from '../record/find-words.ts';
import { escape } from './escape.ts';

export const MARK = '[redacted]';

/** `kept` is what is known of the document and was asked for. */
export type Redactable = {
  readonly text: string;
  readonly pages: readonly Page[];
  readonly kept: readonly { readonly field: MetadataField; readonly value: string }[];
};

/** Passages that go, in code points of the text, and words that go wherever they stand, and in what is kept of the metadata. */
export type Taken = { readonly spans: readonly Span[]; readonly words: readonly string[] };

/** `passages` is how many marks stand in the text. */
export type Redacted = { readonly file: string; readonly passages: number };

/**
 * Makes the copy. Paragraphs and pages are kept.
 *
 * Throws a Fault 'not-found' where words stand nowhere in the text, and 'conflict' where any of what was to go is left in the file: in another word, or
 * across a mark's edge. It names what is left, which is for the person at the desk alone.
 */
export function redact({ text, pages, kept }: Redactable, { spans, words }: Taken, format: 'text' | 'html'): Redacted {
  const letters = lettersOf(text);
  for (const each of words) {
    if (placesOf(letters, each).length === 0)
      throw new Fault('not-found', `the text does not say “${each}” as words of its own`, 'Give it as the text has it. Nothing was written.');
  }
  const points = Array.from(text);
  const taken = [...words, ...spans.map(({ start, end }) => points.slice(start, end).join(''))];
  const gone = merged([...spans, ...taken.flatMap((each) => placesOf(letters, each))].map((span) => withMarks(points, span)));
  const fields = kept.map(({ field, value }) => ({ field, value: withoutWords(value, taken) }));
  const parts = pages.length === 0 ? [{ label: null, start: 0, end: points.length }] : pages;
  const shown = parts.map(({ label, start, end }) => ({ label: label && withoutWords(label, taken), text: between(points, gone, { start, end }) }));
  requireGone([...fields.map(({ value }) => value), ...shown.map((part) => `${part.label ?? ''}\n${part.text}`)].join('\n'), taken);
  const file = format === 'html' ? asPage(fields, shown) : asText(fields, shown);
  return { file, passages: gone.length };
}

/** Throws a Fault 'conflict' where anything of the words is left. */
export function requireGone(said: string, taken: readonly string[]): void {
  // A mark is no word of the document: it neither is what was to go, nor parts what is left of it.
  const letters = lettersOf(said.replaceAll(MARK, ' '));
  for (const each of taken) {
    const left = remainsOf(letters, each).length;
    if (left > 0) {
      throw new Fault(
        'conflict',
        `“${each}” is left in ${left} places of what would go out, inside of other words or spelled apart`,
        'Give those words too, with --words. Nothing was written.',
      );
    }
  }
}

/** With the marks on its last letter. */
function withMarks(points: readonly string[], { start, end }: Span): Span {
  let last = end;
  while (/^\p{M}$/u.test(points[last] ?? '')) last++;
  return { start, end: last };
}

/** Spans in order, those that touch or overlap as one: where one ends and the next begins is nobody's to know. */
function merged(spans: readonly Span[]): readonly Span[] {
  const found: Span[] = [];
  for (const span of spans.toSorted(bySpan)) {
    const last = found.at(-1);
    if (last && span.start <= last.end) found.splice(-1, 1, { start: last.start, end: Math.max(last.end, span.end) });
    else found.push(span);
  }
  return found;
}

function withoutWords(text: string, words: readonly string[]): string {
  const letters = lettersOf(text);
  const points = Array.from(text);
  return between(points, merged(words.flatMap((each) => placesOf(letters, each)).map((span) => withMarks(points, span))), { start: 0, end: points.length });
}

/** What is left of a span of the text; a passage that goes on over its edge has a mark on both sides. */
function between(points: readonly string[], gone: readonly Span[], { start, end }: Span): string {
  let out = '';
  let at = start;
  for (const span of gone.filter((each) => each.end > start && each.start < end)) {
    out += points.slice(at, Math.max(at, span.start)).join('') + MARK;
    at = Math.min(span.end, end);
  }
  return out + points.slice(at, end).join('');
}

type Field = { readonly field: MetadataField; readonly value: string };
type Part = { readonly label: string | null; readonly text: string };

const NOTE = `A redacted copy. Where it says ${MARK}, words were taken out; the mark is as long whatever stood there.`;

function asText(fields: readonly Field[], parts: readonly Part[]): string {
  const head = [NOTE, ...fields.map(({ field, value }) => `${field}: ${value}`)].join('\n');
  const pages = parts.map(({ label, text }) => (label === null ? text.trim() : `— page ${label} —\n\n${text.trim()}`));
  return `${[head, ...pages].join('\n\n')}\n`;
}

function asPage(fields: readonly Field[], parts: readonly Part[]): string {
  const title = fields.find(({ field }) => field === 'title')?.value ?? 'A redacted copy';
  const lang = fields.find(({ field }) => field === 'language')?.value;
  const known = fields.filter(({ field }) => field !== 'title').map(({ field, value }) => `<dt>${field}</dt><dd dir="auto">${escape(value)}</dd>`);
  return `<!doctype html>
<html${lang === undefined ? '' : ` lang="${escape(lang)}"`}>
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(title)}</title>
<style>body{font:16px/1.5 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem}p{white-space:pre-line}small{color:#555}section{border-top:1px solid #ccc}</style>
</head>
<body>
<h1 dir="auto">${escape(title)}</h1>
<p><small lang="en">${NOTE}</small></p>
${known.length === 0 ? '' : `<dl>${known.join('')}</dl>\n`}${parts.map(asSection).join('\n')}
</body>
</html>
`;
}

function asSection({ label, text }: Part): string {
  const paragraphs = text.split(/\n\s*\n/u).filter((each) => each.trim() !== '');
  const heading = label === null ? '' : `<h2 dir="auto">${escape(label)}</h2>\n`;
  return `<section>\n${heading}${paragraphs.map((each) => `<p dir="auto">${escape(each.trim())}</p>`).join('\n')}\n</section>`;
}
