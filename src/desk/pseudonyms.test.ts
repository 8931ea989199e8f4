// Pseudonyms and marks, as acts of the log.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attach } from './attach.ts';
import type { Casebook } from './casebook.ts';
import { digestViews } from '../views/digest-views.ts';
import { entities } from './entities.ts';
import { erase } from './erase.ts';
import { exportBundle } from './export.ts';
import { markGraphic, noteUncovering } from './graphic.ts';
import { judge, undoJudgement } from './judge.ts';
import { askForName, proposePseudonym, statePseudonym, takePseudonymBack, veiledNames } from './pseudonyms.ts';
import { custody, documents, documentView } from './questions.ts';
import { story, type Told } from './story.test-data.ts';

const BEATEN: Told = {
  text: 'Guards beat Homayun Rastegar. Witness B saw it.',
  claims: [{ kind: 'torture', words: 'Guards beat Homayun Rastegar', roles: { target: ['Homayun Rastegar'] } }],
};
const SPOKE: Told = {
  text: 'Sara Rastegar spoke.',
  claims: [{ kind: 'statement', words: 'Sara Rastegar spoke', roles: { actor: ['Sara Rastegar'] } }],
};

async function nameId(casebook: Casebook, label: string): Promise<string> {
  const found = (await entities(casebook)).find(({ labels }) => labels.includes(label));
  if (!found) throw new Error(`nobody is named ${label}`);
  return found.id;
}

async function twoNames() {
  const { casebook, claims } = await story([BEATEN, SPOKE]);
  return { casebook, claims, him: await nameId(casebook, 'Homayun Rastegar'), her: await nameId(casebook, 'Sara Rastegar') };
}

describe('a pseudonym', () => {
  it('is proposed as a number that no other ever had, and spares the words of the name that others have', async () => {
    const { casebook, him, her } = await twoNames();
    const words = [{ word: 'homayun', others: false }, { word: 'rastegar', others: true }]; // prettier-ignore
    expect(await proposePseudonym(casebook, him)).toEqual({ pseudonym: 'protected person 1', words });
    await statePseudonym(casebook, him, { pseudonym: 'protected person 1' }, 'asked for');
    expect(await veiledNames(casebook)).toMatchObject([{ pseudonym: 'protected person 1', spared: ['rastegar'] }]);
    await takePseudonymBack(casebook, him, 'no longer');
    expect(await veiledNames(casebook)).toEqual([]);
    expect(await proposePseudonym(casebook, her)).toMatchObject({ pseudonym: 'protected person 2' });
  });

  it('is refused where it tells something of the name, is another’s, is what documents say, or has no reason', async () => {
    const { casebook, him, her } = await twoNames();
    const give = (id: string, pseudonym: string, reason: string | null = 'asked for') => statePseudonym(casebook, id, { pseudonym }, reason);
    for (const bad of ['', ' ', '…', 'Rastegar’s brother', 'homáyun', '████'])
      expect([bad, await give(him, bad).catch(({ code }: { code: string }) => code)]).toEqual([bad, 'bad-usage']);
    await expect(give(him, 'Witness A', ' ')).rejects.toMatchObject({ code: 'bad-usage' });
    await expect(give(him, 'witness b')).rejects.toMatchObject({ code: 'conflict' });
    await give(him, 'Witness A');
    await expect(give(her, 'WITNESS A ')).rejects.toMatchObject({ code: 'conflict' });
    await expect(give('n_aaaaaaaaaaaaaaaa', 'Witness C')).rejects.toMatchObject({ code: 'not-found' });
    await expect(askForName(casebook, her, 'why not')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('of two that are joined later is the first one’s, and each has its own again when they are parted', async () => {
    const { casebook, him, her } = await twoNames();
    await statePseudonym(casebook, him, { pseudonym: 'Witness A' }, 'asked for');
    await statePseudonym(casebook, her, { pseudonym: 'Witness C' }, 'asked for');
    const shown = async () => (await veiledNames(casebook)).map(({ pseudonym, words }) => [pseudonym, words.toSorted()]);
    const [judgement] = await judge(casebook, [him, her], 'same', 'a slip of the pen');
    expect(await shown()).toEqual([['Witness A', ['Homayun Rastegar', 'Sara Rastegar']]]);
    await undoJudgement(casebook, judgement?.entry ?? '', 'two after all');
    expect(await shown()).toEqual([
      ['Witness A', ['Homayun Rastegar']],
      ['Witness C', ['Sara Rastegar']],
    ]);
  });

  it('and who asked go out with no bundle, and go when the document is erased; folded again, the views are the same', async () => {
    const { casebook, claims, him } = await twoNames();
    await statePseudonym(casebook, him, { pseudonym: 'Witness A' }, 'threatened in Holmvik');
    await askForName(casebook, him, 'the court of Torvik asked');
    const [before, out] = [await digestViews(casebook.store.reads), join(casebook.folder, '..', 'out')];
    await casebook.rebuild();
    expect(await digestViews(casebook.store.reads)).toEqual(before);
    await exportBundle(casebook, out, { disclosure: { most: 'hidden', people: true }, choice: null, purpose: null });
    const files = (await readdir(out, { recursive: true, withFileTypes: true })).filter((file) => file.isFile());
    const all = (await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'utf8')))).join('\n');
    expect(all).toContain('Homayun Rastegar');
    expect(all).not.toMatch(/Witness A|Holmvik|Torvik/);
    await erase(casebook, claims[0]?.document ?? '', 'a court order');
    expect(await veiledNames(casebook)).toEqual([]);
    for await (const { payload } of casebook.log.entries())
      expect(payload === null ? '' : Buffer.from(payload).toString('utf8')).not.toMatch(/Witness A|Holmvik|Torvik/);
  });
});

describe('what is marked as graphic', () => {
  it('is covered with what is made of it, until it is marked otherwise', async () => {
    const { casebook } = await story([{ text: 'A film, in words.', claims: [] }, { text: 'Its description.', claims: [] }]); // prettier-ignore
    const [film, made] = (await documents(casebook)).map(({ id }) => id);
    if (film === undefined || made === undefined) throw new Error('two documents were told');
    await attach(casebook, made, film, { as: 'description', madeBy: 'Mina Farhadi', maker: 'person', method: null });
    const covers = async () => Promise.all([film, made].map(async (id) => (await documentView(casebook, id)).cover));
    expect(await covers()).toEqual(['usual', 'usual']);
    await markGraphic(casebook, film, true, 'shows bodies');
    expect(await covers()).toEqual(['marked', 'marked']);
    expect(await custody(casebook, film)).toMatchObject({ isGraphic: true });
    expect(await custody(casebook, made)).toMatchObject({ isGraphic: false });
    await markGraphic(casebook, film, false, 'it does not');
    expect(await covers()).toEqual(['usual', 'usual']);
    await expect(markGraphic(casebook, film, true, '')).rejects.toMatchObject({ code: 'bad-usage' });
  });

  it('is asked for by name: the log has who looked, once a day, and nothing of what is not graphic', async () => {
    const { casebook } = await story([{ text: 'A film, in words.', claims: [] }]);
    const [film = ''] = (await documents(casebook)).map(({ id }) => id);
    const looked = async () =>
      (await custody(casebook, film)).lines.filter(({ what }) => what === 'looked at, being graphic').map(({ step, by }) => [step, by]);
    await noteUncovering(casebook, film);
    expect(await looked()).toEqual([]);
    await markGraphic(casebook, film, true, 'shows bodies');
    await noteUncovering(casebook, film);
    await noteUncovering(casebook, film);
    expect(await looked()).toEqual([['opened', 'Mina Farhadi']]);
  });
});
