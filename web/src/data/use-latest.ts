import { useCallback, useEffect, useRef } from 'react';

/** A function that stays the same and does what the latest one given does. */
export function useLatest<Given extends readonly unknown[]>(latest: (...given: Given) => void): (...given: Given) => void {
  const held = useRef(latest);
  useEffect(() => {
    held.current = latest;
  });
  return useCallback((...given: Given) => held.current(...given), []);
}
