import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, Form, Input, Label, TextField, ToggleButton } from 'react-aria-components';
import type { Facet } from '../../../src/model/facets.ts';
import type { PassageFound } from '../../../src/model/found.ts';
import type { SearchAndLists } from '../../../src/model/list-answers.ts';
import { FAMILIES, KINDS } from '../../../src/model/vocabulary.ts';
import { LEGAL_STEPS } from '../../../src/model/proceeding.ts';
import { CodePoints } from '../../../src/base/span.ts';
import { ClockBar } from '../clocks/clock-bar.tsx';
import { useClocks } from '../clocks/use-clocks.ts';
import { read } from '../data/api.ts';
import { namePath, passagePath, useParameter } from '../data/route.ts';
import { useTongue, type Tongue } from '../data/tongue.tsx';
import { Asked } from '../parts/asked.tsx';
import { ClaimExcerpt } from '../parts/claim-excerpt.tsx';
import { DateWords, Foreign, Possibly } from '../parts/claim-words.tsx';
import { Link } from '../parts/link.tsx';
import { KeptSearches } from './kept-searches.tsx';

const searchQuestion = (query: string, narrowing: Readonly<Record<string, string>>) =>
  queryOptions({
    queryKey: ['search', query, narrowing],
    queryFn: ({ signal }) => read<SearchAndLists>(`/search?${new URLSearchParams({ query, ...narrowing }).toString()}`, signal),
    enabled: query !== '',
    placeholderData: keepPreviousData,
  });

/** One box for passages, claims and names; what was found is narrowed by what it has. */
export function SearchPage() {
  const { say } = useTongue();
  const [query, setQuery] = useParameter('query');
  const [across, setAcross] = useParameter('across-scripts');
  const asked = useQuery(searchQuestion(query?.trim() ?? '', { ...useClocks(), ...(across === null ? {} : { 'across-scripts': 'yes' }) }));
  return (
    <div className="page search">
      <title>{`${say('search.name')} · onrecord`}</title>
      <header className="page-head">
        <h1>{say('search.title')}</h1>
        <p className="lead">{say('search.lead')}</p>
      </header>
      <SearchBox key={query} query={query ?? ''} onSearch={(words) => setQuery(words, true)} />
      <ToggleButton className="choice search-across" isSelected={across !== null} onChange={(isOn) => setAcross(isOn ? 'yes' : null)}>
        {say('search.across')}
      </ToggleButton>
      <ClockBar />
      <KeptSearches query={query?.trim() ?? ''} />
      {query && <Asked asked={asked}>{(found) => <Found found={found} query={query} onSearch={(words) => setQuery(words, true)} />}</Asked>}
    </div>
  );
}

type BoxProps = { readonly query: string; readonly onSearch: (query: string) => void };

function SearchBox({ query, onSearch }: BoxProps) {
  const { say } = useTongue();
  const [words, setWords] = useState(query);
  return (
    <Form
      className="search-box"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(words.trim());
      }}
    >
      <TextField className="field" type="search" value={words} onChange={setWords}>
        <Label>{say('search.words')}</Label>
        <Input dir="auto" />
      </TextField>
      <Button className="button button-main" type="submit">
        {say('search.do')}
      </Button>
    </Form>
  );
}

/** Above so many passages the best of the newest are given, and it is said. */
const RANKED = 10_000;

