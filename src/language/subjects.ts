// Who does what a verb says: found left of it, past asides, relative clauses and phrases with prepositions, or taken over
// from the clause that it hangs on.
import type { Clause, Dependence, Scene } from './clause.ts';
import { PEOPLE } from './name-words.ts';
import { isAside, type Noun, type Phrase, type Verb } from './phrases.ts';
import { CLAUSE_TAKERS, OBJECT_CONTROL, OF_VERBS, TRANSITIVE } from './verb-words.ts';

/** What somebody may be given, or take, to do something. */
export const MAY_BE_GIVEN: ReadonlySet<string> = new Set(
  'leave permission authorization authorisation right rights time chance chances opportunity opportunities deadline application request way ability power powers freedom license licence consent approval'.split(
    ' ',
  ),
);

type Found = { readonly nouns: readonly Noun[]; readonly from: number };

export function subjectAt(scene: Scene, verb: Verb, index: number, dependence: Dependence, partner: Clause | null, reduced: boolean): Found {
  const found = foundSubject(scene, verb, index, dependence, partner, reduced);
  const { link, linkNoun } = dependence;
  // "Leave to appeal was refused", "permission to travel": what may be given to somebody does nothing itself.
  if (link !== 'infinitive' || !linkNoun || !MAY_BE_GIVEN.has(scene.words[linkNoun.head]?.lower ?? '')) return found;
  return { ...found, nouns: found.nouns.filter((noun) => noun !== linkNoun) };
}

function foundSubject(scene: Scene, verb: Verb, index: number, dependence: Dependence, partner: Clause | null, reduced: boolean): Found {
  const { phrases } = scene;
  const nothing: Found = { nouns: [], from: index };
  if (partner) return { nouns: partner.subject, from: partner.from };
  const { governor, link } = dependence;
  if (link === 'infinitive' && governor) {
    const owner = dependence.linkNoun?.owner;
    if (owner) return { nouns: [ownerNoun(dependence.linkNoun, owner)], from: index };
    const controlled =
      OBJECT_CONTROL.has(governor.verb.lemma) && !governor.passive
        ? governor.objects.length > 0
          ? governor.objects
          : (governor.attached.find((each) => each.preposition === 'on' || each.preposition === 'upon')?.nouns ?? [])
        : governor.subject;
    return { nouns: controlled, from: index };
  }
  if (verb.form === 'gerund' && link === 'gerund') {
    const before = phrases[index - 1];
    if (before?.sort === 'noun' && scene.words[before.head]?.tag !== 'PRON') return { nouns: [before], from: index - 1 };
    // "accused him of …", "arrested her for …", "kept them from …": the object is whom the gerund is about.
    const ofObject =
      governor &&
      !governor.passive &&
      governor.objects.length > 0 &&
      ['of', 'for', 'from'].includes(dependence.linkWord ?? '') &&
      ((dependence.linkWord === 'of' && OF_VERBS.has(governor.verb.lemma)) || governor.objects.some((each) => isSomebody(scene, each)));
    return { nouns: (ofObject ? governor.objects : governor?.subject) ?? [], from: index };
  }
  if (governor && governor.subject.length > 0 && (reduced || verb.form === 'participle') && isSetApart(scene, index))
    return { nouns: governor.subject, from: index };
  if (reduced || verb.form === 'participle') return antecedent(scene, index) ?? { nouns: governor?.subject ?? [], from: index };
  return finiteSubject(scene, index) ?? nothing;
}

/** "went on trial in Brod on Tuesday, accused of …": behind a comma, past a place, thing or time, a participle is about the subject. */
function isSetApart(scene: Scene, index: number): boolean {
  const { phrases } = scene;
  let at = index - 1;
  while (phrases[at]?.sort === 'adverb') at--;
  if (phrases[at]?.sort !== 'comma') return false;
  at--;
  while (isAside(phrases[at])) at--;
  const noun = phrases[at];
  const before = phrases[at - 1];
  return (
    noun?.sort === 'noun' &&
    before?.sort === 'preposition' &&
    ['in', 'at', 'on', 'near'].includes(before.lower) &&
    !PEOPLE.has(scene.words[noun.head]?.lower ?? '')
  );
}

const isSomebody = ({ words }: Scene, noun: Noun): boolean => {
  const head = words[noun.head];
  return head !== undefined && (head.tag === 'NNP' || head.tag === 'PRON' || PEOPLE.has(head.lower));
};

/** The owner of a noun as a noun phrase of its own: "his efforts to …" is about him. */
export function ownerNoun(noun: Noun | null, owner: { readonly from: number; readonly to: number }): Noun {
  return { sort: 'noun', from: owner.from, to: owner.to, head: owner.to - 1, owner: null, times: noun?.times ?? [] };
}

