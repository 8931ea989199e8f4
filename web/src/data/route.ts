// Addresses of the desk. The whole state of a page is in its address, so that links are stable and "back" works.
import { useSyncExternalStore } from 'react';
import type { Span } from '../../../src/base/span.ts';

export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'document'; readonly id: string }
  | { readonly page: 'custody'; readonly id: string }
  | { readonly page: 'beside'; readonly id: string; readonly other: string }
  | { readonly page: 'queue' }
  | { readonly page: 'names' }
  | { readonly page: 'name'; readonly id: string }
  | { readonly page: 'lists' }
  | { readonly page: 'integrity' }
  | { readonly page: 'timeline' }
  | { readonly page: 'matrix' }
  | { readonly page: 'events' }
  | { readonly page: 'event'; readonly id: string }
  | { readonly page: 'proceedings' }
  | { readonly page: 'proceeding'; readonly id: string }
  | { readonly page: 'contradictions' }
  | { readonly page: 'gaps' }
  | { readonly page: 'copies' }
  | { readonly page: 'sources' }
  | { readonly page: 'source'; readonly id: string }
  | { readonly page: 'elements' }
  | { readonly page: 'about'; readonly id: string }
  | { readonly page: 'search' }
  | { readonly page: 'network' }
  | { readonly page: 'map' }
  | { readonly page: 'nowhere' };

/** Pages that are of the whole casebook, by their name in the address. */
const PLAIN = [
  'queue',
  'names',
  'lists',
  'integrity',
  'timeline',
  'matrix',
  'events',
  'proceedings',
  'contradictions',
  'gaps',
  'copies',
  'sources',
  'elements',
  'search',
  'network',
  'map',
] as const;

/** Pages of one thing, by the name that their kind has in the address. */
const OF_ONE = { documents: 'document', names: 'name', events: 'event', proceedings: 'proceeding', sources: 'source' } as const;
const isOfOne = (name: string): name is keyof typeof OF_ONE => name in OF_ONE;

/** Pages beside a document's own, by their name in the address. */
const OF_DOCUMENT = ['custody', 'about'] as const;

export function readRoute(path: string): Route {
  const parts = path.split('/').filter((part) => part !== '');
  const [first, second, third] = parts;
  if (first === undefined) return { page: 'home' };
  const plain = PLAIN.find((page) => page === first);
  if (plain && parts.length === 1) return { page: plain };
  const one = isOfOne(first) ? decoded(second ?? '') : null;
  if (isOfOne(first) && one && parts.length === 2) return { page: OF_ONE[first], id: one };
  const id = first === 'documents' ? one : null;
  const other = id && third === 'beside' && parts.length === 4 ? decoded(parts[3] ?? '') : null;
  if (id && other) return { page: 'beside', id, other };
  const side = OF_DOCUMENT.find((page) => page === third);
  return id && side && parts.length === 3 ? { page: side, id } : { page: 'nowhere' };
}

/** Null where the percent signs of an address do not stand for UTF-8. */
function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch (thrown) {
    if (thrown instanceof URIError) return null;
    throw thrown;
  }
}

/** The address of a document, or of one claim's passage in it. */
export const documentPath = (document: string, claim?: string): string =>
  `/documents/${encodeURIComponent(document)}${claim === undefined ? '' : `?claim=${encodeURIComponent(claim)}`}`;

/** The address of a passage of a document that no claim is of; in code points. */
export const passagePath = (document: string, { start, end }: Span): string => `${documentPath(document)}?from=${start}&to=${end}`;

/** The address of a search. */
export const searchPath = (query: string): string => `/search?${new URLSearchParams({ query }).toString()}`;

/** The address of the page of somebody whom claims name. */
export const namePath = (id: string): string => `/names/${encodeURIComponent(id)}`;

/** The address of the page of an event, by the id of the event or of any of its claims. */
export const eventPath = (id: string): string => `/events/${encodeURIComponent(id)}`;

/** The address of the page of a proceeding. */
export const proceedingPath = (id: string): string => `/proceedings/${encodeURIComponent(id)}`;

/** The address of the page that tells where an original comes from, by its id or its document's. */
export const custodyPath = (id: string): string => `${documentPath(id)}/custody`;

/** The address of the page on which all about a document stands. */
export const aboutPath = (id: string): string => `${documentPath(id)}/about`;

/** The address of the page of a source, by its id, or of a publisher by its name. */
export const sourcePath = (id: string): string => `/sources/${encodeURIComponent(id)}`;

/** The address of the list of sources that a name may mean. */
export const sourcesLike = (name: string): string => `/sources?${new URLSearchParams({ like: name }).toString()}`;

/** The address of two documents side by side. */
export const besidePath = (id: string, other: string): string => `${documentPath(id)}/beside/${encodeURIComponent(other)}`;

const CHANGED = 'onrecord:address';

/**
 * Go to an address of the desk; another page begins at its top. With `replace`, "back" leads to where one was before
 * the present address.
 */
export function navigate(href: string, options: { readonly replace?: boolean } = {}): void {
  const from = location.pathname;
  if (options.replace) history.replaceState(null, '', href);
  else history.pushState(null, '', href);
  window.dispatchEvent(new Event(CHANGED));
  if (location.pathname !== from) window.scrollTo(0, 0);
}

function listen(onChange: () => void): () => void {
  window.addEventListener('popstate', onChange);
  window.addEventListener(CHANGED, onChange);
  return () => {
    window.removeEventListener('popstate', onChange);
    window.removeEventListener(CHANGED, onChange);
  };
}

export const usePath = (): string => useSyncExternalStore(listen, () => location.pathname);

const useSearch = (): string => useSyncExternalStore(listen, () => location.search);

/**
 * One parameter of the address, and how to set it. Null is absent; an empty text is set as absent too. Setting
 * replaces the address unless told to `push`, so that "back" does not step through every key press.
 */
export function useParameter(name: string): readonly [string | null, (value: string | null, push?: boolean) => void] {
  const value = new URLSearchParams(useSearch()).get(name);
  return [value, (next, push = false) => setParameters({ [name]: next }, push)];
}

/** Set several parameters at once. The rest of the address stays. */
export function setParameters(values: Readonly<Record<string, string | null>>, push: boolean): void {
  const search = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(values)) {
    if (value) search.set(name, value);
    else search.delete(name);
  }
  const text = search.toString();
  navigate(`${location.pathname}${text ? `?${text}` : ''}`, { replace: !push });
}
