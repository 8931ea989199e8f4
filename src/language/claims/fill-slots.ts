// The participants of a clause in the slots of its frame, each resolved and with where it was read from.
import type { Role } from '../../model/vocabulary.ts';
import type { Clause } from '../clause.ts';
import type { Noun } from '../phrases.ts';
import { spanOfWords } from '../speech.ts';
import { ownerNoun } from '../subjects.ts';
import { put, type Stage } from './draft.ts';
import { headOf, patients } from './frame-fits.ts';
import { FRAMES_BY_NOUN, type Frame } from './frames.ts';
import { spanOf, type Filler } from './mentions.ts';
import { isPeople, isPlace, placeText, quantityOf } from './noun-kinds.ts';
import { speakerAt } from './said-by.ts';

/** Kinds of which a number of people says how many (GUIDE.md, ruling 13). */
const COUNTED: ReadonlySet<string> = new Set([
  'killing',
  'massacre',
  'execution',
  'attack',
  'torture',
  'abduction',
  'detention',
  'displacement',
  'arrest',
  'charge',
  'trial',
  'conviction',
  'acquittal',
  'sentence',
  'release',
  'death',
  'entry-ban',
  'extradition',
  'exchange',
]);

export function fillSlots(stage: Stage, clause: Clause, frame: Frame, fillers: Map<Role, Filler[]>): void {
  const speaker = speakerAt(stage, spanOfWords(stage.sentence, clause.verb.from, clause.verb.to));
  const fill = (slot: string, nouns: readonly Noun[]): void => {
    const role = frame.slots.get(slot);
    if (!role) return;
    for (const noun of nouns) {
      if (role === 'place') {
        if (isPlace(stage, noun)) put(fillers, role, placeText(stage, noun, speaker));
        continue;
      }
      if (role === 'outcome' && frame.kind === 'reparation' && !/\d/.test(penalty(stage, nouns)?.text ?? '')) continue;
      if (role === 'outcome' || role === 'title') {
        put(fillers, role, role === 'outcome' ? penalty(stage, nouns) : plain(stage, noun));
        continue;
      }
      if (
        role === 'actor' &&
        FRAMES_BY_NOUN.has(stage.sentence.words[noun.head]?.lemma ?? '') &&
        stage.sentence.words[noun.head]?.tag === 'N' &&
        frame.kind !== 'finding'
      )
        continue;
      if (role === 'target' && frame.kind === 'command' && FRAMES_BY_NOUN.has(stage.sentence.words[noun.head]?.lemma ?? '')) {
        put(fillers, 'about', aboutText(stage, noun, speaker));
        continue;
      }
      if (role === 'about') {
        put(fillers, role, aboutText(stage, noun, speaker));
        continue;
      }
      put(fillers, role, otherThan(stage, fillers.get('actor') ?? [], ownerOfBody(stage, noun), speaker));
      if (role === 'target' && COUNTED.has(frame.kind)) put(fillers, 'outcome', quantityOf(stage, noun));
    }
  };
  fill('subject', clause.passive ? [] : clause.subject);
  if (frame.kind === 'appointment' && (clause.passive || clause.recipient)) for (const noun of clause.objects) put(fillers, 'title', titleText(stage, noun));
  if (frame.kind === 'entry-ban') for (const noun of patients(clause)) put(fillers, 'target', holderOf(stage, noun, speaker));
  const given = clause.passive && clause.objects.length > 0 && frame.object !== null;
  const isOffice = frame.kind === 'appointment' && clause.recipient !== null;
  fill('object', isOffice ? [] : given ? clause.objects : clause.passive ? clause.subject : clause.objects);
  for (const [n, { preposition, nouns }] of clause.attached.entries()) {
    if (preposition === 'by' && !clause.passive) continue;
    // "a complaint against two officials for crimes against humanity", "beaten on the soles of his feet".
    const last = clause.attached[n - 1]?.nouns.at(-1);
    if (preposition === 'against' && last && /^(?:crimes?|offen[cs]es?|violence)$/.test(headOf(stage.sentence, last))) continue;
    if (preposition === 'on' && frame.kind === 'torture' && !nouns.some((noun) => isPeople(stage, ownerOfBody(stage, noun)))) continue;
    const before = clause.attached[n - 1]?.nouns[0];
    const connects = preposition === 'with' && before && ['connection', 'relation'].includes(headOf(stage.sentence, before));
    const inRole =
      before &&
      preposition === 'in' &&
      ROLE_NOUNS.has(headOf(stage.sentence, before)) &&
      [...frame.slots].some(([slot, role]) => role === 'about' && slot === clause.attached[n - 1]?.preposition);
    if (inRole) {
      fillers.delete('about');
      for (const noun of nouns) put(fillers, 'about', aboutText(stage, noun, speaker));
    } else if (
      LEGAL.has(frame.kind) &&
      ['on', 'over', 'under', 'with'].includes(preposition) &&
      nouns.some((noun) => CHARGE_NOUNS.has(headOf(stage.sentence, noun)))
    )
      for (const noun of nouns) put(fillers, 'about', aboutText(stage, noun, speaker));
    else if (belongsToEvent(stage, clause, n) && ['target', 'actor'].includes(frame.slots.get(preposition) ?? '')) continue;
    else if (connects) for (const noun of nouns) put(fillers, 'about', stage.mentions.resolve(stage.index, noun, speaker));
    else if (preposition === 'between' && nouns.length > 1) {
      fill(preposition, nouns.slice(0, 1));
      for (const noun of nouns.slice(1)) put(fillers, 'target', stage.mentions.resolve(stage.index, noun, speaker));
    } else fill(preposition, nouns);
  }
  for (const noun of given ? clause.subject : clause.recipient ? [clause.recipient] : [])
    put(fillers, frame.firstObject ?? 'target', stage.mentions.resolve(stage.index, noun, speaker));
}

