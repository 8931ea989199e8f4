import { lazy, Suspense, useEffect, useMemo, useRef } from 'react';
import { I18nProvider } from 'react-aria-components';
import { BesidePage } from './copies/beside-page.tsx';
import { CopiesPage } from './copies/copies-page.tsx';
import { CustodyPage } from './custody/custody-page.tsx';
import { usePreferences } from './data/preferences.ts';
import { readRoute, usePath, type Route } from './data/route.ts';
import { SpokenIn, tongueOf, useTongue } from './data/tongue.tsx';
import { HomePage } from './home/home.tsx';
import { IntegrityPage } from './integrity/integrity-page.tsx';
import { ListedPage } from './lists/listed-page.tsx';
import { ListsPage } from './lists/lists-page.tsx';
import { MapPage } from './map/map-page.tsx';
import { MatrixPage } from './matrix/matrix.tsx';
import { Frame } from './parts/frame.tsx';
import { Link } from './parts/link.tsx';
import { NetworkPage } from './network/network-page.tsx';
import { EntityPage } from './names/entity-page.tsx';
import { NamesPage } from './names/names-page.tsx';
import { QueuePage } from './queue/queue.tsx';
import { ReaderPage } from './reader/reader.tsx';
import { ContradictionsPage } from './record/contradictions-page.tsx';
import { EventPage } from './record/event-page.tsx';
import { EventsPage } from './record/events-page.tsx';
import { GapsPage } from './record/gaps-page.tsx';
import { ProceedingPage } from './record/proceeding-page.tsx';
import { ProceedingsPage } from './record/proceedings-page.tsx';
import { SearchPage } from './search/search-page.tsx';
import { TimelinePage } from './timeline/timeline.tsx';

// Brought only to whom asks for them.
const AboutPage = lazy(async () => ({ default: (await import('./custody/about-page.tsx')).AboutPage }));
const ElementsPage = lazy(async () => ({ default: (await import('./record/elements-page.tsx')).ElementsPage }));
const SourcesPage = lazy(async () => ({ default: (await import('./sources/sources-page.tsx')).SourcesPage }));
const SourcePage = lazy(async () => ({ default: (await import('./sources/source-page.tsx')).SourcePage }));

/** The whole desk: the interface's language around the page that the address names. */
export function Desk() {
  const { tongue } = usePreferences();
  const path = usePath();
  const route = readRoute(path);
  const spoken = useMemo(() => tongueOf(tongue), [tongue]);
  useArrival(path);
  return (
    <I18nProvider locale={tongue}>
      <SpokenIn tongue={spoken}>
        <Frame page={route.page}>
          <Suspense fallback={<output className="page soft">{spoken.say('loading')}</output>}>
            <Page route={route} />
          </Suspense>
        </Frame>
      </SpokenIn>
    </I18nProvider>
  );
}

function Page({ route }: { readonly route: Route }) {
  if (route.page === 'home') return <HomePage />;
  if (route.page === 'document') return <ReaderPage id={route.id} />;
  if (route.page === 'custody') return <CustodyPage id={route.id} />;
  if (route.page === 'about') return <AboutPage id={route.id} />;
  if (route.page === 'beside') return <BesidePage left={route.id} right={route.other} />;
  if (route.page === 'names') return <NamesPage />;
  if (route.page === 'name') return route.id.startsWith('x_') ? <ListedPage id={route.id} /> : <EntityPage id={route.id} />;
  if (route.page === 'lists') return <ListsPage />;
  if (route.page === 'queue') return <QueuePage />;
  if (route.page === 'integrity') return <IntegrityPage />;
  if (route.page === 'timeline') return <TimelinePage />;
  if (route.page === 'events') return <EventsPage />;
  if (route.page === 'event') return <EventPage id={route.id} />;
  if (route.page === 'proceedings') return <ProceedingsPage />;
  if (route.page === 'proceeding') return <ProceedingPage id={route.id} />;
  if (route.page === 'contradictions') return <ContradictionsPage />;
  if (route.page === 'gaps') return <GapsPage />;
  if (route.page === 'copies') return <CopiesPage />;
  if (route.page === 'sources') return <SourcesPage />;
  if (route.page === 'source') return <SourcePage id={route.id} />;
  if (route.page === 'elements') return <ElementsPage />;
  if (route.page === 'network') return <NetworkPage />;
  if (route.page === 'map') return <MapPage />;
  if (route.page === 'search') return <SearchPage />;
  return route.page === 'matrix' ? <MatrixPage /> : <Nowhere />;
}

function Nowhere() {
  const { say } = useTongue();
  return (
    <div className="page">
      <div className="notice">
        <h1>{say('error.notFound.title')}</h1>
        <p>{say('error.notFound')}</p>
        <Link className="button" href="/">
          {say('error.home')}
        </Link>
      </div>
    </div>
  );
}

/** On another page, let a screen reader and the Tab key begin at its content. */
function useArrival(path: string): void {
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    document.getElementById('main')?.focus({ preventScroll: true });
  }, [path]);
}
