// Erasure, by every byte: of a document with all that people made of it, no word is left in any file of the casebook.
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { contentOf } from '../model/claim.ts';
import { stateCare } from './care.ts';
import { checkCasebook } from './check.ts';
import { amendClaim } from './claim-new.ts';
import { contradictions, rule } from './contradictions.ts';
import { entities } from './entities.ts';
import { erase } from './erase.ts';
import { judge } from './judge.ts';
import { redactDocument } from './redact.ts';
import { story } from './story.test-data.ts';

it('leaves nothing of a document: not of its names, judgements, rulings, amendments, care, copies or suggestions', async () => {
  const { casebook, claims } = await story([
    {
      text: 'Guards beat Homayun Rastegar at Sangtarash prison on 3 May 2021.',
      claims: [{ kind: 'torture', words: 'beat Homayun Rastegar', roles: { target: ['Homayun Rastegar'] } }],
    },
    {
      text: 'Nobody beat Kamran Sohrabzadeh, the ministry said.',
      claims: [{ kind: 'torture', words: 'Nobody beat Kamran Sohrabzadeh', modality: 'denied', roles: { target: ['Kamran Sohrabzadeh'] } }],
    },
  ]);
  const [beating] = claims;
  if (!beating) throw new Error('the claim was recorded');
  const named = await entities(casebook);
  const idOf = (label: string): string => named.find((each) => each.label === label)?.id ?? '';
  await judge(casebook, [idOf('Homayun Rastegar'), idOf('Kamran Sohrabzadeh')], 'same', 'Rastegar is what his mother calls him');
  await stateCare(casebook, idOf('Homayun Rastegar'), { sensitivity: 'hidden', consent: 'Parvin Rastegar' }, 'Homi is at risk');
  await amendClaim(casebook, beating.id, { ...contentOf(beating), roles: { target: ['Homayun Rastegar, called Homi'] } }, 'Homi in the letter');
  for (const { id } of await contradictions(casebook)) await rule(casebook, id, 'both stand', 'Rastegar was seen');
  await stateCare(casebook, beating.id, { purpose: 'for Rastegar alone' }, 'Rastegar asked');
  await redactDocument(
    casebook,
    beating.document,
    { words: ['Sangtarash'], claims: [], names: [], keep: [] },
    join(dirname(casebook.folder), 'copy.txt'),
    'for Rastegar’s lawyer',
  );
  await erase(casebook, beating.document, 'a court order');
  const files = (await readdir(casebook.folder, { recursive: true, withFileTypes: true })).filter((file) => file.isFile());
  const words = ['Rastegar', 'rastegar', 'Homayun', 'homayun', 'Homi', 'Sangtarash', 'sangtarash'];
  const left: string[] = [];
  for (const file of files) {
    const bytes = await readFile(join(file.parentPath, file.name));
    for (const word of words)
      for (const coding of ['utf8', 'utf16le'] as const) if (bytes.includes(Buffer.from(word, coding))) left.push(`${word} in ${file.name}`);
  }
  expect(left).toEqual([]);
  expect((await checkCasebook(casebook, null)).checks.filter(({ ok }) => !ok)).toEqual([]);
});
