import { useTongue, type Phrase } from '../data/tongue.tsx';
import { Link } from '../parts/link.tsx';

const PAGES = ['events', 'proceedings', 'contradictions', 'gaps', 'sources', 'copies', 'elements', 'network', 'map'] as const;
export type RecordPage = (typeof PAGES)[number];

type Props = { readonly page: RecordPage; readonly title: Phrase; readonly lead: string };

/** The head of a page of the record, with the way to the others. */
export function RecordHead({ page, title, lead }: Props) {
  const { say } = useTongue();
  return (
    <header className="page-head">
      <title>{`${say(title)} · onrecord`}</title>
      <RecordTabs page={page} />
      <h1>{say(title)}</h1>
      <p className="lead">{lead}</p>
    </header>
  );
}

export function RecordTabs({ page }: { readonly page: RecordPage }) {
  const { say } = useTongue();
  return (
    <nav className="record-tabs" aria-label={say('record.pages')}>
      {PAGES.map((each) => (
        <Link key={each} href={`/${each}`} aria-current={each === page ? 'page' : undefined}>
          {say(`${each}.name`)}
        </Link>
      ))}
    </nav>
  );
}
