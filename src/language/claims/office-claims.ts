// Claims of office: who holds or held a post ("Brod District Attorney Ken Dray", "Mira Halim, the mayor of Brod"), and who
// belongs to an organization. Only where the holder is named in the mention; no professions.
import type { Role } from '../../model/vocabulary.ts';
import { textOf, type Sentence } from '../analysis.ts';
import { HONORIFICS, OFFICES } from '../name-words.ts';
import type { Name } from '../names.ts';
import type { Clause } from '../clause.ts';
import type { Noun } from '../phrases.ts';
import { stanceOfClause } from './stance.ts';
import { spanOfWords } from '../speech.ts';
import { timeOfWhens } from './claim-time.ts';
import { put, type Draft, type Stage } from './draft.ts';
import type { Filler } from './mentions.ts';
import { pastTitle } from './noun-text.ts';

/** Of no office, unless of a body that the words name: "a reporter for Radio Orlik". */
const PROFESSIONS = new Set([
  'reporter',
  'journalist',
  'correspondent',
  'researcher',
  'professor',
  'lecturer',
  'analyst',
  'lawyer',
  'investigator',
  'photographer',
  'fellow',
]);
const MEMBERS = new Set(['member', 'operative', 'fighter', 'agent', 'militant', 'recruit']);
const LEFT_OUT =
  /^(?:[A-Z]\w*-based\s+|(?:the|a|an|another|one|two|three|as|what|that|this|like|former|then|ex|late|acting|fellow|longtime|current|newly-elected|new|terrorist|notorious|infamous|prominent|influential|outgoing|incoming|veteran|exiled|jailed|imprisoned|ousted|deposed|convicted|\d+-year-old)\s+|then-|ex-)+/i;

export function officeClaims(stage: Stage): readonly Draft[] {
  const { sentence } = stage;
  const named = sentence.names
    .filter((each) => each.type === 'person')
    .flatMap((name) => {
      const before = titleBefore(stage, name);
      const after = titleAfter(stage, name);
      return [...(before ? [before] : []), ...(after ? [after] : [])];
    });
  return [...named, ...sentence.clauses.flatMap((clause) => [...copula(stage, clause), ...servedAs(stage, clause)]), ...apposedMembers(stage)];
}

/** "He was not a member of the Guard"; "Jan Kral is the mayor of Brod": a membership of anybody, a position of who is named. */
function copula(stage: Stage, clause: Clause): readonly Draft[] {
  const { sentence, mentions, index } = stage;
  const [subject] = clause.subject;
  const [title] = clause.objects;
  if (clause.verb.lemma !== 'be' || clause.passive || !subject || !title || clause.verb.form !== 'finite') return [];
  const actor = mentions.resolve(index, subject);
  const lemma = sentence.words[title.head]?.lemma ?? '';
  const of = ofPhrase(sentence, title);
  const quote = { start: subject.to <= title.from && subject.from < clause.verb.from ? subject.from : clause.verb.from, end: of?.to ?? title.to };
  if (!actor) return [];
  if (MEMBERS.has(lemma)) {
    const draft = membership(stage, actor, title, of, quote);
    return draft ? [{ ...draft, modality: stanceOfClause(sentence, clause) }] : [];
  }
  const name = sentence.names.find((each) => each.type === 'person' && each.from >= subject.from && each.to <= subject.to);
  const titled = name && OFFICES.has(sentence.words[title.head]?.lower ?? '') ? office(stage, name, title.from, of?.to ?? title.to, quote) : null;
  return titled ? [{ ...titled, modality: stanceOfClause(sentence, clause) }] : [];
}

