// The API of care: how a document, a claim or a name may be used, and copies of documents without what must not go out.
import { z } from 'zod';
import type { Casebook } from '../desk/casebook.ts';
import { stateCare, type Care } from '../desk/care.ts';
import { documentNames } from '../desk/entities.ts';
import { redactedCopy } from '../desk/redact.ts';
import { METADATA_FIELDS, SENSITIVITIES } from '../model/document.ts';
import { COPY_FORMATS } from '../model/redaction.ts';
import { idOf, type Asked, type Route } from './route.ts';

const said = z.string().trim().min(1).nullish();
const stating = z.object({
  id: z.string(),
  sensitivity: z.enum(SENSITIVITIES).nullish(),
  consent: said,
  consentUntil: said,
  purpose: said,
  retention: said,
  reason: z.string(),
});
const words = z.array(z.string().trim().min(1)).max(1_000).default([]);
const copying = z.object({
  words,
  claims: words,
  names: words,
  keep: z.array(z.enum(METADATA_FIELDS)).default([]),
  format: z.enum(COPY_FORMATS),
  reason: z.string(),
});

export const CARE_ROUTES: readonly Route[] = [
  {
    method: 'POST',
    path: '/api/care',
    about: 'Say how a document, an original, a claim or a name may be used; what is left out stays as it was; wants a reason',
    body: stating,
    answer: state,
  },
  {
    method: 'GET',
    path: '/api/documents/:id/names',
    about: 'The names that recorded claims of a document give',
    answer: (casebook, asked) => documentNames(casebook, idOf(asked)),
  },
  {
    method: 'POST',
    path: '/api/documents/:id/redact',
    about: 'A copy of the text without words, passages of claims, or names; wants a reason; the log has that it was made',
    body: copying,
    answer: (casebook, asked) => {
      const { format, reason, ...what } = copying.parse(asked.body);
      return redactedCopy(casebook, idOf(asked), what, format, reason, asked.veil);
    },
  },
];

async function state(casebook: Casebook, { body }: Asked) {
  const { id, reason, ...given } = stating.parse(body);
  const care: Care = Object.fromEntries(Object.entries(given).filter(([, value]) => value != null));
  return stateCare(casebook, id, care, reason);
}
