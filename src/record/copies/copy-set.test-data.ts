// Documents of which it is known which are copies: the demonstration's texts, edited as newsrooms, archives and people edit
// them, and others that are no copies: reports of the same happening in other words, and texts that quote two sentences.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** `family` is the text that it was made of; `made` how. */
export type MadeDocument = { readonly name: string; readonly family: string; readonly made: Made; readonly text: string };

/** Edits that leave a copy of the text as a whole. */
const REPRINTS = ['original', 'headline', 'trimmed', 'shortened', 'paraphrased', 'extended', 'reordered', 'other letters', 'misread'] as const;
type Made = (typeof REPRINTS)[number] | 'bulletin' | 'passage' | 'quotation' | 'brief' | 'other report';

/** What two made documents are to each other: copies, sharing a passage, nothing; null where nobody would blame either answer. */
function truthOf(a: MadeDocument, b: MadeDocument): 'copy' | 'passage' | 'nothing' | null {
  if (a.family !== b.family) return 'nothing';
  const made = [a.made, b.made];
  const isReprint = (each: Made): boolean => REPRINTS.some((known) => known === each);
  if (made.every(isReprint)) return 'copy';
  if (made.includes('quotation') || made.includes('brief') || made.includes('other report')) return 'nothing';
  if (made.includes('bulletin')) return made.some(isReprint) ? 'copy' : null;
  // Whether the copied passage was left by the other edit is not said.
  return made.includes('original') || made.includes('headline') ? 'passage' : null;
}

/** Pairs that were found rightly and wrongly, copies that were missed, and the passages of their kind. */
export type Score = { readonly right: number; readonly wrong: number; readonly missed: number; readonly passages: number; readonly passagesMissed: number };

/** `kindOf` is what was found of two of the set, by their places in it. */
export function scoreCopies(set: readonly MadeDocument[], kindOf: (n: number, m: number) => string | undefined): Score {
  const score = { right: 0, wrong: 0, missed: 0, passages: 0, passagesMissed: 0 };
  for (const [n, a] of set.entries()) {
    for (const [m, b] of set.entries()) {
      if (m <= n) continue;
      const [kind, truth] = [kindOf(n, m), truthOf(a, b)];
      if (truth === 'copy') score[kind === 'whole' || kind === 'inside' ? 'right' : 'missed']++;
      if (truth === 'passage') score[kind === undefined ? 'passagesMissed' : 'passages']++;
      if (truth === 'nothing' && kind !== undefined) score.wrong++;
    }
  }
  return score;
}

const DEMO = fileURLToPath(new URL('../../../demo/', import.meta.url));

/** The texts that the others are made of, without the reprints that the demonstration holds of one of them: paragraphs each. */
function bases(): readonly { readonly family: string; readonly paragraphs: readonly string[] }[] {
  const names = readdirSync(DEMO).filter((name) => /\.(?:txt|html)$/.test(name) && !/^0[345]/.test(name));
  return names.map((name) => {
    const text = readFileSync(`${DEMO}${name}`, 'utf8');
    const all = name.endsWith('.html')
      ? [...text.matchAll(/<p[^>]*>([\s\S]*?)<\/p>/g)].map(([, inside = '']) => inside.replace(/<[^>]+>/g, ''))
      : text.split('\n\n').slice(1);
    return {
      family: name,
      paragraphs: all.map((each) => each.replace(/\s+/g, ' ').trim()).filter((each) => each.split(' ').length > 12 && !/Demonstration text/.test(each)),
    };
  });
}

