// A synthetic casebook for the benchmark of the record: ten claims a document, a fifth as many people as claims, one of whom a hundredth of
// all documents is about, joined by judgements; every two-hundredth claim tells of a harm. Invented, and made through the desk's log and folds.
import type { Act } from '../src/model/act.ts';
import type { Kind } from '../src/model/vocabulary.ts';
import { judge } from '../src/desk/judge.ts';
import { Casebook, surroundings } from '../src/desk/casebook.ts';
import { keepPassages } from '../src/views/passages.ts';
import { accepted, day, documentOf, FAMILY, GIVEN, pick, PLACES, type Sentence } from './many-claims.ts';

const IN_A_DOCUMENT = 10;
const AT_ONCE = 50;
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

/** Makes it in `folder`; `progress` is told how many claims there are. */
export async function makeRecord(folder: string, claims: number, progress: (claims: number) => void): Promise<void> {
  const casebook = await Casebook.create(folder, `${claims} claims`, surroundings('Mina Farhadi'));
  try {
    const [documents, people] = [Math.ceil(claims / IN_A_DOCUMENT), Math.ceil(claims / 5)];
    for (let from = 0; from < documents; from += AT_ONCE) {
      const made: Awaited<ReturnType<typeof documentOf>>[] = [];
      for (let d = from; d < Math.min(from + AT_ONCE, documents); d++) {
        const sentences = Array.from({ length: IN_A_DOCUMENT }, (_, i) => sentence(d * IN_A_DOCUMENT + i, people));
        made.push(await documentOf(casebook, `Report ${d}`, day(d), sentences));
      }
      const acts: readonly Act[] = made.flatMap(({ document, acts: read, suggestions }) => [...read, ...accepted(document, suggestions)]);
      await casebook.record(acts, async () => {
        for (const { document, text } of made) await keepPassages(casebook.store.views, document, text);
      });
      progress((from + made.length) * IN_A_DOCUMENT);
    }
    const names = await casebook.store.reads.selectFrom('name').select('id').where('label', '=', HERO).execute();
    await judge(casebook, names.map(({ id }) => id), 'same', 'one person in all reports'); // prettier-ignore
  } finally {
    await casebook.close();
  }
}
