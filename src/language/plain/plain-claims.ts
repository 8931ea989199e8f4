// Claims in a language that is read without a parser: a trigger, the clause that holds it, and the noun phrases around it.
import type { Span } from '../../base/span.ts';
import type { Proposal } from '../../model/claim.ts';
import type { Modality, Role } from '../../model/vocabulary.ts';
import { timeOfWhens } from '../claims/claim-time.ts';
import { put, toProposal, type Draft, type Ground } from '../claims/draft.ts';
import type { Filler } from '../claims/mentions.ts';
import { spanOfWords } from '../speech.ts';
import { plainSpeech } from './plain-speech.ts';
import type { Profile, Trigger } from './profile.ts';
import { lower, matches, type Range, type View } from './view.ts';

const PARTS = new Set(['،', ',', '؛', ';', ':', '(', ')', '«', '»', '“', '”', '"', '–', '—']);

/** Proposals of a whole document. Linear in its length. */
export function plainSuggest(ground: Ground, profile: Profile): readonly Proposal[] {
  const { analysis } = ground;
  return analysis.sentences.flatMap((sentence) => {
    if (sentence.isHeader) return [];
    const view: View = { analysis, profile, sentence };
    const speech = plainSpeech(view);
    const drafts = claimsOf(view);
    const statement =
      speech && !drafts.some((each) => each.trigger.start >= speech.content.start && each.trigger.end <= speech.content.end) ? [statementOf(view, speech)] : [];
    return [...drafts, ...statement].map((draft) => {
      const said =
        speech?.source &&
        draft.kind !== 'statement' &&
        draft.kind !== 'demand' &&
        speech.content.start <= draft.trigger.start &&
        draft.trigger.end <= speech.content.end
          ? [speech.source]
          : [];
      return toProposal(ground, draft, said);
    });
  });
}

function statementOf({ analysis, sentence }: View, speech: NonNullable<ReturnType<typeof plainSpeech>>): Draft {
  const fillers = new Map<Role, Filler[]>();
  put(fillers, 'actor', speech.source);
  const start = Math.min(speech.source?.span.start ?? speech.cue.start, speech.cue.start, speech.content.start);
  const quote = { start, end: Math.max(speech.content.end, speech.cue.end) };
  return {
    rule: 'statement.plain',
    kind: 'statement',
    quote,
    trigger: speech.cue,
    fillers,
    time: timeOfWhens(analysis, sentence, []),
    modality: 'asserted',
    saidBy: [],
    confidence: 0.45,
  };
}

function claimsOf(view: View): readonly Draft[] {
  const drafts: Draft[] = [];
  const { words } = view.sentence;
  for (let at = 0; at < words.length; at++) {
    const found = longestAt(view, at);
    if (!found) continue;
    const draft = draftOf(view, found.trigger, { from: at, to: found.to });
    if (draft && !drafts.some((each) => each.kind === draft.kind && each.quote.start === draft.quote.start)) drafts.push(draft);
    at = found.to - 1;
  }
  return drafts;
}

function longestAt(view: View, at: number): { readonly trigger: Trigger; readonly to: number } | null {
  let best: { readonly trigger: Trigger; readonly to: number } | null = null;
  for (const trigger of view.profile.triggers.get(lower(view, at)) ?? []) {
    for (const row of trigger.words) {
      if (best && at + row.length <= best.to) continue;
      if (matches(view, at, row) && fits(view, trigger, at, at + row.length)) best = { trigger, to: at + row.length };
    }
  }
  return best;
}

function fits(view: View, trigger: Trigger, from: number, to: number): boolean {
  if (trigger.notAfter?.has(lower(view, from - 1)) || trigger.notBefore?.has(lower(view, to))) return false;
  const near = clauseAround(view, { from, to });
  // Where verbs come last, what they are about may stand far before them.
  const reach = view.profile.verbFinal ? 20 : 12;
  const has = (set: ReadonlySet<string> | null, start: number, end: number): boolean =>
    set === null || view.sentence.words.slice(start, end).some((each) => set.has(each.lower));
  if (
    !has(trigger.needs, near.from, near.to) ||
    !has(trigger.needsNear, Math.max(near.from, from - reach), Math.min(near.to, to + 12)) ||
    !has(trigger.needsAfter, to, near.to)
  )
    return false;
  return !trigger.participle || view.profile.verbFinal || voiceOf(view, from, to) !== null || trigger.words.some((row) => row.length > 1);
}

