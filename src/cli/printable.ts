// Text of documents on a terminal: never a control sequence, never able to turn the line around it.
const UNSAFE = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** On one line: white space folded, control characters and direction marks shown as �, cut at `most` characters. */
export function oneLine(text: string, most = Infinity): string {
  const safe = text.replace(/\s+/gu, ' ').replace(UNSAFE, '\ufffd').trim();
  const characters = Array.from(safe);
  return characters.length <= most ? safe : `${characters.slice(0, most - 1).join('')}…`;
}

/** Over its own lines: control characters but the line's end and the tab shown as �. */
export const manyLines = (text: string): string => text.replace(UNSAFE, (character) => (character === '\n' || character === '\t' ? character : '\ufffd'));