/** "Officers took them away": whom a pronoun names is not who acts. */
function otherThan(stage: Stage, actors: readonly Filler[], noun: Noun, speaker: string | null): Filler | null {
  const found = stage.mentions.resolve(stage.index, noun, speaker);
  const isPronoun = stage.sentence.words[noun.head]?.tag === 'PRON' && !/sel(?:f|ves)$/.test(headOf(stage.sentence, noun));
  if (!found || !isPronoun || !actors.some((each) => each.text === found.text)) return found;
  const names = actors.map((each) => each.text);
  return stage.mentions.resolve(stage.index, noun, speaker, (_, text) => names.includes(text));
}

const LEGAL: ReadonlySet<string> = new Set(['sentence', 'arrest', 'detention', 'trial', 'conviction', 'charge', 'extradition', 'acquittal']);
const CHARGE_NOUNS = new Set(['charge', 'charges', 'count', 'counts', 'suspicion', 'accusation', 'accusations', 'allegation', 'allegations']);

/** "sanctions over the crackdown on protesters": what follows an event is the event's, not the verb's. */
function belongsToEvent({ sentence }: Stage, clause: Clause, n: number): boolean {
  const before = clause.attached[n - 1]?.nouns.at(-1);
  const word = before ? sentence.words[before.head] : undefined;
  return word !== undefined && word.tag === 'N' && FRAMES_BY_NOUN.has(word.lemma);
}

/** "for their roles in the killing": it is about the killing. */
const ROLE_NOUNS = new Set(['role', 'roles', 'part', 'involvement', 'participation', 'complicity']);
/** What is set aside or upheld of somebody is of whom it was said; and so are charges that are dropped. */
const SAID_OF = new Set(['conviction', 'convictions', 'acquittal', 'acquittals', 'sentence', 'sentences', 'charge', 'charges', 'case', 'cases', 'indictment']);

/** "quashed his conviction", "overturned the acquittal of Ana Kolar", "the charges against Omid Farrokh were dismissed": whom the step is about. */
export function fillAccused(stage: Stage, clause: Clause, { rule }: Frame, fillers: Map<Role, Filler[]>): void {
  // "refused Omid Farrokh leave": the name and what is refused are read as one phrase.
  if (rule === 'appeal.leave')
    for (const noun of clause.objects.filter((each) => each.head > each.from && stage.sentence.words[each.head - 1]?.tag === 'NNP'))
      put(fillers, 'target', stage.mentions.resolve(stage.index, { ...noun, to: noun.head, head: noun.head - 1 }));
  if ((rule !== 'appeal.overturn' && rule !== 'acquittal.drop') || fillers.has('target')) return;
  for (const noun of patients(clause)) {
    if (!SAID_OF.has(headOf(stage.sentence, noun))) continue;
    const of = followingNoun(stage, noun, rule === 'acquittal.drop' ? 'against' : 'of');
    const accused = of && isPeople(stage, of) ? of : rule === 'appeal.overturn' && noun.owner ? ownerNoun(noun, noun.owner) : null;
    if (accused && isPeople(stage, accused)) put(fillers, 'target', stage.mentions.resolve(stage.index, accused));
    else if (accused && stage.sentence.words[accused.head]?.tag === 'POSS') put(fillers, 'target', stage.mentions.resolve(stage.index, accused));
  }
}

