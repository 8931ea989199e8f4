// Accounts: "The prosecutor said that, according to the evidence, on 3 March … He then … A guard …". What opens so goes on
// with the sentences of its paragraph, in the same speaker's words and, until another is told, at the same time.
import type { Span } from '../base/span.ts';
import type { Sentence } from './analysis.ts';
import type { Attribution } from './speech.ts';
import { SAY } from './speech.ts';
import { GAP } from './tokens.ts';

/** Where an account stands: from its first sentence, of that index, to the end of its last. */
export type Account = Span & { readonly opening: number };

/** What an account rests on. */
const GROUNDS = new Set(
  'testimony investigation investigations evidence indictment complaint affidavit charges document documents records record papers filing filings verdict ruling judgment report footage witnesses'.split(' '),
); // prettier-ignore

/** The accounts of a document, and for each an attribution of its later sentences (lemma `account`) to who opens it. O(sentences). */
export function accountsOf(
  sentences: readonly Sentence[],
  attributions: readonly Attribution[],
): { readonly accounts: readonly Account[]; readonly carried: readonly Attribution[] } {
  const speakers = new Set(attributions.filter((each) => speaks(sentences, each)).map((each) => each.sentence));
  const grounds = new Map(attributions.filter((each) => each.lemma === 'according' && isGround(sentences, each)).map((each) => [each.sentence, each]));
  const accounts: Account[] = [];
  const carried: Attribution[] = [];
  for (const each of attributions) {
    const ground = grounds.get(each.sentence);
    const content = each.content.at(-1);
    const opening = sentences[each.sentence];
    const opens = ground && content && opening && (each === ground ? ground.cue.start - opening.start < 3 : opensWith(each, content, ground));
    const end = opens ? endOfAccount(sentences, each.sentence, speakers) : null;
    if (!opens || end === null) continue;
    accounts.push({ start: opening.start, end, opening: each.sentence });
    carried.push({ ...each, lemma: 'account', content: [{ start: opening.end, end }] });
  }
  return { accounts, carried };
}

const isGround = (sentences: readonly Sentence[], { sentence, source }: Attribution): boolean =>
  source.some((noun) => GROUNDS.has(sentences[sentence]?.words[noun.head]?.lower ?? ''));

/** "said that, according to …": the ground stands at the head of what is said. */
const opensWith = (each: Attribution, content: Span, ground: Attribution): boolean =>
  SAY.has(each.lemma) && each.clause?.link === null && ground.cue.start >= content.start && ground.cue.start - content.start < 8;

/** Whether an attribution is the main clause of its sentence and no hedged part of the account: "He allegedly asked …" goes on with it. */
function speaks(sentences: readonly Sentence[], { sentence, clause, lemma }: Attribution): boolean {
  if (lemma === 'according') return true;
  if (!clause || clause.link !== null || !SAY.has(lemma)) return false;
  const words = sentences[sentence]?.words ?? [];
  return !words.slice(Math.max(0, clause.verb.from - 1), clause.verb.to).some((each) => each.lower === 'allegedly');
}

function endOfAccount(sentences: readonly Sentence[], opening: number, speakers: ReadonlySet<number>): number | null {
  let end: number | null = null;
  for (let at = opening + 1; at < sentences.length; at++) {
    const sentence = sentences[at];
    const first = sentence?.words[0];
    if (!sentence || !first || first.gap >= GAP.line || first.sort === 'mark' || speakers.has(at)) break;
    end = sentence.end;
  }
  return end;
}
