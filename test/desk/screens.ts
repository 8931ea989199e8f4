// Takes the pictures of docs/screens anew, from the documents of the demonstration: `node test/desk/screens.ts` after the desk was built; with names of
// pictures, those alone.
// The desk is looked at in both languages and both themes; names of pictures are given to those that are few enough to be kept.
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { startServer } from '../../src/http/server.ts';
import { addFiles } from '../../src/desk/add.ts';
import { Casebook, surroundings } from '../../src/desk/casebook.ts';
import { entities, entity } from '../../src/desk/entities.ts';
import { events } from '../../src/desk/events.ts';
import { markGraphic } from '../../src/desk/graphic.ts';
import { statePseudonym } from '../../src/desk/pseudonyms.ts';
import { claims, documents } from '../../src/desk/questions.ts';
import { assess, keepLabels, label } from '../../src/desk/remarks.ts';
import { decide } from '../../src/desk/review.ts';
import { sourcesPage } from '../../src/desk/source-list.ts';
import { startBrowser } from './browser.ts';
import { vigils } from './vigils.ts';
import { proceedings } from '../../src/desk/proceedings-around.ts';

const DEMO = fileURLToPath(new URL('../../demo/', import.meta.url));
/** Documents of the demonstration of which some is recorded, by the beginning of their names. */
const REVIEWED = ['08-', '10-', '11-', '14-', '15-'];
const FOLDER = fileURLToPath(new URL('../../docs/screens/', import.meta.url));

type Look = 'light' | 'dark' | 'persian-light' | 'persian-dark';

/** What is done on a page before its picture is taken. */
type Scene = {
  readonly name: string;
  readonly path: string;
  readonly ready: string;
  readonly act?: (page: Page) => Promise<void>;
  readonly looks: readonly Look[];
};

const EACH: readonly Look[] = ['light', 'dark', 'persian-light', 'persian-dark'];
const opened = (key: string, ready: string) => async (page: Page) => {
  await page.keyboard.press(key);
  await page.locator(ready).first().waitFor();
};

type Shown = {
  readonly english: string;
  readonly persian: string;
  readonly pdf: string;
  readonly named: string;
  readonly event: string;
  readonly proceeding: string;
  readonly place: string;
  readonly source: string;
};

