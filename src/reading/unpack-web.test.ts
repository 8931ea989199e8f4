import { generateKeyPairSync, sign } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { digestOf, hops, httpAnswer, waczOf, warcRecord } from '../../fixtures/reading/make-warc.ts';
import { planFor, readOriginal } from './read-original.ts';
import { unpackOriginal } from './unpack-original.ts';

const info = warcRecord('warcinfo', '', Buffer.from('software: Herald Crawler 1\r\n'));
const page = (url: string, words: string, more = ''): Buffer =>
  warcRecord('response', url, httpAnswer(`<p>${words}</p>`), `WARC-Block-Digest: ${digestOf(httpAnswer(`<p>${words}</p>`))}\r\n${more}`);
const COURT = page('https://herald.example/court', 'The court has decided.');
const HOME = page('https://herald.example/', 'News of the day.');
const LATER = page('https://herald.example/court', 'The court has decided otherwise.', 'WARC-Date: 2023-01-05T09:30:00Z\r\n');

type Out = { readonly parts: readonly (readonly [name: string, bytes: Buffer])[]; readonly told: string };

async function unpacked(bytes: Buffer): Promise<Out> {
  const parts: (readonly [string, Buffer])[] = [];
  const end = await unpackOriginal(bytes, planFor(bytes, 'x').mediaType, ({ name, bytes: part }) => void parts.push([name, Buffer.from(part)]));
  return { parts, told: end ? `(${end.code}) ${end.reason}` : '' };
}

/** As the parts are read in their turn. */
async function readings({ parts }: Out): Promise<readonly string[]> {
  return Promise.all(
    parts.map(async ([name, bytes]) => {
      const result = await readOriginal(bytes, planFor(bytes, name));
      if (!result.ok) return `${name}: (${result.problem.code})`;
      const { text, metadata, warnings } = result.reading;
      return [name, metadata.url?.[0]?.value, metadata.captured?.[0]?.from, text, ...warnings.map(({ code }) => code)].join(' | ');
    }),
  );
}

test('each page of an archive comes out with its address and the time of its capture, its record unchanged', async () => {
  const out = await unpacked(Buffer.concat([info, COURT, HOME, LATER]));
  expect(await readings(out)).toEqual([
    'court.warc | https://herald.example/court | WARC-Date 2022-12-18T06:00:00Z | The court has decided.',
    'index.warc | https://herald.example/ | WARC-Date 2022-12-18T06:00:00Z | News of the day.',
    'court.warc | https://herald.example/court | WARC-Date 2023-01-05T09:30:00Z | The court has decided otherwise.',
  ]);
  expect(out.parts[0]?.[1]).toEqual(Buffer.concat([info, COURT]));
  expect(out.told).toContain('It has 4 records; 3 pages of it are documents.');
});

test('what is no page of its own is counted, not taken', async () => {
  const revisit = warcRecord(
    'revisit',
    'https://herald.example/court',
    Buffer.from('HTTP/1.1 200 OK\r\n\r\n'),
    'WARC-Refers-To-Date: 2022-12-18T06:00:00Z\r\n',
  );
  const out = await unpacked(
    Buffer.concat([
      COURT,
      warcRecord('response', 'https://herald.example/frame', httpAnswer('<p>Frame.</p>')),
      hops('https://herald.example/frame', 'LE'),
      hops('https://herald.example/other', 'L'),
      page('https://herald.example/other', 'Linked to.'),
      COURT,
      revisit,
      warcRecord('conversion', 'https://herald.example/court', Buffer.from('x'), 'Content-Type: text/plain\r\n'),
      warcRecord('response', 'https://herald.example/a.png', httpAnswer('x', '', '200 OK', 'image/png'), `WARC-Block-Digest: ${digestOf('y')}\r\n`),
      warcRecord('response', 'https://herald.example/half', httpAnswer('<p>Half of'), 'WARC-Segment-Number: 1\r\n'),
    ]),
  );
  expect(out.parts.map(([name]) => name)).toEqual(['court.warc', 'other.warc']);
  for (const told of [
    '2 pages of it are documents.',
    '1 pages were fetched as part of another',
    '1 captures of an address hold the same as an earlier one',
    'the first: https://herald.example/court on 2022-12-18T06:00:00Z as on 2022-12-18T06:00:00Z.',
    '1 records hold what a program made of another',
    '1 records do not fit the digest',
    'spread over several records, which are not put together here: https://herald.example/half.',
  ])
    expect(out.told).toContain(told);
});

test.each([
  ['record by record', Buffer.concat([COURT, HOME].map((record) => gzipSync(record)))],
  ['as a whole', gzipSync(Buffer.concat([COURT, HOME]))],
])('an archive that is compressed %s is opened', async (_, bytes) => {
  expect((await unpacked(bytes)).parts.map(([name]) => name)).toEqual(['court.warc', 'index.warc']);
});

