// Clauses: each verb group with who does it, to whom, where and when, and what it depends on.
import type { Clause, Dependence, Scene } from './clause.ts';
import { gather, type Right } from './gather.ts';
import { isAside, type Noun, type Phrase, type Verb, type When } from './phrases.ts';
import { subjectAt } from './subjects.ts';
import { CLAUSE_TAKERS, OF_VERBS, TRANSITIVE } from './verb-words.ts';

/** All clauses of a sentence, in the order of their verbs. Linear but for look-backs, which are bounded. */
export function clausesOf(scene: Scene): readonly Clause[] {
  const clauses: Clause[] = [];
  scene.phrases.forEach((phrase, index) => {
    if (phrase.sort === 'verb') clauses.push(clauseAt(scene, withForm(scene, phrase, index, clauses), index, clauses));
  });
  return clauses;
}

/** "to release him and drop all charges": a base form behind a conjunction goes on with the infinitive, or modal, before it. */
function withForm({ words, phrases }: Scene, verb: Verb, index: number, before: readonly Clause[]): Verb {
  const joint = phrases[index - 1]?.sort === 'adverb' ? phrases[index - 2] : phrases[index - 1];
  if (verb.form !== 'finite' || verb.to - verb.from > 2 || words[verb.head]?.tag !== 'VB' || joint?.sort !== 'conjunction') return verb;
  const partner = before.findLast((each) => index - each.index < 14 && (each.verb.form === 'infinitive' || each.verb.modal !== null));
  if (!partner) return verb;
  return partner.verb.form === 'infinitive' ? { ...verb, form: 'infinitive' } : { ...verb, modal: partner.verb.modal };
}

function clauseAt(scene: Scene, verb: Verb, index: number, before: readonly Clause[]): Clause {
  const own = collectRight(scene, index);
  const partner = coordinated(scene, verb, index, before);
  const shared = own.objects.length === 0 && !verb.passive && !partner?.passive ? objectsOfList(scene, verb, index) : [];
  const right = shared.length > 0 ? { ...own, objects: shared } : own;
  const passive = verb.passive || (verb.ambiguous && right.objects.length === 0 && isPassiveParticiple(scene, verb, index, partner));
  const reduced = passive && verb.ambiguous && partner === null;
  const dependence = dependsOn(scene, verb, index, before, reduced, partner);
  const subject = subjectAt(scene, verb, index, dependence, partner, reduced);
  return { verb, index, passive, ...right, subject: subject.nouns, from: Math.min(subject.from, index), ...dependence };
}

/** Most verbs of a list that are looked through for the object of its last. */
const LISTED = 5;

/** "arrested, beat or killed the farmers": the object that the last verb of a list bears for all of them. */
function objectsOfList(scene: Scene, verb: Verb, index: number): readonly Noun[] {
  const { words, phrases } = scene;
  if (!TRANSITIVE.has(verb.lemma)) return [];
  let at = index;
  let joined = false;
  for (let steps = 0; steps < LISTED; steps++) {
    const joint = at + 1;
    let next = joint;
    if (phrases[next]?.sort === 'comma') next++;
    joined ||= phrases[next]?.sort === 'conjunction';
    if (phrases[next]?.sort === 'conjunction') next++;
    if (phrases[next]?.sort === 'adverb') next++;
    const other = phrases[next];
    const alike =
      other?.sort === 'verb' &&
      next > joint &&
      other.to - other.from === 1 &&
      !other.negated &&
      (other.form === verb.form || words[other.head]?.tag === 'VB' || other.ambiguous);
    if (!alike) return [];
    const objects = joined ? collectRight(scene, next).objects : [];
    if (objects.length > 0) return TRANSITIVE.has(other.lemma) ? objects : [];
    at = next;
  }
  return [];
}

