// Mentions: what a noun phrase names, in the document's words, with short forms, pronouns and descriptions resolved to the
// fullest name that the document gives. Where it is not clear, the words are left as they are.
import type { Span } from '../../base/span.ts';
import { textOf, type Analysis, type Sentence } from '../analysis.ts';
import type { Noun } from '../phrases.ts';
import { HONORIFICS, OFFICES, PEOPLE, TITLES } from '../name-words.ts';
import { followedBy, nameIn, nounText } from './noun-text.ts';

/** A filler of a role: its text, and where it was read from. */
export type Filler = { readonly text: string; readonly span: Span };

/** Who was named where, in the order of the text. */
type Seen = {
  readonly noun: Noun;
  readonly sentence: number;
  readonly at: number;
  readonly text: string;
  readonly subject: boolean;
  readonly sort: 'person' | 'group' | 'body';
};

/** Whether a mention, with the name that it stands for, is passed over. */
type IsPassed = (span: Span, text: string) => boolean;

export type Mentions = {
  /**
   * Null where the phrase names nobody that can be told (an unresolved pronoun). `speaker` is who "I" is there; a pronoun is never
   * one of those whom `isPassed` names.
   */
  readonly resolve: (sentence: number, noun: Noun, speaker?: string | null, isPassed?: IsPassed) => Filler | null;
};

const SINGULAR = new Set(['he', 'she', 'him', 'his', 'her', 'hers', 'himself', 'herself']);
const PLURAL = new Set(['they', 'them', 'their', 'themselves']);
const THING = new Set(['it', 'its', 'itself']);
const COLLECTIVE = new Set(['family', 'crowd', 'mob', 'group', 'couple', 'no', 'nobody', 'everyone', 'anyone', 'someone', 'others']);
const BODIES = new Set(
  'government court regime ministry commission group party service army military junta council committee agency company union parliament embassy organization organisation department tribunal mission administration prosecution movement police'.split(' '),
); // prettier-ignore
/** Of which "they" may be said though they are one. */
const GATHERED = new Set(['family', 'couple', 'crowd', 'mob']);
const SPEAKER = new Set(['i', 'we', 'me', 'us', 'my', 'our']);
const DESCRIPTIONS = new Set(['defendant', 'accused', 'suspect', 'activist', 'journalist', 'prisoner', 'dissident', 'blogger']);
/** How many sentences back a pronoun is looked up. */
const REACH = 4;

export function mentionsOf(analysis: Analysis): Mentions {
  const seen: Seen[] = analysis.sentences.flatMap((sentence, index) => (sentence.isHeader ? [] : seenIn(analysis, sentence, index)));
  const firstOf = new Map<number, number>();
  seen.forEach((each, n) => {
    if (!firstOf.has(each.sentence)) firstOf.set(each.sentence, n);
  });
  const titled = titlesIn(analysis);
  const protagonist = defendantOf(analysis) ?? mostNamed(seen, new Set(titled.values()));
  // Once it is known whom the text is about, "this officer" is that person for the pronouns behind it too.
  for (const [n, each] of seen.entries()) {
    const sentence = analysis.sentences[each.sentence];
    const named =
      each.sort === 'person' && sentence && /^\p{Ll}/u.test(each.text) ? describedBy(analysis, sentence, each.sentence, each.noun, titled, protagonist) : null;
    if (named) seen[n] = { ...each, text: named };
  }
  const passes = (each: Seen, isPassed: IsPassed): boolean => {
    const sentence = analysis.sentences[each.sentence];
    return sentence !== undefined && isPassed(spanOf(sentence, each.noun), each.text);
  };

  const resolve = (index: number, noun: Noun, speaker: string | null = null, isPassed?: IsPassed): Filler | null => {
    const sentence = analysis.sentences[index];
    if (!sentence) return null;
    const back = (at: number, sort: Seen['sort']): string | null =>
      lookBack(seen, firstOf, { sentence: index, at }, (each) => each.sort === sort && !(isPassed && passes(each, isPassed)));
    const span = spanOf(sentence, noun);
    const word = sentence.words[noun.head]?.lower ?? '';
    const say = (text: string | null): Filler | null => (text ? { text, span } : null);
    if (sentence.words[noun.from]?.lower === 'no' && noun.to - noun.from <= 2) return null;
    if (/^(?:hundreds|thousands|dozens|tens|scores|millions)$/.test(word)) return null;
    if (noun.to - noun.from === 1) {
      if (SPEAKER.has(word)) return say(speaker);
      if (SINGULAR.has(word)) return say(back(noun.from, 'person'));
      if (PLURAL.has(word)) return say(back(noun.from, 'group'));
      if (THING.has(word)) return say(back(noun.from, 'body'));
      if (sentence.words[noun.head]?.tag === 'PRON' && !['everyone', 'others', 'everybody', 'someone'].includes(word)) return null;
    }
    if (sentence.words[noun.head]?.tag === 'ADJ' && noun.to - noun.from === 1) return null;
    const named = nameIn(analysis, sentence, noun);
    if (named) return { text: named, span };
    const described = describedBy(analysis, sentence, index, noun, titled, protagonist);
    if (described) return say(described);
    return ownerKept(analysis, sentence, noun) ?? say(nounText(analysis, sentence, noun));
  };
  return { resolve };
}

