// The page that a person opens in a bundle: what documents there are, and what is claimed in which words. Text of
// documents is escaped, and the page may load and run nothing.
import type { ClaimRow, Collected } from '../model/answers.ts';
import type { ClaimContent } from '../model/claim.ts';
import { kindEntry, type Modality } from '../model/vocabulary.ts';
import type { CounterClaim } from '../record/counter-claims.ts';
import type { Conditions } from './disclose.ts';
import { escape } from './escape.ts';

export type Shown = {
  readonly title: string;
  readonly published: string | null;
  readonly publisher: string | null;
  readonly sha256: string;
  readonly textSha256: string;
  readonly collection: Collected;
  /** Null where nothing was said of how it may be used. */
  readonly conditions: Conditions | null;
  readonly claims: readonly ShownClaim[];
};

/** `against` is empty but of a claim that is there because it speaks against others. */
type ShownClaim = { readonly claim: ClaimRow; readonly against: readonly CounterClaim[] };

/** `day` is ISO; `size` how many entries the log had. `withheld` is what was left out of what speaks against these, in words; null of a bundle of all. */
export type Page = {
  readonly name: string;
  readonly day: string;
  readonly size: number;
  readonly documents: readonly Shown[];
  readonly withheld: readonly string[] | null;
};

const STANCE: Readonly<Record<Modality, string>> = {
  asserted: 'stated',
  alleged: 'alleged',
  denied: 'said not to have happened',
  demanded: 'demanded, not done',
  hypothetical: 'hypothetical',
  future: 'said to be going to happen',
};

export function bundlePage({ name, day, size, documents, withheld }: Page): string {
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
${withheld === null ? '' : chosenNote(documents, withheld)}
${documents.map(section).join('\n')}
</body>
</html>
`;
}

function chosenNote(documents: readonly Shown[], withheld: readonly string[]): string {
  const against = documents.flatMap(({ claims }) => claims).filter((each) => each.against.length > 0).length;
  const counters =
    against === 0
      ? 'No other claim on record was found to contradict or deny them.'
      : `${against === 1 ? '1 claim is' : `${against} claims are`} here because ${against === 1 ? 'it contradicts or denies' : 'they contradict or deny'} one of them, marked “the other side”.`;
  return `<p><strong>These are chosen claims, not the whole record.</strong> ${counters}${withheld.map((line) => ` <strong>${escape(line)}</strong>`).join('')}</p>`;
}

function section({ title, published, publisher, sha256, textSha256, collection, conditions, claims }: Shown): string {
  const source = [publisher, published ?? 'undated']
    .filter((part) => part !== null)
    .map(escape)
    .join(', ');
  return `<h2 dir="auto">${escape(title)}</h2>
<p><small>${source} · <a href="originals/${sha256}" download>original</a> <code>${sha256}</code> · <a href="texts/${textSha256}.txt">text</a></small></p>
${particulars(collection, conditions)}<ol>${claims.map(item).join('\n')}</ol>${claims.length === 0 ? '<p><small>No claim of it is on record.</small></p>' : ''}`;
}

/** How the original came here, and how it may be used, as far as either was said. */
function particulars(collection: Collected, conditions: Conditions | null): string {
  const lines = [
    ['Got from', collection.url],
    ['Collected', collection.collectedAt],
    ['Collector', collection.collector],
    ['Method', collection.method],
    ['Held before by', collection.priorCustodian],
    ['Note', collection.note],
    ['May be used for', conditions?.purposes.join('; ') || null],
    ['Consent holds until', conditions?.consentUntil ?? null],
    ['May be kept until', conditions?.retention ?? null],
  ].flatMap(([name, value]) => (name && value ? [`${name}: ${escape(value)}`] : []));
  return lines.length === 0 ? '' : `<p><small dir="auto">${lines.join(' · ')}</small></p>\n`;
}

function item({ claim, against }: ShownClaim): string {
  const { id } = claim;
  const sides = against.map(
    (each) => `<br><small><strong>The other side</strong> of <a href="#${escape(each.against)}">${escape(each.against)}</a>: ${escape(each.why)}</small>`,
  );
  return `<li id="${escape(id)}">${wordsOf(claim)}${sides.join('')}</li>`;
}

function wordsOf({ quote, kind, modality, time, roles, saidBy }: ClaimContent): string {
  const when = time ? `${time.text}${time.edtf ? ` (${time.edtf})` : ''}` : 'no time given';
  const who = Object.entries(roles).map(([role, names]) => `${role}: ${names.join('; ')}`);
  const by = saidBy.length > 0 ? [`according to ${saidBy.join(', citing ')}`] : [];
  return `<strong>${escape(kindEntry(kind).label)}</strong> <small>(${STANCE[modality]})</small><br><q dir="auto">${escape(quote.exact)}</q><br><small dir="auto">${[when, ...who, ...by].map(escape).join(' · ')}</small>`;
}
