// Pictures, sound and film: what they say of themselves goes into the record beside them.
import type { Act } from '../model/act.ts';
import { mediaSort, type MediaFact } from '../model/media.ts';
import { MEDIA_READER } from '../reading/media/describe-media.ts';

/** Also of one that says nothing of itself, so that it is known to have been looked at; no act of what is none. */
export const describedBy = (original: string, mediaType: string, facts: readonly MediaFact[] = []): readonly Act[] =>
  mediaSort(mediaType) === null ? [] : [{ kind: 'original.described', payload: { original, reader: MEDIA_READER, facts } }];

/** Whether it came before what it says of itself was read as it is read now. */
export const isUndescribed = ({ mediaType, describer }: { readonly mediaType: string; readonly describer: string | null }): boolean =>
  mediaSort(mediaType) !== null && describer !== MEDIA_READER;
