// A synthetic casebook for the benchmark of the record: ten claims a document, a fifth as many people as claims, one of whom a hundredth of
// all documents is about, joined by judgements; every two-hundredth claim tells of a harm. Invented, and made through the desk's log and folds.
import type { Kind } from '../src/model/vocabulary.ts';
import { judge } from '../src/desk/judge.ts';
import { Casebook, surroundings } from '../src/desk/casebook.ts';
import { foldedWords } from '../src/base/fold.ts';
import { nodeDisk, type Disk } from '../src/store/disk.ts';
import { openCover } from '../src/store/file-cover.ts';
import { Vault } from '../src/store/vault.ts';
import { keepPassages } from '../src/views/passages.ts';
import { accepted, day, documentOf, FAMILY, GIVEN, pick, PLACES, type Sentence } from './many-claims.ts';

const IN_A_DOCUMENT = 10;
const AT_ONCE = 200;
/** Of so many documents one is about the person who is named most. */
const HERO_EVERY = 100;
const HARM_EVERY = 200;
export const HERO = 'Kamran Sohrabzadeh';

const HARMS: readonly Kind[] = ['killing', 'torture', 'detention', 'abduction', 'execution'];
const OTHERS: readonly Kind[] = ['arrest', 'charge', 'trial', 'sentence', 'statement', 'position', 'membership', 'release', 'letter', 'protest'];

function sentence(n: number, people: number): Sentence {
  const document = Math.floor(n / IN_A_DOCUMENT);
  const m = (n * 7919) % people;
  const other = `${pick(GIVEN, m)} ${pick(FAMILY, Math.floor(m / 10))} ${Math.floor(m / 100)}`;
  const who = document % HERO_EVERY === 0 ? HERO : other;
  const isHarm = n % HARM_EVERY === 0;
  const kind = isHarm ? pick(HARMS, Math.floor(n / HARM_EVERY)) : pick(OTHERS, n);
  const place = `${pick(PLACES, m)} ${m % 997}`;
  const body = `Bureau ${m % 1009} of ${pick(PLACES, m + 3)}`;
  const when = day(n + (n % 31));
  return {
    words: `On ${when} ${who} came before the ${body} at ${place}, as witness ${n % 5000} told in report ${document}; ${pick(WORDS, n)} ${pick(WORDS, n * 13 + 5)}.`,
    said: {
      kind,
      roles: { actor: [body], target: [who], place: [place] },
      time: { text: `On ${when}`, edtf: when },
      saidBy: n % 3 ? [`witness ${n % 5000}`] : [],
    },
  };
}

const WORDS = Array.from(
  { length: 2000 },
  (_, n) => `${pick(['amber', 'birch', 'cedar', 'delta', 'ember', 'fjord', 'grove', 'heath', 'islet', 'juniper'], n)}${Math.floor(n / 10)}`,
);

/** The passages of all its documents, in order, each folded as the index of passages has it. */
export function* foldedPassages(claims: number): Generator<string> {
  const people = Math.ceil(claims / 5);
  for (let n = 0; n < claims; n++) yield foldedWords(sentence(n, people).words).join(' ');
}

/** What is searched for: two words that few passages have together, and a phrase. */
export const twoWords = (n: number): readonly string[] => [`amber${n % 200}`, 'witness'];
export const phrase = (n: number): readonly string[] => ['witness', String(n * 7), 'told'];

/** Files of a casebook that is thrown away need not outlive a loss of power: to wait for the disk twice a document would take hours. */
const unsynced: Disk = {
  ...nodeDisk,
  open: async (path, flags, mode) => Object.assign(await nodeDisk.open(path, flags, mode), { sync: async () => undefined }),
};

/**
 * Makes it in `folder`, with its log, its files and its index of passages. Its views are empty: to fold its log into them is measured, and
 * `joinHero` comes after.
 */
export async function makeRecord(folder: string, claims: number): Promise<void> {
  const casebook = await Casebook.create(folder, `${claims} claims`, surroundings('Mina Farhadi'));
  try {
    const { person, introduction } = await casebook.personNamed('Mina Farhadi');
    await casebook.record(introduction);
    const vault = new Vault(casebook.folder, unsynced, openCover);
    const [documents, people] = [Math.ceil(claims / IN_A_DOCUMENT), Math.ceil(claims / 5)];
    for (let from = 0; from < documents; from += AT_ONCE) {
      const numbers = Array.from({ length: Math.min(AT_ONCE, documents - from) }, (_, n) => from + n);
      const made = await Promise.all(numbers.map((d) => report(casebook, vault, d, people)));
      const drafts = made.flatMap(({ document, acts, suggestions }) => [...acts, ...accepted(document, suggestions)]).map((act) => ({ ...act, actor: person }));
      await casebook.log.append(drafts, async () => {
        for (const { document, text } of made) await keepPassages(casebook.store.views, document, text);
      });
    }
  } finally {
    await casebook.close();
  }
}

function report(casebook: Casebook, vault: Vault, d: number, people: number): ReturnType<typeof documentOf> {
  const sentences = Array.from({ length: IN_A_DOCUMENT }, (_, i) => sentence(d * IN_A_DOCUMENT + i, people));
  return documentOf(casebook, `Report ${d}`, day(d), sentences, vault);
}

/** The person who is named most is held to be one in all documents. */
export async function joinHero(casebook: Casebook): Promise<void> {
  const names = await casebook.store.reads.selectFrom('name').select('id').where('label', '=', HERO).execute();
  await judge(casebook, names.map(({ id }) => id), 'same', 'one person in all reports'); // prettier-ignore
}
