import { expect, test } from 'vitest';
import { readHtml } from './read-html.ts';

const SENTENCE =
  'The district court sentenced the man to life in prison, after a trial of nine months, in which forty witnesses were heard and he denied everything. ';

async function textOf(html: string): Promise<string> {
  const result = await readHtml(Buffer.from(html));
  return result.ok ? result.reading.text : `(${result.problem.code})`;
}

test('an article is read without the page around it, with its heading, lists and tables', async () => {
  const text = await textOf(`<!doctype html><title>Court | Herald</title><body>
    <nav><a href="/">Home</a></nav><header><h1>Court &amp; crime</h1></header>
    <main><article><p>${SENTENCE}</p><h2>The dead</h2>
    <ul><li><a href="1">Kamran S.</a></li><li><a href="2">Mahin T.</a></li></ul>
    <table><tr><th>Year<th>Count<tr><td>1987<td>1,900</table>
    <p>${SENTENCE}</p><p>${SENTENCE}</p></article></main>
    <aside class="related"><a href="/x">Other news</a></aside><footer>© Herald</footer>`);
  expect(text).toBe(
    ['Court & crime', SENTENCE.trim(), 'The dead', 'Kamran S.', 'Mahin T.', 'Year\tCount\n1987\t1,900', SENTENCE.trim(), SENTENCE.trim()].join('\n\n'),
  );
});

test('a page that is no article is read whole, in reading order', async () => {
  expect(await textOf('<p>One</p>two<div>three <b>bold</b></div><p>four<br>five<br><br>six')).toBe('One\n\ntwo\n\nthree bold\n\nfour\nfive\n\nsix');
});

test('what a reader of the page does not see is not read', async () => {
  const text = await textOf(`<p>Seen</p><script>alert(1)</script><style>p{}</style><p hidden>a</p><p style="color:red; display: none">b</p>
    <noscript>c</noscript><template>d</template><!-- e --><div aria-hidden="true">f</div><svg><text>g</text></svg><img src="http://example.invalid/x.png" onerror="alert(1)">
    <a href="javascript:alert(1)">link</a>`);
  expect(text).toBe('Seen\n\nlink');
});

test('whitespace is folded but for verbatim parts; soft hyphens go; joiners of Persian stay', async () => {
  expect(await textOf('<p> a \n\t b&nbsp;c\u00ad\u00add </p><pre>x\n  y</pre><p>می\u200cخواهم</p><p>&nbsp;</p>')).toBe('a b cd\n\nx\ny\n\nمی\u200cخواهم');
});

test('markup in the text of a page stays text', async () => {
  expect(await textOf('<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>')).toBe('<script>alert(1)</script>');
});

test('ten thousand elements inside each other are refused, at once', async () => {
  expect(await textOf('<div>'.repeat(10_000))).toBe('(too-deep)');
});

test('the encoding that the page declares is used', async () => {
  const bytes = Buffer.concat([Buffer.from('<meta charset="windows-1251"><p>'), Buffer.from([0xd1, 0xf3, 0xe4]), Buffer.from('</p>')]);
  const result = await readHtml(bytes);
  expect(result.ok && result.reading.text).toBe('Суд');
});

test('metadata is what the page tells machines, then what it shows, each with where it was found', async () => {
  const result = await readHtml(
    Buffer.from(`<html lang="en-gb"><head><title>Court upholds sentence | Herald</title>
    <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"Person","name":"Nobody"},{"@type":"NewsArticle","headline":"Court upholds life sentence",
      "author":[{"@type":"Person","name":"Ada Wren"},"Bo Lind"],"publisher":{"name":"The Norvale Herald"},"datePublished":"2022-12-17T09:00:00+01:00"}]}</script>
    <meta property="og:title" content="Sentence upheld"><meta name="author" content="Ada Wren"><meta property="article:published_time" content="2022-12-18T00:00:00Z">
    <link rel="canonical" href="https://herald.example/court"></head><body><h1>Court upholds sentence</h1><p>${SENTENCE}</p>`),
  );
  expect(result.ok && result.reading.metadata).toEqual({
    language: [
      { value: 'en', from: 'the text' },
      { value: 'en-GB', from: 'html lang' },
    ],
    title: [
      { value: 'Court upholds life sentence', from: 'JSON-LD headline' },
      { value: 'Sentence upheld', from: 'meta og:title' },
      { value: 'Court upholds sentence', from: 'h1' },
      { value: 'Court upholds sentence | Herald', from: 'title element' },
    ],
    author: [
      { value: 'Ada Wren', from: 'JSON-LD author' },
      { value: 'Bo Lind', from: 'JSON-LD author' },
    ],
    publisher: [{ value: 'The Norvale Herald', from: 'JSON-LD publisher' }],
    published: [
      { value: '2022-12-17', from: 'JSON-LD datePublished' },
      { value: '2022-12-18', from: 'meta article:published_time' },
    ],
    url: [{ value: 'https://herald.example/court', from: 'link canonical' }],
  });
});

test('JSON-LD that is broken or hostile says nothing, and the page is read', async () => {
  const nested = `${'['.repeat(5000)}${']'.repeat(5000)}`;
  expect(await textOf(`<script type="application/ld+json">{"@type":</script><script type="application/ld+json">${nested}</script><p>Text</p>`)).toBe('Text');
});
