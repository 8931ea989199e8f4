// Parsing of foreign values at a door: small parsers that compose. A parser takes an unknown value and the path to it,
// and gives the typed value or throws a Fault 'bad-shape' that names the path.
import { Fault } from './fault.ts';

export type Shape<T> = (value: unknown, path?: string) => T;
export type Of<S> = S extends Shape<infer T> ? T : never;

export function refuse(path: string, expected: string): never {
  throw new Fault('bad-shape', `${path || 'the value'} is not ${expected}`, `Give ${path || 'it'} as ${expected}.`);
}

export const string: Shape<string> = (value, path = '') => (typeof value === 'string' && value.isWellFormed() ? value : refuse(path, 'a text'));

export const boolean: Shape<boolean> = (value, path = '') => (typeof value === 'boolean' ? value : refuse(path, 'true or false'));

/** A whole number from 0 up to 2^53. */
export const count: Shape<number> = (value, path = '') =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : refuse(path, 'a whole number from 0');

export const fraction: Shape<number> = (value, path = '') =>
  typeof value === 'number' && value >= 0 && value <= 1 ? value : refuse(path, 'a number from 0 to 1');

export function matching(pattern: RegExp, expected: string): Shape<string> {
  return (value, path = '') => (typeof value === 'string' && pattern.test(value) ? value : refuse(path, expected));
}

export function oneOf<const T extends string>(values: readonly T[]): Shape<T> {
  const known = new Map<unknown, T>(values.map((each) => [each, each]));
  return (value, path = '') => known.get(value) ?? refuse(path, `one of ${values.join(', ')}`);
}

export function list<T>(item: Shape<T>): Shape<readonly T[]> {
  return (value, path = '') => (Array.isArray(value) ? value.map((each, n) => item(each, `${path}[${n}]`)) : refuse(path, 'a list'));
}

export function orNull<T>(shape: Shape<T>): Shape<T | null> {
  return (value, path) => (value === null || value === undefined ? null : shape(value, path));
}

/** A map from any of `keys` to values of one shape; other keys are refused. */
export function mapOf<const K extends string, T>(keys: readonly K[], item: Shape<T>): Shape<Readonly<Partial<Record<K, T>>>> {
  const known = oneOf(keys);
  return (value, path = '') => {
    const members = plainObject(value, path);
    const out: Partial<Record<K, T>> = {};
    for (const [key, member] of Object.entries(members)) {
      const at = `${path}.${key}`;
      const name = known(key, at);
      if (member !== undefined) out[name] = item(member, at);
    }
    return out;
  };
}

type Members = Readonly<Record<string, Shape<unknown>>>;
type Parsed<M extends Members> = { readonly [K in keyof M]: Of<M[K]> };

/** An object with exactly these members; a member that is missing is parsed as undefined (so `orNull` may be left out). */
export function object<M extends Members>(members: M): Shape<Parsed<M>> {
  const shapes = Object.entries(members);
  return (value, path = '') => {
    const source = plainObject(value, path);
    const at = path ? `${path}.` : '';
    for (const key of Object.keys(source)) if (!Object.hasOwn(members, key)) refuse(at + key, 'a known member');
    const parsed: Record<string, unknown> = {};
    for (const [key, shape] of shapes) parsed[key] = shape(source[key], at + key);
    return parsed as Parsed<M>;
  };
}

function plainObject(value: unknown, path: string): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : refuse(path, 'an object');
}
