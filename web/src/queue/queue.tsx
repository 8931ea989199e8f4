import { useQuery } from '@tanstack/react-query';
import type { Queue } from '../../../src/model/queue.ts';
import { queueQuestion } from '../data/questions.ts';
import { useParameter } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { Asked } from '../parts/asked.tsx';
import { Choice } from '../parts/choice.tsx';
import { Waiting } from './waiting.tsx';

const ORDERS = ['document', 'kind', 'speaker', 'confidence'] as const;
const LEAST = ['0.5', '0.7', '0.8', '0.9'] as const;
const NARROWING = ['by', 'kind', 'speaker', 'document', 'least'] as const;

/** Stands for "do not narrow" among the options, and for the document's own voice; neither is a name that a text could have. */
const ALL = '\u0000all';
const OWN_VOICE = '\u0000own';

/** Every suggestion that waits, whatever its document, in the order and of the sort that a person wants to work through. */
export function QueuePage() {
  const search = new URLSearchParams();
  const [by] = useParameter('by');
  const [kind] = useParameter('kind');
  const [speaker] = useParameter('speaker');
  const [document] = useParameter('document');
  const [least] = useParameter('least');
  [by, kind, speaker === OWN_VOICE ? '' : speaker, document, least].forEach((value, n) => {
    if (value !== null) search.set(NARROWING[n] ?? '', value);
  });
  const asked = useQuery(queueQuestion(search.toString()));
  return <Asked asked={asked}>{(queue) => <QueueOf queue={queue} />}</Asked>;
}

function QueueOf({ queue }: { readonly queue: Queue }) {
  const { say } = useTongue();
  return (
    <div className="page queue">
      <title>{`${say('nav.queue')} · onrecord`}</title>
      <header className="page-head">
        <h1>{say('queue.title')}</h1>
        <p className="lead">{queue.total === 0 ? say('queue.none') : say('queue.lead', { n: queue.total })}</p>
      </header>
      <Narrowing queue={queue} />
      <Waiting queue={queue} />
    </div>
  );
}

/** What narrows and orders the queue; all of it stands in the address. */
function Narrowing({ queue: { sorts } }: { readonly queue: Queue }) {
  const tongue = useTongue();
  const { say } = tongue;
  const counted = (value: string, name: string, n: number) => ({ value, label: say('queue.sort', { name, n }) });
  const isolate = (words: string): string => `\u2068${words}\u2069`;
  return (
    <div className="queue-narrowing">
      <Narrow name="by" all="document" options={ORDERS.map((order) => ({ value: order, label: say(`queue.by.${order}`) }))} />
      <Narrow name="kind" all={ALL} options={sorts.kinds.map(({ kind, waits }) => counted(kind, tongue.kind(kind), waits))} />
      <Narrow
        name="speaker"
        all={ALL}
        options={sorts.speakers.map(({ speaker, waits }) =>
          speaker === '' ? counted(OWN_VOICE, say('saidBy.author'), waits) : counted(speaker, isolate(speaker), waits),
        )}
      />
      <Narrow name="document" all={ALL} options={sorts.documents.map(({ document, title, waits }) => counted(document, isolate(title), waits))} />
      <Narrow name="least" all={ALL} options={LEAST.map((value) => ({ value, label: say('queue.atLeast', { n: Number(value) }) }))} />
    </div>
  );
}

type NarrowProps = {
  readonly name: (typeof NARROWING)[number];
  /** The option that stands for no parameter in the address. */
  readonly all: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
};

function Narrow({ name, all, options }: NarrowProps) {
  const { say } = useTongue();
  const [value, setValue] = useParameter(name);
  const label = say(`queue.${name}`);
  const shown = all === ALL ? [{ value: ALL, label: say('queue.all') }, ...options] : options;
  const present = value === '' ? OWN_VOICE : value;
  return (
    <Choice label={label} value={present ?? all} groups={[{ title: label, options: shown }]} onChange={(next) => setValue(next === all ? null : next, true)} />
  );
}
