// Clauses: each verb group with who does it, to whom, where and when, and what it depends on.
import { PEOPLE } from './name-words.ts';
import type { Noun, Phrase, Verb, When } from './phrases.ts';
import type { Word } from './tagging.ts';
import transitive from './data/verbs.en.json' with { type: 'json' };

/** A preposition with its nouns. `index` is the phrase of the preposition. */
export type Attached = { readonly index: number; readonly preposition: string; readonly nouns: readonly Noun[] };

export type Link = 'that' | 'infinitive' | 'gerund' | 'relative' | 'participle' | 'condition' | 'adverbial' | 'coordinate';

export type Clause = {
  readonly verb: Verb;
  /** Its phrase, and the phrases that it reaches over: `from` up to, not including, `to`. */
  readonly index: number;
  readonly from: number;
  readonly to: number;
  readonly passive: boolean;
  readonly subject: readonly Noun[];
  readonly objects: readonly Noun[];
  /** Whom something is given or denied: the first of two objects ("denied him a visa"). */
  readonly recipient: Noun | null;
  readonly attached: readonly Attached[];
  readonly whens: readonly When[];
  /** What it hangs on: another clause, and the preposition or noun between. */
  readonly governor: Clause | null;
  readonly link: Link | null;
  readonly linkWord: string | null;
  readonly linkNoun: Noun | null;
};

export type Scene = { readonly words: readonly Word[]; readonly phrases: readonly Phrase[] };

const TRANSITIVE = new Set(transitive.transitive.split(' '));
const OF_VERBS = new Set(transitive.ofVerbs.split(' '));
const OBJECT_CONTROL = new Set(transitive.objectControl.split(' '));
const CLAUSE_TAKERS = new Set(transitive.clauseTakers.split(' '));

/** All clauses of a sentence, in the order of their verbs. Linear but for look-backs, which are bounded. */
export function clausesOf(scene: Scene): readonly Clause[] {
  const clauses: Clause[] = [];
  scene.phrases.forEach((phrase, index) => {
    if (phrase.sort === 'verb') clauses.push(clauseAt(scene, phrase, index, clauses));
  });
  return clauses;
}

function clauseAt(scene: Scene, verb: Verb, index: number, before: readonly Clause[]): Clause {
  const right = collectRight(scene, index);
  const partner = coordinated(scene, index, before);
  const passive = verb.passive || (verb.ambiguous && right.objects.length === 0 && isPassiveParticiple(scene, verb, index, partner));
  const reduced = passive && verb.ambiguous && partner === null;
  const dependence = dependsOn(scene, verb, index, before, reduced, partner);
  const subject = subjectAt(scene, verb, index, dependence, partner, reduced);
  return { verb, index, passive, ...right, subject: subject.nouns, from: Math.min(subject.from, index), ...dependence };
}

type Dependence = Pick<Clause, 'governor' | 'link' | 'linkWord' | 'linkNoun'>;

const isAside = (phrase: Phrase | undefined): boolean => phrase?.sort === 'adverb' || phrase?.sort === 'time' || phrase?.sort === 'open' || phrase?.sort === 'close';

/** "arrested and sentenced": the clause whose subject this verb shares, where a conjunction or a list of verbs leads to it. */
function coordinated(scene: Scene, index: number, before: readonly Clause[]): Clause | null {
  const { phrases } = scene;
  let at = index - 1;
  while (phrases[at]?.sort === 'adverb') at--;
  const joint = phrases[at];
  if (joint?.sort !== 'conjunction' && joint?.sort !== 'comma') return null;
  const verb = phrases[index];
  if (verb?.sort !== 'verb') return null;
  if (joint.sort === 'comma' && !(verb.ambiguous || (verb.passive && verb.form === 'participle')) ) return null;
  for (let back = before.length - 1; back >= 0; back--) {
    const other = before[back];
    if (!other || index - other.index > 14) return null;
    const resumes = phrases[index - 1]?.sort === 'adverb' || phrases[at - 1]?.sort === 'comma' || joint.sort === 'comma';
    if (resumes && (other.link === 'that' || other.link === 'infinitive') && verb.form === 'finite' && before.some((each) => each.link === null && each.verb.form === 'finite')) continue;
    if (fits(other, verb) && (joint.sort === 'conjunction' || other.to >= at - 1)) return other;
  }
  return null;
}

/** Verbs that can be coordinated: of one form, or a bare past after a perfect or passive group. */
function fits(other: Clause, verb: Verb): boolean {
  if (other.verb.form === verb.form) return other.link !== 'relative' || other.verb.form === 'finite';
  return (verb.form === 'participle' || verb.ambiguous) && other.passive;
}

