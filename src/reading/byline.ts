// The names in a byline: "By Ada Wren and Bo Lind · 8 July 2021" says who wrote it, and when.
import words from '../model/header-words.json' with { type: 'json' };
import { findDate } from './written-date.ts';

const LONGEST_NAME = 80;

/** How the line opens a byline ("Written by", "نوشته"), as it stands in it; null where it does not. */
export function bylineOpener(line: string): string | null {
  const small = line.toLowerCase();
  const opener = words.by.find((each) => small.startsWith(each) && !/^[\p{L}\p{M}\u200c]/u.test(line.slice(each.length)));
  return opener === undefined ? null : line.slice(0, opener.length);
}

/** The names, without opener, date and what a dot or bar parts off; null where what is left reads like no name. */
export function bylineName(line: string): string | null {
  const text = line.replace(/\s+/gu, ' ').trim();
  const behind = text.slice((bylineOpener(text) ?? '').length).replace(/^\s*[:：]?\s*/u, '');
  const part = behind.split(/\s*[·•|]\s*/u)[0] ?? '';
  const date = findDate(part);
  const name = (date ? part.slice(0, date.start) : part).replace(/[\s,،–—-]+(le|den|on|der|el)?[\s,]*$/iu, '').trim();
  return isName(name) ? name : null;
}

/** Few words, no sentence; in a script with capitals, the first word has one. */
function isName(text: string): boolean {
  return text.length > 1 && text.length <= LONGEST_NAME && !/[.!?؟:;]$/u.test(text) && /^[\p{Lu}\p{Lo}]/u.test(text) && text.split(/\s+/).length <= 12;
}
