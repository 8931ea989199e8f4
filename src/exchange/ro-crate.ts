// What a bundle is, in the words that archives read (RO-Crate 1.2): its files, how each original was collected (the fields
// of the Berkeley Protocol, as far as they were said), and what it may be used for.
import type { Collected } from '../model/answers.ts';
import { withheldLines, type Selection } from './choose-claims.ts';
import type { Conditions, Disclosed } from './disclose.ts';
import type { BundleSource } from './write-bundle.ts';

const CONTEXT = 'https://w3id.org/ro/crate/1.2/context';

const DESCRIPTION = 'A record of who said what happened, with the log that seals it. What is claimed in it is what its sources said, not what is known.';

/** The text of ro-crate-metadata.json. `selection` is null of a bundle of the whole record. */
export function roCrate(
  { checkpoint, name, day, documents }: Pick<BundleSource, 'checkpoint' | 'name' | 'day' | 'documents'>,
  { originals, texts, terms }: Pick<Disclosed, 'originals' | 'texts' | 'terms'>,
  selection: Selection | null,
): string {
  const collections = new Map(documents.map(({ original, collection }) => [original, collection]));
  const files = [
    ...[...originals].map(([id, sha256]) => fileOf(sha256, collections.get(id), terms.get(id))),
    ...[...new Set(texts.values())].map((sha256) => ({
      '@id': `texts/${sha256}.txt`,
      '@type': 'File',
      sha256,
      encodingFormat: 'text/plain',
      description: 'The text that reading made of an original',
    })),
    { '@id': 'log/checkpoint', '@type': 'File', encodingFormat: 'text/plain', description: `The signed checkpoint of the log, at ${checkpoint.size} entries` },
    ...(selection ? [{ '@id': 'selection.json', '@type': 'File', encodingFormat: 'application/json', description: 'Which claims were chosen' }] : []),
  ];
  const graph = [
    { '@id': 'ro-crate-metadata.json', '@type': 'CreativeWork', conformsTo: { '@id': 'https://w3id.org/ro/crate/1.2' }, about: { '@id': './' } },
    {
      '@id': './',
      '@type': 'Dataset',
      name,
      description: [DESCRIPTION, ...(selection ? chosen(selection) : [])].join(' '),
      datePublished: day,
      license: 'For whom it was given to, for the purpose that it was given for.',
      hasPart: files.map((file) => ({ '@id': file['@id'] })),
    },
    ...files,
    ...[...originals].flatMap(([id, sha256]) => collectedBy(sha256, collections.get(id))),
  ];
  return `${JSON.stringify({ '@context': CONTEXT, '@graph': graph }, null, 2)}\n`;
}

function chosen({ included, withheld }: Selection): readonly string[] {
  const against = included.filter((each) => each.against.length > 0).length;
  return [
    `It holds ${included.length - against} chosen claims and what they rest on, and ${against} that are here because they contradict or deny one of them.`,
    ...withheldLines(withheld),
  ];
}

function fileOf(sha256: string, collection: Collected | undefined, conditions: Conditions | undefined) {
  const said = conditions ? sayConditions(conditions) : '';
  const more = [
    ['prior custodian', collection?.priorCustodian],
    ['note', collection?.note],
  ].flatMap(([name, value]) => (value ? [{ '@type': 'PropertyValue', name, value }] : []));
  return {
    '@id': `originals/${sha256}`,
    '@type': 'File',
    sha256,
    description: 'An original, as it came',
    ...(collection?.url ? { url: collection.url } : {}),
    ...(said ? { conditionsOfAccess: said } : {}),
    ...(more.length > 0 ? { additionalProperty: more } : {}),
  };
}

function sayConditions({ purposes, consentUntil, retention }: Conditions): string {
  const parts = [
    ...purposes.map((purpose) => `May be used for: ${purpose}.`),
    ...(consentUntil === null ? [] : [`Consent holds until ${consentUntil}.`]),
    ...(retention === null ? [] : [`May be kept until ${retention}.`]),
  ];
  return parts.join(' ');
}

/** How an original was collected, as an action of the crate; nothing where nothing was said of it. */
function collectedBy(sha256: string, collection: Collected | undefined) {
  if (!collection || (collection.method ?? collection.collectedAt ?? collection.collector) === null) return [];
  const { method, collectedAt, collector, tool } = collection;
  return [
    {
      '@id': `#collection-${sha256}`,
      '@type': 'CreateAction',
      name: 'Collection',
      ...(method === null ? {} : { description: method }),
      ...(collectedAt === null ? {} : { endTime: collectedAt }),
      ...(collector === null ? {} : { agent: { '@type': 'Person', name: collector } }),
      instrument: { '@type': 'SoftwareApplication', name: tool },
      result: { '@id': `originals/${sha256}` },
    },
  ];
}
