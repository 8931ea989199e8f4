// A Chromium of one capture, spoken to through a pipe that nobody else can reach. It runs with its own sandbox, as nobody where this
// process is root, in a network that holds nothing where the system gives one, and with no way to the network in any case: whatever
// the page needs is asked for by us, and handed to it.
// Source: the Chrome DevTools Protocol over --remote-debugging-pipe: JSON, each message ended by a zero byte.
import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { Fault } from '../../base/fault.ts';

/** Nobody: the user and group that own nothing, on every system that has users. */
export const NOBODY = 65534;

/**
 * There is no --no-sandbox here, nor is there to be one: where no sandbox can start, Chromium ends, and no picture is taken. Names
 * resolve to nothing, the only proxy is a port that nobody listens on, and WebRTC may not go around it.
 */
const SEALED = [
  '--headless=new',
  '--remote-debugging-pipe',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-extensions',
  '--disable-breakpad',
  '--disable-crash-reporter',
  '--disable-gpu',
  '--disable-quic',
  '--mute-audio',
  '--hide-scrollbars',
  '--no-first-run',
  '--no-default-browser-check',
  '--password-store=basic',
  '--use-mock-keychain',
  '--js-flags=--max-old-space-size=512',
];

/** What would take the sandbox away, whoever put it there: a system's own settings for Chromium may. */
const UNSANDBOXED =
  /^--(?:no-sandbox|disable-setuid-sandbox|disable-namespace-sandbox|disable-seccomp-filter-sandbox|disable-gpu-sandbox|single-process|no-zygote)$/;

export type Event = { readonly method: string; readonly params: unknown; readonly session: string | undefined };
type Answer = { readonly resolve: (result: unknown) => void; readonly reject: (error: Error) => void };

export class BrowserPipe {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, Answer>();
  readonly #ended = Promise.withResolvers<Fault>();
  #end: Fault | null = null;
  #hear: (event: Event) => void = () => undefined;
  #last = 0;
  #held: Buffer[] = [];
  #stderr = '';

  private constructor(child: ChildProcess) {
    this.#child = child;
    child.once('error', (error) => this.#over(error.message));
    // Not 'close': what it started may outlive it for a while, and hold its pipes.
    child.once('exit', () => this.#over(lastWords(this.#stderr)));
    child.stderr?.on('data', (piece: Buffer) => (this.#stderr = (this.#stderr + piece.toString('latin1')).slice(-4000)));
    // A pipe that breaks says only that the browser ended, which 'close' tells better.
    this.#to.on('error', () => undefined);
    this.#from.on('error', () => undefined).on('data', (piece: Buffer) => this.#take(piece));
  }

  /**
   * Starts it with a profile in `folder`, which has to be empty. `apart`: words before its command that give it a network that holds
   * nothing. Throws a Fault 'conflict' where it does not start, or not with its sandbox.
   */
  static async start(path: string, folder: string, apart: readonly string[]): Promise<BrowserPipe> {
    const [command, ...args] = [...apart, path, ...SEALED, `--user-data-dir=${folder}`, 'about:blank'];
    const child = spawn(command, args, {
      env: { HOME: folder, TMPDIR: folder, XDG_CONFIG_HOME: folder, XDG_CACHE_HOME: folder, PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8', LANGUAGE: 'en' },
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      windowsHide: true,
      ...(process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}),
    });
    const pipe = new BrowserPipe(child);
    try {
      await pipe.#requireSandbox();
      return pipe;
    } catch (thrown) {
      pipe.kill();
      throw thrown;
    }
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Hears every event from here on. */
  hear(listener: (event: Event) => void): void {
    this.#hear = listener;
  }

  /** Rejects with a Fault 'conflict' where the browser refuses, or ended. */
  async send(method: string, params: object = {}, session?: string): Promise<unknown> {
    if (this.#end) throw this.#end;
    const id = ++this.#last;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#waiting.set(id, { resolve, reject });
    this.#to.write(`${JSON.stringify({ id, method, params, ...(session === undefined ? {} : { sessionId: session }) })}\0`);
    return promise;
  }

  /** Ends it with all that it started; what was asked of it is rejected, with `why` where that is known. */
  kill(why: Fault | null = null): void {
    this.#end ??= why;
    const { pid } = this.#child;
    if (pid === undefined || this.#child.exitCode !== null) return;
    try {
      process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
    } catch {
      // Gone already, which is what was wanted.
      this.#child.kill('SIGKILL');
    }
  }

  /** Once it has ended: why. */
  get ended(): Promise<Fault> {
    return this.#ended.promise;
  }

  get #to(): Writable {
    return (this.#child.stdio[3] as Writable | null | undefined) ?? missingPipe();
  }

  get #from(): Readable {
    return (this.#child.stdio[4] as Readable | null | undefined) ?? missingPipe();
  }

  async #requireSandbox(): Promise<void> {
    const info = (await this.send('SystemInfo.getInfo')) as { readonly commandLine: string };
    const off = info.commandLine.split(/\s+/).find((word) => UNSANDBOXED.test(word));
    if (off !== undefined) throw new Fault('conflict', `this system starts Chromium with ${off}, without its sandbox`, 'Take that out of its settings.');
  }

  #take(piece: Buffer): void {
    this.#held.push(piece);
    if (!piece.includes(0)) return;
    const all = Buffer.concat(this.#held);
    let from = 0;
    for (let end = all.indexOf(0); end >= 0; end = all.indexOf(0, from)) {
      this.#answer(JSON.parse(all.toString('utf8', from, end)) as Message);
      from = end + 1;
    }
    this.#held = from < all.length ? [all.subarray(from)] : [];
  }

  #answer({ id, method, params, result, error, sessionId }: Message): void {
    if (id === undefined) return this.#hear({ method: method ?? '', params, session: sessionId });
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Fault('conflict', `the browser says: ${error.message}`, 'Try again.'));
    else waiting?.resolve(result);
  }

  #over(why: string): void {
    this.#end ??= new Fault('conflict', `the browser ended${why === '' ? '' : `: ${why}`}`, 'Start it by hand to see why.');
    for (const { reject } of this.#waiting.values()) reject(this.#end);
    this.#waiting.clear();
    this.#ended.resolve(this.#end);
  }
}

type Message = {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
  readonly sessionId?: string;
};

/** Of what it said on its way out, the line that says why. */
function lastWords(said: string): string {
  const lines = said.split('\n').map((line) => line.replace(/^\[[^\]]*\]\s*/, '').trim());
  return lines.find((line) => /sandbox|error while loading|cannot open/i.test(line))?.slice(0, 200) ?? '';
}

function missingPipe(): never {
  throw new Fault('bug', 'a browser was started without its pipes', 'Report it.');
}