/** The noun that a relative clause or participle is about: the first of a chain joined by "of", with a comma or without. */
function antecedent(scene: Scene, index: number): Found | null {
  const { phrases } = scene;
  let at = index - 1;
  while (
    isAside(phrases[at]) ||
    phrases[at]?.sort === 'comma' ||
    phrases[at]?.sort === 'relative' ||
    (phrases[at]?.sort === 'preposition' && phrases[at + 1]?.sort === 'relative')
  )
    at--;
  const noun = phrases[at];
  if (noun?.sort !== 'noun') return null;
  const beforeIt = phrases[at - 1];
  const chained = phrases[at - 2];
  const nearest = scene.words[noun.head];
  if (
    beforeIt?.sort === 'preposition' &&
    beforeIt.lower === 'of' &&
    chained?.sort === 'noun' &&
    !PEOPLE.has(nearest?.lower ?? '') &&
    !isWhoAt(scene, at + 1, index)
  )
    return { nouns: [chained], from: at - 2 };
  const aside = beforeIt?.sort === 'preposition' && chained?.sort === 'noun' && PEOPLE.has(scene.words[chained.head]?.lower ?? '');
  if (aside && nearest?.tag === 'N' && !PEOPLE.has(nearest.lower) && isLedByWho(phrases, at + 1, index)) return { nouns: [chained], from: at - 2 };
  return coordinatedLeft(phrases, at);
}

const isLedByWho = (phrases: readonly Phrase[], from: number, to: number): boolean =>
  phrases.slice(from, to + 1).some((each) => each.sort === 'relative' && each.lower === 'who');

/** Whether "who" stands between two phrases and what is before it is a name. */
function isWhoAt({ words, phrases }: Scene, from: number, to: number): boolean {
  const before = phrases[from - 1];
  const chained = phrases[from - 3];
  const named = before?.sort === 'noun' && words[before.head]?.tag === 'NNP' && chained?.sort === 'noun' && !PEOPLE.has(words[chained.head]?.lower ?? '');
  return named && phrases.slice(from, to + 1).some((each) => each.sort === 'relative' && each.lower === 'who');
}

/** Walks left from a finite verb to its subject, past times, phrases with prepositions, and what stands between two commas. */
function finiteSubject(scene: Scene, index: number): Found | null {
  const { phrases } = scene;
  for (let at = index - 1; at >= 0 && index - at < 40; at--) {
    const phrase = phrases[at];
    if (!phrase) return null;
    if (phrase.sort === 'relative') return relativeSubject(scene, at, index);
    if (phrase.sort === 'close' && phrase.lower === ')') {
      at = openingOf(phrases, at);
      continue;
    }
    if (phrase.sort === 'mark' && isDash(phrase.lower)) {
      const dash = dashBefore(phrases, at);
      if (dash === null) return null;
      at = dash;
      continue;
    }
    if (isAside(phrase) || phrase.sort === 'adjective' || (phrase.sort === 'preposition' && phrases[at + 1]?.sort === 'verb')) continue;
    if (phrase.sort === 'comma') {
      const comma = interpolation(phrases, at);
      if (comma === null) return pastRelative(scene, at);
      at = comma;
      continue;
    }
    if (phrase.sort === 'noun') {
      const preposition = phrases[at - 1];
      if (preposition?.sort === 'preposition') {
        at--;
        continue;
      }
      if (preposition?.sort === 'verb' && preposition.form !== 'finite' && !CLAUSE_TAKERS.has(preposition.lemma)) {
        at--;
        continue;
      }
      if (preposition?.sort === 'verb' && preposition.form === 'finite' && !CLAUSE_TAKERS.has(preposition.lemma))
        return pastRelative(scene, at - 1) ?? { nouns: [phrase], from: at };
      if (preposition?.sort === 'comma' && scene.words[phrase.head]?.tag === 'NUM' && phrase.to - phrase.from === 1) {
        at--;
        continue;
      }
      if (['all', 'both', 'each'].includes(scene.words[phrase.head]?.lower ?? '') && preposition?.sort === 'comma') continue;
      const joined = coordinatedLeft(phrases, at);
      const lead = phrases[joined.from - 1];
      // "called for her release, and the parliament passed …": what a verb before has taken is no subject of the next.
      const taken = lead?.sort === 'preposition' || (lead?.sort === 'verb' && !CLAUSE_TAKERS.has(lead.lemma));
      if (taken && joined.nouns.length > 1 && hasFinite(phrases, joined.from)) return behindComma(phrases, joined, at);
      if (lead?.sort === 'preposition') {
        at = joined.from - 1;
        continue;
      }
      return joined;
    }
    if (phrase.sort === 'verb' && phrase.form !== 'finite') {
      if (phrase.form === 'infinitive' || phrases[at - 1]?.sort === 'preposition') continue;
      continue;
    }
    if (phrase.sort === 'verb' && phrase.ambiguous && TRANSITIVE.has(phrase.lemma) && phrases[at + 1]?.sort !== 'noun') continue;
    if (phrase.sort === 'conjunction' && phrases[at - 1]?.sort === 'noun') continue;
    if (phrase.sort === 'verb' && endsBareRelative(phrases, at)) {
      at--;
      continue;
    }
    return phrase.sort === 'verb' ? pastRelative(scene, at) : null;
  }
  return null;
}

