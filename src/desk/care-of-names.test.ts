// Care for whom documents name: nothing of a hidden name leaves, wherever it stands.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyBundle } from '../exchange/verify-bundle.ts';
import { stateCare } from './care.ts';
import type { Casebook } from './casebook.ts';
import { checkCasebook } from './check.ts';
import { entities, entity } from './entities.ts';
import { erase } from './erase.ts';
import { exportBundle } from './export.ts';
import { judge } from './judge.ts';
import { undo } from './review.ts';
import { story, type Told } from './story.test-data.ts';

const READER = { held: [], policy: null, authorities: null, key: null };

const WITNESS: Told = {
  text: 'Guards beat Homayun Rastegar at Sangtarash prison.',
  claims: [{ kind: 'torture', words: 'beat Homayun Rastegar', roles: { target: ['Homayun Rastegar'] } }],
};
const PROTEST: Told = {
  text: 'Students of Norvale marched on Friday.',
  claims: [{ kind: 'protest', words: 'Students of Norvale marched', roles: { actor: ['Students of Norvale'] } }],
};

const out = (casebook: Casebook): string => join(casebook.folder, '..', 'out');

const hand = (casebook: Casebook, most: 'public' | 'restricted' | 'hidden' = 'public', purpose: string | null = null) =>
  exportBundle(casebook, out(casebook), { disclosure: { most, people: true }, choice: null, purpose });

async function everything(casebook: Casebook): Promise<string> {
  const files = (await readdir(out(casebook), { recursive: true, withFileTypes: true })).filter((file) => file.isFile());
  return (await Promise.all(files.map(async (file) => `${file.name}\n${await readFile(join(file.parentPath, file.name), 'utf8')}`))).join('\n');
}

async function nameId(casebook: Casebook, label: string): Promise<string> {
  const found = (await entities(casebook)).find(({ labels }) => labels.includes(label));
  if (!found) throw new Error(`nobody is named ${label}`);
  return found.id;
}