export function makeCopySet(): readonly MadeDocument[] {
  return bases().flatMap(({ family, paragraphs }, n) => {
    const made: Readonly<Record<Made, readonly string[]>> = {
      original: paragraphs,
      headline: [invented(n, 1), `HOLMVIK, ${n + 2} May (agency)`, ...paragraphs],
      trimmed: paragraphs.filter((_, at) => at !== 2),
      shortened: [`NURSHAHR, ${n + 1} Mehr`, ...paragraphs.slice(0, Math.ceil(paragraphs.length * 0.75))],
      paraphrased: paragraphs.map(paraphrase),
      extended: [...paragraphs, invented(n + 100, 3)],
      reordered: [paragraphs[1] ?? '', paragraphs[0] ?? '', ...paragraphs.slice(2)],
      'other letters': paragraphs.map(otherLetters),
      misread: paragraphs.map(misread),
      bulletin: [invented(n + 200, 14), ...paragraphs, invented(n + 300, 14)],
      passage: [invented(n + 400, 8), longPassage(paragraphs), invented(n + 500, 9)],
      quotation: [invented(n + 600, 7), `“${twoSentences(paragraphs)}”`, invented(n + 700, 7)],
      brief: [`${invented(n + 900, 2)} “${twoSentences(paragraphs)}”`],
      'other report': [OTHER_REPORTS[family] ?? invented(n + 800, 12)],
    };
    return (Object.keys(made) as Made[]).map((how) => ({ name: `${family} ${how}`, family, made: how, text: `${made[how].join('\n\n')}\n` }));
  });
}

