// Who or what takes part in an incident: what a noun phrase names, told by its words, capitals or none.
import type { Span } from '../../base/span.ts';
import type { Sentence } from '../analysis.ts';
import { isListed } from '../lexicon.ts';
import { CONNECTORS, FIRST_NAMES, NATIONALITIES, OFFICES, ORGANIZATION_HEADS, PEOPLE, PLACES, PLACE_HEADS, TITLES } from '../name-words.ts';
import type { Noun } from '../phrases.ts';
import {
  ARMED_GROUPS,
  DESCRIBED_BODIES,
  ORGANIZATIONS,
  isCombatantWord,
  isNoName,
  isPerpetratorWord,
  isThing,
  isWeapon,
  standsForWhole,
} from './incident-words.ts';

/** 'person' is somebody by name, 'people' somebody described or counted. */
export type PartySort = 'person' | 'people' | 'organization' | 'thing' | 'weapon' | 'other';

/** `head` is its last word, in lower case; `combatant`: soldiers, rebels, police in arms. */
export type Party = Span & { readonly sort: PartySort; readonly text: string; readonly head: string; readonly combatant: boolean };

const DROPPED = new Set(['DET', 'POSS', 'GEN']);
const STOPS = new Set(['DET', 'PREP', 'GEN', 'MARK', 'CONJ', 'POSS', 'NUM']);
const lowerAt = (sentence: Sentence, at: number): string => sentence.words[at]?.lower ?? '';

function party(sentence: Sentence, from: number, to: number, sort: PartySort): Party {
  const inside = sentence.words.slice(from, to);
  return {
    start: inside[0]?.start ?? 0,
    end: inside.at(-1)?.end ?? 0,
    sort,
    text: inside.map((each, n) => (n > 0 && each.gap > 0 ? ` ${each.text}` : each.text)).join(''),
    head: inside.at(-1)?.lower ?? '',
    combatant: inside.some((each) => isCombatantWord(each.lower)),
  };
}

/** The parties that a noun phrase names: itself, and the organizations among its words or behind its "of". `surnames` as of surnamesIn. */
export function partiesOf(sentence: Sentence, noun: Noun, surnames: ReadonlySet<string>): readonly Party[] {
  const meant = wholeBehind(sentence, noun);
  if (meant) return [...partiesOf(sentence, meant, surnames), ...organizationsIn(sentence, noun.from, noun.to).filter((each) => each.text.includes(' '))];
  const from = startOf(sentence, noun);
  const organizations = organizationsIn(sentence, from, endOf(sentence, noun));
  const own = party(sentence, from, noun.to, sortOf(sentence, noun.to, surnames));
  return organizations.some((each) => each.end === own.end) ? organizations : [own, ...organizations];
}

/** Whether a title or first name stands among the words, so that the last is no place. */
export const isSurelyPerson = ({ text }: Party): boolean =>
  text
    .toLowerCase()
    .split(' ')
    .slice(0, -1)
    .some((each) => TITLES.has(each) || OFFICES.has(each) || FIRST_NAMES.has(each));

/** Past articles and the owner: "the front's men", "as hostages Ana Kolar". */
function startOf(sentence: Sentence, noun: Noun): number {
  const { owner } = noun;
  let from = owner && owner.to <= noun.head ? Math.max(noun.from, owner.to) : noun.from;
  while (from < noun.head && (DROPPED.has(sentence.words[from]?.tag ?? '') || lowerAt(sentence, from).startsWith('hostage'))) from++;
  return from;
}

/** "a group of armed men", "the entrance of the bank": who or what is meant; null where the phrase stands for itself. */
function wholeBehind(sentence: Sentence, noun: Noun): Noun | null {
  if (!standsForWhole(lowerAt(sentence, noun.to - 1)) && sentence.words[noun.to - 1]?.tag !== 'NUM') return null;
  const at = sentence.phrases.indexOf(noun);
  const link = sentence.phrases[at + 1];
  const next = sentence.phrases[at + 2];
  return link?.sort === 'preposition' && link.lower === 'of' && next?.sort === 'noun' ? next : null;
}

/** Past "of the front", "from the front" and "(FLN)". */
function endOf(sentence: Sentence, noun: Noun): number {
  const { words, phrases } = sentence;
  const at = phrases.indexOf(noun);
  const link = phrases[at + 1];
  const next = phrases[at + 2];
  const joins = link?.sort === 'preposition' && ['of', 'from', 'to'].includes(link.lower) && next?.sort === 'noun';
  // "members of the tenth front of the FLN".
  if (joins && link.lower === 'of' && standsIn(phrases, at + 3)) return endOf(sentence, next);
  const end = joins ? next.to : noun.to;
  if (lowerAt(sentence, end) !== '(') return end;
  const close = words.slice(end, end + 9).findIndex((each) => each.text === ')');
  return close > 0 ? end + close : end;
}

