import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { NetworkEdge, NetworkNode } from '../../../src/model/network.ts';
import { useClockSearch } from '../clocks/use-clock-search.ts';
import { namePath, setParameters } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { ClaimExcerpt } from '../parts/claim-excerpt.tsx';
import { DateWords } from '../parts/claim-words.tsx';
import { Link } from '../parts/link.tsx';
import { Reason } from '../parts/reason.tsx';
import { someClaimsQuestion } from './network-question.ts';

type Props = {
  /** How many ties there are, of which those of most claims are listed. */
  readonly all: number;
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
export function EdgeList({ all, edges, nodes, selected, onSelect, isTitled = true }: Props) {
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
          <Edge key={`${edge.from} ${edge.to} ${edge.tie} ${edge.as.join(' ')}`} edge={edge} labels={labels} />
        ))}
      </ul>
      {edges.length > many && (
        <Button className="button" onPress={() => setMany(many + MOST)}>
          {say('network.more', { n: edges.length - many })}
        </Button>
      )}
      {all > edges.length && <p className="small soft">{say('network.beyond', { n: all - edges.length })}</p>}
    </section>
  );
}

type EdgeProps = { readonly edge: NetworkEdge; readonly labels: ReadonlyMap<string, string> };

function Edge({ edge: { from, to, tie, stances, claims, clock }, labels }: EdgeProps) {
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
      {isOpen && <ClaimsOf ids={claims} />}
    </li>
  );
}

/** Claims of a tie that are shown at once. */
const MOST_CLAIMS = 50;

function ClaimsOf({ ids }: { readonly ids: readonly string[] }) {
  const { say } = useTongue();
  const asked = useQuery(someClaimsQuestion(ids.slice(0, MOST_CLAIMS), useClockSearch()));
  if (asked.error) return <Reason title={say('error.title')} error={asked.error} again={() => void asked.refetch()} />;
  if (!asked.data) return <output className="soft">{say('loading')}</output>;
  return (
    <>
      {asked.data.map((claim) => (
        <ClaimExcerpt key={claim.id} claim={claim} />
      ))}
      {ids.length > MOST_CLAIMS && <p className="small soft">{say('network.claims.more', { n: ids.length - MOST_CLAIMS })}</p>}
    </>
  );
}
