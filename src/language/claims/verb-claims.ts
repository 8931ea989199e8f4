// Claims from verbs: a clause whose verb has a frame, its participants in the frame's slots.
import type { Role } from '../../model/vocabulary.ts';
import type { Sentence } from '../analysis.ts';
import type { Clause } from '../clause.ts';
import type { Noun } from '../phrases.ts';
import { timeOfTimex, timeOfWhens } from './claim-time.ts';
import { quoteOf } from './clause-quote.ts';
import { timeOfAntecedent, timeOfNext, timeSince, timeSinceEvent, whensOfStep } from './clause-time.ts';
import { put, type Draft, type Stage } from './draft.ts';
import { fillAbout, fillAccused, fillSlots } from './fill-slots.ts';
import { fits, headOf, patients } from './frame-fits.ts';
import { ATTEMPTABLE, FRAMES_BY_VERB, type Frame } from './frames.ts';
import type { Filler } from './mentions.ts';
import { spanOfWords } from '../speech.ts';
import { isPeople, quantityOf } from './noun-kinds.ts';
import { MAY_BE_GIVEN } from '../subjects.ts';
import { ownStance, stanceOfClause, stronger } from './stance.ts';

/** The claims of a clause's verb: mostly none or one. */
export function verbClaims(stage: Stage, clause: Clause): readonly Draft[] {
  const frames = FRAMES_BY_VERB.get(clause.verb.lemma) ?? [];
  const frame = frames.find((each) => fits(stage, clause, each));
  // "if convicted" says what could follow, not that anybody might be: the penalty is the claim.
  const onlyIf = clause.link === 'condition' && (clause.verb.form !== 'finite' || clause.verb.ambiguous) && frame?.kind === 'conviction';
  return frame && !onlyIf && !isGeneral(stage, clause) ? withReleases(stage, clause, draftOf(stage, clause, frame)) : [];
}

/** "those who torture and kill", "threatened to kill them": what anybody does, or what is only threatened, has not been done by somebody. */
function isGeneral({ sentence }: Stage, clause: Clause): boolean {
  if (clause.link === 'infinitive' && clause.governor?.verb.lemma === 'threaten') return true;
  if (isUnfit(sentence, clause)) return true;
  // "the right to appeal", "refused leave to appeal": nobody has appealed by that.
  if (
    clause.link === 'infinitive' &&
    clause.verb.lemma === 'appeal' &&
    clause.linkNoun &&
    (MAY_BE_GIVEN.has(headOf(sentence, clause.linkNoun)) || headOf(sentence, clause.linkNoun) === 'days')
  )
    return true;
  const head = clause.subject[0] ? headOf(sentence, clause.subject[0]) : '';
  const present = ['VB', 'VBZ'].includes(sentence.words[clause.verb.head]?.tag ?? '') && clause.verb.to - clause.verb.from === 1;
  return clause.link === 'relative' && present && ANYBODY.has(head);
}

/** "found unfit to stand trial": that is not done. */
export function isUnfit({ words }: Sentence, { link, verb }: Clause): boolean {
  const to = words[verb.from]?.lower === 'to' ? verb.from : verb.from - 1;
  return link === 'infinitive' && /^(?:un|in)?(?:fit|able|competent)$/.test(words[to - 1]?.lower ?? '');
}

/** An exchange with a release for each side whose people it names: "exchanged the diplomat Ilia Voss for the nurse Ana Reval". */
function withReleases(stage: Stage, clause: Clause, exchange: Draft): readonly Draft[] {
  const given = clause.attached.find((each) => each.preposition === 'for')?.nouns.filter((noun) => isPeople(stage, noun)) ?? [];
  const sides = [patients(clause).filter((noun) => isPeople(stage, noun)), given].filter((side) => side.length > 0);
  if (exchange.rule !== 'exchange.verb' || given.length === 0) return [exchange];
  return [
    exchange,
    ...sides.flatMap((nouns): readonly Draft[] => {
      const fillers = new Map<Role, Filler[]>();
      for (const noun of nouns) {
        put(fillers, 'target', stage.mentions.resolve(stage.index, noun));
        put(fillers, 'outcome', quantityOf(stage, noun));
      }
      const [first] = nouns;
      const last = nouns.at(-1);
      if (!first || !last || fillers.size === 0) return [];
      const quote = spanOfWords(stage.sentence, first.from, last.to);
      return [{ ...exchange, rule: 'release.exchanged', kind: 'release', quote, fillers, used: [] }];
    }),
  ];
}

