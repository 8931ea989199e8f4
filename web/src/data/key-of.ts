// What a key press means, whatever layout is on.

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>;

/**
 * The letter or sign that a press means: what the layout gives, in lower case; where the layout gives no Latin
 * letter, the one at that place of a Latin keyboard, so that `a` works while a Persian layout is on. Null with Ctrl,
 * Alt or Meta, and for keys that are no single sign.
 */
export function keyOf(press: Press): string | null {
  if (press.ctrlKey || press.altKey || press.metaKey) return null;
  if (press.key === '?' || press.key === '؟') return '?';
  if (press.key.length !== 1) return null;
  if (/^[ -~]$/.test(press.key)) return press.key.toLowerCase();
  return /^(?:Key([A-Z])|Digit(\d))$/.exec(press.code)?.slice(1).find(Boolean)?.toLowerCase() ?? null;
}
