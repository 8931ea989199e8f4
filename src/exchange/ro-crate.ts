// What a bundle is, in the words that archives read (RO-Crate 1.2). No name of a person or document stands in it.
import type { Disclosed } from './disclose.ts';
import type { BundleSource } from './write-bundle.ts';

const CONTEXT = 'https://w3id.org/ro/crate/1.2/context';

/** The text of ro-crate-metadata.json. */
export function roCrate(
  { checkpoint, name, day }: Pick<BundleSource, 'checkpoint' | 'name' | 'day'>,
  { originals, texts }: Pick<Disclosed, 'originals' | 'texts'>,
): string {
  const files = [
    ...[...originals.values()].map((sha256) => ({ '@id': `originals/${sha256}`, '@type': 'File', sha256, description: 'An original, as it came' })),
    ...[...new Set(texts.values())].map((sha256) => ({
      '@id': `texts/${sha256}.txt`,
      '@type': 'File',
      sha256,
      encodingFormat: 'text/plain',
      description: 'The text that reading made of an original',
    })),
    { '@id': 'log/checkpoint', '@type': 'File', encodingFormat: 'text/plain', description: `The signed checkpoint of the log, at ${checkpoint.size} entries` },
  ];
  const graph = [
    { '@id': 'ro-crate-metadata.json', '@type': 'CreativeWork', conformsTo: { '@id': 'https://w3id.org/ro/crate/1.2' }, about: { '@id': './' } },
    {
      '@id': './',
      '@type': 'Dataset',
      name,
      description: 'A record of who said what happened, with the log that seals it. What is claimed in it is what its sources said, not what is known.',
      datePublished: day,
      license: 'For whom it was given to, for the purpose that it was given for.',
      hasPart: files.map((file) => ({ '@id': file['@id'] })),
    },
    ...files,
  ];
  return `${JSON.stringify({ '@context': CONTEXT, '@graph': graph }, null, 2)}\n`;
}
