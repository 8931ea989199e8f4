// Whether a document is shown as its text or as the pages of the original. The address says.
import type { DocumentView } from '../../../src/model/answers.ts';
import { useParameter } from '../data/route.ts';
import { useKeys } from '../data/use-keys.ts';

/** Kinds of originals whose pages can be looked at. */
const PAGED: readonly string[] = ['application/pdf', 'image/png', 'image/jpeg'];

/** `toggle` is null where there is nothing to change to; where there is no text, the pages are shown at once. */
export type View = { readonly isPages: boolean; readonly toggle: (() => void) | null };

export function useView({ mediaType, text, pages }: DocumentView): View {
  const [addressed, setAddressed] = useParameter('view');
  // A photograph without words is looked at as a picture, when somebody asks for it. A capture of a page of the web has pages where that is a PDF.
  const isPaged = PAGED.includes(mediaType) && (text !== '' || mediaType === 'application/pdf');
  const hasPages = isPaged || (mediaType === 'application/warc' && pages.length > 0);
  const hasBoth = hasPages && text !== '';
  const isPages = hasPages && (text === '' || addressed === 'pages');
  const toggle = (): void => setAddressed(isPages ? null : 'pages');
  useKeys(hasBoth ? { p: toggle } : {});
  return { isPages, toggle: hasBoth ? toggle : null };
}
