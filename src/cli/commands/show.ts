// show: one document or claim whole, every line with its source.
import { translatedClaim } from '../../desk/attach.ts';
import { claimNames } from '../../desk/claim-names.ts';
import { listedView } from '../../desk/list-hits.ts';
import { claim, documentView } from '../../desk/questions.ts';
import type { Casebook } from '../../desk/casebook.ts';
import { joins } from '../../desk/joins.ts';
import { speaksAgainst } from '../../desk/speaks-against.ts';
import { openDocument } from '../../desk/open-document.ts';
import { speakers, utteranceOf } from '../../desk/utterances.ts';
import type { DocumentView, SpeakersShown } from '../../model/answers.ts';
import { sentLine } from '../sent-line.ts';
import type { PageCaptured } from '../../model/capture.ts';
import { METADATA_FIELDS } from '../../model/document.ts';
import type { TranslatedClaim } from '../../model/attachment.ts';
import type { MediaFact } from '../../model/media.ts';
import { claimLine, claimLines } from '../claim-lines.ts';
import { archiveLines, collectionLines, historyLine, problemLine } from '../custody-lines.ts';
import { BY, CASEBOOK, type Call, type Command } from '../command.ts';
import { attachedLine } from './attach.ts';
import { claimNameLines, showEntity } from './entities.ts';
import { listedLines } from './names.ts';
import { showEvent } from './events.ts';
import { showProceeding } from './proceedings.ts';
import { showSource } from './sources.ts';
import { manyLines, oneLine } from '../printable.ts';
import { remarksOn } from '../../desk/remarks.ts';
import type { RemarkRow } from '../../model/remark.ts';
import { remarkLine } from '../remark-lines.ts';
import { heardAt } from '../../desk/utterances.ts';
import { instantOf } from '../../desk/parse-filter.ts';
import { CLOCK_OPTIONS, clocksOf } from './lists.ts';
import { withCasebook } from '../with-casebook.ts';

export const show: Command = {
  name: 'show',
  usage: 'ID [--at EDTF] [--said-by EDTF] [--known-by EDTF]',
  about:
    'Shows one document (d_…, o_…), one claim or suggestion (s_…, c_…), one of those whom claims name (n_…), one entry of a list (x_…), one publisher (u_…), one event (ev_…) or one proceeding (pr_…) whole.\nThat a document was opened that is restricted or hidden stands in the record.',
  options: { ...CASEBOOK, ...BY, ...CLOCK_OPTIONS },
  words: [1, 1],
  examples: ['onrecord show d_0123456789abcdef', 'onrecord show s_0123456789abcdef --json'],
  async run(call) {
    const id = call.words[0] ?? '';
    if (id.startsWith('n_')) {
      await showEntity(call, id);
      return 0;
    }
    if (id.startsWith('u_')) {
      await showSource(call, id);
      return 0;
    }
    if (id.startsWith('x_')) {
      const view = await withCasebook(call, 'read', (casebook) => listedView(casebook, id));
      call.out(call.json ? JSON.stringify(view) : listedLines(view).join('\n'));
      return 0;
    }
    if (id.startsWith('pr_')) {
      await showProceeding(call, id);
      return 0;
    }
    if (id.startsWith('ev_')) {
      await showEvent(call, id);
      return 0;
    }
    const clocks = clocksOf(call);
    let sensitive = false;
    await withCasebook(call, 'read', async (casebook) => {
      if (/^[sc]_/.test(id)) {
        const found = await claim(casebook, id, clocks);
        const names = await claimNames(casebook, id, clocks);
        const translations = await translatedClaim(casebook, id, clocks);
        const heard = await heardAt(casebook, found);
        const remarks = await remarksOn(casebook, [id], instantOf(clocks));
        const utterance = found.orphan ? null : await utteranceOf(casebook, found.document, found.quote.start);
        const mayTell = found.status === 'recorded' ? await joins(casebook, id, clocks) : [];
        const against = await speaksAgainst(casebook, [found], clocks);
        const lines = [
          ...claimLines(found),
          ...against.map(({ claim: other, why }) => `  against       ${claimLine(other)} [${oneLine(why, 90)}]`),
          ...(utterance ? [`  ${'sent'.padEnd(13)} ${sentLine(utterance)}`] : []),
          ...mayTell.map(({ claim: other, why, joined }) => `  ${joined ? 'joined with' : 'may be of'}   ${claimLine(other)} [${oneLine(why, 90)}]`),
          ...(heard ? [`  heard         ${clockWords(heard.from)} to ${clockWords(heard.until)} of the recording`] : []),
          ...translations.map(translatedLine),
          ...claimNameLines(names),
          ...remarks.map((each) => `  remark        ${remarkLine(each)}`),
        ];
        call.out(call.json ? JSON.stringify({ ...found, utterance, names, heard, translations, joins: mayTell, against, remarks }) : lines.join('\n'));
      } else {
        sensitive = (await documentView(casebook, id)).sensitivity !== 'public' && casebook.damage === null;
        if (!sensitive) await showDocument(call, casebook, id);
      }
    });
    // Opening what is sensitive is an act, so it takes a casebook that is open to write.
    if (sensitive) await withCasebook(call, 'write', (casebook) => showDocument(call, casebook, id));
    return 0;
  },
};

