// What is a copy, and what is none: each rule with its example and its counter-example.
import { describe, expect, it } from 'vitest';
import { CodePoints } from '../../base/span.ts';
import { alignTexts } from './align-texts.ts';
import { comparableText } from './comparable-text.ts';
import { invented } from './copy-set.test-data.ts';
import { fingerprint } from './fingerprint.ts';
import { judgeCopy, spanOf, type Printed } from './judge-copy.ts';
import { layBeside } from './lay-beside.ts';

const printed = (words: string): Printed => {
  const text = comparableText(words);
  return { text, prints: fingerprint(text) };
};
const judged = (left: string, right: string, common: ReadonlySet<number> = new Set()) => judgeCopy(printed(left), printed(right), common);

const REPORT = [
  'A court in Valdoré on Thursday convicted a diplomat of attempted murder and sentenced him to twenty years in prison.',
  'He had organised the plot against a gathering by the lake in June, the judges found. Three others were convicted with him.',
  'Police had stopped a couple with explosives on the road on the morning of the gathering. Thousands of people attended it.',
  'The embassy has denied any part in the plot. A spokesman called the judgement void from beginning to end.',
] as const;
const WIRE = REPORT.join('\n\n');

it('a text without blanks, however long, is compared like any other', () => {
  expect(comparableText('x'.repeat(10_000_000)).words).toHaveLength(50_000);
});

describe('two documents are one text', () => {
  it('where one has another headline, another dateline and a paragraph less', () => {
    const reprint = ['Twenty years for the plotter', 'HOLMVIK, 7 February', ...REPORT.filter((_, n) => n !== 2)].join('\n\n');
    expect(judged(WIRE, reprint)).toMatchObject({ kind: 'whole', shorter: 'right' });
  });

  it('where an editor changed words here and there', () => {
    const edited = WIRE.replace('convicted a diplomat', 'found a diplomat guilty')
      .replace('organised', 'prepared')
      .replace('on the road', 'in a car')
      .replace('any part', 'all part');
    expect(judged(WIRE, edited)).toMatchObject({ kind: 'whole' });
  });

  it('and not where they tell of the same happening in other words', () => {
    const other =
      'Judges handed down their ruling over the bomb plan by the lake: twenty years for the embassy secretary. It is the first time that a diplomat was found guilty there. The embassy rejects the ruling, and says so at length.';
    expect(judged(WIRE, other)).toBeNull();
  });

  it('in whatever letters a keyboard has for them, Persian or Arabic', () => {
    const persian =
      'زندانیان سیاسی در تابستان ۱۳۶۶ در زندان سنگ‌تراش اعدام شدند. خانواده‌ها هنوز نمی‌دانند که آنها کجا به خاک سپرده شده‌اند. هیئت عفو در چند دقیقه رأی می‌داد. وزارت خارجه می‌گوید که چنین چیزی رخ نداده است. بازماندگان شهادت داده‌اند که نامها را در راهرو می‌خواندند.';
    const arabic = persian.replaceAll('ی', 'ي').replaceAll('ک', 'ك').replaceAll('۱', '١').replaceAll('۳', '٣').replaceAll('۶', '٦').replaceAll('\u200c', ' ');
    expect(judged(persian, arabic)).toMatchObject({ kind: 'whole', share: 1 });
  });

  it('in a script without blanks too', () => {
    const chinese = '法院星期四判定一名外交官谋杀未遂罪名成立。他被判处二十年监禁。法官认定他策划了湖边集会的袭击。另有三人同时被定罪。大使馆否认参与此事。';
    expect(judged(chinese, `新标题。${chinese}`)).toMatchObject({ kind: 'whole' });
  });
});

describe('a text is inside of another', () => {
  it('where a bulletin holds it whole beside much else', () => {
    expect(judged(WIRE, [invented(1, 12), WIRE, invented(2, 12)].join('\n\n'))).toMatchObject({ kind: 'inside', shorter: 'left' });
  });
});