/** "Jan Kral served as interior minister from 1998 to 2004", "serving as the embassy's third counselor". */
function servedAs(stage: Stage, clause: Clause): readonly Draft[] {
  const { sentence, analysis, mentions, index } = stage;
  if (!['serve', 'act', 'work'].includes(clause.verb.lemma)) return [];
  const as = clause.attached.find((each) => each.preposition === 'as');
  const [title] = as?.nouns ?? [];
  const [subject] = clause.subject;
  if (!title || !subject || !OFFICES.has(sentence.words[title.head]?.lower ?? '')) return [];
  const actor = mentions.resolve(index, subject);
  if (!actor || !analysis.cast.isPerson(actor.text)) return [];
  const of = ofPhrase(sentence, title);
  const from = ownedFrom(sentence, title);
  const fillers = new Map<Role, Filler[]>();
  put(fillers, 'actor', actor);
  put(fillers, 'title', {
    text: textOf(analysis.source, sentence.words, from, of?.to ?? title.to).replace(LEFT_OUT, ''),
    span: spanOfWords(sentence, from, of?.to ?? title.to),
  });
  put(fillers, 'organization', organizationIn(stage, title.from, of?.to ?? title.to));
  const word = sentence.words[title.head];
  const end = sentence.phrases[clause.to - 1]?.to ?? title.to;
  return [
    {
      rule: 'position.served',
      kind: 'position',
      quote: spanOfWords(sentence, clause.verb.from, end),
      trigger: { start: word?.start ?? 0, end: word?.end ?? 0 },
      fillers,
      time: timeOfWhens(analysis, sentence, clause.whens),
      modality: stanceOfClause(sentence, clause),
      saidBy: null,
      confidence: 0.65,
    },
  ];
}

/** "his father, a senior member of the Guard": who is named elsewhere, or not at all. */
function apposedMembers(stage: Stage): readonly Draft[] {
  const { sentence, mentions, index } = stage;
  const { phrases, words } = sentence;
  return phrases.flatMap((phrase, at): readonly Draft[] => {
    const title = phrases[at + 2];
    if (phrase.sort !== 'noun' || phrases[at + 1]?.sort !== 'comma' || title?.sort !== 'noun' || words[phrase.head]?.tag === 'NNP') return [];
    if (!MEMBERS.has(words[title.head]?.lemma ?? '') || !['a', 'an'].includes(words[title.from]?.lower ?? '')) return [];
    const actor = mentions.resolve(index, phrase);
    const of = ofPhrase(sentence, title);
    const draft = actor ? membership(stage, actor, title, of, { start: phrase.from, end: of?.to ?? title.to }) : null;
    return draft ? [draft] : [];
  });
}

function ofPhrase({ phrases, words }: Sentence, noun: Noun): Noun | null {
  const of = phrases[phrases.indexOf(noun) + 1];
  const next = phrases[phrases.indexOf(noun) + 2];
  return of?.sort === 'preposition' && words[of.from]?.lower === 'of' && next?.sort === 'noun' ? next : null;
}

/** The title that leads to a name within its noun phrase, or in an apposition before it. */
function titleBefore(stage: Stage, name: Name): Draft | null {
  const { sentence } = stage;
  const index = sentence.phrases.findIndex((each) => each.sort === 'noun' && each.from <= name.from && name.from < each.to);
  const phrase = sentence.phrases[index];
  if (phrase?.sort !== 'noun') return null;
  if (phrase.from < name.from) {
    const from = afterOwner(sentence, phrase, name.from);
    const start = withOf(sentence, index, phrase, from);
    return office(stage, name, start, name.from, { start, end: name.to });
  }
  if (sentence.phrases[index - 1]?.sort !== 'comma') return null;
  const last = sentence.phrases[index - 2];
  const first = [2, 4, 6, 8, 10]
    .map((back) => sentence.phrases[index - back])
    .find((each, n) => each?.sort === 'noun' && pastTitle(sentence, index - 2 * (n + 1)) === index - 2 && OFFICES.has(sentence.words[each.head]?.lower ?? ''));
  if (first?.sort !== 'noun' || last?.sort !== 'noun' || !['DET', 'GEN', 'POSS'].includes(titleOpens(sentence, first))) return null;
  if (!OFFICES.has(sentence.words[first.head]?.lower ?? '')) return null;
  return office(stage, name, first.from, last.to, { start: first.from, end: name.to });
}

/** "The …", "The junta's …": the tag of what opens a title. */
const titleOpens = ({ words }: Sentence, title: Noun): string => (title.owner && words[title.owner.to]?.tag === 'GEN' ? 'GEN' : (words[title.from]?.tag ?? ''));