/** So many of those who wrote or said most of it are named; `--json` has all. */
const MOST_SPEAKERS = 12;

async function showDocument(call: Call, casebook: Casebook, id: string): Promise<void> {
  const clocks = clocksOf(call);
  const found = await openDocument(casebook, id, clocks);
  const remarks = await remarksOn(casebook, [found.id], instantOf(clocks));
  const said = found.utterances > 0 ? await speakers(casebook, found.id) : null;
  call.out(call.json ? JSON.stringify({ ...found, speakers: said?.speakers ?? [], remarks }) : documentLines(found, said, remarks).join('\n'));
}

function documentLines(view: DocumentView, said: SpeakersShown | null, remarks: readonly RemarkRow[]): readonly string[] {
  const metadata = METADATA_FIELDS.flatMap((field) =>
    (view.metadata[field] ?? []).map(({ value, from }) => `  ${field.padEnd(10)} ${oneLine(value)}  (${oneLine(from)})`),
  );
  return [
    `${view.id}  ${oneLine(view.title ?? view.name)}`,
    `  ${'original'.padEnd(10)} SHA-256 ${view.sha256}, ${view.size} bytes, ${view.mediaType}, “${oneLine(view.name)}”`,
    ...collectionLines(view.collection),
    ...captureLines(view.capture),
    ...archiveLines(view.archives),
    ...metadata,
    ...view.media.map(({ fact, value, from }) => `  ${fact.padEnd(10)} ${oneLine(value)}  (${oneLine(from)})${CAUTIONS[fact] ?? ''}`),
    ...view.attached.map((each) => `  ${'attached'.padEnd(10)} ${attachedLine(each)}`),
    ...(said?.speakers ?? [])
      .slice(0, MOST_SPEAKERS)
      .map(({ name, utterances }) => `  ${'speaker'.padEnd(10)} ${oneLine(name)} (${utterances} of ${said?.total})`),
    ...view.warnings.map(({ detail }) => `  ${'NOT WHOLE'.padEnd(10)} ${oneLine(detail)}`),
    ...(view.problem ? [`${problemLine(view.problem)} ${view.problem.hint}`] : []),
    ...remarks.map((each) => `  ${'remark'.padEnd(10)} ${remarkLine(each)}`),
    ...view.history.map((line) => `  ${'history'.padEnd(10)} ${historyLine(line)}`),
    '',
    manyLines(view.text),
    '',
    ...view.claims.map(claimLine),
  ];
}

/** What is easily taken for more than it is. */
const CAUTIONS: Readonly<Partial<Record<MediaFact['fact'], string>>> = {
  taken: '; by the camera’s own clock, which may be wrong',
  created: '; by a program’s clock, which may be wrong',
  position: '; as the device gave it: it can be wrong, left from before, or altered',
};

/** Said with it: whose words they are, and that they are not those of the document. */
const translatedLine = ({ row, words, exact }: TranslatedClaim): string =>
  `  translated    ${words === '' ? 'nothing stands there' : `“${oneLine(words, 300)}”`} — translation by ${oneLine(row.madeBy)}${row.maker === 'engine' ? ' (a program)' : ''}, not the words themselves${exact ? '' : '; found by where it stands, roughly'}`;

/** Hours, minutes and seconds of a recording. */
const clockWords = (seconds: number): string => new Date(Math.round(seconds) * 1000).toISOString().slice(11, 19);
/** Of a page that was captured from the web: what was done, what shows it, and what is not in it. */
function captureLines(capture: PageCaptured | null): readonly string[] {
  if (!capture) return [];
  const { from, until, asked, reached, answers, proxied, browser, picture, pdf, noPicture, leftOut, leftOutBeside } = capture;
  const way = [...(asked === reached ? [] : [`reached ${oneLine(reached)}`]), `${answers} answers`, ...(proxied ? ['through a proxy'] : [])];
  return [
    `  ${'captured'.padEnd(10)} ${from} to ${until}, ${way.join(', ')}`,
    ...(picture === null ? [] : [`  ${'picture'.padEnd(10)} ${picture}${pdf === null ? '' : `, as a PDF ${pdf}`}, by ${oneLine(browser ?? '')}`]),
    ...(noPicture === null ? [] : [`  ${'no picture'.padEnd(10)} ${oneLine(noPicture, 200)}`]),
    ...leftOut.map(({ url, why }) => `  ${'left out'.padEnd(10)} ${oneLine(url)} (${oneLine(why)})`),
    ...(leftOutBeside === 0 ? [] : [`  ${'left out'.padEnd(10)} ${leftOutBeside} addresses more`]),
  ];
}
