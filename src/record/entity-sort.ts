// What a name seems to name, from its own words and from where claims have it. It orders lists and picks how names are
// compared; nothing is decided by it.
import { foldedWords } from '../base/fold.ts';
import type { EntitySort } from '../model/entity.ts';
import data from '../model/organization-words.json' with { type: 'json' };
import { isDescription } from '../names/name-key.ts';

const organizationWords = new Set(data.words);

/** `parts` are the roles that it stands in, `saidBy` for a speaker. */
export function entitySort(name: string, parts: readonly string[]): EntitySort {
  if (isDescription(name)) return 'described';
  if (foldedWords(name).some((word) => organizationWords.has(word)) || parts.includes('organization')) return 'organization';
  return parts.length > 0 && parts.every((part) => part === 'place') ? 'place' : 'person';
}
