// Every list that answers from the record takes the three clocks, by the command line and over HTTP: what the tables of commands and routes gain
// either takes them, and is tried here, or says why a clock means nothing to it.
import { describe, expect, it } from 'vitest';
import { parseCall, type Command } from '../src/cli/command.ts';
import { COMMANDS } from '../src/cli/command-list.ts';
import type { Casebook } from '../src/desk/casebook.ts';
import { CheckedLately } from '../src/desk/check-lately.ts';
import { entities } from '../src/desk/entities.ts';
import { judge } from '../src/desk/judge.ts';
import { Leases } from '../src/desk/leases.ts';
import { linkHappenings } from '../src/desk/links.ts';
import { OpenedNames } from '../src/desk/opened-names.ts';
import { PageViewer } from '../src/desk/page-viewer.ts';
import { placeMap } from '../src/desk/place-map.ts';
import { claims as listClaims } from '../src/desk/questions.ts';
import { keepLabels, label, note } from '../src/desk/remarks.ts';
import { publisherId } from '../src/desk/publishers.ts';
import { story } from '../src/desk/story.test-data.ts';
import { ROUTES } from '../src/http/routes.ts';
import type { Route } from '../src/http/route.ts';
import { NO_VEIL } from '../src/record/veil.ts';
import { invented } from '../src/record/copies/copy-set.test-data.ts';

const CLOCKS = ['at', 'said-by', 'known-by'] as const;
/** Each keeps the first of the two reports below, and not the second. */
const FIXED = { at: '2018', 'said-by': '2019', 'known-by': '2024-02' } as const;

const A_DEED = 'does something, or shows what it did, and lists nothing of the record';
const OF_THE_LOG = 'is about the log and its files, each line of which has its own time';
const BESIDE = 'is about what lies beside the record';
const OF_TODAY = 'asks people what waits today';

/** Commands to which a clock means nothing, and why. */
const COMMANDS_WITHOUT: Readonly<Record<string, string>> = {
  init: A_DEED, add: A_DEED, suggest: BESIDE, inspect: BESIDE, compare: BESIDE, review: A_DEED, claim: A_DEED, attach: A_DEED, reread: A_DEED, orphans: OF_TODAY,
  pairs: OF_TODAY, same: A_DEED, different: A_DEED, unsure: A_DEED, names: BESIDE, rule: A_DEED, origin: A_DEED, link: A_DEED, note: A_DEED, label: A_DEED,
  labels: BESIDE, assign: A_DEED, done: A_DEED, assess: A_DEED, being: A_DEED, serve: A_DEED, redact: A_DEED, verify: OF_THE_LOG, log: OF_THE_LOG, check: OF_THE_LOG,
  care: A_DEED, pseudonym: A_DEED, graphic: A_DEED, custody: OF_THE_LOG, erase: A_DEED, key: OF_THE_LOG, backup: A_DEED, restore: A_DEED, rebuild: A_DEED, history: OF_THE_LOG, analyse: A_DEED, demo: A_DEED,
}; // prettier-ignore

