// Pictures inside an office file: a scan that was pasted into a letter is words that nobody read.
import type { Warning } from '../model/document.ts';
import type { Archive } from './zip.ts';

/** Bytes below which a picture is an ornament, or a signature. */
const SMALLEST = 30_000;

/** A warning that says how many there are that may hold words; none where there are none. */
export function pictureWarnings({ names }: Extract<Archive, { ok: true }>): readonly Warning[] {
  const pictures = [...names].filter(([name, { size }]) => /^(word\/media|Pictures)\//.test(name) && size >= SMALLEST).length;
  const detail = pictures === 1 ? 'It holds a picture, whose words were not read.' : `It holds ${pictures} pictures, whose words were not read.`;
  return pictures === 0 ? [] : [{ code: 'pictures-left-out', detail }];
}
