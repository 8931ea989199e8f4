// What is said of a web archive as a whole: how much of it became documents, and what did not, in sentences.
import type { WarcRecord } from './warc-records.ts';

type LeftOut = 'too big' | 'in several records' | 'too many';

/** Addresses that are named of those left out. */
const NAMED = 3;
/** Letters of an address that are shown. */
const LONGEST = 120;

const WHY: Readonly<Record<LeftOut, string>> = {
  'too big': 'larger than 64 MB',
  'in several records': 'spread over several records, which are not put together here',
  'too many': 'behind the first 100,000 pages',
};

export class WebTally {
  pages = 0;
  embedded = 0;
  repeated = 0;
  /** Addresses of pages that were found. */
  readonly found = new Set<string>();
  /** Addresses that led on to others. */
  readonly moved = new Set<string>();
  #records = 0;
  #wrong = 0;
  #conversions = 0;
  #revisits = 0;
  #firstRevisit = '';
  readonly #leftOut = new Map<LeftOut, { count: number; readonly named: string[] }>();

  count(record: WarcRecord): void {
    this.#records++;
    if (record.fits === false) this.#wrong++;
    if (record.type === 'conversion') this.#conversions++;
    if (record.type !== 'revisit') return;
    const { target, field } = record;
    this.#firstRevisit ||= `${shown(target)} on ${shown(field('warc-date'))}${earlier(field('warc-refers-to-target-uri'), field('warc-refers-to-date'), target)}`;
    this.#revisits++;
  }

  /** False, as what became of it. */
  leaveOut(why: LeftOut, address: string): false {
    const left = this.#leftOut.get(why) ?? { count: 0, named: [] };
    left.count++;
    if (left.named.length < NAMED) left.named.push(shown(address));
    this.#leftOut.set(why, left);
    return false;
  }

  /** Full sentences, fit to print. */
  sentences(): readonly string[] {
    return [
      `It has ${this.#records} records; ${this.pages} pages of it are documents.`,
      ...[...this.#leftOut].map(
        ([why, { count, named }]) => `Left out, as ${WHY[why]}: ${named.join(' , ')}${count > named.length ? ` and ${count - named.length} more` : ''}.`,
      ),
      ...say(this.#wrong, 'records do not fit the digest that is stated with them.'),
      ...say(this.embedded, 'pages were fetched as part of another, as frames are, and are no documents of their own.'),
      ...say(this.repeated, 'captures of an address hold the same as an earlier one of it.'),
      ...say(this.#revisits, `records say that an address answered as it had before, without repeating it; the first: ${this.#firstRevisit}.`),
      ...say(this.#conversions, 'records hold what a program made of another; they are not read.'),
    ];
  }
}

const say = (count: number, what: string): readonly string[] => (count === 0 ? [] : [`${count} ${what}`]);

const earlier = (address: string, date: string, own: string): string => {
  const where = address.replace(/^<|>$/g, '');
  return date === '' && where === '' ? '' : ` as ${where === own || where === '' ? '' : `${shown(where)} `}on ${shown(date) || 'an unknown day'}`;
};

/** Foreign words in a sentence. */
export const shown = (words: string): string =>
  Array.from(words.toWellFormed().replace(/[\p{Cc}\p{Zs}\u202a-\u202e\u2066-\u2069]+/gu, ' '))
    .slice(0, LONGEST)
    .join('');
