// network: who stands with whom, and by which claims.
import { Fault } from '../../base/fault.ts';
import { network as networkOf } from '../../desk/network.ts';
import type { Network, NetworkEdge } from '../../model/network.ts';
import { claimLine } from '../claim-lines.ts';
import { CASEBOOK, type Call, type Command } from '../command.ts';
import { oneLine } from '../printable.ts';
import { withCasebook } from '../with-casebook.ts';
import { CLOCK_OPTIONS, clocksOf } from './lists.ts';

export const network: Command = {
  name: 'network',
  usage: '[NAME|ID [NAME|ID]] [--depth N] [--at EDTF] [--said-by EDTF] [--known-by EDTF]',
  about:
    'Shows who stands with whom by recorded claims: membership, command, post, party to a proceeding, named together in a harm; each with its claims\nand of when they are. Around one where one is named; the shortest way between two where two are. Nothing is inferred from two claims together.',
  options: {
    ...CASEBOOK,
    ...CLOCK_OPTIONS,
    depth: { type: 'string', value: 'N', about: 'so many steps around the one that is named (1), or at most to the other (6)' },
  },
  words: [0, 2],
  examples: ['onrecord network "Asadollah Moradkhani"', 'onrecord network n_0123456789abcdef n_fedcba9876543210 --json'],
  async run(call) {
    const [of = null, to = null] = call.words;
    const found = await withCasebook(call, 'read', (casebook) => networkOf(casebook, { of, to, depth: depthOf(call) }, clocksOf(call)));
    if (call.json) call.out(JSON.stringify(found));
    else for (const line of networkLines(found)) call.out(line);
    if (found.cut) call.note('There is more: name one, or fewer steps.');
    if (to !== null && found.path === null) call.note('No recorded claims lead from the one to the other.');
    else if (found.edges.length === 0) call.note('No recorded claim that fits names two together.');
    return 0;
  },
};

function depthOf(call: Call): number | null {
  const words = call.text('depth');
  if (words === undefined) return null;
  if (/^[1-6]$/.test(words)) return Number(words);
  throw new Fault('bad-usage', `--depth ${words} is no number of steps`, 'Give a whole number from 1 to 6.');
}

function networkLines({ nodes, edges, claims, path }: Network): readonly string[] {
  const labels = new Map(nodes.map(({ id, label }) => [id, label]));
  const labelOf = (id: string): string => oneLine(labels.get(id) ?? id, 60);
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  return [
    ...(path ? [`way: ${path.map(labelOf).join(' → ')}`] : []),
    ...edges.flatMap((edge) => [
      `${edge.from} ${edge.to}  ${labelOf(edge.from)} (${edge.as[0]}) and ${labelOf(edge.to)} (${edge.as[1]}): ${edge.tie}${clockWords(edge)}`,
      ...edge.claims.flatMap((id) => byId.get(id) ?? []).map((claim) => `    ${claimLine(claim)}`),
    ]),
  ];
}

function clockWords({ clock: { happened, said }, stances }: NetworkEdge): string {
  const [first, last] = happened;
  const when = first === null && last === null ? 'undated' : first === last ? first : `${first ?? '…'} to ${last ?? '…'}`;
  const stance = stances.includes('asserted') ? '' : `, only ${stances.join(' or ')}`;
  return `, ${when}${said.length > 0 ? `, said ${said[0] ?? ''}${said.length > 1 ? ` to ${said.at(-1) ?? ''}` : ''}` : ''}${stance}`;
}