/** "arrested and sentenced": the clause whose subject this verb shares, where a conjunction or a list of verbs leads to it. */
function coordinated(scene: Scene, verb: Verb, index: number, before: readonly Clause[]): Clause | null {
  const { phrases } = scene;
  let at = index - 1;
  while (phrases[at]?.sort === 'adverb') at--;
  const joint = phrases[at];
  if (joint?.sort !== 'conjunction' && joint?.sort !== 'comma') return null;
  if (joint.sort === 'comma' && isAccused(scene, verb, index)) return null;
  if (
    joint.sort === 'comma' &&
    !(verb.ambiguous || before.at(-1)?.objects.some((each) => each.from > verb.from) || (verb.passive && verb.form === 'participle'))
  )
    return null;
  for (let back = before.length - 1; back >= 0; back--) {
    const other = before[back];
    if (!other || index - other.index > 18) return null;
    // "The court, the ministry said, convicted him": an aside takes no act as its partner.
    const isAsideOf = joint.sort === 'comma' && phrases[other.from - 1]?.sort === 'comma' && CLAUSE_TAKERS.has(other.verb.lemma) && other.to >= at - 1;
    if (isAsideOf && other.objects.length === 0) return null;
    const resumes = phrases[index - 1]?.sort === 'adverb' || phrases[at - 1]?.sort === 'comma' || joint.sort === 'comma';
    const lists = joint.sort === 'comma' && other === before.at(-1) && listsOn(other, verb, at);
    if (
      resumes &&
      !lists &&
      (other.link === 'that' || other.link === 'infinitive') &&
      verb.form === 'finite' &&
      before.some((each) => each.link === null && each.verb.form === 'finite')
    )
      continue;
    // "ruled that it was unlawful and ordered his release": a copula in what is said takes no act as its partner.
    // "rounded up men suspected of theft and held them": whom the participle is about does not act.
    const reducedOf = other.link === 'participle' && other.passive && verb.form === 'finite' && phrases[index + 1]?.sort === 'noun';
    if (reducedOf && before.some((each) => each.verb.form === 'finite' && each.index < other.index && !each.verb.passive)) continue;
    // "says the confessions were false and has complained": one verb of many, the other of one.
    const [only] = other.subject;
    const many = only && other.subject.length === 1 && isPlural(scene, only);
    if (many && ['has', 'is', 'was'].includes(scene.words[verb.from]?.lower ?? '') && before.some((each) => each.link === null && each.index < other.index))
      continue;
    // "announced that an inquiry was opened and stated that …": who announced states.
    const states = CLAUSE_TAKERS.has(verb.lemma) && phrases[index + 1]?.sort === 'subordinator' && other.link === 'that' && other.passive;
    if (states && before.some((each) => each.link === null && each.index < other.index)) continue;
    const aside = other.link === 'relative' && phrases[relativeOf(phrases, other.index) - 1]?.sort === 'comma';
    if (joint.sort === 'comma' && aside && !lists) return null;
    const afterAside = resumes && (other.link === 'adverbial' || other.link === 'condition') && verb.form === 'finite' && !verb.ambiguous;
    if (afterAside && before.some((each) => each.link === null && each.verb.form === 'finite' && each.index < other.index)) continue;
    const copula = other.link === 'that' && other.verb.lemma === 'be' && !other.passive && verb.lemma !== 'be' && verb.form === 'finite';
    if (copula && before.some((each) => each.link === null && each.verb.form === 'finite')) continue;
    if (fits(scene, other, verb) && (joint.sort === 'conjunction' || other.to >= at - 1 || scene.words[verb.from]?.lower === 'then')) return other;
  }
  return null;
}

/** "went on trial, accused of theft": behind a comma, whom it is said of, not who says it. */
function isAccused({ phrases }: Scene, verb: Verb, index: number): boolean {
  const next = phrases[index + 1];
  return verb.ambiguous && OF_VERBS.has(verb.lemma) && next?.sort === 'preposition' && next.lower === 'of';
}

const isPlural = ({ words }: Scene, noun: Noun): boolean =>
  words[noun.head]?.tag === 'N' && words[noun.head]?.lower.endsWith('s') === true && words[noun.head]?.lower.endsWith('ss') === false;

/** "had detained, beaten …", "detained, beat or killed him": a bare verb right behind another with an auxiliary, or with the same object. */
const listsOn = (other: Clause, verb: Verb, joint: number): boolean =>
  other.verb.form === 'finite' &&
  other.to >= joint - 1 &&
  ((verb.ambiguous && other.verb.to - other.verb.from > 1) || other.objects.some((each) => each.from > verb.from));

/** Verbs that can be coordinated: of one form, or a bare past after a perfect or passive group ("having arrested and beaten"). */
function fits({ words }: Scene, other: Clause, verb: Verb): boolean {
  const perfect = other.verb.form === 'gerund' && words[other.verb.from]?.lower === 'having';
  if (perfect && verb.to - verb.from === 1 && (verb.ambiguous || verb.form === 'participle')) return true;
  if (other.verb.form === verb.form) return other.link !== 'relative' || other.verb.form === 'finite';
  return (verb.form === 'participle' || verb.ambiguous) && other.passive;
}

/** The relative word that opens the clause of the verb at `index`. */
const relativeOf = (phrases: readonly Phrase[], index: number): number => phrases.findLastIndex((each, n) => n < index && each.sort === 'relative');

