// Claims from verbs: a clause whose verb has a frame, its participants in the frame's slots.
import type { Span } from '../../base/span.ts';
import type { Role } from '../../model/vocabulary.ts';
import type { Sentence } from '../analysis.ts';
import { ownerNoun, type Clause } from '../clauses.ts';
import { PEOPLE } from '../name-words.ts';
import type { Noun } from '../phrases.ts';
import { spanOfWords } from '../speech.ts';
import { timeOfTimex, timeOfWhens, type TimeFound } from './claim-time.ts';
import { put, type Draft, type Stage } from './draft.ts';
import { ATTEMPTABLE, FRAMES_BY_NOUN, FRAMES_BY_VERB, type Frame } from './frames.ts';
import { spanOf, type Filler } from './mentions.ts';
import { isPlace, placeText, quantityOf } from './noun-kinds.ts';
import { speakerAt } from './said-by.ts';
import { ownStance, stanceOfClause, stronger } from './stance.ts';

/** The claims of a clause's verb: mostly none or one. */
export function verbClaims(stage: Stage, clause: Clause): readonly Draft[] {
  const frames = FRAMES_BY_VERB.get(clause.verb.lemma) ?? [];
  const frame = frames.find((each) => fits(stage, clause, each));
  return frame ? [draftOf(stage, clause, frame)] : [];
}

const headOf = (sentence: Sentence, noun: Noun): string => sentence.words[noun.head]?.lower ?? '';

/** The nouns that the verb acts on, whichever voice it is in. */
export const patients = (clause: Clause): readonly Noun[] => (clause.passive ? [...clause.subject, ...clause.objects] : clause.objects);

/** Words of the clause after its verb, a little past its end. */
function wordsAfter(sentence: Sentence, clause: Clause): readonly string[] {
  const end = sentence.phrases[Math.min(sentence.phrases.length - 1, Math.max(clause.to, clause.index + 4))]?.to ?? clause.verb.to;
  return sentence.words.slice(clause.verb.to, end).map((each) => each.lower);
}

function fits(stage: Stage, clause: Clause, frame: Frame): boolean {
  const { sentence } = stage;
  const heads = patients(clause).map((each) => headOf(sentence, each));
  const prepositions = clause.attached.map((each) => each.preposition);
  const after = wordsAfter(sentence, clause);
  if (frame.notObject && heads.some((each) => frame.notObject?.has(each))) return false;
  if (frame.object && !patients(clause).some((each) => objectFits(stage, each, frame.object ?? new Set()))) return false;
  if (frame.objectModifier && !patients(clause).some((each) => sentence.words.slice(each.from, each.head).some((word) => frame.objectModifier?.has(word.lower)))) return false;
  if (frame.subject && !clause.subject.some((each) => objectFits(stage, each, frame.subject ?? new Set()))) return false;
  if (frame.passive && !clause.passive) return false;
  if (frame.progressive && !goesOnStill(sentence, clause)) return false;
  if (frame.with && !prepositions.some((each) => frame.with?.has(each))) return false;
  if (frame.notWith && prepositions.some((each) => frame.notWith?.has(each))) return false;
  if (frame.withWords && !after.some((each) => frame.withWords?.has(each))) return false;
  if (frame.adverb && !after.slice(0, 5).some((each) => frame.adverb?.has(each)) && !sentence.words.slice(clause.verb.from, clause.verb.to).some((each) => frame.adverb?.has(each.lower))) return false;
  return fitsComplement(stage, clause, frame);
}

/** "is being held", "has been held since May", "was held for two years". */
function goesOnStill(sentence: Sentence, clause: Clause): boolean {
  const group = sentence.words.slice(clause.verb.from, clause.verb.to).map((each) => each.lower);
  if (group.includes('being')) return true;
  const lasting = clause.whens.some((each) => each.preposition === 'since' || each.preposition === 'for' || each.preposition === 'until') || sentence.words[clause.verb.to]?.lower === 'since';
  return lasting && clause.passive;
}

