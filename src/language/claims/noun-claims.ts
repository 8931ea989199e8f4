// Claims from nouns: "the 1988 massacre", "his arrest by Swiss police in 2019", and nouns carried by a light verb ("held rallies").
import type { Role } from '../../model/vocabulary.ts';
import type { Sentence } from '../analysis.ts';
import type { Attached, Clause } from '../clause.ts';
import { gather } from '../gather.ts';
import { ownerNoun } from '../subjects.ts';
import type { Noun, When } from '../phrases.ts';
import { spanOfWords } from '../speech.ts';
import { atAnniversary } from './anniversary.ts';
import { whensOf } from './clause-time.ts';
import { timeOfTimex, timeOfWhens } from './claim-time.ts';
import { put, type Draft, type Stage } from './draft.ts';
import { ATTEMPTABLE, FRAMES_BY_NOUN, type Frame } from './frames.ts';
import type { Filler } from './mentions.ts';
import { isPeople, isPlace, placeText, quantityOf } from './noun-kinds.ts';
import { speakerAt } from './said-by.ts';
import { stanceOfClause, stanceOfNoun } from './stance.ts';
import { quoteOf } from './clause-quote.ts';
import { isAttempt, isUnfit } from './verb-claims.ts';

/** Verbs that only carry their noun: "held a rally", "carried out an attack", "issued a warrant". */
const LIGHT = new Set(
  'hold stage carry launch conduct make file issue open mount impose commit serve hand get receive face order organise organize undertake open continue begin start take place mark see lodge pursue perform step do suffer undergo stand attend join lead resist initiate announce reject hear dismiss uphold grant'.split(
    ' ',
  ),
);
/** Light verbs whose subject undergoes what the noun says. */
const UNDERGOING = new Set(['face', 'suffer', 'undergo', 'receive', 'get', 'stand', 'resist']);

/** Verbs whose subject holds a trial, or decides of one, and is not tried. */
const HOLDING = new Set('order hold conduct open organise organize launch announce issue grant reject dismiss uphold stage hear'.split(' '));

/** Kinds that somebody is in or under: "is under house arrest". */
const CONFINING: ReadonlySet<string> = new Set(['detention', 'repression']);

/** Verbs whose object comes about: "sparked protests". */
const CAUSING = new Set(['spark', 'trigger', 'spawn', 'provoke', 'prompt', 'ignite', 'unleash']);

/** Verbs that say of their subject that it takes place; the object of some is where. */
const OCCURRING = new Set('take begin start open continue resume follow erupt break occur happen last rock hit shake sweep grip engulf spread'.split(' '));

/** What these verbs name after "of" or "with" is the charge, unless it tells of whom. */
const LEGAL_VERBS = new Set('convict charge accuse acquit sentence indict arraign find try clear suspect arrest'.split(' '));

/** Where a noun stands in its sentence. */
type Place = { readonly noun: Noun; readonly index: number; readonly clause: Clause | null; readonly preposition: string | null; readonly isSubject: boolean };

/** The claims of a sentence's nouns, `taken` (the words of other claims' triggers and objects) left out. */
export function nounClaims(stage: Stage, taken: ReadonlySet<number>): readonly Draft[] {
  const { sentence } = stage;
  return sentence.phrases.flatMap((phrase, index): readonly Draft[] => {
    if (phrase.sort !== 'noun' || taken.has(phrase.head)) return [];
    const lemma = sentence.words[phrase.head]?.lemma ?? '';
    const place = placeOf(sentence, phrase, index);
    const frame = (FRAMES_BY_NOUN.get(lemma) ?? []).find((each) => fits(stage, place, each));
    if (!frame) return [];
    const draft = draftOf(stage, place, frame);
    return draft ? [draft] : [];
  });
}

function placeOf(sentence: Sentence, noun: Noun, index: number): Place {
  const { clauses, phrases } = sentence;
  const preposition = phrases[index - 1]?.sort === 'preposition' ? phrases[index - 1] : undefined;
  const subjectOf = clauses.find((each) => each.subject.includes(noun) && each.link !== 'gerund' && each.link !== 'infinitive');
  if (subjectOf && preposition?.sort !== 'preposition') return { noun, index, clause: subjectOf, preposition: null, isSubject: true };
  const objectOf = clauses.find((each) => each.objects.includes(noun));
  if (objectOf) return { noun, index, clause: objectOf, preposition: null, isSubject: false };
  const attachedTo = clauses.find((each) => each.attached.some((one) => one.nouns.includes(noun)));
  const through = attachedTo?.attached.find((one) => one.nouns.includes(noun))?.preposition ?? (preposition?.sort === 'preposition' ? preposition.lower : null);
  return { noun, index, clause: attachedTo ?? clauses.findLast((each) => each.index < index) ?? null, preposition: through ?? 'beside', isSubject: false };
}

