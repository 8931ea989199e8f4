import { expect, test } from 'vitest';
import { languageOf } from './language-of.ts';

test.each([
  ['en', 'The district court sentenced the former prosecutor to life in prison after a trial of nine months.'],
  ['fr', 'La cour d’assises a condamné le diplomate à vingt ans de réclusion pour tentative d’assassinat terroriste.'],
  ['sv', 'Tingsrätten dömde mannen till fängelse på livstid efter en rättegång som pågått i nio månader.'],
  ['fa', 'دادگاه نورشهر متهم را به حبس ابد محکوم کرد و وکیل او گفت که درخواست تجدید نظر خواهد کرد.'],
  ['fa', 'دادگاه نورشهر متهم را به حبس ابد محكوم كرد و وكيل او گفت كه درخواست تجديد نظر خواهد كرد و چاره‌اي نيست.'],
  ['ar', 'حكمت المحكمة على المتهم بالسجن المؤبد بعد محاكمة استمرت تسعة أشهر، وقال محاميه إنه سيستأنف الحكم.'],
  ['ru', 'Суд приговорил обвиняемого к пожизненному заключению, адвокат заявил, что подаст апелляцию.'],
  ['el', 'Το δικαστήριο καταδίκασε τον κατηγορούμενο σε ισόβια κάθειρξη.'],
  ['he', 'בית המשפט גזר על הנאשם מאסר עולם לאחר משפט של תשעה חודשים.'],
  ['ja', '裁判所は被告人に終身刑を言い渡した。九か月にわたる審理のあとであった。'],
])('%s is told from its text', async (tag, text) => {
  expect(await languageOf(text)).toBe(tag);
});

test.each(['', 'ok', '1234 5678 90', 'دادگاه', 'qwrt zxcv bnml kjhg'])('%j is too little to say', async (text) => {
  expect(await languageOf(text)).toBeNull();
});
