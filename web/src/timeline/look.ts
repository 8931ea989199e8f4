// What the drawing takes from the page around it: colours of the theme, the font, the language.
import type { Family } from '../../../src/model/vocabulary.ts';
import type { Tongue } from '../data/tongue.tsx';
import { colourOf, type Scheme } from '../parts/colour-of.ts';

export type Look = {
  readonly families: Readonly<Record<Family, string>>;
  /** Of the paper that it is drawn on. */
  readonly ground: string;
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly focus: string;
  readonly accent: string;
  readonly font: string;
  readonly tongue: Tongue;
  /** Time goes from the right to the left. */
  readonly isRightToLeft: boolean;
  /** Whether each mark is tied to when it was said. */
  readonly said: boolean;
};

/** `scheme`: the theme; without it as the browser prefers. */
export function lookOf(frame: Element, tongue: Tongue, said: boolean, scheme?: Scheme): Look {
  const { fontFamily, direction } = getComputedStyle(frame);
  const colour = (name: string): string => colourOf(`--${name}`, scheme);
  const families: Readonly<Record<Family, string>> = {
    harm: colour('harm'), justice: colour('justice'), response: colour('response'), civic: colour('civic'), office: colour('office'), life: colour('life'),
  }; // prettier-ignore
  return {
    families,
    ground: colour('surface'),
    ink: colour('ink'),
    soft: colour('ink-soft'),
    line: colour('line'),
    focus: colour('focus'),
    accent: colour('accent'),
    font: fontFamily,
    tongue,
    isRightToLeft: direction === 'rtl',
    said,
  };
}