function fits({ sentence }: Stage, { noun, index }: Place, frame: Frame): boolean {
  const { words, phrases } = sentence;
  const inside = words.slice(noun.from, noun.head).map((each) => each.lower);
  if (frame.modifierNot && inside.some((each) => frame.modifierNot?.has(each))) return false;
  if (frame.modifier && !inside.some((each) => frame.modifier?.has(each) || frame.modifier?.has(each.replace(/s$/, '')))) return false;
  const before = phrases[index - 1]?.sort === 'preposition' ? phrases[index - 2] : phrases[index - 1];
  const head = before?.sort === 'noun' ? words[before.head]?.lemma : before?.sort === 'verb' ? before.lemma : '';
  if (frame.notAfter && (frame.notAfter.has(head ?? '') || words.slice(Math.max(0, noun.from - 3), noun.from).some((each) => frame.notAfter?.has(each.lemma))))
    return false;
  const of = phrases[index + 1]?.sort === 'preposition' && words[phrases[index + 1]?.from ?? 0]?.lower === 'of' ? phrases[index + 2] : undefined;
  if (frame.notOf && of?.sort === 'noun' && frame.notOf.has(words[of.head]?.lemma ?? '')) return false;
  const struck = phrases[index + 2];
  if (frame.notTarget && phrases[index + 1]?.sort === 'preposition' && struck?.sort === 'noun' && frame.notTarget.has(words[struck.head]?.lower ?? ''))
    return false;
  if (frame.with && !frame.with.has(words[noun.to]?.lower ?? '')) return false;
  if (frame.infinitive) {
    const next = sentence.clauses.find((each) => each.index > index && each.index <= index + 4 && each.verb.form === 'infinitive');
    if (!next || !frame.infinitive.has(next.verb.lemma)) return false;
  }
  return !frame.ofPeople || namesSomebody(sentence, noun, of?.sort === 'noun' ? of : null);
}

/** "the death of Ana Kolar", "her death", "the loss of the leader": of a person, not of time or money. */
function namesSomebody(sentence: Sentence, noun: Noun, of: Noun | null): boolean {
  const person = (each: Noun | null): boolean => {
    const head = each ? sentence.words[each.head] : undefined;
    return (
      head !== undefined &&
      (head.tag === 'NNP' ||
        head.tag === 'PRON' ||
        /(?:er|ers|or|ors|ist|ists|man|men|people|leader|child|children|boys?|girls?|civilians?|prisoners?|victims?)$/.test(head.lower))
    );
  };
  if (noun.owner) return !['its'].includes(sentence.words[noun.owner.from]?.lower ?? '') || person(of);
  return person(of);
}

