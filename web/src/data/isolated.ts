/** The signs that turn the direction of text, or end such a turn (Unicode UAX #9, section 2). */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * Foreign words for the inside of a phrase that is one string, kept from turning the direction of what is around them:
 * in a first-strong isolate, and without turns of their own, which could end it early. Elsewhere a bdi element does it.
 */
export const isolated = (words: string): string => `\u2068${words.replaceAll(TURNS, '')}\u2069`;