const scenes = ({ english, persian, pdf, named, event, proceeding, place, source }: Shown): readonly Scene[] => [
  { name: 'home', path: '/', ready: '.integrity-result', looks: EACH },
  { name: 'queue', path: '/queue', ready: '.queue-list .actions', looks: ['light', 'persian-dark'] },
  { name: 'reader', path: `/documents/${english}`, ready: '.card[data-selected]', looks: ['light', 'dark'] },
  { name: 'reader', path: `/documents/${persian}`, ready: '.card[data-selected]', looks: ['persian-light', 'persian-dark'] },
  {
    name: 'pages',
    path: `/documents/${pdf}?view=pages`,
    ready: '.page-mark[data-selected]',
    act: (page) => page.evaluate<void>(`document.querySelector('#page-1 img').decode()`),
    looks: ['light', 'persian-dark'],
  },
  { name: 'names', path: '/names', ready: '.pair .excerpt', looks: ['light', 'persian-dark'] },
  { name: 'name', path: `/names/${named}`, ready: '.entity .excerpt', looks: ['light'] },
  {
    name: 'pseudonym-form',
    path: `/names/${named}`,
    ready: '.name-pseudonym .actions',
    act: async (page) => {
      await page.getByRole('button', { name: 'Give it a pseudonym' }).click();
      await page.getByRole('dialog').getByRole('checkbox').first().waitFor();
    },
    looks: ['light'],
  },
  { name: 'reader-amend', path: `/documents/${english}`, ready: '.card[data-selected]', act: opened('e', '.amend'), looks: ['light'] },
  { name: 'own-claim', path: `/documents/${english}`, ready: '.card[data-selected]', act: opened('c', '.amend'), looks: ['light'] },
  { name: 'reject', path: `/documents/${english}`, ready: '.card[data-selected]', act: opened('r', '[role="dialog"]'), looks: ['light'] },
  { name: 'several', path: `/documents/${english}`, ready: '.card[data-selected]', act: opened('s', '[role="dialog"]'), looks: ['light'] },
  { name: 'custody', path: `/documents/${english}/custody`, ready: '.custody-acts', looks: ['light', 'persian-dark'] },
  {
    name: 'redact',
    path: `/documents/${english}/custody`,
    ready: '.custody-acts',
    act: async (page) => {
      await page.getByRole('button', { name: 'A copy without names' }).click();
      await page.locator('.care-form details').first().waitFor();
      await page.locator('.care-form summary').first().click();
    },
    looks: ['light'],
  },
  {
    name: 'timeline',
    path: '/timeline',
    ready: '.drawing-hand',
    act: async (page) => {
      await page.locator('.drawing-hand').focus();
      for (let n = 0; n < 9; n++) await page.keyboard.press('Tab');
      await page.locator('.tip-words').waitFor();
    },
    looks: ['light', 'persian-dark'],
  },
  {
    name: 'timeline-near',
    path: '/timeline?span=2017-06-01/2021-12-31&said=1',
    ready: '.drawing-hand',
    act: async (page) => {
      await page.locator('.drawing-hand').focus();
      for (let n = 0; n < 3; n++) await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.locator('.drawing-chosen .excerpt').waitFor();
    },
    looks: ['dark', 'persian-light'],
  },
  { name: 'matrix', path: '/matrix', ready: '.matrix', looks: ['light', 'persian-dark'] },
  { name: 'matrix-cell', path: '/matrix', ready: '.matrix', act: (page) => page.locator('.matrix td .cell').first().click(), looks: ['light'] },
  { name: 'events', path: '/events', ready: '.record-rows li', looks: ['light'] },
  { name: 'event', path: `/events/${event}`, ready: '.side-by-side', looks: ['light', 'persian-dark'] },
  { name: 'proceeding', path: `/proceedings/${proceeding}`, ready: '.ladder li', looks: ['light', 'persian-dark'] },
  { name: 'place', path: `/names/${place}`, ready: '.told-there, .told-held', looks: ['light', 'persian-dark'] },
  { name: 'sources', path: '/sources', ready: '.documents tbody tr', looks: ['light', 'persian-dark'] },
  { name: 'source', path: `/sources/${source}`, ready: '.brought li', looks: ['light', 'persian-dark'] },
  { name: 'about', path: `/documents/${english}/about`, ready: '.happenings', looks: ['light', 'persian-dark'] },
  { name: 'elements', path: '/elements', ready: '.elements-table', looks: ['light', 'persian-dark'] },
  { name: 'contradictions', path: '/contradictions', ready: '.page-head h1', looks: ['light'] },
  { name: 'gaps', path: '/gaps', ready: '.record-rows li', looks: ['light', 'persian-dark'] },
  { name: 'network', path: '/network', ready: '.network-drawing canvas', looks: ['light', 'persian-dark'] },
  { name: 'copies', path: '/copies', ready: '.page-head h1', looks: ['light', 'persian-dark'] },
  { name: 'search', path: '/search?query=prison', ready: '.facets', looks: ['light', 'persian-dark'] },
  { name: 'clocks', path: '/timeline?said-by=2021', ready: '.slider', looks: ['light', 'persian-dark'] },
  { name: 'integrity', path: '/integrity', ready: '.checks', looks: ['light', 'persian-dark'] },
  {
    name: 'find',
    path: '/',
    ready: '.documents',
    act: async (page) => {
      await page.keyboard.press('Control+K');
      await page.getByRole('dialog').locator('input').fill('prison');
      await page.locator('.found [role="menuitem"]').nth(2).waitFor();
    },
    looks: ['light'],
  },
];

/** After the pages of a document were marked. */
const markedScenes = ({ pdf }: Shown): readonly Scene[] => [
  { name: 'graphic', path: `/documents/${pdf}?view=pages`, ready: '.media-cover', looks: ['light', 'persian-dark'] },
];

/** After somebody was given a pseudonym: the last ones, as it is seen everywhere. */
const coveredScenes = ({ named, telling }: Shown & { readonly telling: string }): readonly Scene[] => [
  { name: 'pseudonym', path: `/names/${named}`, ready: '.name-pseudonym .actions', looks: ['light', 'persian-dark'] },
  { name: 'veiled', path: `/documents/${telling}`, ready: '.card[data-selected]', looks: ['light', 'persian-dark'] },
];

async function take(page: Page, origin: string, { name, path, ready, act, looks }: Scene): Promise<void> {
  for (const look of looks) {
    const [tongue, theme] = look.startsWith('persian-') ? ['fa', look.slice('persian-'.length)] : ['en', look];
    await page.evaluate(`localStorage.setItem('onrecord.preferences', 'tongue=${tongue}&theme=${theme}')`);
    await page.goto(origin + path);
    await page.locator(ready).first().waitFor();
    await act?.(page);
    await page.evaluate('document.fonts.ready');
    await page.waitForTimeout(400);
    await page.screenshot({ path: `${FOLDER}${name}-${look}.png` });
    process.stdout.write(`${name}-${look}.png\n`);
  }
}

