// The API of copies and revisions: documents that say the same words, two of them side by side, and other texts under one address.
import { z } from 'zod';
import { besides, copies } from '../desk/copies.ts';
import { copyGroups } from '../desk/copy-groups.ts';
import { revisions, settleRevisions } from '../desk/revisions.ts';
import { COPY_KINDS } from '../model/copies.ts';
import { CLOCKS, clocksOf, type Route } from './route.ts';

const ofDocument = z.object({ document: z.string().optional() });
const grouped = z.object({ kind: z.enum(COPY_KINDS).default('whole'), from: z.coerce.number().int().min(0).default(0) });
const settling = z.object({ ids: z.array(z.string()).min(1), reason: z.string() });
const two = z.object({ left: z.string(), right: z.string() });

export const COPY_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/copies',
    about: 'Pairs of documents that say the same words, the largest share first; of one document, or all',
    query: ['document', ...CLOCKS],
    answer: async (casebook, asked) => ({ copies: await copies(casebook, ofDocument.parse(asked.query).document, clocksOf(asked)) }),
  },
  {
    method: 'GET',
    path: '/api/copies/groups',
    about: 'Documents that say the same words, by groups: one text (whole), one inside of another (inside), or passages; 50 from the given one on',
    query: ['kind', 'from', ...CLOCKS],
    answer: (casebook, asked) => {
      const { kind, from } = grouped.parse(asked.query);
      return copyGroups(casebook, kind, from, clocksOf(asked));
    },
  },
  {
    method: 'GET',
    path: '/api/revisions',
    about: 'Where an address had another text later, with the recorded claims whose words are not in it; of a document’s address, or of all',
    query: ['document', ...CLOCKS],
    answer: async (casebook, asked) => ({ revisions: await revisions(casebook, ofDocument.parse(asked.query).document, clocksOf(asked)) }),
  },
  {
    method: 'POST',
    path: '/api/revisions/settle',
    about: 'Say of claims whose words are not in a later text that one looked at them, and what became of it; ended as a remark is',
    body: settling,
    answer: async (casebook, { body }) => {
      const { ids, reason } = settling.parse(body);
      return { remarks: await settleRevisions(casebook, ids, reason) };
    },
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
