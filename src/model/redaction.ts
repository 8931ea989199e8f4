// Redaction: what is told of a copy of a document without the passages and names that must not go out.

/** A page, or plain text. */
export const COPY_FORMATS = ['html', 'text'] as const;
export type CopyFormat = (typeof COPY_FORMATS)[number];

/**
 * `passages` were taken out; `digest` is the SHA-256 of the copy. `parts` are words of names that stand in the copy by themselves: they may still
 * tell who is meant.
 */
export type RedactedCopy = {
  readonly passages: number;
  readonly digest: string;
  readonly parts: readonly { readonly word: string; readonly places: number }[];
};

/** The copy itself, and a name for it that tells nothing. */
export type RedactedFile = RedactedCopy & { readonly name: string; readonly file: string };
