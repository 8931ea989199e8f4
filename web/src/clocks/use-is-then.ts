// Whether the page shows the record as it stood at a day of the log: then nothing of it can be decided, for it was.
import { useClocks } from './use-clocks.ts';

export const useIsThen = (): boolean => useClocks()['known-by'] !== undefined;
