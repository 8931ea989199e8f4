// Reading a folder: the whole of `add`, and the pool of confined processes alone, against the bare libraries in one process, on
// the same files. `add` also hashes and keeps each original and text, proposes claims and writes the log. The bare side only parses (article, pages, document, message); ours also tells the kind of file, the language, title, author and
// date, puts lines and paragraphs together, and answers over a pipe that it does not trust.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { strToU8, zipSync } from 'fflate';
import { pdfOf, words } from '../fixtures/reading/make-pdf.ts';
import { addListed } from '../src/desk/add.ts';
import { Casebook, surroundings } from '../src/desk/casebook.ts';
import { listFiles } from '../src/desk/list-files.ts';
import { ReaderPool } from '../src/reading/reader-pool.ts';

const FILES = 120;
const ROUNDS = 3;
/** Files asked for at once, as `add` does on a machine of two cores. */
const AHEAD = 3;
const run = promisify(execFile);

type Format = 'html' | 'pdf' | 'docx' | 'eml';
type Folder = { readonly paths: readonly string[]; readonly bytes: number };

/**
 * Figures by name. `…Bare` is the library in one process, its loading counted and Node's own start not; `…One` and `…Two`
 * are the pool with so many processes, from its making to the last document, their start counted; `…Kept` is `add --without-suggestions` into an
 * empty casebook, on all processors: hashed, preserved durably, read in isolation, logged, made searchable, which is what the bare libraries' work is part
 * of; `…Add` is `add` as it is called, which proposes claims too, and `…ShareOfSuggesting` what of its time that takes. A ratio is our time over the bare
 * one's: above 1 we are slower. `…Cpu` is the same of the processors' time, of all processes together: what other programs of the machine do changes it less.
 */
export async function benchReading(): Promise<Record<string, number | string>> {
  const root = await mkdtemp(join(tmpdir(), 'onrecord-bench-'));
  try {
    const figures: Record<string, number> = {};
    for (const format of Object.keys(MAKERS) as Format[]) Object.assign(figures, await benchFormat(root, format));
    return figures;
  } finally {
    await rm(root, { recursive: true });
  }
}

async function benchFormat(root: string, format: Format): Promise<Record<string, number>> {
  const folder = await makeFolder(root, format);
  const spent: Record<Side, Spent[]> = { Bare: [], One: [], Two: [], Kept: [], Add: [] };
  for (let round = 0; round < ROUNDS; round++) {
    spent.Bare.push(await bareSpent(format, folder));
    spent.One.push(await poolSpent(1, folder));
    spent.Two.push(await poolSpent(2, folder));
    spent.Kept.push(await addSpent(root, folder, { suggests: false }));
    spent.Add.push(await addSpent(root, folder, { suggests: true }));
  }
  const wall = (side: Side): number => median(spent[side].map((each) => each.wall));
  const cpu = (side: Side): number => median(spent[side].map((each) => each.cpu));
  const figures: Record<string, number> = {};
  for (const side of SIDES) {
    figures[`${format}DocumentsPerSecond${side}`] = rounded(folder.paths.length / wall(side));
    figures[`${format}MegabytesPerSecond${side}`] = rounded(folder.bytes / 1e6 / wall(side));
  }
  for (const [name, of] of [
    ['', wall],
    ['Cpu', cpu],
  ] as const) {
    for (const side of ['One', 'Two', 'Kept', 'Add'] as const) figures[`${format}Ratio${side}${name}`] = rounded(of(side) / of('Bare'));
    figures[`${format}ShareOfSuggesting${name}`] = rounded(1 - of('Kept') / of('Add'));
  }
  return figures;
}

const SIDES = ['Bare', 'One', 'Two', 'Kept', 'Add'] as const;
type Side = (typeof SIDES)[number];
/** Seconds on the clock, and of all processors together. */
type Spent = { readonly wall: number; readonly cpu: number };

