// Two names are one person's or two people's where a person says so, and nowhere else.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentOf } from '../model/claim.ts';
import { entities, entity, pairs } from './entities.ts';
import { erase } from './erase.ts';
import { judge, undoJudgement } from './judge.ts';
import { undo } from './review.ts';
import { recordClaim } from './claim-new.ts';
import { story, type Told } from './story.test-data.ts';

const VERDICT: Told = {
  text: 'Amir Sadrpour was sentenced to 15 years.\n',
  claims: [{ kind: 'sentence', words: 'Amir Sadrpour was sentenced to 15 years', roles: { target: ['Amir Sadrpour'] } }],
};
const APPEAL: Told = {
  text: 'Sadrpour’s sentence was raised to 18 years.\n',
  claims: [{ kind: 'appeal', words: 'Sadrpour’s sentence was raised to 18 years', roles: { target: ['Amir Sadr-Pour'] } }],
};
const RALLY: Told = {
  text: 'The teacher Amir Sadrpour spoke in Holmvik.\n',
  claims: [{ kind: 'statement', words: 'The teacher Amir Sadrpour spoke', roles: { actor: ['Amir Sadrpour'], place: ['Holmvik'] } }],
};

/** The three, and the ids of the Sadrpour of each. */
async function threeMen() {
  const { casebook, claims } = await story([VERDICT, APPEAL, RALLY]);
  const found = await entities(casebook, 'Sadrpour');
  const views = await Promise.all([...found, ...(await entities(casebook, 'Sadr-Pour'))].map(({ id }) => entity(casebook, id)));
  const of = (n: number): string => views.find(({ names }) => names[0]?.document === claims[n]?.document)?.id ?? '';
  return { casebook, claims, verdict: of(0), appeal: of(1), rally: of(2) };
}

async function everything(folder: string): Promise<string> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((file) => file.isFile());
  return (await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'latin1')))).join('\n');
}

describe('names', () => {
  it('of several documents stay apart, however alike, until a person says that they are one', async () => {
    const { casebook, verdict, appeal } = await threeMen();
    expect((await entities(casebook)).map(({ documents }) => documents)).toEqual([1, 1, 1, 1]);
    expect((await pairs(casebook, 100, null)).pairs).toHaveLength(2);
    const [made] = await judge(casebook, [verdict, appeal], 'same', 'same accused, same case');
    expect(made).toMatchObject({ judgement: 'same', by: 'Mina Farhadi', reason: 'same accused, same case', undone: false });
    expect(made?.grounds?.rule).toMatch(/^names@/);
    const joined = await entity(casebook, appeal);
    // Either name leads to the one entity, and each claim keeps the name that it was made with.
    expect((await entity(casebook, verdict)).id).toBe(joined.id);
    expect(joined.labels).toEqual(['Amir Sadr-Pour', 'Amir Sadrpour']);
    expect(joined.mentions.map(({ roles }) => roles.target)).toEqual([['Amir Sadrpour'], ['Amir Sadr-Pour']]);
  });

  it('that were judged different cannot be joined by any chain, and the way is shown', async () => {
    const { casebook, verdict, appeal, rally } = await threeMen();
    await judge(casebook, [verdict, appeal], 'same', null);
    const [apart] = await judge(casebook, [appeal, rally], 'different', 'the one is a teacher in Holmvik');
    await expect(judge(casebook, [verdict, rally], 'same', null)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining(`“Amir Sadr-Pour” and “Amir Sadrpour”: different, by Mina Farhadi (${apart?.entry})`) as unknown,
    });
    await expect(judge(casebook, [verdict, rally], 'different', ' ')).rejects.toMatchObject({ code: 'bad-usage' });
    expect((await pairs(casebook, 100, null)).pairs).toEqual([]);
  });

  it('held together by a chain cannot be judged different before the chain is taken back', async () => {
    const { casebook, verdict, appeal, rally } = await threeMen();
    await judge(casebook, [verdict, appeal], 'same', null);
    const [last] = await judge(casebook, [appeal, rally], 'same', null);
    expect((await entity(casebook, rally)).weak).toHaveLength(2);
    await expect(judge(casebook, [verdict, rally], 'different', 'two men')).rejects.toMatchObject({ code: 'conflict' });
    await undoJudgement(casebook, last?.entry ?? '', 'a teacher in Holmvik');
    expect(await judge(casebook, [verdict, rally], 'different', 'two men')).toMatchObject([{ judgement: 'different' }]);
    expect((await entity(casebook, rally)).judgements.map(({ judgement, undone }) => [judgement, undone])).toEqual([
      ['same', true],
      ['different', false],
    ]);
  });

  it('that somebody was unsure about are still asked about, and say so', async () => {
    const { casebook, verdict, rally } = await threeMen();
    const {
      pairs: [asked],
    } = await pairs(casebook, 100, null);
    expect(asked?.judged).toBeNull();
    await judge(casebook, [verdict, rally], 'unsure', null);
    const { rivals } = await entity(casebook, verdict);
    expect(rivals.find(({ left, right }) => [left.id, right.id].includes(rally))?.judged).toBe('unsure');
  });

  it('come to the same after a rebuild, and after a claim was taken back and recorded again', async () => {
    const { casebook, claims, verdict, appeal } = await threeMen();
    await judge(casebook, [verdict, appeal], 'same', null);
    const [first] = claims;
    if (!first) throw new Error('no claim');
    await undo(casebook, [first.id], null);
    expect((await entity(casebook, appeal)).labels).toEqual(['Amir Sadr-Pour']);
    await recordClaim(casebook, first.document, contentOf(first));
    expect((await entity(casebook, appeal)).labels).toEqual(['Amir Sadr-Pour', 'Amir Sadrpour']);
    const before = await entities(casebook);
    await casebook.rebuild();
    expect(await entities(casebook)).toEqual(before);
  });

  it('are gone with the document that was erased, from judgements about them too', async () => {
    const { casebook, claims, verdict, rally } = await threeMen();
    await judge(casebook, [verdict, rally], 'same', 'so Bahram Nadimi told me');
    expect((await everything(casebook.folder)).includes('Bahram Nadimi')).toBe(true);
    await erase(casebook, claims[2]?.document ?? '', 'court order 12/2026');
    const left = await everything(casebook.folder);
    expect([left.includes('Bahram Nadimi'), left.includes('Holmvik')]).toEqual([false, false]);
    expect((await entity(casebook, verdict)).judgements).toEqual([]);
    expect((await entity(casebook, verdict)).labels).toEqual(['Amir Sadrpour']);
  });
});
