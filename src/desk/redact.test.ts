import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Casebook } from './casebook.ts';
import { entities } from './entities.ts';
import { erase } from './erase.ts';
import { judge } from './judge.ts';
import { custody, documentView } from './questions.ts';
import { redactDocument, redactedCopy, type Asked } from './redact.ts';
import { story, type Told } from './story.test-data.ts';

const WITNESS: Told = {
  text: 'Letter from the prison\n\nGuards beat Homayun Rastegar.\n\nRastegar wrote that they beat him again.',
  published: '2022-08-10',
  claims: [{ kind: 'torture', words: 'beat Homayun Rastegar', roles: { target: ['Homayun Rastegar'] } }],
};
const PERSIAN: Told = {
  text: 'همایون رستگار آزاد شد.',
  claims: [{ kind: 'release', words: 'همایون رستگار آزاد شد', roles: { target: ['همایون رستگار'] } }],
};

const NOTHING: Asked = { words: [], claims: [], names: [], keep: [] };
const file = (casebook: Casebook, name: string): string => join(dirname(casebook.folder), name);
const make = (casebook: Casebook, id: string, asked: Partial<Asked>, out = 'copy.txt', reason = 'a witness at risk') =>
  redactDocument(casebook, id, { ...NOTHING, ...asked }, file(casebook, out), reason);

describe('redaction', () => {
  it('writes a copy without the words, leaves the original, and shows in custody what was done and nothing of what was taken out', async () => {
    const { casebook, claims } = await story([WITNESS]);
    const id = claims[0]?.document ?? '';
    const made = await make(casebook, id, { words: ['Homayun Rastegar', 'Rastegar'], keep: ['published'] });
    const copy = await readFile(file(casebook, 'copy.txt'), 'utf8');
    expect(copy).toContain('published: 2022-08-10\n\nLetter from the prison\n\nGuards beat [redacted].\n\n[redacted] wrote');
    expect((await documentView(casebook, id)).text).toBe(WITNESS.text);
    const { lines } = await custody(casebook, id);
    expect(lines.filter(({ step }) => step === 'redacted')).toMatchObject([{ by: 'Mina Farhadi', what: `copied with 2 passages taken out: ${made.digest}` }]);
    const { payload } = (await Array.fromAsync(casebook.log.entries())).at(-1) ?? {};
    expect(JSON.parse(Buffer.from(payload ?? []).toString('utf8'))).toEqual({
      document: id,
      passages: 2,
      digest: made.digest,
      kept: ['published'],
      reason: 'a witness at risk',
    });
  });

  it('gives the copy to be kept elsewhere, writes no file, and the log has it all the same', async () => {
    const { casebook, claims } = await story([WITNESS]);
    const id = claims[0]?.document ?? '';
    const asked = { ...NOTHING, words: ['Homayun Rastegar', 'Rastegar'] };
    const before = await readdir(dirname(casebook.folder));
    const { file: copy, name, passages, digest } = await redactedCopy(casebook, id, asked, 'text', 'a witness at risk');
    expect(copy).toContain('Guards beat [redacted].');
    expect({ name, passages, digest }).toEqual({ name: 'redacted-copy.txt', passages: 2, digest: createHash('sha256').update(copy).digest('hex') });
    expect(await readdir(dirname(casebook.folder))).toEqual(before);
    expect((await custody(casebook, id)).lines.at(-1)?.what).toContain(digest);
    await expect(redactedCopy(casebook, id, { ...asked, words: ['nobody'] }, 'text', 'at risk')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('takes out the passage of a claim, and a name in every form that joined names have; it tells which parts of it are left', async () => {
    const { casebook, claims } = await story([WITNESS, PERSIAN]);
    const [latin, persian] = (await entities(casebook)).toSorted((a, b) => (a.label < b.label ? -1 : 1));
    await judge(casebook, [latin?.id ?? '', persian?.id ?? ''], 'same', 'his letter says so');
    const [first, second] = claims;
    expect(await make(casebook, first?.document ?? '', { names: [persian?.id ?? ''] })).toMatchObject({
      passages: 1,
      parts: [{ word: 'rastegar', places: 1 }],
    });
    expect(await make(casebook, second?.document ?? '', { names: [latin?.id ?? ''] }, 'second.html')).toMatchObject({ passages: 1, parts: [] });
    await make(casebook, first?.document ?? '', { claims: [first?.id ?? ''] }, 'third.txt');
    expect(await readFile(file(casebook, 'third.txt'), 'utf8')).toContain('Guards [redacted].');
  });

  it.each([
    ['what is to go is no word of the text', { words: ['Rasteg'] }, 'copy.txt', 'at risk'],
    ['the reason tells it', { words: ['Rastegar'] }, 'copy.txt', 'Rastegar is at risk'],
    ['the name of the file tells it', { words: ['Rastegar'] }, 'rastegar.txt', 'at risk'],
    ['nothing is to go', {}, 'copy.txt', 'at risk'],
  ])('writes and records nothing where %s', async (_, asked, out, reason) => {
    const { casebook, claims } = await story([WITNESS]);
    const { size } = await casebook.log.head();
    await expect(make(casebook, claims[0]?.document ?? '', asked, out, reason)).rejects.toMatchObject({ code: expect.any(String) });
    expect((await casebook.log.head()).size).toBe(size);
    expect((await readdir(dirname(casebook.folder))).filter((name) => name.includes('.txt') && !name.startsWith('document-'))).toEqual([]);
  });

  it('never writes over a file', async () => {
    const { casebook, claims } = await story([WITNESS]);
    await make(casebook, claims[0]?.document ?? '', { words: ['Homayun'] });
    await expect(make(casebook, claims[0]?.document ?? '', { words: ['prison'] })).rejects.toMatchObject({ code: 'conflict' });
    expect(existsSync(file(casebook, 'copy.txt.unfinished'))).toBe(false);
  });

  it('is named as beyond reach when its document is erased, and forgotten with it', async () => {
    const { casebook, claims } = await story([WITNESS, PERSIAN]);
    const made = await make(casebook, claims[0]?.document ?? '', { words: ['Homayun'] });
    await make(casebook, claims[1]?.document ?? '', { words: ['همایون'] }, 'second.txt');
    const { beyondReach } = await erase(casebook, claims[0]?.document ?? '', 'a court order');
    expect(beyondReach).toMatchObject([{ format: 'redacted copy', digest: made.digest }]);
    const left = await casebook.store.reads.selectFrom('exported').select('digest').execute();
    expect(left.map(({ digest }) => digest)).not.toContain(made.digest);
  });
});
