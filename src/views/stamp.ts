/** What the envelope says beside the act. */
export type Stamp = { readonly entry: string; readonly index: number; readonly at: string; readonly actor: string };