function Found({ found, query, onSearch }: BoxProps & { readonly found: SearchAndLists }) {
  const { say } = useTongue();
  const { passages, passageTotal, claims, claimTotal, facets, entities, listed } = found;
  if (passages.length + claims.length + entities.length + listed.length === 0) return <p className="notice">{say('search.none')}</p>;
  return (
    <div className="search-found">
      <Facets facets={facets} query={query} onSearch={onSearch} />
      <div>
        {entities.length > 0 && (
          <section>
            <h2>{say('search.names')}</h2>
            <ul className="entities">
              {entities.map(({ id, label, sort, claims: n }) => (
                <li key={id}>
                  <Link href={namePath(id)} dir="auto">
                    {label}
                  </Link>
                  <span className="small soft">
                    {say(`names.sort.${sort}`)}
                    {say('comma')}
                    {say('names.claims', { n })}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )}
        {listed.length > 0 && (
          <section>
            <h2>{say('search.listed')}</h2>
            <ul className="entities">
              {listed.map(({ entry: { id, names, title } }) => (
                <li key={id} className="on-list">
                  <Link href={namePath(id)} dir="auto">
                    {names[0]}
                  </Link>
                  <Foreign>{title}</Foreign>
                </li>
              ))}
            </ul>
          </section>
        )}
        {claims.length > 0 && (
          <section>
            <h2>{say('search.claims')}</h2>
            <p className="small soft">{say('search.claims.total', { n: claimTotal })}</p>
            {claims.map((claim) => (
              <ClaimExcerpt key={claim.id} claim={claim} />
            ))}
          </section>
        )}
        {passages.length > 0 && (
          <section>
            <h2>{say('search.passages')}</h2>
            <p className="small soft">{say(passageTotal > RANKED ? 'search.passages.many' : 'search.passages.total', { n: passageTotal })}</p>
            {passages.map((passage) => (
              <Passage key={`${passage.document} ${passage.start}`} passage={passage} />
            ))}
          </section>
        )}
      </div>
    </div>
  );
}

/** A passage with the words marked in it; it leads to its place in the document. */
function Passage({ passage: { document, documentTitle, publisher, published, start, end, text, marks, possibly } }: { readonly passage: PassageFound }) {
  const points = new CodePoints(text);
  const pieces: { readonly words: string; readonly isMarked: boolean }[] = [];
  let at = 0;
  for (const mark of marks) {
    const [from, to] = [Math.max(at, mark.start - start), mark.end - start];
    pieces.push({ words: points.slice({ start: at, end: from }), isMarked: false }, { words: points.slice({ start: from, end: to }), isMarked: true });
    at = Math.max(at, to);
  }
  pieces.push({ words: points.slice({ start: at, end: points.length }), isMarked: false });
  return (
    <article className="excerpt">
      <Link className="quote excerpt-quote" href={passagePath(document, { start, end })} dir="auto">
        {pieces.map(({ words, isMarked }, n) => (isMarked ? <mark key={n}>{words}</mark> : words))}
      </Link>
      <span className="small soft">
        <Foreign>{documentTitle}</Foreign>
        {publisher !== null && (
          <>
            {' · '}
            <Foreign>{publisher}</Foreign>
          </>
        )}
        {published !== null && (
          <span className="when">
            {' · '}
            <DateWords edtf={published} />
          </span>
        )}
        <Possibly clocks={possibly} />
      </span>
    </article>
  );
}

type FacetProps = BoxProps & { readonly facets: readonly Facet[] };

/** What the found claims have, and how many of each; a press narrows the search, and a second one takes that back. */
function Facets({ facets, query, onSearch }: FacetProps) {
  const tongue = useTongue();
  const { say, number } = tongue;
  return (
    <nav className="facets" aria-label={say('search.facets')}>
      {facets.map(({ name, values, more }) => (
        <section key={name}>
          <h2>{say(`search.facet.${name}`)}</h2>
          <ul>
            {values.map(({ value, count }) => {
              const field = `${name}:"${value.replaceAll('"', '')}"`;
              const isOn = query.includes(field);
              return (
                <li key={value}>
                  <button
                    type="button"
                    className="facet"
                    aria-pressed={isOn}
                    onClick={() => onSearch(isOn ? query.replace(field, '').replaceAll(/\s+/g, ' ').trim() : `${query} ${field}`)}
                  >
                    <Foreign>{facetWords(name, value, tongue)}</Foreign> <span className="soft number">{number(count)}</span>
                  </button>
                </li>
              );
            })}
          </ul>
          {more > 0 && <p className="small soft">{say('search.facet.more', { n: more })}</p>}
        </section>
      ))}
    </nav>
  );
}

function facetWords(name: Facet['name'], value: string, tongue: Tongue): string {
  if (name === 'language') return tongue.language(value);
  if (name === 'kind') {
    const kind = KINDS.find((each) => each === value);
    return kind ? tongue.kind(kind) : value;
  }
  if (name === 'family') {
    const family = FAMILIES.find((each) => each === value);
    return family ? tongue.say(`family.${family}`) : value;
  }
  if (name === 'stage') {
    const step = LEGAL_STEPS.find((each) => each === value);
    return step ? tongue.say(`step.${step}`) : value;
  }
  if (name === 'reviewed') return tongue.say(value === 'yes' ? 'status.recorded' : 'status.suggested');
  return name === 'year' && /^\d+$/.test(value) ? tongue.digits(Number(value)) : value;
}
