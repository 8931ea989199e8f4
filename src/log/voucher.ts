// Who besides the maker vouches for a log. Signing one's own log shows that it is consistent; only others can show its age.
import { checkCosignature } from './cosignature.ts';
import { parseNote } from './note.ts';
import { meetsQuorum, type Policy } from './policy.ts';
import { failed, passed, type Verdict } from './verdict.ts';

/** Somebody else's word on the first `size` entries. `at` is when they saw them, null where that is not known. */
export type Voucher = { readonly by: string; readonly kind: 'witness' | 'timestamp' | 'reader'; readonly size: number; readonly at: Date | null };

/** The witnesses of the policy that cosigned a note. A cosignature that is wrong is a finding; one by a stranger is passed over. */
export function cosigners(note: string, size: number, policy: Policy): { readonly vouchers: readonly Voucher[]; readonly wrong: readonly string[] } {
  const parsed = parseNote(note);
  if (!parsed.ok) return { vouchers: [], wrong: [parsed.reason] };
  const vouchers: Voucher[] = [];
  const wrong: string[] = [];
  for (const { name, verifier } of policy.witnesses.values()) {
    if (!parsed.value.lines.some((line) => line.name === verifier.name)) continue;
    const seen = checkCosignature(parsed.value, verifier);
    if (seen.ok) vouchers.push({ by: name, kind: 'witness', size, at: seen.value });
    else wrong.push(seen.reason);
  }
  return { vouchers, wrong };
}

export function checkQuorum(policy: Policy, vouchers: readonly Voucher[]): Verdict {
  const names = new Set(vouchers.filter(({ kind }) => kind === 'witness').map(({ by }) => by));
  if (meetsQuorum(policy, names)) return passed;
  return failed(`the policy wants ${policy.quorum ?? 'nobody'}, and of its witnesses ${names.size === 0 ? 'none' : [...names].join(', ')} vouched`);
}

export const NO_WITNESS = 'no outside witness: this shows consistency, not age';

/** One sentence for each voucher, or the one that there is none. Fit to print. */
export function standing(vouchers: readonly Voucher[]): string {
  return vouchers.length === 0 ? NO_WITNESS : vouchers.map(sayVoucher).join('; ');
}

function sayVoucher({ by, kind, size, at }: Voucher): string {
  const entries = size === 1 ? 'the first entry' : `the first ${size} entries`;
  if (kind === 'reader') return `whoever gave the checkpoint held for ${entries} holds this log to it`;
  return `${by} vouches that ${entries} were there on ${at?.toISOString() ?? 'an unknown day'}${kind === 'timestamp' ? ' (RFC 3161)' : ''}`;
}
