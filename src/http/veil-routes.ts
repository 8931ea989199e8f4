// The API of pseudonyms and of what is graphic: what is shown in the place of a name, or covered, until somebody asks.
import { z } from 'zod';
import type { Casebook } from '../desk/casebook.ts';
import { markGraphic } from '../desk/graphic.ts';
import { namesVeiled, proposePseudonym, statePseudonym, takePseudonymBack } from '../desk/pseudonyms.ts';
import { veiledIn } from '../desk/veiled-in.ts';
import { idOf, type Asked, type Route } from './route.ts';

const words = z.array(z.string().trim().min(1).max(400)).max(100);
const stating = z.object({ id: z.string(), pseudonym: z.string().max(400), also: words.optional(), spared: words.optional(), reason: z.string() });
const asking = z.object({ id: z.string(), reason: z.string() });
const covering = z.object({ id: z.string() });
const marking = z.object({ id: z.string(), graphic: z.boolean(), reason: z.string() });

const all = (casebook: Casebook, { opened, session }: Asked) => namesVeiled(casebook, (name) => opened.isOpen(session, name));

export const VEIL_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/pseudonyms',
    about: 'The names that have a pseudonym, whether they are shown to whoever asks, and who asked for them',
    answer: all,
  },
  {
    method: 'GET',
    path: '/api/entities/:id/pseudonym',
    about: 'The pseudonym that is proposed for a name, and which of its words others bear',
    answer: (casebook, asked) => proposePseudonym(casebook, idOf(asked)),
  },
  {
    method: 'POST',
    path: '/api/pseudonyms',
    about: 'Give a name, with all that people joined it with, a pseudonym, which the desk shows in its place; wants a reason',
    body: stating,
    answer: async (casebook, asked) => {
      const { id, pseudonym, also, spared, reason } = stating.parse(asked.body);
      await statePseudonym(casebook, id, { pseudonym, ...(also ? { also } : {}), ...(spared ? { spared } : {}) }, reason);
      return all(casebook, asked);
    },
  },
  {
    method: 'POST',
    path: '/api/pseudonyms/undo',
    about: 'Take a pseudonym back: the name is shown to everybody; wants a reason',
    body: asking,
    answer: async (casebook, asked) => {
      const { id, reason } = asking.parse(asked.body);
      await takePseudonymBack(casebook, id, reason);
      return all(casebook, asked);
    },
  },
  {
    method: 'POST',
    path: '/api/pseudonyms/ask',
    about: 'Ask for the name behind a pseudonym, with a reason: the log has it, and this session sees it until it ends',
    body: asking,
    answer: async (casebook, asked) => {
      const { id, reason } = asking.parse(asked.body);
      await asked.opened.ask(casebook, asked.session, id, reason);
      return all(casebook, asked);
    },
  },
  {
    method: 'POST',
    path: '/api/pseudonyms/cover',
    about: 'See the pseudonym again in this session',
    body: covering,
    answer: async (casebook, asked) => {
      await asked.opened.cover(casebook, asked.session, covering.parse(asked.body).id);
      return all(casebook, asked);
    },
  },
  {
    method: 'GET',
    path: '/api/documents/:id/veiled',
    about: 'The names behind pseudonyms that a document says: its pages, pictures and sound are not shown until they are asked for',
    answer: async (casebook, asked) => ({
      names: (await veiledIn(casebook, idOf(asked), asked.veil)).map(({ ids, pseudonym }) => ({ id: ids[0], pseudonym })),
    }),
  },
  {
    method: 'POST',
    path: '/api/originals/mark',
    about: 'Say that a picture, film or scan shows what nobody is to see unasked, or that it does not; wants a reason',
    body: marking,
    answer: (casebook, { body }) => {
      const { id, graphic, reason } = marking.parse(body);
      return markGraphic(casebook, id, graphic, reason);
    },
  },
];
