// The layers, one at a time, in the shapes of `onrecord inspect` (the command line adds the id of the file).
import type { Span } from '../base/span.ts';
import type { Modality } from '../model/vocabulary.ts';
import { analyses, textOf, type Analysis, type Sentence } from './analysis.ts';
import { incidentsOf, type Incident, type IncidentRole } from './incidents/incidents.ts';
import type { NameType } from './names.ts';
import type { Noun } from './phrases.ts';
import { spanOfWords, type Attribution, type SpeechRule } from './speech.ts';
import { groundOf, type Asked } from './suggest.ts';
import { sourceOf } from './claims/said-by.ts';
import { edtfOf, type TimexType } from './times/timex.ts';

export const LAYERS = ['sentences', 'times', 'names', 'speech', 'incidents'] as const;
export type Layer = (typeof LAYERS)[number];

/** `type` and `value` are TIMEX3; `value` is empty and `edtf` null where they cannot be told. */
export type TimeFound = Span & { readonly text: string; readonly type: TimexType; readonly value: string; readonly edtf: string | null };
export type NameFound = Span & { readonly text: string; readonly type: NameType };
/** `speaker` is the source in the fullest form that the document gives; null where the text names none. */
export type SpeechFound = {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly speaker: string | null;
  readonly rule: SpeechRule;
};

/** One happening pieced together: where it is told, and who the words beside it name, each with the rule and stance of those words. */
export type IncidentFound = {
  readonly type: Incident['type'];
  readonly mentions: Incident['mentions'];
  readonly roles: Readonly<
    Record<IncidentRole, readonly (Span & { readonly text: string; readonly name: string; readonly rule: string; readonly modality: Modality })[]>
  >;
};

export type Inspected = {
  readonly sentences: { readonly sentences: readonly Span[] };
  readonly times: { readonly times: readonly TimeFound[] };
  readonly names: { readonly names: readonly NameFound[] };
  readonly speech: { readonly speech: readonly SpeechFound[] };
  readonly incidents: { readonly incidents: readonly IncidentFound[] };
};

/** One layer of a text. Offsets are code points, 0-based, end-exclusive. Linear in the length of the text. */
export function inspect<L extends Layer>(doc: Asked, layer: L): Inspected[L] {
  const gathered = <T>(find: (analysis: Analysis) => readonly T[]): readonly T[] => {
    const found: T[] = [];
    for (const analysis of analyses(doc.text, doc.published, doc.language)) for (const each of find(analysis)) found.push(each);
    return found;
  };
  const layers: { readonly [K in Layer]: () => Inspected[K] } = {
    sentences: () => ({ sentences: gathered(({ sentences }) => sentences.map(({ start, end }) => ({ start, end }))) }),
    times: () => ({ times: gathered((analysis) => analysis.sentences.flatMap((each) => timesOf(analysis, each))) }),
    names: () => ({ names: gathered((analysis) => analysis.sentences.flatMap((each) => namesFound(analysis, each))) }),
    speech: () => ({ speech: gathered(speechFound) }),
    incidents: () => ({
      incidents: gathered((analysis) => (analysis.language === 'en' ? incidentsOf(analysis).map((each) => incidentFound(analysis, each)) : [])),
    }),
  };
  return layers[layer]();
}

function incidentFound({ source }: Analysis, { type, mentions, roles }: Incident): IncidentFound {
  const found = (role: IncidentRole): IncidentFound['roles'][IncidentRole] =>
    roles[role].map(({ start, end, name, rule, modality }) => ({ start, end, text: source.slice({ start, end }), name, rule, modality }));
  return {
    type,
    mentions,
    roles: {
      individuals: found('individuals'),
      organizations: found('organizations'),
      targets: found('targets'),
      victims: found('victims'),
      weapons: found('weapons'),
    },
  };
}

function timesOf({ source, anchor }: Analysis, sentence: Sentence): readonly TimeFound[] {
  return sentence.times.map((timex) => {
    const span = spanOfWords(sentence, timex.from, timex.to);
    return { ...span, text: source.slice(span), type: timex.type, value: timex.value, edtf: edtfOf(timex, anchor) };
  });
}

function namesFound({ source, cast }: Analysis, sentence: Sentence): readonly NameFound[] {
  return sentence.names.map((name) => {
    const text = textOf(source, sentence.words, name.from, name.to);
    return { ...spanOfWords(sentence, name.from, name.to), text, type: name.sure ? name.type : (cast.typeOf(text) ?? name.type) };
  });
}

function speechFound(analysis: Analysis): readonly SpeechFound[] {
  const ground = groundOf(analysis);
  const cued = ground.attributions.filter(({ lemma }) => lemma !== 'account');
  return cued.map((each) => ({
    source: sourceSpans(analysis, each),
    cue: [each.cue],
    content: each.content,
    speaker: sourceOf(ground, each)?.text ?? null,
    rule: each.rule,
  }));
}

/** Sources that stand side by side are one span. */
function sourceSpans(analysis: Analysis, { source, sentence, clause, cue }: Attribution): readonly Span[] {
  const at = analysis.sentences[sentence];
  const spans = at ? source.map((noun: Noun) => spanOfWords(at, noun.from, noun.to)) : [];
  const [first] = spans;
  if (!first || !at) return [];
  const end = Math.max(...spans.map((each) => each.end));
  // "the man who said": the pronoun stands for the source and belongs to its span.
  const pronoun = clause?.link === 'relative' ? at.words.findLast((each) => each.tag === 'REL' && each.start >= end && each.end <= cue.start) : undefined;
  return [{ start: first.start, end: pronoun && pronoun.end - end < 60 ? pronoun.end : end }];
}