const NOMINATIVE = new Set(['he', 'she', 'they', 'we', 'i']);

function isPassiveParticiple(scene: Scene, verb: Verb, index: number, partner: Clause | null): boolean {
  const next = scene.phrases[index + 1];
  if (partner) return partner.passive && (partner.verb.ambiguous || next?.sort !== 'noun');
  const previous = scene.phrases[index - 1];
  if (next?.sort === 'preposition' && next.lower === 'by') return scene.phrases[index + 2]?.sort === 'noun' && (previous?.sort === 'noun' || previous?.sort === 'comma');
  if (!TRANSITIVE.has(verb.lemma)) return false;
  if (previous?.sort === 'noun' && NOMINATIVE.has(scene.words[previous.head]?.lower ?? '')) return false;
  if (next?.sort === 'subordinator' || next?.sort === 'relative' || next?.sort === 'open' || (next?.sort === 'adverb' && ['how', 'why', 'when'].includes(next.lower)) || (next?.sort === 'mark' && next.lower === ':')) return false;
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
  if (verb.form === 'infinitive') return { governor: nearest, link: 'infinitive', linkWord: 'to', linkNoun: noun ?? nounBeforeOf(phrases, at) };
  if (verb.form === 'gerund') {
    const word = previous?.sort === 'preposition' || previous?.sort === 'subordinator' ? previous.lower : previous?.sort === 'comma' ? ',' : null;
    const owner = previous?.sort === 'preposition' ? phrases[at - 1] : undefined;
    return { governor: nearest ?? null, link: 'gerund', linkWord: word, linkNoun: noun ?? (owner?.sort === 'noun' ? owner : null) };
  }
  if ((reduced || verb.form === 'participle' || verb.ambiguous) && previous?.sort === 'subordinator') return { governor: nearest, link: ['if', 'unless'].includes(previous.lower) ? 'condition' : 'adverbial', linkWord: previous.lower, linkNoun: null };
  if (reduced || verb.form === 'participle') return { governor: nearest, link: 'participle', linkWord: null, linkNoun: noun };
  return finiteDependence(scene, index, nearest, before) ?? none;
}

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
    if (phrase.sort === 'mark' && phrase.lower !== '/' ) return null;
  }
  return null;
}

const crossesBreak = (phrases: readonly Phrase[], from: number, to: number): boolean => phrases.slice(from + 1, to).some((each) => each.sort === 'conjunction' && phrases[phrases.indexOf(each) - 1]?.sort === 'comma');

type Found = { readonly nouns: readonly Noun[]; readonly from: number };

function subjectAt(scene: Scene, verb: Verb, index: number, dependence: Dependence, partner: Clause | null, reduced: boolean): Found {
  const { phrases } = scene;
  const nothing: Found = { nouns: [], from: index };
  if (partner) return { nouns: partner.subject, from: partner.from };
  const { governor, link } = dependence;
  if (link === 'infinitive' && governor) {
    const owner = dependence.linkNoun?.owner;
    if (owner) return { nouns: [ownerNoun(dependence.linkNoun, owner)], from: index };
    const controlled = OBJECT_CONTROL.has(governor.verb.lemma) && !governor.passive ? governor.objects.length > 0 ? governor.objects : (governor.attached.find((each) => each.preposition === 'on')?.nouns ?? []) : governor.subject;
    return { nouns: controlled, from: index };
  }
  if (verb.form === 'gerund' && link === 'gerund') {
    const before = phrases[index - 1];
    if (before?.sort === 'noun' && scene.words[before.head]?.tag !== 'PRON') return { nouns: [before], from: index - 1 };
    return { nouns: governor?.subject ?? [], from: index };
  }
  if (reduced || verb.form === 'participle') return antecedent(scene, index) ?? { nouns: governor?.subject ?? [], from: index };
  return finiteSubject(scene, index) ?? nothing;
}

/** The owner of a noun as a noun phrase of its own: "his efforts to …" is about him. */
export function ownerNoun(noun: Noun | null, owner: { readonly from: number; readonly to: number }): Noun {
  return { sort: 'noun', from: owner.from, to: owner.to, head: owner.to - 1, owner: null, times: noun?.times ?? [] };
}