describe('what is said of a name', () => {
  it('keeps back every document that names it, or only bears its words, and counts them', async () => {
    const { casebook } = await story([WITNESS, PROTEST, { text: 'A list: homayun\nRASTEGAR, and others.', claims: [] }]);
    await stateCare(casebook, await nameId(casebook, 'Homayun Rastegar'), { sensitivity: 'hidden' }, 'Homayun Rastegar was threatened');
    expect(await hand(casebook)).toMatchObject({ withheld: 2, originals: { length: 1 } });
    const all = await everything(casebook);
    expect(all).toContain('Students of Norvale');
    expect(all.toLowerCase()).not.toContain('rastegar');
    expect(await verifyBundle(out(casebook), READER)).toMatchObject({ ok: true });
  });

  it('holds for all names that people joined with it, in other scripts too, until they are parted', async () => {
    const told: readonly Told[] = [
      WITNESS,
      { text: 'همایون رستگار آزاد شد.', claims: [{ kind: 'release', words: 'همایون رستگار آزاد شد', roles: { target: ['همایون رستگار'] } }] },
      { text: 'می‌گویند همايون رستگار کجاست؟', claims: [] },
    ];
    const { casebook } = await story(told);
    const [latin, persian] = [await nameId(casebook, 'Homayun Rastegar'), await nameId(casebook, 'همایون رستگار')];
    await stateCare(casebook, latin, { sensitivity: 'restricted' }, 'asked for');
    await judge(casebook, [latin, persian], 'same', 'his letter says so');
    expect(await hand(casebook)).toMatchObject({ withheld: 3 });
    expect(await everything(casebook)).not.toMatch(/رستگار|Rastegar/);
    expect((await entity(casebook, persian)).care).toMatchObject([{ name: latin, sensitivity: 'restricted' }]);
  });

  it('lets it go out where that was asked for, with its purposes', async () => {
    const { casebook } = await story([WITNESS]);
    await stateCare(casebook, await nameId(casebook, 'Homayun Rastegar'), { sensitivity: 'restricted', purpose: 'the court alone' }, 'asked for');
    await expect(hand(casebook, 'restricted')).rejects.toMatchObject({ code: 'bad-usage' });
    expect(await hand(casebook, 'restricted', 'for the court')).toMatchObject({ withheld: 0, purposes: ['the court alone'] });
  });

  it('is over with its consent, which `check` says', async () => {
    const { casebook } = await story([WITNESS]);
    const id = await nameId(casebook, 'Homayun Rastegar');
    await stateCare(casebook, id, { consentUntil: '2020' }, 'as agreed');
    expect(await hand(casebook, 'hidden')).toMatchObject({ withheld: 1, ended: 1 });
    expect((await checkCasebook(casebook, null)).checks).toContainEqual({
      name: 'consent and retention',
      ok: false,
      detail: expect.stringContaining(`${id} has consent until 2020`),
    });
  });

  it('keeps back what a person wrote of it elsewhere', async () => {
    const { casebook, claims } = await story([WITNESS, PROTEST]);
    await stateCare(casebook, await nameId(casebook, 'Homayun Rastegar'), { sensitivity: 'hidden' }, 'asked for');
    await stateCare(casebook, claims[1]?.id ?? '', { purpose: 'any' }, 'Homayun Rastegar marched with them');
    await hand(casebook, 'public', 'for Homayun Rastegar');
    expect(await everything(casebook)).not.toContain('Rastegar');
  });

  it('holds on when the claim that gave the name is taken back, and is refused where nobody can tell any more what it names', async () => {
    const { casebook, claims } = await story([WITNESS]);
    const [claim] = claims;
    await stateCare(casebook, await nameId(casebook, 'Homayun Rastegar'), { sensitivity: 'hidden' }, 'asked for');
    await undo(casebook, [claim?.id ?? ''], 'a mistake');
    expect(await hand(casebook)).toMatchObject({ withheld: 1 });
    await erase(casebook, claim?.id ?? '', 'not ours to keep');
    await expect(
      exportBundle(casebook, `${out(casebook)}-2`, { disclosure: { most: 'public', people: false }, choice: null, purpose: null }),
    ).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('goes with its document when that is erased', async () => {
    const { casebook, claims } = await story([WITNESS, PROTEST]);
    const id = await nameId(casebook, 'Homayun Rastegar');
    await stateCare(casebook, id, { sensitivity: 'hidden', consent: 'his brother' }, 'asked for');
    await erase(casebook, claims[0]?.document ?? '', 'a court order');
    const left = await casebook.store.reads.selectFrom('care').select('about').execute();
    expect(left).toEqual([]);
    for await (const { payload } of casebook.log.entries()) {
      const said = payload === null ? '' : Buffer.from(payload).toString('utf8');
      // The id of a name is a digest of it.
      expect([id, 'his brother'].filter((words) => said.includes(words))).toEqual([]);
    }
  });

  it('is refused of a name that no claim gives', async () => {
    const { casebook } = await story([PROTEST]);
    await expect(stateCare(casebook, 'n_aaaaaaaaaaaaaaaa', { sensitivity: 'hidden' }, 'asked for')).rejects.toMatchObject({ code: 'not-found' });
  });
});

it('never lets out a name that is hidden, in whatever form documents write it', { timeout: 120_000 }, async () => {
  const written = fc.constantFrom(
    'Homayun Rastegar',
    'HOMAYUN  RASTEGAR',
    'Homayun\nRastegar’s',
    'Dr. Homayun\u00adRastegar',
    'Homáyun Rastegar',
    'homayun-rastegar',
  );
  const around = fc.constantFrom('They asked for ', 'https://news.example/', '“', '');
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(around, written), { minLength: 1, maxLength: 3 }), async (others) => {
      const { casebook } = await story([WITNESS, PROTEST, ...others.map(([before, name], n) => ({ text: `${before}${name} (${n})`, claims: [] }))]);
      await stateCare(casebook, await nameId(casebook, 'Homayun Rastegar'), { sensitivity: 'hidden' }, 'asked for');
      await hand(casebook);
      const all = (await everything(casebook)).normalize('NFD').replace(/[\p{M}\u00ad]/gu, '');
      expect(all).not.toMatch(/rastegar/i);
    }),
    { numRuns: 6 },
  );
});