const NEVER_PASSIVE = new Set(['die', 'flee', 'vanish', 'escape', 'arrive', 'return', 'live', 'work', 'serve', 'remain', 'resign', 'collapse']);
const NOMINATIVE = new Set(['he', 'she', 'they', 'we', 'i']);

function isPassiveParticiple(scene: Scene, verb: Verb, index: number, partner: Clause | null): boolean {
  let behind = index + 1;
  while (['time', 'adverb'].includes(scene.phrases[behind]?.sort ?? '')) behind++;
  // "found in 1999 that the army …"
  if (scene.phrases[behind]?.sort === 'subordinator' && CLAUSE_TAKERS.has(verb.lemma) && scene.words[scene.phrases[behind]?.from ?? 0]?.lower === 'that')
    return false;
  const next = scene.phrases[index + 1];
  if (partner) return partner.passive && !NEVER_PASSIVE.has(verb.lemma) && (partner.verb.ambiguous || next?.sort !== 'noun');
  const previous = scene.phrases[index - 1];
  if (next?.sort === 'preposition' && next.lower === 'by')
    return scene.phrases[index + 2]?.sort === 'noun' && (previous?.sort === 'noun' || previous?.sort === 'comma');
  if (!TRANSITIVE.has(verb.lemma)) return false;
  if (previous?.sort === 'noun' && NOMINATIVE.has(scene.words[previous.head]?.lower ?? '')) return false;
  if (
    next?.sort === 'subordinator' ||
    next?.sort === 'relative' ||
    next?.sort === 'open' ||
    (next?.sort === 'adverb' && ['how', 'why', 'when'].includes(next.lower)) ||
    (next?.sort === 'mark' && next.lower === ':')
  )
    return false;
  return next === undefined || next.sort !== 'noun';
}

function dependsOn(scene: Scene, verb: Verb, index: number, before: readonly Clause[], reduced: boolean, partner: Clause | null): Dependence {
  const { phrases } = scene;
  const nearest = before.at(-1) ?? null;
  const none: Dependence = { governor: null, link: null, linkWord: null, linkNoun: null };
  if (partner) return { governor: partner.governor, link: partner.link ?? 'coordinate', linkWord: partner.linkWord, linkNoun: partner.linkNoun };
  let at = index - 1;
  while (isAside(phrases[at])) at--;
  const previous = phrases[at];
  const noun = previous?.sort === 'noun' ? previous : null;
  if (verb.form === 'infinitive' && ['comma', 'conjunction'].includes(previous?.sort ?? '')) {
    // "urges the court to release them, to drop the charges and to pay": each hangs on what the first does.
    const first = before.findLast((each) => each.link === 'infinitive' && each.verb.form === 'infinitive' && index - each.index < LISTED_INFINITIVES);
    if (first?.governor) return { governor: first.governor, link: 'infinitive', linkWord: 'to', linkNoun: first.linkNoun };
  }
  if (verb.form === 'infinitive') return { governor: nearest, link: 'infinitive', linkWord: 'to', linkNoun: noun ?? nounBeforeOf(phrases, at) };
  if (verb.form === 'gerund') {
    const word = previous?.sort === 'preposition' || previous?.sort === 'subordinator' ? previous.lower : previous?.sort === 'comma' ? ',' : null;
    const owner = previous?.sort === 'preposition' ? phrases[at - 1] : undefined;
    return { governor: nearest ?? null, link: 'gerund', linkWord: word, linkNoun: noun ?? (owner?.sort === 'noun' ? owner : null) };
  }
  if ((reduced || verb.form === 'participle' || verb.ambiguous) && previous?.sort === 'subordinator')
    return { governor: nearest, link: ['if', 'unless'].includes(previous.lower) ? 'condition' : 'adverbial', linkWord: previous.lower, linkNoun: null };
  if (reduced || verb.form === 'participle') return { governor: nearest, link: 'participle', linkWord: null, linkNoun: noun };
  return finiteDependence(scene, index, nearest, before) ?? none;
}

/** Most phrases from one infinitive of a list to the next. */
const LISTED_INFINITIVES = 24;

function nounBeforeOf(phrases: readonly Phrase[], at: number): Noun | null {
  const previous = phrases[at];
  return previous?.sort === 'noun' ? previous : null;
}

