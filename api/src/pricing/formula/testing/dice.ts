/** Numbers that look random and are the same for the same seed, for tests that try very many programs. */
export class Dice {
  constructor(private state: number) {}

  /** A whole number from 0 up to, not including, `below`. */
  upTo(below: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  }

  one<T>(things: readonly [T, ...T[]]): T {
    return things[this.upTo(things.length)] ?? things[0];
  }
}