/** The clause: from the last word or mark that parts clauses to the next. Commas part nothing, as lists and asides have them. */
function clauseAround(view: View, { from, to }: Range): Range {
  const { words } = view.sentence;
  const parts = (at: number): boolean => view.profile.clause.has(lower(view, at)) || ['؛', ';', ':'].includes(lower(view, at));
  let start = from;
  while (start > 0 && !parts(start - 1)) start--;
  let end = to;
  while (end < words.length && !parts(end) && !/^[.!?؟۔]$/.test(lower(view, end))) end++;
  while (start < from && words[start]?.sort === 'mark') start++;
  return { from: start, to: end };
}

type Voice = 'passive' | 'active' | null;

function voiceOf(view: View, from: number, to: number): Voice {
  const { profile } = view;
  if (profile.verbFinal) {
    for (let at = from + 1; at < to + 4; at++) {
      if (profile.passive.has(lower(view, at))) return 'passive';
      if (profile.active.has(lower(view, at))) return 'active';
    }
    return null;
  }
  if (/(?:ó|aron|ieron|vo)$/.test(lower(view, to - 1))) return 'active';
  for (let at = from - 1; at >= 0 && at >= from - 4; at--) {
    if (profile.passive.has(lower(view, at))) return 'passive';
    if (profile.active.has(lower(view, at))) return 'active';
  }
  // A participle right after a noun: "deux hommes arrêtés par la police".
  return from > 0 && !profile.bounds.has(lower(view, from - 1)) && profile.slots.some((each) => matches(view, to, each.words)) ? 'passive' : null;
}

function draftOf(view: View, trigger: Trigger, at: Range): Draft | null {
  const clause = clauseAround(view, at);
  const voice = voiceOf(view, at.from, at.to);
  const fillers = new Map<Role, Filler[]>();
  // A noun without a verb of its own has the phrases right behind it, not those of the whole clause.
  const isBare = voice === null && !trigger.verb && view.profile.verbFinal;
  fillSlots(view, isBare ? { from: at.to, to: Math.min(clause.to, at.to + NEAR) } : clause, fillers);
  const subject = subjectOf(view, clause, at);
  if (trigger.verb) put(fillers, trigger.subject ?? 'actor', subject);
  else if (voice === 'passive') put(fillers, trigger.subject ?? 'target', subject ?? phraseAt(view, at.to));
  else if (voice === 'active') fillActive(view, clause, at, subject, fillers);
  if (trigger.owner) {
    const owner = PARTS.has(lower(view, at.from - 1)) ? phraseBefore(view, at.from - 1, clause.from) : null;
    if (!owner) return null;
    put(fillers, trigger.owner, owner);
  }
  if (trigger.after && voice !== 'passive' && !(trigger.after === 'target' && fillers.has('target')))
    put(fillers, trigger.after, afterOf(view, at.to, trigger.after));
  if (trigger.penalty) put(fillers, 'outcome', penaltyOf(view, clause));
  if (trigger.penaltyWord && at.to - at.from > 1) put(fillers, 'outcome', filler(view, at));
  const quote = quoteOf(view, clause, at, voice !== null || trigger.verb);
  const whens = view.sentence.phrases.flatMap((each) => (each.sort === 'time' && each.from >= clause.from - 3 && each.to <= clause.to + 3 ? [each] : []));
  return {
    rule: trigger.rule,
    kind: trigger.kind,
    quote,
    trigger: spanOfWords(view.sentence, at.from, at.to),
    fillers,
    time: timeOfWhens(view.analysis, view.sentence, whens),
    modality: modalityOf(view, clause, at),
    saidBy: [],
    confidence: 0.45,
  };
}

/** Words behind a bare noun that are taken for its own. */
const NEAR = 6;

/** The whole clause of a verb, at most; of a noun its phrase with what follows up to a mark. */
function quoteOf(view: View, clause: Range, at: Range, whole: boolean): Span {
  if (whole) return trimmed(view, clause);
  let to = at.to;
  while (to < clause.to && !PARTS.has(lower(view, to)) && to - at.to < 12) to++;
  return trimmed(view, { from: at.from, to });
}

function trimmed({ sentence }: View, range: Range): Span {
  let { from, to } = range;
  while (to > from + 1 && sentence.words[to - 1]?.sort === 'mark') to--;
  while (from < to - 1 && sentence.words[from]?.sort === 'mark') from++;
  return spanOfWords(sentence, from, to);
}