describe('two documents share a passage', () => {
  it('where it is longer than a quotation, and its place in both is told in code points', () => {
    const [left, right] = [
      `😀 ${invented(3, 5)}\n\n${REPORT[1]} ${REPORT[2]}\n\nElsewhere ${invented(4, 5)}`,
      `${invented(25, 6)}\n\n${REPORT[1]} ${REPORT[2]}\n\n${invented(6, 6)}`,
    ];
    const found = judged(left, right);
    expect(found).toMatchObject({ kind: 'passages' });
    const [passage] = found?.passages ?? [];
    const words = `${REPORT[1]} ${REPORT[2]}`.slice(0, -1);
    expect(passage && [new CodePoints(left).slice(passage.left), new CodePoints(right).slice(passage.right)]).toEqual([words, words]);
  });

  it('where nothing has a stop, as in what a machine heard, if it is long', () => {
    const heard = invented(41, 9).replaceAll(/[.,]/g, '').toLowerCase();
    expect(judged(heard, `${heard} ${invented(42, 12).replaceAll(/[.,]/g, '')}`)).toMatchObject({ kind: 'inside' });
  });

  it('and not where one quotes two sentences of the other', () => {
    expect(judged(WIRE, `${invented(7, 6)} “${REPORT[1]}” ${invented(8, 6)}`)).toBeNull();
  });
});

it('what many documents have is in no share, unless it is nearly all that there is of both', () => {
  const imprint = invented(9, 5);
  const [left, right] = [`${invented(10, 4)}\n\n${imprint}`, `${invented(11, 4)}\n\n${imprint}`];
  const common = new Set(printed(imprint).prints.map(({ hash }) => hash));
  expect(judged(left, right)).not.toBeNull();
  expect(judged(left, right, common)).toBeNull();
  expect(judged(`Monday. ${imprint}`, `Tuesday. ${imprint}`, common)).toMatchObject({ kind: 'whole' });
});

it('fingerprints of a passage are the same wherever it stands, and at least one is where the words are twenty', () => {
  const passage = WIRE.split(/\s+/).slice(10, 30).join(' ');
  const hashes = (text: string): ReadonlySet<number> => new Set(printed(text).prints.map(({ hash }) => hash));
  const [one, other] = [hashes(`${invented(12, 9)} ${passage} ${invented(13, 9)}`), hashes(`${invented(14, 5)} ${passage} ${invented(15, 5)}`)];
  expect([...one].filter((hash) => other.has(hash)).length).toBeGreaterThan(0);
});

it('two texts laid side by side are whole on both sides, and say what was changed, added, left out and moved', () => {
  const [one, two, three, four] = REPORT;
  const edited = [`Headline. ${one.replace('attempted', 'planned')}`, four, two, invented(16, 2)].join('\n\n');
  const sideOf = (words: string) => ({ words, text: comparableText(words) });
  const stretches = layBeside(sideOf(WIRE), sideOf(edited));
  expect(stretches.map(({ left }) => left).join('')).toBe(WIRE);
  expect(stretches.map(({ right }) => right).join('')).toBe(edited);
  const said = (sort: string): readonly string[] => stretches.filter((each) => each.sort === sort).map(({ left, right }) => `${left.trim()} | ${right.trim()}`);
  expect(said('changed')).toEqual(['attempted | planned']);
  expect(said('left')).toEqual([`${three} | `]);
  expect(said('right')).toEqual([' | Headline.', ` | ${invented(16, 2)}`]);
  expect(said('moved')).toEqual([` | ${four}`, `${four} | `]);
});

describe('of hostile texts', () => {
  it('an empty one, and one without words, are copies of nothing', () => {
    for (const [left, right] of [
      ['', ''],
      ['…', '…'],
      ['', WIRE],
      ['*** ---', WIRE],
    ] as const)
      expect(judged(left, right)).toBeNull();
  });

  it('one word repeated a hundred thousand times is looked at in its stride, beside itself and beside others', () => {
    const word = 'سلام '.repeat(100_000);
    expect(fingerprint(comparableText(word)).length).toBe(1);
    expect(judged(word, WIRE)).toBeNull();
    const [a, b] = [comparableText(word), comparableText(`${word} ${WIRE}`)];
    expect(alignTexts(a, b).map(({ equal }) => equal)).toEqual([100_000]);
    expect(spanOf(a, { from: 0, to: 1 })).toEqual({ start: 0, end: 4 });
  });

  it('nothing of markup, control signs or lone surrogates makes it stop', () => {
    const odd = `<script>alert(1)</script> \u0000\u202e\ud800 ${WIRE}`;
    expect(judged(odd, WIRE)).toMatchObject({ kind: 'whole' });
  });
});
