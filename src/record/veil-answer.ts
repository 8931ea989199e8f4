// An answer of the desk as those see it who did not ask for the names that are veiled: every string of it, whatever question it answers. Which
// of its strings offsets are counted in is told by their names, and by numbers beside them.
import type { Veil } from './veil.ts';

type Members = Readonly<Record<string, unknown>>;

/** The same answer with nothing of a veiled name in it; of other shape only where what is left out would tell whom a name is like. O(length). */
export const veilAnswer = <Answer>(answer: Answer, veil: Veil): Answer => (veil.names.length === 0 ? answer : (veiled(answer, veil, false) as Answer));

function veiled(value: unknown, veil: Veil, counted: boolean): unknown {
  if (typeof value === 'string') return ID.test(value) ? value : counted ? veil.bars(value) : veil.named(value);
  if (Array.isArray(value)) return listed(value, veil, counted);
  return isMembers(value) ? membersOf(value, veil) : value;
}

/** Ids and digests hold no words. */
const ID = /^(?:[a-z]{1,2}_[a-z2-7]{16,}|[0-9a-f]{64})$/;

/** Texts whose offsets others count, by the names that answers have for them. */
const COUNTED: ReadonlySet<string> = new Set(['text', 'exact', 'before', 'after']);

function membersOf(members: Members, veil: Veil): Members {
  const isPlace = typeof members['start'] === 'number' && typeof members['end'] === 'number';
  const out: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(members)) {
    const shown = key === 'apart' && Array.isArray(value) ? value.filter((each) => !(isMembers(each) && veil.covering(each['id']))) : value;
    out[veil.named(key)] = veiled(shown, veil, isPlace || COUNTED.has(key));
  }
  const covered = veil.covering(members['id']);
  if (!covered) return out;
  // Whom it is held against tells what its name is like.
  for (const key of ['rivals', 'apart', 'judgements', 'weak']) if (Array.isArray(out[key])) out[key] = [];
  if (typeof out['label'] === 'string') out['label'] = covered.pseudonym;
  if (Array.isArray(out['labels'])) out['labels'] = [covered.pseudonym];
  return out;
}

function listed(values: readonly unknown[], veil: Veil, counted: boolean): readonly unknown[] {
  const out = values.filter((value) => !tellsLikeness(value, veil)).map((value) => veiled(value, veil, counted));
  // Forms of one name are one pseudonym.
  const isChanged = out.length > 1 && out.every((value) => typeof value === 'string') && out.some((value, n) => value !== values[n]);
  return isChanged && !counted ? [...new Set(out)] : out;
}

/** Two names held against each other, one of which is veiled: judged, proposed, or found on a list. */
function tellsLikeness(value: unknown, veil: Veil): boolean {
  if (!isMembers(value)) return false;
  const sides = ['left', 'right', 'row'].map((side) => value[side]).filter(isMembers);
  const isCovered = sides.some(({ id }) => veil.covering(id) !== null);
  if ('judgement' in value || 'judged' in value) return isCovered || ('compared' in value && isChanged(value['compared'], veil));
  return 'compared' in value && 'entry' in value && isChanged(value, veil);
}

const isChanged = (value: unknown, veil: Veil): boolean => JSON.stringify(veiled(value, veil, false)) !== JSON.stringify(value);

const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value);
