/** So many of a long list are laid out or left out together: a browser looks at each part of a list in every frame, at what is in it only where it shows. */
const PART = 10;

/** A list cut into parts of `PART`; the last may hold fewer. */
export const inParts = <Each>(all: readonly Each[]): readonly (readonly Each[])[] =>
  Array.from({ length: Math.ceil(all.length / PART) }, (_, n) => all.slice(n * PART, (n + 1) * PART));

/** Where in the list a part of `inParts` begins. */
export const beginOf = (part: number): number => part * PART;

/** Whether two lists have the very same members. */
export const haveSame = <Each>(a: readonly Each[], b: readonly Each[]): boolean => a.length === b.length && a.every((each, n) => each === b[n]);