/** "former speaker of the upper house Jan Kral": the phrases with "of" before the one that holds the name. */
function withOf(sentence: Sentence, index: number, phrase: Noun, from: number): number {
  const of = sentence.phrases[index - 1];
  const before = sentence.phrases[index - 2];
  const joins =
    phrase.from === from && of?.sort === 'preposition' && of.lower === 'of' && before?.sort === 'noun' && OFFICES.has(sentence.words[before.head]?.lower ?? '');
  return joins ? before.from : from;
}

/** "Ana's brother Jan", "Qazan's President Kral": a person's owner is no part of a title, a country's is. */
function afterOwner(sentence: Sentence, phrase: Noun, limit: number): number {
  if (!phrase.owner || sentence.words[phrase.owner.from]?.tag === 'POSS') return phrase.owner ? phrase.owner.to : phrase.from;
  if (phrase.owner.to >= limit) return phrase.from;
  const name = sentence.names.find((each) => each.from >= phrase.from && each.to <= (phrase.owner?.to ?? 0));
  return name?.type === 'person' ? Math.min(limit, phrase.owner.to + 1) : phrase.from;
}

/** "Maryam Kolar, the opposition's president-elect", "Jan Kral, mayor of Brod and head of the council". */
function titleAfter(stage: Stage, name: Name): Draft | null {
  const { sentence, analysis } = stage;
  const { phrases, words } = sentence;
  const at = phrases.findIndex((each) => each.sort === 'noun' && each.to === name.to);
  if (at < 0 || phrases[at + 1]?.sort !== 'comma') return null;
  const age = phrases[at + 2];
  const next = age?.sort === 'noun' && words[age.head]?.tag === 'NUM' && phrases[at + 3]?.sort === 'comma' ? at + 4 : at + 2;
  const title = phrases[next];
  if (title?.sort !== 'noun' || (words[title.head]?.tag === 'NNP' && title.to - title.from === 1)) return null;
  const of = phrases[next + 1];
  const rest = phrases[next + 2];
  const joins = PROFESSIONS.has(words[title.head]?.lemma ?? '') ? ['of', 'for', 'at', 'with'] : ['of', 'for', 'at'];
  const to = of?.sort === 'preposition' && joins.includes(of.lower) && rest?.sort === 'noun' ? rest.to : title.to;
  const lemma = words[title.head]?.lemma ?? '';
  const span = { start: phrases[at]?.from ?? name.from, end: to };
  if (MEMBERS.has(lemma))
    return membership(stage, holder(stage, name), title, of?.sort === 'preposition' && rest?.sort === 'noun' ? rest : null, { start: name.from, end: to });
  if (PROFESSIONS.has(lemma)) {
    const employer = of?.sort === 'preposition' && rest?.sort === 'noun' && words[rest.head]?.tag === 'NNP' ? rest : null;
    const body = employer && sentence.names.find((each) => each.from >= employer.from && each.to <= employer.to);
    if (!employer || !body || body.type === 'place') return null;
    const held = office(stage, name, title.from, employer.to, { start: Math.max(span.start, name.from), end: employer.to }, PROFESSIONS);
    return (
      held && {
        ...held,
        fillers: new Map([
          ...held.fillers,
          ['organization', [{ text: textOf(analysis.source, words, body.from, body.to), span: spanOfWords(sentence, body.from, body.to) }]],
        ]),
      }
    );
  }
  if (!OFFICES.has(lemma) && !OFFICES.has(words[title.head]?.lower ?? '')) return null;
  const end = Math.max(to, phrases[pastTitle(sentence, next)]?.to ?? to);
  return office(stage, name, ownedFrom(sentence, title), end, { start: Math.max(span.start, name.from), end });
}

/** "the opposition's president-elect": a body that owns the title is its organization, not a word of it; a country is both. */
function ownedFrom(sentence: Sentence, title: Noun): number {
  const owner = title.owner;
  if (!owner || sentence.words[owner.from]?.tag === 'POSS') return owner ? owner.to : title.from;
  return BODIES.has(sentence.words[owner.to - 1]?.lower ?? '') ? owner.to + 1 : title.from;
}

type Words = { readonly start: number; readonly end: number };

