// Articles as pages describe them for search engines: JSON-LD of schema.org. Foreign JSON, so nothing in it is taken
// for granted.

export type JsonLdArticle = {
  readonly headline: string | null;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  readonly datePublished: string | null;
  readonly url: string | null;
};

const ARTICLE =
  /(^|\/|:)((News|Analysis|Opinion|Background|Review|Reportage|Satirical|Social|Tech|Scholarly|Medical|Advertiser)?\w*Article|BlogPosting|Report|LiveBlogPosting|WebPage|CreativeWork|PressRelease)$/;
/** Objects that are looked at, in all: no honest page has more. */
const MOST = 2000;

/** The articles of all blocks, before mere web pages. A block that is no JSON says nothing. */
export function jsonLdArticles(blocks: readonly string[]): readonly JsonLdArticle[] {
  const found = blocks.flatMap((block) => objectsIn(parsed(block))).filter((each) => types(each).some((type) => ARTICLE.test(type)));
  const articles = found.filter((each) => !types(each).includes('WebPage'));
  return (articles.length > 0 ? articles : found).map(toArticle);
}

function parsed(block: string): unknown {
  try {
    return JSON.parse(block);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

type Members = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object itself, those of a list, and those of a graph; not what hangs on them, as the articles that a page links to. */
function objectsIn(value: unknown): readonly Members[] {
  const queue: unknown[] = [value];
  const objects: Members[] = [];
  for (let at = 0; at < queue.length && at < MOST; at++) {
    const each = queue[at];
    if (Array.isArray(each)) queue.push(...each.slice(0, MOST));
    else if (isObject(each)) {
      objects.push(each);
      if ('@graph' in each) queue.push(each['@graph']);
    }
  }
  return objects;
}

const types = (object: Members): readonly string[] => [object['@type']].flat().filter((type) => typeof type === 'string');

function toArticle(object: Members): JsonLdArticle {
  return {
    headline: words(object['headline']) ?? words(object['name']),
    authors: [object['author']]
      .flat(1)
      .map(nameOf)
      .filter((name) => name !== null),
    publisher: nameOf([object['publisher']].flat(1)[0]),
    datePublished: words(object['datePublished']),
    url: words(object['url']) ?? words(isObject(object['mainEntityOfPage']) ? object['mainEntityOfPage']['@id'] : object['mainEntityOfPage']),
  };
}

const words = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null);

/** A person or organization is given by name, or as an object that has one. */
const nameOf = (value: unknown): string | null => (isObject(value) ? words(value['name']) : words(value));
