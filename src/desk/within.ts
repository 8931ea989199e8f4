// Work that somebody waits for no longer than they have patience.
import { setTimeout as sleep } from 'node:timers/promises';

/** What `work` comes to; null where it is not done after so many milliseconds: then it goes on, and whoever asks for it later has it. Rejects as it does. */
export const within = async <T>(work: Promise<T>, milliseconds: number): Promise<T | null> => Promise.race([work, sleep(milliseconds, null, { ref: false })]);