/** "the farmers I met said": a noun right behind another opens a relative clause without a relative, whose verb is passed. */
const endsBareRelative = (phrases: readonly Phrase[], at: number): boolean => phrases[at - 1]?.sort === 'noun' && phrases[at - 2]?.sort === 'noun';

/** "in Brod, the union and the police said": those of a list behind its last comma, else the last alone. */
function behindComma(phrases: readonly Phrase[], joined: Found, at: number): Found {
  const comma = phrases.findLastIndex((each, n) => n > joined.from && n < at && each.sort === 'comma');
  const start = phrases[comma + 1]?.sort === 'conjunction' ? comma + 2 : comma + 1;
  const nouns = comma < 0 ? [] : joined.nouns.filter((each) => each.from >= (phrases[start]?.from ?? 0));
  const last = joined.nouns.at(-1);
  return nouns.length > 0 ? { nouns, from: start } : { nouns: last ? [last] : [], from: at };
}

/** Whether a finite verb stands among the phrases right before `to`, with no other clause opened between. */
function hasFinite(phrases: readonly Phrase[], to: number): boolean {
  for (let at = to - 1; at >= 0 && to - at < 20; at--) {
    const phrase = phrases[at];
    if (phrase?.sort === 'verb' && phrase.form === 'finite') return true;
    if (phrase?.sort === 'mark' || phrase?.sort === 'relative' || phrase?.sort === 'subordinator') return false;
  }
  return false;
}

const isDash = (lower: string): boolean => /^(?:--+|[–—―]+|-)$/.test(lower);

/** The dash that opens what a dash at `at` closes ("Halim -- a nurse who saw it -- said"); null where there is none near. */
function dashBefore(phrases: readonly Phrase[], at: number): number | null {
  for (let back = at - 1; back > 0 && at - back < 30; back--) {
    const phrase = phrases[back];
    if (phrase?.sort === 'mark' && isDash(phrase.lower)) return phrases[back - 1]?.sort === 'noun' ? back : null;
    if (phrase?.sort === 'mark' && phrase.lower === ';') return null;
  }
  return null;
}

/** The bracket that a closing one at `at` answers ("Mira Halim (D-Brod) said"), where it is near; else `at`. */
function openingOf(phrases: readonly Phrase[], at: number): number {
  for (let back = at - 1; back >= 0 && at - back < 8; back--) {
    const phrase = phrases[back];
    if (phrase?.sort === 'open' && phrase.lower === '(') return back;
    if (phrase?.sort === 'verb' && phrase.form === 'finite') break;
  }
  return at;
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

/** The comma that opens what a comma at `at` closes ("Halim, speaking from the square, said"); null where there is none near. */
function interpolation(phrases: readonly Phrase[], at: number): number | null {
  for (let back = at - 1; back > 0 && at - back < 22; back--) {
    const phrase = phrases[back];
    if (phrase?.sort === 'mark' && !['.', '/', "'s", '’s', "'", '’'].includes(phrase.lower)) return null;
    if (phrase?.sort !== 'comma') continue;
    const after = phrases[back + 1];
    const opens =
      after?.sort === 'relative' ||
      after?.sort === 'noun' ||
      after?.sort === 'preposition' ||
      after?.sort === 'time' ||
      after?.sort === 'adverb' ||
      (after?.sort === 'verb' && after.form !== 'finite') ||
      after?.sort === 'subordinator' ||
      (after?.sort === 'verb' && after.ambiguous);
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
    const link = phrases[here - 1];
    if (link?.sort === 'conjunction' && !joined && link.lower !== 'but') {
      joined = true;
      here -= phrases[here - 2]?.sort === 'comma' ? 3 : 2;
    } else if (link?.sort === 'comma' && joined) here -= 2;
    else break;
    const left = phrases[here];
    if (left?.sort === 'noun' && phrases[here - 1]?.sort === 'preposition' && phrases[here - 2]?.sort === 'noun' && !(phrases[here - 3]?.sort === 'verb'))
      here -= 2;
  }
  return { nouns, from };
}
