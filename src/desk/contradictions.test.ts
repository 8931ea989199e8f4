// What cannot both be so is shown with both sides until a person rules, and the ruling can be taken back.
import { expect, it } from 'vitest';
import { contradictions, rule, undoRuling } from './contradictions.ts';
import { erase } from './erase.ts';
import { story } from './story.test-data.ts';

const dead = (text: string, outcome: string, publisher: string) => ({
  text: `${text}\n`,
  publisher,
  claims: [
    {
      kind: 'killing' as const,
      words: text,
      roles: { place: ['Bagh-e Kaj square'], outcome: [outcome] },
      time: { text: '16 September 2022', edtf: '2022-09-16' },
    },
  ],
});

it('a figure that differs is open until somebody rules, and open again when the ruling is taken back or erased', async () => {
  const { casebook, claims } = await story([
    dead('31 marchers were shot at Bagh-e Kaj square', '31 marchers', 'Ledger for Justice'),
    dead('9 marchers died at Bagh-e Kaj square', '9 marchers', 'Qaramar State News'),
  ]);
  const [open] = await contradictions(casebook);
  expect(open).toMatchObject({ on: 'number', open: true, left: { value: '31 marchers' }, right: { value: '9 marchers' } });
  expect(open?.origins.left.origins).toHaveLength(1);
  const id = open?.id ?? '';
  await expect(rule(casebook, id, 'right is wrong', ' ')).rejects.toMatchObject({ code: 'bad-usage' });
  const ruled = await rule(casebook, id, 'right is wrong', 'thirty-one are named');
  expect([ruled.open, ruled.rulings.map(({ ruling, by }) => `${ruling} by ${by}`)]).toEqual([false, ['right is wrong by Mina Farhadi']]);

  await undoRuling(casebook, ruled.rulings[0]?.entry ?? '', 'one name is doubtful');
  const again = await rule(casebook, id, 'both stand', 'the ministry counts others');
  expect(again.rulings.map(({ ruling, undone }) => [ruling, undone])).toEqual([
    ['right is wrong', true],
    ['both stand', false],
  ]);
  const before = await contradictions(casebook);
  await casebook.rebuild();
  expect(await contradictions(casebook)).toEqual(before);

  await erase(casebook, claims[1]?.document ?? '', 'court order 12/2026');
  expect(await contradictions(casebook)).toEqual([]);
});
