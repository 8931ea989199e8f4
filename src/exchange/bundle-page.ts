// The page that a person opens in a bundle: what documents there are, and what is claimed in which words. Text of
// documents is escaped, and the page may load and run nothing.
import type { ClaimRow } from '../model/answers.ts';
import { kindEntry, type Modality } from '../model/vocabulary.ts';

export type Shown = {
  readonly title: string;
  readonly published: string | null;
  readonly publisher: string | null;
  readonly sha256: string;
  readonly textSha256: string;
  readonly claims: readonly ClaimRow[];
};

const STANCE: Readonly<Record<Modality, string>> = {
  asserted: 'stated',
  alleged: 'alleged',
  denied: 'said not to have happened',
  demanded: 'demanded, not done',
  hypothetical: 'hypothetical',
  future: 'said to be going to happen',
};

/** `day` is ISO; `size` how many entries the log had. */
export function bundlePage(name: string, day: string, size: number, documents: readonly Shown[]): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(name)}</title>
<style>body{font:16px/1.5 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem}h2{margin-top:2.5rem}li{margin:.8rem 0}small{color:#555;font-family:sans-serif}code{font-size:.8em;overflow-wrap:anywhere}</style>
</head>
<body>
<h1 dir="auto">${escape(name)}</h1>
<p>What is claimed here is what its sources said, not what is known. Claims on record only, as of ${escape(day)}, at ${size} entries of the log. To check the bundle, see <a href="verify/README.txt">verify/README.txt</a>.</p>
${documents.map(section).join('\n')}
</body>
</html>
`;
}

function section({ title, published, publisher, sha256, textSha256, claims }: Shown): string {
  const source = [publisher, published ?? 'undated']
    .filter((part) => part !== null)
    .map(escape)
    .join(', ');
  return `<h2 dir="auto">${escape(title)}</h2>
<p><small>${source} · <a href="originals/${sha256}" download>original</a> <code>${sha256}</code> · <a href="texts/${textSha256}.txt">text</a></small></p>
<ol>${claims.map(item).join('\n')}</ol>${claims.length === 0 ? '<p><small>No claim of it is on record.</small></p>' : ''}`;
}

function item({ quote, kind, modality, time, roles, saidBy }: ClaimRow): string {
  const when = time ? `${time.text}${time.edtf ? ` (${time.edtf})` : ''}` : 'no time given';
  const who = Object.entries(roles).map(([role, names]) => `${role}: ${names.join('; ')}`);
  const by = saidBy.length > 0 ? [`according to ${saidBy.join(', citing ')}`] : [];
  return `<li><strong>${escape(kindEntry(kind).label)}</strong> <small>(${STANCE[modality]})</small><br><q dir="auto">${escape(quote.exact)}</q><br><small dir="auto">${[when, ...who, ...by].map(escape).join(' · ')}</small></li>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