/** Questions of the API to which a clock means nothing, and why. */
const ROUTES_WITHOUT: Readonly<Record<string, string>> = {
  '/api/summary': 'tells a newcomer what is here now', '/api/news': 'has a clock of its own', '/api/clocks': 'says where clocks can be fixed',
  '/api/documents/page': 'is what is here now; /api/documents has the clocks',
  '/api/pseudonyms': OF_TODAY, '/api/entities/:id/pseudonym': OF_TODAY, '/api/documents/:id/veiled': OF_TODAY,
  '/api/originals/:id/custody': OF_THE_LOG, '/api/verify': OF_THE_LOG, '/api/history/:id': OF_THE_LOG, '/api/time': BESIDE, '/api/capture': OF_TODAY,
  '/api/find': 'leads to a page by its name; /api/search has the clocks', '/api/documents/:id/pages': 'is the original itself',
  '/api/documents/:id/pages/:number': 'is the original itself', '/api/documents/:id/media': 'is the original itself',
  '/api/documents/:id/captions': 'is the text itself', '/api/documents/:id/heard': 'is the text itself', '/api/documents/:id/rectangles': 'is the text itself',
  '/api/documents/:id/readings/:text': 'names the very text', '/api/documents/:id/utterances': 'is the text itself', '/api/documents/:id/speakers': 'is the text itself',
  '/api/documents/:id/translation': 'is two texts', '/api/documents/:id/names': 'is asked before a copy is made today', '/api/copies/:left/:right': 'is two texts',
  '/api/orphans': OF_TODAY, '/api/pairs': OF_TODAY, '/api/entities/:id/rivals': OF_TODAY, '/api/judge/against': OF_TODAY, '/api/names/lists': BESIDE, '/api/names/hits': BESIDE,
  '/api/names/find': BESIDE, '/api/entities/:id/hits': BESIDE, '/api/names/listed/:id': BESIDE, '/api/searches': BESIDE, '/api/labels': BESIDE,
}; // prettier-ignore

/** A remark is no claim and no document has it: the log alone knows when it was made. */
const KNOWN_ALONE = ['remarks', '/api/remarks'];

/** What speaks against a claim of then, and what was done about a harm of then, may be of another time: `at` narrows neither. */
const AGAINST = ['dossier', '/api/dossiers/:id', 'matrix', '/api/matrix', '/api/matrix/stretch', 'gaps', '/api/gaps'];

const clocksFor = (name: string): readonly (typeof CLOCKS)[number][] => (KNOWN_ALONE.includes(name) ? ['known-by'] : CLOCKS);

/** The second of two reports under one address, which have much in common, tells of another day and of a charge, was published later and came later. */
async function twoReports() {
  const rest = invented(1, 4);
  const url = 'https://herald.example/news/12';
  const beaten = 'Kamran Sohrabzadeh was beaten at Sangtarash';
  const roles = { target: ['Kamran Sohrabzadeh'], place: ['Sangtarash'] };
  const { casebook, claims } = await story([
    {
      text: `${beaten} in June 2018.\n\n${rest}`, publisher: 'The Norvale Herald', published: '2018-12', known: '2024-01-01', url,
      claims: [{ kind: 'torture', words: beaten, roles, time: { text: 'June 2018', edtf: '2018-06' } }],
    },
    {
      text: `${beaten} on 5 March 2021. Mansour Raufian was charged with it by the Holmvik prosecutor on 9 April 2021.\n\n${rest}`, publisher: 'Holmvik Posten', published: '2022-06', known: '2024-03-01', url,
      claims: [
        { kind: 'torture', words: beaten, roles, time: { text: '5 March 2021', edtf: '2021-03-05' } },
        { kind: 'torture', words: `${beaten} on 5 March`, roles: { ...roles, place: ['Yard in Sangtarash'] } },
        {
          kind: 'charge', words: 'Mansour Raufian was charged with it by the Holmvik prosecutor',
          roles: { target: ['Mansour Raufian'], actor: ['Holmvik prosecutor'] }, time: { text: '9 April 2021', edtf: '2021-04-09' },
        },
      ],
    },
  ]); // prettier-ignore
  const [first = '', second = '', , charge = ''] = claims.map(({ id }) => id);
  const names = (await entities(casebook)).filter((row) => row.label === 'Kamran Sohrabzadeh').map(({ id }) => id);
  await judge(casebook, names, 'same', 'one prisoner');
  await judge(casebook, [first, second], 'same', 'one beating, two dates');
  await linkHappenings(casebook, 'led to', first, charge, 'the charge names it');
  await note(casebook, [charge], 'ask for the file');
  await keepLabels(casebook, { list: 'torture', labels: [{ label: 'charged', about: '' }] });
  await label(casebook, [charge, `ev_${charge.slice(2)}`], 'charged', 'torture', null);
  const document = claims[1]?.document ?? '';
  const later = (await listClaims(casebook, { document })).map(({ id }) => id);
  const { others } = await placeMap(casebook, { families: null, recordedOnly: true, sensitive: false });
  const prison = (await entities(casebook)).find((row) => row.label === 'Sangtarash')?.id ?? '';
  return { casebook, first, charge, document, name: names[0] ?? '', prison, place: others[0]?.id ?? '', markers: [document, ...later] };
}

