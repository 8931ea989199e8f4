import { expect, it } from 'vitest';
import { whyForbidden, whyForbiddenHost } from './forbidden-address.ts';

it('addresses of this machine, of networks beside it and of no machine are refused, however they are written', () => {
  const inside = [
    '127.0.0.1', '127.9.9.9', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255',
    '198.18.0.1', '::1', '::', 'fe80::1', 'fc00::1', 'fd12:3456::1', 'ff02::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '64:ff9b::7f00:1', '64:ff9b:1::1',
    '2002:7f00:1::', '2001::1', '2001:db8::1', 'fec0::1', '100::1', 'no address',
  ]; // prettier-ignore
  expect(inside.filter((each) => whyForbidden(each) === null)).toEqual([]);
});

it('addresses of the internet are not', () => {
  const outside = ['8.8.8.8', '93.184.216.34', '172.15.0.1', '172.32.0.1', '100.63.255.255', '100.128.0.1', '2606:4700::1111', '2a00:1450:4001:800::200e'];
  expect(outside.filter((each) => whyForbidden(each) !== null)).toEqual([]);
});

it('hosts of addresses are seen through, as the address of a page is written', () => {
  const hosts = [
    'http://0x7f.1/',
    'http://2130706433/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://localhost/',
    'http://a.localhost/',
    'http://printer.local/',
    'http://router/',
    'http://db.internal./',
  ];
  expect(hosts.filter((each) => whyForbiddenHost(new URL(each).hostname) === null)).toEqual([]);
  expect(whyForbiddenHost('herald.example')).toBeNull();
  expect(whyForbiddenHost('expyuzz4wqqyqhjn.onion')).toBeNull();
});
