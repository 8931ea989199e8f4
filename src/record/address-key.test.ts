import { expect, it } from 'vitest';
import { addressKey } from './address-key.ts';

it('two ways to write one address have one key', () => {
  const ways = [
    'https://Example.org/news/12/?utm_source=mail&b=2&a=1#top',
    'http://example.org:80/news/12?a=1&b=2',
    ' https://example.org/news/12?b=2&a=1&fbclid=x ',
  ];
  expect(new Set(ways.map(addressKey))).toEqual(new Set(['example.org/news/12?a=1&b=2']));
});

it('two pages of one site, and one page of two hosts, have two keys', () => {
  const pages = ['https://example.org/a', 'https://example.org/a?page=2', 'https://example.org/A', 'https://www.example.org/a'];
  expect(new Set(pages.map(addressKey)).size).toBe(4);
});

it('what is no address of the web, and a front page, has none', () => {
  for (const each of ['', 'not one', 'file:///etc/passwd', 'javascript:alert(1)', 'https://example.org/', 'https://example.org/index.html', 'https://'])
    expect(addressKey(each)).toBeNull();
  expect(addressKey('https://example.org/?p=12')).toBe('example.org?p=12');
});
