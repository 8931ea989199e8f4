// Who wrote or said something, and when, as a line for a person to read.
import type { UtteranceShown } from '../model/answers.ts';
import { isInstant } from '../model/utterance.ts';
import { oneLine } from './printable.ts';

/** That a clock's time zone is not known stands in it: it is no instant. */
export function sentLine(utterance: UtteranceShown): string {
  const { speaker, sent, heard, forwardedFrom, ordinal } = utterance;
  const zone = sent?.includes('T') && !isInstant(utterance) ? ', time zone not known' : '';
  return [
    speaker === null ? 'nobody is named' : `by ${oneLine(speaker)}`,
    forwardedFrom === null ? null : `who passed on words of ${oneLine(forwardedFrom) || 'somebody'}`,
    sent === null ? 'when is not told' : `${sent}${zone}`,
    heard && `heard from ${heard.from} to ${heard.until} seconds`,
    `number ${ordinal + 1} in the document`,
  ]
    .filter((part) => part !== null)
    .join(', ');
}