export const spanOf = (sentence: Sentence, noun: Noun): Span => ({ start: sentence.words[noun.from]?.start ?? 0, end: sentence.words[noun.to - 1]?.end ?? 0 });

/** "his father": the words stand for who they are of, where an apposition has not named them. */
function ownerKept(analysis: Analysis, sentence: Sentence, noun: Noun): Filler | null {
  const owner = noun.owner;
  if (!owner || sentence.words[owner.from]?.tag !== 'POSS') return null;
  const text = nounText(analysis, sentence, noun);
  return text ? { text: `${sentence.words[owner.from]?.text ?? ''} ${text}`.trim(), span: spanOf(sentence, noun) } : null;
}

function seenIn(analysis: Analysis, sentence: Sentence, index: number): readonly Seen[] {
  const subjects = new Set(sentence.clauses.flatMap((each) => each.subject));
  return sentence.phrases.flatMap((phrase): readonly Seen[] => {
    if (phrase.sort !== 'noun' || sentence.words[phrase.head]?.tag === 'PRON') return [];
    // "STOCKHOLM. …": where a report was filed is nobody.
    if (index === 0 && phrase.from === 0 && /^\p{Lu}{3,}$/u.test(sentence.words[0]?.text ?? '') && sentence.words[phrase.to]?.tag === 'MARK') return [];
    const text = nameIn(analysis, sentence, phrase);
    const subject = subjects.has(phrase);
    const base = { noun: phrase, sentence: index, at: phrase.from, subject };
    if (text && analysis.cast.isPerson(text)) return [{ ...base, text, sort: 'person' }];
    const head = sentence.words[phrase.head];
    const lower = head?.lower ?? '';
    const plain = nounText(analysis, sentence, phrase);
    const owner = ownerSeen(analysis, sentence, phrase, index);
    const plural = (lower.endsWith('s') && !lower.endsWith('ss')) || lower === 'people' || lower === 'police' || lower.endsWith('men');
    if (plural && PEOPLE.has(lower)) return [...owner, { ...base, text: followedBy(analysis, sentence, phrase) ?? plain, sort: 'group' }];
    const named = head?.tag === 'NNP' ? sentence.names.find((each) => each.from <= phrase.head && phrase.head < each.to) : undefined;
    if (plural && named && named.type !== 'person') return [...owner, { ...base, text: plain, sort: 'body' }];
    if (plural) return owner;
    if (GATHERED.has(lower)) return [...owner, { ...base, text: plain, sort: 'group' }];
    if (PEOPLE.has(lower) && subject && !COLLECTIVE.has(lower)) return [...owner, { ...base, text: plain, sort: 'person' }];
    return head?.tag === 'NNP' || BODIES.has(lower) ? [...owner, { ...base, text: plain, sort: 'body' }] : owner;
  });
}

function ownerSeen(analysis: Analysis, sentence: Sentence, phrase: Noun, index: number): Seen[] {
  if (!phrase.owner) return [];
  const last = sentence.words[phrase.owner.to - 1];
  if (last?.tag === 'N' && PEOPLE.has(last.lower) && !last.lower.endsWith('s'))
    return [{ noun: phrase, sentence: index, at: phrase.owner.from, text: last.text, subject: false, sort: 'person' }];
  if (last?.tag !== 'NNP') return [];
  const text = analysis.cast.fullest(textOf(analysis.source, sentence.words, phrase.owner.from, phrase.owner.to));
  return analysis.cast.isPerson(text) ? [{ noun: phrase, sentence: index, at: phrase.owner.from, text, subject: false, sort: 'person' }] : [];
}

