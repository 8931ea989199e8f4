// Parts of speech for English: what each word may be (lexicon.ts), settled by the words beside it, left to right.
import { FORM, POS, lookUp, isListed, singular, type Entry } from './lexicon.ts';
import { FIRST_NAMES, PLACES } from './name-words.ts';
import type { Run } from './sentences.ts';
import { openVerb, verbTag } from './tag-verbs.ts';
import type { Token } from './tokens.ts';
import { AUX, NUMBERS, OPENS_NOUN, form, has, isPastVerb, opensNoun, previousWord, type Tag, type Word } from './word.ts';

/** Words with tags, for the sentence `run` of `tokens`. `seenLower` holds every word that the document writes in lower case. */
export function tagSentence(tokens: readonly Token[], run: Run, seenLower: ReadonlySet<string>): readonly Word[] {
  const words: Word[] = [];
  for (let at = run.from; at < run.to; at++) {
    const token = tokens[at];
    if (!token) break;
    const next = at + 1 < run.to ? tokens[at + 1] : undefined;
    const word = tagWord(token, words, next, at === run.from, seenLower);
    words.push(word.tag === 'PREP' && opensClauseAhead(tokens, at, run.to) ? { ...word, tag: 'SUB' } : word);
  }
  return words;
}

/** Words of a language without rules for tags: names by their capitals, numbers, marks, and nouns for the rest. */
export function tagPlainly(tokens: readonly Token[], run: Run, seenLower: ReadonlySet<string>): readonly Word[] {
  return tokens.slice(run.from, run.to).map((token, n) => {
    const upper = token.sort === 'word' && /^\p{Lu}/u.test(token.text) && (n > 0 || !seenLower.has(token.lower));
    return { ...token, tag: token.sort === 'mark' ? 'MARK' : token.sort === 'number' ? 'NUM' : upper ? 'NNP' : 'N', lemma: token.lower };
  });
}

function tagWord(token: Token, before: readonly Word[], next: Token | undefined, first: boolean, seenLower: ReadonlySet<string>): Word {
  const say = (tag: Tag, lemma = token.lower): Word => ({ ...token, tag, lemma });
  if (token.sort === 'number') return say('NUM');
  if (token.sort === 'mark' && /^[$€£]$/.test(token.text) && next?.sort === 'number') return say('NUM');
  if (token.sort === 'mark') return say(ownsAfterPlural(token, before, next) ? 'GEN' : 'MARK');
  if (token.lower === 'to') return say('TO');
  if (token.lower === "'s" || token.text === '’s' || token.text === "'") return genitiveOrIs(say, before, next);
  if (token.lower === "'d")
    return next && form(lookUp(next.lower), FORM.participle) && !form(lookUp(next.lower), FORM.base) ? say('VBD', 'have') : say('MODAL');
  if (NUMBERS.has(token.lower) && !(before.at(-1)?.tag === 'NNP' && /^\p{Lu}/u.test(token.text))) return say('NUM');
  // "Claims that soldiers shelled the town": a noun, though a verb has the same form.
  if (first && next?.lower === 'that' && ['claims', 'reports'].includes(token.lower)) return say('N');
  const opening = first || opensClause(before);
  const entry = lookUp(token.lower);
  if (
    isName(
      token,
      entry,
      { opening, previousName: before.at(-1)?.tag === 'NNP' || (before.length === 1 && /^\p{Lu}/u.test(before[0]?.text ?? '')) },
      next,
      seenLower,
    )
  )
    return say('NNP');
  return fromEntry(token, entry, before, next, say);
}

/** "governments' failure": an apostrophe right after a plural, with a word after it and no quotation open. */
function ownsAfterPlural(token: Token, before: readonly Word[], next: Token | undefined): boolean {
  if (token.text !== '’' && token.text !== "'") return false;
  const previous = before.at(-1);
  if (token.gap !== 0 || !previous || !(previous.tag === 'N' || previous.tag === 'NNP') || !previous.lower.endsWith('s')) return false;
  return next?.sort === 'word' && next.gap > 0 && !before.some((each) => each.text === '‘' || (each.text === "'" && each.tag === 'MARK'));
}