const sentences = (paragraph: string): readonly string[] => paragraph.split(/(?<=[.؟?!][”»"]?)\s+/);

/** The shortest run of paragraphs that has four sentences and sixty words. */
function longPassage(paragraphs: readonly string[]): string {
  for (let many = 1; many <= paragraphs.length; many++) {
    const passage = paragraphs.slice(1, 1 + many).join(' ');
    if (sentences(passage).length >= 4 && passage.split(' ').length >= 60) return passage;
  }
  return paragraphs.join(' ');
}

const twoSentences = (paragraphs: readonly string[]): string => sentences(paragraphs.slice(1).join(' ')).slice(0, 2).join(' ');

const SYNONYMS: Readonly<Record<string, string>> = {
  said: 'stated', convicted: 'found guilty', prison: 'jail', told: 'informed', people: 'persons', trial: 'hearing', killed: 'slain', arrested: 'detained', government: 'authorities',
  called: 'described as', report: 'account', denied: 'rejected', against: 'versus', during: 'in the course of', whose: 'the', years: 'yrs', opened: 'began', before: 'ahead of', letter: 'message',
}; // prettier-ignore

/** An editor's light hand: a synonym here, a word left out there, two words exchanged. */
function paraphrase(paragraph: string): string {
  const words = paragraph.split(' ').flatMap((word, n) => (n % 19 === 7 ? [] : [SYNONYMS[word] ?? word]));
  for (let n = 11; n + 1 < words.length; n += 23) words.splice(n, 2, words[n + 1] ?? '', words[n] ?? '');
  return words.join(' ');
}

/** The same text as another keyboard writes it. */
const otherLetters = (paragraph: string): string =>
  paragraph.replaceAll('ی', 'ي').replaceAll('ک', 'ك').replaceAll('۱', '١').replaceAll('\u200c', ' ').replaceAll('’', "'").replaceAll('“', '"').replaceAll('”', '"').normalize('NFD'); // prettier-ignore

/** As OCR reads a bad photocopy: every twelfth word has a wrong letter. */
const misread = (paragraph: string): string =>
  paragraph
    .split(' ')
    .map((word, n) => (n % 12 === 5 ? `${word.slice(0, 1)}x${word.slice(2)}` : word))
    .join(' ');

const WHO = [
  'a teacher',
  'the harbour union',
  'two nurses',
  'an old fisherman',
  'the town council',
  'a bus driver',
  'the weather office',
  'students of botany',
  'a choir',
  'the museum',
  'three sisters',
  'an engineer',
  'the ferry company',
  'a beekeeper',
  'the city library',
  'a retired judge',
];
const DID = [
  'asked for',
  'spoke at length of',
  'put off',
  'wrote about',
  'could not agree on',
  'paid for',
  'remembered',
  'laughed at',
  'measured',
  'sold',
  'repaired',
  'photographed',
  'voted on',
  'opposed',
  'praised',
  'looked after',
];
const WHAT = [
  'a new bridge',
  'the price of bread',
  'last winter’s storm',
  'the lamps along the quay',
  'an exhibition of maps',
  'the school’s roof',
  'wild orchids',
  'the night trains',
  'a broken clock',
  'the summer market',
  'a petition about noise',
  'the old mill',
  'water meters',
  'songs from the hills',
  'a football match',
  'the tram line',
];
const WHEN = [
  'on Monday',
  'in late autumn',
  'before breakfast',
  'after a long silence',
  'in the rain',
  'twice this year',
  'against all advice',
  'to nobody’s surprise',
  'with some pride',
  'for the third time',
  'at the end of June',
  'while others slept',
  'by candle light',
  'without a word',
  'as every year',
  'in the square',
];

/** Sentences that nobody else wrote: about nothing in particular. */
export function invented(seed: number, sentencesWanted: number): string {
  let state = (seed * 2654435761 + 12345) >>> 0;
  const next = <T>(from: readonly T[]): T => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return from[(state >>> 8) % from.length] as T;
  };
  const clause = (): string => `${next(WHO)} ${next(DID)} ${next(WHAT)} ${next(WHEN)}`;
  return Array.from({ length: sentencesWanted }, () => {
    const words = `${clause()}, and ${clause()}`;
    return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
  }).join(' ');
}

/** The same happenings, told by somebody else. */
const OTHER_REPORTS: Readonly<Record<string, string>> = {
  '01-rally-lac-blanc.en.html':
    'Explosives were taken from a car near Port-Sauveur on the day on which the People’s Dawn Movement held its yearly meeting beside the lake. Officers of the Judiciary Police held the two who sat in it, a man and a woman. Nobody was hurt, and the meeting went on; many who came heard of it only on their way home. Mahin Taban thanked the police from the stage. Who had sent the couple was not known that evening, and the embassy of Qaramar did not answer the telephone.',
  '02-verdict-wire.en.txt':
    'Judges at Port-Sauveur handed down their ruling over the Lac-Blanc bomb plan at the beginning of February: twenty years for the embassy secretary Moradkhani, eighteen for Nasrin Kiani, seventeen for Golabi, and fifteen for Sadrpour. It is the first time that a serving diplomat of Qaramar was found guilty of terrorism in Valdoré. In the gallery sat people who had been at the rally. One of them, a nurse, said she had waited for this since that summer. Qaramar’s government rejects the ruling as worthless.',
  '08-clemency-panels.en.html':
    'How many died at Sangtarash in the summer of 1987 may never be established. A list compiled over years by Ledger for Justice has nineteen hundred names; the PDM speaks of six times as many; somebody who once worked for the state thinks of several hundreds. What is agreed is the procedure: short interviews before panels that were said to grant clemency, and then the gallows. Relatives were given bags of clothes, and no graves.',
  '11-life-sentence.en.txt':
    'Kamran Sohrabzadeh must spend his life behind bars, judges in Holmvik decided this Thursday after nine months of hearings. They believed the survivors who recognised in him the man they knew as Haj Naser, the prosecutor’s helper at Sangtarash. He has always answered that they confuse him with another. His counsel announced an appeal the same hour. Outside the building, families held up photographs of brothers and daughters who did not come back.',
  '14-prisoners-exchanged.en.txt':
    'An aeroplane with two citizens of Vestmark on board landed at Holmvik on Sunday morning; some hours earlier Sohrabzadeh had been flown the other way. So ended a life sentence of which he had served less than five years, counted from his arrest at the same airport. Families of the executed called the bargain a betrayal. The prime minister spoke of a painful decision, and of two people who would sleep at home again.',
  '15-raufian-visa.en.html':
    'Mansour Raufian flew in to address the General Assembly although thousands had marched to keep him out. Demonstrators in five cities carried his picture with the year 1987 under it: survivors place him on the panel that sent prisoners at Nurshahr to their deaths. No court has ever tried him. Officials at the State Department said that the host of the United Nations is bound by treaty to let heads of state attend.',
  '16-harrow-charges.en.html':
    'Prosecutors in Norvale accuse an officer of the Guard, Shahrokh Pournazer, of having looked for a killer to murder Edmund Harrow, who once advised the president. An informant was promised three hundred thousand, according to court papers that became public on Monday. Pournazer is thought to be at home and out of reach. A spokesman in Nurshahr laughed the accusation off as badly written fiction.',
};
