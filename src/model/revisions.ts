// Revisions: documents that were got from one address of the web and say something else. A newer text never takes the place
// of an older one, nor does a claim in the older one fall: it is only told to whoever looks.
import type { ClaimRow } from './answers.ts';
import type { RemarkRow } from './remark.ts';

/** When a document stood at its address, so far as that is known: when it was captured, else collected, else added here. `at` is EDTF or ISO. */
export type VersionShown = { readonly id: string; readonly title: string; readonly at: string; readonly by: 'captured' | 'collected' | 'added' };

/**
 * A claim whose words are not in the later text. `words` are what stands there in their place; null where nothing does. `settled` is what somebody
 * said who looked at it; null while it is to be looked at.
 */
export type RevisedClaim = { readonly claim: ClaimRow; readonly words: string | null; readonly settled: RemarkRow | null };

/** Two texts that followed each other at one address, and the recorded claims of the earlier that are to be looked at. */
export type Revision = { readonly address: string; readonly earlier: VersionShown; readonly later: VersionShown; readonly claims: readonly RevisedClaim[] };
