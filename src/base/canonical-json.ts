// Canonical JSON (RFC 8785, JCS): one value, one sequence of bytes, so that it can be hashed.

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * The canonical text of a value. Members that are undefined are left out.
 *
 * Throws a TypeError on what has no canonical form: NaN, infinities, integers beyond 2^53, lone surrogates.
 *
 * @see RFC 8785, section 3.2
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return canonicalNumber(value);
  if (typeof value === 'string') return canonicalString(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members: string[] = [];
  // Array.prototype.sort without a comparison sorts by UTF-16 units, as RFC 8785 section 3.2.3 wants.
  for (const key of Object.keys(value).toSorted()) {
    const member = value[key];
    if (member !== undefined) members.push(`${canonicalString(key)}:${canonicalJson(member)}`);
  }
  return `{${members.join(',')}}`;
}

/**
 * The value of a canonical text.
 *
 * Throws a SyntaxError where the text is not JSON or is not its own canonical form; so duplicate keys are refused.
 */
export function parseCanonicalJson(text: string): Json {
  const value = JSON.parse(text) as Json;
  if (canonicalJson(value) !== text) throw new SyntaxError('not canonical JSON (RFC 8785)');
  return value;
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`${value} has no JSON form`);
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) throw new TypeError(`${value} is beyond 2^53; write it as a string`);
  return JSON.stringify(value);
}

function canonicalString(value: string): string {
  if (!value.isWellFormed()) throw new TypeError('a string with a lone surrogate has no canonical form');
  return JSON.stringify(value);
}
