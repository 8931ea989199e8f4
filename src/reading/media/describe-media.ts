// What a picture, sound or film says of itself. Nothing of it is taken for true: it is shown as what the file says.
import { mediaSort, type MediaFact } from '../../model/media.ts';
import { filmFacts } from './film-facts.ts';
import type { Stretches } from '../stretches.ts';
import { inBlocks, TooMuchAsked } from './stretches.ts';

/** Name and version of what describes them. */
export const MEDIA_READER = 'media@1';

/** Of a picture larger than that, only its beginning is looked at. */
const PICTURE_WHOLE = 64 * 1024 * 1024;
const BEGINNING = 1024 * 1024;

/** None of a media type that is no picture, sound or film. Never throws: what cannot be read is said in a fact `unread`. */
export async function describeMedia(file: Stretches, mediaType: string): Promise<readonly MediaFact[]> {
  const sort = mediaSort(mediaType);
  if (!sort || file.size === 0) return [];
  try {
    if (sort === 'picture') {
      const { pictureFacts } = await import('./picture-facts.ts');
      return await pictureFacts(file.read(0, file.size > PICTURE_WHOLE ? BEGINNING : file.size));
    }
    if (BOXES.has(mediaType)) return filmFacts(inBlocks(file));
    const { soundFacts } = await import('./sound-facts.ts');
    return await soundFacts(inBlocks(file), mediaType);
  } catch (error) {
    return isNothing(error) ? [] : [{ fact: 'unread', value: reasonOf(error), from: 'onrecord' }];
  }
}

/** What is made of ISO's boxes. */
const BOXES: ReadonlySet<string> = new Set(['video/mp4', 'video/quicktime', 'video/3gpp', 'audio/mp4']);

/** exifreader's word for a picture that says nothing of itself. */
const isNothing = (error: unknown): boolean => error instanceof Error && error.name === 'MetadataMissingError';

function reasonOf(error: unknown): string {
  if (error instanceof TooMuchAsked) return `${error.message}.`;
  return `What it says of itself could not be read: it is damaged, cut short, or of a kind that is not known here${error instanceof RangeError ? ` (${error.message})` : ''}.`;
}