/** A word in no list at the head of a sentence that ends as a plural does is no name. */
const isPlainPlural = (token: Token): boolean => /[a-z]{3}s$/.test(token.text) && !/(?:ss|us|is|as|os)$/.test(token.text) && !PLACES.has(token.lower);

/** "Permission to appeal was denied", "Interrogation lasted for days": so end nouns for what is done or is, and few names. */
const isAbstract = (token: Token): boolean =>
  /[a-z]{3}(?:tion|sion|ment|ness|ship|ance|ence|ity|ism)$/.test(token.text) && !FIRST_NAMES.has(token.lower) && !PLACES.has(token.lower);

/** What no owner stands before: "the street's a quiet place", "the mayor's not here". */
const AFTER_IS = new Set(['a', 'an', 'the', 'not', 'been', 'going']);

function genitiveOrIs(say: (tag: Tag, lemma?: string) => Word, before: readonly Word[], next: Token | undefined): Word {
  const previous = before.at(-1);
  if (next && AFTER_IS.has(next.lower)) return say('VBZ', next.lower === 'been' ? 'have' : 'be');
  const pronoun = previous?.tag === 'PRON' || previous?.tag === 'REL' || previous?.lower === 'that' || previous?.lower === 'there';
  return pronoun ? say('VBZ', 'be') : say('GEN');
}

