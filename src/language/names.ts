// Names: runs of words with capitals, parted from the titles and nationalities before them, and what they seem to name.
import { CONNECTORS, COUNTRIES, FIRST_NAMES, HONORIFICS, NATIONALITIES, OFFICES, ORGANIZATION_HEADS, PLACES, PLACE_HEADS, TITLES } from './name-words.ts';
import type { Word } from './word.ts';
import type { Timex } from './times/timex.ts';

export type NameType = 'person' | 'organization' | 'place';

/** Words `from` up to, not including, `to` of the sentence. `sure` is false where the type is only the likeliest. */
export type Name = { readonly from: number; readonly to: number; readonly type: NameType; readonly sure: boolean };

/** The names of a sentence, in order. */
export function namesOf(words: readonly Word[], times: readonly Timex[]): readonly Name[] {
  const names: Name[] = [];
  const timed = new Set(times.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, n) => from + n)));
  for (let at = 0; at < words.length;) {
    if (words[at]?.tag !== 'NNP' || timed.has(at)) {
      at++;
      continue;
    }
    let to = endOfRun(words, at);
    while (to > at + 1 && timed.has(to - 1)) to--;
    names.push(...readRun(words, at, to));
    at = to;
  }
  return names;
}

function endOfRun(words: readonly Word[], from: number): number {
  let to = from + 1;
  for (; to < words.length; to++) {
    const word = words[to];
    if (!word || word.gap > 2) break;
    if (word.tag === 'NNP') continue;
    if (CONNECTORS.has(word.lower) && connects(words, from, to)) continue;
    if (word.lower === 'the' && words[to - 1]?.lower === 'of' && words[to + 1]?.tag === 'NNP') continue;
    if (word.tag === 'GEN' && words[to + 1]?.tag === 'NNP' && ownsName(words, from, to)) continue;
    return fieldAt(words, to) ?? to;
  }
  return to;
}

/** Most words of what an office or body is for. */
const LONGEST_FIELD = 6;

/** "High Commissioner for Human Rights", "Commission on Human and Peoples' Rights": where the field ends that begins at `at`; null where none does. */
function fieldAt(words: readonly Word[], at: number): number | null {
  const head = words[at - 1]?.lower ?? '';
  const leads = ['for', 'on'].includes(words[at]?.lower ?? '') && (ORGANIZATION_HEADS.has(head) || OFFICES.has(head));
  if (!leads || words[at + 1]?.tag !== 'NNP') return null;
  let to = at + 1;
  while (to - at <= LONGEST_FIELD && (words[to]?.tag === 'NNP' || (['CONJ', 'GEN'].includes(words[to]?.tag ?? '') && words[to + 1]?.tag === 'NNP'))) to++;
  const last = words.findLastIndex((each, n) => n > at && n < to && ORGANIZATION_HEADS.has(each.lower));
  if (last > at) return last + 1;
  const person = words.findIndex((each, n) => n > at + 1 && n < to && FIRST_NAMES.has(each.lower));
  return PLACES.has(words[at + 1]?.lower ?? '') ? at + 2 : person > 0 ? person : to;
}

function connects(words: readonly Word[], from: number, at: number): boolean {
  const word = words[at];
  const next = words[at + 1]?.lower === 'the' ? words[at + 2] : words[at + 1];
  if (next?.tag !== 'NNP') return CONNECTORS.has(words[at + 1]?.lower ?? '') && words[at + 2]?.tag === 'NNP' && word?.lower !== 'of';
  if (word?.lower !== 'of') return true;
  const last = words[at - 1]?.lower ?? '';
  if (HONORIFICS.has(last)) return false;
  for (let back = from; back < at; back++) {
    const lower = words[back]?.lower ?? '';
    if (ORGANIZATION_HEADS.has(lower) || OFFICES.has(lower) || PLACE_HEADS.has(lower)) return true;
  }
  return ['republic', 'kingdom', 'states', 'bank', 'day', 'declaration', 'convention', 'act', 'code', 'resistance', 'house'].includes(last);
}

/** "People's Party", "Doctors' Union": the owner is part of the name, as no person or country would be. */
function ownsName(words: readonly Word[], from: number, at: number): boolean {
  return (
    at - from === 1 &&
    ['people', 'women', 'workers', 'children', 'doctors', 'mothers', 'farmers', 'journalists', 'teachers', 'students', 'lawyers'].includes(
      words[from]?.lower ?? '',
    )
  );
}

const lowerAt = (words: readonly Word[], at: number): string => words[at]?.lower ?? '';

/** A run as a name, the titles and nationalities before it taken off; nothing where only those are left. */
function readRun(words: readonly Word[], from: number, to: number): readonly Name[] {
  // "the Secretary General": an office with nobody's name behind it.
  if (to - from > 1 && words.slice(from, to).every((each) => OFFICES.has(each.lower) || TITLES.has(each.lower))) return [];
  const person = personAfterTitle(words, from, to);
  if (person !== null) return [...place(words, from, person), { from: person, to, type: 'person', sure: true }];
  let start = from;
  const organization = hasOrganization(words, from, to);
  while (start < to && NATIONALITIES.has(lowerAt(words, start)) && !organization) start++;
  if (start === to) return [];
  if (start > from && start + 1 === to && !/^\p{Lu}/u.test(words[start]?.text ?? '')) return [];
  return [{ from: start, to, ...typeOf(words, start, to, organization) }];
}

