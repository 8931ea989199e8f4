// Who is in a document: its names joined to the fullest form that it gives, and the acronyms that it explains.
import type { Name, NameType } from './names.ts';
import type { Word } from './word.ts';

type Member = { readonly tokens: readonly string[]; readonly text: string; type: NameType; sure: boolean };

export type Cast = {
  /** The fullest form that the document gives of a name, or the name as it is. */
  readonly fullest: (text: string) => string;
  readonly typeOf: (text: string) => NameType | null;
  readonly isPerson: (text: string) => boolean;
  /** A person beyond doubt: by a title, a first name or a name of several words. */
  readonly isSurePerson: (text: string) => boolean;
};

export type Scanned = { readonly words: readonly Word[]; readonly names: readonly Name[] };

/** Words without accents and doubled letters, so that Mohamed and Mohammed, Nicolas and Nicolás are one. */
const tokensOf = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’]s\b/g, '')
    .replaceAll(/(\p{L})\1/gu, '$1')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((each) => each !== '');

/** Who has been named so far; grows from one block of a document to the next. */
export type Roll = {
  readonly members: Map<string, Member>;
  readonly byWord: Map<string, Member[]>;
  readonly acronyms: Map<string, string>;
};

export const newRoll = (): Roll => ({ members: new Map(), byWord: new Map(), acronyms: new Map() });

/** Most members that share a word and are looked at; the latest. */
const NAMESAKES = 64;

/** Those named in `sentences`, with those already on the roll. O(names × length of a name): members are found by their words, never by comparing all with all. */
export function castOf(sentences: readonly Scanned[], slice: (words: readonly Word[], from: number, to: number) => string, roll: Roll = newRoll()): Cast {
  const { members, acronyms } = roll;
  for (const { words, names } of sentences) {
    for (const name of names) {
      const text = slice(words, name.from, name.to);
      const tokens = tokensOf(text);
      const known = members.get(tokens.join(' '));
      if (!known) enrol(roll, { tokens, text, type: name.type, sure: name.sure });
      else if (name.sure && !known.sure) Object.assign(known, { type: name.type, sure: true });
      const short = acronymAfter(words, name.to);
      if (short) acronyms.set(short, text);
    }
  }
  return lookUps(roll);
}

function enrol({ members, byWord }: Roll, member: Member): void {
  members.set(member.tokens.join(' '), member);
  for (const word of new Set(member.tokens)) {
    const namesakes = byWord.get(word);
    if (!namesakes) byWord.set(word, [member]);
    else if (namesakes.push(member) > NAMESAKES) namesakes.shift();
  }
}

/** "(NCRI)" after a name. */
function acronymAfter(words: readonly Word[], at: number): string | null {
  const word = words[at + 1];
  return words[at]?.text === '(' && word && /^\p{Lu}{2,8}$/u.test(word.text) && [')', '/', ',', ';'].includes(words[at + 2]?.text ?? '')
    ? word.text.toLowerCase()
    : null;
}

function lookUps({ members, byWord, acronyms }: Roll): Cast {
  const find = (text: string): Member | null => {
    const tokens = tokensOf(text);
    const own = members.get(tokens.join(' '));
    if (own && own.type !== 'person' && tokens.length > 1) return own;
    const last = tokens.at(-1) ?? '';
    let best: Member | null = own ?? null;
    for (const each of byWord.get(last) ?? []) {
      if (each.type === 'person' && isShortOf(tokens, each.tokens) && (!best || each.tokens.length > best.tokens.length)) best = each;
    }
    if (!best || best === own)
      for (const each of byWord.get(tokens[0] ?? '') ?? [])
        if (each.type === 'person' && isShortOf(tokens, each.tokens) && (!best || each.tokens.length > best.tokens.length)) best = each;
    return best;
  };
  const fullest = (text: string): string => acronyms.get(text.toLowerCase()) ?? find(text)?.text ?? text;
  const typeOf = (text: string): NameType | null => find(text)?.type ?? null;
  const isSurePerson = (text: string): boolean => {
    const member = find(text);
    return member?.type === 'person' && member.sure;
  };
  return { fullest, typeOf, isPerson: (text) => typeOf(text) === 'person', isSurePerson };
}

/** A person's short form: its last name or names, or the first alone. */
function isShortOf(short: readonly string[], full: readonly string[]): boolean {
  if (short.length > full.length || full.length > 6) return false;
  return (
    short.every((each) => full.includes(each)) && (short.at(-1) === full.at(-1) || short[0] === full[0] || short.length > 1 || full.indexOf(short[0] ?? '') > 0)
  );
}
