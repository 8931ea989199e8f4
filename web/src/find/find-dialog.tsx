import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Autocomplete, Header, Input, Label, Menu, MenuItem, MenuSection, TextField } from 'react-aria-components';
import type { FindingsAndLists } from '../../../src/model/list-answers.ts';
import { isolated } from '../data/isolated.ts';
import { findQuestion } from '../data/questions.ts';
import { documentPath, namePath, navigate, searchPath } from '../data/route.ts';
import { useTongue, type Tongue } from '../data/tongue.tsx';
import { Window } from '../parts/window.tsx';

type Props = { readonly isOpen: boolean; readonly onOpenChange: (isOpen: boolean) => void };

/** Finds pages, documents and claims by their words; Enter goes to the one that is marked. */
export function FindDialog({ isOpen, onOpenChange }: Props) {
  const { say } = useTongue();
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.code !== 'KeyK') return;
      event.preventDefault();
      onOpenChange(true);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onOpenChange]);
  return (
    <Window title={say('find.title')} place="middle" isOpen={isOpen} onOpenChange={onOpenChange}>
      <Find onGone={() => onOpenChange(false)} />
    </Window>
  );
}

type Place = { readonly href: string; readonly name: string; readonly about: string };
type Sort = { readonly title: string; readonly places: readonly Place[] };

function Find({ onGone }: { readonly onGone: () => void }) {
  const tongue = useTongue();
  const { say } = tongue;
  const [words, setWords] = useState('');
  const field = useRef<HTMLDivElement>(null);
  // The window is opened to type in it.
  useEffect(() => field.current?.querySelector('input')?.focus(), []);
  const found = useQuery(findQuestion(words.trim())).data;
  const sorts = sortsOf(tongue, words, found);
  const go = (href: string): void => {
    onGone();
    navigate(href);
  };
  // What was found may have come after the last mark was set; then the first of it is meant.
  const onEnter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    const marked = field.current?.querySelector('input')?.getAttribute('aria-activedescendant');
    const first = sorts[0]?.places[0];
    if (!first || (marked && document.getElementById(marked))) return;
    event.preventDefault();
    event.stopPropagation();
    go(first.href);
  };
  return (
    <Autocomplete inputValue={words} onInputChange={setWords}>
      <div role="presentation" ref={field} onKeyDownCapture={onEnter}>
        <TextField className="field">
          <Label>{say('find.words')}</Label>
          <Input dir="auto" />
        </TextField>
      </div>
      <Menu className="options found" aria-label={say('find.title')} onAction={(key) => go(String(key))} renderEmptyState={() => say('find.none')}>
        {sorts.map(({ title, places }) => (
          <MenuSection key={title} id={title} aria-label={title}>
            <Header>{title}</Header>
            {places.map(({ href, name, about }) => (
              <MenuItem key={href} id={href} textValue={name} className="option">
                <bdi>{name}</bdi>
                <span className="small soft">{about}</span>
              </MenuItem>
            ))}
          </MenuSection>
        ))}
      </Menu>
    </Autocomplete>
  );
}

/** Sorts that hold nothing are left out. */
function sortsOf(tongue: Tongue, words: string, found: FindingsAndLists | undefined): readonly Sort[] {
  const { say } = tongue;
  const pages: readonly Place[] = [
    { href: '/', name: say('nav.home'), about: say('find.home.about') },
    { href: '/queue', name: say('nav.queue'), about: say('find.queue.about') },
    { href: '/names', name: say('nav.names'), about: say('find.names.about') },
    { href: '/lists', name: say('lists.name'), about: say('find.lists.about') },
    { href: '/events', name: say('events.name'), about: say('events.title') },
    { href: '/proceedings', name: say('proceedings.name'), about: say('proceedings.title') },
    { href: '/contradictions', name: say('contradictions.name'), about: say('contradictions.title') },
    { href: '/gaps', name: say('gaps.name'), about: say('gaps.title') },
    { href: '/sources', name: say('sources.name'), about: say('sources.title') },
    { href: '/elements', name: say('elements.name'), about: say('elements.title') },
    { href: '/network', name: say('network.name'), about: say('network.title') },
    { href: '/map', name: say('map.name'), about: say('map.title') },
    { href: '/search', name: say('search.name'), about: say('search.title') },
    { href: '/timeline', name: say('nav.timeline'), about: '' },
    { href: '/matrix', name: say('nav.matrix'), about: '' },
    { href: '/integrity', name: say('integrity.title'), about: say('find.integrity.about') },
  ];
  const wanted = words.trim().toLocaleLowerCase(tongue.code);
  const sorts: readonly Sort[] = [
    { title: say('find.pages'), places: pages.filter(({ name, about }) => `${name} ${about}`.toLocaleLowerCase(tongue.code).includes(wanted)) },
    {
      title: say('find.documents'),
      places: (found?.documents ?? []).map((row) => ({ href: documentPath(row.id), name: row.title ?? row.name, about: row.publisher ?? '' })),
    },
    {
      title: say('find.entities'),
      places: (found?.entities ?? []).map((row) => ({
        href: namePath(row.id),
        name: row.label,
        about: [
          ...row.labels.slice(1).map(isolated),
          say(`names.sort.${row.sort}`),
          say('names.documents', { n: row.documents }),
          ...row.told.map(({ words: told }) => isolated(told)),
        ].join(' · '),
      })),
    },
    {
      title: say('find.listed'),
      places: (found?.listed ?? []).map(({ entry: { id, names, title, facts } }) => ({
        href: namePath(id),
        name: names[0] ?? '',
        about: [isolated(title), ...facts.slice(0, 2).map((fact) => isolated(fact.words))].join(' · '),
      })),
    },
    {
      title: say('find.claims'),
      places: (found?.claims ?? []).map((claim) => ({
        href: documentPath(claim.document, claim.id),
        name: claim.quote.exact,
        about: `${tongue.kind(claim.kind)} · ${say(`stance.${claim.modality}`)} · ${say(`status.long.${claim.status}`)}`,
      })),
    },
  ];
  const everything = { href: searchPath(words.trim()), name: say('search.all', { words: isolated(words.trim()) }), about: '' };
  const filled = sorts.filter(({ places }) => places.length > 0);
  return words.trim() === '' ? filled : [...filled, { title: say('search.name'), places: [everything] }];
}
