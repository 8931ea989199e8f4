// Rich Text Format to text. A stack of groups, no recursion: a file can open groups without end. Nothing in it is run;
// pictures, objects and fields' instructions are skipped.
// Source: RTF Specification 1.9.1 (Unicode: "Unicode RTF"; hexadecimal characters: "Character Set").
import words from './rtf-words.json' with { type: 'json' };

/** What holds inside a group and is forgotten at its end. */
type Group = {
  readonly skipped: boolean;
  readonly destination: string;
  readonly fallback: number;
  readonly encoding: string;
  readonly deleted: boolean;
  readonly hidden: boolean;
};

export type RtfText = { readonly text: string; readonly title: string; readonly author: string };

const SKIPPED: ReadonlySet<string> = new Set(words.skip);
const TEXT: ReadonlyMap<string, string> = new Map(Object.entries(words.text));
const CHARSETS: ReadonlyMap<string, string> = new Map(Object.entries(words.charsets));
const CODE_PAGES: ReadonlyMap<string, string> = new Map(Object.entries(words.codePages));
const TOKEN = /\\'([0-9a-f]{2})|\\([a-z]+)(-?\d{1,10})? ?|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)|\\/gi;
const MOST_GROUPS = 10_000;

/** Null where groups are left open or nested over 10,000 deep: the file is damaged. O(length). */
export function rtfText(source: string): RtfText | null {
  const reader = new RtfReader();
  TOKEN.lastIndex = 0;
  for (let token = TOKEN.exec(source); token; token = TOKEN.exec(source)) {
    const [whole, hex, word, number, symbol, brace, text] = token;
    if (brace === '{' ? !reader.open() : brace === '}' && !reader.close()) return null;
    if (word === 'bin') TOKEN.lastIndex += Math.max(0, Number(number ?? 0));
    else if (hex !== undefined) reader.byte(Number.parseInt(hex, 16));
    else if (word !== undefined) reader.word(word, number === undefined ? null : Number(number));
    else if (symbol !== undefined) reader.symbol(symbol);
    else if (text !== undefined) reader.characters(text);
    else if (brace === undefined && whole === '\\') return null;
  }
  return reader.result();
}

class RtfReader {
  #group: Group = { skipped: false, destination: 'text', fallback: 1, encoding: 'windows-1252', deleted: false, hidden: false };
  readonly #groups: Group[] = [];
  readonly #out: Record<string, string[]> = { text: [], title: [], author: [] };
  readonly #fonts = new Map<number, string>();
  #font = 0;
  #bytes: number[] = [];
  /** Characters that follow a Unicode one for programs without it, still to be passed over. */
  #passOver = 0;
  #atGroupStart = false;
  /** A table's row has ended, and no other has begun. */
  #afterRow = false;

  open(): boolean {
    this.#flush();
    this.#groups.push(this.#group);
    this.#atGroupStart = true;
    return this.#groups.length < MOST_GROUPS;
  }

  close(): boolean {
    this.#flush();
    const outer = this.#groups.pop();
    if (!outer) return false;
    this.#group = outer;
    return true;
  }

  byte(value: number): void {
    if (this.#passOver > 0) this.#passOver--;
    else this.#bytes.push(value);
  }

  characters(text: string): void {
    this.#flush();
    this.#atGroupStart = false;
    const shown = text.slice(this.#passOver);
    this.#passOver = Math.max(0, this.#passOver - text.length);
    this.#write(shown);
  }

  symbol(symbol: string): void {
    this.#flush();
    if (symbol === '*') this.#group = { ...this.#group, skipped: true };
    else if (symbol === '\n' || symbol === '\r') this.#write('\n\n');
    else this.#write(TEXT.get(symbol) ?? ('\\{}'.includes(symbol) ? symbol : ''));
  }

  word(word: string, number: number | null): void {
    if (word !== 'u') this.#flush();
    const first = this.#atGroupStart;
    this.#atGroupStart = false;
    if (first && SKIPPED.has(word)) this.#group = { ...this.#group, skipped: true, destination: word };
    else if (first && (word === 'title' || word === 'author')) this.#group = { ...this.#group, destination: word };
    else if (word === 'info') this.#group = { ...this.#group, destination: 'info' };
    else if (word === 'u' && number !== null) this.#unicode(number);
    else if (word === 'trowd' || word === 'intbl') this.#afterRow = false;
    else if (TEXT.has(word)) this.#write(TEXT.get(word) ?? '');
    else this.#set(word, number);
  }

  /** Null where a group was never closed. */
  result(): RtfText | null {
    this.#flush();
    if (this.#groups.length > 0) return null;
    const [text = '', title = '', author = ''] = ['text', 'title', 'author'].map((each) => (this.#out[each] ?? []).join(''));
    return { text: text.toWellFormed() === text ? text : '', title, author };
  }

  /** Words that change how what follows is read. */
  #set(word: string, number: number | null): void {
    if (word === 'uc') this.#group = { ...this.#group, fallback: number ?? 1 };
    else if (word === 'ansicpg') this.#encode(CODE_PAGES.get(String(number)));
    else if (word === 'mac') this.#encode('macintosh');
    else if (word === 'f') this.#useFont(number ?? 0);
    else if (word === 'fcharset') this.#fonts.set(this.#font, CHARSETS.get(String(number)) ?? this.#group.encoding);
    else if (word === 'deleted') this.#group = { ...this.#group, deleted: number !== 0 };
    else if (word === 'v') this.#group = { ...this.#group, hidden: number !== 0 };
    else if (word === 'plain') this.#group = { ...this.#group, deleted: false, hidden: false };
  }

  #encode(encoding: string | undefined): void {
    this.#group = { ...this.#group, encoding: encoding ?? this.#group.encoding };
  }

  #useFont(font: number): void {
    this.#font = font;
    this.#encode(this.#fonts.get(font));
  }

  #unicode(number: number): void {
    this.#flush();
    this.#write(String.fromCharCode(number < 0 ? number + 65_536 : number));
    this.#passOver = this.#group.fallback;
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    this.#write(new TextDecoder(this.#group.encoding).decode(Uint8Array.from(this.#bytes)));
    this.#bytes = [];
  }

  #write(text: string): void {
    const { skipped, deleted, hidden, destination } = this.#group;
    if (skipped || deleted || hidden) return;
    if (this.#afterRow && text.trim() !== '') this.#out[destination]?.push('\n');
    this.#afterRow = text === '\n';
    this.#out[destination]?.push(text);
  }
}