/** Where the person begins in "Brod District Attorney Ken Dray", "Secretary of State Ana Kolar", "Mr. Dray"; null where no title leads. */
function personAfterTitle(words: readonly Word[], from: number, to: number): number | null {
  for (let at = to - 2; at >= from; at--) {
    const lower = lowerAt(words, at);
    if (!TITLES.has(lower) && !(OFFICES.has(lower) && /^\p{Lu}/u.test(words[at]?.text ?? ''))) continue;
    if (['for', 'on'].includes(lowerAt(words, at + 1))) return null;
    if (lower === 'general' && ['assembly', 'secretary'].includes(lowerAt(words, at + 1))) continue;
    if (lowerAt(words, at + 1) === 'of') {
      const rest = lowerAt(words, at + 2) === 'the' ? at + 4 : at + 3;
      return to - rest >= 2 && FIRST_NAMES.has(lowerAt(words, rest))
        ? rest
        : to - rest >= 2 && !hasOrganization(words, rest, to) && !ORGANIZATION_HEADS.has(lowerAt(words, rest - 1))
          ? rest
          : null;
    }
    if (ORGANIZATION_HEADS.has(lowerAt(words, to - 1)) && !HONORIFICS.has(lower)) return null;
    return at + 1;
  }
  return null;
}

const place = (words: readonly Word[], from: number, to: number): readonly Name[] => {
  const first = lowerAt(words, from);
  return to > from + 1 && PLACES.has(first) && !NATIONALITIES.has(first) ? [{ from, to: from + 1, type: 'place', sure: true }] : [];
};

function hasOrganization(words: readonly Word[], from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (
      ORGANIZATION_HEADS.has(lowerAt(words, at)) &&
      (to - from > 1 ||
        ['police', 'army', 'parliament', 'congress', 'senate', 'reuters', 'interpol', 'europol', 'pentagon', 'kremlin', 'taliban', 'treasury'].includes(
          lowerAt(words, at),
        ))
    )
      return true;
  return false;
}

function typeOf(words: readonly Word[], from: number, to: number, organization: boolean): { readonly type: NameType; readonly sure: boolean } {
  const first = lowerAt(words, from);
  const last = lowerAt(words, to - 1);
  if (organization || words.slice(from, to).some((each) => each.tag === 'PREP' && (each.lower === 'for' || each.lower === 'on')))
    return { type: 'organization', sure: true };
  if (FIRST_NAMES.has(first) && to - from > 1) return { type: 'person', sure: true };
  if (PLACE_HEADS.has(last) && to - from > 1) return { type: 'place', sure: true };
  if (PLACES.has(last) || COUNTRIES.has(first)) return { type: 'place', sure: true };
  const text = words[from]?.text ?? '';
  if (to - from === 1 && /^\p{Lu}{2,}s?$/u.test(text)) return { type: 'organization', sure: true };
  const before = lowerAt(words, from - 1);
  if (titleBefore(words, from)) return { type: 'person', sure: true };
  if (/^\d+$/.test(lowerAt(words, to + 1)) && lowerAt(words, to) === ',' && lowerAt(words, to + 2) === ',') return { type: 'person', sure: true };
  if (['in', 'at', 'near', 'outside', 'around', 'from', 'across'].includes(before) && to - from <= 2) return { type: 'place', sure: false };
  if (BODIES_BEFORE.has(before)) return { type: 'organization', sure: true };
  if (PLACES_BEFORE.has(before)) return { type: 'place', sure: true };
  if (before === 'of' && lowerAt(words, from - 2) === ',') return { type: 'place', sure: false };
  if (to - from > 1 && /^(?:north|south)?(?:north|south|east|west)ern$/.test(lowerAt(words, from))) return { type: 'place', sure: true };
  if (before === 'the') return { type: 'organization', sure: false };
  return { type: 'person', sure: to - from > 1 };
}

/** "the newspaper Orlik", "the town Orlik": what the word before says that it is. */
const BODIES_BEFORE = new Set([
  'newspaper',
  'magazine',
  'daily',
  'weekly',
  'website',
  'group',
  'movement',
  'militia',
  'company',
  'agency',
  'station',
  'broadcaster',
  'ship',
]);
const PLACES_BEFORE = new Set(['town', 'village', 'city', 'district', 'province', 'region', 'township', 'island']);

/** "spokesman Jan Kral", "chief Ebo Mensah": a lower-case title right before. */
function titleBefore(words: readonly Word[], from: number): boolean {
  const before = words[from - 1];
  return (
    before !== undefined &&
    before.tag !== 'NNP' &&
    (OFFICES.has(before.lower) ||
      TITLES.has(before.lower) ||
      [
        'activist',
        'journalist',
        'lawyer',
        'witness',
        'protester',
        'father',
        'mother',
        'son',
        'daughter',
        'brother',
        'sister',
        'wife',
        'husband',
        'analyst',
        'professor',
        'historian',
        'resident',
        'reporter',
        'writer',
        'author',
        'doctor',
        'priest',
        'victim',
        'student',
        'defendant',
        'suspect',
        'prisoner',
        'singer',
        'blogger',
        'lawmaker',
      ].includes(before.lower))
  );
}
