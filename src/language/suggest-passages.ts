// Suggestions for a text of which parts are told to be of several people: a conversation. Each part is read by itself, as of the day on which it
// was written, so that no sentence goes on from one person to the next, and what it says is said by whoever wrote it.
import { CodePoints, type Span } from '../base/span.ts';
import type { Proposal } from '../model/claim.ts';
import { suggest, type Asked } from './suggest.ts';

/** `published` is EDTF, null where the day is not known; `speakers` are those who told it, the outermost first. */
export type Passage = Span & { readonly published: string | null; readonly speakers: readonly string[] };

/** Proposed claims in the order of the passages, which are in the order of the text; what stands between them is nobody's. Linear in the length of the text. */
export function suggestPassages({ text, language }: Pick<Asked, 'text' | 'language'>, passages: readonly Passage[]): readonly Proposal[] {
  const points = new CodePoints(text);
  const found: Proposal[] = [];
  for (const passage of passages) {
    const words = points.slice(passage);
    if (!/\p{L}{2}/u.test(words)) continue;
    const asked = { text: words, published: passage.published, language: isWrittenAs(words, language) ? language : null };
    for (const proposal of suggest(asked)) found.push(toldBy(passage, moved(proposal, passage.start)));
  }
  return found;
}

/** A claim that was found in a passage, as its speakers' word. */
export const toldBy = ({ speakers }: Passage, proposal: Proposal): Proposal => ({ ...proposal, saidBy: [...speakers, ...proposal.saidBy] });

/** The passage that a place of the text stands in; null where that is none. O(log passages). */
export function passageAt(passages: readonly Passage[], { start }: Pick<Span, 'start'>): Passage | null {
  let [low, high] = [0, passages.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((passages[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const found = passages[low];
  return found && found.start <= start ? found : null;
}

function moved(proposal: Proposal, by: number): Proposal {
  const move = <S extends Span>(span: S): S => ({ ...span, start: span.start + by, end: span.end + by });
  return { ...proposal, quote: move(proposal.quote), evidence: proposal.evidence.map(move) };
}

/** Whether words are in the script of a language: in one conversation people write in several. */
function isWrittenAs(words: string, language: string | null): boolean {
  const arabic = (words.match(/\p{Script=Arabic}/gu)?.length ?? 0) * 2 > (words.match(/\p{L}/gu)?.length ?? 0);
  return arabic === /^(?:fa|ar|ur|ps|ckb)\b/.test(language ?? '');
}
