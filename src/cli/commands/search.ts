// search: passages, claims and names, by words.
import { MOST_LOOKED_AT, MOST_RANKED, search as searchIn } from '../../desk/search.ts';
import type { PassageFound } from '../../model/found.ts';
import { claimLine } from '../claim-lines.ts';
import { CASEBOOK, type Command } from '../command.ts';
import { foundLine } from '../list-lines.ts';
import { oneLine } from '../printable.ts';
import { withCasebook } from '../with-casebook.ts';
import { entityLine } from './entities.ts';
import { CLOCK_OPTIONS, clocksOf } from './lists.ts';

export const search: Command = {
  name: 'search',
  usage: 'QUERY… [--facets] [--at EDTF] [--said-by EDTF] [--known-by EDTF]',
  about:
    'Finds passages, claims and names by words, whatever the letter forms of their script: "a phrase", word*, AND, OR, NOT, (…), and the fields\nspeaker: kind: family: publisher: origin: lang: date: (of the document, EDTF) year: (of when it happened) stage: reviewed:yes|no label:. Suggestions are given as such. With --json one value.',
  options: { ...CASEBOOK, ...CLOCK_OPTIONS, facets: { type: 'boolean', about: 'print how many of the claims have which value of each facet' } },
  words: [1, Infinity],
  examples: ['onrecord search "clemency panel" OR tribunal*', 'onrecord search \'kind:execution speaker:"Ledger for Justice"\''],
  async run(call) {
    const found = await withCasebook(call, 'read', (casebook) => searchIn(casebook, asTyped(call.words), clocksOf(call)));
    if (call.json) {
      call.out(JSON.stringify(found));
      return 0;
    }
    for (const each of found.entities) call.out(entityLine(each));
    for (const each of found.listed) call.out(foundLine(each));
    for (const each of found.claims) call.out(claimLine(each));
    for (const each of found.passages) call.out(passageLine(each));
    if (call.flag('facets')) for (const { name, values, more } of found.facets) call.out(`${name.padEnd(10)} ${values.map(({ value, count }) => `${oneLine(value, 40)} (${count})`).join(', ')}${more > 0 ? `, and ${more} more` : ''}`); // prettier-ignore
    if (found.passageTotal > MOST_RANKED) call.note(`Of ${found.passageTotal} passages, the newest ${MOST_RANKED} were ranked.`);
    if (found.claimsHaving > found.claimTotal && found.claimsHaving > MOST_LOOKED_AT)
      call.note(
        `${found.claimsHaving > MOST_RANKED ? `More than ${MOST_RANKED}` : found.claimsHaving} claims have the words: the newest ${MOST_LOOKED_AT} were looked at.`,
      );
    call.note(`${found.passageTotal} passages, ${found.claimTotal} claims and suggestions, ${found.entities.length} names.`);
    return 0;
  },
};

/** The shell took the quotes off: what holds spaces was a phrase, unless it is a whole query. */
const asTyped = (words: readonly string[]): string =>
  words.length === 1 ? (words[0] ?? '') : words.map((word) => (/\s/.test(word) && !word.includes('"') ? `"${word}"` : word)).join(' ');

function passageLine({ document, documentTitle, published, text, start, end }: PassageFound): string {
  return `${document}  ${(published ?? 'undated').padEnd(10)}  “${oneLine(text, 140)}” — ${oneLine(documentTitle, 50)} (${start} to ${end})`;
}
