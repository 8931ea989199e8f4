// What a team says among itself stands beside the record with a name on it, can be taken back, goes where an erasure goes, and out to nobody.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { entities } from './entities.ts';
import { erase } from './erase.ts';
import { claims as listClaims } from './questions.ts';
import { assess, assign, endRemark, keepLabels, label, labelLists, note, remarks, remarksOn, sayBeing } from './remarks.ts';
import { story } from './story.test-data.ts';

const arrest = () =>
  story([
    {
      text: 'Navid Golzari was arrested at Holmvik.\n',
      claims: [{ kind: 'arrest', words: 'Navid Golzari was arrested', roles: { target: ['Navid Golzari'] } }],
    },
    { text: 'Laleh Danesh was arrested in Tirgan.\n', claims: [{ kind: 'arrest', words: 'Laleh Danesh was arrested', roles: { target: ['Laleh Danesh'] } }] },
  ]);

it('notes and labels stand on what they are made on, and a label narrows lists', async () => {
  const { casebook, claims } = await arrest();
  const [one = '', other = ''] = claims.map(({ id }) => id);
  await note(casebook, [one, other], 'ask the lawyer');
  const [urgent] = await label(casebook, [one], 'urgent', null, null);
  // Labelled again, it has the label once.
  expect(await label(casebook, [one], 'urgent', null, null)).toEqual([urgent]);
  expect((await remarksOn(casebook, [one])).map(({ sort, value }) => `${sort}: ${value}`)).toEqual(['note: ask the lawyer', 'label: urgent']);
  expect((await listClaims(casebook, { label: 'urgent' })).map(({ id }) => id)).toEqual([one]);
  await endRemark(casebook, urgent?.entry ?? '', 'taken back', 'it is not');
  expect(await listClaims(casebook, { label: 'urgent' })).toEqual([]);
  expect((await remarks(casebook, { sort: 'label', ended: true })).map(({ ended }) => [ended?.how, ended?.reason])).toEqual([['taken back', 'it is not']]);
  await expect(endRemark(casebook, urgent?.entry ?? '', 'taken back', null)).rejects.toMatchObject({ code: 'not-found' });
  await expect(note(casebook, ['s_aaaaaaaaaaaaaaaa'], 'nothing')).rejects.toMatchObject({ code: 'not-found' });
});

it('a list has the elements of a crime, and what is not of it cannot be given as its label', async () => {
  const { casebook, claims } = await arrest();
  const list = 'imprisonment as a crime against humanity';
  const labels = [
    { label: 'gravity', about: 'violates fundamental rules' },
    { label: 'attack', about: 'part of a widespread or systematic attack' },
  ];
  expect(await keepLabels(casebook, { list, labels })).toEqual([{ list, labels }]);
  await label(casebook, [claims[0]?.id ?? ''], 'attack', list, 'the third in a week');
  await expect(label(casebook, [claims[0]?.id ?? ''], 'intent', list, null)).rejects.toMatchObject({ code: 'not-found' });
  await expect(keepLabels(casebook, { list, labels: [...labels, ...labels] })).rejects.toMatchObject({ code: 'bad-usage' });
  await keepLabels(casebook, { list, labels: [] });
  expect(await labelLists(casebook)).toEqual([]);
  expect((await remarksOn(casebook, [claims[0]?.id ?? ''])).map((each) => [each.list, each.value])).toEqual([[list, 'attack']]);
});

it('somebody is asked to see to something by name, and the log names them by an id; one’s own assessment is replaced by a newer one', async () => {
  const { casebook, claims } = await arrest();
  const [asked] = await assign(casebook, [claims[0]?.id ?? ''], 'Parvin Ostovar', 'is the date right?');
  expect((await remarks(casebook, { to: 'Parvin Ostovar' })).map(({ text }) => text)).toEqual(['is the date right?']);
  await expect(endRemark(casebook, (await note(casebook, [claims[0]?.id ?? ''], 'x'))[0]?.entry ?? '', 'done', null)).rejects.toMatchObject({
    code: 'bad-usage',
  });
  await endRemark(casebook, asked?.entry ?? '', 'done', null);
  expect(await remarks(casebook, { to: 'Parvin Ostovar' })).toEqual([]);

  const source = [claims[0]?.document ?? ''];
  await expect(assess(casebook, source, 'likely reliable', ' ')).rejects.toMatchObject({ code: 'bad-usage' });
  await expect(assess(casebook, [claims[0]?.id ?? ''], 'unsure', 'why')).rejects.toMatchObject({ code: 'bad-usage' });
  await assess(casebook, source, 'likely reliable', 'saw the register');
  await assess(casebook, source, 'unsure', 'the register was a copy');
  expect((await remarksOn(casebook, source)).map(({ value, text, by }) => [value, text, by])).toEqual([['unsure', 'the register was a copy', 'Mina Farhadi']]);
});

it('what a name is of is a person’s word, theirs alone to say anew, and only of names', async () => {
  const { casebook } = await arrest();
  const [row] = await entities(casebook, 'Navid Golzari');
  await sayBeing(casebook, [row?.id ?? ''], 'place', 'by mistake');
  await sayBeing(casebook, [row?.id ?? ''], 'person', null);
  expect((await remarksOn(casebook, [row?.id ?? ''])).map(({ sort, value }) => [sort, value])).toEqual([['being', 'person']]);
  await expect(sayBeing(casebook, [row?.id ?? ''], 'saint', null)).rejects.toMatchObject({ code: 'bad-usage' });
  await expect(sayBeing(casebook, ['d_aaaaaaaaaaaaaaaa'], 'person', null)).rejects.toMatchObject({ code: 'bad-usage' });
});

it('a remark goes with what it is about, by every byte, and by itself', async () => {
  const { casebook, claims } = await arrest();
  const [one, other] = claims;
  await note(casebook, [one?.id ?? ''], 'Sohrab Tavana told me');
  await note(casebook, [`ev_${one?.id.slice(2)}`], 'Bahram Nadimi told me');
  const [own] = await note(casebook, [other?.id ?? ''], 'Taraneh Mehrabi told me');
  await erase(casebook, one?.id ?? '', 'a witness asked for it');
  await erase(casebook, own?.entry ?? '', 'a name that should not be there');
  const files = (await readdir(casebook.folder, { recursive: true, withFileTypes: true })).filter((file) => file.isFile());
  const bytes = await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'latin1')));
  expect(['Tavana', 'Nadimi', 'Mehrabi'].filter((name) => bytes.some((each) => each.includes(name)))).toEqual([]);
  expect(await remarks(casebook, { ended: true })).toEqual([]);
});
