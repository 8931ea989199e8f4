// Pictures of pages to text with pages, by Tesseract: the script is found first, then the language of it that reads the
// first page best; all pages are read in that one, since words of two languages at once are read worse.
import type { Page, Unreadable, Warning } from '../model/document.ts';
import scripts from './ocr-languages.json' with { type: 'json' };
import { recognizedWords, type Recognized } from './recognized-words.ts';
import type { Bytes } from './source.ts';
import type { Run, Tesseract } from './tesseract.ts';
import { unreadable } from './unreadable.ts';

export type Recognition =
  | {
      readonly ok: true;
      readonly text: string;
      readonly pages: readonly Page[];
      readonly warnings: readonly Warning[];
      /** In which of Tesseract's languages it was read; null where no page held a word. */
      readonly language: string | null;
    }
  | { readonly ok: false; readonly problem: Unreadable };

/** Languages tried on a first page: each costs as much as a page. */
const TRIED = 4;
/**
 * Points of confidence by which a language must be surer than one that stands before it in the table. On pages of our own
 * Arabic was 8 points surer of Arabic than Persian was, and within 2 of it on Persian.
 */
const CLEARLY = 3;
/** Pages at most; one takes some seconds. */
const MOST_PAGES = 1000;

/** A run of Tesseract over one picture; the caller sees to turns and stopping. */
export type RunOn = (picture: Bytes, words: readonly string[]) => Promise<Run>;

/** Ends a recognition with a reason; also thrown by what gives the pictures. */
export class Refused extends Error {
  readonly problem: Unreadable;
  constructor(problem: Unreadable) {
    super(problem.reason);
    this.problem = problem;
  }
}

/**
 * @param pictures - one for each page, null for a page without; a picture may itself hold several pages (TIFF)
 * @returns a reason, as soon as one page cannot be read: a gap in a document would not show
 */
export async function recognize(pictures: AsyncIterable<Bytes | null>, { languages }: Pick<Tesseract, 'languages'>, run: RunOn): Promise<Recognition> {
  const texts: string[] = [];
  const sure: Sure[] = [];
  let language: string | null = null;
  try {
    for await (const picture of pictures) {
      if (texts.length > MOST_PAGES) return refusal('too-big', `It has more than ${MOST_PAGES} pages that are pictures.`);
      const read: Recognized | null = picture && (language === null ? null : await readIn(language, languages, picture, run));
      const first: { language: string; read: Recognized } | null = picture && !read ? await readInBest(languages, picture, run) : null;
      if (first && first.read.words > 0) language = first.language;
      const done = read ?? first?.read;
      texts.push(...(done?.pages.map(({ text }) => text) ?? ['']));
      if (done && done.words > 0) sure.push({ page: texts.length, confidence: done.confidence });
    }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problem: error.problem };
    throw error;
  }
  return texts.some((text) => text !== '')
    ? { ok: true, ...paged(texts), warnings: [uncertain(sure)], language }
    : refusal('no-text', 'Tesseract found no words on its pages.');
}

/** How sure it is of the words of a page, 0 to 100. */
type Sure = { readonly page: number; readonly confidence: number };

/** Below it a page is named: on pages of our own that are clean it is above 90. */
const UNSURE = 80;

/** Words that were read from a picture are never certain: it is said of every such text. */
function uncertain(sure: readonly Sure[]): Warning {
  const average = sure.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, sure.length);
  const least = sure.filter(({ confidence }) => confidence < UNSURE).map(({ page, confidence }) => `${page} (${Math.round(confidence)} %)`);
  const pages = least.length === 0 ? '' : ` It is least sure of the pages ${least.slice(0, 30).join(', ')}.`;
  const detail = `Its words were read from a picture by a program, which takes itself to be ${Math.round(average)} % right: compare a quote with the page.${pages}`;
  return { code: 'ocr-uncertain', detail };
}

const refusal = (...problem: Parameters<typeof unreadable>): Recognition => ({ ok: false, problem: unreadable(...problem) });

/** Throws Refused where it cannot be read. */
export async function readIn(language: string, languages: readonly string[], picture: Bytes, run: RunOn): Promise<Recognized> {
  // 1: turned pages are set upright first, where its detection is installed.
  const done = await run(picture, ['-l', language, '--psm', languages.includes('osd') ? '1' : '3', 'tsv']);
  if (done.ok) return recognizedWords(done.output);
  throw new Refused(unreadable(done.why === 'timeout' ? 'took-too-long' : 'damaged', done.detail));
}

async function readInBest(languages: readonly string[], picture: Bytes, run: RunOn): Promise<{ language: string; read: Recognized }> {
  const script = languages.includes('osd') ? await scriptOf(picture, run) : null;
  const possible = languages.filter((each) => each !== 'osd');
  const candidates = script === null ? possible : (BY_SCRIPT.get(script) ?? []).filter((each) => possible.includes(each));
  let best: { language: string; read: Recognized } | null = null;
  for (const language of candidates.slice(0, TRIED)) {
    const read = await readIn(language, languages, picture, run);
    if (!best || read.confidence > best.read.confidence + CLEARLY) best = { language, read };
  }
  if (best) return best;
  throw new Refused(
    unreadable(
      'needs-ocr',
      script === null ? 'Tesseract has no language installed.' : `Its script is ${script}, for which Tesseract has no language installed.`,
    ),
  );
}

const BY_SCRIPT = new Map(Object.entries(scripts).flatMap(([script, codes]) => (typeof codes === 'string' ? [] : [[script, codes] as const])));

/** Null where there are too few letters to say, or none of a script that is known here. */
async function scriptOf(picture: Bytes, run: RunOn): Promise<string | null> {
  const done = await run(picture, ['--psm', '0']);
  return done.ok ? (/^Script: (\w+)$/m.exec(done.output)?.[1] ?? null) : null;
}

/** Pages parted like paragraphs; an empty one has an empty span. */
function paged(texts: readonly string[]): { readonly text: string; readonly pages: readonly Page[] } {
  const pages: Page[] = [];
  let text = '';
  let at = 0;
  for (const [index, each] of texts.entries()) {
    const gap = each !== '' && text !== '' ? '\n\n' : '';
    text += gap + each;
    const start = at + gap.length;
    at = start + Array.from(each).length;
    pages.push({ label: String(index + 1), start, end: at });
  }
  return { text, pages };
}