function draftOf(stage: Stage, place: Place, frame: Frame): Draft | null {
  const { sentence, analysis } = stage;
  const { noun, index, clause } = place;
  const occurs = clause !== null && place.isSubject && !clause.passive && OCCURRING.has(clause.verb.lemma);
  const light = clause !== null && place.preposition === null && (occurs || (LIGHT.has(clause.verb.lemma) && place.isSubject === clause.passive));
  const right = gather(sentence, lastOfEvents(sentence, index) + 1, 'never');
  const attached =
    light && clause ? [...right.attached, ...clause.attached.filter((each) => !right.attached.some((other) => other.index === each.index))] : right.attached;
  const fillers = new Map<Role, Filler[]>();
  const speaker = speakerAt(stage, spanOfWords(sentence, noun.from, noun.to));
  fillOwn(stage, noun, frame, fillers, speaker);
  for (const [n, each] of attached.entries()) if (!isOfEvent(sentence, attached[n - 1])) fillAttached(stage, each, frame, fillers, speaker);
  fillGerund(stage, place, frame, fillers);
  if (frame.kind === 'inaction') {
    const below = sentence.clauses.find((each) => each.index > index && each.index <= index + 4 && each.verb.form === 'infinitive');
    const brought = below?.attached.find((each) => ['for', 'on', 'against', 'into'].includes(each.preposition))?.nouns ?? below?.objects ?? [];
    for (const each of brought) put(fillers, 'about', stage.mentions.resolve(stage.index, each, speaker));
  }
  const undergone =
    clause !== null &&
    CONFINING.has(frame.kind) &&
    ['be', 'remain', 'stay', 'place', 'put', 'hold', 'keep', 'take', 'live'].includes(clause.verb.lemma) &&
    ['under', 'in', 'into'].includes(place.preposition ?? '') &&
    clause.index < index;
  if (undergone && !fillers.has('target'))
    for (const each of clause.passive || clause.verb.lemma === 'be' || clause.objects.length === 0 ? clause.subject : clause.objects)
      put(fillers, 'target', stage.mentions.resolve(stage.index, each, speaker));
  if (light && clause) fillLight(stage, { event: noun, clause, frame }, fillers, speaker);
  const whens: readonly When[] = (light || undergone) && clause ? [...right.whens, ...(decidesTo(clause) ? whensOf(clause) : clause.whens)] : right.whens;
  const told = timeOfTimex(analysis, sentence, noun.times) ?? timeOfWhens(analysis, sentence, whens);
  const time = atAnniversary(sentence, noun, told);
  // "our call for his release": the author's own.
  const ours = frame.kind === 'demand' && ['our', 'my'].includes(sentence.words[noun.from]?.lower ?? '');
  const caused = clause !== null && place.preposition === null && CAUSING.has(clause.verb.lemma) && place.isSubject === clause.passive;
  fillAimed(stage, place, fillers, speaker);
  if (!frame.bare && !ours && !caused && !light && fillers.size === 0 && !time) return null;
  const charged = clause !== null && LEGAL_VERBS.has(clause.verb.lemma) && ['of', 'with', 'for', 'on'].includes(place.preposition ?? '');
  if (charged && !fillers.has('target') && !fillers.has('actor')) return null;
  const pointsBack =
    ['sentence', 'conviction', 'appeal'].includes(frame.kind) &&
    !light &&
    !time &&
    [...fillers.keys()].every((role) => role === frame.slots.get('owner')) &&
    noun.owner !== null &&
    sentence.words[noun.owner.from]?.tag === 'POSS';
  if (pointsBack) return null;
  const own = spanOfWords(sentence, noun.from, Math.max(noun.to, lastWord(sentence, index, right.to)));
  if (light && clause && isUnfit(sentence, clause)) return null;
  const quote = (light || undergone || (frame.whole && place.isSubject)) && clause ? quoteOf(sentence, clause) : own;
  const word = sentence.words[noun.head];
  const modality = stanceOfNoun(sentence, noun, clause, place.preposition, place.isSubject);
  if (light && clause && ATTEMPTABLE.has(frame.kind) && isAttempt(sentence, clause)) {
    return {
      rule: 'plot.attempted',
      kind: 'plot',
      quote,
      trigger: { start: word?.start ?? 0, end: word?.end ?? 0 },
      fillers,
      time,
      modality: clause.governor ? stanceOfClause(sentence, clause.governor) : 'asserted',
      saidBy: null,
      confidence: 0.6,
    };
  }
  return {
    rule: frame.rule,
    kind: frame.kind,
    quote,
    trigger: { start: word?.start ?? 0, end: word?.end ?? 0 },
    fillers,
    time,
    modality: frame.kind === 'inaction' && modality === 'denied' ? 'asserted' : modality,
    saidBy: null,
    confidence: light ? 0.65 : 0.55,
  };
}

/** "the arrest and detention of Mira Halim": where the last event of a list stands, which bears what is said of them all. */
function lastOfEvents({ phrases, words }: Sentence, index: number): number {
  let at = index;
  for (let steps = 0; steps < 4; steps++) {
    const comma = phrases[at + 1]?.sort === 'comma' ? at + 2 : at + 1;
    const next = phrases[comma]?.sort === 'conjunction' ? comma + 1 : comma;
    const noun = phrases[next];
    const isEvent = next > at + 1 && noun?.sort === 'noun' && words[noun.head]?.tag === 'N' && FRAMES_BY_NOUN.has(words[noun.head]?.lemma ?? '');
    if (!isEvent || noun.owner) break;
    at = next;
  }
  return phrases[at + 1]?.sort === 'preposition' ? at : index;
}

/** "sanctions over the crackdown on unions": what follows another event is that event's. */
function isOfEvent(sentence: Sentence, before: Attached | undefined): boolean {
  const event = before?.nouns.at(-1);
  const word = event ? sentence.words[event.head] : undefined;
  return word !== undefined && word.tag === 'N' && FRAMES_BY_NOUN.has(word.lemma);
}

/** "attacks targeting journalists": at whom the event behind its noun is aimed. */
function fillAimed(stage: Stage, { noun, index }: Place, fillers: Map<Role, Filler[]>, speaker: string | null): void {
  const below = stage.sentence.clauses.find((each) => each.index === index + 1 && each.link === 'gerund' && each.linkNoun === noun);
  if (below?.verb.lemma !== 'target' || fillers.has('target')) return;
  for (const each of below.objects) put(fillers, 'target', stage.mentions.resolve(stage.index, each, speaker));
}

/** "a conviction for making threats", "his arrest for taking pictures": what the gerund behind a step says that it is about. */
function fillGerund({ sentence, analysis }: Stage, { noun, index }: Place, frame: Frame, fillers: Map<Role, Filler[]>): void {
  const below = sentence.clauses.find((each) => each.link === 'gerund' && each.index === index + 2 && each.linkNoun === noun);
  if (!below || frame.slots.get(below.linkWord ?? '') !== 'about') return;
  const span = spanOfWords(sentence, below.verb.head, below.objects.at(-1)?.to ?? sentence.phrases[below.to - 1]?.to ?? below.verb.to);
  put(fillers, 'about', { text: analysis.source.slice(span), span });
}

