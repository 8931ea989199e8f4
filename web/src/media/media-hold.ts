// The element that plays, for as long as it is there, and where it is to play from as soon as it can.

export class MediaHold {
  readonly #onFail: () => void;
  #element: HTMLMediaElement | null = null;
  /** In seconds; null where nobody asked. */
  #from: number | null = null;

  constructor(onFail: () => void) {
    this.#onFail = onFail;
  }

  take(element: HTMLMediaElement | null): void {
    this.#element = element;
  }

  play(from: number): void {
    this.#from = from;
    this.ready();
  }

  /** Whether it was playing, and rests now. */
  rest(): boolean {
    const isPlaying = this.#element !== null && !this.#element.paused;
    this.#element?.pause();
    return isPlaying;
  }

  /** Where it stands. */
  get at(): number {
    return this.#element?.currentTime ?? 0;
  }

  /** To be called when it is known how long it is. */
  readonly ready = (): void => {
    if (!this.#element || this.#from === null || this.#element.readyState === 0) return;
    this.#element.currentTime = this.#from;
    this.#from = null;
    this.#element.play().catch((thrown: unknown) => {
      // Another start that came in between is no failure.
      if (!(thrown instanceof DOMException && thrown.name === 'AbortError')) this.#onFail();
    });
  };
}
