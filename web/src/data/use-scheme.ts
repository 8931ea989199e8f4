// Whether the desk is light or dark now: what is painted on a canvas is painted anew when that changes.
import { useSyncExternalStore } from 'react';
import { usePreferences } from './preferences.ts';

const dark = matchMedia('(prefers-color-scheme: dark)');

function listen(onChange: () => void): () => void {
  dark.addEventListener('change', onChange);
  return () => dark.removeEventListener('change', onChange);
}

export function useScheme(): 'light' | 'dark' {
  const { theme } = usePreferences();
  const isDark = useSyncExternalStore(listen, () => dark.matches);
  return theme === 'auto' ? (isDark ? 'dark' : 'light') : theme;
}
