// Who is meant by words: an id, or a name that only one bears.
import { Fault } from '../base/fault.ts';
import { keyOfName } from '../record/identity.ts';
import { NO_VEIL, samePseudonym, type Veil } from '../record/veil.ts';
import type { Casebook } from './casebook.ts';
import { entities } from './entities.ts';

/**
 * The id that is meant: itself, or that of the only one who bears the name, letter by letter once folded.
 *
 * Throws a Fault 'not-found' where nobody bears it, 'conflict' that names them where several do.
 */
export async function bearerOf(casebook: Casebook, asked: string, veil: Veil = NO_VEIL): Promise<string> {
  if (/^(?:n|ev)_[a-z2-7]{16}$/.test(asked)) return asked;
  const known = veil.names.find(({ pseudonym }) => samePseudonym(pseudonym, asked))?.ids[0];
  if (known !== undefined) return known;
  const bearing = (await entities(casebook, asked, {}, veil)).filter(({ labels }) => labels.some((label) => keyOfName(label) === keyOfName(asked)));
  const [only, ...others] = bearing;
  if (!only) throw new Fault('not-found', `no recorded claim names “${asked}”`, 'Look with `onrecord entities --like NAME`, and give an id (n_…).');
  if (others.length > 0) {
    const who = bearing.slice(0, 12).map(({ id, label, claims: many }) => `${id} (“${label}”, ${many} claims)`).join(', '); // prettier-ignore
    throw new Fault(
      'conflict',
      `${bearing.length} bear the name “${asked}”, and nobody judged them to be one: ${who}`,
      'Give the id of the one that is meant.',
    );
  }
  return only.id;
}