test.each([
  ['cut in the middle of a record', Buffer.concat([COURT, HOME, LATER]).subarray(0, -40), 'record 3 is cut short'],
  ['cut in the middle of its compression', Buffer.concat([COURT, HOME, LATER].map((record) => gzipSync(record))).subarray(0, -40), 'record 3'],
  ['damaged in its third record', Buffer.concat([...[COURT, HOME].map((record) => gzipSync(record)), gzipSync(LATER).fill(0xff, 20, 60)]), 'record 3'],
])('of an archive that is %s what came before is taken, and the reason told', async (_, bytes, reason) => {
  const out = await unpacked(bytes);
  expect(out.parts.map(([name]) => name)).toEqual(['court.warc', 'index.warc']);
  expect(out.told).toMatch(/^\(damaged\)/);
  expect(out.told).toContain(reason);
});

test('of a WACZ file the pages that it lists are taken, also where an address was moved', async () => {
  const moved = warcRecord('response', 'https://herald.example/old', httpAnswer('', 'Location: /court\r\n', '301 Moved Permanently'));
  const out = await unpacked(
    waczOf({
      warcs: { 'a.warc.gz': Buffer.concat([info, moved, HOME, COURT].map((record) => gzipSync(record))), 'b.warc': page('https://herald.example/b', 'B.') },
      pages: ['https://herald.example/old', 'https://herald.example/b#part', 'https://herald.example/lost'],
    }),
  );
  expect(await readings(out)).toEqual([
    'court.warc | https://herald.example/court | WARC-Date 2022-12-18T06:00:00Z | The court has decided.',
    'b.warc | https://herald.example/b | WARC-Date 2022-12-18T06:00:00Z | B.',
  ]);
  expect(out.told).toMatch(/^\(web-archive\)/);
  expect(out.told).toContain('It lists 3 pages. Of these 1 are not in it as pages that were answered with success: https://herald.example/lost.');
  expect(out.told).toContain('All 3 files that its datapackage.json lists have the digests that it states. It bears no signature.');
});

test('a file of a WACZ that does not have its digest is named; its pages are taken all the same', async () => {
  const out = await unpacked(waczOf({ warcs: { 'a.warc': COURT, 'b.warc': HOME }, altered: { 'archive/a.warc': LATER } }));
  expect(out.parts.map(([name]) => name)).toEqual(['court.warc', 'index.warc']);
  expect(out.told).toContain('Of 2 files that its datapackage.json lists, 1 are missing or do not have the digest that it states: archive/a.warc.');
  expect(out.told).toContain('It has no list of pages.');
});

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
const signed = (hash: string, dsaEncoding: 'ieee-p1363' | 'der', over = hash): unknown => ({
  hash,
  signature: sign('sha256', Buffer.from(over), { key: privateKey, dsaEncoding }).toString('base64'),
  publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
  created: '2022-12-18T07:00:00Z',
  software: 'Herald Archiver 2',
});

test.each(['ieee-p1363', 'der'] as const)('a signature in the form of %s is checked, and no more is said of who signed than the key shows', async (form) => {
  const { told } = await unpacked(waczOf({ warcs: { 'a.warc': COURT }, sign: (hash) => signed(hash, form) }));
  expect(told).toContain(
    'signed with a key that names nobody, at 2022-12-18T07:00:00Z by its own word, by the program Herald Archiver 2 (SHA-256 of the key: ',
  );
  expect(told).toContain('The signature fits: whoever holds that key signed this list of files. Whose key it is, it does not show.');
});

test.each([
  ['of something else', (hash: string) => signed(hash, 'der', 'sha256:00')],
  ['of another list of files', () => signed('sha256:00', 'der')],
])('a signature %s does not fit', async (_, make) => {
  const { told } = await unpacked(waczOf({ warcs: { 'a.warc': COURT }, sign: make }));
  expect(told).toContain('THE SIGNATURE DOES NOT FIT');
  expect(told).not.toContain('The signature fits');
});

test.each([
  ['that is no key', { hash: 'sha256:00', signature: 'x', publicKey: 'x' }, 'the signature was not checked'],
  ['that is nothing', 'x', 'It bears no signature.'],
])('a signature with something %s is told', async (_, data, told) => {
  expect((await unpacked(waczOf({ warcs: { 'a.warc': COURT }, sign: () => data }))).told).toContain(told);
});

const wacz = waczOf({ warcs: { 'a.warc': COURT } });
test.each([
  ['cut short', wacz.subarray(0, wacz.length - 30), 'application/wacz', 'damaged'],
  [
    'locked',
    Buffer.from(
      wacz
        .toString('latin1')
        .replaceAll('PK\x01\x02\x14\x00\x14\x00\x00\x08', 'PK\x01\x02\x14\x00\x14\x00\x01\x08')
        .replaceAll('PK\x01\x02\x14\x00\x14\x00\x00\x00', 'PK\x01\x02\x14\x00\x14\x00\x01\x00'),
      'latin1',
    ),
    'application/wacz',
    'encrypted',
  ],
])('of a WACZ file that is %s nothing comes out', async (_, bytes, mediaType, code) => {
  const parts: string[] = [];
  expect(await unpackOriginal(bytes, mediaType, ({ name }) => void parts.push(name))).toMatchObject({ code });
  expect(parts).toEqual([]);
});
