// What a picture says of itself: EXIF, IPTC, XMP and the header of its own format, by exifreader.
import type { MediaFact } from '../../model/media.ts';
import { cameraTime, Facts, position } from './facts.ts';

type Tags = Readonly<Record<string, { readonly value?: unknown; readonly description?: unknown } | undefined>>;
/** By where they stand: `exif`, `iptc`, `xmp`, `gps` (made of EXIF's), `file`, `png`, `riff`, `gif`. */
type Groups = Readonly<Record<string, Tags | undefined>>;

/** Which tag tells what, the surest first; how a group is called to people. Times and places are read apart. */
const PLAIN: readonly (readonly [fact: MediaFact['fact'], group: string, tag: string])[] = [
  ['make', 'exif', 'Make'],
  ['make', 'xmp', 'Make'],
  ['model', 'exif', 'Model'],
  ['model', 'xmp', 'Model'],
  ['lens', 'exif', 'LensModel'],
  ['lens', 'xmp', 'LensModel'],
  ['lens', 'xmp', 'Lens'],
  ['serial', 'exif', 'BodySerialNumber'],
  ['serial', 'xmp', 'SerialNumber'],
  ['software', 'exif', 'Software'],
  ['software', 'xmp', 'CreatorTool'],
  ['software', 'pngText', 'Software'],
  ['width', 'file', 'Image Width'],
  ['height', 'file', 'Image Height'],
  ['width', 'png', 'Image Width'],
  ['height', 'png', 'Image Height'],
  ['width', 'gif', 'Image Width'],
  ['height', 'gif', 'Image Height'],
  ['width', 'riff', 'ImageWidth'],
  ['height', 'riff', 'ImageHeight'],
  ['title', 'xmp', 'title'],
  ['title', 'iptc', 'Object Name'],
  ['author', 'exif', 'Artist'],
  ['author', 'iptc', 'By-line'],
  ['author', 'xmp', 'creator'],
  ['caption', 'exif', 'ImageDescription'],
  ['caption', 'iptc', 'Caption/Abstract'],
  ['caption', 'xmp', 'description'],
  ['copyright', 'exif', 'Copyright'],
  ['copyright', 'iptc', 'Copyright Notice'],
  ['copyright', 'xmp', 'rights'],
];

const SAID: Readonly<Record<string, string>> = {
  exif: 'EXIF', xmp: 'XMP', iptc: 'IPTC', file: 'JPEG header', png: 'PNG header', pngText: 'PNG text', gif: 'GIF header', riff: 'WebP header',
}; // prettier-ignore

/** Facts that are numbers of the header: `value`, as `description` has words beside it. */
const NUMBERS: ReadonlySet<string> = new Set(['width', 'height']);

/** Throws what exifreader throws, as of a picture that holds no metadata. */
export async function pictureFacts(bytes: Uint8Array): Promise<readonly MediaFact[]> {
  const { default: reader } = await import('exifreader');
  // Its types name each tag of each maker; here every one is a foreign value.
  const groups: Groups = reader.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer, {
    expanded: true,
  }) as unknown as Groups;
  const facts = new Facts();
  for (const [fact, group, tag] of PLAIN) {
    const found = groups[group]?.[tag];
    facts.add(fact, NUMBERS.has(fact) ? found?.value : found?.description, `${SAID[group] ?? group} ${tag}`);
  }
  addTimes(facts, groups);
  addPlace(facts, groups);
  const orientation = groups['exif']?.['Orientation']?.value;
  if (orientation !== 1) facts.add('orientation', orientation, 'EXIF Orientation');
  return facts.found;
}

function addTimes(facts: Facts, { exif = {}, xmp = {} }: Groups): void {
  const said = (tags: Tags, tag: string): unknown => tags[tag]?.description;
  for (const [tag, zone, fraction] of [
    ['DateTimeOriginal', 'OffsetTimeOriginal', 'SubSecTimeOriginal'],
    ['DateTimeDigitized', 'OffsetTimeDigitized', 'SubSecTimeDigitized'],
  ] as const)
    facts.add('taken', cameraTime(said(exif, tag), said(exif, zone), said(exif, fraction)), `EXIF ${tag}`);
  facts.add('created', cameraTime(said(exif, 'DateTime'), said(exif, 'OffsetTime'), null), 'EXIF DateTime (last change)');
  facts.add('created', said(xmp, 'CreateDate'), 'XMP CreateDate');
}

function addPlace(facts: Facts, { gps = {}, exif = {} }: Groups): void {
  const { Latitude: latitude, Longitude: longitude, Altitude: altitude } = gps as Readonly<Record<string, unknown>>;
  if (typeof latitude === 'number' && typeof longitude === 'number') facts.add('position', position(latitude, longitude), 'EXIF GPS');
  if (typeof altitude === 'number') facts.add('altitude', Number(altitude.toFixed(1)), 'EXIF GPS');
  facts.add('direction', exif['GPSImgDirection']?.description, 'EXIF GPSImgDirection');
}
