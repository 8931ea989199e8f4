// Addresses that no page of the web has: a site that names one of them would have this machine ask itself, or a machine beside
// it, in its place.
// Source: the special-purpose address registries of IANA for IPv4 and IPv6 (RFC 6890 and its updates), multicast (RFC 5771, RFC 4291).
import { BlockList, isIP } from 'node:net';

const IPV4: readonly (readonly [network: string, bits: number, what: string])[] = [
  ['0.0.0.0', 8, 'an address of no machine'],
  ['10.0.0.0', 8, 'a private address'],
  ['100.64.0.0', 10, 'an address inside of a provider’s network'],
  ['127.0.0.0', 8, 'this machine itself'],
  ['169.254.0.0', 16, 'an address of the link only'],
  ['172.16.0.0', 12, 'a private address'],
  ['192.0.0.0', 24, 'an address for protocols'],
  ['192.0.2.0', 24, 'an address for examples'],
  ['192.88.99.0', 24, 'an address for protocols'],
  ['192.168.0.0', 16, 'a private address'],
  ['198.18.0.0', 15, 'an address for measurements'],
  ['198.51.100.0', 24, 'an address for examples'],
  ['203.0.113.0', 24, 'an address for examples'],
  ['224.0.0.0', 4, 'an address of many machines'],
  ['240.0.0.0', 4, 'an address of no machine'],
];

/** The whole of IPv6 that is not handed out to machines of the internet is refused: what is, lies in 2000::/3, but for these. */
const IPV6: readonly (readonly [network: string, bits: number, what: string])[] = [
  ['2001::', 23, 'an address for protocols'],
  ['2001:db8::', 32, 'an address for examples'],
  ['2002::', 16, 'an IPv4 address in another’s clothes'],
  ['3fff::', 20, 'an address for examples'],
];

const LISTS = [...IPV4.map((each) => ['ipv4', ...each] as const), ...IPV6.map((each) => ['ipv6', ...each] as const)].map(([family, network, bits, what]) => {
  const list = new BlockList();
  list.addSubnet(network, bits, family);
  return { list, family, what };
});

const HANDED_OUT = new BlockList();
HANDED_OUT.addSubnet('2000::', 3, 'ipv6');

/**
 * What an address is that no page may be asked for at, in words; null where it is one of the internet. Loopback, private, link-local
 * and multicast addresses, those that wrap an IPv4 address (mapped, NAT64, 6to4, Teredo), and what is no address.
 */
export function whyForbidden(address: string): string | null {
  const family = isIP(address) === 4 ? 'ipv4' : isIP(address) === 6 ? 'ipv6' : null;
  if (family === null) return 'no address';
  const found = LISTS.find((each) => each.family === family && each.list.check(address, family));
  if (found) return found.what;
  return family === 'ipv6' && !HANDED_OUT.check(address, 'ipv6') ? (address === '::1' ? 'this machine itself' : 'a private address') : null;
}

/** Names that stand for machines beside this one, whoever resolves them. */
const LOCAL_NAMES = /(?:^|\.)(?:localhost|local|internal|lan|home\.arpa|intranet|corp|home)\.?$/i;

/** The host of a URL, as `new URL` writes it: whether it is named as a machine of the local network is, or lies at a forbidden address. */
export function whyForbiddenHost(hostname: string): string | null {
  const bare = hostname.replace(/^\[|\]$/g, '');
  if (isIP(bare) !== 0) return whyForbidden(bare);
  if (LOCAL_NAMES.test(hostname)) return 'a name of the local network';
  return hostname.includes('.') ? null : 'a name of the local network';
}
