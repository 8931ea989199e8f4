// How English verbs build their clauses: the lists of data/verbs.en.json, ready to be asked.
import data from './data/verbs.en.json' with { type: 'json' };

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Verbs that cannot stand without an object, so that a past form without one is a passive. */
export const TRANSITIVE = set(data.transitive);
/** Verbs whose "of" after the object belongs to them. */
export const OF_VERBS = set(data.ofVerbs);
/** Verbs whose object does what the infinitive says. */
export const OBJECT_CONTROL = set(data.objectControl);
/** Verbs that take a clause without "that". */
export const CLAUSE_TAKERS = set(data.clauseTakers);
