// What a page says about itself, best first: what it tells machines as an article (JSON-LD, OpenGraph), other meta
// elements, then what it shows (heading, byline, time). Nothing is guessed from the address.
import type { Metadata, MetadataField } from '../model/document.ts';
import { bylineName } from './byline.ts';
import { FoundMetadata } from './found-metadata.ts';
import { attribute, elementsOf, rawText, type Document, type Element } from './html-tree.ts';
import { jsonLdArticles, type JsonLdArticle } from './json-ld.ts';
import { dateOf } from './written-date.ts';

/** By field, the names of meta elements (in name, property or itemprop), best first. */
const META: readonly (readonly [field: MetadataField, names: readonly string[]])[] = [
  ['title', ['og:title', 'citation_title', 'dc.title', 'dcterms.title', 'twitter:title', 'title']],
  ['author', ['author', 'citation_author', 'dc.creator', 'dcterms.creator', 'article:author', 'parsely-author', 'sailthru.author', 'byl']],
  ['publisher', ['og:site_name', 'citation_publisher', 'dc.publisher', 'dcterms.publisher', 'publisher', 'application-name']],
  ['published', ['article:published_time', 'citation_publication_date', 'datepublished', 'dc.date.issued', 'dcterms.issued', 'dcterms.date', 'dc.date', 'dcterms.created', 'parsely-pub-date', 'sailthru.date', 'publish-date', 'publication_date', 'pubdate', 'date']],
  ['url', ['og:url']],
  ['language', ['og:locale', 'content-language', 'dc.language']],
]; // prettier-ignore

export function htmlMetadata(document: Document): Metadata {
  const elements = [...elementsOf(document)];
  const found = new FoundMetadata();
  for (const article of jsonLdArticles(jsonLdBlocks(elements))) addJsonLd(found, article);
  addMeta(found, elements);
  addShown(found, elements);
  return found.all();
}

const jsonLdBlocks = (elements: readonly Element[]): readonly string[] =>
  elements.filter((each) => each.tagName === 'script' && /^application\/ld\+json/i.test(attribute(each, 'type') ?? '')).map(rawText);

function addJsonLd(found: FoundMetadata, article: JsonLdArticle): void {
  found.add('title', article.headline, 'JSON-LD headline');
  for (const author of article.authors) found.add('author', author, 'JSON-LD author');
  found.add('publisher', article.publisher, 'JSON-LD publisher');
  addDate(found, article.datePublished, 'JSON-LD datePublished');
  addUrl(found, article.url, 'JSON-LD url');
}

function addMeta(found: FoundMetadata, elements: readonly Element[]): void {
  const metas = elements.filter((each) => each.tagName === 'meta').map((each) => ({ name: metaName(each), content: attribute(each, 'content') ?? '' }));
  const link = elements.find((each) => each.tagName === 'link' && /(^|\s)canonical(\s|$)/i.test(attribute(each, 'rel') ?? ''));
  addUrl(found, link && attribute(link, 'href'), 'link canonical');
  for (const [field, names] of META) {
    for (const name of names) {
      for (const meta of metas) if (meta.name === name) addField(found, field, meta.content, `meta ${name}`);
    }
  }
}

const metaName = (meta: Element): string =>
  (attribute(meta, 'property') ?? attribute(meta, 'name') ?? attribute(meta, 'itemprop') ?? attribute(meta, 'http-equiv') ?? '').trim().toLowerCase();

function addField(found: FoundMetadata, field: MetadataField, value: string, from: string): void {
  if (field === 'published') addDate(found, value, from);
  else if (field === 'url') addUrl(found, value, from);
  else if (field === 'language') addLanguage(found, value, from);
  // Some sites give the author's page instead of the name.
  else if (field !== 'author' || !/^https?:/i.test(value)) found.add(field, value, from);
}

/** What a person sees of it: heading, byline, time; then the name of the browser's tab. */
function addShown(found: FoundMetadata, elements: readonly Element[]): void {
  const headings = elements.filter((each) => each.tagName === 'h1');
  if (headings[0] && headings.length === 1) found.add('title', rawText(headings[0]), 'h1');
  const head = elements.find((each) => each.tagName === 'title');
  if (head) found.add('title', rawText(head), 'title element');
  for (const element of elements) {
    if (isAuthor(element)) found.add('author', bylineName(rawText(element)), 'byline');
    if (element.tagName === 'time') addDate(found, attribute(element, 'datetime') ?? rawText(element), 'time element');
  }
  const html = elements.find((each) => each.tagName === 'html');
  addLanguage(found, html ? (attribute(html, 'lang') ?? attribute(html, 'xml:lang')) : null, 'html lang');
}

const isAuthor = (element: Element): boolean =>
  element.tagName !== 'meta' &&
  (/(^|\s)author(\s|$)/i.test(attribute(element, 'rel') ?? '') ||
    attribute(element, 'itemprop') === 'author' ||
    /(^|\s)(byline|author-name|article-author)(\s|$)/i.test(attribute(element, 'class') ?? ''));

function addDate(found: FoundMetadata, value: string | null | undefined, from: string): void {
  found.add('published', value ? dateOf(value) : null, from);
}

function addUrl(found: FoundMetadata, value: string | null | undefined, from: string): void {
  if (value && /^https?:\/\/[^\s"<>]+$/i.test(value.trim())) found.add('url', value, from);
}

/** `en_US` as `en-US`; anything that is no BCP 47 tag is left out. */
function addLanguage(found: FoundMetadata, value: string | null, from: string): void {
  const tag = value?.trim().replaceAll('_', '-').split(',')[0] ?? '';
  if (!/^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(tag)) return;
  found.add('language', Intl.getCanonicalLocales(tag)[0], from);
}
