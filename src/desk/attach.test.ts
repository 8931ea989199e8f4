// Transcripts, translations and descriptions: no second source, as careful as their original, and taken back with no trace in any count.
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { wav } from '../reading/media/media-files.test-data.ts';
import { addFiles } from './add.ts';
import { attach, attachedTo, detach, translatedClaim, translationAligned, type Making } from './attach.ts';
import { stateCare } from './care.ts';
import type { Casebook } from './casebook.ts';
import { recordClaim } from './claim-new.ts';
import { erase } from './erase.ts';
import { exportBundle } from './export.ts';
import { judge } from './judge.ts';
import { event } from './events.ts';
import { documents, documentView } from './questions.ts';
import { findQuote } from './quoted.ts';
import { undoJudgement } from './judge.ts';
import { story, type Told } from './story.test-data.ts';

const PERSIAN = 'خبر تیرگان\n\nنوید گلزاری در ۱۴ آبان ۱۳۹۷ در تیرگان کشته شد.\n\nدادگاهی تشکیل نشد.\n';
const ENGLISH = 'News of Tirgan\n\nNavid Golzari was killed at Tirgan on 5 November 2018.\n\nNo court met.\n';
const killed = (words: string) => [{ kind: 'killing' as const, words, roles: { target: ['Navid Golzari'] }, time: { text: '2018', edtf: '2018' } }];
const BOTH: readonly Told[] = [
  { text: PERSIAN, publisher: 'Sepid Radio', claims: killed('نوید گلزاری در ۱۴ آبان ۱۳۹۷ در تیرگان کشته شد') },
  { text: ENGLISH, publisher: 'Holmvik Posten', claims: [] },
];
const KILLED = {
  kind: 'killing' as const,
  quote: findQuote(ENGLISH, 'Navid Golzari was killed'),
  roles: {},
  time: null,
  modality: 'asserted' as const,
  saidBy: [],
};
const BY_SARA: Making = { as: 'translation', madeBy: 'Sara Mohebbi', maker: 'person', method: null };

async function translated(told: readonly Told[] = BOTH) {
  const { casebook, claims } = await story(told);
  const [original, translation] = (await documents(casebook)).map(({ id }) => id);
  if (original === undefined || translation === undefined) throw new Error('two documents are told');
  return { casebook, claims, original, translation };
}

const waiting = async (casebook: Casebook, id: string): Promise<number> => (await documentView(casebook, id)).counts.suggested;

it('a translation names who made it, stands beside its original, and shows what it has for the words of a claim', async () => {
  const { casebook, claims, original, translation } = await translated();
  const row = await attach(casebook, translation, original, BY_SARA);
  expect(row).toMatchObject({
    as: 'translation',
    madeBy: 'Sara Mohebbi',
    maker: 'person',
    by: 'Mina Farhadi',
    what: { id: translation },
    of: { id: original },
  });
  expect(await translationAligned(casebook, translation)).toMatchObject({ exact: true, pairs: { length: 3 }, original: PERSIAN, translation: ENGLISH });
  expect(await translatedClaim(casebook, claims[0]?.id ?? '')).toMatchObject([
    { words: 'Navid Golzari was killed at Tirgan on 5 November 2018.', exact: true, row: { madeBy: 'Sara Mohebbi' } },
  ]);
  expect((await documentView(casebook, original)).attached).toEqual([row]);
  expect((await documents(casebook))[1]).toMatchObject({ attachedTo: { as: 'translation', id: original } });
});

it('no claims are proposed of a translation, nor made in its words; taken back, they are again', async () => {
  const { casebook, original, translation } = await translated();
  const before = await waiting(casebook, translation);
  expect(before).toBeGreaterThan(0);
  const { entry } = await attach(casebook, translation, original, BY_SARA);
  expect(await waiting(casebook, translation)).toBe(0);
  await expect(recordClaim(casebook, translation, KILLED)).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('translation') });
  await detach(casebook, entry, 'another text');
  expect(await waiting(casebook, translation)).toBe(before);
  expect(await attachedTo(casebook, original)).toEqual([]);
  expect((await recordClaim(casebook, translation, KILLED)).status).toBe('recorded');
});