function fitsComplement(stage: Stage, clause: Clause, frame: Frame): boolean {
  const { sentence } = stage;
  const below = sentence.clauses.filter((each) => each.governor === clause);
  if (frame.infinitive && !below.some((each) => each.link === 'infinitive' && frame.infinitive?.has(each.verb.lemma))) return false;
  if (frame.clause && !below.some((each) => each.link === 'that' || each.link === 'infinitive')) return false;
  if (frame.notClause && below.some((each) => each.link === 'that')) return false;
  if (frame.orgOnly && !patients(clause).some((each) => sentence.words[each.head]?.tag === 'NNP')) return false;
  if (frame.rule === 'command.verb' && clause.passive && !clause.attached.some((each) => each.preposition === 'by')) return false;
  if (frame.negative) return clause.verb.negated || [...clause.subject, ...clause.objects].some((each) => ['no', 'little'].includes(sentence.words[each.from]?.lower ?? ''));
  return true;
}

/** Whether a noun is one of `wanted`; 'people' stands for persons and groups, 'harm' for nouns that have a frame of harm. */
function objectFits(stage: Stage, noun: Noun, wanted: ReadonlySet<string>): boolean {
  const { sentence } = stage;
  const head = headOf(sentence, noun);
  if (wanted.has(head) || wanted.has(sentence.words[noun.head]?.lemma ?? '')) return true;
  if (wanted.has('harm') && FRAMES_BY_NOUN.has(sentence.words[noun.head]?.lemma ?? '')) return true;
  return wanted.has('people') && isPeople(stage, noun);
}

export function isPeople({ analysis, sentence }: Stage, noun: Noun): boolean {
  const head = sentence.words[noun.head];
  if (!head) return false;
  if (PEOPLE.has(head.lower) || PEOPLE.has(head.lemma)) return true;
  if (head.tag === 'PRON') return !['it', 'this', 'that', 'itself', 'nothing', 'something', 'anything', 'everything', 'what'].includes(head.lower);
  if (head.tag === 'NUM' || (head.tag === 'DET' && ['some', 'many', 'most', 'all', 'several', 'others', 'both'].includes(head.lower))) return true;
  if (head.tag === 'N' && AGENTS.test(head.lemma) && !NOT_AGENTS.has(head.lemma)) return true;
  if (head.tag !== 'NNP') return false;
  const name = sentence.names.find((each) => each.from <= noun.head && noun.head < each.to);
  return name !== undefined && (name.type !== 'place' || analysis.cast.isPerson(head.text));
}

/** Endings of nouns for people, and words that only look like it. */
const AGENTS = /(?:[a-z]{2}(?:er|or|ist|ian|ant|ee|man)|sary)$/;
const NOT_AGENTS = new Set('paper number matter order letter center power border effort member other offer water river winter summer number factor error terror horror mirror door floor corner chapter cover danger disaster center theater shelter pepper weather labor labour harbor favor color colour honor sector error tenor committee fee degree tree coffee guarantee employee restaurant grant plant warrant covenant want human quarter computer tower character register transfer answer power anger hunger murder newspaper semester chamber december october master career charter counter filter gender layer manner meter monitor motor rumor tumor vapor vector visor minor major fever fiber finger flower former latter liver lever poster shower soccer sugar super temper timber trailer trigger upper user vigor whisper wonder anniversary dispensary necessary century human german woman instrument'.split(' ').filter((each) => !['member', 'employee', 'user', 'woman', 'german', 'minor'].includes(each)));

/** Words from the subject, where it is the clause's own and near, to the end of what belongs to the verb. */
export function quoteOf(sentence: Sentence, clause: Clause): Span {
  const { words, phrases } = sentence;
  let from = clause.from < clause.index && clause.index - clause.from < 30 ? (phrases[clause.from]?.from ?? clause.verb.from) : clause.verb.from;
  const previous = phrases[clause.index - 1];
  if (clause.link === 'participle' && previous?.sort === 'verb' && clause.governor) from = Math.min(from, phrases[clause.governor.from]?.from ?? from);
  const lead = leadingTime(sentence, clause);
  if (lead !== null && lead < from) from = lead;
  let to = phrases[clause.to - 1]?.to ?? clause.verb.to;
  for (const each of sentence.clauses) {
    if (each.governor === clause && (each.link === 'infinitive' || (each.link === 'gerund' && each.linkWord !== ',')) && each.index <= clause.to + 2 && phrases[each.index - 1]?.sort !== 'conjunction') to = Math.max(to, phrases[each.to - 1]?.to ?? to);
  }
  to = Math.max(to, clause.verb.to);
  return { start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 };
}