const standsIn = (phrases: Sentence['phrases'], at: number): boolean => {
  const link = phrases[at];
  return link?.sort === 'preposition' && link.lower === 'of' && phrases[at + 1]?.sort === 'noun';
};

/** Organizations among words `from` to `to`. One that is explained beside it ("the front (FLN)") is said once. */
export function organizationsIn(sentence: Sentence, from: number, to: number): readonly Party[] {
  const found: Party[] = [];
  let explains = false;
  for (let at = from; at < to; at++) {
    const lower = lowerAt(sentence, at);
    if (lower === '(') explains = found.length > 0;
    if (lower === ')') explains = false;
    const length = organizationAt(sentence, at, to);
    if (length === 0) continue;
    let start = at;
    if (!ARMED_GROUPS.has(lower)) while (start > from && !STOPS.has(sentence.words[start - 1]?.tag ?? 'DET')) start--;
    at += length - 1;
    if (!explains) found.push(party(sentence, start, at + 1, 'organization'));
  }
  return found;
}

/** Words that end an organization's name even where people of it follow: "army soldiers". */
const ENDS_NAME = new Set(['army', 'forces', 'force', 'front', 'cartel', 'movement', 'government', 'military']);

/** How many words from `at` end an organization's name; 0 where none does. */
function organizationAt(sentence: Sentence, at: number, to: number): number {
  const lower = lowerAt(sentence, at);
  const next = lowerAt(sentence, at + 1);
  if (at + 1 < to && ARMED_GROUPS.has(`${lower}-${next}`)) return 2;
  if (ARMED_GROUPS.has(lower)) return 1;
  if (lower === 'army' && next === 'of' && lowerAt(sentence, at + 3) === 'liberation') return 4;
  if (!ORGANIZATIONS.has(lower) || (DESCRIBED_BODIES.has(lower) && !isNamed(sentence, at))) return 0;
  return (ORGANIZATIONS.has(next) || isPerpetratorWord(next)) && !ENDS_NAME.has(lower) ? 0 : 1;
}

/** "the Sword group", but not "an armed group": a word of no list, or one with a capital, stands before. */
function isNamed({ words }: Sentence, at: number): boolean {
  for (let back = at - 1; back >= 0 && !STOPS.has(words[back]?.tag ?? 'DET'); back--) {
    const word = words[back];
    if (word && (word.tag === 'NNP' || isOddWord(word.lower)) && !NATIONALITIES.has(word.lower)) return true;
  }
  return false;
}

function sortOf(sentence: Sentence, to: number, surnames: ReadonlySet<string>): PartySort {
  const last = lowerAt(sentence, to - 1);
  const tag = sentence.words[to - 1]?.tag;
  if (isWeapon(last)) return 'weapon';
  if (isThing(last)) return 'thing';
  if (isNoName(last)) return 'other';
  if (
    isPerpetratorWord(last) ||
    DESCRIBED_BODIES.has(last) ||
    isCombatantWord(last) ||
    PEOPLE.has(last) ||
    TITLES.has(last) ||
    OFFICES.has(last) ||
    tag === 'NUM'
  )
    return 'people';
  if (ORGANIZATION_HEADS.has(last)) return 'organization';
  if (PLACES.has(last) || NATIONALITIES.has(last) || PLACE_HEADS.has(last)) return 'other';
  const name = sentence.names.find((each) => each.to === to);
  if (name) return name.type === 'person' ? 'person' : name.type === 'organization' ? 'organization' : 'other';
  return surnames.has(last) ? 'person' : 'other';
}

/** Endings of common nouns that no list has. */
const COMMON = /(?:ing|ed|ly|tion|ment|ness|ity|ism|ance|ence|ures?|men|man|ists?|ians?|ants|ents|ers|ors|eers?|uits|iards|(?<!a)ies)$/;

const isOddWord = (lower: string): boolean =>
  /^\p{L}{3,}$/u.test(lower) && !isListed(lower) && !COMMON.test(lower) && !PLACES.has(lower) && !NATIONALITIES.has(lower);

/** Last names in a text without capitals: words of no list behind a first name, a title or such a word. */
export function surnamesIn(sentences: readonly Sentence[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { words } of sentences) {
    for (let at = 1; at < words.length; at++) {
      const lower = words[at]?.lower ?? '';
      const before = words[at - 1]?.lower ?? '';
      if ((words[at]?.gap ?? 0) > 1 || !(isOddWord(lower) || (FIRST_NAMES.has(lower) && FIRST_NAMES.has(before)))) continue;
      if (FIRST_NAMES.has(before) || TITLES.has(before) || OFFICES.has(before) || CONNECTORS.has(before) || PEOPLE.has(before) || isOddWord(before))
        found.add(lower);
    }
  }
  return found;
}