/** A position, where the words of the title hold an office; null otherwise. */
function office(stage: Stage, name: Name, from: number, to: number, quote: Words, titles: ReadonlySet<string> = OFFICES): Draft | null {
  const { sentence, analysis } = stage;
  const words = sentence.words.slice(from, to);
  const last = words.findLast((each) => titles.has(each.lower.replace(/^(?:then|ex)-/, '')));
  if (!last || words.every((each) => HONORIFICS.has(each.lower))) return null;
  const fillers = new Map<Role, Filler[]>();
  put(fillers, 'actor', holder(stage, name));
  const titleSpan = spanOfWords(sentence, from, to);
  const text = textOf(analysis.source, sentence.words, from, to).replace(LEFT_OUT, '');
  put(fillers, 'title', { text, span: titleSpan });
  put(
    fillers,
    'organization',
    organizationIn(stage, from, to) ?? (sentence.words[from - 1]?.tag === 'GEN' ? organizationIn(stage, Math.max(0, from - 4), from - 1) : null),
  );
  return {
    rule: 'position.title',
    kind: 'position',
    quote: spanOfWords(sentence, quote.start, quote.end),
    trigger: { start: last.start, end: last.end },
    fillers,
    time: null,
    modality: 'asserted',
    saidBy: null,
    confidence: 0.75,
  };
}

const BODIES = new Set([
  'court',
  'prison',
  'embassy',
  'parliament',
  'guard',
  'guards',
  'force',
  'army',
  'police',
  'ministry',
  'council',
  'party',
  'opposition',
  'union',
  'navy',
  'corps',
  'brigade',
  'congress',
  'senate',
  'department',
  'agency',
  'committee',
  'commission',
  'organization',
  'movement',
  'group',
  'militia',
  'university',
  'church',
  'association',
  'front',
  'office',
  'bureau',
  'intelligence',
  'assembly',
]);

/** The body inside a title, up to the last word for one: "Qazan Prison" of "Qazan Prison official", "British parliament". */
function organizationIn({ sentence, analysis }: Stage, from: number, to: number): Filler | null {
  const { words, names } = sentence;
  for (let at = to - 1; at >= from; at--) {
    if (!BODIES.has(words[at]?.lower ?? '')) continue;
    const name = names.find((each) => each.from <= at && at < each.to);
    let start = Math.max(from, name && name.type === 'organization' && name.to <= at + 1 ? name.from : at);
    while (start > from && ['NNP', 'ADJ', 'N'].includes(words[start - 1]?.tag ?? '') && !LEFT_OUT.test(`${words[start - 1]?.text ?? ''} `)) start--;
    return start === at && words[at]?.tag !== 'NNP'
      ? null
      : { text: analysis.cast.fullest(textOf(analysis.source, words, start, at + 1)), span: spanOfWords(sentence, start, at + 1) };
  }
  return null;
}

function holder({ sentence, analysis }: Stage, name: Name): Filler {
  const text = textOf(analysis.source, sentence.words, name.from, name.to);
  return { text: analysis.cast.fullest(text), span: spanOfWords(sentence, name.from, name.to) };
}

/** "Jan Kral, a senior member of the Guard", "Ana Kolar, a Revolutionary Guards operative". */
function membership(stage: Stage, actor: Filler, title: Noun, of: Noun | null, quote: Words): Draft | null {
  const { sentence, analysis, mentions, index } = stage;
  const inside = sentence.names.find((each) => each.from >= title.from && each.to <= title.to && each.type === 'organization');
  const organization: Noun | null = of ?? (inside ? { ...title, from: inside.from, to: inside.to, head: inside.to - 1, owner: null } : null);
  if (!organization) return null;
  const fillers = new Map<Role, Filler[]>();
  put(fillers, 'actor', actor);
  put(fillers, 'title', {
    text: textOf(analysis.source, sentence.words, title.from, title.to).replace(LEFT_OUT, ''),
    span: spanOfWords(sentence, title.from, title.to),
  });
  put(fillers, 'organization', mentions.resolve(index, organization));
  const word = sentence.words[title.head];
  return {
    rule: 'membership.apposed',
    kind: 'membership',
    quote: spanOfWords(sentence, quote.start, quote.end),
    trigger: { start: word?.start ?? 0, end: word?.end ?? 0 },
    fillers,
    time: null,
    modality: 'asserted',
    saidBy: null,
    confidence: 0.65,
  };
}
