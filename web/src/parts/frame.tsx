import { useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useKeys } from '../data/use-keys.ts';
import { setPreferences, THEMES, usePreferences } from '../data/preferences.ts';
import type { Route } from '../data/route.ts';
import { TONGUES, tongueName, useTongue } from '../data/tongue.tsx';
import { FindDialog } from '../find/find-dialog.tsx';
import { ShownNames } from '../veil/shown-names.tsx';
import { Altered } from './altered.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { Link } from './link.tsx';

const PAGES = [
  { page: 'home', href: '/' },
  { page: 'queue', href: '/queue' },
  { page: 'names', href: '/names' },
  { page: 'record', href: '/events' },
  { page: 'timeline', href: '/timeline' },
  { page: 'matrix', href: '/matrix' },
] as const;

/** Pages that lie inside of one that the bar names. */
const INSIDE: Readonly<Partial<Record<Route['page'], (typeof PAGES)[number]['page']>>> = {
  document: 'home',
  name: 'names',
  events: 'record',
  event: 'record',
  proceedings: 'record',
  proceeding: 'record',
  contradictions: 'record',
  gaps: 'record',
  copies: 'record',
  sources: 'record',
  source: 'record',
  elements: 'record',
  about: 'home',
  custody: 'home',
  network: 'record',
  map: 'record',
};

/** The bar and what is below it, the same on every page. */
export function Frame({ page, children }: { readonly page: Route['page']; readonly children: ReactNode }) {
  const { say } = useTongue();
  return (
    <>
      <a className="button skip" href="#main">
        {say('skip')}
      </a>
      <header className="bar">
        <Link className="wordmark" href="/" lang="en" dir="ltr">
          onrecord
        </Link>
        <nav aria-label={say('nav.label')}>
          {PAGES.map((each) => (
            <Link key={each.page} href={each.href} aria-current={each.page === page ? 'page' : INSIDE[page] === each.page}>
              {say(`nav.${each.page}`)}
            </Link>
          ))}
        </nav>
        <Tools />
      </header>
      <Altered />
      <ShownNames />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

function Tools() {
  const { say } = useTongue();
  const { tongue, theme } = usePreferences();
  const [isHelping, setHelping] = useState(false);
  const [isFinding, setFinding] = useState(false);
  useKeys({ '?': () => setHelping(true) });
  const nextTheme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'auto';
  return (
    <div className="bar-tools">
      <Button className="button button-quiet" aria-keyshortcuts="Control+K" onPress={() => setFinding(true)}>
        {say('find.title')} <kbd aria-hidden="true">Ctrl K</kbd>
      </Button>
      {TONGUES.filter((code) => code !== tongue).map((code) => (
        <Button key={code} className="button button-quiet" onPress={() => setPreferences({ tongue: code })}>
          <span lang={code}>{tongueName(code)}</span>
        </Button>
      ))}
      <Button className="button button-quiet" onPress={() => setPreferences({ theme: nextTheme })}>
        {say(`theme.${theme}`)}
      </Button>
      <Button className="button button-quiet" onPress={() => setHelping(true)}>
        <kbd aria-hidden="true">?</kbd> {say('keys.open')}
      </Button>
      <FindDialog isOpen={isFinding} onOpenChange={setFinding} />
      <KeysDialog isOpen={isHelping} onOpenChange={setHelping} />
    </div>
  );
}
