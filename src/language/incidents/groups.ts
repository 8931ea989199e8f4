// Which armed groups a document names: their short forms, and which people it says are theirs ("FLN guerrillas" … "the guerrillas").
import type { Sentence } from '../analysis.ts';
import { singular } from '../lexicon.ts';
import { organizationsIn, partiesOf, type Party } from './party.ts';

export type Groups = {
  /** The fullest form that the document gives of an organization. */
  readonly nameOf: (organization: Party) => string;
  /** Whose people these are, where the document says it elsewhere and of one organization alone. */
  readonly ofPeople: (people: Party) => Party | null;
};

/** O(words). */
export function groupsOf(sentences: readonly Sentence[]): Groups {
  const short = new Map<string, string>();
  const theirs = new Map<string, Map<string, Party>>();
  for (const sentence of sentences) {
    for (const each of organizationsIn(sentence, 0, sentence.words.length)) noteShort(sentence, each, short);
    for (const phrase of sentence.phrases) {
      if (phrase.sort !== 'noun') continue;
      const [people, ...rest] = partiesOf(sentence, phrase, NO_NAMES);
      if (people?.sort === 'people') for (const each of rest) note(theirs, singular(people.head), each);
    }
  }
  const nameOf = ({ text, head }: Party): string => short.get(text.toLowerCase()) ?? short.get(head) ?? text;
  return {
    nameOf,
    ofPeople: ({ head }) => {
      const all = [...(theirs.get(singular(head))?.values() ?? [])];
      return new Set(all.map(nameOf)).size === 1 ? (all[0] ?? null) : null;
    },
  };
}

const NO_NAMES: ReadonlySet<string> = new Set();

/** "the Front for Freedom (FFF)", "FFF (Front for Freedom)". */
function noteShort(sentence: Sentence, organization: Party, short: Map<string, string>): void {
  const { words } = sentence;
  const at = words.findIndex((each) => each.end === organization.end);
  const inside = words[at + 2];
  const closes = words.slice(at + 3, at + 10).findIndex((each) => each.text === ')');
  if (words[at + 1]?.text !== '(' || !inside || closes < 0) return;
  if (closes === 0) short.set(inside.lower, organization.text);
  else short.set(organization.text.toLowerCase(), words.slice(at + 2, at + 3 + closes).map((each) => each.text).join(' ')); // prettier-ignore
}

function note(theirs: Map<string, Map<string, Party>>, people: string, organization: Party): void {
  if (organization.sort !== 'organization') return;
  const known = theirs.get(people) ?? new Map<string, Party>();
  if (!known.has(organization.text)) known.set(organization.text, organization);
  theirs.set(people, known);
}
