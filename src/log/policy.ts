// Trust policies: which witnesses one trusts, and how many of them must vouch (C2SP tlog-policy). A text file, so that
// the reader, not the maker of an export, decides.
import { parseVkey, type Verifier } from './signature.ts';
import { failed, gained, type Outcome } from './verdict.ts';

/** `of` are names of witnesses and groups; `least` of them must vouch. */
export type Group = { readonly name: string; readonly least: number; readonly of: readonly string[] };

export type Witness = { readonly name: string; readonly verifier: Verifier; readonly url: string | null };

/** `quorum` is the name of a witness or group, or null where nobody needs to vouch. */
export type Policy = {
  readonly logs: readonly { readonly verifier: Verifier; readonly url: string | null }[];
  readonly witnesses: ReadonlyMap<string, Witness>;
  readonly groups: ReadonlyMap<string, Group>;
  readonly quorum: string | null;
};

type Draft = { readonly logs: Policy['logs'][number][]; readonly witnesses: Map<string, Witness>; readonly groups: Map<string, Group>; quorum?: string };

/** Gives the reason, with the line's number, for what is not a policy. Names must be defined before they are used. */
export function parsePolicy(text: string): Outcome<Policy> {
  const draft: Draft = { logs: [], witnesses: new Map(), groups: new Map() };
  for (const [n, line] of text.split('\n').entries()) {
    const words = line.replace(/#.*$/, '').trim().split(/\s+/);
    if (words[0] === '') continue;
    const problem = readLine(draft, words);
    if (problem !== null) return failed(`line ${n + 1} of the policy: ${problem}`);
  }
  if (draft.quorum === undefined) return failed('the policy has no quorum line');
  return gained({ ...draft, quorum: draft.quorum === 'none' ? null : draft.quorum });
}

/** Null where the line is right. */
function readLine(draft: Draft, [word, ...rest]: readonly string[]): string | null {
  if (word === 'log') return readLog(draft, rest);
  if (word === 'witness') return readWitness(draft, rest);
  if (word === 'group') return readGroup(draft, rest);
  if (word === 'quorum') return readQuorum(draft, rest);
  return `"${word}" is not log, witness, group or quorum`;
}

function readLog(draft: Draft, words: readonly string[]): string | null {
  const [vkey = '', url = null] = words;
  const verifier = parseVkey(vkey);
  if (!verifier.ok) return verifier.reason;
  if (words.length > 2 || verifier.value.type !== 'log') return 'a log has a log key, and a URL or none';
  draft.logs.push({ verifier: verifier.value, url });
  return null;
}

function readWitness(draft: Draft, words: readonly string[]): string | null {
  const [name = '', vkey = '', url = null] = words;
  const verifier = parseVkey(vkey);
  if (!verifier.ok) return verifier.reason;
  if (words.length > 3 || verifier.value.type !== 'cosignature') return 'a witness has a name, a cosignature key, and a URL or none';
  if (isTaken(draft, name)) return `the name ${name} is taken`;
  draft.witnesses.set(name, { name, verifier: verifier.value, url });
  return null;
}

function readGroup(draft: Draft, [name = '', rule = '', ...of]: readonly string[]): string | null {
  if (isTaken(draft, name)) return `the name ${name} is taken`;
  const unknown = of.find((each) => !draft.witnesses.has(each) && !draft.groups.has(each));
  if (unknown !== undefined) return `nobody above is called ${unknown}`;
  if (of.length === 0 || new Set(of).size < of.length) return 'a group names each of its members once';
  const least = rule === 'all' ? of.length : rule === 'any' ? 1 : /^[1-9]\d*$/.test(rule) ? Number(rule) : 0;
  if (least < 1 || least > of.length) return `"${rule}" is not any, all or a number up to ${of.length}`;
  draft.groups.set(name, { name, least, of });
  return null;
}

function readQuorum(draft: Draft, words: readonly string[]): string | null {
  const [name = ''] = words;
  if (words.length !== 1 || draft.quorum !== undefined) return 'a policy has one quorum line, with one name';
  if (name !== 'none' && !draft.witnesses.has(name) && !draft.groups.has(name)) return `nobody above is called ${name}`;
  draft.quorum = name;
  return null;
}

const isTaken = (draft: Draft, name: string): boolean => name === '' || name === 'none' || draft.witnesses.has(name) || draft.groups.has(name);

/** Whether those who vouch, by their names in the policy, are as many as it wants. */
export function meetsQuorum(policy: Policy, vouching: ReadonlySet<string>, name = policy.quorum): boolean {
  if (name === null) return true;
  const group = policy.groups.get(name);
  if (!group) return vouching.has(name);
  return group.of.filter((member) => meetsQuorum(policy, vouching, member)).length >= group.least;
}
