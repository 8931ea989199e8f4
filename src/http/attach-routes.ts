// The API of attached documents: transcripts, translations, descriptions.
import { z } from 'zod';
import { attach, detach, translatedClaim, translationAligned } from '../desk/attach.ts';
import { ATTACHED_AS, MAKERS } from '../model/attachment.ts';
import { CLOCKS, clocksOf, idOf, takingBack, type Route } from './route.ts';

const attaching = z.object({
  id: z.string(),
  to: z.string(),
  as: z.enum(ATTACHED_AS),
  madeBy: z.string(),
  maker: z.enum(MAKERS),
  method: z.string().nullish(),
});

export const ATTACH_ROUTES: readonly Route[] = [
  {
    method: 'POST',
    path: '/api/attach',
    about: 'Say that a document is a transcript, translation or description of another, or of an original, and who made it',
    body: attaching,
    answer: (casebook, { body }) => {
      const { id, to, method, ...making } = attaching.parse(body);
      return attach(casebook, id, to, { ...making, method: method ?? null });
    },
  },
  {
    method: 'POST',
    path: '/api/attach/undo',
    about: 'Take back that a document is attached, by the entry that says so',
    body: takingBack,
    answer: (casebook, { body }) => {
      const { entry, reason } = takingBack.parse(body);
      return detach(casebook, entry, reason ?? null);
    },
  },
  {
    method: 'GET',
    path: '/api/documents/:id/translation',
    about: 'A translation beside its original, paragraph by paragraph, and whether these are known to stand for each other or only by where they stand',
    answer: async (casebook, asked) => ({ aligned: await translationAligned(casebook, idOf(asked)) }),
  },
  {
    method: 'GET',
    path: '/api/claims/:id/translations',
    about: 'What the translations of a claim’s document have where its words stand: not the words themselves',
    query: CLOCKS,
    answer: async (casebook, asked) => ({ translations: await translatedClaim(casebook, idOf(asked), clocksOf(asked)) }),
  },
];
