// The header lines at the head of a plain text ("Title: …", "Author: …"): each a sentence of its own, whatever stands at
// its end, and those that tell of the document instead of the world marked as such.
import words from '../model/header-words.json' with { type: 'json' };
import { GAP, type Token } from './tokens.ts';

export type HeaderBlock = {
  /** Tokens before which a sentence ends: the lines of the block, what follows the label of a title, and the text behind. */
  readonly breaks: ReadonlySet<number>;
  /** Tokens that open a line of metadata, or the label of a title: no claim is read from their sentence. */
  readonly asides: ReadonlySet<number>;
};

const { title, ...about } = words.keys;
/** What follows the label of a title is read like any other sentence; what follows the others tells of the document, and is no claim. */
const TITLE = new Set(title);
const METADATA = new Set([...Object.values(about).flat(), ...words.other]);
/** Most lines that are looked at, and most words of a label. */
const LINES = 12;
const LABEL = 3;

/** Of a text, or a part of one, that has no header. */
export const NO_HEADER: HeaderBlock = { breaks: new Set(), asides: new Set() };

/** A block is two labelled lines or more at the head of a text, one without a label before them at most, one of a known label among them. */
export function headerBlock(tokens: readonly Token[]): HeaderBlock {
  const breaks = new Set<number>();
  const asides = new Set<number>();
  let labelled = 0;
  let known = false;
  let from = 0;
  for (let line = 0; line < LINES && from < tokens.length; line++) {
    const colon = colonOf(tokens, from);
    breaks.add(from);
    if (colon === null && line > 0) break;
    if (colon !== null) {
      labelled++;
      const label = tokens.slice(from, colon).map((each) => each.lower).join(' '); // prettier-ignore
      if (TITLE.has(label)) breaks.add(colon + 1);
      if (TITLE.has(label) || METADATA.has(label)) {
        asides.add(from);
        known = true;
      }
    }
    from = nextLine(tokens, from);
  }
  return labelled > 1 && known ? { breaks, asides } : NO_HEADER;
}

/** The colon after a label of one to three words; null where the line begins otherwise or has nothing behind it. */
function colonOf(tokens: readonly Token[], from: number): number | null {
  for (let at = from; at <= from + LABEL && at < tokens.length; at++) {
    const token = tokens[at];
    if (!token || (at > from && token.gap >= GAP.line)) return null;
    if (token.text === ':' || token.text === '：') return at > from ? at : null;
    if (token.sort !== 'word') return null;
  }
  return null;
}

/** Longest line of a header, in tokens; a text without line breaks costs no more. */
const LONGEST = 80;

function nextLine(tokens: readonly Token[], from: number): number {
  for (let at = from + 1; at < from + LONGEST; at++) if ((tokens[at]?.gap ?? GAP.line) >= GAP.line) return at;
  return tokens.length;
}
