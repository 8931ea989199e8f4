// inspect: one layer of the analysis of files, for those who measure or extend it.
import { resolve } from 'node:path';
import { inspectFiles, LAYERS } from '../../desk/suggest-files.ts';
import { oneOf } from '../../base/shape.ts';
import type { Command } from '../command.ts';
import { oneLine } from '../printable.ts';
import { PUBLISHED } from './suggest.ts';

export const inspect: Command = {
  name: 'inspect',
  usage: `FILE… --layer ${LAYERS.join('|')} [--published EDTF] --json`,
  about: 'Shows one layer of the analysis of files, one JSON value a line. Offsets are code points.',
  options: { ...PUBLISHED, layer: { type: 'string', value: 'LAYER', about: `one of ${LAYERS.join(', ')}` } },
  words: [1, Infinity],
  examples: ['onrecord inspect report.txt --layer times --published 2022-08 --json'],
  async run(call) {
    let unreadable = 0;
    const layer = oneOf(LAYERS)(call.text('layer'), '--layer');
    const paths = call.words.map((path) => resolve(call.folder, path));
    for await (const { path, result } of inspectFiles(paths, layer, call.text('published') ?? null, call.stopped)) {
      if (result.ok) call.out(JSON.stringify(result.document));
      else {
        unreadable++;
        call.note(`${oneLine(path)}: ${result.problem.reason} ${result.problem.hint}`);
      }
    }
    return unreadable > 0 ? 1 : 0;
  },
};
