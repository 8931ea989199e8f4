// Single-letter keys. They act only where nothing is being typed and no dialog is open, and can be switched off
// (WCAG 2.2, success criterion 2.1.4).
import { useEffect, useEffectEvent } from 'react';
import { keyOf } from './key-of.ts';
import { usePreferences } from './preferences.ts';

const TYPING = 'input, textarea, select, [contenteditable], [role="listbox"], [role="dialog"], [role="radiogroup"]';

/** Listen for keys while the component is there. Each of `keys` is a letter or sign in lower case. */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const { letterKeys } = usePreferences();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const act = keys[keyOf(event) ?? ''];
    if (!act || event.defaultPrevented || isTaken(event.target)) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    if (!letterKeys) return undefined;
    const listener = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, [letterKeys]);
}

const isTaken = (target: EventTarget | null): boolean =>
  (target instanceof Element && target.closest(TYPING) !== null) || document.querySelector('[role="dialog"]') !== null;
