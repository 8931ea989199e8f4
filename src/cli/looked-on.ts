// How far names were looked through, shown while a person looks on; Ctrl+C ends it with what was found until then.
import type { Watch } from '../desk/rivals.ts';
import type { Call } from './command.ts';

/** Names between two times that it is shown. */
const EACH = 50;

export const lookedOn = ({ progress, stopped }: Pick<Call, 'progress' | 'stopped'>): Watch => ({
  tell: (looked, names) => {
    if (looked % EACH === 0) progress(`Looked through ${looked} of ${names} names. Ctrl+C stops, and prints what was found.`);
  },
  stopped,
});