/** The noun that a relative clause or participle is about: the first of a chain joined by "of", with a comma or without. */
function antecedent(scene: Scene, index: number): Found | null {
  const { phrases } = scene;
  let at = index - 1;
  while (isAside(phrases[at]) || phrases[at]?.sort === 'comma' || phrases[at]?.sort === 'relative' || (phrases[at]?.sort === 'preposition' && phrases[at + 1]?.sort === 'relative')) at--;
  const noun = phrases[at];
  if (noun?.sort !== 'noun') return null;
  const beforeIt = phrases[at - 1];
  const chained = phrases[at - 2];
  const nearest = scene.words[noun.head]?.lower ?? '';
  if (beforeIt?.sort === 'preposition' && beforeIt.lower === 'of' && chained?.sort === 'noun' && !PEOPLE.has(nearest)) return { nouns: [chained], from: at - 2 };
  return coordinatedLeft(phrases, at);
}

/** Walks left from a finite verb to its subject, past times, phrases with prepositions, and what stands between two commas. */
function finiteSubject(scene: Scene, index: number): Found | null {
  const { phrases } = scene;
  for (let at = index - 1; at >= 0 && index - at < 40; at--) {
    const phrase = phrases[at];
    if (!phrase) return null;
    if (phrase.sort === 'relative') return relativeSubject(scene, at, index);
    if (isAside(phrase) || phrase.sort === 'adjective') continue;
    if (phrase.sort === 'comma') {
      const opening = interpolation(phrases, at);
      if (opening === null) return pastRelative(scene, at);
      at = opening;
      continue;
    }
    if (phrase.sort === 'noun') {
      const preposition = phrases[at - 1];
      if (preposition?.sort === 'preposition') { at--; continue; }
      if (preposition?.sort === 'verb' && preposition.form === 'finite' && !CLAUSE_TAKERS.has(preposition.lemma)) return pastRelative(scene, at - 1) ?? { nouns: [phrase], from: at };
      if (preposition?.sort === 'comma' && scene.words[phrase.head]?.tag === 'NUM' && phrase.to - phrase.from === 1) { at--; continue; }
      if (['all', 'both', 'each'].includes(scene.words[phrase.head]?.lower ?? '') && preposition?.sort === 'comma') continue;
      const joined = coordinatedLeft(phrases, at);
      const lead = phrases[joined.from - 1];
      if (lead?.sort === 'preposition') { at = joined.from - 1; continue; }
      return joined;
    }
    if (phrase.sort === 'verb' && phrase.form !== 'finite' ) {
      if (phrase.form === 'infinitive' || phrases[at - 1]?.sort === 'preposition') continue;
      continue;
    }
    if (phrase.sort === 'verb' && phrase.ambiguous && TRANSITIVE.has(phrase.lemma) && phrases[at + 1]?.sort !== 'noun') continue;
    if (phrase.sort === 'conjunction' && phrases[at - 1]?.sort === 'noun') continue;
    return phrase.sort === 'verb' ? pastRelative(scene, at) : null;
  }
  return null;
}

/** A subject with a relative clause behind it: "The man who said that it was so was sentenced." Only where no main verb stands before. */
function pastRelative(scene: Scene, at: number): Found | null {
  const { phrases } = scene;
  for (let back = at; back > 0 && at - back < 20; back--) {
    const phrase = phrases[back];
    if (phrase?.sort === 'mark' || phrase?.sort === 'conjunction') return null;
    if (phrase?.sort !== 'relative') continue;
    const found = antecedent(scene, back);
    const main = found && phrases.slice(Math.max(0, found.from - 12), found.from).some((each) => each.sort === 'verb' && each.form === 'finite');
    return main ? null : found;
  }
  return null;
}

/** "who", "which", "that" as subject: what it refers to; as object, the noun between it and the verb. */
function relativeSubject(scene: Scene, at: number, index: number): Found | null {
  const between = scene.phrases.slice(at + 1, index).find((each): each is Noun => each.sort === 'noun');
  if (between) return { nouns: [between], from: at + 1 };
  return antecedent(scene, at);
}

/** The comma that opens what a comma at `at` closes ("Hasasu, reporting from the square, said"); null where there is none near. */
function interpolation(phrases: readonly Phrase[], at: number): number | null {
  for (let back = at - 1; back > 0 && at - back < 22; back--) {
    const phrase = phrases[back];
    if (phrase?.sort === 'mark' && phrase.lower !== '/') return null;
    if (phrase?.sort !== 'comma') continue;
    const after = phrases[back + 1];
    const opens = after?.sort === 'relative' || after?.sort === 'noun' || after?.sort === 'preposition' || after?.sort === 'time' || after?.sort === 'adverb' || (after?.sort === 'verb' && after.form !== 'finite') || after?.sort === 'subordinator' || (after?.sort === 'verb' && after.ambiguous);
    if (opens && phrases[back - 1]?.sort !== 'comma') return back;
  }
  return null;
}

