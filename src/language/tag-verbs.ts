// A word that may be a verb: whether it is one here, a noun or an adjective, and in which form.
import { FORM, POS, isListed, lookUp, singular, type Entry } from './lexicon.ts';
import { isCue } from './speech.ts';
import type { Token } from './tokens.ts';
import { AUX, NOMINAL, NUMBERS, OPENS_NOUN, form, has, opensNoun, previousWord, type Tag, type Word } from './word.ts';

/** A quotation that ends in a comma or stop; of a straight mark only that tells that it closes. */
const closesQuote = (before: readonly Word[]): boolean => /^(?:”|"|'')$/.test(before.at(-1)?.text ?? '') && /^[,.?!]$/.test(before.at(-2)?.text ?? '');

export function openVerb(token: Token, entry: Entry, before: readonly Word[], next: Token | undefined, say: (tag: Tag, lemma?: string) => Word): Word {
  // "a prompt, independent inquiry": what is no noun is an adjective before a comma too.
  const modifies = opensNoun(next) || (next?.text === ',' && !has(entry, POS.noun));
  const noun = (): Word => (has(entry, POS.adjective) && modifies ? say('ADJ') : say('N', singular(token.lower)));
  if (form(entry, FORM.gerund)) return gerundOrNoun(entry, before, next, say);
  if (/^un[a-z]+ed$/.test(token.lower) && !isListed(token.lower)) return say('ADJ');
  if (form(entry, FORM.past | FORM.participle) && !form(entry, FORM.base)) return pastOrAdjective(entry, before, next, say);
  // "refused him leave to appeal"
  if (token.lower === 'leave' && next?.lower === 'to' && isRefusedOrGiven(before)) return noun();
  const last = before.at(-1);
  const opens = last?.tag === 'MARK' && /^["“‘'(:•]/.test(last.text) && !closesQuote(before);
  const previous = opens ? undefined : previousWord(before);
  if (
    next &&
    has(lookUp(next.lower), POS.modal | POS.be) &&
    next.lower !== 'being' &&
    next.sort === 'word' &&
    !(previous && ['PRON', 'REL', 'TO', 'MODAL'].includes(previous.tag))
  )
    return noun();
  if (!previous)
    return has(entry, POS.verbOnly) || (!has(entry, POS.noun) && next && has(lookUp(next.lower), POS.determiner))
      ? say(verbTag(entry, before), entry.lemma)
      : noun();
  if ((last && OPENS_NOUN.has(last.tag)) || previous.tag === 'DET' || previous.tag === 'POSS' || previous.tag === 'GEN') return noun();
  if (previous.tag === 'TO') return form(entry, FORM.base) && !followsToNoun(before) ? say('VB', entry.lemma) : noun();
  if (previous.tag === 'MODAL' || previous.lemma === 'do') return say('VB', entry.lemma);
  if (form(entry, FORM.participle) && (previous.lemma === 'be' || previous.lemma === 'have')) return say('VBN', entry.lemma);
  if (previous.tag === 'PRON' || previous.tag === 'REL') return say(verbTag(entry, before), entry.lemma);
  if (previous.tag === 'PREP' || previous.tag.startsWith('V')) return noun();
  if (previous.tag === 'CONJ') return afterConjunction(entry, before, say, noun);
  if (next?.lower === 'that' && TAKES_CLAUSE.has(entry.lemma) && NOMINAL.has(previous.tag) && form(entry, FORM.third))
    return say(verbTag(entry, before), entry.lemma);
  if (tagsTheEnd(entry, before, next)) return say('VBZ', entry.lemma);
  return fitsAfterNoun(token, entry, before, next) && !(!has(entry, POS.verbOnly) && hasFiniteVerb(before)) ? say(verbTag(entry, before), entry.lemma) : noun();
}

const isRefusedOrGiven = (before: readonly Word[]): boolean =>
  before.slice(-4).some(({ lemma }) => ['refuse', 'deny', 'grant', 'give', 'seek', 'request', 'get', 'obtain'].includes(lemma));

/** "access to", "due to", "according to", "return to": the to is a preposition where a noun or participle that takes it stands before. */
function followsToNoun(before: readonly Word[]): boolean {
  const taker = before.at(-2);
  return (
    taker !== undefined &&
    ['according', 'due', 'access', 'subject', 'response', 'opposition', 'sentenced', 'return', 'addition', 'contrary', 'prior', 'relation', 'thanks'].includes(
      taker.lower,
    )
  );
}

function afterConjunction(entry: Entry, before: readonly Word[], say: (tag: Tag, lemma?: string) => Word, noun: () => Word): Word {
  const partner = previousWord(before.slice(0, -1));
  const verbs = before.some((each) => each.tag === 'VBD' || each.tag === 'VBZ' || each.tag === 'MODAL' || each.lemma === 'be');
  if (partner && partner.tag.startsWith('V')) return say(verbTag(entry, before), entry.lemma);
  if (has(entry, POS.noun) && !has(entry, POS.verbOnly)) return noun();
  const infinitive = form(entry, FORM.base) && before.some((each) => each.tag === 'TO' || each.tag === 'MODAL' || each.tag === 'VB');
  return has(entry, POS.verbOnly) || infinitive || (verbs && form(entry, FORM.third | FORM.past)) ? say(verbTag(entry, before), entry.lemma) : noun();
}

/** Whether the clause so far has a finite verb that takes no clause after it. */
function hasFiniteVerb(before: readonly Word[]): boolean {
  for (let at = before.length - 1; at >= 0 && before.length - at < 30; at--) {
    const word = before[at];
    if (!word || word.tag === 'SUB' || word.tag === 'REL' || word.tag === 'CONJ' || word.tag === 'MARK') return false;
    if (word.tag === 'VBD' || word.tag === 'VBZ' || word.tag === 'MODAL' || word.tag === 'VB') return !TAKES_CLAUSE.has(word.lemma);
  }
  return false;
}

const TAKES_CLAUSE = new Set(['say', 'believe', 'think', 'claim', 'know', 'hope', 'fear', 'insist', 'show', 'mean', 'report', 'tell', 'suggest']);

/** "Halim and Kral say": two names are a plural. */
function joinsNames(before: readonly Word[]): boolean {
  let at = before.length - 1;
  while (before[at]?.tag === 'NNP') at--;
  return at < before.length - 1 && before[at]?.lower === 'and' && before[at - 1]?.tag === 'NNP';
}

/** After a noun: a third person after a singular, a base form after a plural, and something after it that a verb takes. */
function fitsAfterNoun(token: Token, entry: Entry, before: readonly Word[], next: Token | undefined): boolean {
  const previous = previousWord(before);
  if (!previous) return false;
  if (previous.tag === 'MARK')
    return has(entry, POS.verbOnly) || (!has(entry, POS.noun) && form(entry, FORM.third | FORM.past)) || saysAfterQuote(entry, previous, next);
  if (!NOMINAL.has(previous.tag)) return has(entry, POS.verbOnly);
  const plural =
    previous.lower.endsWith('s') ||
    previous.lower === 'people' ||
    previous.lower === 'police' ||
    previous.lower.endsWith('men') ||
    previous.tag === 'NUM' ||
    joinsNames(before);
  if (form(entry, FORM.past)) return !has(entry, POS.noun) || !next || next.sort === 'mark' || !opensNoun(next) || has(lookUp(next.lower), POS.determiner);
  const agrees = form(entry, FORM.third) ? !plural || previous.tag === 'NNP' : plural;
  // "observers around the country say": the noun right before need not be the subject of a verb that says what follows.
  if (
    !agrees &&
    form(entry, FORM.base) &&
    has(entry, POS.verbOnly) &&
    TAKES_CLAUSE.has(entry.lemma) &&
    before.some((each) => each.lower.endsWith('s') && each.tag === 'N')
  )
    return true;
  if (!agrees) return false;
  if (has(entry, POS.verbOnly)) return true;
  const after = next ? lookUp(next.lower) : null;
  const taken =
    after !== null &&
    (has(after, POS.determiner | POS.possessive | POS.pronoun | POS.subordinator | POS.adverb | POS.preposition) ||
      next?.lower === 'to' ||
      /^\p{Lu}\p{Ll}/u.test(next?.text ?? ''));
  const nounAfter = after !== null && (has(after, POS.determiner | POS.possessive | POS.pronoun | POS.subordinator) || /^\p{Lu}\p{Ll}/u.test(next?.text ?? ''));
  const counted = previous.tag === 'NNP' && (next?.sort === 'number' || ['to', 'up', 'charges', 'trial', 'life', 'death'].includes(next?.lower ?? ''));
  // "The army shows utter disregard": these are verbs before what a noun begins with.
  const shows = form(entry, FORM.third) && SHOWING.has(entry.lemma) && after !== null && has(after, POS.adjective);
  return has(entry, POS.noun) ? nounAfter || counted || shows : taken || token.lower.endsWith('s');
}

const SHOWING = new Set(['show', 'face', 'demand', 'claim', 'hold', 'need', 'urge', 'cause']);

/** “…,” says Kral: a third person of saying between a quotation or comma and a name. */
const saysAfterQuote = (entry: Entry, previous: Word, next: Token | undefined): boolean =>
  form(entry, FORM.third) && TAKES_CLAUSE.has(entry.lemma) && /^(?:”|"|''|,)$/.test(previous.text) && /^\p{Lu}|^(?:the|a|an|one)$/u.test(next?.text ?? '');

/** "…, the Brod Journal reports.": a name behind a comma, and nothing more of the sentence. */
function tagsTheEnd(entry: Entry, before: readonly Word[], next: Token | undefined): boolean {
  if (!form(entry, FORM.third) || !TAKES_CLAUSE.has(entry.lemma) || (next !== undefined && !'.:'.includes(next.text))) return false;
  let at = before.length - 1;
  while (at >= 0 && before.length - at < 9 && ['NNP', 'DET'].includes(before[at]?.tag ?? '')) at--;
  return at < before.length - 1 && /^(?:,|”|"|'')$/.test(before[at]?.text ?? '');
}

export function verbTag(entry: Entry, before: readonly Word[]): Tag {
  const previous = previousWord(before);
  if (form(entry, FORM.gerund)) return 'VBG';
  if (form(entry, FORM.past | FORM.participle)) {
    if (previous && AUX.has(previous.lemma) && previous.tag !== 'N') return form(entry, FORM.participle) ? 'VBN' : 'VBD';
    return form(entry, FORM.past) ? 'VBD' : 'VBN';
  }
  if (form(entry, FORM.third)) return 'VBZ';
  return 'VB';
}

function gerundOrNoun(entry: Entry, before: readonly Word[], next: Token | undefined, say: (tag: Tag, lemma?: string) => Word): Word {
  if (next?.lower === 'dead' && entry.lemma === 'shoot') return say('VBG', entry.lemma);
  const last = before.at(-1);
  const nominal =
    last !== undefined &&
    (last.tag === 'DET' ||
      last.tag === 'GEN' ||
      last.tag === 'ADJ' ||
      last.tag === 'NUM' ||
      last.tag === 'POSS' ||
      (has(entry, POS.noun) && (last.tag === 'N' || last.tag === 'NNP' || last.tag === 'PREP') && !opensObject(next) && !killsSomebody(entry, last, next)));
  // "the disappearance and kidnapping of …": joined to a noun, with an "of" of its own.
  if (last?.tag === 'CONJ' && ['N', 'NNP'].includes(before.at(-2)?.tag ?? '') && next?.lower === 'of')
    return say('N', has(entry, POS.noun) ? singular(entryWord(say)) : entryWord(say));
  return nominal && (has(entry, POS.noun) || last.tag !== 'POSS')
    ? say('N', has(entry, POS.noun) ? singular(entryWord(say)) : entryWord(say))
    : say('VBG', entry.lemma);
}

/** "suspected of killing presidential candidates", but not "of killing sprees". */
const killsSomebody = (entry: Entry, last: Word, next: Token | undefined): boolean =>
  last.tag === 'PREP' &&
  ['kill', 'murder', 'kidnap'].includes(entry.lemma) &&
  opensNoun(next) &&
  !/^(?:spree|field|machine|zone|ground|squad|attempt)s?$/.test(next?.lower ?? '');

/** Whether a noun phrase begins: after "of killing" it makes the killing a verb. */
function opensObject(next: Token | undefined): boolean {
  if (!next) return false;
  const entry = lookUp(next.lower);
  return next.sort === 'number' || NUMBERS.has(next.lower) || has(entry, POS.determiner | POS.possessive | POS.pronoun) || /^\p{Lu}\p{Ll}/u.test(next.text);
}

const entryWord = (say: (tag: Tag) => Word): string => say('N').lower;

/** A past form inside a noun phrase ("the alleged plot") is an adjective; after be or have a participle; else a past, which clauses.ts may take back. */
function pastOrAdjective(entry: Entry, before: readonly Word[], next: Token | undefined, say: (tag: Tag, lemma?: string) => Word): Word {
  const last = before.at(-1);
  const nounNext = next !== undefined && next.sort === 'word' && opensNoun(next) && !has(lookUp(next.lower), POS.pronoun | POS.possessive | POS.adverb);
  // “…,” retired colonel Kral said: what stands right behind a quotation is a verb of saying, or no verb.
  const afterQuote = last?.tag === 'MARK' && closesQuote(before) && !isCue(entry.lemma);
  if ((!last || afterQuote) && nounNext && next && !has(lookUp(next.lower), POS.preposition)) return say('ADJ', entry.lemma);
  if (last?.tag === 'PREP' && nounNext && !['as', 'than', 'since', 'like'].includes(last.lower)) return say('ADJ', entry.lemma);
  if (last?.tag === 'NUM' && nounNext && (hasFiniteVerb(before) || has(entry, POS.adjective))) return say('ADJ', entry.lemma);
  // "an estimated 300 people"
  if (last?.tag === 'DET' && next?.sort === 'number') return say('ADJ', entry.lemma);
  // "to impose targeted sanctions": no past stands right behind another verb with a noun to follow.
  const behindVerb = last?.tag.startsWith('VB') === true && !AUX.has(last.lemma) && !TAKES_CLAUSE.has(last.lemma);
  if (behindVerb && nounNext && next?.text.endsWith('s') && !has(lookUp(next.lower), POS.preposition)) return say('ADJ', entry.lemma);
  if (last && ((OPENS_NOUN.has(last.tag) && last.tag !== 'NUM') || (last.tag === 'ADV' && ['DET', 'PREP'].includes(before.at(-2)?.tag ?? ''))) && nounNext)
    return say('ADJ', entry.lemma);
  return say(verbTag(entry, before), entry.lemma);
}
