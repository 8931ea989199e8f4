import type { Warning } from '../../../src/model/document.ts';
import { useTongue } from '../data/tongue.tsx';

/** What of a document was not read, or not surely: nobody may take the part for the whole. */
export function Warnings({ warnings }: { readonly warnings: readonly Warning[] }) {
  const { say } = useTongue();
  if (warnings.length === 0) return null;
  return (
    <section className="notice warnings" data-tone="careful" aria-label={say('warning.title')}>
      <strong>{say('warning.title')}</strong>
      <ul>
        {warnings.map(({ code, detail }) => (
          <li key={code + detail}>
            {say(`warning.${code}`)}{' '}
            <span lang="en" dir="auto" className="soft">
              {detail}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
