// A time as a person types it, sent to be understood as the document would mean it.
import { useEffect, useRef } from 'react';
import { Refusal, read } from '../data/api.ts';
import { useLatest } from '../data/use-latest.ts';

/** How long typing has to rest before the words are sent, in milliseconds. */
const REST = 250;

/**
 * Calls `onUnderstood` with the EDTF of the words, null where they cannot be resolved, each time they have changed and rested. Where the
 * server does not answer, nothing is filled in: a person can still write the date.
 */
export function useUnderstoodTime(documentId: string, words: string, onUnderstood: (edtf: string | null) => void): void {
  const seen = useRef(words);
  const tell = useLatest(onUnderstood);
  useEffect(() => {
    if (seen.current === words) return undefined;
    const given = new AbortController();
    const timer = setTimeout(() => {
      seen.current = words;
      const search = new URLSearchParams({ document: documentId, words });
      if (words.trim() === '') tell(null);
      else
        read<{ readonly edtf: string | null }>(`/time?${search.toString()}`, given.signal).then(
          ({ edtf }) => tell(edtf),
          (thrown: unknown) => {
            const isOver = thrown instanceof DOMException && thrown.name === 'AbortError';
            if (!isOver && !(thrown instanceof Refusal)) throw thrown;
          },
        );
    }, REST);
    return () => {
      clearTimeout(timer);
      given.abort();
    };
  }, [documentId, words, tell]);
}
