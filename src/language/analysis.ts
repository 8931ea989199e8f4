// A document through the lower layers: sentences, words, times, names, phrases and clauses. Everything above reads this.
import type { Clause } from './clause.ts';
import { clausesOf } from './clauses.ts';
import { blocksOf, type Block } from './blocks.ts';
import { castOf, newRoll, type Cast, type Roll } from './cast.ts';
import { namesOf, type Name } from './names.ts';
import { headerBlock, NO_HEADER } from './header-block.ts';
import { languageOf, type Ruled } from './language-of.ts';
import { isStraight, phrasesOf, type Phrase, type When } from './phrases.ts';
import { plainNames } from './plain/plain-names.ts';
import { profileFor } from './plain/profile.ts';
import { splitSentences, type Run } from './sentences.ts';
import { makeSource, type Source } from './source.ts';
import { tagPlainly, tagSentence } from './tagging.ts';
import { anchorOf, type Anchor } from './times/anchor.ts';
import { findTimes } from './times/find-times.ts';
import type { Timex } from './times/timex.ts';
import { GAP, tokenize, type Token } from './tokens.ts';
import type { Word } from './word.ts';

export type Sentence = {
  readonly start: number;
  readonly end: number;
  readonly words: readonly Word[];
  readonly times: readonly Timex[];
  readonly names: readonly Name[];
  readonly phrases: readonly Phrase[];
  readonly clauses: readonly Clause[];
  /** A header line about the document ("Author: …"), which makes no claim. */
  readonly isHeader: boolean;
};

export type Analysis = {
  readonly language: Ruled;
  readonly source: Source;
  readonly anchor: Anchor | null;
  readonly sentences: readonly Sentence[];
  readonly cast: Cast;
};

/** The text from word `from` up to, not including, word `to` of a sentence. */
export const textOf = (source: Source, words: readonly Word[], from: number, to: number): string =>
  source.slice({ start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 });

/** The whole text at once. Linear in the length of the text, in time and in memory. */
export function analyse(text: string, published: string | null, stated: string | null = 'en'): Analysis {
  const source = makeSource(text);
  return analyseBlock({ from: 0, to: source.flat.length }, newDocument(source, published, stated));
}

/** The text block by block, as blocks.ts cuts it: one block's words are gone when the next is asked for. Linear in time. */
export function* analyses(text: string, published: string | null, stated: string | null): Generator<Analysis> {
  const source = makeSource(text);
  const document = newDocument(source, published, stated);
  for (const block of blocksOf(source.flat)) yield analyseBlock(block, document);
}

/** What is known of a document before a block of it is read: how it is written, and what the blocks before told. */
type Document = {
  readonly source: Source;
  readonly anchor: Anchor | null;
  readonly stated: string | null;
  readonly seenLower: Set<string>;
  readonly roll: Roll;
  /** Told by the first block. */
  written: { readonly language: Ruled; readonly lowerCased: boolean } | null;
  last: string | null;
};

const newDocument = (source: Source, published: string | null, stated: string | null): Document => ({
  source,
  anchor: anchorOf(published),
  stated,
  seenLower: new Set(),
  roll: newRoll(),
  written: null,
  last: null,
});

function analyseBlock(block: Block, document: Document): Analysis {
  const { source, anchor, seenLower } = document;
  const tokens = tokenize(source.flat, block);
  for (const each of tokens) if (each.sort === 'word' && each.text === each.lower) seenLower.add(each.lower);
  const header = document.written ? NO_HEADER : headerBlock(tokens);
  document.written ??= { language: languageOf(tokens, document.stated), lowerCased: isLowerCased(tokens) };
  const { language, lowerCased } = document.written;
  let quoted = false;
  const sentences = splitSentences(tokens, lowerCased && language === 'en', header).map((run) => {
    if ((tokens[run.from]?.gap ?? 0) === GAP.paragraph) quoted = false;
    const sentence = analyseSentence(tokens, run, {
      language,
      anchor,
      last: document.last,
      seenLower,
      lowerCased,
      quoted,
      isHeader: header.asides.has(run.from),
    });
    for (const word of sentence.words) if (isStraight(word.text)) quoted = !quoted;
    document.last = sentence.times.findLast((each) => each.type === 'DATE' && /^\d{3}/.test(each.value))?.value ?? document.last;
    return sentence;
  });
  const cast = castOf(sentences, (words, from, to) => textOf(source, words, from, to), document.roll);
  return { language, source, anchor, sentences, cast };
}

type Setting = {
  readonly language: Ruled;
  readonly anchor: Anchor | null;
  readonly last: string | null;
  readonly seenLower: ReadonlySet<string>;
  readonly lowerCased: boolean;
  readonly quoted: boolean;
  readonly isHeader: boolean;
};

function analyseSentence(tokens: readonly Token[], run: Run, { language, anchor, last, seenLower, lowerCased, quoted, isHeader }: Setting): Sentence {
  const words = language === 'en' ? tagSentence(tokens, run, seenLower) : tagPlainly(tokens, run, seenLower);
  const times = findTimes(words, anchor, { last }, { language, lowerCased });
  const start = words[0]?.start ?? 0;
  if (language !== 'en')
    return {
      start,
      end: words.at(-1)?.end ?? start,
      words,
      times,
      names: plainNames(words, profileFor(language)),
      phrases: times.filter((each) => each.type !== 'DURATION').map(whenOf),
      clauses: [],
      isHeader,
    };
  const phrases = phrasesOf(words, times, quoted);
  return { start, end: words.at(-1)?.end ?? start, words, times, names: namesOf(words, times), phrases, clauses: clausesOf({ words, phrases }), isHeader };
}

const whenOf = (timex: Timex): When => ({ sort: 'time', from: timex.from, to: timex.to, preposition: null, times: [timex] });

/** A text without capitals: fewer than one word in two hundred has one. */
function isLowerCased(tokens: readonly Token[]): boolean {
  const some = tokens.slice(0, 2000).filter((each) => each.sort === 'word');
  return some.length > 0 && some.filter((each) => each.text !== each.lower).length * 200 < some.length;
}
