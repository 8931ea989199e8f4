import { expect, test } from 'vitest';
import { suggest } from '../suggest.ts';

/** Each claim as "kind modality role=… saidBy=…". */
const told = (text: string): readonly string[] =>
  suggest({ text, published: '2021-11-05', language: 'fa' }).map(({ kind, modality, roles, saidBy }) => {
    const parts = Object.entries(roles).map(([role, names]) => `${role}=${names.join('، ')}`);
    return [kind, modality, ...parts, ...(saidBy.length > 0 ? [`saidBy=${saidBy.join('، ')}`] : [])].join(' ');
  });

test.each([
  [
    'a court and whom it sentences',
    'دادگاه انقلاب تابین امید فرخ را به پنج سال حبس محکوم کرد.',
    'sentence asserted actor=دادگاه انقلاب تابین target=امید فرخ outcome=پنج سال حبس',
  ],
  ['a court of a province', 'دادگاه تجدیدنظر استان برود مینا هلیم را تبرئه کرد.', 'acquittal asserted actor=دادگاه تجدیدنظر استان برود target=مینا هلیم'],
  [
    'officers of a ministry',
    'مأموران وزارت اطلاعات یان کرال را در منزلش دستگیر کردند.',
    'arrest asserted place=منزلش actor=مأموران وزارت اطلاعات target=یان کرال',
  ],
  ['an object alone', 'برادرم را در خانه بازداشت کردند.', 'arrest asserted place=خانه target=برادرم'],
  ['an unnamed speaker', 'یکی از شاهدان گفت که مأموران سه معلم را کتک زدند.', 'torture asserted actor=مأموران target=سه معلم outcome=سه saidBy=یکی از شاهدان'],
  ['what is said without که', 'پلیس برود اعلام کرد یان کرال پس از پرداخت وثیقه آزاد شد.', 'release asserted target=یان کرال saidBy=پلیس برود'],
  [
    'according to somebody',
    'به گفته یک منبع آگاه، امید فرخ در زندان قزان شکنجه شده است.',
    'torture asserted place=زندان قزان target=امید فرخ saidBy=یک منبع آگاه',
  ],
  ['what is denied', 'سخنگوی وزارت کشور شکنجه امید فرخ را تکذیب کرد.', 'torture denied target=امید فرخ saidBy=سخنگوی وزارت کشور'],
  ['what somebody is accused of', 'مینا هلیم متهم است که در حمله دست داشته است.', 'attack alleged'],
  ['accused people', 'دادگاه کیفری تابین سه متهم را به اعدام محکوم کرد.', 'sentence asserted actor=دادگاه کیفری تابین target=سه متهم outcome=اعدام'],
  ['what is planned', 'امید فرخ قرار است محاکمه شود.', 'trial future target=امید فرخ'],
  ['a court abroad', 'دادگاهی در استکهلم یان کرال را به حبس ابد محکوم کرد.', 'sentence asserted place=استکهلم actor=دادگاهی target=یان کرال outcome=حبس ابد'],
  ['a day at the head', 'روز جمعه دو معترض در تابین جان باختند.', 'death asserted place=تابین target=دو معترض outcome=دو'],
  ['what is asked for', 'خانواده امید فرخ خواستار آزادی فوری او شدند.', 'release demanded target=او'],
])('Persian: %s', (_, text, expected) => {
  expect(told(text)).toContain(expected);
});

test('what an organization condemns is a statement and no sentence', () => {
  expect(told('سازمان عفو بین‌الملل اعدام دو زندانی را محکوم کرد.').map((each) => each.split(' ')[0])).toEqual(['statement', 'execution']);
});
