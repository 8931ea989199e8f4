// Claims in a language that is read without a parser: a trigger, the clause that holds it, and the noun phrases around it.
import type { Span } from '../../base/span.ts';
import type { Proposal } from '../../model/claim.ts';
import type { Kind, Role } from '../../model/vocabulary.ts';
import { timeOfWhens } from '../claims/claim-time.ts';
import { put, toProposal, type Draft, type Ground } from '../claims/draft.ts';
import type { Filler } from '../claims/mentions.ts';
import { spanOfWords } from '../speech.ts';
import { plainSpeech } from './plain-speech.ts';
import type { Profile, Trigger } from './profile.ts';
import { NUMBERS, splitAtObject } from './persian-parts.ts';
import { isRejected, modalityOf } from './plain-modality.ts';
import { endOfPhrase, filler, isTimed, OPENS_DATE, PARTS, phraseAt, phraseBefore, pronounAt, startOfPhrase, withTail } from './plain-phrases.ts';
import { lower, matches, type Range, type View } from './view.ts';

/** Proposals of a whole document. Linear in its length. */
export function plainSuggest(ground: Ground, profile: Profile): readonly Proposal[] {
  const { analysis } = ground;
  return analysis.sentences.flatMap((sentence) => {
    if (sentence.isHeader) return [];
    const view: View = { analysis, profile, sentence };
    const speech = plainSpeech(view);
    const drafts = claimsOf({ ...view, speech });
    const statement =
      speech && !drafts.some((each) => each.trigger.start >= speech.content.start && each.trigger.end <= speech.content.end) ? [statementOf(view, speech)] : [];
    return [...drafts, ...statement].map((draft) => {
      const said =
        draft.saidBy && draft.saidBy.length > 0
          ? draft.saidBy
          : speech?.source &&
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
    (trigger.linked && !isLinked(view, trigger.needs, near)) ||
    (trigger.notLinked && isLinked(view, trigger.notLinked, near)) ||
    !has(trigger.needsNear, Math.max(near.from, from - reach), Math.min(near.to, to + 12)) ||
    !has(trigger.needsAfter, to, near.to)
  )
    return false;
  return !trigger.participle || view.profile.verbFinal || voiceOf(view, from, to) !== null || trigger.words.some((row) => row.length > 1);
}

/** "به پنج سال حبس محکوم کرد": the penalty stands behind "به", else something is condemned and nobody sentenced. */
const isLinked = (view: View, needs: ReadonlySet<string> | null, { from, to }: Range): boolean =>
  view.sentence.words.some(
    (word, n) => n >= from && n < to && word.lower === 'به' && view.sentence.words.slice(n + 1, Math.min(to, n + 6)).some((each) => needs?.has(each.lower)),
  );

/** The clause: from the last word or mark that parts clauses to the next. Commas part nothing, as lists and asides have them. */
function clauseAround(view: View, { from, to }: Range): Range {
  const { words } = view.sentence;
  const said = view.speech?.content.start ?? 0;
  // What is said is a clause of its own: "پلیس اعلام کرد او آزاد شد", "به گفته یک منبع، او آزاد شد".
  const opensSaid = (at: number): boolean => view.profile.verbFinal && words[at]?.start === said && said > 0;
  const parts = (at: number): boolean => view.profile.clause.has(lower(view, at)) || ['؛', ';', ':'].includes(lower(view, at)) || opensSaid(at + 1);
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
    if (isAsked(view, from)) return null;
    for (let at = from + 1; at < to + 4; at++) {
      if (lower(view, at) === profile.objectMarker) return null;
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

/** "خواستار آزادی فوری او شدند": the verb belongs to the asking, and the noun behind it is what is asked for. */
const isAsked = (view: View, from: number): boolean => view.profile.demanded.has(lower(view, from - 1)) || view.profile.demanded.has(lower(view, from - 2));

function draftOf(view: View, trigger: Trigger, at: Range): Draft | null {
  const clause = clauseAround(view, at);
  const voice = trigger.activeVerb ? 'active' : voiceOf(view, at.from, at.to);
  const fillers = new Map<Role, Filler[]>();
  // A noun without a verb of its own has the phrases right behind it, not those of the whole clause.
  const isBare = voice === null && !trigger.verb && view.profile.verbFinal;
  fillSlots(view, isBare ? { from: at.to, to: Math.min(clause.to, at.to + NEAR) } : clause, fillers);
  const subject = subjectOf(view, clause, at);
  if (trigger.verb) put(fillers, trigger.subject ?? 'actor', subject);
  else if (voice === 'passive') put(fillers, trigger.subject ?? 'target', subject ?? phraseAt(view, at.to));
  else if (voice === 'active') fillActive(view, { trigger, clause, at, subject }, fillers);
  if (trigger.owner) {
    const owner = PARTS.has(lower(view, at.from - 1)) ? phraseBefore(view, at.from - 1, clause.from) : null;
    if (!owner) return null;
    put(fillers, trigger.owner, owner);
  }
  if (trigger.after && voice !== 'passive' && !(trigger.after === 'target' && fillers.has('target')))
    put(fillers, trigger.after, afterOf(view, at.to, trigger.after));
  if (trigger.penalty) put(fillers, 'outcome', penaltyOf(view, clause));
  if (trigger.penaltyWord && at.to - at.from > 1) put(fillers, 'outcome', filler(view, at));
  if (COUNTED.has(trigger.kind)) for (const each of fillers.get('target') ?? []) put(fillers, 'outcome', countOf(view, each));
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
    saidBy: isRejected(view, clause, at) ? listOf(rangeFiller(view, clause.from, at.from)) : [],
    confidence: 0.45,
  };
}

/** Kinds of which it is told how many they befell. */
const COUNTED: ReadonlySet<Kind> = new Set<Kind>([
  'killing',
  'execution',
  'arrest',
  'detention',
  'torture',
  'release',
  'charge',
  'abduction',
  'death',
  'displacement',
]);

/** "دست‌کم ۱۲ نفر": the number that opens a Persian noun phrase, with what bounds it; "یک" alone counts nobody. */
function countOf(view: View, { span }: Filler): Filler | null {
  const from = view.sentence.words.findIndex((each) => each.start === span.start);
  if (!view.profile.verbFinal || from < 0) return null;
  const at = /^(?:دست‌کم|حداقل|حدود|بیش)$/.test(lower(view, from)) ? from + 1 : from;
  const counts = /^\d+$/.test(lower(view, at)) || (NUMBERS.has(lower(view, at)) && lower(view, at) !== 'یک');
  return counts ? filler(view, { from, to: at + 1 }) : null;
}

const listOf = (each: Filler | null): readonly Filler[] => (each ? [each] : []);

function rangeFiller(view: View, from: number, to: number): Filler | null {
  const end = Math.min(endOfPhrase(view, from), to);
  return end > from ? filler(view, { from, to: end }) : null;
}

/** Words behind a bare noun that are taken for its own. */
const NEAR = 6;

/** The whole clause of a verb, at most; of a noun its phrase with what follows up to a mark. */
function quoteOf(view: View, clause: Range, at: Range, whole: boolean): Span {
  if (whole) return trimmed(view, clause);
  let to = at.to;
  if (view.profile.verbFinal) return trimmed(view, { from: at.from, to: endOfNominal(view, at.to, clause.to) });
  while (to < clause.to && !PARTS.has(lower(view, to)) && to - at.to < 12) to++;
  return trimmed(view, { from: at.from, to });
}

/** Past the noun phrase behind a Persian noun, and one more that به, در or علیه brings: "حمله به پاسگاه برود". */
function endOfNominal(view: View, from: number, limit: number): number {
  let to = Math.min((pronounAt(view, from) ?? endOfPhrase(view, from) - 1) + 1, limit);
  while (to < limit && (isTimed(view, to) || OPENS_DATE.test(lower(view, to)))) to++;
  if (!['به', 'در', 'علیه', 'از', 'توسط'].includes(lower(view, to))) return to;
  const end = Math.min(endOfPhrase(view, to + 1), limit);
  return end > to + 1 && !view.profile.active.has(lower(view, end)) && !view.profile.passive.has(lower(view, end)) ? end : to;
}

function trimmed({ sentence }: View, range: Range): Span {
  let { from, to } = range;
  while (to > from + 1 && sentence.words[to - 1]?.sort === 'mark') to--;
  while (from < to - 1 && sentence.words[from]?.sort === 'mark') from++;
  return spanOfWords(sentence, from, to);
}

type Active = { readonly trigger: Trigger; readonly clause: Range; readonly at: Range; readonly subject: Filler | null };

function fillActive(view: View, { trigger, clause, at, subject }: Active, fillers: Map<Role, Filler[]>): void {
  const { profile } = view;
  if (!profile.verbFinal) put(fillers, 'actor', subject);
  if (!profile.verbFinal) return put(fillers, 'target', phraseAt(view, lower(view, at.to) === 'a' ? at.to + 1 : at.to));
  const marker = view.sentence.words.findIndex((each, n) => n > clause.from && n < clause.to && each.lower === profile.objectMarker);
  if (marker < 0) return put(fillers, 'actor', subject);
  const first = startOfPhrase(view, marker, clause.from);
  const start = lower(view, first - 1) === 'در' ? (placeBefore(view, first)?.to ?? first) : first;
  const { actor, object } = splitAtObject(view.sentence.words, { from: start, to: marker }, (word) => profile.triggers.has(word));
  if (actor) put(fillers, 'actor', filler(view, actor));
  else if (subject && subject.span.end <= (view.sentence.words[start]?.start ?? 0)) put(fillers, 'actor', subject);
  if (object.to > object.from && trigger.kind !== 'statement') put(fillers, 'target', filler(view, object));
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
    const whole = slot.role === 'about' ? withAgainst(view, quoted, clause.to) : null;
    const place = slot.role === 'place' ? placeBefore(view, quoted) : null;
    put(fillers, slot.role, whole ? filler(view, whole) : place ? filler(view, place) : found);
    at = (whole?.to ?? next + 1) - 1;
  }
}

/** "در استکهلم یان کرال را": the place is its first word, as a whole name stands between it and the object marker. Null elsewhere. */
function placeBefore(view: View, from: number): Range | null {
  const to = endOfPhrase(view, from);
  const words = view.profile.placeWords.has(lower(view, from)) ? 2 : 1;
  return view.profile.verbFinal && lower(view, to) === view.profile.objectMarker && to - from > words + 1 ? { from, to: from + words } : null;
}

/** "به اتهام تبلیغ علیه نظام": what it is against belongs to the charge. Null where nothing is. */
function withAgainst(view: View, from: number, limit: number): Range | null {
  const against = endOfPhrase(view, from);
  if (!view.profile.verbFinal || lower(view, against) !== 'علیه') return null;
  const to = Math.min(endOfPhrase(view, against + 1), limit);
  return to > against + 1 ? { from, to } : null;
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
  if (view.profile.verbFinal) {
    const pronoun = pronounAt(view, at);
    if (pronoun !== null) return filler(view, { from: pronoun, to: pronoun + 1 });
    return role === 'place' ? null : phraseAt(view, at);
  }
  const link = lower(view, at);
  if (!['de', "d'", 'du', 'des', 'del', 'contre', 'contra', 'a', 'sobre', 'sur'].includes(link) && !link.startsWith("d'"))
    return role === 'about' ? null : null;
  const next = /^(?:la|las|los|les|l'|le|el)$/.test(lower(view, at + 1)) ? at + 2 : at + 1;
  return role === 'place' && !isPlace(view, next) ? null : phraseAt(view, next);
}

/** The first noun phrase of the clause that stands before the trigger, behind no preposition. */
function subjectOf(view: View, clause: Range, at: Range): Filler | null {
  for (let here = clause.from; here < at.from; here++) {
    const opensDate = OPENS_DATE.test(lower(view, here)) && isTimed(view, here + 1);
    if (view.sentence.words[here]?.sort === 'mark' || isTimed(view, here) || opensDate) continue;
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

const DEMONSTRATIVE = /^(?:این|آن|ce|cette|este|esta|eso)$/;

const isPreposition = (view: View, at: number): boolean =>
  view.profile.slots.some((each) => matches(view, at, each.words)) ||
  ['از', 'به', 'با', 'برای', 'بر', 'تا', 'پس', 'پیش', 'depuis', 'après', 'avant', 'desde', 'tras', 'durante', 'à', 'en', 'a'].includes(lower(view, at));

/** "۱۲ سال حبس", "12 ans de prison", "cadena perpetua", "اعدام". */
function penaltyOf(view: View, clause: Range): Filler | null {
  const { words } = view.sentence;
  for (let at = clause.from; at < clause.to; at++) {
    if ((/^\d+$/.test(lower(view, at)) || NUMBERS.has(lower(view, at))) && /^(?:سال|ماه|ans?|mois|años?|meses)$/.test(lower(view, at + 1))) {
      let to = at + 2;
      while (to < clause.to && to < at + 5 && /^(?:و|نیم|حبس|زندان|تعزیری|de|d'|prison|prisión|cárcel|réclusion|emprisonnement)$/.test(lower(view, to))) to++;
      return filler(view, { from: at, to });
    }
    if (/^(?:اعدام|ابد|perpetua|perpétuité|mort|muerte)$/.test(lower(view, at)) && words[at - 1])
      return filler(view, { from: /^(?:حبس|cadena|peine|pena)$/.test(lower(view, at - 1)) ? at - 1 : at, to: at + 1 });
  }
  return null;
}