async function spentOn(work: () => Promise<void>): Promise<Spent> {
  const before = await processorSeconds();
  const began = performance.now();
  await work();
  const wall = (performance.now() - began) / 1000;
  await sleep(300); // what a child spent is told once it has ended
  return { wall, cpu: (await processorSeconds()) - before };
}

/** Of this process and its children that have ended (proc(5), /proc/pid/stat, fields 14 to 17, in hundredths); not a number where the system does not tell. */
async function processorSeconds(): Promise<number> {
  const said = await readFile('/proc/self/stat', 'latin1').catch(() => '');
  const fields = said.slice(said.lastIndexOf(')') + 2).split(' ');
  return [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0) / 100;
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const rounded = (value: number): number => Number(value.toPrecision(3));

const poolSpent = (size: number, folder: Folder): Promise<Spent> => spentOn(() => readAll(size, folder));

async function readAll(size: number, { paths }: Folder): Promise<void> {
  const pool = new ReaderPool({ size });
  const left = paths.values();
  const lane = async (): Promise<void> => {
    for (const path of left) {
      const outcome = await pool.read(path, { name: basename(path) });
      if (!outcome.ok) throw new Error(`${basename(path)}: ${outcome.problem.reason}`);
    }
  };
  await Promise.all(Array.from({ length: AHEAD }, lane));
  await pool.close();
}

/** The whole of `add`, with its suggestions or without. */
async function addSpent(root: string, { paths }: Folder, { suggests }: { readonly suggests: boolean }): Promise<Spent> {
  const book = await mkdtemp(join(root, 'casebook-'));
  const casebook = await Casebook.create(book, 'Benchmark', surroundings(null));
  const folder = new Set(paths);
  try {
    return await spentOn(async () => {
      const how = { stated: {}, stopped: new AbortController().signal, suggests };
      // What is attached to the mails is noise: preserved, tried, and found to be nothing that can be read.
      for await (const { path, outcome, problem } of addListed(casebook, await listFiles(paths), how))
        if (problem && folder.has(path)) throw new Error(`${outcome}: ${problem.reason}`);
    });
  } finally {
    await casebook.close();
    await rm(book, { recursive: true });
  }
}

/** Measured inside of a process of its own, so that no round profits from the round before. */
async function bareSpent(format: Format, { paths }: Folder): Promise<Spent> {
  const { stdout } = await run(process.execPath, [fileURLToPath(import.meta.url), 'bare', format, ...paths]);
  return JSON.parse(stdout) as Spent;
}

async function makeFolder(root: string, format: Format): Promise<Folder> {
  const random = seeded(4);
  const paths: string[] = [];
  for (let n = 0; n < FILES; n++) {
    paths.push(join(root, `${n}.${format}`));
    await writeFile(join(root, `${n}.${format}`), MAKERS[format](random));
  }
  const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size));
  return { paths, bytes: sizes.reduce((a, b) => a + b, 0) };
}

// What the files hold: sentences of invented words of everyday use, the same in every run.

type Random = () => number;