/** A noun with those joined to it on its left: "A, B and C". */
function coordinatedLeft(phrases: readonly Phrase[], at: number): Found {
  const nouns: Noun[] = [];
  let from = at;
  let here = at;
  let joined = false;
  for (;;) {
    const noun = phrases[here];
    if (noun?.sort !== 'noun') break;
    nouns.unshift(noun);
    from = here;
    const joint = phrases[here - 1];
    if (joint?.sort === 'conjunction' && !joined && joint.lower !== 'but') {
      joined = true;
      here -= phrases[here - 2]?.sort === 'comma' ? 3 : 2;
    } else if (joint?.sort === 'comma' && joined) here -= 2;
    else break;
    const left = phrases[here];
    if (left?.sort === 'noun' && phrases[here - 1]?.sort === 'preposition' && phrases[here - 2]?.sort === 'noun' && !(phrases[here - 3]?.sort === 'verb')) here -= 2;
  }
  return { nouns, from };
}


type Right = Pick<Clause, 'objects' | 'recipient' | 'attached' | 'whens' | 'to'>;

/** What stands right of a verb, up to where another clause begins. */
function collectRight(scene: Scene, index: number): Right {
  const verb = scene.phrases[index];
  const gathered = gather(scene, index + 1, true, verb?.sort === 'verb' && OF_VERBS.has(verb.lemma));
  return { objects: gathered.objects, recipient: gathered.recipient, attached: gathered.attached, whens: [...inside(scene, index), ...gathered.whens, ...leading(scene, index)], to: gathered.to };
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
    if (phrase?.sort === 'subordinator' || phrase?.sort === 'relative' || phrase?.sort === 'mark' || phrase?.sort === 'conjunction' && scene.phrases[at - 1]?.sort === 'comma') break;
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

/** Objects, prepositional phrases and times from phrase `start` on. Without `objects`, for a noun, only the latter two. */
export function gather(scene: Scene, start: number, wantsObjects: boolean, keepsOf = false): Right {
  const { phrases } = scene;
  const objects: Noun[] = [];
  let recipient: Noun | null = null;
  const attached: Attached[] = [];
  const whens: When[] = [];
  let to = start;
  for (let at = start; at < phrases.length; ) {
    const phrase = phrases[at];
    if (!phrase) break;
    if (phrase.sort === 'time') { whens.push(phrase); to = ++at; continue; }
    if (phrase.sort === 'noun') {
      if (!wantsObjects || attached.length > 0 || isSubjectAhead(phrases, at)) break;
      const [only] = objects;
      if (only) {
        // A second noun right after the first: what is given, after to whom.
        if (objects.length > 1 || recipient || phrases[at - 1] !== only || !opensWithArticle(scene, phrase)) break;
        recipient = only;
        objects.length = 0;
      }
      const group = nounGroup(scene, at, keepsOf);
      objects.push(...group.nouns);
      to = at = group.to;
      continue;
    }
    if (phrase.sort === 'preposition') {
      let next = at + 1;
      let name = phrase.lower;
      while (phrases[next]?.sort === 'preposition' || (phrases[next]?.sort === 'adverb' && phrases[next + 1]?.sort === 'noun')) {
        const inner = phrases[next];
        if (inner?.sort === 'preposition') name = inner.lower;
        next++;
      }
      const noun = phrases[next]?.sort === 'open' ? phrases[next + 1] : phrases[next];
      if (name === 'by' && noun?.sort === 'verb' && noun.lemma === 'hang') { to = at = next + 1; continue; }
      if (noun?.sort !== 'noun') break;
      const group = nounGroup(scene, phrases[next]?.sort === 'open' ? next + 1 : next, keepsOf && name !== 'of');
      attached.push({ index: at, preposition: name, nouns: group.nouns });
      to = at = group.to;
      continue;
    }
    if (phrase.sort === 'adverb' || phrase.sort === 'adjective' || phrase.sort === 'close' || phrase.sort === 'open' && phrase.lower !== '(') { at++; if (phrase.sort !== 'open') to = at; continue; }
    if (phrase.sort === 'comma' && goesOnAfterComma(phrases, at)) { at++; continue; }
    if (phrase.sort === 'comma' && attached.at(-1)?.preposition === 'in' && namesPlaceBefore(scene, at)) { at += 3; to = at - 1; continue; }
    break;
  }
  return { objects, recipient, attached, whens, to };
}

const opensWithArticle = ({ words }: Scene, noun: Noun): boolean => ['DET', 'NUM', 'POSS'].includes(words[noun.from]?.tag ?? '') || (words[noun.head]?.lower.endsWith('s') ?? false) || noun.times.length > 0;

/** "in the capital, Brod, in May": the name between the commas belongs to the place before. */
function namesPlaceBefore({ phrases, words }: Scene, at: number): boolean {
  const name = phrases[at + 1];
  const next = phrases[at + 3];
  return name?.sort === 'noun' && words[name.head]?.tag === 'NNP' && phrases[at + 2]?.sort === 'comma' && (next?.sort === 'time' || next?.sort === 'preposition');
}

function goesOnAfterComma(phrases: readonly Phrase[], at: number): boolean {
  const next = phrases[at + 1];
  if (next?.sort === 'time') return true;
  return next?.sort === 'preposition' && phrases[at + 2]?.sort === 'noun' && !isSubjectAhead(phrases, at + 2);
}

/** Whether the noun at `at` is the subject of a verb that follows, so not the object of the one before. */
function isSubjectAhead(phrases: readonly Phrase[], at: number): boolean {
  for (let next = at + 1; next < phrases.length && next - at < 10; next++) {
    const phrase = phrases[next];
    if (phrase?.sort === 'verb') return phrase.form === 'finite' && !(phrase.ambiguous && TRANSITIVE.has(phrase.lemma) && phrases[next + 1]?.sort !== 'noun');
    if (phrase?.sort === 'preposition' && phrases[next + 1]?.sort === 'noun') next++;
    else if (phrase?.sort === 'conjunction' && phrases[next + 1]?.sort === 'noun') next++;
    else if (phrase?.sort !== 'adverb' && phrase?.sort !== 'time') return false;
  }
  return false;
}

/** A noun and those joined to it on its right. `to` is the phrase after the group, its phrases with "of" included. */
export function nounGroup(scene: Scene, at: number, keepsOf = false): { readonly nouns: readonly Noun[]; readonly to: number } {
  const { phrases, words } = scene;
  const nouns: Noun[] = [];
  let here = at;
  let to = at;
  for (;;) {
    const noun = phrases[here];
    if (noun?.sort !== 'noun') break;
    if (words[noun.head]?.tag !== 'NUM' || noun.to - noun.from > 1 || nouns.length === 0) nouns.push(noun);
    to = keepsOf ? here + 1 : afterOf(phrases, here + 1);
    const next = joint(phrases, to);
    if (next === null || (nouns.length > 0 && phrases[to]?.sort === 'comma' && !listCloses(phrases, to)) || startsOwnClause(phrases, next)) break;
    here = next;
  }
  return { nouns, to };
}

/** Past "of …" phrases, which belong to the noun, and a bracket. */
function afterOf(phrases: readonly Phrase[], start: number): number {
  let at = start;
  for (;;) {
    const first = phrases[at];
    if (first?.sort === 'preposition' && first.lower === 'of' && phrases[at + 1]?.sort === 'noun') at += 2;
    else if (first?.sort === 'open' && first.lower === '(' ) {
      const close = phrases.findIndex((each, n) => n > at && n < at + 8 && each.sort === 'close');
      if (close < 0) return at;
      at = close + 1;
    } else return at;
  }
}

/** The noun after ", " / "and" / ", and" at `at`, or null. */
function joint(phrases: readonly Phrase[], at: number): number | null {
  let next = at;
  if (phrases[next]?.sort === 'comma') next++;
  const conjunction = phrases[next];
  if (conjunction?.sort === 'conjunction' && conjunction.lower !== 'but') next++;
  return next > at && phrases[next]?.sort === 'noun' ? next : null;
}

/** Whether a list goes on to an "and" after this comma: else the comma opens an apposition or another clause. */
function listCloses(phrases: readonly Phrase[], at: number): boolean {
  for (let next = at; next < phrases.length && next - at < 40; next++) {
    const phrase = phrases[next];
    if (phrase?.sort === 'conjunction') return phrases[next + 1]?.sort === 'noun' && (phrases[next - 1]?.sort === 'comma' || phrases[next - 1]?.sort === 'noun');
    if (phrase?.sort === 'verb' && phrase.form === 'infinitive') continue;
    if (phrase?.sort === 'verb' || phrase?.sort === 'mark' || phrase?.sort === 'relative' || phrase?.sort === 'subordinator') return false;
  }
  return false;
}

const startsOwnClause = (phrases: readonly Phrase[], at: number): boolean => isSubjectAhead(phrases, at);
