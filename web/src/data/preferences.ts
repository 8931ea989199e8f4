// What one person prefers, on this browser alone: the interface's language, the theme, whether single letters are keys, whether
// pictures and films are covered until they are asked for.
import { useSyncExternalStore } from 'react';
import { directionOf, isTongue, type TongueCode } from './tongue.tsx';

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export type Preferences = { readonly tongue: TongueCode; readonly theme: Theme; readonly letterKeys: boolean; readonly coverMedia: boolean };

const KEY = 'onrecord.preferences';
const listeners = new Set<() => void>();
let present: Preferences = stored();

function stored(): Preferences {
  const usual: Preferences = { tongue: navigator.language.startsWith('fa') ? 'fa' : 'en', theme: 'auto', letterKeys: true, coverMedia: true };
  const search = new URLSearchParams(localStorage.getItem(KEY) ?? '');
  const tongue = search.get('tongue');
  const theme = THEMES.find((each) => each === search.get('theme'));
  return {
    tongue: isTongue(tongue) ? tongue : usual.tongue,
    theme: theme ?? usual.theme,
    letterKeys: search.get('letterKeys') !== 'false',
    coverMedia: search.get('coverMedia') !== 'false',
  };
}

/** Also writes them on the root element, where the styles and a screen reader look. */
export function setPreferences(change: Partial<Preferences>): void {
  present = { ...present, ...change };
  localStorage.setItem(KEY, new URLSearchParams({ ...present, letterKeys: String(present.letterKeys), coverMedia: String(present.coverMedia) }).toString());
  showPreferences();
  for (const each of listeners) each();
}

export function showPreferences(): void {
  const root = document.documentElement;
  root.lang = present.tongue;
  root.dir = directionOf(present.tongue);
  if (present.theme === 'auto') delete root.dataset['theme'];
  else root.dataset['theme'] = present.theme;
}

function listen(onChange: () => void): () => void {
  listeners.add(onChange);
  return () => listeners.delete(onChange);
}

export const usePreferences = (): Preferences => useSyncExternalStore(listen, () => present);
