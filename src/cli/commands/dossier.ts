// dossier: all that the record has of one person, organization, place or event, each line with its source.
import { dossier as dossierOf } from '../../desk/dossier.ts';
import { happenings } from '../../desk/happenings.ts';
import type { CitedSource, Dossier, DossierLine } from '../../model/dossier.ts';
import type { Figures } from '../../model/figures.ts';
import { claimLine } from '../claim-lines.ts';
import { CASEBOOK, type Command } from '../command.ts';
import { oneLine } from '../printable.ts';
import { remarkLine } from '../remark-lines.ts';
import { withCasebook } from '../with-casebook.ts';
import { figureLines, originLines } from './events.ts';
import { CLOCK_OPTIONS, clocksOf } from './lists.ts';

export const dossier: Command = {
  name: 'dossier',
  usage: 'NAME|ID [--at EDTF] [--said-by EDTF] [--known-by EDTF]',
  about:
    'Shows all that recorded claims tell of one person, organization or place (n_…, or a name that only one bears) or event (ev_…): in order, each line\nwith the number of its source, and what speaks against it below it.',
  options: { ...CASEBOOK, ...CLOCK_OPTIONS },
  words: [1, 1],
  examples: ['onrecord dossier "Kamran Sohrabzadeh"', 'onrecord dossier n_0123456789abcdef --said-by 2021 --json'],
  async run(call) {
    const [found, figures] = await withCasebook(call, 'read', async (casebook) => {
      const told = await dossierOf(casebook, call.words[0] ?? '', clocksOf(call));
      const { events } = await happenings(casebook, told.id, clocksOf(call));
      return [told, events.flatMap(({ id, label, figures: given }) => (given.length === 0 ? [] : [{ event: id, label, figures: given }]))] as const;
    });
    call.out(
      call.json
        ? JSON.stringify({ ...found, figures })
        : [...dossierLines(found), ...part('How many, as each gives it', figures.flatMap(figuresOf))].join('\n'),
    );
    return 0;
  },
};

function dossierLines(of: Dossier): readonly string[] {
  const { at, saidBy, knownBy } = of.clocks;
  const clocks = [at && `of ${at}`, saidBy && `said by ${saidBy}`, knownBy && `known by ${knownBy}`].filter(Boolean);
  return [
    `${of.id}  ${oneLine(of.label)} (${of.sort}), as of ${of.asOf}${clocks.length > 0 ? `: ${clocks.join(', ')}` : ''}`,
    ...of.names.map(({ label, documentTitle }) => `  name          “${oneLine(label)}” in ${oneLine(documentTitle, 60)}`),
    ...originLines(of.origins),
    ...of.remarks.map((each) => `  remark        ${remarkLine(each)}`),
    ...part('Proceedings', of.proceedings.map(({ id, jurisdiction, label }) => `  ${id}  ${jurisdiction ?? 'country not said'}: ${label}`)),
    ...part('In order', of.dated.flatMap(lineOf)),
    ...part('Not dated', of.undated.flatMap(lineOf)),
    ...part('In its own words', of.said.flatMap(lineOf)),
    ...part('Contradicted', of.contradictions.map(({ id, on, left, right, open }) => `  ${id}  ${on}: “${oneLine(left.value, 60)}” against “${oneLine(right.value, 60)}” (${open ? 'open' : 'ruled on'})`)),
    ...part('Sources', of.sources.map(sourceLine)),
  ]; // prettier-ignore
}

const figuresOf = ({ event, label, figures }: { readonly event: string; readonly label: string; readonly figures: readonly Figures[] }): readonly string[] => [
  `  ${event}  “${oneLine(label, 90)}”`,
  ...figures.flatMap(figureLines),
];

const part = (title: string, lines: readonly string[]): readonly string[] => (lines.length === 0 ? [] : ['', title, ...lines]);

const lineOf = ({ claim, source, as, against }: DossierLine): readonly string[] => [
  `  [${source}] ${claimLine(claim)}${as.length > 0 ? ` [${as.join(', ')}]` : ''}`,
  ...against.map((each) => `      against it: [${each.source}] ${claimLine(each.claim)} [${oneLine(each.why, 90)}]`),
];

const sourceLine = ({ number, document, title, publisher, published, url }: CitedSource): string =>
  `  [${number}] ${[oneLine(title), publisher && oneLine(publisher), published ?? 'undated', url && oneLine(url)].filter(Boolean).join(', ')} (${document})`;