/** The demonstration with some of it reviewed, in a folder of its own: nobody's own casebook is touched. */
async function reviewedDemonstration(folder: string): Promise<Casebook> {
  const casebook = await Casebook.create(join(folder, 'casebook'), 'Demonstration (all invented)', surroundings('Mina Farhadi'));
  const names = (await readdir(DEMO)).filter((name) => !name.endsWith('.md')).toSorted();
  const paths = names.map((name) => join(DEMO, name));
  await Array.fromAsync(addFiles(casebook, paths, { method: 'written for the demonstration; all invented' }, new AbortController().signal));
  for (const { id, name } of await documents(casebook)) {
    if (!REVIEWED.some((begin) => name.startsWith(begin))) continue;
    const ids = (await claims(casebook, { document: id, status: 'suggested' })).map((claim) => claim.id);
    await decide(casebook, 'accept', ids.slice(0, 6), null);
    if (ids.length > 6) await decide(casebook, 'reject', ids.slice(6, 7), 'The words do not say this');
  }
  return casebook;
}

/** What the team says of a source, and of a claim by a list of elements of its own. */
async function saidByTheTeam(casebook: Casebook, source: string, claim: string): Promise<void> {
  await assess(casebook, [source], 'likely reliable', 'names its sources, and puts right what it got wrong');
  const list = 'murder as a crime against humanity';
  const labels = [
    { label: 'killed', about: 'the perpetrator killed one or more people' },
    { label: 'attack', about: 'part of a widespread or systematic attack on civilians' },
    { label: 'knowledge', about: 'the perpetrator knew of the attack' },
  ];
  await keepLabels(casebook, { list, labels });
  await label(casebook, [claim], 'killed', list, 'the court names them');
}

/** The map is of a casebook of its own. */
async function takeMap(folder: string, page: Page): Promise<void> {
  const casebook = await vigils(folder);
  const server = await startServer(casebook, 0);
  await page.goto(server.link);
  await page.locator('.documents').waitFor();
  await take(page, `http://127.0.0.1:${server.port}`, {
    name: 'map',
    path: '/map?recorded=1&place=g2988507',
    ready: '.map-claims .excerpt',
    looks: ['light', 'dark', 'persian-dark'],
  });
  await server.close();
  await casebook.close();
}

const folder = await mkdtemp(join(tmpdir(), 'onrecord-screens-'));
const casebook = await reviewedDemonstration(folder);
const server = await startServer(casebook, 0);
const browser = await startBrowser();
try {
  await mkdir(FOLDER, { recursive: true });
  const page = await browser.context.newPage();
  await page.goto(server.link);
  await page.locator('.documents').waitFor();
  const rows = await documents(casebook);
  const ofName = (begin: string): string => rows.find(({ name }) => name.startsWith(begin))?.id ?? '';
  const named = (await entities(casebook)).find(({ labels }) => labels.some((each) => each.includes('Sohrab')))?.id ?? '';
  const happenings = await events(casebook, { status: 'recorded' });
  const event = happenings.toSorted((a, b) => b.claims.length - a.claims.length)[0]?.id ?? '';
  const proceeding = (await proceedings(casebook, {})).toSorted((a, b) => b.steps.length - a.steps.length)[0]?.id ?? '';
  const place = (await entities(casebook)).find(({ sort }) => sort === 'place')?.id ?? '';
  const source = (await sourcesPage(casebook, null)).sources.find(({ sort }) => sort === 'publisher')?.id ?? '';
  await saidByTheTeam(casebook, source, happenings[0]?.claims[0]?.id ?? '');
  const wanted = process.argv.slice(2);
  const takeAll = async (all: readonly Scene[]): Promise<void> => {
    for (const scene of all) if (wanted.length === 0 || wanted.includes(scene.name)) await take(page, `http://127.0.0.1:${server.port}`, scene);
  };
  const shown = { english: ofName('14-'), persian: ofName('10-'), pdf: ofName('20-'), named, event, proceeding, place, source };
  await takeAll(scenes(shown));
  await markGraphic(casebook, shown.pdf, true, 'shows injuries');
  await takeAll(markedScenes(shown));
  await statePseudonym(casebook, named, { pseudonym: 'Witness A' }, 'the family was threatened');
  await takeAll(coveredScenes({ ...shown, telling: (await entity(casebook, named)).names[0]?.document ?? '' }));
  if (wanted.length === 0 || wanted.includes('map')) await takeMap(folder, page);
} finally {
  await browser.close();
  await server.close();
  await casebook.close();
  await rm(folder, { recursive: true, force: true });
}