function fillActive(view: View, clause: Range, at: Range, subject: Filler | null, fillers: Map<Role, Filler[]>): void {
  const { profile } = view;
  put(fillers, 'actor', subject);
  if (!profile.verbFinal) return put(fillers, 'target', phraseAt(view, lower(view, at.to) === 'a' ? at.to + 1 : at.to));
  const marker = view.sentence.words.findIndex((each, n) => n > clause.from && n < clause.to && each.lower === profile.objectMarker);
  if (marker > 0) put(fillers, 'target', phraseBefore(view, marker, clause.from));
}

function fillSlots(view: View, clause: Range, fillers: Map<Role, Filler[]>): void {
  for (let at = clause.from; at < clause.to; at++) {
    const slot = view.profile.slots.find((each) => matches(view, at, each.words));
    if (!slot) continue;
    const next = at + slot.words.length;
    const quoted = PARTS.has(lower(view, next)) ? next + 1 : next;
    const found = phraseAt(view, quoted);
    const isTime = view.sentence.times.some((each) => each.from <= quoted + 1 && quoted < each.to);
    if (!found || isTime || (slot.role === 'place' && !isPlace(view, quoted))) continue;
    put(fillers, slot.role, found);
    at = next;
  }
}

function isPlace({ sentence, profile }: View, at: number): boolean {
  const words = sentence.words.slice(at, at + 3);
  if (words.some((each) => profile.placeWords.has(each.lower))) return true;
  if (profile.verbFinal)
    return words.length > 0 && !ABSTRACT.test(words[0]?.lower ?? '') && !profile.triggers.has(words[0]?.lower ?? '') && !/^\d/.test(words[0]?.lower ?? '');
  return words.some((each, n) => n < 2 && /^\p{Lu}/u.test(each.text)) ?? false;
}

/** Persian words after در that make no place. */
const ABSTRACT =
  /^(?:حال|حالی|مورد|جریان|پی|صورت|ارتباط|واکنش|نتیجه|میان|بازداشت|سال|ماه|روز|هفته|زمان|تاریخ|پاسخ|گفت‌وگو|گفتگو|بیانیه‌ای|نامه‌ای|اعتراض|رابطه|جلسه|دوران|دوره|آن|این|همین|برابر|مقابل|حمایت|پیامی|گزارشی|پرونده|ادامه|آستانه|چارچوب|خصوص|باره|اثر|طول|طی|مجموع|کنار)$/;