/** The noun that a preposition puts right behind another. */
function followingNoun({ sentence }: Stage, noun: Noun, preposition: string): Noun | null {
  const next = sentence.phrases[sentence.phrases.indexOf(noun) + 2];
  return sentence.words[noun.to]?.lower === preposition && next?.sort === 'noun' ? next : null;
}

/** Gerunds that only carry their object: "for making threats" is about threats. */
const CARRYING = new Set(['make', 'commit', 'carry', 'perform', 'do', 'have', 'take', 'give']);
const RALLYING = new Set(['condemn', 'protest', 'demand', 'denounce', 'support', 'oppose', 'mark', 'commemorate', 'draw', 'mourn', 'honor', 'honour']);

/** What the gerund or infinitive under a clause says that it is about: "convicted of making threats", "failed to investigate the fire". */
export function fillAbout(stage: Stage, clause: Clause, frame: Frame, fillers: Map<Role, Filler[]>): void {
  const { sentence, analysis } = stage;
  for (const below of sentence.clauses) {
    if (below.governor !== clause) continue;
    const charged = below.linkNoun !== null && LEGAL.has(frame.kind) && CHARGE_NOUNS.has(headOf(sentence, below.linkNoun));
    if (below.link === 'gerund' && (frame.slots.get(below.linkWord ?? '') === 'about' || charged)) {
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

/** "crimes against humanity": the words after "against" belong to the crime. */
function againstHumanity({ sentence, analysis }: Stage, noun: Noun): Filler | null {
  const at = sentence.phrases.indexOf(noun);
  const against = sentence.phrases[at + 1];
  const next = sentence.phrases[at + 2];
  if (
    !/^(?:crimes?|offen[cs]es?|violence)$/.test(headOf(sentence, noun)) ||
    against?.sort !== 'preposition' ||
    against.lower !== 'against' ||
    next?.sort !== 'noun'
  )
    return null;
  const span = spanOfWords(sentence, sentence.words[noun.from]?.tag === 'DET' ? noun.from + 1 : noun.from, next.to);
  return { text: analysis.source.slice(span), span };
}

/** What a step is about, counts left out: "perjury" of "two felony counts of perjury". */
function aboutText(stage: Stage, noun: Noun, speaker: string | null): Filler | null {
  const filler = againstHumanity(stage, noun) ?? stage.mentions.resolve(stage.index, noun, speaker);
  return filler && { ...filler, text: filler.text.replace(/^(?:\S+ ){0,3}(?:counts?|charges?|crimes?) of /, '').replace(/^(?:his|her|their|its) /, '') };
}

/** "the visas of two judges", "his visa": who holds it. */
function holderOf(stage: Stage, noun: Noun, speaker: string | null): Filler | null {
  if (noun.owner) return stage.mentions.resolve(stage.index, ownerNoun(noun, noun.owner), speaker);
  const of = stage.sentence.phrases[stage.sentence.phrases.indexOf(noun) + 2];
  return stage.sentence.words[noun.to]?.lower === 'of' && of?.sort === 'noun' ? stage.mentions.resolve(stage.index, of, speaker) : null;
}

/** The office that somebody is appointed to, "of …" included. */
function titleText({ sentence, analysis }: Stage, noun: Noun): Filler {
  const of = sentence.phrases[sentence.phrases.indexOf(noun) + 2];
  const to = sentence.words[noun.to]?.lower === 'of' && of?.sort === 'noun' ? of.to : noun.to;
  const span = spanOfWords(sentence, sentence.words[noun.from]?.tag === 'DET' ? noun.from + 1 : noun.from, to);
  return { text: analysis.source.slice(span), span };
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
  for (let at = to; at < to + 4; at++)
    if (
      /^(?:prison|jail|custody|detention|confinement|hanging|parole)$/.test(sentence.words[at]?.lower ?? '') &&
      ['in', 'by', 'without', 'behind', 'of'].includes(sentence.words[to]?.lower ?? '')
    ) {
      to = at + 1;
      break;
    }
  const of = sentence.phrases[sentence.phrases.indexOf(last) + 2];
  if (
    ['sentence', 'term', 'sentences', 'terms', 'penalty', 'compensation', 'damages', 'fine', 'fines'].includes(headOf(sentence, last)) &&
    sentence.words[last.to]?.lower === 'of' &&
    of?.sort === 'noun'
  )
    return penalty(stage, [of]);
  const start = sentence.words[first.from]?.tag === 'DET' ? first.from + 1 : first.from;
  const span = spanOfWords(sentence, start, to);
  return { text: analysis.source.slice(span), span };
}

const plain = ({ sentence, analysis }: Stage, noun: Noun): Filler => {
  const span = spanOf(sentence, noun);
  return { text: analysis.source.slice(span).replace(/^(?:a|an|the) /i, ''), span };
};
