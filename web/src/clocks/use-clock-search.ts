// The clocks that a page's address fixes, as the server's questions take them.
import { useClocks } from './use-clocks.ts';

export const useClockSearch = (): string => new URLSearchParams(useClocks()).toString();
