import { expect, test } from 'vitest';
import { Analysts } from './analysts.ts';
import { propose } from './propose.ts';

const document = (n: number) => ({ id: `d_${n}`, text: String(n).repeat(64), metadata: {} });
const text = (n: number): string =>
  `Kamran Sohrabzadeh was arrested in Norvale on ${n + 1} November 2018. The court sentenced Parvin Azadi to ten years in prison.`;

test('what is proposed beside is what is proposed here, whoever comes to it', async () => {
  const analysts = new Analysts(1);
  const proposed = await Promise.all(Array.from({ length: 9 }, (_, n) => analysts.propose(document(n), text(n), [])));
  expect(proposed).toEqual(Array.from({ length: 9 }, (_, n) => propose(document(n), text(n), [])));
  expect(proposed.flat().length).toBeGreaterThan(9);
  const late = Array.from({ length: 2 }, (_, n) => expect(analysts.propose(document(n), text(n), [])).rejects.toThrow('stopped'));
  await analysts.close();
  await Promise.all(late);
});

test('where there is no other processor all is done here', async () => {
  const analysts = new Analysts(0);
  for (let n = 0; n < 10; n++) expect(await analysts.propose(document(n), text(n), [])).toEqual(propose(document(n), text(n), []));
  await analysts.close();
});
