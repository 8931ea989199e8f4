// Profiles of the languages that are read without a parser: Persian, French and Spanish, from data/plain.*.json.
import type { Kind, Role } from '../../model/vocabulary.ts';
import { KINDS, ROLES } from '../../model/vocabulary.ts';
import es from '../data/plain.es.json' with { type: 'json' };
import fa from '../data/plain.fa.json' with { type: 'json' };
import fr from '../data/plain.fr.json' with { type: 'json' };
import { fold } from '../tokens.ts';

type Words = ReadonlySet<string>;

export type Trigger = {
  readonly rule: string;
  readonly kind: Kind;
  /** Each a row of words. */
  readonly words: readonly (readonly string[])[];
  /** A past participle or finite verb: its voice is told by the auxiliary. */
  readonly participle: boolean;
  /** A verb by itself, whose subject takes `subject`. */
  readonly verb: boolean;
  readonly after: Role | null;
  readonly subject: Role | null;
  readonly owner: Role | null;
  readonly penalty: boolean;
  readonly penaltyWord: boolean;
  /** What it needs stands behind "به". */
  readonly linked: boolean;
  /** A finite verb by itself, in the active. */
  readonly activeVerb: boolean;
  /** A penalty behind "به" makes it something else. */
  readonly notLinked: Words | null;
  readonly needs: Words | null;
  readonly needsAfter: Words | null;
  readonly needsNear: Words | null;
  readonly notAfter: Words | null;
  readonly notBefore: Words | null;
  readonly example: string;
  readonly counter: string;
};

export type Profile = {
  readonly language: 'fa' | 'fr' | 'es';
  readonly verbFinal: boolean;
  readonly bounds: Words;
  readonly clause: Words;
  readonly objectMarker: string;
  readonly passive: Words;
  readonly active: Words;
  readonly negation: Words;
  readonly alleged: Words;
  readonly future: Words;
  readonly hypothetical: Words;
  readonly demanded: Words;
  /** Prepositions, as rows of words, and their roles; longer rows first. */
  readonly slots: readonly { readonly words: readonly string[]; readonly role: Role }[];
  readonly say: readonly (readonly string[])[];
  readonly according: readonly (readonly string[])[];
  readonly titles: Words;
  readonly placeWords: Words;
  readonly triggers: ReadonlyMap<string, readonly Trigger[]>;
  readonly all: readonly Trigger[];
};

const set = (list: string): Words => new Set(list.split(' ').map(fold));
const rows = (list: string): readonly (readonly string[])[] =>
  fold(list)
    .split(' ')
    .map((each) => each.split('|'));
const roleOf = (name: unknown): Role | null => ROLES.find((each) => each === name) ?? null;

type Raw = Readonly<Record<string, string | boolean | readonly string[]>>;

function triggerOf(raw: Raw): Trigger {
  const words = (key: string): Words | null => (typeof raw[key] === 'string' ? set(raw[key]) : null);
  const kind = KINDS.find((each) => each === raw['kind']);
  if (!kind || !Array.isArray(raw['words'])) throw new TypeError(`a plain trigger has no known kind or words: ${String(raw['rule'])}`);
  return {
    rule: String(raw['rule']), kind, words: raw['words'].map((each: string) => fold(each).replaceAll(/\b([ldnsjc]|qu)'/g, "$1' ").split(' ')), participle: raw['participle'] === true, verb: raw['verb'] === true,
    after: roleOf(raw['after']), subject: roleOf(raw['subject']), owner: roleOf(raw['owner']), penalty: raw['penalty'] === true, penaltyWord: raw['penaltyWord'] === true, linked: raw['linked'] === true, activeVerb: raw['activeVerb'] === true, notLinked: words('notLinked'),
    needs: words('needs'), needsAfter: words('needsAfter'), needsNear: words('needsNear'), notAfter: words('notAfter'), notBefore: words('notBefore'),
    example: String(raw['example']), counter: String(raw['counter']),
  }; // prettier-ignore
}

function profileOf(language: Profile['language'], data: typeof fa | typeof fr | typeof es): Profile {
  const all = (data.triggers as readonly Raw[]).map(triggerOf);
  const triggers = new Map<string, Trigger[]>();
  for (const trigger of all) for (const [first = ''] of trigger.words) triggers.set(first, [...(triggers.get(first) ?? []), trigger]);
  const slots = Object.entries<string | undefined>(data.slots).flatMap(([words, name]) => {
    const role = roleOf(name);
    return role ? [{ words: fold(words).split(' '), role }] : [];
  });
  return {
    language, verbFinal: data.verbFinal, bounds: set(data.bounds), clause: set(data.clause), objectMarker: data.objectMarker, passive: set(data.passive), active: set(data.active),
    negation: set(data.negation), alleged: set(data.alleged), future: set(data.future), hypothetical: set(data.hypothetical), demanded: set(data.demanded),
    slots: slots.toSorted((a, b) => b.words.length - a.words.length), say: rows(data.say), according: rows(data.according), titles: set(data.titles), placeWords: set(data.placeWords), triggers, all,
  }; // prettier-ignore
}

export const PROFILES: Readonly<Record<Profile['language'], Profile>> = { fa: profileOf('fa', fa), fr: profileOf('fr', fr), es: profileOf('es', es) };

export const profileFor = (language: string): Profile | null => (language === 'fa' || language === 'fr' || language === 'es' ? PROFILES[language] : null);