/** What a finite verb hangs on: the nearest opener to its left that no other finite verb has taken. */
function finiteDependence(scene: Scene, index: number, nearest: Clause | null, before: readonly Clause[]): Dependence | null {
  const { phrases } = scene;
  for (let at = index - 1; at >= 0 && index - at < 25; at--) {
    const phrase = phrases[at];
    if (!phrase) break;
    const governor = before.findLast((each) => each.index < at) ?? null;
    if (phrase.sort === 'relative') return { governor, link: 'relative', linkWord: phrase.lower, linkNoun: null };
    if (phrase.sort === 'subordinator') {
      const link = phrase.lower === 'that' ? 'that' : ['if', 'unless', 'whether', 'lest'].includes(phrase.lower) ? 'condition' : 'adverbial';
      return { governor, link, linkWord: phrase.lower, linkNoun: link === 'that' && phrases[at - 1]?.sort === 'noun' ? (phrases[at - 1] as Noun) : null };
    }
    if (phrase.sort === 'verb') {
      const takes = phrase === nearest?.verb && CLAUSE_TAKERS.has(phrase.lemma) && phrases[at + 1]?.sort === 'noun' && !crossesBreak(phrases, at, index);
      if (takes) return { governor: nearest, link: 'that', linkWord: null, linkNoun: null };
      if (phrase.form === 'finite') return null;
    }
    if (phrase.sort === 'mark' && phrase.lower !== '/') return null;
  }
  return null;
}

const crossesBreak = (phrases: readonly Phrase[], from: number, to: number): boolean =>
  phrases.slice(from + 1, to).some((each) => each.sort === 'conjunction' && phrases[phrases.indexOf(each) - 1]?.sort === 'comma');

/** What stands right of a verb, up to where another clause begins. */
function collectRight(scene: Scene, index: number): Right {
  const verb = scene.phrases[index];
  const gathered = gather(
    scene,
    index + 1,
    verb?.sort === 'verb' && ((verb.form !== 'finite' && !CLAUSE_TAKERS.has(verb.lemma)) || tellsContent(scene, index)) ? 'always' : 'where free',
    verb?.sort === 'verb' && OF_VERBS.has(verb.lemma),
  );
  return {
    objects: gathered.objects,
    recipient: gathered.recipient,
    attached: gathered.attached,
    whens: [...inside(scene, index), ...gathered.whens, ...leading(scene, index)],
    to: gathered.to,
  };
}

/** Nouns whose content a clause with "that" tells. */
const TOLD = new Set(
  'allegation allegations claim claims report reports accusation accusations suggestion evidence rumor rumors suspicion complaint'.split(' '),
);

/** "Allegations that guards beat the clerk were read out": the verb that follows is the first noun's, so the noun between is an object. */
function tellsContent({ words, phrases }: Scene, index: number): boolean {
  let at = index - 1;
  while (phrases[at]?.sort === 'adverb') at--;
  if (phrases[at - 1]?.sort === 'preposition' && phrases[at - 2]?.sort === 'noun') at -= 2;
  const [told, that] = [phrases[at - 2], phrases[at - 1]];
  if (phrases[at]?.sort !== 'noun' || that?.sort !== 'subordinator' || that.lower !== 'that' || told?.sort !== 'noun') return false;
  return TOLD.has(words[told.head]?.lower ?? '') && !phrases.slice(0, at - 2).some(isFinite);
}

/** Times among the adverbs of the verb group. */
function inside(scene: Scene, index: number): readonly When[] {
  const verb = scene.phrases[index];
  return verb?.sort === 'verb' ? verb.times.map((each) => ({ sort: 'time', from: each.from, to: each.to, preposition: null, times: [each] })) : [];
}

/** Times that stand left of the verb: at the head of the sentence or between subject and verb. */
function leading(scene: Scene, index: number): readonly When[] {
  const whens: When[] = [];
  for (let at = index - 1; at >= 0 && index - at < 30; at--) {
    const phrase = scene.phrases[at];
    if (phrase?.sort === 'time') whens.push(phrase);
    if (phrase?.sort === 'verb' && phrase.form === 'finite') return isFinite(scene.phrases[index]) ? opening(scene, index) : [];
    if (
      phrase?.sort === 'subordinator' ||
      phrase?.sort === 'relative' ||
      phrase?.sort === 'mark' ||
      (phrase?.sort === 'conjunction' && scene.phrases[at - 1]?.sort === 'comma')
    )
      break;
  }
  return whens;
}

const isFinite = (phrase: Phrase | undefined): boolean => phrase?.sort === 'verb' && phrase.form === 'finite';

/** The time that opens the sentence, for a main verb with clauses between. */
function opening(scene: Scene, index: number): readonly When[] {
  const first = scene.phrases[0];
  const second = scene.phrases[1];
  const main = first?.sort === 'time' && (second?.sort === 'comma' || second?.sort === 'noun');
  const subordinate = scene.phrases.slice(0, index).some((each) => each.sort === 'relative' || each.sort === 'conjunction');
  return main && subordinate && scene.phrases[index + 1] !== undefined ? [first] : [];
}
