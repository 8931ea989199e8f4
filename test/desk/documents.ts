// Small documents for the journeys. All people, places and events in them are invented.
import { pdfOf, words } from '../../fixtures/reading/make-pdf.ts';

export const REPORT = `Title: Court sentences former prison official
Publisher: Holmvik Posten
Published: 2021-07-09

Kamran Sohrabzadeh was arrested at Holmvik airport on 14 November 2018. He was indicted on 2 September 2020.

On 8 July 2021 the Holmvik District Court convicted Kamran Sohrabzadeh of murder. The court sentenced him to life imprisonment.

Political prisoners were executed at Sangtarash prison in August 1987. Qaramar's Foreign Ministry has denied that prisoners were executed at Sangtarash prison.

On 9 August 2021 the Department of Justice of Norvale charged Shahrokh Pournazer with plotting to kill Edmund Harrow.
`;

export const PERSIAN = `عنوان: یک سال پس از میدان باغ کاج
ناشر: شبکهٔ ناپدیدشدگان
تاریخ انتشار: ۲۵ شهریور ۱۴۰۲

روز ۲۵ شهریور ۱۴۰۱ مأموران در میدان باغ کاج دست‌کم ۳۱ نفر را کشتند.

کامران سهراب‌زاده در ۲۳ آبان ۱۳۹۷ بازداشت شد.
`;

/** Markup that would run if it were ever shown as markup: live in the file, and written out as words in its text. */
export const HOSTILE = `<!doctype html><html lang="en"><head>
<title>&lt;img src=x onerror=alert(1)&gt; A title</title>
<meta property="og:site_name" content="&lt;script&gt;alert(2)&lt;/script&gt; Press">
<meta property="article:published_time" content="2021-07-09">
</head><body><article><h1>&lt;img src=x onerror=alert(1)&gt; A title</h1>
<script>window.ran = true; alert(3)</script>
<img src="http://127.0.0.1:9/beacon.png" onerror="alert(4)">
<iframe src="javascript:alert(5)"></iframe>
<p>&lt;script&gt;alert(6)&lt;/script&gt; Kamran Sohrabzadeh was arrested at Holmvik airport on 14 November 2018, &lt;b onmouseover="alert(7)"&gt;the police said&lt;/b&gt;.</p>
<p style="position:fixed;inset:0">The court sentenced Kamran Sohrabzadeh to life imprisonment on 8 July 2021. {{constructor.constructor('alert(8)')()}}</p>
<p>Nothing in this page may run, be fetched, or be shown as anything but words, however long the paragraph that says so happens to be.</p>
</article></body></html>`;

/** Two pages with claims. */
export const JUDGMENT = pdfOf([
  words([60, 780, 'Kamran Sohrabzadeh was arrested at Holmvik airport on 14 November 2018.'], [60, 758, 'He was indicted on 2 September 2020.']),
  words([60, 780, 'The Foreign Ministry of Qaramar has denied that prisoners were executed at'], [60, 758, 'Sangtarash prison.']),
]);