/** A time that opens the sentence belongs to its first clause. */
function leadingTime(sentence: Sentence, clause: Clause): number | null {
  const first = sentence.phrases[0];
  const main = sentence.clauses.find((each) => each.verb.form === 'finite');
  return first?.sort === 'time' && main === clause ? first.from : null;
}

function draftOf(stage: Stage, clause: Clause, frame: Frame): Draft {
  const { sentence, analysis } = stage;
  const fillers = new Map<Role, Filler[]>();
  fillSlots(stage, clause, frame, fillers);
  fillAbout(stage, clause, frame, fillers);
  if (frame.kind === 'finding') {
    const found = sentence.clauses.find((each) => each.governor === clause && each.link === 'that');
    for (const noun of found?.subject ?? []) if (isPeople(stage, noun)) put(fillers, 'target', stage.mentions.resolve(stage.index, noun));
  }
  const attempted = ATTEMPTABLE.has(frame.kind) && isAttempt(sentence, clause);
  const stance = attempted ? outerStance(sentence, clause) : stanceOfClause(sentence, clause);
  const word = sentence.words[clause.verb.head];
  const start = attempted && clause.governor ? quoteOf(sentence, clause.governor).start : quoteOf(sentence, clause).start;
  return {
    rule: attempted ? 'plot.attempted' : frame.rule,
    kind: attempted ? 'plot' : frame.kind,
    quote: { start: Math.min(start, quoteOf(sentence, clause).start), end: quoteOf(sentence, clause).end },
    trigger: { start: word?.start ?? 0, end: word?.end ?? 0 },
    fillers,
    time: timeSince(stage, clause) ?? timeOfWhens(analysis, sentence, whensOf(clause)) ?? (attempted ? timeOfTimex(analysis, sentence, clause.subject.flatMap((each) => each.times)) : null),
    modality: (frame.kind === 'inaction' || frame.negative) && stance === 'denied' ? 'asserted' : frame.kind === 'sentence' && clause.verb.lemma === 'face' ? stronger(stance, 'hypothetical') : stance,
    saidBy: null,
    confidence: 0.7,
    used: patients(clause).filter((each) => frame.object?.has(headOf(sentence, each)) || !mentioned(sentence, fillers, each)).map((each) => each.head),
  };
}

const mentioned = (sentence: Sentence, fillers: ReadonlyMap<Role, readonly Filler[]>, noun: Noun): boolean => [...fillers.values()].flat().some((each) => each.span.end === sentence.words[noun.to - 1]?.end || each.span.end === sentence.words[noun.head]?.end);

/** Kinds of which a number of people says how many (GUIDE.md, ruling 13). */
const COUNTED: ReadonlySet<string> = new Set(['killing', 'massacre', 'execution', 'attack', 'torture', 'abduction', 'detention', 'displacement', 'arrest', 'charge', 'trial', 'conviction', 'acquittal', 'sentence', 'release', 'death', 'entry-ban', 'extradition', 'exchange']);

/** "since protests began in May": the time of the clause behind "since", open at its end. */
function timeSince({ sentence, analysis }: Stage, clause: Clause): TimeFound | null {
  const since = sentence.clauses.find((each) => each.governor === clause && each.link === 'adverbial' && each.linkWord === 'since' && each.index > clause.index);
  const found = since ? timeOfWhens(analysis, sentence, since.whens) : null;
  if (!since || !found?.time.edtf || found.time.edtf.includes('/')) return null;
  const from = (sentence.phrases[since.from]?.from ?? 1) - 1;
  const span = { start: sentence.words[from]?.start ?? found.span.start, end: found.span.end };
  return { time: { text: analysis.source.slice(span), edtf: `${found.time.edtf}/..` }, span };
}

/** Its own times, or those of the clause that an infinitive or gerund completes. */
const whensOf = (clause: Clause): Clause['whens'] => (clause.whens.length > 0 || !clause.governor || !['infinitive', 'gerund'].includes(clause.link ?? '') ? clause.whens : clause.governor.whens);