/** Numbers from 0 up to 1 by a linear congruence (Numerical Recipes, 7.1): the same for the same seed. */
function seeded(seed: number): Random {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

const WORDS =
  'the court of Norvale heard that witnesses from Lac Blanc said on Tuesday the officer was seen at prison while families asked for names and dates of those who were taken in July by armed men without any order or charge and nobody has told where they are held since then'.split(
    ' ',
  );

const sentence = (random: Random): string => {
  const chosen = Array.from({ length: 8 + Math.floor(random() * 18) }, () => WORDS[Math.floor(random() * WORDS.length)] ?? '');
  return `${chosen.join(' ').replace(/^./, (first) => first.toUpperCase())}.`;
};
const paragraph = (random: Random): string => Array.from({ length: 3 + Math.floor(random() * 4) }, () => sentence(random)).join(' ');
const paragraphs = (random: Random, most: number): readonly string[] =>
  Array.from({ length: most / 2 + Math.floor((random() * most) / 2) }, () => paragraph(random));

const MAKERS: Readonly<Record<Format, (random: Random) => Uint8Array | string>> = {
  html: (random) => {
    const links = Array.from({ length: 60 }, (_, n) => `<li><a href="/page-${n}">${sentence(random).slice(0, 40)}</a></li>`).join('\n');
    const body = paragraphs(random, 40).map((text) => `<p>${text}</p>`);
    const head = `<title>${sentence(random)}</title><meta property="article:published_time" content="2021-07-08"><style>${'.a{color:red}\n'.repeat(200)}</style>`;
    return `<!doctype html><html lang="en"><head>${head}</head><body><nav><ul>${links}</ul></nav><main><article><h1>${sentence(random)}</h1>${body.join('\n')}</article></main><aside><ul>${links}</ul></aside><footer>${sentence(random)}</footer></body></html>`;
  },
  pdf: (random) => {
    const line = (n: number): string => sentence(random).slice(0, 80).padEnd(80, ` line ${n}`);
    return pdfOf(
      Array.from({ length: 2 + Math.floor(random() * 6) }, () => words(...Array.from({ length: 45 }, (_, n) => [50, 790 - 16 * n, line(n)] as const))),
    );
  },
  docx: (random) => {
    const body = paragraphs(random, 60).map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`);
    const type = (part: string): string => `application/vnd.openxmlformats-${part}+xml`;
    return zipSync({
      '[Content_Types].xml': strToU8(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="${type('package.relationships')}"/><Override PartName="/word/document.xml" ContentType="${type('officedocument.wordprocessingml.document.main')}"/></Types>`),
      '_rels/.rels': strToU8('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'),
      'word/document.xml': strToU8(`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body.join('')}</w:body></w:document>`),
    }); // prettier-ignore
  },
  eml: (random) => {
    const attached = Buffer.from(Array.from({ length: 150_000 }, () => Math.floor(random() * 256))).toString('base64').replace(/.{76}/g, '$&\r\n'); // prettier-ignore
    const lines = ['From: Mina Farhadi <mina@example.org>', 'To: desk@example.org', 'Date: Thu, 8 Jul 2021 10:00:00 +0000', `Subject: ${sentence(random)}`];
    const parts = [
      `Content-Type: text/plain; charset=utf-8\r\n\r\n${paragraphs(random, 20).join('\r\n\r\n')}`,
      `Content-Type: image/jpeg; name="a.jpg"\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n${attached}`,
    ];
    return [...lines, 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=B', '', ...parts.map((part) => `--B\r\n${part}`), '--B--', ''].join('\r\n');
  },
};

// The bare side.

const BARE: Readonly<Record<Format, () => Promise<(bytes: Buffer) => unknown>>> = {
  html: async () => {
    const { Readability } = await import('@mozilla/readability');
    const { parseHTML } = await import('linkedom');
    return (bytes) => new Readability(parseHTML(bytes.toString('utf8')).document).parse();
  },
  pdf: async () => {
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    return async (bytes) => {
      const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, disableFontFace: true, useSystemFonts: false, useWasm: false });
      const pdf = await task.promise;
      for (let page = 1; page <= pdf.numPages; page++) await (await pdf.getPage(page)).getTextContent();
      await task.destroy();
    };
  },
  docx: async () => {
    const { default: mammoth } = await import('mammoth');
    return (buffer) => mammoth.convertToHtml({ buffer });
  },
  eml: async () => {
    const { default: PostalMime } = await import('postal-mime');
    return (bytes) => PostalMime.parse(bytes);
  },
};

async function readBare(format: Format, paths: readonly string[]): Promise<Spent> {
  const began = performance.now();
  const before = process.cpuUsage();
  const read = await BARE[format]();
  for (const path of paths) await read(await readFile(path));
  const { user, system } = process.cpuUsage(before);
  return { wall: (performance.now() - began) / 1000, cpu: (user + system) / 1e6 };
}

if (import.meta.main) {
  const [format, ...paths] = process.argv.slice(3);
  process.stdout.write(JSON.stringify(await readBare(format as Format, paths)));
}