/** What stands after a noun trigger: in Persian the next words, in French and Spanish what "de" or "contre" brings. */
function afterOf(view: View, at: number, role: Role): Filler | null {
  if (view.profile.verbFinal) return role === 'place' ? null : phraseAt(view, at);
  const link = lower(view, at);
  if (!['de', "d'", 'du', 'des', 'del', 'contre', 'contra', 'a', 'sobre', 'sur'].includes(link) && !link.startsWith("d'"))
    return role === 'about' ? null : null;
  const next = /^(?:la|las|los|les|l'|le|el)$/.test(lower(view, at + 1)) ? at + 2 : at + 1;
  return role === 'place' && !isPlace(view, next) ? null : phraseAt(view, next);
}

/** The first noun phrase of the clause that stands before the trigger, behind no preposition. */
function subjectOf(view: View, clause: Range, at: Range): Filler | null {
  for (let here = clause.from; here < at.from; here++) {
    if (view.sentence.words[here]?.sort === 'mark' || isTimed(view, here)) continue;
    if (view.profile.bounds.has(lower(view, here))) {
      if (isPreposition(view, here)) here = endOfPhrase(view, here + 1) - 1;
      continue;
    }
    const to = Math.min(endOfPhrase(view, here), at.from);
    if (to === here + 1 && DEMONSTRATIVE.test(lower(view, here))) continue;
    if (to > here) return filler(view, { from: here, to: withTail(view, to, at.from) });
  }
  return null;
}

/** In French and Spanish "de" joins a noun to the one before. */
function withTail(view: View, to: number, limit: number): number {
  if (view.profile.verbFinal || !['de', "d'", 'du', 'des', 'del'].includes(lower(view, to))) return to;
  const end = endOfPhrase(view, to + 1);
  return end > to + 1 && end <= limit ? end : to;
}

const DEMONSTRATIVE = /^(?:این|آن|ce|cette|este|esta|eso)$/;

const isPreposition = (view: View, at: number): boolean =>
  view.profile.slots.some((each) => matches(view, at, each.words)) ||
  ['از', 'به', 'با', 'برای', 'بر', 'تا', 'پس', 'پیش', 'depuis', 'après', 'avant', 'desde', 'tras', 'durante', 'à', 'en', 'a'].includes(lower(view, at));

const isTimed = ({ sentence }: View, at: number): boolean => sentence.times.some((each) => each.from <= at && at < each.to);

const OPENS_DATE = /^(?:le|el|روز|سال|ماه|مورخ)$/;

/** Longest noun phrase that is taken, in words. */
const LONGEST = 7;

function endOfPhrase(view: View, from: number): number {
  let to = from;
  while (to - from < LONGEST) {
    const word = view.sentence.words[to];
    if (!word || PARTS.has(word.lower) || (word.sort === 'mark' && word.text !== '-') || view.profile.bounds.has(word.lower) || isTimed(view, to)) break;
    if (to > from && view.profile.triggers.has(word.lower) && view.profile.verbFinal) break;
    // "à Lyon le 3 mars", "روز ۱۲ مهر": the word before a date is the date's.
    if (to > from && OPENS_DATE.test(word.lower) && isTimed(view, to + 1)) break;
    to++;
    // "پدر و مادر او": two nouns joined are one phrase.
    if (
      view.profile.verbFinal &&
      view.sentence.words[to]?.lower === 'و' &&
      !view.profile.bounds.has(view.sentence.words[to + 1]?.lower ?? 'و') &&
      !view.profile.triggers.has(view.sentence.words[to + 1]?.lower ?? '')
    )
      to++;
  }
  return to;
}

function phraseAt(view: View, from: number): Filler | null {
  let start = from;
  while (/^(?:la|las|los|les|l'|le|el|un|une|una|este|cette)$/.test(lower(view, start)) && start < from + 2) start++;
  const to = endOfPhrase(view, start);
  return to > start ? filler(view, { from: start, to: withTail(view, to, to + LONGEST) }) : null;
}

function phraseBefore(view: View, to: number, limit: number): Filler | null {
  let from = to;
  while (
    from > limit &&
    to - from < LONGEST &&
    !view.profile.bounds.has(lower(view, from - 1)) &&
    !PARTS.has(lower(view, from - 1)) &&
    !isTimed(view, from - 1)
  )
    from--;
  return to > from ? filler(view, { from, to }) : null;
}

function filler({ sentence, analysis }: View, { from, to }: Range): Filler {
  const start = /^(?:le|la|les|el|los|las|un|une|una|این|آن)$/.test(sentence.words[from]?.lower ?? '') && to - from > 1 ? from + 1 : from;
  const span = spanOfWords(sentence, start, to);
  return { text: analysis.source.slice(span), span };
}

/** "۱۲ سال حبس", "12 ans de prison", "cadena perpetua", "اعدام". */
function penaltyOf(view: View, clause: Range): Filler | null {
  const { words } = view.sentence;
  for (let at = clause.from; at < clause.to; at++) {
    if (/^\d+$/.test(lower(view, at)) && /^(?:سال|ماه|ans?|mois|años?|meses)$/.test(lower(view, at + 1))) {
      let to = at + 2;
      while (to < clause.to && to < at + 5 && /^(?:و|نیم|حبس|زندان|تعزیری|de|d'|prison|prisión|cárcel|réclusion|emprisonnement)$/.test(lower(view, to))) to++;
      return filler(view, { from: at, to });
    }
    if (/^(?:اعدام|ابد|perpetua|perpétuité|mort|muerte)$/.test(lower(view, at)) && words[at - 1])
      return filler(view, { from: /^(?:حبس|cadena|peine|pena)$/.test(lower(view, at - 1)) ? at - 1 : at, to: at + 1 });
  }
  return null;
}

function modalityOf(view: View, clause: Range, at: Range): Modality {
  const { profile, sentence } = view;
  const near = sentence.words.slice(clause.from, Math.min(clause.to, at.to + 6)).map((each) => each.lower);
  const has = (set: ReadonlySet<string>): boolean => near.some((each) => set.has(each));
  if (sentence.words.slice(Math.max(clause.from, at.from - 4), at.to + 4).some((each) => profile.negation.has(each.lower))) return 'denied';
  if (profile.demanded.size > 0 && sentence.words.slice(clause.from, at.from).some((each) => profile.demanded.has(each.lower))) return 'demanded';
  if (has(profile.hypothetical)) return 'hypothetical';
  if (has(profile.alleged)) return 'alleged';
  return sentence.words.slice(Math.max(clause.from, at.from - 3), at.to + 3).some((each) => profile.future.has(each.lower)) && profile.verbFinal
    ? 'future'
    : 'asserted';
}
