// What a plain text says about itself: a title on its first line, a block of header lines, a byline, a dateline. Only what
// clearly is one is taken; everything stays in the text too.
import type { Metadata, MetadataField } from '../model/document.ts';
import { bylineName, bylineOpener } from './byline.ts';
import { FoundMetadata } from './found-metadata.ts';
import words from '../model/header-words.json' with { type: 'json' };
import { dateOf, findDate } from './written-date.ts';

type Line = { readonly number: number; readonly text: string; readonly beforeEmpty: boolean };

/** Lines from the beginning that may speak about the document rather than be it; empty ones not counted. */
const LINES = 12;
const LONGEST_TITLE = 160;

const KEYS = new Map(Object.entries(words.keys).flatMap(([field, keys]) => keys.map((key) => [key, field as MetadataField] as const)));

/** Best first: header lines, then the first line as title, a byline, a dateline. */
export function textMetadata(text: string): Metadata {
  const lines = firstLines(text);
  const found = new FoundMetadata();
  const headers = lines.filter((line) => addHeader(found, line));
  const rest = lines.filter((line) => !headers.includes(line));
  if (lines[0] === rest[0] && rest[0] && isTitle(rest[0])) found.add('title', rest[0].text, 'first line');
  addByline(found, rest);
  addDateline(found, rest);
  return found.all();
}

function firstLines(text: string): readonly Line[] {
  // No line that counts is longer than a title, so a text without line breaks costs nothing here.
  const all = text.slice(0, 8000).split('\n');
  const lines = all.map((each, index) => ({ number: index + 1, text: each.trim(), beforeEmpty: (all[index + 1] ?? '').trim() === '' }));
  return lines.filter((line) => line.text !== '').slice(0, LINES);
}

/** `Key: value` with a key that is known. The list of names after "By:" is one value, as it stands. */
function addHeader(found: FoundMetadata, { text, number }: Line): boolean {
  const parts = /^([^:：]{2,24}?)\s*[:：]\s*(\S.*)$/u.exec(text);
  const field = KEYS.get(parts?.[1]?.toLowerCase() ?? '');
  const value = parts?.[2];
  if (!field || value === undefined || value.length > LONGEST_TITLE) return false;
  const from = `line ${number}, "${parts?.[1]}:"`;
  if (field === 'published') {
    const date = dateOf(value);
    if (date) found.add(field, date, from);
    return date !== null;
  }
  if (field === 'url' && !/^https?:\/\/\S+$/.test(value)) return false;
  found.add(field, value, from);
  return true;
}

/** Short, alone on its paragraph, and no sentence. */
function isTitle({ text, beforeEmpty }: Line): boolean {
  return beforeEmpty && text.length <= LONGEST_TITLE && !/[.!:;,،؛…]["'”»]?$/u.test(text) && /\p{L}{2}/u.test(text) && !findOnlyDate(text);
}

/** "Written by" and a name behind it or on the next line. */
function addByline(found: FoundMetadata, lines: readonly Line[]): void {
  const early = lines.slice(0, 6);
  for (const [index, line] of early.entries()) {
    const opener = bylineOpener(line.text);
    if (opener === null) continue;
    const isAlone = /^\s*[:：]?$/u.test(line.text.slice(opener.length));
    const named = isAlone ? early[index + 1] : line;
    const name = named && bylineName(named.text);
    if (!name) continue;
    found.add('author', name, `byline, line ${named.number}`);
    return;
  }
}

/** A date that is a line of its own, or "PLACE, 8 July 2021 –" at the beginning of a paragraph. */
function addDateline(found: FoundMetadata, lines: readonly Line[]): void {
  for (const { text, number } of lines) {
    const alone = text.length <= 80 ? findOnlyDate(text) : null;
    const opening = alone ?? openingDate(text);
    if (opening === null) continue;
    found.add('published', opening, alone ? `date on line ${number}` : `dateline, line ${number}`);
    return;
  }
}

/** The date of a line that holds nothing else but a word like "Published", a weekday or a time. */
function findOnlyDate(text: string): string | null {
  const found = findDate(text);
  if (!found) return null;
  const before = text
    .slice(0, found.start)
    .replace(/[\s:,،|–—-]+$/u, '')
    .toLowerCase();
  const behind = text.slice(found.end).replace(/^[\s,،|–—-]+/u, '');
  const opens = before === '' || words.issued.includes(before) || /^\p{L}+$/u.test(before);
  return opens && /^((?:at |kl\. ?|ساعت )?\d{1,2}[:.h]\d{2}.{0,12})?$/iu.test(behind) ? found.edtf : null;
}

function openingDate(text: string): string | null {
  const opening = /^.{2,80}?\s*[–—-]\s/u.exec(text.slice(0, 100))?.[0];
  const found = opening === undefined ? null : findDate(opening);
  if (!found || opening === undefined) return null;
  const behind = opening.slice(found.end);
  const place = text.slice(0, found.start);
  return /^\s*(\([^)]{1,40}\))?\s*[–—-]\s$/u.test(behind) && /^(\p{Lu}|\p{Lo})[^.]{0,40}[,،(]\s*$/u.test(place) ? found.edtf : null;
}
