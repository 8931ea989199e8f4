// Names of files inside of archives and mails. They are foreign words that would be paths: only a last, plain name is kept.

/** At most 150 characters; `unnamed` where nothing is left. Never has a separator, a control, a bidi override or a leading dot. */
export function partName(foreign: string): string {
  const last = foreign.toWellFormed().split(/[/\\]/).at(-1) ?? '';
  const plain = last.replace(/[\p{Cc}\p{Cf}:*?"<>|]/gu, (character) => (character === '\u200c' || character === '\u200d' ? character : ''));
  const name = plain.replace(/^[.\s]+|[.\s]+$/g, '');
  const points = Array.from(name);
  // The ending is what tells the format, so it is the end that is kept.
  return points.length > 150 ? points.slice(-150).join('') : name || 'unnamed';
}
