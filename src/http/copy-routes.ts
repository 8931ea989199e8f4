// The API of copies and revisions: documents that say the same words, two of them side by side, and other texts under one address.
import { z } from 'zod';
import { besides, copies } from '../desk/copies.ts';
import { revisions } from '../desk/revisions.ts';
import type { Route } from './route.ts';

const ofDocument = z.object({ document: z.string().optional() });
const two = z.object({ left: z.string(), right: z.string() });

export const COPY_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/copies',
    about: 'Pairs of documents that say the same words, the largest share first; of one document, or all',
    query: ['document'],
    answer: async (casebook, { query }) => ({ copies: await copies(casebook, ofDocument.parse(query).document) }),
  },
  {
    method: 'GET',
    path: '/api/revisions',
    about: 'Where an address had another text later, with the recorded claims whose words are not in it; of a document’s address, or of all',
    query: ['document'],
    answer: async (casebook, { query }) => ({ revisions: await revisions(casebook, ofDocument.parse(query).document) }),
  },
  {
    method: 'GET',
    path: '/api/copies/:left/:right',
    about: 'Two documents side by side: what is the same, what was changed, and what stands in one alone',
    answer: (casebook, { params }) => {
      const { left, right } = two.parse(params);
      return besides(casebook, left, right);
    },
  },
];
