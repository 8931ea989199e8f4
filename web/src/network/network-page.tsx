import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { TIES, type Network, type NetworkEdge, type Tie } from '../../../src/model/network.ts';
import { ClockBar } from '../clocks/clock-bar.tsx';
import { useClocks } from '../clocks/use-clocks.ts';
import { setParameters, useParameter } from '../data/route.ts';
import { useIsLarge } from '../data/use-is-large.ts';
import { useTongue } from '../data/tongue.tsx';
import { Asked } from '../parts/asked.tsx';
import { Choice } from '../parts/choice.tsx';
import { NamePicker } from '../parts/name-picker.tsx';
import { RecordHead } from '../record/record-head.tsx';
import { Beginnings } from './beginnings.tsx';
import { cutNetwork } from './cut-network.ts';
import { EdgeList } from './edge-list.tsx';
import { networkQuestion } from './network-question.ts';

// What draws is brought only to this page.
const Drawing = lazy(() => import('./drawing.tsx'));

const DEPTHS = ['1', '2', '3'] as const;
/** Names that the picture shows, where there are more; and of how many claims a tie is shown. The first is meant where the address does not say. */
const MOST = ['150', '50', '500', 'all'] as const;
const LEAST = ['1', '2', '3', '5', '10'] as const;

/** Who stands with whom by recorded claims: everybody, around one, or the shortest way between two. The address says which. */
export function NetworkPage() {
  const { say, number } = useTongue();
  const [of] = useParameter('of');
  const [to] = useParameter('to');
  const [depth] = useParameter('depth');
  const [ties] = useParameter('ties');
  const most = useOneOf('most', MOST);
  const least = useOneOf('least', LEAST);
  const shown = TIES.filter((tie) => ties === null || ties.split(',').includes(tie));
  const isLarge = useIsLarge();
  const asked = {
    ...useClocks(),
    ...(of === null ? {} : { of }),
    ...(of === null || to === null ? {} : { to }),
    ...(of === null || to !== null || depth === null ? {} : { depth }),
  };
  return (
    <div className="page record network-page">
      <RecordHead page="network" title="network.title" lead={say('network.lead')} />
      <ClockBar />
      <div className="queue-narrowing">
        <NamePicker label={say('network.of')} value={of} onChange={(id) => setParameters({ of: id, to: id === null ? null : to }, true)} />
        {of !== null && <NamePicker label={say('network.to')} value={to} onChange={(id) => setParameters({ to: id }, true)} />}
        {of !== null && to === null && (
          <Choice
            label={say('network.depth')}
            value={DEPTHS.find((each) => each === depth) ?? '1'}
            groups={[{ title: '', options: DEPTHS.map((value) => ({ value, label: number(Number(value)) })) }]}
            onChange={(chosen) => setParameters({ depth: chosen === '1' ? null : chosen }, true)}
          />
        )}
        <Choice
          label={say('network.least')}
          value={least}
          groups={[{ title: '', options: LEAST.map((value) => ({ value, label: number(Number(value)) })) }]}
          onChange={(chosen) => setParameters({ least: chosen === LEAST[0] ? null : chosen }, false)}
        />
        <Choice
          label={say('network.most')}
          value={most}
          groups={[{ title: '', options: MOST.map((value) => ({ value, label: value === 'all' ? say('network.most.all') : number(Number(value)) })) }]}
          onChange={(chosen) => setParameters({ most: chosen === MOST[0] ? null : chosen }, false)}
        />
      </div>
      <ToggleButtonGroup
        className="choices"
        aria-label={say('network.ties')}
        selectionMode="multiple"
        selectedKeys={new Set<Tie>(shown)}
        onSelectionChange={(keys) => {
          const chosen = TIES.filter((tie) => keys.has(tie));
          setParameters({ ties: chosen.length === TIES.length || chosen.length === 0 ? null : chosen.join(',') }, false);
        }}
      >
        {TIES.map((tie) => (
          <ToggleButton key={tie} id={tie} className="choice tie" data-tie={tie}>
            {say(`network.tie.${tie}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {of === null && isLarge !== false ? (
        isLarge && <Beginnings />
      ) : (
        <Found
          search={new URLSearchParams(asked).toString()}
          ties={shown.join(',')}
          isWay={of !== null && to !== null}
          most={most === 'all' ? Number.POSITIVE_INFINITY : Number(most)}
          least={Number(least)}
        />
      )}
    </div>
  );
}

/** A parameter of the address that has one of these values; the first where it has none of them. */
function useOneOf<Value extends string>(name: string, values: readonly [Value, ...Value[]]): Value {
  const [given] = useParameter(name);
  return values.find((value) => value === given) ?? values[0];
}

function Found({ search, ...shown }: Omit<ShownProps, 'network'> & { readonly search: string }) {
  return <Asked asked={useQuery(networkQuestion(search))}>{(network) => <Shown network={network} {...shown} />}</Asked>;
}

type ShownProps = {
  readonly network: Network;
  /** Sorts of ties, parted by commas. */
  readonly ties: string;
  readonly isWay: boolean;
  /** Names that the picture shows. */
  readonly most: number;
  /** Claims that a tie has at least. */
  readonly least: number;
};

function Shown({ network, ties, isWay, most, least }: ShownProps) {
  const { say } = useTongue();
  const [selected, setSelected] = useState<string | null>(null);
  const { nodes, edges } = useMemo(() => narrowed(network, ties, least), [network, ties, least]);
  const kept = useMemo(() => new Set(network.path ?? []), [network]);
  const picture = useMemo(() => cutNetwork({ nodes, edges }, most, kept), [nodes, edges, most, kept]);
  const { without } = picture;
  if (isWay && network.path === null) return <p className="notice">{say('network.noWay')}</p>;
  if (nodes.length === 0) return <p className="notice">{say('network.none')}</p>;
  const touching = (edge: NetworkEdge): boolean => selected === null || edge.from === selected || edge.to === selected;
  const listed = edges.filter(touching);
  return (
    <>
      <p className="small soft">
        {say('network.counts', { nodes: nodes.length, edges: edges.length })}
        {network.edges.length < network.all.edges && (
          <span className="caution"> {say('network.strongest', { edges: network.edges.length, all: network.all.edges, nodes: network.all.nodes })}</span>
        )}
        {network.path !== null && (
          <>
            {say('comma')}
            {say('network.way', { n: network.path.length - 1 })}
          </>
        )}
        {network.cut && <span className="caution"> {say('network.cut')}</span>}
      </p>
      {without.edges > 0 && <p className="small caution">{say('network.without', { nodes: picture.nodes.length, names: without.nodes, n: without.edges })}</p>}
      {without.denied > 0 && <p className="small soft">{say('network.without.denied', { n: without.denied })}</p>}
      {picture.nodes.length > 0 && (
        <Suspense fallback={<output className="network-drawing soft">{say('loading')}</output>}>
          <Drawing graph={picture} selected={selected} onSelect={setSelected} />
        </Suspense>
      )}
      <EdgeList all={listed.length} edges={listed} nodes={nodes} selected={selected} onSelect={setSelected} />
    </>
  );
}

/** The ties of these sorts that so many claims tell of, and whom they are between. */
function narrowed(network: Network, ties: string, least: number): Pick<Network, 'nodes' | 'edges'> {
  const shown = ties.split(',');
  const edges = network.edges.filter(({ tie, claims }) => shown.includes(tie) && claims.length >= least);
  const named = new Set([...edges.flatMap(({ from, to }) => [from, to]), ...(network.path ?? [])]);
  return { nodes: network.nodes.filter(({ id }) => named.has(id)), edges };
}
