import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Network, NetworkEdge, NetworkNode } from '../../../src/model/network.ts';
import { namePath, setParameters } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { ClaimExcerpt } from '../parts/claim-excerpt.tsx';
import { DateWords } from '../parts/claim-words.tsx';
import { Link } from '../parts/link.tsx';

type Props = {
  readonly network: Network;
  readonly edges: readonly NetworkEdge[];
  readonly nodes: readonly NetworkNode[];
  /** Whose ties are shown alone; null for all. */
  readonly selected: string | null;
  readonly onSelect: (id: string | null) => void;
  /** The list stands under a title of its own. */
  readonly isTitled?: boolean;
};

/** Dates of documents that a tie is shown with. */
const MOST_DATES = 3;
/** Rows that are shown at first, and that each press adds. */
const MOST = 200;

/** Every tie in words, with its claims; the picture shows no more than this. */
export function EdgeList({ network, edges, nodes, selected, onSelect, isTitled = true }: Props) {
  const { say } = useTongue();
  const [many, setMany] = useState(MOST);
  const labels = new Map(nodes.map(({ id, label }) => [id, label]));
  const one = selected === null ? undefined : labels.get(selected);
  return (
    <section>
      {isTitled && <h2>{say('network.list')}</h2>}
      {selected !== null && one !== undefined && (
        <div className="actions">
          <Link href={namePath(selected)} dir="auto">
            {one}
          </Link>
          <Button className="button" onPress={() => setParameters({ of: selected, to: null }, true)}>
            {say('network.around')}
          </Button>
          <Button className="button button-quiet" onPress={() => onSelect(null)}>
            {say('network.everybody')}
          </Button>
        </div>
      )}
      <ul className="record-rows edges">
        {edges.slice(0, many).map((edge) => (
          <Edge key={`${edge.from} ${edge.to} ${edge.tie} ${edge.as.join(' ')}`} edge={edge} labels={labels} network={network} />
        ))}
      </ul>
      {edges.length > many && (
        <Button className="button" onPress={() => setMany(many + MOST)}>
          {say('network.more', { n: edges.length - many })}
        </Button>
      )}
    </section>
  );
}

type EdgeProps = { readonly edge: NetworkEdge; readonly labels: ReadonlyMap<string, string>; readonly network: Network };

function Edge({ edge: { from, to, tie, stances, claims, clock }, labels, network }: EdgeProps) {
  const { say } = useTongue();
  const [isOpen, setOpen] = useState(false);
  const [first, last] = clock.happened;
  const happened = first === null && last === null ? null : first === last ? first : `${first ?? '..'}/${last ?? '..'}`;
  return (
    <li>
      <span className="card-line">
        <Link href={namePath(from)} dir="auto">
          {labels.get(from)}
        </Link>
        <span className="tie" data-tie={tie}>
          {say(`network.tie.${tie}`)}
        </span>
        <Link href={namePath(to)} dir="auto">
          {labels.get(to)}
        </Link>
        {stances.every((stance) => stance === 'denied') && <span className="caution">{say('network.denied')}</span>}
      </span>
      <span className="small soft edge-clock">
        {happened !== null && (
          <span className="when">
            {say('network.happened')} <DateWords edtf={happened} />
          </span>
        )}
        {clock.said.length > 0 && (
          <span className="when">
            {say('network.said')}{' '}
            {clock.said.slice(0, MOST_DATES).map((date, n) => (
              <span key={date}>
                {n > 0 && say('comma')}
                <DateWords edtf={date} />
              </span>
            ))}
            {clock.said.length > MOST_DATES && ` ${say('network.said.more', { n: clock.said.length - MOST_DATES })}`}
          </span>
        )}
        <button type="button" className="cell" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {say('names.claims', { n: claims.length })}
        </button>
      </span>
      {isOpen && network.claims.filter(({ id }) => claims.includes(id)).map((claim) => <ClaimExcerpt key={claim.id} claim={claim} />)}
    </li>
  );
}
