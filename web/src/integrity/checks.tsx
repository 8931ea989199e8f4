import type { Check } from '../../../src/model/answers.ts';
import { useTongue } from '../data/tongue.tsx';

/** What was checked, one by one, and what was found. */
export function Checks({ checks }: { readonly checks: readonly Check[] }) {
  const { say } = useTongue();
  return (
    <ul className="checks">
      {checks.map((check) => (
        <li key={check.name} data-ok={check.ok}>
          <span aria-hidden="true">{check.ok ? '✓' : '✗'}</span>
          <span className="unseen">{say(check.ok ? 'home.integrity.passed' : 'home.integrity.failed')}: </span>
          <span lang="en" dir="auto">
            {check.name}
            <span className="soft small">{check.detail}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
