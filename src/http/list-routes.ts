// Routes of lists of names: bringing them, and what of the record is like them.
import { Readable } from 'node:stream';
import { z } from 'zod';
import { findOnLists, hitsOn, listedView, listHits } from '../desk/list-hits.ts';
import { nameLists, receiveList, setSearched } from '../desk/name-lists.ts';
import { SENSITIVITIES } from '../model/document.ts';
import { COLUMN_USES } from '../model/name-list.ts';
import { idOf, type Route } from './route.ts';

const bringing = z.object({
  name: z.string(),
  title: z.string().max(300).optional(),
  source: z.string().max(1000).optional(),
  sensitivity: z.enum(SENSITIVITIES).optional(),
  /** What one column holds, as use=heading; several are parted by line ends. */
  columns: z.string().max(4000).optional(),
});
const setting = z.object({ id: z.string(), searched: z.boolean(), reason: z.string().nullish() });
const finding = z.object({ words: z.string().max(400) });
const column = z.object({ use: z.enum(COLUMN_USES), column: z.string().min(1) });
const bytes = z.instanceof(Readable);

const columnsOf = (lines: string | undefined) =>
  (lines ?? '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => column.parse({ use: line.slice(0, line.indexOf('=')), column: line.slice(line.indexOf('=') + 1).trim() }));

export const LIST_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/names/lists',
    about: 'Lists of names that were brought, those that are searched no more too',
    answer: (casebook) => nameLists(casebook),
  },
  {
    method: 'POST',
    path: '/api/names/lists',
    about: 'Bring a list of names: its bytes, under the name that its file had',
    query: ['name', 'title', 'source', 'sensitivity', 'columns'],
    takesFile: true,
    answer: (casebook, { query, body, gone }) => {
      const { name, title, source, sensitivity, columns } = bringing.parse(query);
      const stated = {
        ...(title === undefined ? {} : { title }),
        ...(source === undefined ? {} : { source }),
        ...(sensitivity === undefined ? {} : { sensitivity }),
      };
      return receiveList(casebook, name, bytes.parse(body), { ...stated, columns: columnsOf(columns) }, gone);
    },
  },
  {
    method: 'POST',
    path: '/api/names/lists/set',
    about: 'Search a list no more, or again',
    body: setting,
    answer: (casebook, { body }) => {
      const { id, searched, reason } = setting.parse(body);
      return setSearched(casebook, id, searched, reason ?? null);
    },
  },
  {
    method: 'GET',
    path: '/api/names/hits',
    about: 'Names of the record that are like names on lists, likeliest first, as far as they were looked up; asked again, it goes on',
    answer: (casebook) => listHits(casebook),
  },
  {
    method: 'GET',
    path: '/api/names/find',
    about: 'Entries of lists with a name like these words',
    query: ['words'],
    answer: (casebook, { query }) => findOnLists(casebook, finding.parse(query).words),
  },
  {
    method: 'GET',
    path: '/api/entities/:id/hits',
    about: 'Entries of lists with names like those of one whom claims name',
    answer: (casebook, asked) => hitsOn(casebook, idOf(asked)),
  },
  {
    method: 'GET',
    path: '/api/names/listed/:id',
    about: 'One entry of a list whole, with what people judged of it',
    answer: (casebook, asked) => listedView(casebook, idOf(asked)),
  },
];
