// Who says what stands at a place: the sources of the attributions that hold it, from the outermost to the nearest.
import type { Span } from '../../base/span.ts';
import type { Attribution } from '../speech.ts';
import { EXPRESS, SAY } from '../speech.ts';
import type { Noun } from '../phrases.ts';
import { ownerNoun } from '../subjects.ts';
import type { Ground } from './draft.ts';
import type { Filler } from './mentions.ts';

/** Verbs that report without "say": their content is said by their subject. */
const REPORTS = new Set([
  ':',
  '(:',
  'account',
  'according',
  'accuse',
  'find',
  'show',
  'rule',
  'determine',
  'establish',
  'believe',
  'think',
  'demand',
  'urge',
  'call',
  'appeal',
  'ask',
  'insist',
  'hear',
  'describe',
  'consider',
  'blame',
  'suspect',
  'reveal',
  'request',
  'press',
  'allegation',
  'accusation',
  'claim',
  'statement',
  'assertion',
  'learn',
]);

/** Verbs that touch on something without saying it. */
const TOUCHES = new Set([
  'condemn',
  'criticise',
  'criticize',
  'denounce',
  'deplore',
  'decry',
  'mourn',
  'hail',
  'applaud',
  'promise',
  'pledge',
  'vow',
  'mention',
  'cite',
  'hint',
  'discuss',
  'question',
  'dismiss',
  'challenge',
  'thank',
  'praise',
  'welcome',
  'agree',
  'joke',
  'voice',
]);

export const isReport = (lemma: string): boolean => !TOUCHES.has(lemma) && (SAY.has(lemma) || REPORTS.has(lemma) || EXPRESS.has(lemma));

/** The sources of a span, outermost first; each one string, those who speak together joined by "and". */
export function sourcesAt(ground: Ground, span: Span): readonly Filler[] {
  const holding = holdingAt(ground, span);
  const sources: Filler[] = [];
  for (const each of holding) {
    const source = sourceOf(ground, each);
    if (source && sources.at(-1)?.text !== source.text) sources.push(source);
  }
  return sources;
}

const byAttributions = new WeakMap<
  readonly Attribution[],
  { readonly starts: readonly number[]; readonly sorted: readonly (readonly [Span, Attribution])[] }
>();

/** Attributions by where their content starts, made once a document. */
function contentsOf(attributions: readonly Attribution[]): { readonly starts: readonly number[]; readonly sorted: readonly (readonly [Span, Attribution])[] } {
  const known = byAttributions.get(attributions);
  if (known) return known;
  const sorted = attributions.flatMap((each) => each.content.map((span) => [span, each] as const)).toSorted((a, b) => a[0].start - b[0].start);
  const made = { starts: sorted.map(([span]) => span.start), sorted };
  byAttributions.set(attributions, made);
  return made;
}

/** Most contents that can hold one place and are looked at, nearest first. */
const NEAREST = 24;

function holdingAt({ attributions }: Ground, span: Span): readonly Attribution[] {
  const { starts, sorted } = contentsOf(attributions);
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= span.start) low = middle + 1;
    else high = middle;
  }
  const found: (readonly [Span, Attribution])[] = [];
  for (let at = low - 1; at >= 0 && low - at <= NEAREST; at--) {
    const each = sorted[at];
    if (each && each[0].end >= span.end && isReport(each[1].lemma) && !(each[1].cue.start <= span.start && span.end <= each[1].cue.end)) found.push(each);
  }
  return found.toSorted((a, b) => b[0].end - b[0].start - (a[0].end - a[0].start)).map(([, each]) => each);
}

/** What a speaker rests on and is no speaker: "according to the evidence". */
const BASES = /\b(?:testimony|evidence|data|figures|estimates|records|law|footage|plan|rules)$/i;

/** "according to United Nations figures": whose figures they are; null where they are nobody's. */
function keeperOf({ analysis, mentions }: Ground, { sentence: index, source }: Attribution): Filler | null {
  const [noun] = source;
  const sentence = analysis.sentences[index];
  if (!noun || !sentence) return null;
  if (noun.owner && sentence.words[noun.owner.from]?.tag !== 'POSS') return mentions.resolve(index, ownerNoun(noun, noun.owner));
  const name = sentence.names.find((each) => each.from >= noun.from && each.to <= noun.head && each.type === 'organization');
  return name ? mentions.resolve(index, { ...noun, from: name.from, to: name.to, head: name.to - 1, owner: null }) : null;
}

/** The source of an attribution in its fullest form; null where the text names none that can be told. */
export function sourceOf(ground: Ground, attribution: Attribution): Filler | null {
  const fillers = attribution.source.map((noun) => speakerNamed(ground, attribution, noun)).filter((each) => each !== null);
  const [first] = fillers;
  if (!first) return null;
  if (attribution.lemma === 'according' && BASES.test(first.text)) return keeperOf(ground, attribution);
  const last = fillers.at(-1) ?? first;
  return { text: fillers.map((each) => each.text).join(' and '), span: { start: first.span.start, end: Math.max(last.span.end, first.span.end) } };
}

/**
 * Who a noun before a cue is. "They denied it" is whoever spoke before, not somebody of whom was only told; nobody is named inside
 * of what they say themselves ("We were beaten by guards, they said").
 */
export function speakerNamed(ground: Ground, attribution: Attribution, noun: Noun): Filler | null {
  const own = (span: Span): boolean => attribution.content.some((each) => each.start <= span.start && span.end <= each.end);
  return (
    ground.mentions.resolve(attribution.sentence, noun, null, (span) => own(span) || holdingAt(ground, span).length > 0) ??
    ground.mentions.resolve(attribution.sentence, noun, null, own)
  );
}

/** Who "I" or "we" is at a place: the nearest source that holds it. */
export const speakerAt = (ground: Ground, span: Span): string | null => sourcesAt(ground, span).at(-1)?.text ?? null;