function opensClause(before: readonly Word[]): boolean {
  const mark = before.at(-1);
  return mark?.tag === 'MARK' && /^["“‘'«:(•\-–—]+$/.test(mark.text);
}

/** Whether a word with a capital is (part of) a name: inside a sentence always, at its beginning where nothing else fits. */
function isName(
  token: Token,
  entry: Entry,
  { opening, previousName }: { readonly opening: boolean; readonly previousName: boolean },
  next: Token | undefined,
  seenLower: ReadonlySet<string>,
): boolean {
  if (!/^(?:\p{Lu}|(?:al|el|ul|as|ash|at|az|an|ar|ad|bin|ben)-\p{Lu})/u.test(token.text)) return false;
  const closed = POS.determiner | POS.possessive | POS.pronoun | POS.preposition | POS.conjunction | POS.subordinator | POS.modal | POS.relative;
  if (
    token.lower === 'i' ||
    /-(?:based|born|led|backed|style|era|controlled|run|held|owned|old|sized|aged|armed|trained|funded|wing|ranking|scale|caliber|calibre|powered|inspired|affiliated|linked|clad|speaking|looking)$/.test(
      token.lower,
    )
  )
    return false;
  if (token.text === 'US' || token.text === 'UN' || token.text === 'EU') return true;
  if (
    !opening &&
    previousName &&
    has(entry, POS.preposition) &&
    !['of', 'in', 'on', 'at', 'to', 'by', 'from'].includes(token.lower) &&
    next !== undefined &&
    /^\p{Lu}/u.test(next.text)
  )
    return true;
  if (!opening && has(entry, POS.modal) && next !== undefined && /^\p{Lu}/u.test(next.text)) return true;
  if (!opening) return !has(entry, closed) || (token.text.length > 3 && token.text === token.text.toUpperCase());
  if (has(entry, closed | POS.adverb)) return false;
  const nextUpper = next !== undefined && next.sort === 'word' && /^\p{Lu}/u.test(next.text);
  if (!isListed(token.lower) && !isListed(singular(token.lower)))
    return !seenLower.has(token.lower) && !((isPlainPlural(token) || isAbstract(token)) && !nextUpper) && !(/(?:ing|ed|ly)$/.test(token.lower) && !nextUpper);
  return nextUpper && !form(entry, FORM.past | FORM.gerund) && !has(entry, POS.adjective);
}

function fromEntry(token: Token, entry: Entry, before: readonly Word[], next: Token | undefined, say: (tag: Tag, lemma?: string) => Word): Word {
  if (
    /-(?:based|born|led|backed|style|era|controlled|run|held|owned|old|sized|aged|armed|trained|funded|wing|ranking|scale|caliber|calibre|powered|inspired|affiliated|linked|clad|speaking|looking)$/.test(
      token.lower,
    )
  )
    return say('ADJ');
  const previous = previousWord(before);
  if (token.lower === 'others') return say('N', 'other');
  if (['all', 'both', 'each'].includes(token.lower) && AUX.has(before.at(-1)?.lemma ?? '') && next && form(lookUp(next.lower), FORM.past | FORM.participle))
    return say('ADV');
  // "has long said": between an auxiliary and its participle.
  if (token.lower === 'long' && ['have', 'be'].includes(previous?.lemma ?? '') && next && form(lookUp(next.lower), FORM.past | FORM.participle))
    return say('ADV');
  if (token.lower === 'well' && ['oil', 'gas', 'water'].includes(before.at(-1)?.lower ?? '')) return say('N');
  // "We further urge", "further injured": before a verb, and behind who does it.
  if (token.lower === 'further' && isPastVerb(next)) return say('ADV');
  if (token.lower === 'further' && previous && ['PRON', 'N', 'NNP'].includes(previous.tag) && next && lookUp(next.lower).forms) return say('ADV');
  // "who once threatened her": no clause follows.
  if (token.lower === 'once' && previous && ['REL', 'PRON', 'NNP'].includes(previous.tag) && next && form(lookUp(next.lower), FORM.past)) return say('ADV');
  // "a U.N.-backed commission"
  if (token.gap === 0 && before.at(-1)?.text === '-' && before.at(-1)?.gap === 0 && before.at(-2)?.tag === 'NNP') return say('ADJ');
  if (token.lower === 'only' || token.lower === 'just' || token.lower === 'still') return say('ADV');
  if (token.lower === 'as' && next?.lower === 'well') return say('CONJ');
  if (token.lower === 'as' && before.at(-1)?.lower === 'well') return say('CONJ');
  if (token.lower === 'because') return say(next?.lower === 'of' ? 'PREP' : 'SUB');
  if (
    token.lower === 'there' &&
    next &&
    (has(lookUp(next.lower), POS.be | POS.modal | POS.have) || ['needs', 'seems', 'appears', 'remains', 'exists'].includes(next.lower))
  )
    return say('PRON');
  if (token.lower === 'that') return say(thatTag(before, next));
  if (token.lower === 'her')
    return say(next && next.sort === 'word' && !has(lookUp(next.lower), POS.preposition | POS.determiner | POS.adverb | POS.conjunction) ? 'POSS' : 'PRON');
  if (has(entry, POS.negation) && token.lower !== 'no') return say('NEG');
  // "the officers responsible must go": of modal verbs only these are nouns behind an adjective ("political will").
  const nominal = previous?.tag !== 'ADJ' || ['will', 'might', 'can', 'may'].includes(token.lower);
  if (has(entry, POS.modal) && !(nominal && isNounHere(previous))) return say('MODAL');
  if (has(entry, POS.relative) || (token.lower === 'what' && before.length > 0)) return say('REL');
  if (has(entry, POS.possessive)) return say('POSS');
  // "he himself killed"
  if (
    /^(?:him|her|it|them|my)sel(?:f|ves)$/.test(token.lower) &&
    previous &&
    ['PRON', 'N', 'NNP'].includes(previous.tag) &&
    next &&
    form(lookUp(next.lower), FORM.past)
  )
    return say('ADV');
  if (has(entry, POS.pronoun)) return say('PRON');
  if (has(entry, POS.be | POS.have | POS.do) && entry.forms) return say(verbTag(entry, before), entry.lemma);
  if (has(entry, POS.subordinator) && has(entry, POS.preposition)) return say(startsClause(next) ? 'SUB' : 'PREP');
  if (has(entry, POS.subordinator) && token.lower !== 'so') return say('SUB');
  if (has(entry, POS.conjunction)) return say('CONJ');
  if (has(entry, POS.preposition) && !has(entry, POS.determiner)) return say(isParticle(token, previous, next) ? 'ADV' : 'PREP');
  if (has(entry, POS.determiner)) return say('DET');
  if (entry.forms) return openVerb(token, entry, before, next, say);
  if (entry.pos === 0 && previous?.tag === 'TO' && next && has(lookUp(next.lower), POS.determiner | POS.possessive)) return say('VB');
  // "shot dead seven people": how, not what kind of people.
  if (token.lower === 'dead' && before.at(-1)?.lemma === 'shoot') return say('ADV');
  // "the home of the activist": what is an adverb too is a noun behind an article or owner.
  const owned = has(entry, POS.noun) && ['DET', 'POSS', 'GEN'].includes(before.at(-1)?.tag ?? '') && !opensNoun(next);
  if (has(entry, POS.adverb) && !owned && !(has(entry, POS.adjective) && opensNoun(next))) return say('ADV');
  if (has(entry, POS.adjective) && !(has(entry, POS.noun) && (!opensNoun(next) || isPastVerb(next)))) return say('ADJ');
  return say('N', singular(token.lower));
}

const PARTICLES = new Set(['up', 'down', 'out', 'off', 'over', 'away', 'back', 'ahead', 'in', 'on']);

/** Verbs that keep their small word although a noun follows. */
const PHRASAL = new Set(
  'carry out,set up,take over,break up,beat up,round up,blow up,shut down,put down,hand over,call off,cut off,point out,find out,wipe out,lay out,step up,hand down,track down,gun down,tear down,burn down,hand out,bring down,lock up,give up,build up,draw up,pick up,follow up,open up,turn over,spell out,rule out,single out,carry on,seal off,cordon off,fire off,set off,kick off,ward off,throw out,drive out,force out,close down,take away,drag away,pull down,knock down,strike down,hunt down,shoot down,lock down,carry off,haul away'.split(
    ',',
  ),
);

/** "beaten up by", "carried out": the small word belongs to the verb, not to what follows. */
function isParticle(token: Token, previous: Word | undefined, next: Token | undefined): boolean {
  if (!PARTICLES.has(token.lower) || !previous?.tag.startsWith('V') || (token.lower === 'up' && next?.lower === 'to')) return false;
  if (PHRASAL.has(`${previous.lemma} ${token.lower}`)) return true;
  return !next || next.sort === 'mark' || (has(lookUp(next.lower), POS.preposition | POS.conjunction | POS.adverb) && next.lower !== 'about');
}

const CLAUSE_PREPOSITIONS = new Set(['since', 'after', 'before', 'until', 'till', 'as']);

/** "since protests started in May": a finite verb before the next mark or preposition. */
function opensClauseAhead(tokens: readonly Token[], at: number, end: number): boolean {
  if (!CLAUSE_PREPOSITIONS.has(tokens[at]?.lower ?? '')) return false;
  for (let next = at + 1; next < end && next - at < 8; next++) {
    const token = tokens[next];
    if (!token || token.sort === 'mark') return false;
    const entry = lookUp(token.lower);
    if (has(entry, POS.preposition | POS.conjunction | POS.relative | POS.subordinator) && token.lower !== 'of' && token.lower !== 'that') return false;
    if (next > at + 1 && (has(entry, POS.modal | POS.be | POS.have) || (form(entry, FORM.past) && !has(entry, POS.noun | POS.adjective))))
      return form(entry, FORM.base) ? false : !form(entry, FORM.gerund);
  }
  return false;
}

/** Whether a clause, not a noun phrase, seems to follow "since", "after", "before", "until": judged by the next word. */
function startsClause(next: Token | undefined): boolean {
  if (!next) return false;
  const entry = lookUp(next.lower);
  return (
    ['he', 'she', 'it', 'they', 'we', 'i', 'you', 'there', 'who'].includes(next.lower) ||
    (has(entry, POS.verb) && !has(entry, POS.noun) && form(entry, FORM.gerund))
  );
}

function thatTag(before: readonly Word[], next: Token | undefined): Tag {
  const previous = previousWord(before);
  const entry = next ? lookUp(next.lower) : null;
  const verbNext = entry !== null && (has(entry, POS.modal | POS.be | POS.have | POS.do) || (form(entry, FORM.past | FORM.third) && !has(entry, POS.noun)));
  if (previous && (previous.tag === 'N' || previous.tag === 'NNP') && verbNext) return 'REL';
  if (previous?.tag === 'PREP' || previous?.tag === 'TO' || (previous?.tag === 'CONJ' && !next)) return 'DET';
  if (verbNext) return previous ? 'PRON' : 'PRON';
  if (!previous && next && next.sort === 'word' && !has(lookUp(next.lower), POS.determiner | POS.pronoun | POS.possessive)) return 'DET';
  return 'SUB';
}

const isNounHere = (previous: Word | undefined): boolean => previous !== undefined && (OPENS_NOUN.has(previous.tag) || previous.lower === 'of');