const ATTEMPT_VERBS = new Set(['try', 'attempt', 'plan', 'plot', 'aim', 'seek', 'intend', 'conspire', 'order', 'hire', 'prepare', 'scheme', 'want']);
const ATTEMPT_NOUNS = new Set(['plan', 'plans', 'plot', 'plots', 'attempt', 'attempts', 'effort', 'efforts', 'conspiracy', 'scheme', 'bid', 'mission']);

export function isAttempt(sentence: Sentence, clause: Clause): boolean {
  if (clause.link !== 'infinitive') return false;
  if (clause.linkNoun && ATTEMPT_NOUNS.has(headOf(sentence, clause.linkNoun))) return true;
  return clause.governor !== null && ATTEMPT_VERBS.has(clause.governor.verb.lemma) && !clause.governor.verb.negated;
}

/** An attempt stands as its governing verb does: "tried to kill" is asserted. */
const outerStance = (sentence: Sentence, clause: Clause): Draft['modality'] => (clause.governor ? stanceOfClause(sentence, clause.governor) : ownStance(sentence, clause));

function fillSlots(stage: Stage, clause: Clause, frame: Frame, fillers: Map<Role, Filler[]>): void {
  const speaker = speakerAt(stage, spanOfWords(stage.sentence, clause.verb.from, clause.verb.to));
  const fill = (slot: string, nouns: readonly Noun[]): void => {
    const role = frame.slots.get(slot);
    if (!role) return;
    for (const noun of nouns) {
      if (role === 'place') { if (isPlace(stage, noun)) put(fillers, role, placeText(stage, noun, speaker)); continue; }
      if (role === 'outcome' || role === 'title') { put(fillers, role, role === 'outcome' ? penalty(stage, nouns) : plain(stage, noun)); continue; }
      if (role === 'actor' && FRAMES_BY_NOUN.has(stage.sentence.words[noun.head]?.lemma ?? '') && stage.sentence.words[noun.head]?.tag === 'N' && frame.kind !== 'finding') continue;
      if (role === 'about') { put(fillers, role, aboutText(stage, noun, speaker)); continue; }
      put(fillers, role, stage.mentions.resolve(stage.index, ownerOfBody(stage, noun), speaker));
      if (role === 'target' && COUNTED.has(frame.kind)) put(fillers, 'outcome', quantityOf(stage, noun));
    }
  };
  fill('subject', clause.passive ? [] : clause.subject);
  const given = clause.passive && clause.objects.length > 0 && frame.object !== null;
  fill('object', given ? clause.objects : clause.passive ? clause.subject : clause.objects);
  for (const [n, { preposition, nouns }] of clause.attached.entries()) {
    if (preposition === 'by' && !clause.passive) continue;
    const before = clause.attached[n - 1]?.nouns[0];
    const connects = preposition === 'with' && before && ['connection', 'relation'].includes(headOf(stage.sentence, before));
    const inRole = before && preposition === 'in' && ROLE_NOUNS.has(headOf(stage.sentence, before)) && [...frame.slots].some(([slot, role]) => role === 'about' && slot === clause.attached[n - 1]?.preposition);
    if (inRole) { fillers.delete('about'); for (const noun of nouns) put(fillers, 'about', aboutText(stage, noun, speaker)); }
    else if (connects) for (const noun of nouns) put(fillers, 'about', stage.mentions.resolve(stage.index, noun, speaker));
    else if (preposition === 'between' && nouns.length > 1) { fill(preposition, nouns.slice(0, 1)); for (const noun of nouns.slice(1)) put(fillers, 'target', stage.mentions.resolve(stage.index, noun, speaker)); }
    else fill(preposition, nouns);
  }
  for (const noun of given ? clause.subject : clause.recipient ? [clause.recipient] : []) put(fillers, frame.firstObject ?? 'target', stage.mentions.resolve(stage.index, noun, speaker));
}

/** "for their roles in the killing": it is about the killing. */
const ROLE_NOUNS = new Set(['role', 'roles', 'part', 'involvement', 'participation', 'complicity']);
/** Gerunds that only carry their object: "for making threats" is about threats. */
const CARRYING = new Set(['make', 'commit', 'carry', 'perform', 'do', 'have', 'take', 'give']);
const RALLYING = new Set(['condemn', 'protest', 'demand', 'denounce', 'support', 'oppose', 'mark', 'commemorate', 'draw', 'mourn', 'honor', 'honour']);

