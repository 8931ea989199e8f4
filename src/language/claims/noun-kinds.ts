// What a noun phrase is, for the slots of frames: a place, or so many of something.
import { PEOPLE, PLACES, PLACE_HEADS } from '../name-words.ts';
import type { Noun } from '../phrases.ts';
import type { Stage } from './draft.ts';
import type { Filler } from './mentions.ts';
import { spanOfWords } from '../speech.ts';

const PLACE_NOUNS = new Set(
  'capital city village town square street district province region camp hospital school mosque church market courthouse countries area border station university building restaurant embassy suburb neighborhood neighbourhood island base office offices compound checkpoint zone airport university hotel courtroom chambers barracks stadium home homes house houses hall avenue road apartment headquarters facility facilities centre center clinic monastery temple colony settlement basement palace quarry field forest shelter warehouse plaza cities villages towns streets provinces regions areas camps'.split(
    ' ',
  ),
);

/** Whether a phrase after "in" or "at" names a place: a name that is no person, or a noun for places. */
export function isPlace({ sentence, analysis }: Stage, noun: Noun): boolean {
  const head = sentence.words[noun.head];
  if (!head) return false;
  if (PLACE_NOUNS.has(head.lower)) return true;
  if (head.tag === 'N' && PLACE_HEADS.has(head.lower) && sentence.words.slice(noun.from, noun.head).some((each) => each.tag === 'NNP')) return true;
  if (head.tag !== 'NNP') return false;
  const name = sentence.names.find((each) => each.from <= noun.head && noun.head < each.to);
  if (name?.type === 'place' || PLACES.has(head.lower) || PLACE_HEADS.has(head.lower)) return true;
  return name !== undefined && !name.sure && !analysis.cast.isSurePerson(head.text);
}

/** A place in the words of the document; one without a name takes along where it lies: "courthouse in Brod". */
export function placeText(stage: Stage, noun: Noun, speaker: string | null): Filler | null {
  const { sentence, analysis } = stage;
  const own = stage.mentions.resolve(stage.index, noun, speaker);
  if (!own || sentence.words[noun.head]?.tag === 'NNP') return own;
  const at = sentence.phrases.findIndex((each) => each.from <= noun.from && noun.to <= each.to);
  const beside = sentence.phrases[at + 1]?.sort === 'comma' ? sentence.phrases[at + 2] : undefined;
  if (beside?.sort === 'noun' && sentence.words[beside.head]?.tag === 'NNP' && isPlace(stage, beside))
    return stage.mentions.resolve(stage.index, beside, speaker);
  const preposition = sentence.phrases[at + 1];
  const next = sentence.phrases[at + 2];
  if (preposition?.sort !== 'preposition' || !['in', 'across', 'of', 'near'].includes(preposition.lower) || next?.sort !== 'noun' || !isPlace(stage, next))
    return own;
  const start = sentence.words[noun.from]?.tag === 'DET' ? noun.from + 1 : noun.from;
  const span = spanOfWords(sentence, start, next.to);
  return { text: analysis.source.slice(span), span };
}

/** The number that opens a phrase of people: "three", "At least 31", "hundreds". Null where there is none. */
export function quantityOf({ sentence, analysis }: Stage, noun: Noun): Filler | null {
  const { words } = sentence;
  const start =
    sentence.words[noun.from]?.tag === 'POSS' || ['the', 'a', 'an', 'another'].includes(sentence.words[noun.from]?.lower ?? '') ? noun.from + 1 : noun.from;
  let to = start;
  while (
    to < noun.to &&
    (words[to]?.tag === 'NUM' ||
      [
        'at',
        'least',
        'most',
        'more',
        'than',
        'over',
        'about',
        'around',
        'nearly',
        'almost',
        'up',
        'to',
        'some',
        'the',
        'between',
        'and',
        'as',
        'many',
        'fewer',
        'less',
        'estimated',
      ].includes(words[to]?.lower ?? ''))
  )
    to++;
  const from = start;
  if (
    to <= from ||
    words[to - 1]?.tag !== 'NUM' ||
    words[to - 1]?.lower === 'one' ||
    /^(?:1[89]|20)\d\d$/.test(words[to - 1]?.text ?? '') ||
    /\d-/.test(words[to - 1]?.text ?? '')
  )
    return null;
  const span = { start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 };
  return { text: analysis.source.slice(span), span };
}

/** Whether a noun names a person or people. */
export function isPeople({ analysis, sentence }: Stage, noun: Noun): boolean {
  const head = sentence.words[noun.head];
  if (!head) return false;
  if (PEOPLE.has(head.lower) || PEOPLE.has(head.lemma)) return true;
  if (head.tag === 'PRON') return !['it', 'this', 'that', 'itself', 'nothing', 'something', 'anything', 'everything', 'what'].includes(head.lower);
  if (head.tag === 'NUM' || (head.tag === 'DET' && ['some', 'many', 'most', 'all', 'several', 'others', 'both', 'those'].includes(head.lower))) return true;
  if (head.tag === 'N' && AGENTS.test(head.lemma) && !NOT_AGENTS.has(head.lemma)) return true;
  if (head.tag !== 'NNP') return false;
  const name = sentence.names.find((each) => each.from <= noun.head && noun.head < each.to);
  return name !== undefined && (name.type !== 'place' || analysis.cast.isPerson(head.text));
}

/** Endings of nouns for people, and words that only look like it. */
const AGENTS = /(?:[a-z]{2}(?:er|or|ist|ian|ant|ee|man)|sary)$/;
const NOT_AGENTS = new Set(
  'paper number matter order letter center power border effort member other offer water river winter summer number factor error terror horror mirror door floor corner chapter cover danger disaster center theater shelter pepper weather labor labour harbor favor color colour honor sector error tenor committee fee degree tree coffee guarantee employee restaurant grant plant warrant covenant want human quarter computer tower character register transfer answer power anger hunger murder newspaper semester chamber december october master career charter counter filter gender layer manner meter monitor motor rumor tumor vapor vector visor minor major fever fiber finger flower former latter liver lever poster shower soccer sugar super temper timber trailer trigger upper user vigor whisper wonder anniversary dispensary necessary century human german woman instrument'
    .split(' ')
    .filter((each) => !['member', 'employee', 'user', 'woman', 'german', 'minor'].includes(each)),
);
