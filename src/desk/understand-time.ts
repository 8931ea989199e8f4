// A time as people write it, understood as a date: by the rules that read the times of documents.
import { readEdtf } from '../base/edtf.ts';
import { inspect } from '../language/inspect.ts';
import type { Casebook } from './casebook.ts';
import { documentView } from './questions.ts';

/**
 * The EDTF of words like "on 14 November 2018", "last Monday" or "۲۵ شهریور ۱۴۰۱", as the document means them: in its language,
 * counted from its date. EDTF itself is given as it stands. Null where the words cannot be resolved.
 */
export async function understandTime(casebook: Casebook, document: string, words: string): Promise<string | null> {
  const given = readEdtf(words.trim());
  if (given) return given.edtf;
  const { published, language } = await documentView(casebook, document);
  const { times } = inspect({ text: words, published, language, title: null }, 'times');
  return times.find((time) => time.edtf !== null && readEdtf(time.edtf) !== null)?.edtf ?? null;
}
