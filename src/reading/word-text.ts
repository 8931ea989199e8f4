// WordprocessingML as text.
// Source: ECMA-376 part 1, sections 17.2 (body), 17.3 (paragraphs and runs), 17.4 (tables), 17.11 (notes), 17.13.5 (tracked changes).
import { OfficeText } from './office-text.ts';
import { readXml } from './xml.ts';

/** The main part by its name: Word in the browser counts it. */
export const WORD_DOCUMENT = /^word\/document\d*\.xml$/;

/** What is not text of the document: properties, what was taken out or moved away, the older form of a drawing, how signs are pronounced. */
const UNREAD = new Set(['pPr', 'tblPr', 'trPr', 'tcPr', 'sectPr', 'sdtPr', 'del', 'moveFrom', 'rt', 'mc:Fallback']);

/** The names of the elements of Word, in the old form and the strict one, without their prefix, whatever it is. */
const NAMESPACE =
  /xmlns(?::([\w.-]+))?\s*=\s*["']http:\/\/(?:schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main|purl\.oclc\.org\/ooxml\/wordprocessingml\/main)["']/;

type Notes = ReadonlyMap<string, string>;
type Attribute = (name: string) => string | null;

/**
 * The paragraphs, parted by empty lines.
 *
 * @param notes - what `wordNotes` gives; a note stands in brackets where its mark is
 */
export function wordText(xml: string, notes: Notes = new Map()): string {
  const word = new WordText(notes);
  read(xml, word);
  return word.text();
}

/** The text of each note, by its kind and number: "footnote 2". */
export function wordNotes(xml: string, kind: 'footnote' | 'endnote'): Notes {
  const found = new Map<string, string>();
  let word = new WordText(new Map());
  let id = '';
  if (xml === '') return found;
  read(xml, {
    open: (name, attribute) => {
      if (name === kind) [word, id] = [new WordText(new Map()), attribute('id') ?? ''];
      else word.open(name, attribute);
    },
    close: (name) => {
      if (name === kind) found.set(`${kind} ${id}`, word.text().replace(/\s+/g, ' '));
      else word.close(name);
    },
    addText: (text) => word.addText(text),
  });
  return found;
}

type Content = Pick<WordText, 'open' | 'close' | 'addText'>;

function read(xml: string, content: Content): void {
  const declared = NAMESPACE.exec(xml.slice(0, 20_000));
  const prefix = declared ? (declared[1] === undefined ? '' : `${declared[1]}:`) : 'w:';
  const local = (name: string): string => (name.startsWith(prefix) ? name.slice(prefix.length) : name);
  readXml(xml, {
    open: (name, attribute) => content.open(local(name), (wanted) => attribute(prefix + wanted) ?? attribute(`w:${wanted}`)),
    close: (name) => content.close(local(name)),
    text: (text) => content.addText(text),
  });
}

class WordText {
  readonly #text = new OfficeText();
  readonly #notes: Notes;
  /** Of the paragraphs that are open, the innermost last: whether the mark that ends it was taken out, so that the next one goes on in it. */
  readonly #goesOn: boolean[] = [];
  #isCarried = false;
  #isText = false;
  #isHidden = false;

  constructor(notes: Notes) {
    this.#notes = notes;
  }

  text(): string {
    this.#endCarried();
    return this.#text.text();
  }

  open(name: string, attribute: Attribute): void {
    if (name === 'del' && !this.#text.isRead && this.#goesOn.length > 0) this.#goesOn[this.#goesOn.length - 1] = true;
    if (UNREAD.has(name)) this.#text.passOver();
    else if (name === 'p') this.#beginParagraph();
    else if (name === 't') this.#isText = true;
    else if (name === 'vanish') this.#isHidden = this.#text.isRead && !/^(0|false|off)$/.test(attribute('val') ?? '');
    else if (name === 'footnoteReference' || name === 'endnoteReference') this.#addNote(`${name.slice(0, -'Reference'.length)} ${attribute('id')}`);
    else if (name === 'tr') this.#text.beginRow();
    else if (name === 'tc') this.#text.beginCell();
    else if (name === 'tbl') this.#endCarried();
    else this.#add(SIGNS[name] ?? '');
  }

  close(name: string): void {
    if (UNREAD.has(name)) this.#text.readOn();
    else if (name === 'p') this.#endParagraph();
    else if (name === 't') this.#isText = false;
    else if (name === 'r') this.#isHidden = false;
    else if (name === 'tr') this.#text.endRow();
    else if (name === 'tc' || name === 'txbxContent') this.#endCarried();
    else if (name === 'tbl') this.#text.endTable();
  }

  /** Soft hyphens are for the layout; a non-breaking space is a space that is not broken at. */
  addText(text: string): void {
    if (this.#isText) this.#add(text.replace(/[\u00ad\ufeff]/g, '').replace(/[\s\u00a0]+/g, ' '));
  }

  #add(text: string): void {
    if (!this.#isHidden) this.#text.add(text);
  }

  #addNote(which: string): void {
    const note = this.#notes.get(which) ?? '';
    if (note !== '') this.#add(` [${note}]`);
  }

  #beginParagraph(): void {
    this.#goesOn.push(false);
    if (!this.#isCarried) this.#text.beginParagraph();
    this.#isCarried = false;
  }

  #endParagraph(): void {
    this.#isCarried = this.#goesOn.pop() ?? false;
    if (!this.#isCarried) this.#text.endParagraph();
  }

  #endCarried(): void {
    if (this.#isCarried) this.#text.endParagraph();
    this.#isCarried = false;
  }
}

const SIGNS: Readonly<Record<string, string>> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '\u2011' };
