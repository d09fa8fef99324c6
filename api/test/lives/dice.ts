/** Numbers that look random and come again with the same seed (mulberry32). */
export class Dice {
  constructor(private seed: number) {}

  /** At least 0, below 1. */
  roll(): number {
    this.seed = (this.seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.seed ^ (this.seed >>> 15), 1 | this.seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.roll() * (most - least + 1));
  }

  chance(share: number): boolean {
    return this.roll() < share;
  }

  /** One of them; undefined when there is none. */
  oneOf<Value>(values: readonly Value[]): Value | undefined {
    return values[Math.floor(this.roll() * values.length)];
  }

  /** A whole amount cut into `parts` parts above zero at random places. */
  cut(amount: number, parts: number): number[] {
    if (parts <= 1 || amount < parts) return [amount];
    const first = this.whole(1, amount - parts + 1);
    return [first, ...this.cut(amount - first, parts - 1)];
  }

  /** A number that tells as little of its order as ids do, the same with the same seed. */
  word(): string {
    return Math.floor(this.roll() * 2 ** 48).toString(36);
  }
}
