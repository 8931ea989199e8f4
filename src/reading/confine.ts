// What a reading process takes from itself before it sees a foreign byte. This is the second line: the first is what the
// parent started it with (confinement.ts). It stops a careless library, not an attacker who already runs code.
import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

/** From here on nothing can be connected to, listened on or looked up, and no library's message goes anywhere. */
export function confine(): void {
  dropWriting();
  // Everything that speaks over a network (http, tls, fetch) goes through these.
  refuse(net.Socket.prototype, ['connect']);
  refuse(net.Server.prototype, ['listen']);
  refuse(dgram.Socket.prototype, ['bind', 'connect', 'send']);
  for (const lookups of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) refuse(lookups, namesLike(lookups));
  syncBuiltinESMExports();
  for (const name of ['fetch', 'WebSocket', 'EventSource']) Reflect.deleteProperty(globalThis, name);
  // Libraries warn on the console with words of the document; nobody reads them there.
  for (const level of ['log', 'info', 'warn', 'debug'] as const) console[level] = () => undefined;
}

/** The right to write down what Node compiled, which is used up by now: Node itself goes on doing so. */
function dropWriting(): void {
  const { permission }: { readonly permission?: { readonly has: (scope: string) => boolean; readonly drop?: (scope: string) => void } } = process;
  permission?.drop?.('fs.write');
  delete process.env['NODE_COMPILE_CACHE'];
}

const namesLike = (lookups: object): readonly string[] => Object.getOwnPropertyNames(lookups).filter((name) => /^(lookup|resolve|reverse)/.test(name));

function refuse(target: object, names: readonly string[]): void {
  for (const name of names) {
    const value = (): never => {
      throw new Error(`a reader may not ${name}`);
    };
    Object.defineProperty(target, name, { value, writable: false, configurable: false });
  }
}
