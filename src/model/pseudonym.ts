// Pseudonyms: what the desk shows in the place of a name until a person asks for it. A pseudonym stands for words, as the name did: that two
// who bear it are one is said by nothing but a judgement.
import { list, object, orNull, string, type Of } from '../base/shape.ts';

/**
 * From now on the desk shows `pseudonym` where the words of `name` (and of all that people joined with it) stand; null: it shows the name again.
 * `also` are other words that tell who is meant, as a nickname; `spared` are those words of the name, folded, that stay uncovered where
 * they stand alone, as others bear them.
 */
export const parsePseudonymStated = object({ name: string, pseudonym: orNull(string), also: list(string), spared: list(string), reason: string });
export type PseudonymStated = Of<typeof parsePseudonymStated>;

/** The person asked for the name behind a pseudonym, and saw it from then on, until the end of their session. */
export const parseNameAsked = object({ name: string, reason: string });

/** A time that somebody asked for a name, as the entry of the log says. */
export type NameAsked = { readonly entry: string; readonly by: string; readonly at: string; readonly reason: string };

/** A name with a pseudonym. `id` is the least of its names; `isOpen`: whoever asks sees the name; `askings` are all that were ever made, oldest first. */
export type NameVeiled = { readonly id: string; readonly pseudonym: string; readonly isOpen: boolean; readonly askings: readonly NameAsked[] };

/** All of them, in the order in which they were given one. `next` is the number of the next pseudonym that says nothing but a number. */
export type NamesVeiled = { readonly names: readonly NameVeiled[]; readonly next: number };

/** What hangs on a pseudonym for a name: its single words, and whether another name of the record has each, which is then spared unless a person says otherwise. */
export type PseudonymProposed = { readonly pseudonym: string; readonly words: readonly { readonly word: string; readonly others: boolean }[] };

/** The words of the pseudonym that is proposed; followed by its number. It tells nothing of the name. */
export const PROTECTED = 'protected person';