type Reports = Awaited<ReturnType<typeof twoReports>>;

/** What is asked for by id, and what of the second report would tell that it is told of. */
const idFor = (name: string, { first, charge, document, name: prisoner, prison }: Reports): string =>
  ({
    '/api/documents/:id': document,
    '/api/events/:id': `ev_${first.slice(2)}`,
    '/api/contradictions/:id': `ev_${first.slice(2)}`,
    '/api/proceedings/:id': `pr_${charge.slice(2)}`,
    '/api/proceedings/:id/stretch': `pr_${charge.slice(2)}`,
    '/api/claims/:id/joins': first,
    '/api/entities/:id': prisoner,
    '/api/entities/:id/place': prison,
    '/api/dossiers/:id': prisoner,
    '/api/sources/:id': publisherId('Holmvik Posten'),
    '/api/sources/:id/alone': publisherId('Holmvik Posten'),
  })[name] ?? charge;

async function answerOf({ casebook, place }: Reports, route: Route, id: string, clocks: Readonly<Record<string, string>>): Promise<string> {
  const viewer = new PageViewer(casebook);
  const query = { query: 'beaten OR shot OR charged', ...(route.path === '/api/map/claims' ? { place } : {}), ...(route.path === '/api/claims/some' ? { ids: id } : {}), ...clocks }; // prettier-ignore
  const own = { viewer, leases: new Leases(), checked: new CheckedLately(), opened: new OpenedNames(), session: '', veil: NO_VEIL };
  const asked = { params: { id }, query, body: null, gone: new AbortController().signal, ...own };
  try {
    return JSON.stringify(await route.answer(casebook, asked));
  } catch (thrown) {
    if ((thrown as { readonly code?: string }).code === 'not-found') return '';
    throw thrown;
  } finally {
    await viewer.close();
  }
}

/** Each of a killing and of a charge happened in 2018 or 2021, was said in 2018 or 2022, and is known since January or March 2024. */
async function ofEveryTime() {
  const happened = [['2018', '2018-06-05'], ['2021', '2021-03-05']] as const; // prettier-ignore
  const names = ['Abtin', 'Babak', 'Cyrus', 'Darya', 'Elham', 'Farhad', 'Golnar', 'Hooman'];
  const told = ['2024-01-01', '2024-03-01'].flatMap((known, k) =>
    ['2018-12', '2022-06'].map((published, p) => {
      const [one = '', other = ''] = names.slice(4 * k + 2 * p);
      const words = [one, other].flatMap((name) => [`${name} Golzari was shot at Tirgan`, `${name} Raufian was charged at Tirgan`]);
      return {
        text: `${words.join('. ')}.\n`, publisher: ['The Norvale Herald', 'Holmvik Posten', 'Sepid Radio', 'Le Courrier du Port'][2 * k + p] ?? '', published, known,
        claims: words.map((each, n) => {
          const [, day = ''] = happened[n < 2 ? 0 : 1] ?? [];
          const who = each.split(' ').slice(0, 2).join(' ');
          return { kind: n % 2 ? ('charge' as const) : ('killing' as const), words: each, roles: { target: [who], place: ['Tirgan'] }, time: { text: day, edtf: day } };
        }),
      };
    }),
  ); // prettier-ignore
  const { casebook, claims } = await story(told);
  const killings = claims.filter(({ kind }) => kind === 'killing').map(({ id }) => id);
  await judge(casebook, killings, 'same', 'one shooting, as each tells of it');
  const places = (await entities(casebook)).filter(({ label: of }) => of === 'Tirgan').map(({ id }) => id);
  await judge(casebook, places, 'same', 'one place');
  const { others } = await placeMap(casebook, { families: null, recordedOnly: true, sensitive: false });
  const charge = claims[1]?.id ?? '';
  const marked = claims.map(({ id, time, saidOn }, n) => ({
    marker: `"id":"${id}"`,
    isOf: { at: time?.edtf === '2018-06-05', 'said-by': saidOn === '2018-12', 'known-by': n < 8 },
  }));
  return {
    casebook,
    first: killings[0] ?? '',
    charge,
    document: claims[0]?.document ?? '',
    name: places[0] ?? '',
    prison: places[0] ?? '',
    place: others[0]?.id ?? '',
    markers: [],
    marked,
  };
}

