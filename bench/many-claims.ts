// A synthetic casebook as large as a team's work of years: invented people, places and happenings, made through the desk's own
// log and folds, so that what is measured on it is what the desk does.
import type { Act } from '../src/model/act.ts';
import type { Suggestion } from '../src/model/claim.ts';
import type { Kind } from '../src/model/vocabulary.ts';
import { wordSuggestion } from '../src/views/fold-words.ts';
import { Casebook, surroundings } from '../src/desk/casebook.ts';

/** `claims` are recorded; `waiting` more are suggested, of which the document `last` holds `inLast`. */
export type Size = { readonly claims: number; readonly waiting: number; readonly inLast: number };

export type Made = { readonly folder: string; readonly last: string };

const KINDS: readonly Kind[] = ['arrest', 'detention', 'killing', 'torture', 'charge', 'trial', 'sentence', 'statement'];
export const GIVEN = ['Kamran', 'Shirin', 'Navid', 'Laleh', 'Farhad', 'Mina', 'Behrang', 'Parvin', 'Sohrab', 'Taraneh'];
export const FAMILY = ['Sohrabzadeh', 'Pournazer', 'Farhadi', 'Kelardasht', 'Ostovar', 'Danesh', 'Rahnavard', 'Golzari', 'Mehrabi', 'Tavana'];
export const PLACES = ['Holmvik', 'Sangtarash', 'Qaramar', 'Norvale', 'Bagh-e Kaj', 'Elvadal', 'Tirgan', 'Marz-e Sefid'];
const IN_A_DOCUMENT = 500;

export const pick = <T>(from: readonly T[], n: number): T => from[n % from.length] as T;
export const day = (n: number): string => `${1981 + (n % 44)}-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`;

/** A sentence that nobody wrote, and what a rule would read in it. `n` tells it from every other. */
function sentence(n: number): Sentence {
  const who = `${pick(GIVEN, n)} ${pick(FAMILY, Math.floor(n / 10))} ${Math.floor(n / 100)}`;
  const place = `${pick(PLACES, n)} ${Math.floor(n / 50)}`;
  const body = `guard of ${pick(PLACES, n + 3)} ${Math.floor(n / 50)}`;
  return {
    words: `On ${day(n)} ${who} was held at ${place}, as the ${body} told the paper in its report number ${n}.`,
    said: {
      kind: pick(KINDS, n),
      roles: { actor: [body], target: [who], place: [place] },
      time: { text: `On ${day(n)}`, edtf: day(n) },
      saidBy: n % 3 ? [body] : [],
    },
  };
}

/** Makes the casebook in `folder`. Takes a minute for 100,000 claims. */
export async function makeManyClaims(folder: string, { claims, waiting, inLast }: Size): Promise<Made> {
  const casebook = await Casebook.create(folder, 'One hundred thousand claims', surroundings('Mina Farhadi'));
  try {
    let n = 0;
    for (let left = claims; left > 0; left -= IN_A_DOCUMENT) n = (await addDocument(casebook, n, Math.min(left, IN_A_DOCUMENT), true)).n;
    for (let left = waiting - inLast; left > 0; left -= IN_A_DOCUMENT) n = (await addDocument(casebook, n, Math.min(left, IN_A_DOCUMENT), false)).n;
    const { document } = await addDocument(casebook, n, inLast, false);
    return { folder, last: document };
  } finally {
    await casebook.close();
  }
}

async function addDocument(casebook: Casebook, from: number, many: number, accept: boolean): Promise<{ readonly document: string; readonly n: number }> {
  const { document, acts, suggestions } = await documentOf(
    casebook,
    `Report ${from}`,
    day(from),
    Array.from({ length: many }, (_, i) => sentence(from + i)),
  );
  await casebook.record(accept ? [...acts, ...accepted(document, suggestions)] : acts, async () => {
    for (const each of suggestions) {
      const { start: begin, end } = each.quote;
      await casebook.store.views
        .insertInto('suggestion')
        .values({ id: each.id, document, analyser: 'synthetic@1', start: begin, end, kind: each.kind, body: JSON.stringify(each) })
        .execute();
      await wordSuggestion(casebook.store.views, each.id);
    }
  });
  return { document, n: from + many };
}

/** What a rule would read in a sentence. */
export type Sentence = { readonly words: string; readonly said: Pick<Suggestion, 'kind' | 'roles' | 'time' | 'saidBy'> };

/** A document of these sentences, kept in the vault, with the acts that record it, and what is suggested of it. */
export async function documentOf(casebook: Casebook, title: string, published: string, sentences: readonly Sentence[], vault = casebook.store.vault) {
  const text = sentences.map(({ words }) => words).join('\n\n');
  const [document, original] = [casebook.newId('d_'), casebook.newId('o_')];
  const { sha256, size } = await vault.keepOriginalBytes([Buffer.from(text)]);
  let start = -2;
  const suggestions = sentences.map(({ words, said }, i): Suggestion => {
    start += 2 + (sentences[i - 1]?.words.length ?? 0);
    const end = start + words.length;
    const rule = { rule: 'synthetic@1', confidence: 0.5 + (i % 50) / 100 };
    return {
      id: casebook.newId('s_'),
      quote: { exact: words, start, end },
      modality: 'asserted',
      evidence: [{ part: 'trigger', start, end: start + 2 }],
      ...rule,
      ...said,
    };
  });
  const unknown = { container: null, url: null, method: null, collectedAt: null, collector: null, priorCustodian: null, note: null, consent: null, consentUntil: null }; // prettier-ignore
  const found = (value: string) => [{ value, from: 'made up' }];
  const acts: readonly Act[] = [
    {
      kind: 'original.preserved',
      payload: { original, sha256, size, mediaType: 'text/plain', collection: { name: `${title}.txt`, sensitivity: 'public', ...unknown }, tool: 'bench' },
    },
    {
      kind: 'document.read',
      payload: {
        document,
        original,
        text: await vault.keepText(text),
        length: text.length,
        reader: 'text@1',
        pages: [],
        warnings: [],
        utterances: null,
        metadata: { title: found(title), published: found(published), language: found('en') },
      },
    },
  ];
  return { document, text, acts, suggestions };
}

export const accepted = (document: string, suggestions: readonly Suggestion[]): readonly Act[] =>
  suggestions.map((suggestion) => ({ kind: 'suggestion.reviewed', payload: { document, suggestion, decision: 'accept', content: null, reason: null } }));