it('claims of a document and of its translation are of one origin, in one document, whatever anybody judges', async () => {
  const { casebook, claims, original, translation } = await translated([BOTH[0] as Told, { ...(BOTH[1] as Told), claims: killed('Navid Golzari was killed') }]);
  const ids = claims.map(({ id }) => id);
  await judge(casebook, ids, 'same', 'one killing');
  const [apart] = await judge(casebook, [original, translation], 'different', 'two newspapers');
  const eventOf = () => event(casebook, `ev_${(ids[0] ?? '').slice(2)}`);
  expect((await eventOf()).origins).toMatchObject({ documents: 2, origins: { length: 2 }, independence: 'known' });
  await attach(casebook, translation, original, BY_SARA);
  expect((await eventOf()).origins).toMatchObject({ documents: 1, origins: { length: 1 }, independence: 'one origin' });
  expect((await eventOf()).origins.origins[0]?.why).toContainEqual(expect.stringContaining('is a translation of'));
  await undoJudgement(casebook, apart?.entry ?? '', null);
});

it('a document is attached to one thing, and nothing is made of itself', async () => {
  const { casebook, original, translation } = await translated();
  await expect(attach(casebook, translation, original, { ...BY_SARA, madeBy: ' ' })).rejects.toMatchObject({ code: 'bad-usage' });
  await expect(attach(casebook, translation, translation, BY_SARA)).rejects.toMatchObject({ code: 'bad-usage' });
  const { entry } = await attach(casebook, translation, original, BY_SARA);
  await expect(attach(casebook, translation, original, BY_SARA)).rejects.toMatchObject({ code: 'conflict', hint: expect.stringContaining(entry) });
  await expect(attach(casebook, original, translation, BY_SARA)).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('circle') });
});

it('a transcript of a hidden sound is hidden, in the desk and in what goes out, and a translator is named to nobody outside unasked', async () => {
  const { casebook, claims, original, translation } = await translated();
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-attach-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const bundled = async (name: string, people: boolean) => {
    await exportBundle(casebook, join(folder, name), { disclosure: { most: 'public', people }, choice: null, purpose: null });
    const files = await readdir(join(folder, name), { recursive: true, withFileTypes: true });
    return {
      originals: files.filter((file) => file.parentPath.endsWith('originals')).length,
      texts: files.filter((file) => file.parentPath.endsWith('texts')).length,
    };
  };
  await attach(casebook, translation, original, BY_SARA);
  const all = await bundled('open', false);
  expect(all).toEqual({ originals: 2, texts: 2 });
  const payloads = async (name: string) => (await readdir(join(folder, name, 'data/payloads'))).length;
  await bundled('named', true);
  expect(await payloads('named')).toBeGreaterThan(await payloads('open'));
  expect(await stateCare(casebook, original, { sensitivity: 'hidden' }, 'a witness speaks')).toMatchObject({ made: { length: 1 } });
  expect((await documentView(casebook, translation)).sensitivity).toBe('hidden');
  expect(await bundled('careful', false)).toEqual({ originals: 0, texts: 0 });
  expect(claims).toHaveLength(1);
});

it('an original is not erased before it is said what becomes of its translation; one that is kept stays as sensitive as it was', async () => {
  const { casebook, original, translation } = await translated();
  await attach(casebook, translation, original, BY_SARA);
  await stateCare(casebook, original, { sensitivity: 'restricted' }, 'a witness speaks');
  await expect(erase(casebook, original, 'asked for')).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining(translation) });
  await erase(casebook, original, 'asked for', { container: false, parts: 'keep' });
  expect(await documentView(casebook, translation)).toMatchObject({ sensitivity: 'restricted', attached: [] });
  const other = await translated();
  await attach(other.casebook, other.translation, other.original, BY_SARA);
  expect((await erase(other.casebook, other.original, 'asked for', { container: false, parts: 'erase' })).goes).toHaveLength(2);
});

it('erasing a translation leaves its original, and nothing that says it had one', async () => {
  const { casebook, original, translation } = await translated();
  await attach(casebook, translation, original, BY_SARA);
  await erase(casebook, translation, 'asked for');
  expect(await documentView(casebook, original)).toMatchObject({ attached: [], counts: { recorded: 1 } });
});

it('a description makes a sound without words one that claims can be made about, in the description’s words', async () => {
  const { casebook } = await translated();
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-attach-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, 'call.wav'), wav(1));
  const [sound] = await Array.fromAsync(addFiles(casebook, [join(folder, 'call.wav')], {}, new AbortController().signal));
  const [, words] = (await documents(casebook)).map(({ id }) => id);
  await attach(casebook, words ?? '', sound?.id ?? '', { as: 'transcript', madeBy: 'whisper large-v3', maker: 'engine', method: 'not looked over' });
  expect((await recordClaim(casebook, words ?? '', KILLED)).status).toBe('recorded');
});
