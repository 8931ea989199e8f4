// When this person last looked at the casebook, on this browser alone. A look lasts as long as its tab: what was new when it began stays
// marked as new until the next.
const LOOKED = 'onrecord.looked';
const BEFORE = 'onrecord.looked.before';

/** The moment (ISO, UTC) of the last look before this one; null where there was none. `casebook` tells one casebook from another. */
export function lastLook(casebook: string, now: Date): string | null {
  const key = (name: string): string => `${name} ${casebook}`;
  const before = sessionStorage.getItem(key(BEFORE)) ?? localStorage.getItem(key(LOOKED)) ?? '';
  sessionStorage.setItem(key(BEFORE), before);
  localStorage.setItem(key(LOOKED), now.toISOString());
  return before === '' ? null : before;
}