/** "the army", "Brod": a body that a finding may be about. */
const isBody = (sentence: Sentence, noun: Noun): boolean =>
  sentence.words[noun.head]?.tag === 'NNP' ||
  ['army', 'government', 'state', 'regime', 'ministry', 'company', 'junta', 'military', 'militia'].includes(headOf(sentence, noun));

const ANYBODY = new Set(['those', 'anyone', 'everyone', 'people', 'all']);

function draftOf(stage: Stage, clause: Clause, frame: Frame): Draft {
  const { sentence, analysis } = stage;
  const fillers = new Map<Role, Filler[]>();
  fillSlots(stage, clause, frame, fillers);
  fillAbout(stage, clause, frame, fillers);
  fillAccused(stage, clause, frame, fillers);
  if (frame.anyInfinitive)
    for (const noun of sentence.clauses.find((each) => each.governor === clause && each.link === 'infinitive')?.objects ?? [])
      put(fillers, 'target', stage.mentions.resolve(stage.index, noun));
  if (frame.kind === 'finding') {
    const found = sentence.clauses.find((each) => each.governor === clause && each.link === 'that');
    for (const noun of found?.subject ?? [])
      if (isPeople(stage, noun) || isBody(sentence, noun)) put(fillers, 'target', stage.mentions.resolve(stage.index, noun));
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
    time:
      timeSince(stage, clause) ??
      timeSinceEvent(stage, clause) ??
      timeOfWhens(analysis, sentence, whensOfStep(stage, clause, frame.kind)) ??
      timeOfNext(stage, clause) ??
      timeOfAntecedent(stage, clause) ??
      (attempted
        ? timeOfTimex(
            analysis,
            sentence,
            clause.subject.flatMap((each) => each.times),
          )
        : null),
    modality:
      (frame.kind === 'inaction' || frame.negative) && stance === 'denied'
        ? 'asserted'
        : frame.kind === 'sentence' && ['face', 'carry'].includes(clause.verb.lemma)
          ? stronger(stance, 'hypothetical')
          : stance,
    saidBy: null,
    confidence: 0.7,
    used: patients(clause)
      .filter(
        (each) => (frame.kind === 'command' && isBare(sentence, each)) || frame.object?.has(headOf(sentence, each)) || !mentioned(sentence, fillers, each),
      )
      .map((each) => each.head),
  };
}

/** A noun with nothing said about it: "the attack". */
const isBare = (sentence: Sentence, noun: Noun): boolean =>
  noun.owner === null && noun.times.length === 0 && !['of', 'on', 'against', 'in', 'at'].includes(sentence.words[noun.to]?.lower ?? '');

const mentioned = (sentence: Sentence, fillers: ReadonlyMap<Role, readonly Filler[]>, noun: Noun): boolean =>
  [...fillers.values()].flat().some((each) => each.span.end === sentence.words[noun.to - 1]?.end || each.span.end === sentence.words[noun.head]?.end);

const ATTEMPT_VERBS = new Set(['try', 'attempt', 'plan', 'plot', 'aim', 'seek', 'intend', 'conspire', 'order', 'hire', 'prepare', 'scheme', 'want']);
const ATTEMPT_NOUNS = new Set(['plan', 'plans', 'plot', 'plots', 'attempt', 'attempts', 'effort', 'efforts', 'conspiracy', 'scheme', 'bid', 'mission']);

export function isAttempt(sentence: Sentence, clause: Clause): boolean {
  if (clause.link !== 'infinitive') return false;
  if (clause.linkNoun && ATTEMPT_NOUNS.has(headOf(sentence, clause.linkNoun))) return true;
  return clause.governor !== null && ATTEMPT_VERBS.has(clause.governor.verb.lemma) && !clause.governor.verb.negated;
}

/** An attempt stands as its governing verb does: "tried to kill" is asserted. */
const outerStance = (sentence: Sentence, clause: Clause): Draft['modality'] =>
  clause.governor ? stanceOfClause(sentence, clause.governor) : ownStance(sentence, clause);
