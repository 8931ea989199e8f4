import { expect, test } from 'vitest';
import { readXml } from './xml.ts';

function eventsOf(source: string): string {
  const events: string[] = [];
  readXml(source, {
    open: (name, attribute) => events.push(`<${name}${attribute('a') === null ? '' : ` a=${attribute('a')}`}>`),
    close: (name) => events.push(`</${name}>`),
    text: (text) => events.push(text),
  });
  return events.join('');
}

test('elements, attributes, text, CDATA and references come as events', () => {
  const source = `<?xml version="1.0"?><x:r a="1 &lt; 2"><!-- c --><e a='q"'/>T &amp; &#x633;&#1604;<![CDATA[<raw>]]></x:r>`;
  expect(eventsOf(source)).toBe('<x:r a=1 < 2><e a=q"></e>T & سل<raw></x:r>');
});

test.each([
  ['a document type', '<!DOCTYPE r [<!ENTITY a "b">]><r>&a;</r>', 'document type'],
  ['an entity that nobody declared', '<r>&lol;</r>', '&lol; stands for nothing'],
  ['half a character', '<r>&#xd83d;</r>', 'stands for nothing'],
  ['a tag that is cut off', '<r><e', 'broken'],
  ['an element that is left open', '<r><e></e>', 'never closed'],
  ['a tag that closes another', '<r></e>', 'closes what is not open'],
  ['too many elements inside each other', '<a>'.repeat(600), 'inside each other'],
])('%s is refused', (_, source, message) => {
  expect(() => eventsOf(source)).toThrow(message);
});

test('a megabyte of opened brackets is refused at once', () => {
  expect(() => eventsOf('<'.repeat(1_000_000))).toThrow();
  expect(() => eventsOf(`<a ${'b="1" '.repeat(200_000)}`)).toThrow();
});
