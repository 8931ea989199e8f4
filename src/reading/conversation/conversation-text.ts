// The text of a conversation: one paragraph a message, its heading and its words as the file has them.
import { plainUtterance, type Utterance } from '../../model/utterance.ts';
import { FoundMetadata } from '../found-metadata.ts';

type Told = Partial<Omit<Utterance, 'start' | 'end' | 'head'>>;

/** Named in a title; more would be a list. */
const NAMED = 3;

/** UTF-16 units of words by which the language is told. */
const SAMPLE = 20_000;

/** Pieces of text that are made one: 300,000 messages in four pieces each would take several times their length. */
const AT_ONCE = 8_000;
const MOST_NAMES = 10_000;
const NONE: readonly string[] = [];

/** Grows message by message; offsets are counted as it grows. */
export class ConversationText {
  readonly #chunks: string[] = [];
  #pieces: string[] = [];
  /** A few people send most: each name is held once. */
  readonly #names = new Map<string, string>();
  readonly #utterances: Utterance[] = [];
  /** In code points. */
  #length = 0;
  #sample = '';

  /** `head` tells who sent it and when, `tail` what is not its words behind them. */
  add(head: string, words: string, tail: string, told: Told): void {
    this.#part();
    const from = this.#length;
    const start = from + this.#put(head);
    const end = start + this.#put(words);
    this.#put(tail);
    if (this.#sample.length < SAMPLE) this.#sample += `${words}\n`;
    const { speaker = null, attachments = [] } = told;
    this.#utterances.push({
      ...plainUtterance({ start, end }),
      head: from,
      ...told,
      speaker: speaker && this.#name(speaker),
      attachments: attachments.length > 0 ? attachments : NONE,
    });
  }

  /** Words of which nobody is told to have written them. */
  addPlain(words: string): void {
    this.#part();
    this.#put(words);
  }

  get utterances(): readonly Utterance[] {
    return this.#utterances;
  }

  text(): string {
    return [...this.#chunks, ...this.#pieces, '\n'].join('');
  }

  /** Some of the words, for whoever wants to know their language. */
  sample(): string {
    return this.#sample.slice(0, SAMPLE);
  }

  #part(): void {
    if (this.#length > 0) this.#put('\n\n');
  }

  #name(name: string): string {
    if (!this.#names.has(name) && this.#names.size < MOST_NAMES) this.#names.set(name, name);
    return this.#names.get(name) ?? name;
  }

  /** Gives how many code points they are. */
  #put(text: string): number {
    if (text === '') return 0;
    const points = pointsIn(text);
    this.#pieces.push(text);
    this.#length += points;
    if (this.#pieces.length >= AT_ONCE) {
      this.#chunks.push(this.#pieces.join(''));
      this.#pieces = [];
    }
    return points;
  }

  /** Who wrote most, as a title, where the file gives none. */
  nameByWriters(found: FoundMetadata): void {
    const counts = new Map<string, number>();
    for (const { speaker } of this.#utterances) if (speaker !== null) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
    const names = [...counts].toSorted(([, a], [, b]) => b - a).map(([name]) => name);
    if (names.length === 0) return;
    const more = names.length > NAMED ? ` … (${names.length})` : '';
    found.add('title', names.slice(0, NAMED).join(', ') + more, 'who wrote most in it');
  }
}

function pointsIn(text: string): number {
  let points = text.length;
  for (let at = 0; at < text.length - 1; at++) if (isPair(text.charCodeAt(at), text.charCodeAt(at + 1))) points -= 1;
  return points;
}

const isPair = (first: number, second: number): boolean => (first & 0xfc00) === 0xd800 && (second & 0xfc00) === 0xdc00;