/** Two clocks, and all three; each alone is tried above. */
const SETS = [3, 5, 6, 7].map((bits) => CLOCKS.filter((_, n) => bits & (1 << n)));

/** What an answer tells that one of these clocks does not keep. */
const leaked = (answer: string, clocks: readonly (typeof CLOCKS)[number][], marked: Awaited<ReturnType<typeof ofEveryTime>>['marked']): boolean =>
  marked.some(({ marker, isOf }) => answer.includes(marker) && !clocks.every((clock) => isOf[clock]));

const telling = (answer: string, markers: readonly string[]): boolean => markers.some((marker) => answer.includes(marker));

describe('over HTTP', () => {
  const questions = ROUTES.filter(({ method }) => method === 'GET');
  const clocked = questions.filter(({ path }) => !(path in ROUTES_WITHOUT));

  it('every question takes the clocks, or says why not', () => {
    expect(clocked.filter(({ path, query = [] }) => !clocksFor(path).every((clock) => query.includes(clock))).map(({ path }) => path)).toEqual([]);
    expect(
      Object.keys(ROUTES_WITHOUT).filter((path) => questions.every((route) => route.path !== path || CLOCKS.every((each) => route.query?.includes(each)))),
    ).toEqual([]);
  });

  it('no answer tells under any of them what happened, was said, or was known later', async () => {
    const reports = await twoReports();
    const { document, markers } = reports;
    const wrong: string[] = [];
    // Of translations there are none here.
    for (const route of clocked.filter(({ path }) => path !== '/api/claims/:id/translations')) {
      const id = idFor(route.path, reports);
      // Its history names by their ids what was decided, which is of the log.
      const own = route.path === '/api/documents/:id' ? markers.filter((marker) => marker !== document).map((marker) => `"id":"${marker}"`) : markers;
      const names =
        route.path === '/api/sources'
          ? ['Holmvik Posten']
          : route.path === '/api/claims/:id/names'
            ? ['Raufian']
            : route.path === '/api/entities'
              ? ['Raufian']
              : // It tells of the claims of a place how many there are.
                route.path === '/api/map'
                ? ['"recorded":2']
                : route.path === '/api/entities/:id/place'
                  ? ['Yard in Sangtarash']
                  : own;
      if (!telling(await answerOf(reports, route, id, {}), names)) wrong.push(`${route.path} tells nothing without a clock`);
      for (const clock of clocksFor(route.path))
        if (!(clock === 'at' && AGAINST.includes(route.path)) && telling(await answerOf(reports, route, id, { [clock]: FIXED[clock] }), names))
          wrong.push(`${route.path} does not heed ${clock}`);
    }
    expect(wrong).toEqual([]);
  });

  it('all together keep what each of them keeps, and nothing else', async () => {
    const reports = await ofEveryTime();
    const { marked } = reports;
    const wrong: string[] = [];
    for (const route of clocked) {
      const id = idFor(route.path, reports);
      for (const set of SETS.map((clocks) => clocks.filter((clock) => clocksFor(route.path).includes(clock)))) {
        const heeded = AGAINST.includes(route.path) ? set.filter((clock) => clock !== 'at') : set;
        const answer = await answerOf(reports, route, id, Object.fromEntries(set.map((clock) => [clock, FIXED[clock]])));
        if (leaked(answer, heeded, marked)) wrong.push(`${route.path} does not heed ${set.join(' and ')}`);
        // Of a list of claims also: all that they keep is there.
        const kept = marked.filter(({ isOf }) => set.every((clock) => isOf[clock]));
        if (['/api/claims', '/api/timeline', '/api/search'].includes(route.path) && !kept.every(({ marker }) => answer.includes(marker)))
          wrong.push(`${route.path} leaves out what ${set.join(' and ')} keep`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('by the command line', () => {
  const clocked = COMMANDS.filter(({ name }) => !(name in COMMANDS_WITHOUT));
  /** The words of each call beside the clocks. */
  const words = (name: string, { charge, name: prisoner }: Reports): readonly string[] =>
    ({ show: [charge], search: ['beaten', 'OR', 'shot', 'OR', 'charged'], dossier: [prisoner] })[name] ?? [];

  async function printed(command: Command, args: readonly string[], casebook: Casebook): Promise<string> {
    const lines: string[] = [];
    const surround = {
      folder: casebook.folder, out: (line: string) => void lines.push(line), note: () => {}, progress: () => {}, lines: () => (async function* () {})(),
      stopped: new AbortController().signal,
    }; // prettier-ignore
    try {
      await command.run(parseCall(command, args, surround));
    } catch (thrown) {
      if ((thrown as { readonly code?: string }).code !== 'not-found') throw thrown;
    }
    return lines.join('\n');
  }

  it('every command takes the clocks, or says why not', () => {
    expect(clocked.filter(({ name, options }) => !clocksFor(name).every((clock) => clock in options)).map(({ name }) => name)).toEqual([]);
    expect(
      Object.keys(COMMANDS_WITHOUT).filter((name) => COMMANDS.every((each) => each.name !== name || CLOCKS.every((clock) => clock in each.options))),
    ).toEqual([]);
  });

  it('none tells under any of them what happened, was said, or was known later', async () => {
    const reports = await twoReports();
    const { casebook, markers } = reports;
    const wrong: string[] = [];
    // What an export writes is a folder: chosen-bundle.test.ts has it.
    for (const command of clocked.filter(({ name }) => name !== 'export')) {
      const names = command.name === 'entities' ? ['Raufian'] : command.name === 'sources' ? ['Holmvik Posten'] : markers;
      const args = [...words(command.name, reports), '--json'];
      if (!telling(await printed(command, args, casebook), names)) wrong.push(`${command.name} tells nothing without a clock`);
      for (const clock of clocksFor(command.name))
        if (!(clock === 'at' && AGAINST.includes(command.name)) && telling(await printed(command, [...args, `--${clock}`, FIXED[clock]], casebook), names))
          wrong.push(`${command.name} does not heed --${clock}`);
    }
    expect(wrong).toEqual([]);
  });

  it('all together keep what each of them keeps, and nothing else', async () => {
    const reports = await ofEveryTime();
    const wrong: string[] = [];
    for (const command of clocked.filter(({ name }) => name !== 'export')) {
      const args = [...words(command.name, reports), '--json'];
      for (const set of SETS.map((clocks) => clocks.filter((clock) => clocksFor(command.name).includes(clock)))) {
        const heeded = AGAINST.includes(command.name) ? set.filter((clock) => clock !== 'at') : set;
        const answer = await printed(command, [...args, ...set.flatMap((clock) => [`--${clock}`, FIXED[clock]])], reports.casebook);
        if (leaked(answer, heeded, reports.marked)) wrong.push(`${command.name} does not heed ${set.join(' and ')}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
