// search: passages, claims and names, by words.
import { Fault } from '../../base/fault.ts';
import { keepSearch, keptSearches } from '../../desk/kept-searches.ts';
import { MOST_LOOKED_AT, MOST_RANKED, search as searchIn } from '../../desk/search.ts';
import type { PassageFound } from '../../model/found.ts';
import type { RemarkRow } from '../../model/remark.ts';
import { claimLine, possiblyWords } from '../claim-lines.ts';
import { BY, CASEBOOK, type Call, type Command } from '../command.ts';
import { foundLine } from '../list-lines.ts';
import { oneLine } from '../printable.ts';
import { remarkLine } from '../remark-lines.ts';
import { withCasebook } from '../with-casebook.ts';
import { entityLine } from './entities.ts';
import { CLOCK_OPTIONS, clocksOf } from './lists.ts';

export const search: Command = {
  name: 'search',
  usage: 'QUERY… [--facets] [--across-scripts] [--at EDTF] [--said-by EDTF] [--known-by EDTF] | QUERY… --keep NAME [--by NAME] | --kept',
  about:
    'Finds passages, claims and names by words, whatever the letter forms of their script: "a phrase", word*, AND, OR, NOT, (…), and the fields\nspeaker: kind: family: publisher: origin: lang: date: (of the document, EDTF) year: (of when it happened) stage: reviewed:yes|no label:. Suggestions are given as such. --keep keeps the search in the casebook under a name, --kept lists those that are kept; `review undo ENTRY` lets one go.\nWith --json one value.',
  options: {
    ...CASEBOOK,
    ...BY,
    ...CLOCK_OPTIONS,
    'across-scripts': { type: 'boolean', about: 'a word or phrase also finds the other names, in any script, of those whom it may name' },
    facets: { type: 'boolean', about: 'print how many of the claims have which value of each facet' },
    keep: { type: 'string', value: 'NAME', about: 'keep this search under a name' },
    kept: { type: 'boolean', about: 'list the searches that are kept' },
  },
  words: [0, Infinity],
  examples: ['onrecord search "clemency panel" OR tribunal*', 'onrecord search \'kind:execution speaker:"Ledger for Justice"\''],
  async run(call) {
    const keep = call.text('keep');
    if (keep !== undefined) return printKept(call, await withCasebook(call, 'write', (casebook) => keepSearch(casebook, keep, asTyped(call.words))));
    if (call.flag('kept')) return printKept(call, await withCasebook(call, 'read', keptSearches));
    if (call.words.length === 0) throw new Fault('bad-usage', 'nothing is searched for', 'Give one word or more, or --kept.');
    const found = await withCasebook(call, 'read', (casebook) =>
      searchIn(casebook, asTyped(call.words), clocksOf(call), { across: call.flag('across-scripts') }),
    );
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

function printKept(call: Call, kept: readonly RemarkRow[]): 0 {
  if (call.json) call.out(JSON.stringify(kept));
  else for (const row of kept) call.out(`${oneLine(row.about.label)}: ${remarkLine(row)}`);
  return 0;
}

/** The shell took the quotes off: what holds spaces was a phrase, unless it is a whole query. */
const asTyped = (words: readonly string[]): string =>
  words.length === 1 ? (words[0] ?? '') : words.map((word) => (/\s/.test(word) && !word.includes('"') ? `"${word}"` : word)).join(' ');

function passageLine({ document, documentTitle, published, text, start, end, possibly }: PassageFound): string {
  return `${document}  ${(published ?? 'undated').padEnd(10)}  “${oneLine(text, 140)}” — ${oneLine(documentTitle, 50)} (${start} to ${end})${possiblyWords(possibly)}`;
}
