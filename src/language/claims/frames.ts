// Frames: what says that something of a kind happened, from data/frames.en.json, indexed by verb and by noun.
import type { Kind, Role } from '../../model/vocabulary.ts';
import { KINDS, ROLES } from '../../model/vocabulary.ts';
import data from '../data/frames.en.json' with { type: 'json' };

/** Words of a condition; null where there is none. */
type Words = ReadonlySet<string> | null;

export type Frame = {
  readonly rule: string;
  readonly kind: Kind;
  readonly verbs: Words;
  readonly nouns: Words;
  /** Which role stands in which slot: subject, object, owner, or a preposition. */
  readonly slots: ReadonlyMap<string, Role>;
  readonly object: Words;
  readonly notObject: Words;
  readonly objectModifier: Words;
  /** What the object is to do: "leave to appeal". */
  readonly objectTo: Words;
  readonly subject: Words;
  readonly modifier: Words;
  readonly modifierNot: Words;
  readonly notAfter: Words;
  readonly with: Words;
  readonly notWith: Words;
  readonly withWords: Words;
  readonly notWithWords: Words;
  readonly adverb: Words;
  readonly infinitive: Words;
  readonly notOf: Words;
  readonly notTarget: Words;
  readonly passive: boolean;
  /** Only as going on: "is being held", "has been held since". */
  readonly progressive: boolean;
  readonly negative: boolean;
  readonly clause: boolean;
  readonly anyInfinitive: boolean;
  readonly notClause: boolean;
  readonly harmful: boolean;
  readonly bare: boolean;
  /** The clause that the noun is the subject of says what came of it: it is quoted too. */
  readonly whole: boolean;
  readonly orgOnly: boolean;
  readonly ofPeople: boolean;
  readonly firstObject: Role | null;
  readonly example: string;
  readonly counter: string;
};

type Raw = Readonly<Record<string, string | boolean | Readonly<Record<string, string>>>>;

const RULE_VERSION = 1;
export const ruleId = (rule: string): string => `${rule}@${RULE_VERSION}`;

const roleOf = (value: string | undefined): Role | null => ROLES.find((each) => each === value) ?? null;

function frameOf(raw: Raw): Frame {
  const words = (key: string): Words => (typeof raw[key] === 'string' ? new Set(raw[key].split(' ')) : null);
  const text = (key: string): string => (typeof raw[key] === 'string' ? raw[key] : '');
  const flag = (key: string): boolean => raw[key] === true;
  const kind = KINDS.find((each) => each === raw['kind']);
  if (!kind) throw new TypeError(`frames.en.json: ${text('rule')} has no known kind`);
  return {
    rule: text('rule'), kind, verbs: words('verbs'), nouns: words('nouns'), slots: slotsOf(raw),
    object: words('object'), notObject: words('notObject'), objectModifier: words('objectModifier'), objectTo: words('objectTo'), subject: words('subject'),
    modifier: words('modifier'), modifierNot: words('modifierNot'), notAfter: words('notAfter'), with: words('with'), notWith: words('notWith'),
    withWords: words('withWords'), notWithWords: words('notWithWords'), adverb: words('adverb'), infinitive: words('infinitive'), notOf: words('notOf'), notTarget: words('notTarget'), passive: flag('passive'), progressive: flag('progressive'),
    negative: flag('negative'), clause: flag('clause'), anyInfinitive: flag('anyInfinitive'), notClause: flag('notClause'), harmful: flag('harmful'), bare: flag('bare'), whole: flag('whole'), orgOnly: flag('orgOnly'),
    ofPeople: flag('ofPeople'), firstObject: roleOf(text('firstObject')), example: text('example'), counter: text('counter'),
  }; // prettier-ignore
}

function slotsOf(raw: Raw): ReadonlyMap<string, Role> {
  const defaults: Readonly<Record<string, string>> = raw['verbs'] ? data.defaults.verb : data.defaults.noun;
  const own = typeof raw['slots'] === 'object' ? raw['slots'] : {};
  const slots = new Map<string, Role>();
  for (const [slot, name] of Object.entries({ ...defaults, ...own })) {
    const role = roleOf(name);
    if (role) slots.set(slot, role);
  }
  return slots;
}

export const FRAMES: readonly Frame[] = (data.frames as readonly Raw[]).map(frameOf);

function index(words: (frame: Frame) => Words): ReadonlyMap<string, readonly Frame[]> {
  const table = new Map<string, Frame[]>();
  for (const frame of FRAMES) for (const word of words(frame) ?? []) table.set(word, [...(table.get(word) ?? []), frame]);
  return table;
}

export const FRAMES_BY_VERB = index((frame) => frame.verbs);
export const FRAMES_BY_NOUN = index((frame) => frame.nouns);

/** Kinds that are harm to somebody: an attempt at one is a plot. */
export const ATTEMPTABLE: ReadonlySet<Kind> = new Set(['killing', 'massacre', 'attack', 'abduction']);