/** "decided in January not to open an inquiry": the verb before tells when. */
const decidesTo = (clause: Clause): boolean => clause.link === 'infinitive' && clause.linkNoun === null;

const lastWord = (sentence: Sentence, index: number, to: number): number => sentence.phrases[Math.max(index, to - 1)]?.to ?? 0;

function fillOwn(stage: Stage, noun: Noun, frame: Frame, fillers: Map<Role, Filler[]>, speaker: string | null): void {
  const { sentence, mentions, index } = stage;
  const role = frame.slots.get('owner');
  if (noun.owner && ownsTime(noun)) return;
  if (noun.owner && role) put(fillers, role, mentions.resolve(index, ownerNoun(noun, noun.owner), speaker));
  else if (!noun.owner && role === 'actor') {
    // "Swedish police raid", "United Nations resolution": a name or nationality before the noun acts.
    const name = sentence.names.find((each) => each.from >= noun.from && each.to <= noun.head && each.type === 'organization');
    if (name) put(fillers, 'actor', mentions.resolve(index, { ...noun, from: name.from, to: name.to, head: name.to - 1, owner: null }, speaker));
  }
  put(fillers, 'outcome', frame.kind === 'sentence' ? penaltyOf(stage, noun) : null);
}

/** "Friday's clashes": the owner is when, not who. */
const ownsTime = (noun: Noun): boolean =>
  noun.owner !== null && noun.times.some((each) => noun.owner !== null && each.from >= noun.owner.from && each.to <= noun.owner.to + 1);

/** "20-year sentence", "death sentence", "one-year jail terms": the phrase itself is the penalty. */
function penaltyOf({ sentence, analysis }: Stage, noun: Noun): Filler | null {
  const from = noun.owner ? noun.owner.to + (sentence.words[noun.owner.to]?.tag === 'GEN' ? 1 : 0) : noun.from;
  const start = sentence.words[from]?.tag === 'DET' ? from + 1 : from;
  if (start >= noun.head) return null;
  const span = spanOfWords(sentence, start, noun.to);
  return { text: analysis.source.slice(span), span };
}

function fillAttached(stage: Stage, { preposition, nouns }: Attached, frame: Frame, fillers: Map<Role, Filler[]>, speaker: string | null): void {
  const role = frame.slots.get(preposition);
  if (!role) return;
  for (const noun of nouns) {
    if (role === 'place') {
      if (isPlace(stage, noun)) put(fillers, role, placeText(stage, noun, speaker));
      continue;
    }
    // "extended the detention by three months"
    if (role === 'actor' && (noun.times.length > 0 || /^(?:day|week|month|year|hour)s?$/.test(stage.sentence.words[noun.head]?.lower ?? ''))) continue;
    // "the sentence of Ana Kolar"
    if (role === 'outcome' && frame.kind === 'sentence' && preposition === 'of' && isPeople(stage, noun)) {
      put(fillers, 'target', stage.mentions.resolve(stage.index, noun, speaker));
      continue;
    }
    if (preposition === 'between' && noun !== nouns[0]) {
      put(fillers, 'target', stage.mentions.resolve(stage.index, noun, speaker));
      continue;
    }
    const crime = frame.kind === 'warrant' && role === 'target' && !isPeople(stage, noun);
    if (crime && preposition === 'against') continue;
    put(fillers, crime ? 'about' : role, stage.mentions.resolve(stage.index, noun, speaker));
    if (role === 'target' && !['threat', 'plot', 'sanction'].includes(frame.kind)) put(fillers, 'outcome', quantityOf(stage, noun));
  }
}

/** The subject of a light verb does what its noun says, or undergoes it. */
function fillLight(
  stage: Stage,
  { event, clause, frame }: { readonly event: Noun; readonly clause: Clause; readonly frame: Frame },
  fillers: Map<Role, Filler[]>,
  speaker: string | null,
): void {
  if (clause.passive) return;
  if (clause.subject.some((each) => stage.sentence.words[each.head]?.start === stage.sentence.words[event.head]?.start)) {
    for (const each of clause.objects) if (isPlace(stage, each)) put(fillers, 'place', stage.mentions.resolve(stage.index, each, speaker));
    return;
  }
  const isTried = ['trial', 'conviction'].includes(frame.kind) && !HOLDING.has(clause.verb.lemma);
  const role: Role = UNDERGOING.has(clause.verb.lemma) || isTried ? 'target' : 'actor';
  if (!fillers.has(role)) for (const noun of clause.subject) put(fillers, role, stage.mentions.resolve(stage.index, noun, speaker));
}
