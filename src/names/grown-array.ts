// Whole numbers in a typed array that grows as they come: four bytes each, where an array of numbers takes eight and an object more.

export class GrownArray {
  #values = new Uint32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const wider = new Uint32Array(this.#length * 2);
      wider.set(this.#values);
      this.#values = wider;
    }
    this.#values[this.#length++] = value;
  }

  /** What was pushed, in an array of that very length. */
  done(): Uint32Array {
    return this.#values.slice(0, this.#length);
  }
}
