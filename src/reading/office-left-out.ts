// What an office file holds beside its text: what its writers told each other, and what they took out again. Neither is what
// the document says; that it is there a reader must know.
import type { Warning } from '../model/document.ts';

/** A warning that says what there is of it; none where there is nothing. */
export function leftOutWarnings(comments: number, hasDeletions: boolean): readonly Warning[] {
  const held: string[] = [];
  if (comments > 0) held.push(comments === 1 ? 'a comment' : `${comments} comments`);
  if (hasDeletions) held.push('words that its writers took out again (tracked changes)');
  return held.length === 0 ? [] : [{ code: 'parts-left-out', detail: `Not in the text here, but in the file: ${held.join(' and ')}.` }];
}

/** How often a pattern fits. */
export const countIn = (xml: string, pattern: RegExp): number => xml.match(pattern)?.length ?? 0;