/** What the gerund or infinitive under a clause says that it is about: "convicted of making threats", "failed to investigate the fire". */
function fillAbout(stage: Stage, clause: Clause, frame: Frame, fillers: Map<Role, Filler[]>): void {
  const { sentence, analysis } = stage;
  for (const below of sentence.clauses) {
    if (below.governor !== clause) continue;
    if (below.link === 'gerund' && frame.slots.get(below.linkWord ?? '') === 'about') {
      const [first] = below.objects;
      const from = CARRYING.has(below.verb.lemma) && first ? first.from : below.verb.head;
      const to = below.objects.at(-1)?.to ?? sentence.phrases[below.to - 1]?.to ?? below.verb.to;
      const span = spanOfWords(sentence, from, Math.max(to, from + 1));
      fillers.delete('about');
      put(fillers, 'about', { text: analysis.source.slice(span).replace(/^(?:an?|the) /, ''), span });
    }
    if (below.link !== 'infinitive' || (frame.kind !== 'inaction' && !(frame.kind === 'protest' && RALLYING.has(below.verb.lemma)))) continue;
    const brought = below.attached.find((each) => ['for', 'on', 'against', 'into', 'to'].includes(each.preposition))?.nouns;
    const nouns = brought && (below.objects.length === 0 || ['draw', 'pursue', 'take', 'bring', 'hold'].includes(below.verb.lemma)) ? brought : below.objects;
    for (const noun of nouns) put(fillers, 'about', aboutText(stage, noun, null));
  }
}

/** What a step is about, counts left out: "perjury" of "two felony counts of perjury". */
function aboutText(stage: Stage, noun: Noun, speaker: string | null): Filler | null {
  const filler = stage.mentions.resolve(stage.index, noun, speaker);
  return filler && { ...filler, text: filler.text.replace(/^(?:\S+ ){0,3}(?:counts?|charges?|crimes?) of /, '').replace(/^(?:his|her|their|its) /, '') };
}

/** "the head of a suspect", "his back": who the body is of. */
function ownerOfBody({ sentence }: Stage, noun: Noun): Noun {
  if (!BODY.has(headOf(sentence, noun))) return noun;
  if (noun.owner) return ownerNoun(noun, noun.owner);
  const at = sentence.phrases.indexOf(noun);
  const of = sentence.phrases[at + 2];
  return sentence.words[noun.to]?.lower === 'of' && of?.sort === 'noun' ? of : noun;
}

const BODY = new Set(['head', 'face', 'body', 'back', 'neck', 'chest', 'cheek', 'legs', 'leg', 'feet', 'hands', 'arms', 'arm', 'stomach', 'ribs', 'throat']);

/** "six years and four months in state prison": all of a penalty, and where it is served. */
function penalty(stage: Stage, nouns: readonly Noun[]): Filler | null {
  const { sentence, analysis } = stage;
  const [first] = nouns;
  const last = nouns.at(-1);
  if (!first || !last) return null;
  let to = last.to;
  for (let at = to; at < to + 4; at++) if (/^(?:prison|jail|custody|detention|confinement|hanging|parole)$/.test(sentence.words[at]?.lower ?? '') && ['in', 'by', 'without', 'behind', 'of'].includes(sentence.words[to]?.lower ?? '')) { to = at + 1; break; }
  const of = sentence.phrases[sentence.phrases.indexOf(last) + 2];
  if (['sentence', 'term', 'sentences', 'terms'].includes(headOf(sentence, last)) && sentence.words[last.to]?.lower === 'of' && of?.sort === 'noun') return penalty(stage, [of]);
  const start = sentence.words[first.from]?.tag === 'DET' ? first.from + 1 : first.from;
  const span = spanOfWords(sentence, start, to);
  return { text: analysis.source.slice(span), span };
}

const plain = ({ sentence, analysis }: Stage, noun: Noun): Filler => {
  const span = spanOf(sentence, noun);
  return { text: analysis.source.slice(span).replace(/^(?:a|an|the) /i, ''), span };
};
