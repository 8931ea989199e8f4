export type Scheme = 'light' | 'dark';

/** The value that a colour of the styles has in the theme that is on, or in another, as a canvas takes it. */
export function colourOf(name: string, scheme?: Scheme): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${name})`;
  if (scheme) probe.style.colorScheme = scheme;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
