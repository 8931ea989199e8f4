// A casebook for the pictures of the map: the places of the demonstration are invented, so that none of them is on any. Nothing of this happened.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addFiles } from '../../src/desk/add.ts';
import { Casebook, surroundings } from '../../src/desk/casebook.ts';
import { recordClaim } from '../../src/desk/claim-new.ts';

const VIGILS = {
  en: [
    'Paris',
    'Paris',
    'Paris',
    'Geneva',
    'Berlin',
    'near Berlin',
    'Stockholm',
    'Brussels',
    'London',
    'London, Canada',
    'Norway',
    'Norway',
    'Tripoli',
    'the old harbour',
  ],
  fa: ['وین', 'رم', 'استانبول'],
} as const;

/** Claims of vigils in places of real names, recorded in a casebook in `folder`. */
export async function vigils(folder: string): Promise<Casebook> {
  const casebook = await Casebook.create(join(folder, 'vigils'), 'Vigils (all invented)', surroundings('Mina Farhadi'));
  const told = { en: (place: string) => `A vigil with lamps was held in ${place}.`, fa: (place: string) => `شب یادبودی با چراغ‌ها در ${place} برگزار شد.` };
  for (const tongue of ['en', 'fa'] as const) {
    const sentences = VIGILS[tongue].map((place, n) => ({ place, words: `${n + 1}: ${told[tongue](place)}` }));
    const text = ['Demonstration text: nothing of this happened.', ...sentences.map(({ words }) => words)].join('\n\n');
    const path = join(folder, `vigils.${tongue}.txt`);
    await writeFile(path, text);
    for await (const { id } of addFiles(casebook, [path], { published: '2021-08-02' }, new AbortController().signal))
      for (const { place, words } of sentences) {
        const start = Array.from(text.slice(0, text.indexOf(words))).length;
        const quote = { exact: words, start, end: start + Array.from(words).length };
        await recordClaim(casebook, id, { quote, kind: 'memorial', roles: { place: [place] }, time: null, modality: 'asserted', saidBy: [] });
      }
  }
  return casebook;
}