/** The nearest fitting mention before a place: a subject first within each sentence, this sentence before those above. */
function lookBack(
  seen: readonly Seen[],
  firstOf: ReadonlyMap<number, number>,
  place: { readonly sentence: number; readonly at: number },
  fits: (each: Seen) => boolean,
): string | null {
  for (let sentence = place.sentence; sentence >= 0 && sentence >= place.sentence - REACH; sentence--) {
    const start = firstOf.get(sentence);
    if (start === undefined) continue;
    let best: Seen | null = null;
    let subjectFound = false;
    for (let n = start; n < seen.length; n++) {
      const each = seen[n];
      if (!each || each.sentence !== sentence || (sentence === place.sentence && each.at >= place.at)) break;
      if (!fits(each)) continue;
      if (best === null || each.subject || !subjectFound) best = each;
      subjectFound ||= each.subject;
    }
    if (best) return best.text;
  }
  return null;
}

/** The person whom the text calls its defendant: "the defendant Omid Farrokh", "identified the defendant as Omid Farrokh". */
function defendantOf(analysis: Analysis): string | null {
  for (const { words, names } of analysis.sentences) {
    for (const name of names) {
      const before = words.slice(Math.max(0, name.from - 3), name.from).map((each) => each.lower);
      if (name.type === 'person' && (before.includes('defendant') || before.includes('suspect')))
        return analysis.cast.fullest(textOf(analysis.source, words, name.from, name.to));
    }
  }
  return null;
}

/** Who bears which title: "attorney" of "District Attorney Ken Dray". The first bearer of each word. */
function titlesIn(analysis: Analysis): ReadonlyMap<string, string> {
  const titled = new Map<string, string>();
  for (const { words, names } of analysis.sentences) {
    for (const name of names) {
      if (name.type !== 'person') continue;
      const title = words[name.from - 1];
      if (!title || HONORIFICS.has(title.lower) || !(OFFICES.has(title.lower) || TITLES.has(title.lower)) || titled.has(title.lower)) continue;
      titled.set(title.lower, analysis.cast.fullest(textOf(analysis.source, words, name.from, name.to)));
    }
  }
  return titled;
}

/** Who "the judge", "the defendant" or, in the opening sentences, "a 34-year-old man" is. Null where that is not clear. */
function describedBy(
  analysis: Analysis,
  sentence: Sentence,
  index: number,
  noun: Noun,
  titled: ReadonlyMap<string, string>,
  protagonist: string | null,
): string | null {
  const first = sentence.words[noun.from]?.lower ?? '';
  const head = sentence.words[noun.head];
  if (head?.lower === 'client' && noun.owner && sentence.words[noun.owner.from]?.tag === 'POSS') return protagonist;
  if (!head || noun.owner) return null;
  if (first === 'the' && noun.to - noun.from <= 3) {
    const bearer = titled.get(head.lower);
    if (bearer) return bearer;
    return DESCRIPTIONS.has(head.lower) && noun.to - noun.from === 2 ? protagonist : null;
  }
  const opening = (first === 'this' || (index <= 1 && (first === 'a' || first === 'an'))) && INTRODUCED.has(head.lower);
  return opening && !sentence.phrases.some((each) => each.sort === 'noun' && each !== noun && nameIn(analysis, sentence, each) === protagonist)
    ? protagonist
    : null;
}

const INTRODUCED = new Set([
  'man',
  'woman',
  'officer',
  'teenager',
  'soldier',
  'activist',
  'journalist',
  'lawyer',
  'doctor',
  'student',
  'teacher',
  'theorist',
  'defendant',
  'prisoner',
  'dissident',
  'blogger',
  'priest',
  'farmer',
]);

/** The person, none of `except`, that the document names most often; null where none is named twice. */
function mostNamed(seen: readonly Seen[], except: ReadonlySet<string>): string | null {
  const counts = new Map<string, number>();
  for (const each of seen)
    if (each.sort === 'person' && !except.has(each.text) && /^\p{Lu}/u.test(each.text)) counts.set(each.text, (counts.get(each.text) ?? 0) + 1);
  const [best] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return best && best[1] > 1 ? best[0] : null;
}
