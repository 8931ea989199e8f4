// Claims that may be of one happening.
import type { ClaimRow } from './answers.ts';

/** Another claim that may tell of the same, and why; `joined`: people said so already. */
export type JoinProposed = { readonly claim: ClaimRow; readonly why: string; readonly joined: boolean };
