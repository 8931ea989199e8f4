// Arabic names, by the words that bring them in: two words after a title, a body with the definite words that belong to it
// ("منظمة العفو الدولية"), one word after "the city of". Nothing else tells a name from a noun without capitals.
import { PLACES } from '../name-words.ts';
import type { Name } from '../names.ts';
import type { Word } from '../word.ts';
import { fold } from '../tokens.ts';

const set = (list: string): ReadonlySet<string> => new Set(list.split(' ').map(fold));
const TITLES = set(
  'السيد السيدة الدكتور الدكتورة القاضي القاضية المحامي المحامية الصحفي الصحفية الصحافي الصحافية الناشط الناشطة الشيخ العميد اللواء العقيد النقيب الأستاذ المدعو المواطن المواطنة',
);
const BODIES = set('منظمة وزارة محكمة مجلس لجنة جمعية حركة هيئة وكالة جامعة نقابة مؤسسة حزب شبكة جبهة');
const PLACE_STARTS = set('مدينة بلدة قرية محافظة سجن مخيم دولة');

/** The names, in order, `sure` of none. */
export function arabicNames(words: readonly Word[]): readonly Name[] {
  const names: Name[] = [];
  for (let at = 0; at < words.length; at++) {
    const found = nameAt(words, at);
    if (!found) continue;
    names.push(found);
    at = found.to - 1;
  }
  return names;
}

function nameAt(words: readonly Word[], at: number): Name | null {
  const lower = words[at]?.lower ?? '';
  if (TITLES.has(lower) && isWord(words, at + 1) && isWord(words, at + 2)) return { from: at + 1, to: at + 3, type: 'person', sure: false };
  if (BODIES.has(lower)) {
    let to = at + 1;
    while (to - at < 5 && isWord(words, to) && words[to]?.lower.startsWith('ال')) to++;
    return to > at + 1 ? { from: at, to, type: 'organization', sure: false } : null;
  }
  if (PLACE_STARTS.has(lower) && isWord(words, at + 1)) return { from: at, to: at + 2, type: 'place', sure: false };
  return PLACES.has(lower) ? { from: at, to: at + 1, type: 'place', sure: false } : null;
}

/** A word of three letters or more that no mark parts from the one before: no preposition, no conjunction. */
const isWord = (words: readonly Word[], at: number): boolean => words[at]?.sort === 'word' && (words[at]?.text.length ?? 0) > 2;
