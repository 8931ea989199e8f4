// Remarks as lines for a person to read: what, by whom, when, and how it ended.
import type { RemarkRow } from '../model/remark.ts';
import { oneLine } from './printable.ts';

export function remarkLine({ sort, list, value, text, by, at, ended, entry }: RemarkRow): string {
  const what = {
    note: `note: ${oneLine(value)}`,
    label: `label: ${list === null ? '' : `${oneLine(list)} / `}${oneLine(value)}`,
    assignment: `for ${oneLine(value)}`,
    reliability: `held to be ${value}`,
    being: `said to be a name of ${value === 'organization' ? 'an' : 'a'} ${value}`,
    search: `search kept as “${oneLine(value)}”`,
    revision: `seen that its words are not in ${value}`,
  }[sort];
  const end = ended ? ` (${ended.how} by ${oneLine(ended.by)}, ${ended.at}${ended.reason ? `: ${oneLine(ended.reason)}` : ''})` : '';
  return `${what}${text ? `: ${oneLine(text)}` : ''}, by ${oneLine(by)}, ${at}${end} (${entry})`;
}
