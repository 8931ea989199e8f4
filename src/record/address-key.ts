// Addresses of the web by which two documents are known to be of one place.

/** Parameters that say how somebody came to a page, and nothing of which page it is. */
const TRACKS = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid)$/i;
/** An address of which that is the whole path is of a site's front page, which has another text each day. */
const FRONT = /^\/(?:index\.\w+|home\/?)?$/i;

/**
 * The address in one form for all who write it: without scheme, port, fragment, last slash, and parameters that only track.
 * `https://Example.org/a/?utm_source=x#top` and `http://example.org/a` are one; `/a` and `/a?page=2` are two.
 *
 * Null of what is no http or https address, and of a site's front page without a query.
 */
export function addressKey(address: string): string | null {
  const url = URL.canParse(address.trim()) ? new URL(address.trim()) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.hostname === '') return null;
  const query = [...url.searchParams].filter(([name]) => !TRACKS.test(name)).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  if (query.length === 0 && FRONT.test(url.pathname)) return null;
  const words = new URLSearchParams(query).toString();
  return `${url.hostname}${url.pathname.replace(/\/+$/, '')}${words === '' ? '' : `?${words}`}`;
}
