// Suggestions: what a careful reader might record of a text, by rules alone. Pure: no file, no network, no clock.
import { bySpan, overlap, spanLength, type Span } from '../base/span.ts';
import type { Proposal } from '../model/claim.ts';
import { analyses, type Analysis } from './analysis.ts';
import type { Clause } from './clause.ts';
import { mentionsOf } from './claims/mentions.ts';
import { nounClaims } from './claims/noun-claims.ts';
import { officeClaims } from './claims/office-claims.ts';
import { sourcesAt } from './claims/said-by.ts';
import { demandClaims, statementClaims } from './claims/speech-claims.ts';
import { toProposal, type Draft, type Ground, type Stage } from './claims/draft.ts';
import { stanceOfSource, stronger } from './claims/stance.ts';
import { verbClaims } from './claims/verb-claims.ts';
import { plainSuggest } from './plain/plain-claims.ts';
import { profileFor } from './plain/profile.ts';
import { withQuotations } from './speech/quotations.ts';
import { accountsOf } from './accounts.ts';
import { timedByAccount } from './claims/account-time.ts';
import type { Attribution } from './speech.ts';
import { attributionsOf } from './speech/attributions-of.ts';

/** Name and version of this analysis; the version changes whenever the output could. */
export const ANALYSER = { name: 'rules', version: '6' } as const;

/** A text and what is known of it: `published` in EDTF (2022-08), `language` in BCP 47. */
export type Asked = { readonly text: string; readonly published: string | null; readonly language: string | null; readonly title?: string | null };

/** Proposed claims in the order of their quotes. Linear in the length of the text. */
export function suggest(doc: Asked): readonly Proposal[] {
  const found: Proposal[] = [];
  for (const analysis of analyses(doc.text, doc.published, doc.language)) for (const each of proposalsOf(analysis)) found.push(each);
  return found;
}

function proposalsOf(analysis: Analysis): readonly Proposal[] {
  const ground = groundOf(analysis);
  const profile = profileFor(analysis.language);
  if (profile) return plainSuggest(ground, profile).toSorted((a, b) => bySpan(a.quote, b.quote));
  if (analysis.language !== 'en') return [];
  const drafts = ground.analysis.sentences.flatMap((sentence, index) => draftsOf({ ...ground, sentence, index }));
  const all = [...drafts.map((draft) => timedByAccount(ground, draft)), ...statements(ground, drafts)];
  return all
    .map((draft) => {
      const saidBy = saidByOf(ground, draft);
      return toProposal(ground, { ...draft, modality: stronger(draft.modality, stanceOfSource(saidBy.at(-1)?.text)) }, saidBy);
    })
    .toSorted((a, b) => bySpan(a.quote, b.quote));
}

/** Who says what in a document, quotations over several sentences joined. */
export const speechOf = ({ sentences }: Analysis): readonly Attribution[] => withQuotations(sentences, sentences.flatMap(attributionsOf));

export function groundOf(analysis: Analysis): Ground {
  const attributions = speechOf(analysis);
  const { accounts, carried } = accountsOf(analysis.sentences, attributions);
  return { analysis, attributions: [...attributions, ...carried], accounts, mentions: mentionsOf(analysis) };
}

/** The claims of one sentence but for statements, each event once. */
function draftsOf(stage: Stage): readonly Draft[] {
  if (stage.sentence.isHeader) return [];
  const verbs = merged(
    stage,
    stage.sentence.clauses.flatMap((clause) => verbClaims(stage, clause)),
  );
  const demands = demandClaims(stage);
  const taken = new Set(verbs.flatMap((draft) => draft.used ?? []));
  const nouns = nounClaims(stage, taken).filter(
    (noun) => !verbs.some((verb) => verb.kind === noun.kind && overlap(verb.quote, noun.trigger) > 0 && verb.fillers.size >= noun.fillers.size),
  );
  return [...verbs, ...demands, ...nouns, ...officeClaims(stage)];
}

/** Two verbs of one kind that hang together ("gathered to protest") are one claim, with the roles of both. */
function merged({ sentence }: Stage, drafts: readonly Draft[]): readonly Draft[] {
  const clauseOf = (draft: Draft): Clause | undefined => sentence.clauses.find((each) => sentence.words[each.verb.head]?.start === draft.trigger.start);
  const kept: Draft[] = [];
  for (const draft of drafts) {
    const governor = clauseOf(draft)?.governor;
    const outer = kept.findIndex((each) => each.kind === draft.kind && governor !== undefined && governor !== null && clauseOf(each) === governor);
    const before = kept[outer];
    const link = clauseOf(draft)?.link ?? '';
    if (
      !before ||
      !(
        ['infinitive', 'gerund'].includes(link) ||
        (link === 'relative' && draft.kind === 'charge') ||
        (['adverbial', 'participle'].includes(link) && draft.kind === 'sentence') ||
        (link === 'participle' && draft.kind === 'charge')
      )
    ) {
      kept.push(draft);
      continue;
    }
    const fillers = new Map(draft.fillers);
    for (const [role, list] of before.fillers) if (!(link === 'relative' && role === 'about' && fillers.has(role))) fillers.set(role, list);
    kept[outer] = {
      ...before,
      fillers,
      quote: { start: Math.min(before.quote.start, draft.quote.start), end: Math.max(before.quote.end, draft.quote.end) },
      time: before.time ?? draft.time,
    };
  }
  return kept;
}

/** Statements, one for each stretch of speech that holds no other claim. */
function statements(ground: Ground, drafts: readonly Draft[]): readonly Draft[] {
  const others = drafts
    .filter((each) => each.kind !== 'position' && each.kind !== 'membership')
    .map((each) => each.trigger)
    .toSorted(bySpan);
  const taken = drafts
    .filter((each) => each.kind === 'finding' || each.kind === 'threat' || each.kind === 'demand' || each.kind === 'acquittal' || each.kind === 'appeal')
    .map((each) => each.trigger)
    .toSorted(bySpan);
  const found: Draft[] = [];
  for (const attribution of ground.attributions) {
    const sentence = ground.analysis.sentences[attribution.sentence];
    if (!sentence) continue;
    const near = within(others, attribution.content);
    if (within(taken, [attribution.cue]).length > 0) continue;
    for (const draft of statementClaims({ ...ground, sentence, index: attribution.sentence }, attribution, near)) {
      if (!found.slice(-8).some((each) => overlap(each.quote, draft.quote) * 2 > Math.min(spanLength(each.quote), spanLength(draft.quote)))) found.push(draft);
    }
  }
  return found;
}

/** The sorted spans that may lie in any of `contents`. */
function within(spans: readonly Span[], contents: readonly Span[]): readonly Span[] {
  const start = Math.min(...contents.map((each) => each.start));
  const end = Math.max(...contents.map((each) => each.end));
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const found: Span[] = [];
  for (let at = low; at < spans.length; at++) {
    const span = spans[at];
    if (!span || span.start > end) break;
    found.push(span);
  }
  return found;
}

/** Who says a claim: its own list, else the sources that hold its trigger; a speaker does not say that they speak. */
function saidByOf(ground: Ground, draft: Draft): ReturnType<typeof sourcesAt> {
  const sources = draft.saidBy ?? sourcesAt(ground, draft.trigger);
  const actors = new Set((draft.fillers.get('actor') ?? []).map((each) => each.text));
  const speaks = ['statement', 'demand', 'threat', 'letter', 'finding'].includes(draft.kind);
  return speaks ? sources.filter((each) => !actors.has(each.text)) : sources;
}
